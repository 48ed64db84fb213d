using Wasil.Instructions;

namespace Wasil.Interpreter;

/// <content>Structures, arrays, casts: all of them executed by <see cref="OwnOperations"/>.</content>
internal sealed unsafe partial class FunctionLowering
{
    private const int TargetNullable = 2;

    public void StructNew(in Instruction instruction) =>
        NewOf(instruction, ((StructType)_types.Types[instruction.Index].Composite).Fields.Length);

    public void StructNewDefault(in Instruction instruction) => Own(instruction, 0, ValKind.Ref);

    public void StructNewDesc(in Instruction instruction) =>
        NewOf(instruction, ((StructType)_types.Types[instruction.Index].Composite).Fields.Length + 1);

    public void StructNewDefaultDesc(in Instruction instruction) => Own(instruction, 1, ValKind.Ref);

    public void RefGetDesc(in Instruction instruction) => Own(instruction, 1, ValKind.Ref);

    public void StructGet(in Instruction instruction) => Own(instruction, 1, FieldOf(instruction).Unpacked.Kind);

    public void StructGetS(in Instruction instruction) => Own(instruction, 1, ValKind.I32);

    public void StructGetU(in Instruction instruction) => Own(instruction, 1, ValKind.I32);

    public void StructSet(in Instruction instruction) => Own(instruction, 2, null);

    public void ArrayNew(in Instruction instruction) => Own(instruction, 2, ValKind.Ref);

    public void ArrayNewDefault(in Instruction instruction) => Own(instruction, 1, ValKind.Ref);

    public void ArrayNewFixed(in Instruction instruction) => NewOf(instruction, (int)instruction.Index2);

    public void ArrayNewData(in Instruction instruction) => Own(instruction, 2, ValKind.Ref);

    public void ArrayNewElem(in Instruction instruction) => Own(instruction, 2, ValKind.Ref);

    public void ArrayGet(in Instruction instruction) =>
        Own(instruction, 2, ((ArrayType)_types.Types[instruction.Index].Composite).Element.Storage.Unpacked.Kind);

    public void ArrayGetS(in Instruction instruction) => Own(instruction, 2, ValKind.I32);

    public void ArrayGetU(in Instruction instruction) => Own(instruction, 2, ValKind.I32);

    public void ArraySet(in Instruction instruction) => Own(instruction, 3, null);

    public void ArrayLen(in Instruction instruction) => Own(instruction, 1, ValKind.I32);

    public void ArrayFill(in Instruction instruction) => Own(instruction, 4, null);

    public void ArrayCopy(in Instruction instruction) => Own(instruction, 5, null);

    public void ArrayInitData(in Instruction instruction) => Own(instruction, 4, null);

    public void ArrayInitElem(in Instruction instruction) => Own(instruction, 4, null);

    public void RefI31(in Instruction instruction) => Own(instruction, 1, ValKind.Ref);

    public void I31GetS(in Instruction instruction) => Own(instruction, 1, ValKind.I32);

    public void I31GetU(in Instruction instruction) => Own(instruction, 1, ValKind.I32);

    public void RefEq(in Instruction instruction) => Own(instruction, 2, ValKind.I32);

    public void AnyConvertExtern(in Instruction instruction) => Own(instruction, 1, ValKind.Ref);

    public void ExternConvertAny(in Instruction instruction) => Own(instruction, 1, ValKind.Ref);

    public void RefTest(in Instruction instruction) => Test(instruction);

    public void RefTestNull(in Instruction instruction) => Test(instruction);

    public void RefCast(in Instruction instruction) => Cast(instruction);

    public void RefCastNull(in Instruction instruction) => Cast(instruction);

    public void BrOnCast(in Instruction instruction) => BranchOnCast(instruction, holds: true);

    public void BrOnCastFail(in Instruction instruction) => BranchOnCast(instruction, holds: false);

    public void RefCastDescEq(in Instruction instruction) => CastByDescriptor(instruction);

    public void RefCastDescEqNull(in Instruction instruction) => CastByDescriptor(instruction);

    public void BrOnCastDescEq(in Instruction instruction) => BranchOnCast(instruction, holds: true, Pop());

    public void BrOnCastDescEqFail(in Instruction instruction) => BranchOnCast(instruction, holds: false, Pop());

    private StorageType FieldOf(in Instruction instruction) =>
        ((StructType)_types.Types[instruction.Index].Composite).Fields[(int)instruction.Index2].Storage;

    // The operands are as many as the object has parts, so they are found by where the first of each kind is.
    private void NewOf(in Instruction instruction, int parts)
    {
        SettleTop(parts);
        for (int i = 0; i < parts; i++)
            Pop();
        int numbers = _numberTop, references = _referenceTop;
        EmitOwn(instruction, Push(ValKind.Ref), numbers, references, 0);
    }

    private void Test(in Instruction instruction)
    {
        Own(instruction, 1, ValKind.I32);
        _operations[_count - 1].Low = OwnOperations.HeapCode(instruction.Heap);
    }

    private void CastByDescriptor(in Instruction instruction)
    {
        Operand descriptor = Pop(), reference = Pop();
        EmitOwn(instruction, 0, Use(reference), Use(descriptor), 0);
        _operations[_count - 1].Low = OwnOperations.HeapCode(instruction.Heap);
        PushBack(reference);
    }

    private void Cast(in Instruction instruction)
    {
        Operand reference = Pop();
        EmitOwn(instruction, 0, Use(reference), 0, 0);
        _operations[_count - 1].Low = OwnOperations.HeapCode(instruction.Heap);
        PushBack(reference);
    }

    private void BranchOnCast(in Instruction instruction, bool holds, Operand? descriptor = null)
    {
        Control target = Target(instruction.Index);
        bool moves = NeedsMoves(target);
        if (moves)
            PrepareMoves(target);
        // The answer lies in a slot that is no operand's.
        Instruction test = instruction;
        bool nullable = (instruction.CastFlags & TargetNullable) != 0;
        test.Opcode = descriptor is not null ? Opcode.BrOnCastDescEq : nullable ? Opcode.RefTestNull : Opcode.RefTest;
        int reference = Use(_stack[^1]);
        int answer = TakeSlot(ValKind.I32);
        _numberTop = answer;
        EmitOwn(test, answer, reference, descriptor is { } compared ? Use(compared) : 0, 0);
        _operations[_count - 1].Low = OwnOperations.HeapCode(instruction.Heap2);
        _operations[_count - 1].High = nullable ? 1 : 0;
        Emit(holds != moves ? OperationCode.BranchIf : OperationCode.BranchUnless, 0, answer);
        if (!moves)
        {
            BranchTo(target);
            return;
        }

        int skip = _count - 1;
        Branch(target);
        Bind(skip);
    }
}
