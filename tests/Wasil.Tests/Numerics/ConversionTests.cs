using System.Numerics;
using static Wasil.Tests.Numerics.Operands;

namespace Wasil.Tests.Numerics;

public class ConversionTests
{
    public static TheoryData<string, string, bool> Pairs => new()
    {
        { "i32", "f32", true }, { "i32", "f32", false }, { "i32", "f64", true }, { "i32", "f64", false },
        { "i64", "f32", true }, { "i64", "f32", false }, { "i64", "f64", true }, { "i64", "f64", false },
    };

    private static int Width(string type) => type[1..] == "32" ? 32 : 64;

    private static SoftFloat Format(string type) => type == "f32" ? SoftFloat.Single : SoftFloat.Double;

    private static char Sign(bool signed) => signed ? 's' : 'u';

    [Theory, MemberData(nameof(Pairs))]
    public void Truncation(string integer, string number, bool signed)
    {
        var (width, format) = (Width(integer), Format(number));
        var saturating = new Instruction($"{integer}.trunc_sat_{number}_{Sign(signed)}");
        var trapping = new Instruction($"{integer}.trunc_{number}_{Sign(signed)}");
        var inRange = new Instruction($"{integer}.trunc_{number}_{Sign(signed)}InRange");
        ForAll(format.Edges, Floats(format), a =>
        {
            var exact = format.Truncated(a);
            var clamped = exact is { } value ? Saturate(value, width, signed)
                : format.IsNan(a) ? 0
                : Saturate((format.IsNegative(a) ? -BigInteger.One : 1) << 100, width, signed);
            saturating.Check(Wrap(clamped, width), a);
            inRange.Check(exact == clamped ? 1u : 0u, a);
            if (exact == clamped) trapping.Check(Wrap(clamped, width), a);
        });
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Conversion(string integer, string number, bool signed)
    {
        var (width, format) = (Width(integer), Format(number));
        var instruction = new Instruction($"{number}.convert_{integer}_{Sign(signed)}");
        ForAll([.. IntegerEdges(width), .. Halfway(width, format)], Integers(width), a =>
            instruction.Check(format.Round(new Fraction(signed ? Signed(a, width) : a, 1)), a));
    }

    // Integers in the middle of two floats and just beside it, where rounding twice goes wrong.
    private static IEnumerable<ulong> Halfway(int width, SoftFloat format)
    {
        var precision = format == SoftFloat.Single ? 24 : 53;
        for (var top = precision; top < width; top++)
        {
            var half = 1UL << (top - precision);
            foreach (var odd in new[] { 0UL, half << 1 })
            {
                foreach (var near in new[] { half - 1, half, half + 1 }) yield return (1UL << top) + odd + near;
            }
        }
    }

    [Fact]
    public void PromotionAndDemotion()
    {
        var (single, number) = (SoftFloat.Single, SoftFloat.Double);
        var promote = new Instruction("f64.promote_f32");
        ForAll(single.Edges, Floats(single), a =>
        {
            var expected = number.From(single, a);
            promote.Check(actual => expected.Allows(number, (ulong)actual), expected.ToString, a);
        });
        var demote = new Instruction("f32.demote_f64");
        var promoted = single.Edges.Where(a => !single.IsNan(a)).Select(a => number.From(single, a).Bits);
        // A promoted float, the middle of it and the next one, and the neighbours of each.
        var near = promoted.SelectMany(a => new[] { a, a + (1UL << 28) }).SelectMany(a => new[] { a - 1, a, a + 1 });
        ForAll([.. number.Edges, .. near], Floats(number), a =>
        {
            var expected = single.From(number, a);
            demote.Check(actual => expected.Allows(single, (ulong)actual), expected.ToString, a);
        });
    }

    [Theory, InlineData("i32.reinterpret_f32"), InlineData("f32.reinterpret_i32")]
    [InlineData("i64.reinterpret_f64"), InlineData("f64.reinterpret_i64")]
    public void ReinterpretationKeepsEveryBit(string mnemonic)
    {
        var instruction = new Instruction(mnemonic);
        var format = mnemonic.Contains("32", StringComparison.Ordinal) ? SoftFloat.Single : SoftFloat.Double;
        ForAll(format.Edges, Floats(format), a => instruction.Check(a, a));
    }
}
