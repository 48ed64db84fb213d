using Wasil.Instructions;
using Wasil.Syntax;
using Wasil.Validation;

namespace Wasil.Tests.Validation;

public class ModuleValidatorTests
{
    private static string Problem(ModuleSketch sketch, WasmFeatures features = WasmFeatures.All) =>
        Assert.Throws<InvalidModuleException>(() => ModuleValidator.Validate(sketch.Build(), features)).Message;

    private static void Fails(string message, ModuleSketch sketch, WasmFeatures features = WasmFeatures.All) =>
        Assert.StartsWith(message, Problem(sketch, features), StringComparison.Ordinal);

    private static ModuleTypes Valid(ModuleSketch sketch, WasmFeatures features = WasmFeatures.All) =>
        ModuleValidator.Validate(sketch.Build(), features);

    private static ModuleSketch WithMemory(MemoryType memory) => new() { Memories = { memory } };

    private static MemoryType Memory(ulong minimum, ulong? maximum = null, bool is64 = false, bool isShared = false,
        int page = 16) =>
        new(new Limits(minimum, maximum), is64, isShared, page);

    [Fact]
    public void IndexSpacesAreClosed()
    {
        var sketch = new ModuleSketch();
        uint unary = sketch.Type([ValType.I32], []);
        uint ofReference = sketch.Type([ModuleSketch.RefTo(unary)], []);
        sketch.ImportFunction(ofReference);
        sketch.Imports.Add(new Import("m", "g", ExternKind.Global, 0,
            new GlobalType(ModuleSketch.RefTo(unary, nullable: true), false)));
        sketch.Imports.Add(new Import("m", "t", ExternKind.Tag, unary, null));
        sketch.Function(unary, Opcode.End);
        sketch.Tables.Add(new Table(new TableType(ModuleSketch.RefTo(unary, nullable: true), new Limits(1, 2)), null));
        sketch.Memories.Add(Memory(1));
        sketch.Globals.Add(new Global(new GlobalType(ValType.I64, true), sketch.Expression(Opcode.I64Const, 5, Opcode.End)));

        var types = Valid(sketch);
        Assert.Equal(1, types.ImportedFunctions);
        Assert.Equal(1, types.ImportedGlobals);
        Assert.Equal(1, types.ImportedTags);
        Assert.Equal(0, types.ImportedMemories);
        Assert.Same(types.Types[unary], types.Functions[1]);
        Assert.Same(types.Types[unary], types.Tables[0].Element.HeapType.Definition);
        Assert.Same(types.Types[unary], types.Globals[0].Content.HeapType.Definition);
        Assert.Same(types.Types[unary], types.FuncTypeOf(0).Parameters[0].HeapType.Definition);
        Assert.Equal(ValType.I64, types.Globals[1].Content);
        Assert.Same(types.Types[unary], types.Tags[0]);
    }

    [Fact]
    public void Memories()
    {
        Valid(WithMemory(Memory(65536, 65536)));
        Fails("memory size must be at most 65536 pages (4GiB)", WithMemory(Memory(65537)));
        Fails("memory size must be at most", WithMemory(Memory(0, 65537)));
        Fails("size minimum must not be greater than maximum", WithMemory(Memory(2, 1)));
        Valid(WithMemory(Memory(1UL << 48, is64: true)));
        Fails("memory size must be at most", WithMemory(Memory((1UL << 48) + 1, is64: true)));
        Valid(WithMemory(Memory(uint.MaxValue, page: 0)));
        Fails("memory size must be at most", WithMemory(Memory(1UL << 32, page: 0)));
        Valid(WithMemory(Memory(ulong.MaxValue, is64: true, page: 0)));
        Fails("invalid custom page size", WithMemory(Memory(1, page: 1)));
        Fails("invalid custom page size", WithMemory(Memory(1, page: 0)), WasmFeatures.Default);
        Fails("shared memory must have maximum", WithMemory(Memory(1, isShared: true)));
        Valid(WithMemory(Memory(1, 1, isShared: true)));

        var two = new ModuleSketch { Memories = { Memory(1), Memory(1) } };
        Valid(two);
        Fails("multiple memories", two, WasmFeatures.Core2);
    }

    [Fact]
    public void Tables()
    {
        ModuleSketch With(ValType element, Limits limits, bool is64 = false) =>
            new() { Tables = { new Table(new TableType(element, limits, is64), null) } };
        Valid(With(ValType.FuncRef, new Limits(uint.MaxValue, uint.MaxValue)));
        Fails("table size", With(ValType.FuncRef, new Limits(1UL << 32, null)));
        Valid(With(ValType.FuncRef, new Limits(1UL << 32, null), is64: true));
        Fails("size minimum must not be greater than maximum", With(ValType.FuncRef, new Limits(2, 1)));
        Fails("type mismatch: table 0 of (ref func) must have an initializer",
            With(ValType.Ref(HeapType.Func, false), new Limits(0, null)));
        Fails("unknown type 3", With(ModuleSketch.RefTo(3, nullable: true), new Limits(0, null)));

        var initialized = new ModuleSketch();
        uint type = initialized.Type([], []);
        uint function = initialized.Function(type, Opcode.End);
        initialized.Tables.Add(new Table(
            new TableType(ModuleSketch.RefTo(type), new Limits(1, null)),
            initialized.Expression(Opcode.RefFunc, function, Opcode.End)));
        Valid(initialized);
    }

    [Fact]
    public void GlobalsSeeThoseBeforeThem()
    {
        var sketch = new ModuleSketch();
        var type = new GlobalType(ValType.I32, false);
        sketch.Globals.Add(new Global(type, sketch.Expression(Opcode.I32Const, 1, Opcode.End)));
        sketch.Globals.Add(new Global(type, sketch.Expression(
            Opcode.GlobalGet, 0, Opcode.I32Const, 1, Opcode.I32Add, Opcode.End)));
        Valid(sketch);
        Fails("unknown global 0", sketch, WasmFeatures.Core2);

        sketch.Globals.Add(new Global(type, sketch.Expression(Opcode.GlobalGet, 2, Opcode.End)));
        Fails("unknown global 2", sketch);
    }

    [Fact]
    public void ConstantExpressions()
    {
        ModuleSketch With(ValType type, params object[] code)
        {
            var sketch = new ModuleSketch();
            sketch.Imports.Add(new Import("m", "g", ExternKind.Global, 0, new GlobalType(ValType.I32, true)));
            sketch.Globals.Add(new Global(new GlobalType(type, false), sketch.Expression(code)));
            return sketch;
        }
        Fails("constant expression required: i32.ctz", With(ValType.I32, Opcode.I32Const, 1, Opcode.I32Ctz, Opcode.End));
        Fails("constant expression required: global 0 is mutable", With(ValType.I32, Opcode.GlobalGet, 0, Opcode.End));
        Fails("constant expression required: nop", With(ValType.I32, Opcode.I32Const, 1, Opcode.Nop, Opcode.End));
        Fails(
            "constant expression required: i32.add",
            With(ValType.I32, Opcode.I32Const, 1, Opcode.I32Const, 1, Opcode.I32Add, Opcode.End), WasmFeatures.Core2);
        Fails("type mismatch", With(ValType.I32, Opcode.End));
        Fails("type mismatch", With(ValType.I32, Opcode.I64Const, 1, Opcode.End));
        Fails("type mismatch: block requires [i32] but stack has [i32 i32]",
            With(ValType.I32, Opcode.I32Const, 1, Opcode.I32Const, 1, Opcode.End));
        Fails("unknown function 9", With(ValType.FuncRef, Opcode.RefFunc, 9, Opcode.End));
        Valid(With(ValType.Ref(HeapType.I31, false), Opcode.I32Const, 1, Opcode.RefI31, Opcode.End));
    }

    [Fact]
    public void StartExportsAndTags()
    {
        var sketch = new ModuleSketch { Start = 0 };
        Fails("unknown function 0: start function", sketch);
        sketch.Function(sketch.Type([ValType.I32], []), Opcode.End);
        Fails("start function", sketch);

        var exports = new ModuleSketch { Memories = { Memory(1) } };
        exports.Exports.Add(new Export("a", ExternKind.Memory, 0));
        Valid(exports);
        exports.Exports.Add(new Export("a", ExternKind.Memory, 0));
        Fails("duplicate export name: a", exports);
        (ExternKind, string)[] kinds =
        [
            (ExternKind.Func, "function"), (ExternKind.Table, "table"), (ExternKind.Memory, "memory"),
            (ExternKind.Global, "global"), (ExternKind.Tag, "tag"),
        ];
        foreach (var (kind, name) in kinds)
            Fails($"unknown {name} 0", new ModuleSketch { Exports = { new Export("x", kind, 0) } });

        var tag = new ModuleSketch();
        tag.Tags.Add(tag.Type([], [ValType.I32]));
        Fails("non-empty tag result type", tag);
        Fails("unknown type 4", new ModuleSketch { Tags = { 4 } });
    }

    [Fact]
    public void Segments()
    {
        var sketch = new ModuleSketch();
        uint type = sketch.Type([], []);
        uint function = sketch.Function(type, Opcode.End);
        var zero = sketch.Expression(Opcode.I32Const, 0, Opcode.End);
        var wide = sketch.Expression(Opcode.I64Const, 0, Opcode.End);
        var functions = ValType.Ref(HeapType.Func, false);

        ModuleSketch With(ElementSegment element)
        {
            sketch.Elements.Clear();
            sketch.Elements.Add(element);
            return sketch;
        }
        Fails("unknown table 0", With(new ElementSegment(SegmentMode.Active, 0, zero, functions, [function], null)));
        Fails("unknown function 5", With(new ElementSegment(SegmentMode.Passive, 0, default, functions, [5], null)));
        sketch.Tables.Add(new Table(new TableType(ValType.ExternRef, new Limits(1, null)), null));
        sketch.Tables.Add(new Table(new TableType(ValType.FuncRef, new Limits(1, null), is64: true), null));
        Fails("type mismatch: element segment 0 holds (ref func) but table 0 holds externref",
            With(new ElementSegment(SegmentMode.Active, 0, zero, functions, [function], null)));
        Fails("type mismatch: instruction requires [i64]",
            With(new ElementSegment(SegmentMode.Active, 1, zero, functions, [function], null)));
        Valid(With(new ElementSegment(SegmentMode.Active, 1, wide, functions, [function], null)));
        Fails("type mismatch", With(new ElementSegment(
            SegmentMode.Declarative, 0, default, ValType.ExternRef, null,
            [sketch.Expression(Opcode.RefFunc, function, Opcode.End)])));
        sketch.Elements.Clear();

        sketch.Data.Add(new DataSegment(SegmentMode.Active, 0, zero, default));
        Fails("unknown memory 0", sketch);
        sketch.Memories.Add(Memory(1));
        Valid(sketch);
        sketch.Data.Add(new DataSegment(SegmentMode.Active, 0, wide, default));
        Fails("type mismatch", sketch);
    }

    [Fact]
    public void TheFirstFailureInTheOrderOfFunctionsIsReported()
    {
        var sketch = new ModuleSketch();
        uint type = sketch.Type([], []);
        byte[] padding = [.. Enumerable.Repeat((byte)Opcode.Nop, 9_000)];
        const int Failing = 61;
        for (var i = 0; i < 200; i++)
        {
            if (i >= Failing && i % 7 != 0) sketch.Function(type, padding, Opcode.Drop, Opcode.End);
            else if (i > Failing) sketch.Function(type, padding, Opcode.I32Const, 1, Opcode.End);
            else sketch.Function(type, padding, Opcode.End);
        }
        var module = sketch.Build();
        for (var i = 0; i < 20; i++)
        {
            var failure = Assert.Throws<InvalidModuleException>(() => ModuleValidator.Validate(module, WasmFeatures.All));
            Assert.Equal(Failing, failure.FunctionIndex);
        }
        Assert.Equal(Failing, Assert.Throws<InvalidModuleException>(
            () => ModuleValidator.Validate(module, WasmFeatures.All, maxDegreeOfParallelism: 1)).FunctionIndex);
    }

    [Fact]
    public void MalformedComesBeforeInvalid()
    {
        var sketch = new ModuleSketch();
        uint type = sketch.Type([], []);
        sketch.Function(type, Opcode.Drop, Opcode.End);
        sketch.Function(type, Opcode.Block, 0x40, Opcode.End);
        var failure = Assert.Throws<MalformedModuleException>(() => ModuleValidator.Validate(sketch.Build(), WasmFeatures.All));
        Assert.StartsWith("END opcode expected", failure.Message, StringComparison.Ordinal);
    }
}
