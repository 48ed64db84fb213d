using Wasil.Instructions;

namespace Wasil.Interpreter;

/// <content>Instructions that <see cref="OwnOperations"/> executes, and those that are not interpreted yet.</content>
internal sealed unsafe partial class FunctionLowering
{
    public void MemorySize(in Instruction instruction) => Own(instruction, 0, AddressOf(instruction.Memory));

    public void MemoryGrow(in Instruction instruction) => Own(instruction, 1, AddressOf(instruction.Memory));

    public void MemoryFill(in Instruction instruction) => Own(instruction, 3, null);

    public void MemoryCopy(in Instruction instruction) => Own(instruction, 3, null);

    public void MemoryInit(in Instruction instruction) => Own(instruction, 3, null);

    public void DataDrop(in Instruction instruction) => Own(instruction, 0, null);

    public void TableGet(in Instruction instruction) => Own(instruction, 1, ValKind.Ref);

    public void TableSet(in Instruction instruction) => Own(instruction, 2, null);

    public void TableSize(in Instruction instruction) =>
        Own(instruction, 0, _types.Tables[instruction.Index].Is64 ? ValKind.I64 : ValKind.I32);

    public void TableGrow(in Instruction instruction) =>
        Own(instruction, 2, _types.Tables[instruction.Index].Is64 ? ValKind.I64 : ValKind.I32);

    public void TableFill(in Instruction instruction) => Own(instruction, 3, null);

    public void TableCopy(in Instruction instruction) => Own(instruction, 3, null);

    public void TableInit(in Instruction instruction) => Own(instruction, 3, null);

    public void ElemDrop(in Instruction instruction) => Own(instruction, 0, null);

    public void RefNull(in Instruction instruction) => PushConstant(ValKind.Ref, 0);

    public void RefIsNull(in Instruction instruction)
    {
        int reference = Use(Pop());
        Emit(OperationCode.IsNull, Push(ValKind.I32), reference);
        MarkResult();
    }

    public void RefFunc(in Instruction instruction) => Own(instruction, 0, ValKind.Ref);

    public void RefAsNonNull(in Instruction instruction)
    {
        Operand reference = Pop();
        EmitOwn(instruction, 0, Use(reference), 0, 0);
        PushBack(reference);
    }

    private ValKind AddressOf(uint memory) => _types.Memories[memory].Is64 ? ValKind.I64 : ValKind.I32;

    private void Own(in Instruction instruction, int operands, ValKind? result)
    {
        Span<int> slots = stackalloc int[3];
        for (int i = operands - 1; i >= 0; i--)
            slots[i] = Use(Pop());
        EmitOwn(instruction, result is { } kind ? Push(kind) : 0, slots[0], slots[1], slots[2]);
    }

    private void EmitOwn(in Instruction instruction, int result, int first, int second, int third)
    {
        ref Operation operation = ref Emit(OperationCode.Own, result, first, second);
        operation.D = (ushort)instruction.Opcode;
        operation.E = (ushort)third;
        ref Operation more = ref Emit(OperationCode.Exit);
        more.Low = (int)instruction.Index;
        more.High = (int)instruction.Index2;
    }

    public void AnyConvertExtern(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayCopy(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayFill(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayGet(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayGetS(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayGetU(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayInitData(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayInitElem(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayLen(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayNew(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayNewData(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayNewDefault(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayNewElem(in Instruction instruction) => throw NotYet(instruction);

    public void ArrayNewFixed(in Instruction instruction) => throw NotYet(instruction);

    public void ArraySet(in Instruction instruction) => throw NotYet(instruction);

    public void BrOnCast(in Instruction instruction) => throw NotYet(instruction);

    public void BrOnCastFail(in Instruction instruction) => throw NotYet(instruction);

    public void Catch(in Instruction instruction) => throw NotYet(instruction);

    public void CatchAll(in Instruction instruction) => throw NotYet(instruction);

    public void Delegate(in Instruction instruction) => throw NotYet(instruction);

    public void ExternConvertAny(in Instruction instruction) => throw NotYet(instruction);

    public void I31GetS(in Instruction instruction) => throw NotYet(instruction);

    public void I31GetU(in Instruction instruction) => throw NotYet(instruction);

    public void RefCast(in Instruction instruction) => throw NotYet(instruction);

    public void RefCastNull(in Instruction instruction) => throw NotYet(instruction);

    public void RefEq(in Instruction instruction) => throw NotYet(instruction);

    public void RefI31(in Instruction instruction) => throw NotYet(instruction);

    public void RefTest(in Instruction instruction) => throw NotYet(instruction);

    public void RefTestNull(in Instruction instruction) => throw NotYet(instruction);

    public void Rethrow(in Instruction instruction) => throw NotYet(instruction);

    public void StructGet(in Instruction instruction) => throw NotYet(instruction);

    public void StructGetS(in Instruction instruction) => throw NotYet(instruction);

    public void StructGetU(in Instruction instruction) => throw NotYet(instruction);

    public void StructNew(in Instruction instruction) => throw NotYet(instruction);

    public void StructNewDefault(in Instruction instruction) => throw NotYet(instruction);

    public void StructSet(in Instruction instruction) => throw NotYet(instruction);

    public void Throw(in Instruction instruction) => throw NotYet(instruction);

    public void ThrowRef(in Instruction instruction) => throw NotYet(instruction);

    public void Try(in Instruction instruction) => throw NotYet(instruction);

    public void TryTable(in Instruction instruction) => throw NotYet(instruction);
}
