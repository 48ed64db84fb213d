using System.Numerics;
using CsCheck;
using Wasil.Numerics;
using static Wasil.Tests.Numerics.Operands;

namespace Wasil.Tests.Numerics;

public class IntegerTests
{
    public static TheoryData<string> Unary => For("clz", "ctz", "popcnt", "extend8_s", "extend16_s");

    public static TheoryData<string> Binary => For(
        "add", "sub", "mul", "div_s", "div_u", "rem_s", "rem_u", "and", "or", "xor", "shl", "shr_s", "shr_u", "rotl", "rotr");

    public static TheoryData<string> Relations => For([.. IntegerModel.Relations.Keys]);

    private static TheoryData<string> For(params string[] operators) =>
        [.. new[] { "i32", "i64" }.SelectMany(type => operators.Select(op => $"{type}.{op}"))];

    private static (Instruction Instruction, string Operator, int Width) Parse(string mnemonic)
    {
        var (type, op) = (mnemonic[..3], mnemonic[4..]);
        return (new Instruction(mnemonic), op, type == "i32" ? 32 : 64);
    }

    [Theory, MemberData(nameof(Unary)), InlineData("i64.extend32_s")]
    public void UnaryIsTheModels(string mnemonic)
    {
        var (instruction, op, width) = Parse(mnemonic);
        var model = IntegerModel.UnaryOperators[op];
        ForAll(IntegerEdges(width), Integers(width), a => instruction.Check(Wrap(model(a, width), width), a));
    }

    [Theory, MemberData(nameof(Binary))]
    public void BinaryIsTheModels(string mnemonic)
    {
        var (instruction, op, width) = Parse(mnemonic);
        var model = IntegerModel.BinaryOperators[op];
        ForAll(IntegerEdges(width), Integers(width), (a, b) =>
        {
            var traps = (b == 0 && op is "div_s" or "div_u" or "rem_s" or "rem_u")
                || (op == "div_s" && a == 1UL << (width - 1) && b == Mask(width));
            if (!traps) instruction.Check(Wrap(model(a, b, width), width), a, b);
        });
    }

    [Theory, MemberData(nameof(Relations))]
    public void RelationIsTheModels(string mnemonic)
    {
        var (instruction, op, width) = Parse(mnemonic);
        var model = IntegerModel.Relations[op];
        ForAll(IntegerEdges(width), Integers(width), (a, b) => instruction.Check(model(a, b, width) ? 1u : 0u, a, b));
    }

    [Theory, InlineData("i32.eqz"), InlineData("i64.eqz")]
    public void EqzIsOneForZeroAlone(string mnemonic)
    {
        var (instruction, _, width) = Parse(mnemonic);
        ForAll(IntegerEdges(width), Integers(width), a => instruction.Check(a == 0 ? 1u : 0u, a));
    }

    [Fact]
    public void WrapAndExtend()
    {
        var wrap = new Instruction("i32.wrap_i64");
        ForAll(IntegerEdges(64), Integers(64), a => wrap.Check(a & Mask(32), a));
        var signed = new Instruction("i64.extend_i32_s");
        var unsigned = new Instruction("i64.extend_i32_u");
        ForAll(IntegerEdges(32), Integers(32), a => signed.Check(Wrap(Signed(a, 32), 64), a));
        ForAll(IntegerEdges(32), Integers(32), a => unsigned.Check(a, a));
    }

    [Fact]
    public void WideArithmetic()
    {
        ForAll(IntegerEdges(64), Integers(64), (a, b) =>
        {
            Same(Numeric.I64MulWideS((long)a, (long)b), Signed(a, 64) * Signed(b, 64));
            Same(Numeric.I64MulWideU((long)a, (long)b), new BigInteger(a) * b);
        });
        Gen.Select(Integers(64), Integers(64), Integers(64), Integers(64)).Sample((aLow, aHigh, bLow, bHigh) =>
        {
            var a = (new BigInteger(aHigh) << 64) + aLow;
            var b = (new BigInteger(bHigh) << 64) + bLow;
            Same(Numeric.I64Add128((long)aLow, (long)aHigh, (long)bLow, (long)bHigh), a + b);
            Same(Numeric.I64Sub128((long)aLow, (long)aHigh, (long)bLow, (long)bHigh), a - b);
        }, iter: 20_000, threads: 1);

        static void Same((long Low, long High) actual, BigInteger expected)
        {
            Assert.Equal(Wrap(expected, 64), (ulong)actual.Low);
            Assert.Equal(Wrap(expected >> 64, 64), (ulong)actual.High);
        }
    }
}
