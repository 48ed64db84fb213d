using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Wasil.Execution;
using Wasil.Instructions;
using OperandType = Wasil.Instructions.OperandType;

namespace Wasil.Compilation;

/// <content>Numeric and parametric instructions.</content>
internal sealed partial class FunctionEmitter
{
    /// <summary>Emits what a numeric instruction does with operands that are on the evaluation stack.</summary>
    public void EmitNumeric(Opcode opcode, int lane)
    {
        if (InstructionInfo.Of(opcode).Lowering == Lowering.NumericLane)
            _il.Emit(OpCodes.Ldc_I4, lane);
        if (opcode == Opcode.I8x16Shuffle)
            _il.Emit(OpCodes.Call, Members.Numeric(nameof(Numerics.Numeric.I8x16Shuffle)));
        else
            NumericEmitter.Emit(_il, opcode, native: !_options.Deterministic);
    }

    public void Numeric(in Instruction instruction) => PushNumeric(instruction.Opcode, 0);

    public void NumericLane(in Instruction instruction) => PushNumeric(instruction.Opcode, instruction.Lane);

    public void NumericTrap(in Instruction instruction)
    {
        int offset = instruction.Offset;
        Opcode opcode = instruction.Opcode;
        switch (opcode)
        {
            case Opcode.I32DivS or Opcode.I64DivS or Opcode.I32DivU or Opcode.I64DivU
                or Opcode.I32RemS or Opcode.I64RemS or Opcode.I32RemU or Opcode.I64RemU:
                Divide(opcode, offset);
                break;
            default:
                Truncate(opcode, offset);
                break;
        }
    }

    public void I8x16Shuffle(in Instruction instruction)
    {
        Expression second = Pop(), first = Pop();
        var lanes = new Constant(ValKind.V128, instruction.Immediate, instruction.Immediate2);
        Push(new NumericValue(ValKind.V128, instruction.Opcode, 0, [first, second, lanes]));
    }

    public void I64Add128(in Instruction instruction) => PushWide(instruction.Opcode, 4);

    public void I64Sub128(in Instruction instruction) => PushWide(instruction.Opcode, 4);

    public void I64MulWideS(in Instruction instruction) => PushWide(instruction.Opcode, 2);

    public void I64MulWideU(in Instruction instruction) => PushWide(instruction.Opcode, 2);

    public void I32Const(in Instruction instruction) => Push(new Constant(ValKind.I32, instruction.Immediate));

    public void I64Const(in Instruction instruction) => Push(new Constant(ValKind.I64, instruction.Immediate));

    public void F32Const(in Instruction instruction) => Push(new Constant(ValKind.F32, instruction.Immediate));

    public void F64Const(in Instruction instruction) => Push(new Constant(ValKind.F64, instruction.Immediate));

    public void V128Const(in Instruction instruction) =>
        Push(new Constant(ValKind.V128, instruction.Immediate, instruction.Immediate2));

    public void Drop(in Instruction instruction) => Pop().Free(this);

    public void Select(in Instruction instruction)
    {
        Expression condition = Pop();
        Expression second = PopDuplicable();
        Expression first = Pop();
        // No branch is left of this where the JIT compiler finds that the value to skip is cheap.
        Label done = _il.DefineLabel();
        Expression chosen = condition.IsDuplicable ? condition : Settle(condition);
        Temporary result = Take(first.Kind);
        NoteRotation(result, first);
        NoteRotation(result, second);
        EmitHidden(first);
        first.Free(this);
        _il.Emit(OpCodes.Stloc, result.Local);
        Use(Condition(chosen));
        _il.Emit(OpCodes.Brtrue, done);
        EmitHidden(second);
        second.Free(this);
        _il.Emit(OpCodes.Stloc, result.Local);
        _il.MarkLabel(done);
        Push(new TemporaryValue(result, isOwned: true));
    }

    public void SelectT(in Instruction instruction) => Select(instruction);

    private static ValKind KindOf(OperandType type) => ValKinds.Of((long)type);

    private void PushNumeric(Opcode opcode, int lane)
    {
        InstructionInfo info = InstructionInfo.Of(opcode);
        var operands = new Expression[info.Operands.Length];
        for (int i = operands.Length - 1; i >= 0; i--)
            operands[i] = Pop();
        HideRotations(opcode, operands);
        Push(new NumericValue(KindOf(info.Results[0]), opcode, lane, operands));
    }

    // The wide arithmetic instructions have two results, which their methods return as a tuple.
    private void PushWide(Opcode opcode, int operandCount)
    {
        var operands = new Expression[operandCount];
        for (int i = operandCount - 1; i >= 0; i--)
            operands[i] = Pop();
        foreach (Expression operand in operands)
            Use(operand);
        _il.Emit(OpCodes.Call, Members.Numeric(opcode.ToString()));
        LocalBuilder result = _il.DeclareLocal(typeof((long, long)));
        _il.Emit(OpCodes.Stloc, result);
        foreach (string item in (ReadOnlySpan<string>)["Item1", "Item2"])
        {
            _il.Emit(OpCodes.Ldloc, result);
            _il.Emit(OpCodes.Ldfld, typeof((long, long)).GetField(item)!);
            PushEmitted(ValKind.I64);
        }
    }

    private void Divide(Opcode opcode, int offset)
    {
        Expression divisor = PopDuplicable();
        Expression dividend = PopDuplicable();
        bool is64 = dividend.Kind == ValKind.I64;
        if (divisor is not Constant { Bits: not 0 })
        {
            Condition(divisor).Emit(this);
            _il.Emit(OpCodes.Brfalse, TrapLabel(nameof(Traps.IntegerDivideByZero), offset));
        }

        if (opcode is Opcode.I32DivS or Opcode.I64DivS && MayBeMinusOne(divisor))
        {
            Label ok = _il.DefineLabel();
            divisor.Emit(this);
            EmitConstant(new Constant(divisor.Kind, ulong.MaxValue));
            _il.Emit(OpCodes.Bne_Un, ok);
            dividend.Emit(this);
            EmitConstant(new Constant(dividend.Kind, is64 ? 1UL << 63 : 1UL << 31));
            _il.Emit(OpCodes.Beq, TrapLabel(nameof(Traps.IntegerOverflow), offset));
            _il.MarkLabel(ok);
        }

        Push(new NumericValue(dividend.Kind, opcode, 0, [dividend, divisor]));
    }

    private static bool MayBeMinusOne(Expression divisor) =>
        divisor is not Constant constant
        || (divisor.Kind == ValKind.I64 ? constant.Bits == ulong.MaxValue : (uint)constant.Bits == uint.MaxValue);

    // A float that has no integer of the wanted type traps: one that is no number differently from one out of range.
    private void Truncate(Opcode opcode, int offset)
    {
        Expression operand = PopDuplicable();
        Label failed = _il.DefineLabel();
        operand.Emit(this);
        _il.Emit(OpCodes.Call, Members.Numeric($"{opcode}InRange"));
        _il.Emit(OpCodes.Brfalse, failed);
        _cold.Add(new ColdCode(failed, () =>
        {
            Label outOfRange = _il.DefineLabel();
            operand.Emit(this);
            operand.Emit(this);
            _il.Emit(OpCodes.Beq, outOfRange);
            EmitThrow(nameof(Traps.InvalidConversion), offset);
            _il.MarkLabel(outOfRange);
            EmitThrow(nameof(Traps.IntegerOverflow), offset);
        }
        ));
        Push(new NumericValue(KindOf(InstructionInfo.Of(opcode).Results[0]), opcode, 0, [operand]));
    }
}
