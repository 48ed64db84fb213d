using Wasil.Instructions;
using Wasil.Syntax;
using Wasil.Validation;

namespace Wasil.Tests.Validation;

public class FunctionValidatorTests
{
    private const byte Empty = 0x40;
    private const byte I32 = 0x7f;
    private const byte I64 = 0x7e;
    private const byte AnyRef = 0x6e;
    private const byte Ref = 0x64;
    private const byte RefNull = 0x63;
    private const byte Func = 0x70;
    private const byte Any = 0x6e;
    private const byte EqHeap = 0x6d;

    // Types 0 to 9 and what every test below may name.
    private static ModuleSketch Sketch()
    {
        var sketch = new ModuleSketch { DataCount = 1 };
        sketch.Type([], []);                                                                            // 0
        sketch.Type([], [ValType.I32]);                                                                 // 1
        sketch.Type([ValType.I32], [ValType.I32]);                                                      // 2
        sketch.Type([ValType.I32, ValType.I64], [ValType.I64, ValType.I32]);                            // 3
        sketch.Type(new StructType([new FieldType(StorageType.Of(ValType.I64), true),
            new FieldType(StorageType.I8, false)])); // 4
        sketch.Type(new ArrayType(new FieldType(StorageType.I16, true)));                               // 5
        sketch.Type(new ArrayType(new FieldType(StorageType.Of(ValType.FuncRef), false)));              // 6
        sketch.Type(new StructType([new FieldType(StorageType.Of(ModuleSketch.RefTo(0)), false)]));     // 7
        sketch.Type([ModuleSketch.RefTo(0)], [ModuleSketch.RefTo(0)]);                                  // 8
        sketch.Type([ValType.AnyRef], [ValType.AnyRef]);                                                // 9
        sketch.Type(new ArrayType(new FieldType(StorageType.Of(ValType.FuncRef), true)));               // 10
        sketch.Memories.Add(new MemoryType(new Limits(1, null)));
        sketch.Memories.Add(new MemoryType(new Limits(1, null), is64: true));
        sketch.Tables.Add(new Table(new TableType(ValType.FuncRef, new Limits(1, null)), null));
        sketch.Tables.Add(new Table(new TableType(ValType.ExternRef, new Limits(1, null), is64: true), null));
        sketch.Tags.Add(0);
        sketch.Tags.Add(sketch.Type([ValType.I32], []));                                                // 11
        sketch.Globals.Add(new Global(new GlobalType(ValType.I32, false), sketch.Expression(Opcode.I32Const, 0, Opcode.End)));
        sketch.Globals.Add(new Global(new GlobalType(ValType.I64, true), sketch.Expression(Opcode.I64Const, 0, Opcode.End)));
        sketch.Elements.Add(new ElementSegment(SegmentMode.Passive, 0, default, ValType.FuncRef, null, []));
        sketch.Data.Add(new DataSegment(SegmentMode.Passive, 0, default, default));
        return sketch;
    }

    [Fact]
    public void A_module_cannot_make_validation_take_for_ever()
    {
        // 10,000 fields for four bytes, and likewise in code that cannot be reached.
        foreach (bool reachable in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (Opcode opcode in (ReadOnlySpan<Opcode>)[Opcode.StructNewDefault, Opcode.StructNew, Opcode.ArrayNewFixed])
            {
                if (reachable && opcode != Opcode.StructNewDefault)
                    continue;
                var sketch = Sketch();
                uint wide = sketch.Type(new StructType([.. Enumerable.Repeat(new FieldType(StorageType.Of(ValType.I32), true), 10_000)]));
                List<object> code = reachable ? [] : [Opcode.Unreachable];
                for (int i = 0; i < 100_000; i++)
                    code.AddRange(opcode == Opcode.ArrayNewFixed ? [opcode, 5, 10_000, Opcode.Drop] : [opcode, (int)wide, Opcode.Drop]);
                sketch.Function(0, [.. code, Opcode.End]);
                var failure = Assert.Throws<InvalidModuleException>(() => ModuleValidator.Validate(sketch.Build(), WasmFeatures.All));
                Assert.Contains("too many operands", failure.Message, StringComparison.Ordinal);
            }
        }
    }

    private static void Valid(uint type, params object[] code)
    {
        var sketch = Sketch();
        sketch.Function(type, [.. code, Opcode.End]);
        ModuleValidator.Validate(sketch.Build(), WasmFeatures.All);
    }

    private static InvalidModuleException Failure(uint type, params object[] code) => Failure(WasmFeatures.All, type, code);

    private static InvalidModuleException Failure(WasmFeatures features, uint type, params object[] code)
    {
        var sketch = Sketch();
        sketch.Function(type, [.. code, Opcode.End]);
        return Assert.Throws<InvalidModuleException>(() => ModuleValidator.Validate(sketch.Build(), features));
    }

    private static void Fails(string message, uint type, params object[] code) =>
        Assert.StartsWith(message, Failure(type, code).Message, StringComparison.Ordinal);

    private static void Malformed(string message, WasmFeatures features, params object[] code)
    {
        var sketch = new ModuleSketch();
        sketch.Type([], []);
        sketch.Function(0, code);
        var failure = Assert.Throws<MalformedModuleException>(() => ModuleValidator.Validate(sketch.Build(), features));
        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FailuresSayWhereTheyAre()
    {
        var sketch = new ModuleSketch();
        sketch.Type([], []);
        sketch.ImportFunction(0);
        uint function = sketch.Function(0, Opcode.I64Const, 0, Opcode.I32Eqz, Opcode.Drop, Opcode.End);
        sketch.NameFunction(function, "broken");
        var module = sketch.Build();
        var failure = Assert.Throws<InvalidModuleException>(() => ModuleValidator.Validate(module, WasmFeatures.All));
        Assert.Equal(1, failure.FunctionIndex);
        Assert.Equal("broken", failure.FunctionName);
        Assert.Equal("i32.eqz", failure.Instruction);
        Assert.Equal(module.Code[0].Offset + 3, failure.Offset);
        Assert.Equal(
            "type mismatch: instruction requires [i32] but stack has [i64]: i32.eqz in function 1 $broken at offset 0x3",
            failure.Message);
    }

    [Fact]
    public void FixedTypes()
    {
        Valid(1, Opcode.I32Const, 1, Opcode.I32Const, 2, Opcode.I32Add);
        Fails("type mismatch: instruction requires [i32] but stack has []", 1, Opcode.I32Const, 1, Opcode.I32Add);
        Fails("type mismatch: instruction requires [i32] but stack has [i32 i64]", 1, Opcode.I32Const, 1, Opcode.I64Const, 1,
            Opcode.I32Add);
        Valid(1, Opcode.Unreachable, Opcode.I64Const, 1, Opcode.I64Store, 3, 0, Opcode.I32Add);
        Fails("type mismatch", 1, Opcode.Unreachable, Opcode.I64Const, 1, Opcode.I32Add);
        Fails("type mismatch: block requires [] but stack has [i32]", 0, Opcode.I32Const, 1);
        Fails("type mismatch: block requires [] but stack has [i32]", 0, Opcode.Unreachable, Opcode.I32Const, 1);
        Valid(0, Opcode.Unreachable, Opcode.I64Add128, Opcode.Drop, Opcode.Drop);
    }

    [Fact]
    public void Accesses()
    {
        Valid(1, Opcode.I32Const, 0, Opcode.I32Load, 2, 0);
        Fails("alignment must not be larger than natural: 2**3", 1, Opcode.I32Const, 0, Opcode.I32Load, 3, 0);
        Fails("unknown memory 2", 1, Opcode.I32Const, 0, Opcode.I32Load, 0x42, 2, 0);
        Valid(1, Opcode.I64Const, 0, Opcode.I32Load, 0x42, 1, 0);
        Fails("type mismatch", 1, Opcode.I32Const, 0, Opcode.I32Load, 0x42, 1, 0);
        byte[] past32 = [0x80, 0x80, 0x80, 0x80, 0x10];
        Valid(1, Opcode.I64Const, 0, Opcode.I32Load, 0x42, 1, past32);
        Fails("offset out of range", 1, Opcode.I32Const, 0, Opcode.I32Load, 2, past32);
        Valid(1, Opcode.I32Const, 0, Opcode.I32AtomicLoad, 2, 0);
        Fails("atomic alignment must be natural", 1, Opcode.I32Const, 0, Opcode.I32AtomicLoad, 1, 0);
        Fails("alignment must not be larger than natural", 1, Opcode.I32Const, 0, Opcode.I32AtomicLoad, 3, 0);
        Fails("atomic alignment must be natural", 0, Opcode.Unreachable, Opcode.MemoryAtomicWait64, 0, 0, Opcode.Drop);
        Fails("invalid lane index 16 of 16", 0, Opcode.Unreachable, Opcode.V128Load8Lane, 0, 0, (byte)16, Opcode.Drop);
        Fails("invalid lane index 2 of 2", 0, Opcode.Unreachable, Opcode.F64x2ExtractLane, (byte)2, Opcode.Drop);
        Fails("invalid lane index 32 of 32", 0, Opcode.Unreachable, Opcode.I8x16Shuffle,
            Enumerable.Repeat((byte)32, 16).ToArray(), Opcode.Drop);
        Valid(0, Opcode.Unreachable, Opcode.I8x16Shuffle, Enumerable.Repeat((byte)31, 16).ToArray(), Opcode.Drop);
    }

    [Fact]
    public void BulkMemoryAndTables()
    {
        Valid(0, Opcode.I64Const, 0, Opcode.I32Const, 0, Opcode.I32Const, 0, Opcode.MemoryCopy, 1, 0);
        Valid(0, Opcode.I64Const, 0, Opcode.I64Const, 0, Opcode.I64Const, 0, Opcode.MemoryCopy, 1, 1);
        Fails("type mismatch", 0, Opcode.I64Const, 0, Opcode.I32Const, 0, Opcode.I64Const, 0, Opcode.MemoryCopy, 1, 0);
        Valid(0, Opcode.I64Const, 0, Opcode.I32Const, 0, Opcode.I64Const, 0, Opcode.MemoryFill, 1);
        Valid(0, Opcode.I64Const, 0, Opcode.I32Const, 0, Opcode.I32Const, 0, Opcode.MemoryInit, 0, 1);
        Fails("unknown data segment 1", 0, Opcode.I32Const, 0, Opcode.I32Const, 0, Opcode.I32Const, 0, Opcode.MemoryInit, 1, 0);
        Fails("unknown data segment 1", 0, Opcode.DataDrop, 1);
        Fails("unknown elem segment 3", 0, Opcode.ElemDrop, 3);
        Valid(0, Opcode.I32Const, 0, Opcode.I32Const, 0, Opcode.I32Const, 0, Opcode.TableInit, 0, 0);
        Fails("type mismatch: element segment's type funcref", 0, Opcode.I64Const, 0, Opcode.I32Const, 0, Opcode.I32Const, 0,
            Opcode.TableInit, 0, 1);
        Fails("type mismatch: source element type externref", 0, Opcode.I32Const, 0, Opcode.I64Const, 0, Opcode.I32Const, 0,
            Opcode.TableCopy, 0, 1);
        Fails("unknown table 2", 1, Opcode.I32Const, 0, Opcode.TableGet, 2, Opcode.RefIsNull);
        Valid(1, Opcode.I64Const, 0, Opcode.TableGet, 1, Opcode.RefIsNull);
        Valid(0, Opcode.I64Const, 0, Opcode.RefNull, (byte)0x6f, Opcode.I64Const, 0, Opcode.TableFill, 1);
        Valid(0, Opcode.RefNull, (byte)0x6f, Opcode.I64Const, 0, Opcode.TableGrow, 1, Opcode.I64Eqz, Opcode.Drop);
        Valid(0, Opcode.TableSize, 1, Opcode.I64Eqz, Opcode.Drop);
        Malformed("data count section required", WasmFeatures.All, Opcode.DataDrop, 0, Opcode.End);
    }

    [Fact]
    public void Blocks()
    {
        Valid(1, Opcode.I32Const, 1, Opcode.Block, 2, Opcode.I32Eqz, Opcode.End);
        Fails("type mismatch", 1, Opcode.Block, 2, Opcode.I32Eqz, Opcode.End);
        Fails("unknown type 33", 0, Opcode.Block, 33, Opcode.End);
        Fails("type mismatch: type 4 is not a function type", 0, Opcode.Block, 4, Opcode.End);
        Valid(1, Opcode.I32Const, 1, Opcode.If, I32, Opcode.I32Const, 1, Opcode.Else, Opcode.I32Const, 2, Opcode.End);
        Fails("type mismatch", 1, Opcode.I32Const, 1, Opcode.If, I32, Opcode.I32Const, 1, Opcode.End);
        Valid(1, Opcode.I32Const, 1, Opcode.I32Const, 1, Opcode.If, 2, Opcode.End);
        Fails("type mismatch", 1, Opcode.I32Const, 1, Opcode.If, I32, Opcode.I32Const, 1, Opcode.Else, Opcode.I64Const, 2,
            Opcode.End);
        Malformed("END opcode expected, found else", WasmFeatures.All, Opcode.Block, Empty, Opcode.Else, Opcode.End, Opcode.End);
        Malformed("section size mismatch: 1 bytes follow", WasmFeatures.All, Opcode.End, Opcode.Nop);
        Malformed("END opcode expected", WasmFeatures.All, Opcode.Nop);
        Malformed("illegal opcode", WasmFeatures.All, (byte)0xff, Opcode.End);
    }

    [Fact]
    public void Branches()
    {
        Valid(1, Opcode.I32Const, 1, Opcode.Br, 0);
        Fails("unknown label 1", 0, Opcode.Br, 1);
        Fails("type mismatch", 1, Opcode.I64Const, 1, Opcode.Br, 0);
        Valid(0, Opcode.I32Const, 1, Opcode.Loop, 2, Opcode.I32Const, 0, Opcode.BrIf, 0, Opcode.End, Opcode.Drop);
        // br_if leaves the types of the label.
        Fails(
            "type mismatch", 0, Opcode.Block, AnyRef, Opcode.RefNull, (byte)EqHeap, Opcode.I32Const, 0, Opcode.BrIf, 0,
            Opcode.RefNull, (byte)EqHeap, Opcode.RefEq, Opcode.Drop, Opcode.Unreachable, Opcode.End, Opcode.Drop);
        Valid(1, Opcode.Block, I32, Opcode.I32Const, 0, Opcode.I32Const, 0, Opcode.BrTable, 2, 0, 1, 0, Opcode.End);
        Fails(
            "type mismatch: label 1", 0, Opcode.Block, I32, Opcode.I32Const, 0, Opcode.I32Const, 0, Opcode.BrTable, 1, 1, 0,
            Opcode.End, Opcode.Drop);
        Fails("unknown label 7", 0, Opcode.I32Const, 0, Opcode.BrTable, 2, 0, 7, 0);
        Fails("unknown label 7", 0, Opcode.I32Const, 0, Opcode.BrTable, 1, 0, 7);
        Valid(0, Opcode.Block, I64, Opcode.Block, I32, Opcode.Unreachable, Opcode.I32Const, 0, Opcode.BrTable, 1, 0, 1,
            Opcode.End, Opcode.Drop,
            Opcode.I64Const, 0, Opcode.End, Opcode.Drop);
        Valid(1, Opcode.I32Const, 1, Opcode.Return);
        Fails("type mismatch", 1, Opcode.Return);
    }

    [Fact]
    public void Calls()
    {
        Fails("unknown function 5", 0, Opcode.Call, 5);
        Valid(2, Opcode.LocalGet, 0, Opcode.Call, 0);
        Fails("type mismatch: instruction requires [i32] but stack has []", 2, Opcode.Call, 0);
        Valid(1, Opcode.I32Const, 0, Opcode.CallIndirect, 1, 0);
        Fails("type mismatch: table 1 holds externref", 1, Opcode.I64Const, 0, Opcode.CallIndirect, 1, 1);
        Fails("unknown type 50", 1, Opcode.I32Const, 0, Opcode.CallIndirect, 50, 0);
        Valid(1, Opcode.RefNull, 1, Opcode.CallRef, 1);
        Fails("type mismatch", 1, Opcode.RefNull, Func, Opcode.CallRef, 1);
        Valid(2, Opcode.LocalGet, 0, Opcode.ReturnCall, 0);
        Fails("type mismatch: current function requires [i32] but callee returns []", 1, Opcode.I32Const, 0,
            Opcode.ReturnCallIndirect, 0, 0);
        Fails("type mismatch", 1, Opcode.RefNull, 0, Opcode.ReturnCallRef, 0);
    }

    [Fact]
    public void Exceptions()
    {
        Valid(0, Opcode.I32Const, 0, Opcode.Throw, 1);
        Fails("type mismatch: instruction requires [i32] but stack has [i64]", 0, Opcode.I64Const, 0, Opcode.Throw, 1);
        Fails("unknown tag 2", 0, Opcode.Throw, 2);
        Valid(1, Opcode.TryTable, Empty, 1, (byte)0, 1, 0, Opcode.End, Opcode.Unreachable);
        Fails("type mismatch: catch clause gives [i32 (ref exn)] but label 0 requires [i32]", 1, Opcode.TryTable, Empty, 1,
            (byte)1, 1, 0, Opcode.End, Opcode.Unreachable);
        Fails("unknown label 1", 0, Opcode.TryTable, Empty, 1, (byte)2, 1, Opcode.End);
        Valid(0, Opcode.Block, (byte)0x69, Opcode.TryTable, Empty, 1, (byte)3, 0, Opcode.End, Opcode.Unreachable, Opcode.End,
            Opcode.ThrowRef);

        Valid(1, Opcode.Try, I32, Opcode.I32Const, 1, Opcode.Catch, 1, Opcode.CatchAll, Opcode.Rethrow, 0, Opcode.End);
        Valid(0, Opcode.Try, Empty, Opcode.Nop, Opcode.Delegate, 0);
        Fails("unknown label 1", 0, Opcode.Try, Empty, Opcode.Delegate, 1);
        Fails("invalid rethrow label 0", 0, Opcode.Try, Empty, Opcode.Rethrow, 0, Opcode.End);
        Fails("unknown label 3", 0, Opcode.Rethrow, 3);
        Fails("type mismatch: instruction requires [i32] but stack has [i64]", 1, Opcode.Try, I32, Opcode.I64Const, 1,
            Opcode.End);
        Malformed("END opcode expected, found catch_all", WasmFeatures.All, Opcode.Try, Empty, Opcode.CatchAll, Opcode.CatchAll,
            Opcode.End, Opcode.End);
        Malformed("END opcode expected, found catch", WasmFeatures.All, Opcode.Catch, 0, Opcode.End);
        Malformed("END opcode expected, found delegate", WasmFeatures.All, Opcode.Delegate, 0, Opcode.End);
    }

    [Fact]
    public void VariablesAndSelect()
    {
        Fails("unknown local 1", 2, Opcode.LocalGet, 1);
        Fails("unknown global 2", 0, Opcode.GlobalGet, 2, Opcode.Drop);
        Fails("immutable global 0", 0, Opcode.I32Const, 0, Opcode.GlobalSet, 0);
        Valid(0, Opcode.I64Const, 0, Opcode.GlobalSet, 1);
        Valid(2, Opcode.LocalGet, 0, Opcode.LocalGet, 0, Opcode.LocalGet, 0, Opcode.Select);
        Fails("type mismatch: select", 0, Opcode.I32Const, 0, Opcode.I64Const, 0, Opcode.I32Const, 0, Opcode.Select, Opcode.Drop);
        Fails("type mismatch: select", 0, Opcode.RefNull, Func, Opcode.RefNull, Func, Opcode.I32Const, 0, Opcode.Select,
            Opcode.Drop);
        Valid(0, Opcode.RefNull, Func, Opcode.RefNull, Func, Opcode.I32Const, 0, Opcode.SelectT, 1, Func, Opcode.Drop);
        Fails("invalid result arity 2", 0, Opcode.Unreachable, Opcode.SelectT, 2, I32, I32);
        Fails("unknown type 33", 0, Opcode.Unreachable, Opcode.SelectT, 1, RefNull, 33, Opcode.Drop);
    }

    [Fact]
    public void LocalsWithoutADefaultMustBeSet()
    {
        (uint, byte[])[] locals = [(2, [I32]), (600, [Ref, 0]), (1, [I64])];
        void ValidWith(params object[] code)
        {
            var sketch = Sketch();
            sketch.FunctionWithLocals(8, locals, [.. code, Opcode.LocalGet, 0, Opcode.End]);
            ModuleValidator.Validate(sketch.Build(), WasmFeatures.All);
        }
        void FailsWith(string message, params object[] code) => Assert.StartsWith(
            message, Assert.Throws<InvalidModuleException>(() => ValidWith(code)).Message, StringComparison.Ordinal);

        ValidWith(Opcode.LocalGet, 1, Opcode.Drop, Opcode.LocalGet, 603, Opcode.I64Eqz, Opcode.Drop);
        FailsWith("uninitialized local 3", Opcode.LocalGet, 3, Opcode.Drop);
        FailsWith("uninitialized local 602", Opcode.LocalGet, 602, Opcode.Drop);
        FailsWith("unknown local 604", Opcode.LocalGet, 604, Opcode.Drop);
        ValidWith(Opcode.LocalGet, 0, Opcode.LocalSet, 602, Opcode.LocalGet, 602, Opcode.Drop);
        ValidWith(Opcode.LocalGet, 0, Opcode.LocalTee, 3, Opcode.Drop, Opcode.Block, Empty, Opcode.LocalGet, 3, Opcode.Drop,
            Opcode.End);
        FailsWith(
            "uninitialized local 3", Opcode.Block, Empty, Opcode.LocalGet, 0, Opcode.LocalSet, 3, Opcode.End,
            Opcode.LocalGet, 3, Opcode.Drop);
        FailsWith(
            "uninitialized local 3", Opcode.I32Const, 0, Opcode.If, Empty, Opcode.LocalGet, 0, Opcode.LocalSet, 3, Opcode.Else,
            Opcode.LocalGet, 3, Opcode.Drop, Opcode.End);
        // Setting twice inside is undone once.
        FailsWith(
            "uninitialized local 3", Opcode.Block, Empty, Opcode.LocalGet, 0, Opcode.LocalSet, 3, Opcode.Block, Empty,
            Opcode.LocalGet, 0, Opcode.LocalSet, 3, Opcode.End, Opcode.LocalGet, 3, Opcode.Drop, Opcode.End, Opcode.LocalGet,
            3, Opcode.Drop);
    }

    [Fact]
    public void References()
    {
        Fails("undeclared function reference 0", 0, Opcode.RefFunc, 0, Opcode.Drop);
        Fails("unknown function 7", 0, Opcode.RefFunc, 7, Opcode.Drop);
        Valid(0, Opcode.Unreachable, Opcode.RefAsNonNull, Opcode.CallRef, 0);
        Fails("type mismatch", 0, Opcode.Unreachable, Opcode.RefAsNonNull, Opcode.I32Eqz, Opcode.Drop);
        Fails("type mismatch: instruction requires a reference but stack has [i32]", 0, Opcode.I32Const, 0, Opcode.RefIsNull,
            Opcode.Drop);
        Valid(8, Opcode.RefNull, 0, Opcode.BrOnNonNull, 0, Opcode.LocalGet, 0);
        Valid(8, Opcode.Block, Empty, Opcode.RefNull, 0, Opcode.BrOnNull, 0, Opcode.Return, Opcode.End, Opcode.LocalGet, 0);
        Valid(9, Opcode.LocalGet, 0, Opcode.BrOnCast, (byte)3, 0, Any, EqHeap);
        // Custom descriptors let a cast lead upwards, but not into another hierarchy.
        object[] upwards = [Opcode.RefNull, EqHeap, Opcode.BrOnCast, (byte)3, 0, EqHeap, Any];
        Valid(9, upwards);
        Assert.StartsWith(
            "type mismatch on cast", Failure(WasmFeatures.All & ~WasmFeatures.CustomDescriptors, 9, upwards).Message, StringComparison.Ordinal);
        Fails("type mismatch on cast", 9, Opcode.RefNull, EqHeap, Opcode.BrOnCast, (byte)3, 0, EqHeap, Func);
        Fails("type mismatch", 9, Opcode.RefNull, Func, Opcode.BrOnCastFail, (byte)3, 0, Func, Func);
        Valid(9, Opcode.LocalGet, 0, Opcode.RefCast, EqHeap, Opcode.RefTestNull, EqHeap, Opcode.Drop, Opcode.LocalGet, 0);
        Fails("type mismatch", 9, Opcode.LocalGet, 0, Opcode.RefTest, Func);
        Valid(9, Opcode.LocalGet, 0, Opcode.ExternConvertAny, Opcode.AnyConvertExtern);
        Fails("type mismatch: instruction requires [externref] but stack has [anyref]", 9, Opcode.LocalGet, 0,
            Opcode.AnyConvertExtern);
        Valid(1, Opcode.I32Const, 0, Opcode.RefI31, Opcode.I31GetU);
    }

    [Fact]
    public void Aggregates()
    {
        Valid(0, Opcode.I64Const, 0, Opcode.I32Const, 0, Opcode.StructNew, 4, Opcode.I64Const, 0, Opcode.StructSet, 4, 0);
        Fails("type mismatch: field 0 of type 7 has no default value", 0, Opcode.StructNewDefault, 7, Opcode.Drop);
        Valid(1, Opcode.StructNewDefault, 4, Opcode.StructGetS, 4, 1);
        Fails("type mismatch: packed i8 in type 4", 1, Opcode.StructNewDefault, 4, Opcode.StructGet, 4, 1);
        Fails("type mismatch: unpacked i64 in type 4", 0, Opcode.StructNewDefault, 4, Opcode.StructGetU, 4, 0, Opcode.Drop);
        Fails("unknown field 2 of type 4", 0, Opcode.StructNewDefault, 4, Opcode.StructGet, 4, 2, Opcode.Drop);
        Fails("immutable field 1", 0, Opcode.StructNewDefault, 4, Opcode.I32Const, 0, Opcode.StructSet, 4, 1);
        Fails("type mismatch: type 5 is not a structure type", 0, Opcode.StructNewDefault, 5, Opcode.Drop);
        Fails("type mismatch: type 4 is not an array type", 0, Opcode.I32Const, 0, Opcode.ArrayNewDefault, 4, Opcode.Drop);
        Valid(1, Opcode.I32Const, 1, Opcode.I32Const, 2, Opcode.ArrayNewFixed, 5, 2, Opcode.I32Const, 0, Opcode.ArrayGetU, 5);
        Fails("too many operands", 0, Opcode.Unreachable, Opcode.ArrayNewFixed, 5, 10_001, Opcode.Drop);
        Fails("immutable array type 6", 0, Opcode.Unreachable, Opcode.ArraySet, 6);
        Fails("array type is not numeric or vector", 0, Opcode.Unreachable, Opcode.ArrayNewData, 6, 0, Opcode.Drop);
        Valid(0, Opcode.Unreachable, Opcode.ArrayNewElem, 6, 0, Opcode.Drop);
        Fails("type mismatch: element segment's type funcref", 0, Opcode.Unreachable, Opcode.ArrayInitElem, 5, 0);
        Fails("array types do not match", 0, Opcode.Unreachable, Opcode.ArrayCopy, 5, 6);
        Valid(0, Opcode.Unreachable, Opcode.ArrayCopy, 10, 6);
        Valid(1, Opcode.RefNull, (byte)0x6a, Opcode.ArrayLen);
        Valid(0, Opcode.RefNull, 5, Opcode.I32Const, 0, Opcode.I32Const, 0, Opcode.I32Const, 0, Opcode.ArrayFill, 5);
    }

    [Fact]
    public void FeaturesThatAreOffAreNotInstructions()
    {
        Malformed("illegal opcode fd 0c: v128.const needs Simd", WasmFeatures.None, Opcode.V128Const, new byte[16], Opcode.Drop,
            Opcode.End);
        Malformed("illegal opcode c0: i32.extend8_s needs SignExtension", WasmFeatures.None, Opcode.I32Const, 0,
            Opcode.I32Extend8S, Opcode.Drop, Opcode.End);
        Malformed("illegal opcode fe 03: atomic.fence", WasmFeatures.Core3, Opcode.AtomicFence, (byte)0, Opcode.End);
        Malformed("illegal opcode 06: try", WasmFeatures.Core3, Opcode.Try, Empty, Opcode.End, Opcode.End);
        Malformed("malformed block type", WasmFeatures.None, Opcode.Block, 0, Opcode.End, Opcode.End);
        Malformed("malformed value type", WasmFeatures.Core2, Opcode.Block, Ref, 0, Opcode.End, Opcode.End);
    }

    [Fact]
    public void EveryInstructionIsValidated()
    {
        // With operands of every type and immediates that exist, only "nothing validates this" could be thrown.
        foreach (var opcode in InstructionInfo.Opcodes)
        {
            var info = InstructionInfo.Of(opcode);
            object[] immediates = info.Immediates switch
            {
                ImmediateKind.Memarg => [byte.Log2((byte)info.AccessBytes), 0],
                ImmediateKind.MemargLane => [0, 0, (byte)0],
                ImmediateKind.V128 or ImmediateKind.Lanes16 => [new byte[16]],
                ImmediateKind.F32 => [new byte[4]],
                ImmediateKind.F64 => [new byte[8]],
                ImmediateKind.Block => [Empty],
                ImmediateKind.TryTable => [Empty, 0],
                ImmediateKind.Labels => [0, 0],
                ImmediateKind.Types => [1, I32],
                ImmediateKind.Heap => [Any],
                ImmediateKind.Cast => [(byte)0, 0, Any, Any],
                ImmediateKind.None => [],
                ImmediateKind.TypeType or ImmediateKind.TypeField or ImmediateKind.TypeLength or ImmediateKind.TypeData
                    or ImmediateKind.TypeElem or ImmediateKind.CallIndirect or ImmediateKind.TableTable or ImmediateKind.ElemTable
                    or ImmediateKind.MemoryMemory or ImmediateKind.DataMemory => [0, 0],
                _ => [0],
            };
            var sketch = Sketch();
            sketch.Function(0, [Opcode.Unreachable, opcode, .. immediates, Opcode.Unreachable, Opcode.End, Opcode.End]);
            try
            {
                ModuleValidator.Validate(sketch.Build(), WasmFeatures.All);
            }
            catch (WasmException)
            {
            }
        }
    }

    [Fact]
    public void HostileBodiesTakeTimeInProportion()
    {
        var sketch = Sketch();
        const int Deep = 2_000_000;
        byte[] opening = new byte[2 * Deep];
        for (var i = 0; i < Deep; i++) (opening[2 * i], opening[(2 * i) + 1]) = ((byte)Opcode.Block, Empty);
        byte[] closing = new byte[Deep];
        Array.Fill(closing, (byte)Opcode.End);
        sketch.Function(0, opening, closing, Opcode.End);

        byte[] labels = new byte[4_000_000];
        sketch.Function(0, Opcode.I32Const, 0, Opcode.BrTable, labels.Length, labels, 0, Opcode.End);
        ModuleValidator.Validate(sketch.Build(), WasmFeatures.All);

        var many = new ModuleSketch();
        many.Type([], []);
        for (var i = 0; i < 100_000; i++) many.FunctionWithLocals(0, [(50_000, [Ref, 0])], Opcode.End);
        ModuleValidator.Validate(many.Build(), WasmFeatures.All);
        many.FunctionWithLocals(0, [(50_001, [I32])], Opcode.End);
        Assert.StartsWith(
            "too many locals", Assert.Throws<InvalidModuleException>(() => ModuleValidator.Validate(many.Build(),
                WasmFeatures.All)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheOperandStackIsBounded()
    {
        var sketch = new ModuleSketch();
        ValType[] thousand = [.. Enumerable.Repeat(ValType.I32, 1000)];
        sketch.Type([], thousand);
        sketch.Type([], []);
        sketch.ImportFunction(0);
        byte[] calls = [.. Enumerable.Repeat(new byte[] { (byte)Opcode.Call, 0 }, 10_000).SelectMany(call => call)];
        sketch.Function(1, calls, Opcode.Unreachable, Opcode.End);
        Assert.StartsWith(
            "operand stack too high", Assert.Throws<InvalidModuleException>(() => ModuleValidator.Validate(sketch.Build(),
                WasmFeatures.All)).Message,
            StringComparison.Ordinal);
    }
}
