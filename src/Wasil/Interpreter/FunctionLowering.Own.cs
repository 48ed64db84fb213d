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
        Span<int> slots = stackalloc int[5];
        for (int i = operands - 1; i >= 0; i--)
            slots[i] = Use(Pop());
        EmitOwn(instruction, result is { } kind ? Push(kind) : 0, slots[0], slots[1], slots[2]);
        _operations[_count - 1].A = (ushort)slots[3];
        _operations[_count - 1].B = (ushort)slots[4];
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
}
