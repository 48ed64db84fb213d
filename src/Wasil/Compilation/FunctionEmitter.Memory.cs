using System.Reflection.Emit;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>Memory instructions.</content>
internal sealed partial class FunctionEmitter
{
    public void Load(in Instruction instruction) => PushLoad(instruction);

    public void LoadExtend(in Instruction instruction) => PushLoad(instruction);

    public void LoadSplat(in Instruction instruction) => PushLoad(instruction);

    public void LoadZero(in Instruction instruction) => PushLoad(instruction);

    public void LoadLane(in Instruction instruction)
    {
        Expression vector = Pop();
        Expression address = CheckedAddress(instruction, out _);
        Instruction scalar = instruction;
        Use(vector);
        EmitScalarLoad(scalar, address);
        address.Free(this);
        EmitNumeric(InstructionInfo.Of(instruction.Opcode).Companion, instruction.Lane);
        PushEmitted(ValKind.V128);
    }

    public void Store(in Instruction instruction) => StoreValue(instruction, Pop());

    public void StoreLane(in Instruction instruction)
    {
        InstructionInfo info = InstructionInfo.Of(instruction.Opcode);
        ValKind kind = info.AccessBytes == 8 ? ValKind.I64 : ValKind.I32;
        StoreValue(instruction, new NumericValue(kind, info.Companion, instruction.Lane, [Pop()]));
    }

    public void MemorySize(in Instruction instruction)
    {
        uint memory = instruction.Memory;
        bool is64 = _types.Memories[memory].Is64;
        int pageSize = _types.Memories[memory].PageSizeLog2;
        Push(new StateValue(is64 ? ValKind.I64 : ValKind.I32, emitter =>
        {
            emitter.EmitMemory(memory);
            emitter._il.Emit(OpCodes.Ldfld, Members.MemoryLength);
            emitter._il.Emit(OpCodes.Ldc_I4, pageSize);
            emitter._il.Emit(OpCodes.Shr_Un);
            if (!is64)
                emitter._il.Emit(OpCodes.Conv_I4);
        }));
    }

    public void MemoryGrow(in Instruction instruction)
    {
        Expression pages = Pop();
        SettleReadersOfState();
        EmitMemory(instruction.Memory);
        Use(pages);
        _il.Emit(OpCodes.Call, pages.Kind == ValKind.I64 ? Members.MemoryGrow64 : Members.MemoryGrow32);
        // Whichever memory it was: one memory may be imported several times.
        RefreshLength();
        PushEmitted(pages.Kind);
    }

    public void MemoryFill(in Instruction instruction)
    {
        Expression count = Pop(), value = Pop(), start = Pop();
        SettleReadersOfState();
        EmitBulkTarget(instruction.Memory);
        UseAddress(start);
        Use(value);
        UseAddress(count);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, _options.Polls ? Members.FillInParts : Members.MemoryFill);
    }

    public void MemoryCopy(in Instruction instruction)
    {
        Expression count = Pop(), source = Pop(), start = Pop();
        SettleReadersOfState();
        EmitBulkTarget(instruction.Index);
        UseAddress(start);
        if (_options.Polls)
            _il.Emit(OpCodes.Ldc_I4, (int)instruction.Index2);
        else
            EmitMemory(instruction.Index2);
        UseAddress(source);
        UseAddress(count);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, _options.Polls ? Members.CopyInParts : Members.MemoryCopy);
    }

    // Gigabytes take seconds, so where a guest may be interrupted its instance does them in parts.
    private void EmitBulkTarget(uint memory)
    {
        if (!_options.Polls)
        {
            EmitMemory(memory);
            return;
        }

        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldc_I4, (int)memory);
    }

    public void MemoryInit(in Instruction instruction) =>
        EmitInit(Members.MemoryInit, (int)instruction.Index2, (int)instruction.Index, instruction.Offset);

    public void DataDrop(in Instruction instruction) => EmitDrop(Members.DropData, (int)instruction.Index);

    /// <summary>Emits a load whose address was checked, or is left to a guard page.</summary>
    public void EmitLoad(in Instruction instruction, Expression address)
    {
        InstructionInfo info = InstructionInfo.Of(instruction.Opcode);
        switch (info.Lowering)
        {
            case Lowering.LoadSplat:
                EmitScalarLoad(instruction, address);
                EmitNumeric(info.Companion, 0);
                break;
            case Lowering.LoadZero:
                EmitLowestLane(instruction, address);
                break;
            case Lowering.LoadExtend:
                EmitLowestLane(instruction, address);
                EmitNumeric(info.Companion, 0);
                break;
            default:
                EmitPlace(instruction, address);
                EmitUnaligned(KindOf(info.Results[0]));
                EmitPlainLoad(info);
                break;
        }
    }

    private void PushLoad(in Instruction instruction)
    {
        Expression address = CheckedAddress(instruction, out bool isBare);
        Push(new LoadValue(KindOf(InstructionInfo.Of(instruction.Opcode).Results[0]), instruction, address, isBare));
    }

    private void StoreValue(in Instruction instruction, Expression value)
    {
        Expression address = CheckedAddress(instruction, out bool isBare);
        SettleReadersOfState();
        EmitPlace(instruction, address);
        address.Free(this);
        Use(value);
        EmitUnaligned(value.Kind);
        // Or the JIT compiler merges stores of constants side by side, of which the first may be in bounds.
        if (isBare)
            _il.Emit(OpCodes.Volatile);
        switch (value.Kind, InstructionInfo.Of(instruction.Opcode).AccessBytes)
        {
            case (_, 1):
                _il.Emit(OpCodes.Stind_I1);
                break;
            case (_, 2):
                _il.Emit(OpCodes.Stind_I2);
                break;
            case (ValKind.I64, 4):
                _il.Emit(OpCodes.Stind_I4);
                break;
            default:
                EmitIndirectStore(value.Kind);
                break;
        }
    }

    /// <summary>Pops the address of a load or store and emits its check, where a guard page does not do.</summary>
    private Expression CheckedAddress(in Instruction instruction, out bool isBare)
    {
        isBare = IsBare(instruction);
        return isBare ? Pop() : CheckedAddress(instruction);
    }

    /// <summary>Pops an address and emits its check.</summary>
    private Expression CheckedAddress(in Instruction instruction)
    {
        ulong size = (ulong)InstructionInfo.Of(instruction.Opcode).AccessBytes;
        MemoryType type = _types.Memories[instruction.Memory];
        // A memory is never smaller than its type says.
        ulong least = LeastBytes(type);
        if (instruction.Immediate + size is var reach && reach >= size && reach <= least && _stack[^1].UpperBound <= least - reach)
            return Pop();
        // What was found to be in bounds that far behind the local did not wrap around either.
        if (!type.Is64 && _stack[^1] is NumericValue { Sum: { } sum } && KnownReach(sum.Local, instruction.Memory) >= sum.Addend + reach)
        {
            Pop();
            return new NearValue(sum.Local, sum.Addend);
        }

        Expression address = type.Is64 || _stack[^1].IsDuplicable ? PopDuplicable() : SettleExtended(Pop());
        if (type.Is64)
        {
            EmitMemory(instruction.Memory);
            address.Emit(this);
            _il.Emit(OpCodes.Ldc_I8, (long)(instruction.Immediate > ulong.MaxValue - size ? ulong.MaxValue : instruction.Immediate + size));
            _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
            _il.Emit(OpCodes.Call, Members.MemoryCheck64);
            return address;
        }

        if (address is Constant constant)
        {
            _il.Emit(OpCodes.Ldc_I8, (long)((uint)constant.Bits + reach));
            EmitLength(instruction.Memory);
        }
        else if (address is LocalValue local && WasChecked(local.Local, instruction.Memory, reach))
        {
            return address;
        }
        else if (reach <= least)
        {
            // Compared this way around, what stands on the right is the same for many accesses, and in a loop.
            EmitExtended(address);
            EmitLength(instruction.Memory);
            _il.Emit(OpCodes.Ldc_I8, (long)reach);
            _il.Emit(OpCodes.Sub);
        }
        else
        {
            // Both parts are below 2^32, so their sum needs no check of its own.
            EmitExtended(address);
            _il.Emit(OpCodes.Ldc_I8, (long)reach);
            _il.Emit(OpCodes.Add);
            EmitLength(instruction.Memory);
        }

        _il.Emit(OpCodes.Bgt_Un, TrapLabel(nameof(Traps.MemoryOutOfBounds), instruction.Offset));
        return address;
    }

    // The check and the access take it as it is then; the JIT compiler would extend it for each.
    private TemporaryValue SettleExtended(Expression address)
    {
        Temporary extended = Take(ValKind.I64);
        Use(address);
        _il.Emit(OpCodes.Conv_U8);
        _il.Emit(OpCodes.Stloc, extended.Local);
        return new TemporaryValue(extended, isOwned: true);
    }

    private void EmitExtended(Expression address)
    {
        address.Emit(this);
        if (address.Kind == ValKind.I32)
            _il.Emit(OpCodes.Conv_U8);
    }

    /// <summary>Whether a check of the same local came before this one on every way here and reached as far; else remembers this
    /// one, which is about to be emitted.</summary>
    private bool WasChecked(int local, uint memory, ulong reach)
    {
        if (KnownReach(local, memory) >= reach)
            return true;
        _checked[(local, memory)] = reach;
        return false;
    }

    private ulong KnownReach(int local, uint memory) => _checked.GetValueOrDefault((local, memory));

    /// <summary>Puts the 64-bit sum of an i32 local and a constant on the evaluation stack.</summary>
    public void EmitSum(int local, uint addend)
    {
        EmitLocalGet(local);
        _il.Emit(OpCodes.Conv_U8);
        _il.Emit(OpCodes.Ldc_I8, (long)addend);
        _il.Emit(OpCodes.Add);
    }

    private void EmitLength(uint memory)
    {
        if (memory == 0 && _memory0Length is not null)
        {
            _il.Emit(OpCodes.Ldloc, _memory0Length);
            return;
        }

        EmitMemory(memory);
        _il.Emit(OpCodes.Ldfld, Members.MemoryLength);
    }

    /// <summary>Something ran that may have made the memory grow. What is on the evaluation stack stays there.</summary>
    private void RefreshLength()
    {
        if (_memory0Length is null)
            return;
        EmitMemory(0);
        _il.Emit(OpCodes.Ldfld, Members.MemoryLength);
        _il.Emit(OpCodes.Stloc, _memory0Length);
    }

    private static ulong LeastBytes(MemoryType type) =>
        type.Limits.Minimum > 1UL << 32 ? 0 : type.Limits.Minimum << type.PageSizeLog2;

    /// <summary>Whether an access is left to a guard page. The topmost operand is its address.</summary>
    private bool IsBare(in Instruction instruction)
    {
        if (_options.Memory != MemoryMode.GuardPages || !MemoryInstance.CanBeGuarded(_types.Memories[instruction.Memory]))
            return false;
        bool isStore = InstructionInfo.Of(instruction.Opcode).Lowering is Lowering.Store or Lowering.StoreLane;
        // What is behind a constant address the JIT compiler may find out: it merges and drops such accesses.
        return instruction.Immediate <= MemoryInstance.LargestGuardedOffset
            && _stack[^1] is not Constant
            && (isStore || _fragileLoads?.Contains(instruction.Offset) == false);
    }

    /// <summary>Emits the machine address of an access.</summary>
    private void EmitPlace(in Instruction instruction, Expression address)
    {
        if (instruction.Memory == 0)
        {
            _il.Emit(OpCodes.Ldloc, _memory0Base!);
        }
        else
        {
            EmitMemory(instruction.Memory);
            _il.Emit(OpCodes.Ldfld, Members.MemoryBase);
        }

        if (address is Constant { Kind: ValKind.I32 } constant)
        {
            _il.Emit(OpCodes.Ldc_I8, (long)((uint)constant.Bits + instruction.Immediate));
            _il.Emit(OpCodes.Add);
            return;
        }

        address.Emit(this);
        if (address.Kind == ValKind.I32)
            _il.Emit(OpCodes.Conv_U8);
        _il.Emit(OpCodes.Add);
        if (instruction.Immediate is > 0 and <= int.MaxValue)
        {
            // CIL adds an int32 to an address, as what it is with a sign.
            EmitInt32((int)instruction.Immediate);
            _il.Emit(OpCodes.Add);
        }
        else if (instruction.Immediate != 0)
        {
            _il.Emit(OpCodes.Ldc_I8, (long)instruction.Immediate);
            _il.Emit(OpCodes.Add);
        }
    }

    // Integers may lie anywhere on x64 without a word, and what is not said counts: the JIT compiler does not optimise methods of
    // more than 20,000 instructions.
    private void EmitUnaligned(ValKind kind)
    {
        if (!IsX64 || kind is not (ValKind.I32 or ValKind.I64))
            _il.Emit(OpCodes.Unaligned, (byte)1);
    }

    private static readonly bool IsX64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;

    private void EmitPlainLoad(InstructionInfo info)
    {
        ValKind kind = KindOf(info.Results[0]);
        switch (info.AccessBytes)
        {
            case 1:
                _il.Emit(info.SignExtends ? OpCodes.Ldind_I1 : OpCodes.Ldind_U1);
                break;
            case 2:
                _il.Emit(info.SignExtends ? OpCodes.Ldind_I2 : OpCodes.Ldind_U2);
                break;
            case 4 when kind == ValKind.I64:
                _il.Emit(info.SignExtends ? OpCodes.Ldind_I4 : OpCodes.Ldind_U4);
                break;
            default:
                EmitIndirectLoad(kind);
                return;
        }

        if (kind == ValKind.I64)
            _il.Emit(info.SignExtends ? OpCodes.Conv_I8 : OpCodes.Conv_U8);
    }

    // A vector with what was loaded in its lowest lane and zero in the others.
    private void EmitLowestLane(in Instruction instruction, Expression address)
    {
        EmitScalarLoad(instruction, address);
        bool is64 = InstructionInfo.Of(instruction.Opcode).AccessBytes == 8;
        _il.Emit(OpCodes.Call, is64
            ? ((Func<long, Vector128<long>>)Vector128.CreateScalar).Method
            : ((Func<int, Vector128<int>>)Vector128.CreateScalar).Method);
        _il.Emit(OpCodes.Call, is64
            ? ((Func<Vector128<long>, Vector128<byte>>)Vector128.AsByte).Method
            : ((Func<Vector128<int>, Vector128<byte>>)Vector128.AsByte).Method);
    }

    // The scalar half of a vector's load: an i32, or an i64 of eight bytes.
    private void EmitScalarLoad(in Instruction instruction, Expression address)
    {
        EmitPlace(instruction, address);
        EmitUnaligned(ValKind.I64);
        switch (InstructionInfo.Of(instruction.Opcode).AccessBytes)
        {
            case 1:
                _il.Emit(OpCodes.Ldind_U1);
                break;
            case 2:
                _il.Emit(OpCodes.Ldind_U2);
                break;
            case 4:
                _il.Emit(OpCodes.Ldind_I4);
                break;
            default:
                _il.Emit(OpCodes.Ldind_I8);
                break;
        }
    }

    private void EmitMemory(uint index)
    {
        if (index == 0 && _memory0 is not null)
        {
            _il.Emit(OpCodes.Ldloc, _memory0);
            return;
        }

        _il.Emit(OpCodes.Ldarg_0);
        if (index == 0)
        {
            _il.Emit(OpCodes.Ldfld, Members.Memory0);
            return;
        }

        _il.Emit(OpCodes.Ldfld, Members.Memories);
        _il.Emit(OpCodes.Ldc_I4, (int)index);
        _il.Emit(OpCodes.Ldelem_Ref);
    }

    /// <summary><c>memory.init</c> or <c>table.init</c>.</summary>
    private void EmitInit(System.Reflection.MethodInfo method, int target, int segment, int offset)
    {
        Expression count = Pop(), segmentStart = Pop(), start = Pop();
        SettleReadersOfState();
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldc_I4, target);
        _il.Emit(OpCodes.Ldc_I4, segment);
        UseAddress(start);
        Use(segmentStart);
        Use(count);
        _il.Emit(OpCodes.Ldc_I4, offset);
        _il.Emit(OpCodes.Call, method);
    }

    private void EmitDrop(System.Reflection.MethodInfo method, int segment)
    {
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldc_I4, segment);
        _il.Emit(OpCodes.Call, method);
    }
}
