using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Interpreter;

/// <content>Numeric, parametric, variable and memory instructions.</content>
internal sealed unsafe partial class FunctionLowering
{
    public void Numeric(in Instruction instruction)
    {
        InstructionInfo info = InstructionInfo.Of(instruction.Opcode);
        OperationCode code = OperationTable.Plain(instruction.Opcode);
        if (code == OperationCode.Exit)
        {
            Vector(instruction, info);
            return;
        }

        ValKind result = ValKinds.Of((long)info.Results[0]);
        if (info.Operands.Length == 1)
        {
            int operand = Use(Pop());
            Emit(code, Push(result), operand);
            MarkResult();
            return;
        }

        Operand right = Pop(), left = Pop();
        if (left.Source == Source.Constant && right.Source != Source.Constant
            && OperationTable.Exchanged(code) is var exchanged and not OperationCode.Exit)
        {
            (left, right) = (right, left);
            code = exchanged;
        }

        if (right.Source == Source.Constant && code == OperationCode.I32Add && left.NeedsLocal)
        {
            // Bits of a local are zero.
            PushSum(left.Local, (ulong)(int)(left.Bits + right.Bits));
            return;
        }

        if (right.Source == Source.Constant)
        {
            int slot = Use(left);
            code = OperationTable.WithConstant(code);
            int place = Push(result);
            if (!TryFuseWithConstant(code, place, slot, right.Bits))
                Emit(code, place, slot).Long = right.Bits;
        }
        else
        {
            int first = Use(left), second = Use(right);
            int place = Push(result);
            if (!TryFuse(code, place, first, second))
                Emit(code, place, first, second);
        }

        MarkResult();
    }

    public void NumericTrap(in Instruction instruction) => Numeric(instruction);

    public void NumericLane(in Instruction instruction) => Vector(instruction, InstructionInfo.Of(instruction.Opcode));

    public void I8x16Shuffle(in Instruction instruction)
    {
        int second = Use(Pop()), first = Use(Pop());
        Emit(OperationCode.Shuffle, Push(ValKind.V128), first, second);
        EmitVector(instruction);
    }

    public void V128Const(in Instruction instruction)
    {
        Emit(OperationCode.VectorConstant, Push(ValKind.V128), 0);
        EmitVector(instruction);
    }

    public void I64Add128(in Instruction instruction) => Wide(instruction, 4);

    public void I64Sub128(in Instruction instruction) => Wide(instruction, 4);

    public void I64MulWideS(in Instruction instruction) => Wide(instruction, 2);

    public void I64MulWideU(in Instruction instruction) => Wide(instruction, 2);

    public void I32Const(in Instruction instruction) => PushConstant(ValKind.I32, (ulong)(int)instruction.Immediate);

    public void I64Const(in Instruction instruction) => PushConstant(ValKind.I64, instruction.Immediate);

    public void F32Const(in Instruction instruction) => PushConstant(ValKind.F32, instruction.Immediate);

    public void F64Const(in Instruction instruction) => PushConstant(ValKind.F64, instruction.Immediate);

    public void Drop(in Instruction instruction)
    {
        Pop();
        // What is on top now came from another operation than the last.
        _result = NoResult;
    }

    public void Select(in Instruction instruction)
    {
        Operand condition = Pop(), second = Pop(), first = Pop();
        int c = Use(condition), b = Use(second), a = Use(first);
        OperationCode code = first.Kind switch
        {
            ValKind.F32 => OperationCode.Select32,
            ValKind.V128 => OperationCode.Select128,
            ValKind.Ref => OperationCode.SelectReference,
            _ => OperationCode.Select,
        };
        Emit(code, Push(first.Kind), a, b).D = (ushort)c;
        MarkResult();
    }

    public void SelectT(in Instruction instruction) => Select(instruction);

    public void LocalGet(in Instruction instruction) => PushLocal((int)instruction.Index);

    public void LocalSet(in Instruction instruction) => SetLocal((int)instruction.Index, Pop());

    public void LocalTee(in Instruction instruction)
    {
        SetLocal((int)instruction.Index, Pop());
        LocalGet(instruction);
    }

    public void GlobalGet(in Instruction instruction)
    {
        int index = (int)instruction.Index;
        ValKind kind = _types.Globals[index].Content.Kind;
        if (kind is ValKind.V128 or ValKind.Ref)
        {
            Own(instruction, 0, kind);
            return;
        }

        OperationCode code = index < _types.ImportedGlobals ? OperationCode.GlobalGetImported : OperationCode.GlobalGet;
        Emit(code, Push(kind), 0).Low = index;
        MarkResult();
    }

    public void GlobalSet(in Instruction instruction)
    {
        int index = (int)instruction.Index;
        if (_types.Globals[index].Content.Kind is ValKind.V128 or ValKind.Ref)
        {
            Own(instruction, 1, null);
            return;
        }

        int value = Use(Pop());
        OperationCode code = index < _types.ImportedGlobals ? OperationCode.GlobalSetImported : OperationCode.GlobalSet;
        Emit(code, 0, value).Low = index;
    }

    public void Load(in Instruction instruction)
    {
        InstructionInfo info = InstructionInfo.Of(instruction.Opcode);
        ValKind kind = ValKinds.Of((long)info.Results[0]);
        OperationCode code = OperationTable.Plain(instruction.Opcode);
        Operand place = Pop();
        if (IsPlainMemory(instruction) && ConstantAddress(place, code, info, instruction, out ulong reach) is var fixedPlace and not OperationCode.Exit)
        {
            Emit(fixedPlace, Push(kind), 0).Long = reach;
            MarkResult();
            return;
        }

        int address = Use(place);
        if (code == OperationCode.Exit || !IsPlainMemory(instruction))
        {
            EmitAccess(instruction, info, Push(kind), address, 0);
            return;
        }

        // The end of the access is what is compared. Both parts are below 2^33.
        ulong end = instruction.Immediate + (uint)info.AccessBytes;
        int result = Push(kind);
        if (!TryFuseAddress(code, result, address, 0, end))
            Emit(code, result, address).Long = end;
        MarkResult();
    }

    /// <summary>The operation for an access whose address is a constant, and the end of the access; or none.</summary>
    private static OperationCode ConstantAddress(
        in Operand address, OperationCode code, InstructionInfo info, in Instruction instruction, out ulong end)
    {
        end = (uint)address.Bits + instruction.Immediate + (uint)info.AccessBytes;
        return address.Source == Source.Constant ? OperationTable.Fused(OperationCode.Constant, code, isRight: false) : OperationCode.Exit;
    }

    public void LoadExtend(in Instruction instruction) => Load(instruction);

    public void LoadSplat(in Instruction instruction) => Load(instruction);

    public void LoadZero(in Instruction instruction) => Load(instruction);

    public void LoadLane(in Instruction instruction)
    {
        int vector = Use(Pop()), address = Use(Pop());
        EmitAccess(instruction, InstructionInfo.Of(instruction.Opcode), Push(ValKind.V128), address, vector);
    }

    public void Store(in Instruction instruction)
    {
        InstructionInfo info = InstructionInfo.Of(instruction.Opcode);
        OperationCode code = OperationTable.Plain(instruction.Opcode);
        int value = Use(Pop());
        Operand place = Pop();
        if (IsPlainMemory(instruction) && ConstantAddress(place, code, info, instruction, out ulong reach) is var fixedPlace and not OperationCode.Exit)
        {
            Emit(fixedPlace, 0, 0, value).Long = reach;
            return;
        }

        int address = Use(place);
        if (code == OperationCode.Exit || !IsPlainMemory(instruction))
            EmitAccess(instruction, info, 0, address, value);
        else if (!TryFuseAddress(code, 0, address, value, instruction.Immediate + (uint)info.AccessBytes))
            Emit(code, 0, address, value).Long = instruction.Immediate + (uint)info.AccessBytes;
    }

    public void StoreLane(in Instruction instruction) => Store(instruction);

    public void AtomicLoad(in Instruction instruction) => Load(instruction);

    public void AtomicStore(in Instruction instruction) => Store(instruction);

    public void AtomicRmw(in Instruction instruction)
    {
        InstructionInfo info = InstructionInfo.Of(instruction.Opcode);
        int value = Use(Pop()), address = Use(Pop());
        EmitAccess(instruction, info, Push(ValKinds.Of((long)info.Results[0])), address, value);
    }

    public void AtomicCmpxchg(in Instruction instruction)
    {
        InstructionInfo info = InstructionInfo.Of(instruction.Opcode);
        int replacement = Use(Pop()), expected = Use(Pop()), address = Use(Pop());
        EmitAccess(instruction, info, Push(ValKinds.Of((long)info.Results[0])), address, expected);
        _operations[_count - 1].A = (ushort)replacement;
    }

    public void AtomicFence(in Instruction instruction) => Own(instruction, 0, null);

    public void MemoryAtomicWait32(in Instruction instruction) => Wait(instruction, 3);

    public void MemoryAtomicWait64(in Instruction instruction) => Wait(instruction, 3);

    public void MemoryAtomicNotify(in Instruction instruction) => Wait(instruction, 2);

    private void Wait(in Instruction instruction, int operands)
    {
        Own(instruction, operands, ValKind.I32);
        _operations[_count - 2].High = (int)instruction.Memory;
        _operations[_count - 1].Long = instruction.Immediate;
    }

    private bool IsPlainMemory(in Instruction instruction) => instruction.Memory == 0 && !_types.Memories[0].Is64;

    private void EmitAccess(in Instruction instruction, InstructionInfo info, int result, int address, int value)
    {
        Emit(OperationCode.Access, result, address, value).Long = instruction.Immediate;
        ref Operation more = ref Emit(OperationCode.Access, 0, (int)instruction.Opcode, instruction.Lane);
        more.Low = (int)instruction.Memory;
        more.High = info.AccessBytes;
    }

    private void Vector(in Instruction instruction, InstructionInfo info)
    {
        Span<int> slots = stackalloc int[3];
        for (int i = info.Operands.Length - 1; i >= 0; i--)
            slots[i] = Use(Pop());
        ref Operation operation = ref Emit(
            OperationCode.Vector, Push(ValKinds.Of((long)info.Results[0])), slots[0], slots[1]);
        operation.D = (ushort)instruction.Opcode;
        operation.E = (ushort)slots[2];
        bool isNative = !_isDeterministic && (info.Features & WasmFeatures.RelaxedSimd) != 0;
        operation.High = isNative ? 1 : instruction.Lane;
        MarkResult();
    }

    // The 16 bytes of a constant, or of a shuffle's lanes, are an operation that is not executed.
    private void EmitVector(in Instruction instruction)
    {
        ref Operation bytes = ref Emit(OperationCode.Exit);
        fixed (Operation* place = &bytes)
        {
            ((ulong*)place)[0] = instruction.Immediate;
            ((ulong*)place)[1] = instruction.Immediate2;
        }

        // What looks like an operation here is none, and is not to be merged with what follows.
        SetBarrier();
    }

    private void Wide(in Instruction instruction, int operands)
    {
        SettleTop(operands);
        int first = _stack[^operands].Slot;
        for (int i = 0; i < operands; i++)
            Pop();
        EmitOwn(instruction, Push(ValKind.I64), first, 0, 0);
        Push(ValKind.I64);
    }
}
