using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Wasil.Numerics;
using static Wasil.Tests.Numerics.Lanes;
using static Wasil.Tests.Numerics.Operands;

namespace Wasil.Tests.Numerics;

public class VectorFloatTests
{
    public static TheoryData<string> Unary => All("abs", "neg", "sqrt", "ceil", "floor", "trunc", "nearest");

    public static TheoryData<string> Binary =>
        All("add", "sub", "mul", "div", "min", "max", "pmin", "pmax", "relaxed_min", "relaxed_max");

    public static TheoryData<string> Relations => All([.. FloatModel.Relations.Keys]);

    private static TheoryData<string> All(params string[] operators) =>
        [.. new[] { "f32x4", "f64x2" }.SelectMany(shape => operators.Select(op => $"{shape}.{op}"))];

    [Theory, MemberData(nameof(Unary))]
    public void UnaryIsTheModelsInEachLane(string mnemonic)
    {
        var (shape, op) = Split(mnemonic);
        var (format, model, instruction) = (Format(shape), FloatModel.UnaryOperators[op], new Instruction(mnemonic));
        foreach (var a in Singles(shape))
        {
            instruction.Check(format.Width, Of(a, format.Width).Select(lane => model(format, lane)), a);
        }
    }

    [Theory, MemberData(nameof(Binary))]
    public void BinaryIsTheModelsInEachLane(string mnemonic)
    {
        var (shape, op) = Split(mnemonic);
        var (format, model, instruction) = (Format(shape), FloatModel.BinaryOperators[op], new Instruction(mnemonic));
        foreach (var (a, b) in Pairs(shape))
        {
            var expected = Of(a, format.Width).Zip(Of(b, format.Width), (x, y) => model(format, x, y));
            instruction.Check(format.Width, expected, a, b);
        }
    }

    [Theory, MemberData(nameof(Relations))]
    public void RelationFillsALaneThatHolds(string mnemonic)
    {
        var (shape, op) = Split(mnemonic);
        var (format, model, instruction) = (Format(shape), FloatModel.Relations[op], new Instruction(mnemonic));
        foreach (var (a, b) in Pairs(shape))
        {
            var expected = Of(a, format.Width).Zip(Of(b, format.Width), (x, y) => model(format, x, y) ? Mask(format.Width) : 0);
            instruction.Check(Vector(expected, format.Width), a, b);
        }
    }

    [Theory, InlineData("f32x4"), InlineData("f64x2")]
    public void RelaxedMultiplyAddRoundsTwice(string shape)
    {
        var format = Format(shape);
        var (add, subtract) = (new Instruction($"{shape}.relaxed_madd"), new Instruction($"{shape}.relaxed_nmadd"));
        var addends = Singles(shape).ToArray();
        var next = 0;
        foreach (var (a, b) in Pairs(shape))
        {
            var c = addends[next++ % addends.Length];
            var lanes = Of(a, format.Width).Zip(Of(b, format.Width), Of(c, format.Width)).ToArray();
            add.Check(format.Width, lanes.Select(l => MultiplyAdd(l.First, l.Second, l.Third)), a, b, c);
            var negated = lanes.Select(l => MultiplyAdd(l.First ^ format.SignBit, l.Second, l.Third));
            subtract.Check(format.Width, negated, a, b, c);
        }

        Expected MultiplyAdd(ulong x, ulong y, ulong z)
        {
            var product = format.Mul(x, y);
            if (!product.IsNan) return format.Add(product.Bits, z);
            return new Expected(0, IsNan: true, IsCanonical: product.IsCanonical && format.Nans(z).IsCanonical);
        }
    }

    [Theory]
    [InlineData("i32x4.trunc_sat_f32x4_s"), InlineData("i32x4.trunc_sat_f32x4_u")]
    [InlineData("i32x4.relaxed_trunc_f32x4_s"), InlineData("i32x4.relaxed_trunc_f32x4_u")]
    [InlineData("i32x4.trunc_sat_f64x2_s_zero"), InlineData("i32x4.trunc_sat_f64x2_u_zero")]
    [InlineData("i32x4.relaxed_trunc_f64x2_s_zero"), InlineData("i32x4.relaxed_trunc_f64x2_u_zero")]
    public void Truncation(string mnemonic)
    {
        var shape = mnemonic.Contains("f32x4", StringComparison.Ordinal) ? "f32x4" : "f64x2";
        var signed = mnemonic.Contains("_s", StringComparison.Ordinal)
            && !mnemonic.Replace("_sat", "", StringComparison.Ordinal).Contains("_u", StringComparison.Ordinal);
        var (format, instruction) = (Format(shape), new Instruction(mnemonic));
        foreach (var a in Singles(shape).Concat(Pairs(shape).Select(pair => pair.A)))
        {
            instruction.Check(Vector(Of(a, format.Width).Select(Truncated), 32), a);
        }

        ulong Truncated(ulong lane)
        {
            var limit = (format.IsNegative(lane) ? -BigInteger.One : 1) << 100;
            var number = format.Truncated(lane) ?? (format.IsNan(lane) ? 0 : limit);
            return Wrap(Saturate(number, 32, signed), 32);
        }
    }

    [Theory]
    [InlineData("f32x4.convert_i32x4_s"), InlineData("f32x4.convert_i32x4_u")]
    [InlineData("f64x2.convert_low_i32x4_s"), InlineData("f64x2.convert_low_i32x4_u")]
    public void Conversion(string mnemonic)
    {
        var (shape, _) = Split(mnemonic);
        var (format, instruction, signed) = (Format(shape), new Instruction(mnemonic), mnemonic[^1] == 's');
        // From 2^24 on, a single stands for several integers: their middles and neighbours.
        var ties = Enumerable.Range(24, 8).Select(top =>
        {
            var half = 1UL << (top - 24);
            return Vector(new[] { half - 1, half, half + 1, half * 3 }.Select(odd => (1UL << top) + odd), 32);
        });
        foreach (var a in Singles("i32x4").Concat(ties))
        {
            var numbers = Of(a, 32).Take(128 / format.Width).Select(lane => signed ? Signed(lane, 32) : lane);
            instruction.Check(format.Width, numbers.Select(n => (Expected)format.Round(new Fraction(n, 1))), a);
        }
    }

    [Fact]
    public void PromotionAndDemotion()
    {
        var (promote, demote) = (new Instruction("f64x2.promote_low_f32x4"), new Instruction("f32x4.demote_f64x2_zero"));
        foreach (var a in Singles("f32x4"))
        {
            promote.Check(64, Of(a, 32).Take(2).Select(lane => SoftFloat.Double.From(SoftFloat.Single, lane)), a);
        }

        foreach (var a in Singles("f64x2").Concat(Pairs("f64x2").Select(pair => pair.A)))
        {
            var lanes = Of(a, 64).Select(lane => SoftFloat.Single.From(SoftFloat.Double, lane));
            demote.Check(32, lanes.Concat([0UL, 0UL]), a);
        }
    }

    private const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
    private const long Ones32 = 0x3f8000003f800000;
    private const long Ones64 = 0x3ff0000000000000;
    private const int Signalling32 = 0x7fa00001;
    private const long TwoSignalling32 = ((long)Signalling32 << 32) | Signalling32;

    [MethodImpl(Optimized)]
    private static Vector128<byte> Mul1Single(Vector128<byte> a) => Numeric.F32x4Mul(a, Numeric.V128Const(Ones32, Ones32));

    [MethodImpl(Optimized)]
    private static Vector128<byte> Div1Single(Vector128<byte> a) => Numeric.F32x4Div(a, Numeric.V128Const(Ones32, Ones32));

    [MethodImpl(Optimized)]
    private static Vector128<byte> Sub0Single(Vector128<byte> a) => Numeric.F32x4Sub(a, Numeric.V128Const(0, 0));

    [MethodImpl(Optimized)]
    private static Vector128<byte> NarrowedSingle(Vector128<byte> a) =>
        Numeric.F32x4DemoteF64x2Zero(Numeric.F64x2PromoteLowF32x4(a));

    [MethodImpl(Optimized)]
    private static Vector128<byte> Mul1Double(Vector128<byte> a) => Numeric.F64x2Mul(a, Numeric.V128Const(Ones64, Ones64));

    [MethodImpl(Optimized)]
    private static Vector128<byte> Div1Double(Vector128<byte> a) => Numeric.F64x2Div(a, Numeric.V128Const(Ones64, Ones64));

    [MethodImpl(Optimized)]
    private static Vector128<byte> Sub0Double(Vector128<byte> a) => Numeric.F64x2Sub(a, Numeric.V128Const(0, 0));

    [MethodImpl(Optimized)]
    private static float FirstOfConstant() => Numeric.F32x4ExtractLane(Numeric.V128Const(TwoSignalling32, TwoSignalling32), 0);

    [MethodImpl(Optimized)]
    private static float LastOfConstant() => Numeric.F32x4ExtractLane(Numeric.V128Const(TwoSignalling32, TwoSignalling32), 3);

    [Fact]
    public void ALiteralThatTheJitCannotSeeIsComputedWith()
    {
        var singles = Vector128.Create(Signalling32).AsByte();
        Assert.All([Mul1Single(singles), Div1Single(singles), Sub0Single(singles), NarrowedSingle(singles)],
            result => Assert.True(SoftFloat.Single.IsArithmeticNan(result.AsUInt32().ToScalar())));
        var doubles = Vector128.Create(0x7ff4000000000001).AsByte();
        Assert.All([Mul1Double(doubles), Div1Double(doubles), Sub0Double(doubles)],
            result => Assert.True(SoftFloat.Double.IsArithmeticNan(result.AsUInt64().ToScalar())));
        Assert.Equal(Signalling32, Numeric.I32ReinterpretF32(FirstOfConstant()));
        Assert.Equal(Signalling32, Numeric.I32ReinterpretF32(LastOfConstant()));
    }
}
