using System.Numerics;
using System.Reflection.Emit;
using Wasil.Compilation;
using Wasil.Instructions;

namespace Wasil.Tests.Compilation;

/// <summary>What the CIL in instructions.tsv computes, against the specification's definitions in wider integers.</summary>
public class NumericEmitterTests
{
    private static readonly int[] Ints =
        [0, 1, -1, 2, 31, 32, 33, 63, 127, 128, -128, 0x8000, int.MaxValue, int.MinValue, 0x01000001, -129];

    private static readonly long[] Longs =
        [0, 1, -1, 31, 32, 63, 64, 65, 128, 0x8000, 0x80000000, uint.MaxValue, long.MaxValue, long.MinValue, (1L << 53) + 1];

    private static readonly float[] Floats =
        [0, -0f, 1, -1, 1.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue];

    private static readonly double[] Doubles =
        [0, -0d, 1, -1, 1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue];

    [Fact]
    public void I32() =>
        Integers<int>(Ints, "I32", 32, value => value, value => (uint)value, value => (int)(uint)(value & uint.MaxValue));

    [Fact]
    public void I64() =>
        Integers<long>(Longs, "I64", 64, value => value, value => (ulong)value, value => (long)(ulong)(value & ulong.MaxValue));

    [Fact]
    public void F32() => FloatingPoints(Floats, "F32");

    [Fact]
    public void F64() => FloatingPoints(Doubles, "F64");

    [Fact]
    public void Conversions()
    {
        Unary<long, int>("I32WrapI64", Longs, value => BitConverter.ToInt32(BitConverter.GetBytes(value)));
        Unary<int, long>("I64ExtendI32S", Ints, value => value);
        Unary<int, long>("I64ExtendI32U", Ints, value => value < 0 ? value + (1L << 32) : value);
        Unary<int, float>("F32ConvertI32S", Ints, value => (float)(decimal)value);
        Unary<int, float>("F32ConvertI32U", Ints, value => (float)(decimal)(uint)value);
        Unary<int, double>("F64ConvertI32S", Ints, value => (double)(decimal)value);
        Unary<int, double>("F64ConvertI32U", Ints, value => (double)(decimal)(uint)value);
        Unary<long, double>("F64ConvertI64S", Longs, value => (double)(Int128)value);
        Unary<float, double>("F64PromoteF32", Floats, value => value);
        Unary<int, int>("I32Extend8S", Ints, value => SignExtend(value, 8));
        Unary<int, int>("I32Extend16S", Ints, value => SignExtend(value, 16));
        Unary<long, long>("I64Extend8S", Longs, value => SignExtend(value, 8));
        Unary<long, long>("I64Extend16S", Longs, value => SignExtend(value, 16));
        Unary<long, long>("I64Extend32S", Longs, value => SignExtend(value, 32));
    }

    private static void Integers<T>(
        T[] values, string type, int bits, Func<T, BigInteger> signed, Func<T, BigInteger> unsigned, Func<BigInteger, T> wrap)
    {
        Unary<T, int>(type + "Eqz", values, a => signed(a).IsZero ? 1 : 0);
        Compare("Eq", (a, b) => signed(a) == signed(b));
        Compare("Ne", (a, b) => signed(a) != signed(b));
        Compare("LtS", (a, b) => signed(a) < signed(b));
        Compare("LtU", (a, b) => unsigned(a) < unsigned(b));
        Compare("GtS", (a, b) => signed(a) > signed(b));
        Compare("GtU", (a, b) => unsigned(a) > unsigned(b));
        Compare("LeS", (a, b) => signed(a) <= signed(b));
        Compare("LeU", (a, b) => unsigned(a) <= unsigned(b));
        Compare("GeS", (a, b) => signed(a) >= signed(b));
        Compare("GeU", (a, b) => unsigned(a) >= unsigned(b));
        Compute("Add", (a, b) => signed(a) + signed(b));
        Compute("Sub", (a, b) => signed(a) - signed(b));
        Compute("Mul", (a, b) => signed(a) * signed(b));
        Compute("And", (a, b) => unsigned(a) & unsigned(b));
        Compute("Or", (a, b) => unsigned(a) | unsigned(b));
        Compute("Xor", (a, b) => unsigned(a) ^ unsigned(b));
        Compute("Shl", (a, b) => unsigned(a) << Count(b));
        Compute("ShrS", (a, b) => signed(a) >> Count(b));
        Compute("ShrU", (a, b) => unsigned(a) >> Count(b));

        int Count(T b) => (int)(unsigned(b) % bits);
        void Compare(string name, Func<T, T, bool> expected) =>
            Binary<T, int>(type + name, values, (a, b) => expected(a, b) ? 1 : 0);
        void Compute(string name, Func<T, T, BigInteger> expected) => Binary(type + name, values, (a, b) => wrap(expected(a, b)));
    }

    private static void FloatingPoints<T>(T[] values, string type)
        where T : IFloatingPointIeee754<T>
    {
        Compare("Eq", order => order is 0);
        Compare("Ne", order => order is not 0);
        Compare("Lt", order => order < 0);
        Compare("Gt", order => order > 0);
        Compare("Le", order => order <= 0);
        Compare("Ge", order => order >= 0);
        Binary(type + "Add", values, (a, b) => a + b);
        Binary(type + "Sub", values, (a, b) => a - b);
        Binary(type + "Mul", values, (a, b) => a * b);
        Binary(type + "Div", values, (a, b) => a / b);
        // Equals takes the zeros for equal; the sign of a NaN turns as well.
        var negate = Compile<Func<T, T>>(type + "Neg", typeof(T), typeof(T));
        foreach (T value in values)
        {
            Assert.NotEqual(T.IsNegative(value), T.IsNegative(negate(value)));
            Assert.Equal(T.Abs(value), T.Abs(negate(value)));
        }

        // Null: unordered, as a NaN is with everything.
        void Compare(string name, Func<int?, bool> expected) => Binary<T, int>(
            type + name, values, (a, b) => expected(T.IsNaN(a) || T.IsNaN(b) ? null : a.CompareTo(b)) ? 1 : 0);
    }

    private static void Unary<T, TResult>(string name, T[] values, Func<T, TResult> expected)
    {
        var compiled = Compile<Func<T, TResult>>(name, typeof(TResult), typeof(T));
        foreach (T a in values)
            Assert.True(Equals(expected(a), compiled(a)), $"{name}({a}): {expected(a)}, not {compiled(a)}");
    }

    private static void Binary<T, TResult>(string name, T[] values, Func<T, T, TResult> expected)
    {
        var compiled = Compile<Func<T, T, TResult>>(name, typeof(TResult), typeof(T), typeof(T));
        foreach (T a in values)
        {
            foreach (T b in values)
                Assert.True(Equals(expected(a, b), compiled(a, b)), $"{name}({a}, {b}): {expected(a, b)}, not {compiled(a, b)}");
        }
    }

    private static TDelegate Compile<TDelegate>(string name, Type result, params Type[] operands)
        where TDelegate : Delegate
    {
        var method = new DynamicMethod(name, result, operands, typeof(NumericEmitterTests).Module, skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        for (int i = 0; i < operands.Length; i++)
            il.Emit(OpCodes.Ldarg, (short)i);
        NumericEmitter.Emit(il, Enum.Parse<Opcode>(name), native: false);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<TDelegate>();
    }

    private static int SignExtend(int value, int bits) => (int)SignExtend((long)value, bits);

    private static long SignExtend(long value, int bits)
    {
        long low = value & ((1L << bits) - 1);
        return low >= 1L << (bits - 1) ? low - (1L << bits) : low;
    }
}
