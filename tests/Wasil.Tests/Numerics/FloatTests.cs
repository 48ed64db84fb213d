using System.Runtime.CompilerServices;
using Wasil.Numerics;
using static Wasil.Tests.Numerics.Operands;

namespace Wasil.Tests.Numerics;

public class FloatTests
{
    public static TheoryData<string> Unary => For("abs", "neg", "sqrt", "ceil", "floor", "trunc", "nearest");

    public static TheoryData<string> Binary => For("add", "sub", "mul", "div", "min", "max", "copysign");

    public static TheoryData<string> Relations => For([.. FloatModel.Relations.Keys]);

    private static TheoryData<string> For(params string[] operators) =>
        [.. new[] { "f32", "f64" }.SelectMany(type => operators.Select(op => $"{type}.{op}"))];

    private static (Instruction Instruction, string Operator, SoftFloat Format) Parse(string mnemonic) =>
        (new Instruction(mnemonic), mnemonic[4..], mnemonic[..3] == "f32" ? SoftFloat.Single : SoftFloat.Double);

    [Theory, MemberData(nameof(Unary))]
    public void UnaryIsTheModels(string mnemonic)
    {
        var (instruction, op, format) = Parse(mnemonic);
        var model = FloatModel.UnaryOperators[op];
        ForAll(format.Edges, Floats(format), a =>
        {
            var expected = model(format, a);
            instruction.Check(actual => expected.Allows(format, (ulong)actual), expected.ToString, a);
        });
    }

    [Theory, MemberData(nameof(Binary))]
    public void BinaryIsTheModels(string mnemonic)
    {
        var (instruction, op, format) = Parse(mnemonic);
        var model = FloatModel.BinaryOperators[op];
        ForAll(format.Edges, Floats(format), (a, b) =>
        {
            var expected = model(format, a, b);
            instruction.Check(actual => expected.Allows(format, (ulong)actual), expected.ToString, a, b);
        });
    }

    [Theory, MemberData(nameof(Relations))]
    public void RelationIsTheModels(string mnemonic)
    {
        var (instruction, op, format) = Parse(mnemonic);
        var model = FloatModel.Relations[op];
        ForAll(format.Edges, Floats(format), (a, b) => instruction.Check(model(format, a, b) ? 1u : 0u, a, b));
    }

    // RyuJIT simplifies what it inlines: these are the shapes in which it takes a signalling NaN for harmless.
    private const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
    private const int Signalling32 = 0x7fa00001;
    private const long Signalling64 = 0x7ff4000000000001;

    [MethodImpl(Optimized)] private static float Mul1(float a) => Numeric.F32Mul(a, 1);
    [MethodImpl(Optimized)] private static float Mul1Left(float a) => Numeric.F32Mul(1, a);
    [MethodImpl(Optimized)] private static float Div1(float a) => Numeric.F32Div(a, 1);
    [MethodImpl(Optimized)] private static float Sub0(float a) => Numeric.F32Sub(a, 0);
    [MethodImpl(Optimized)] private static float AddMinus0(float a) => Numeric.F32Add(a, -0f);
    [MethodImpl(Optimized)] private static float AddMinus0Left(float a) => Numeric.F32Add(-0f, a);
    [MethodImpl(Optimized)] private static float Narrowed(float a) => Numeric.F32DemoteF64(Numeric.F64PromoteF32(a));
    [MethodImpl(Optimized)] private static float MinSelf(float a) => Numeric.F32Min(a, a);
    [MethodImpl(Optimized)] private static float MaxSelf(float a) => Numeric.F32Max(a, a);
    [MethodImpl(Optimized)] private static double Mul1(double a) => Numeric.F64Mul(a, 1);
    [MethodImpl(Optimized)] private static double Mul1Left(double a) => Numeric.F64Mul(1, a);
    [MethodImpl(Optimized)] private static double Div1(double a) => Numeric.F64Div(a, 1);
    [MethodImpl(Optimized)] private static double Sub0(double a) => Numeric.F64Sub(a, 0);
    [MethodImpl(Optimized)] private static double AddMinus0(double a) => Numeric.F64Add(a, -0d);
    [MethodImpl(Optimized)] private static double AddMinus0Left(double a) => Numeric.F64Add(-0d, a);
    [MethodImpl(Optimized)] private static double MinSelf(double a) => Numeric.F64Min(a, a);
    [MethodImpl(Optimized)] private static double MaxSelf(double a) => Numeric.F64Max(a, a);

    [Fact]
    public void ComputedNansAreQuietWhateverTheJitKnows()
    {
        var single = Numeric.F32ReinterpretI32(Signalling32);
        Func<float, float>[] singles =
            [Mul1, Mul1Left, Div1, Sub0, AddMinus0, AddMinus0Left, Narrowed, MinSelf, MaxSelf];
        Assert.All(singles, f => Assert.True(SoftFloat.Single.IsArithmeticNan((uint)Numeric.I32ReinterpretF32(f(single)))));

        var number = Numeric.F64ReinterpretI64(Signalling64);
        Func<double, double>[] doubles = [Mul1, Mul1Left, Div1, Sub0, AddMinus0, AddMinus0Left, MinSelf, MaxSelf];
        Assert.All(doubles, f => Assert.True(SoftFloat.Double.IsArithmeticNan((ulong)Numeric.I64ReinterpretF64(f(number)))));
    }

    [MethodImpl(Optimized)] private static int Moved32() => Numeric.I32ReinterpretF32(Numeric.F32ReinterpretI32(Signalling32));
    [MethodImpl(Optimized)]
    private static int Negated32() =>
        Numeric.I32ReinterpretF32(Numeric.F32Neg(Numeric.F32ReinterpretI32(Signalling32)));
    [MethodImpl(Optimized)]
    private static int Absolute32() =>
        Numeric.I32ReinterpretF32(Numeric.F32Abs(Numeric.F32ReinterpretI32(Signalling32 | int.MinValue)));
    [MethodImpl(Optimized)]
    private static int Signed32() =>
        Numeric.I32ReinterpretF32(Numeric.F32Copysign(Numeric.F32ReinterpretI32(Signalling32), -1));
    [MethodImpl(Optimized)] private static long Moved64() => Numeric.I64ReinterpretF64(Numeric.F64ReinterpretI64(Signalling64));
    [MethodImpl(Optimized)]
    private static long Negated64() =>
        Numeric.I64ReinterpretF64(Numeric.F64Neg(Numeric.F64ReinterpretI64(Signalling64)));
    [MethodImpl(Optimized)]
    private static long Absolute64() =>
        Numeric.I64ReinterpretF64(Numeric.F64Abs(Numeric.F64ReinterpretI64(Signalling64 | long.MinValue)));
    [MethodImpl(Optimized)]
    private static long Signed64() =>
        Numeric.I64ReinterpretF64(Numeric.F64Copysign(Numeric.F64ReinterpretI64(Signalling64), -1));

    [Fact]
    public void MovedNansKeepTheirBitsWhateverTheJitKnows()
    {
        Assert.Equal(Signalling32, Moved32());
        Assert.Equal(Signalling32 | int.MinValue, Negated32());
        Assert.Equal(Signalling32, Absolute32());
        Assert.Equal(Signalling32 | int.MinValue, Signed32());
        Assert.Equal(Signalling64, Moved64());
        Assert.Equal(Signalling64 | long.MinValue, Negated64());
        Assert.Equal(Signalling64, Absolute64());
        Assert.Equal(Signalling64 | long.MinValue, Signed64());
    }
}
