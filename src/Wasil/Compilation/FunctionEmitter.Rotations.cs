using System.Reflection.Emit;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>
/// RyuJIT takes a rotation by a constant for an instruction that sets the flag for zero, which it is not on x64 (dotnet/runtime#129288,
/// in .NET 10): what compares the result with zero goes by a flag that something before has left. So a rotated value is not compared
/// with zero in the sight of the JIT compiler, which looks through locals. And it computes the rotation of a constant of 32 bits as a
/// number without a sign, which a signed division of the result takes for what it is not: it is not shown such constants.
/// </content>
internal sealed partial class FunctionEmitter
{
    // Locals and temporaries that a rotated value may have been put into.
    private readonly HashSet<int> _rotatedLocals = [];
    private readonly HashSet<Temporary> _rotatedTemporaries = [];

    /// <summary>Emits a value behind a call that the JIT compiler does not look into.</summary>
    public void EmitOpaque(Expression operand)
    {
        operand.Emit(this);
        _il.Emit(OpCodes.Call, Members.Numeric(operand.Kind == ValKind.I64 ? nameof(Numerics.Numeric.I64Opaque) : nameof(Numerics.Numeric.I32Opaque)));
    }

    /// <summary>The value in a form that may be compared with zero, where it need not be more than zero or not.</summary>
    private Expression Condition(Expression value) => value switch
    {
        NumericValue { Rotated: { } rotated, IsByConstant: true } => Condition(rotated),
        _ => Comparable(value),
    };

    /// <summary>The value in a form that may be compared with what may turn out to be zero.</summary>
    private Expression Comparable(Expression value) => MayBeRotated(value) ? new OpaqueValue(value) : value;

    private bool MayBeRotated(Expression value) => value switch
    {
        NumericValue { Rotated: not null } => true,
        NumericValue { Extended: { } extended } => MayBeRotated(extended),
        LocalValue local => _rotatedLocals.Contains(local.Local),
        TemporaryValue temporary => _rotatedTemporaries.Contains(temporary.Temporary),
        _ => false,
    };

    private void NoteRotation(int local, Expression value)
    {
        if (MayBeRotated(value))
            _rotatedLocals.Add(local);
    }

    private void NoteRotation(Temporary temporary, Expression value)
    {
        if (MayBeRotated(value))
            _rotatedTemporaries.Add(temporary);
    }

    private void HideRotations(Opcode opcode, Expression[] operands)
    {
        switch (opcode)
        {
            case Opcode.I32Rotl or Opcode.I32Rotr when operands[0].IsKnown && operands[1].IsKnown:
                operands[0] = new OpaqueValue(operands[0]);
                break;
            case Opcode.I32Eqz or Opcode.I64Eqz:
                operands[0] = Condition(operands[0]);
                break;
            case Opcode.I32Eq or Opcode.I32Ne or Opcode.I32LtU or Opcode.I32GtU or Opcode.I32LeU or Opcode.I32GeU
                or Opcode.I64Eq or Opcode.I64Ne or Opcode.I64LtU or Opcode.I64GtU or Opcode.I64LeU or Opcode.I64GeU
                or Opcode.I32LtS or Opcode.I32GtS or Opcode.I32LeS or Opcode.I32GeS
                or Opcode.I64LtS or Opcode.I64GtS or Opcode.I64LeS or Opcode.I64GeS:
                for (int i = 0; i < 2; i++)
                {
                    // Less than one is zero.
                    if (operands[1 - i] is not Constant { Bits: > 1 })
                        operands[i] = Comparable(operands[i]);
                }

                break;
        }
    }
}
