using System.Numerics;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <summary>
/// How many of the lowest bits of each local are zero wherever the function is, as far as the instructions right before each
/// assignment tell: what walks over an array of words by a constant step needs no check that its address is aligned.
/// </summary>
internal static class LocalAlignment
{
    /// <summary>No access is aligned to more than eight bytes.</summary>
    public const int MaximumZeros = 3;

    // A number that goes from local to local against the order of the code takes a pass for each.
    private const int MaximumPasses = 8;

    /// <param name="code">The function's instructions.</param>
    /// <param name="baseOffset">Where they are in the module.</param>
    /// <param name="localKinds">All its locals, parameters first.</param>
    /// <param name="parameters">How many of them are parameters.</param>
    /// <returns>The number for each local; 0 where nothing is known.</returns>
    public static byte[] Find(ReadOnlySpan<byte> code, int baseOffset, ValKind[] localKinds, int parameters)
    {
        // The other locals start as zero, of which all bits are. Each pass takes back what an assignment contradicts.
        var zeros = new byte[localKinds.Length];
        for (int local = parameters; local < zeros.Length; local++)
            zeros[local] = localKinds[local] is ValKind.I32 or ValKind.I64 ? (byte)MaximumZeros : (byte)0;
        for (int pass = 0; pass < MaximumPasses; pass++)
        {
            if (!Lower(zeros, code, baseOffset))
                return zeros;
        }

        return new byte[zeros.Length];
    }

    /// <summary>The zeros at the low end of what a numeric instruction gives.</summary>
    /// <param name="opcode">The instruction.</param>
    /// <param name="first">Those of its first operand.</param>
    /// <param name="second">Those of its second operand, or of its only one.</param>
    /// <param name="count">The second operand, where it is a constant.</param>
    public static int ZerosOf(Opcode opcode, int first, int second, ulong? count)
    {
        int zeros = opcode switch
        {
            Opcode.I32Add or Opcode.I64Add or Opcode.I32Sub or Opcode.I64Sub
                or Opcode.I32Or or Opcode.I64Or or Opcode.I32Xor or Opcode.I64Xor => Math.Min(first, second),
            Opcode.I32And or Opcode.I64And => Math.Max(first, second),
            Opcode.I32Mul or Opcode.I64Mul => first + second,
            Opcode.I32Shl when count is { } bits => first + (int)(bits & 31),
            Opcode.I64Shl when count is { } bits => first + (int)(bits & 63),
            Opcode.I64ExtendI32U or Opcode.I64ExtendI32S or Opcode.I32WrapI64 => second,
            _ => 0,
        };
        return Math.Min(zeros, MaximumZeros);
    }

    /// <summary>The zeros at the low end of a constant.</summary>
    public static int ZerosOf(ulong constant) => Math.Min(BitOperations.TrailingZeroCount(constant), MaximumZeros);

    private static bool Lower(byte[] zeros, ReadOnlySpan<byte> code, int baseOffset)
    {
        bool changed = false;
        var reader = new InstructionReader(code, baseOffset);
        // Of the last two instructions: what is known of what they leave on top of the stack, and whether they take nothing
        // from it, so that what the other left is right below.
        Step last = default, second = default;
        while (reader.Next(out Instruction instruction))
        {
            Step now = default;
            switch (instruction.Opcode)
            {
                case Opcode.I32Const or Opcode.I64Const:
                    now = new Step(ZerosOf(instruction.Immediate), true, instruction.Immediate);
                    break;
                case Opcode.LocalGet:
                    now = new Step(zeros[instruction.Index], true, null);
                    break;
                case Opcode.LocalSet or Opcode.LocalTee:
                    if (last.Zeros < zeros[instruction.Index])
                    {
                        zeros[instruction.Index] = (byte)last.Zeros;
                        changed = true;
                    }

                    if (instruction.Opcode == Opcode.LocalTee)
                        now = last with { TakesNothing = false };
                    break;
                default:
                    int first = last.TakesNothing ? second.Zeros : 0;
                    now = new Step(ZerosOf(instruction.Opcode, first, last.Zeros, last.Constant), false, null);
                    break;
            }

            (last, second) = (now, last);
        }

        return changed;
    }

    private readonly record struct Step(int Zeros, bool TakesNothing, ulong? Constant);
}
