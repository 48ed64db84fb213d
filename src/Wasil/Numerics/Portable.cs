using System.Runtime.CompilerServices;

namespace Wasil.Numerics;

/// <summary>
/// The instructions of <see cref="Numeric"/> that have a form for particular processors, without it. Apart, so that tests hold
/// them to the same models on processors that would never run them.
/// </summary>
internal static partial class Portable
{
    internal static float F32Ceil(float a) => Quiet(MathF.Ceiling(a));

    internal static float F32Floor(float a) => Quiet(MathF.Floor(a));

    internal static float F32Trunc(float a) => Quiet(MathF.Truncate(a));

    internal static float F32Nearest(float a) => Quiet(MathF.Round(a));

    internal static float F32Add(float a, float b) => Quiet(a + b);

    internal static float F32Sub(float a, float b) => Quiet(a - b);

    internal static float F32Mul(float a, float b) => Quiet(a * b);

    internal static float F32Div(float a, float b) => Quiet(a / b);

    internal static float F32Min(float a, float b)
    {
        if (a < b) return a;
        if (b < a) return b;
        if (a != b) return a + b;
        // Equal operands differ in nothing but the sign of a zero.
        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a) | BitConverter.SingleToInt32Bits(b));
    }

    internal static float F32Max(float a, float b)
    {
        if (a > b) return a;
        if (b > a) return b;
        if (a != b) return a + b;
        // Equal operands differ in nothing but the sign of a zero.
        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a) & BitConverter.SingleToInt32Bits(b));
    }

    internal static double F64Ceil(double a) => Quiet(Math.Ceiling(a));

    internal static double F64Floor(double a) => Quiet(Math.Floor(a));

    internal static double F64Trunc(double a) => Quiet(Math.Truncate(a));

    internal static double F64Nearest(double a) => Quiet(Math.Round(a));

    internal static double F64Add(double a, double b) => Quiet(a + b);

    internal static double F64Sub(double a, double b) => Quiet(a - b);

    internal static double F64Mul(double a, double b) => Quiet(a * b);

    internal static double F64Div(double a, double b) => Quiet(a / b);

    internal static double F64Min(double a, double b)
    {
        if (a < b) return a;
        if (b < a) return b;
        if (a != b) return a + b;
        // Equal operands differ in nothing but the sign of a zero.
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(a) | BitConverter.DoubleToInt64Bits(b));
    }

    internal static double F64Max(double a, double b)
    {
        if (a > b) return a;
        if (b > a) return b;
        if (a != b) return a + b;
        // Equal operands differ in nothing but the sign of a zero.
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(a) & BitConverter.DoubleToInt64Bits(b));
    }

    internal static float F32ConvertI64U(long a)
    {
        if (a >= 0) return a;
        // Half the number, the bit lost kept as a sticky bit: it rounds as the whole would, once, and doubling is exact.
        float half = (a >>> 1) | (a & 1);
        return half + half;
    }

    internal static double F64ConvertI64U(long a)
    {
        if (a >= 0) return a;
        // Half the number, the bit lost kept as a sticky bit: it rounds as the whole would, once, and doubling is exact.
        double half = (a >>> 1) | (a & 1);
        return half + half;
    }

    internal static float F32DemoteF64(double a) => Quiet((float)a);

    internal static double F64Const(long bits) => Volatile.Read(ref Unsafe.As<long, double>(ref bits));

    internal static float F32ReinterpretI32(int a) => Volatile.Read(ref Unsafe.As<int, float>(ref a));

    private static float Quiet(float a) => float.IsNaN(a) ? a + a : a;

    private static double Quiet(double a) => double.IsNaN(a) ? a + a : a;
}
