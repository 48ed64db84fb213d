using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Wasil.Numerics;

// Addition, subtraction, multiplication and division go through scalar intrinsics, for RyuJIT drops `x * 1`, `x / 1`, `x - 0`
// and `x + -0` written in CIL when it sees the constant, and a signalling NaN would come out as it went in. The intrinsics
// are the same machine instructions and are left alone.
//
// Minimum and maximum: the x64 instructions give their second operand where the operands are unordered or zeros of
// either sign, so both orders together hold every bit needed. `a | b` of zeros is negative if one is, `a & b` is positive if
// one is; the disjunction of both orders is a NaN exactly if an operand is; and only an addition quiets that NaN.
internal static partial class Numeric
{
    // Without these the framework's own rounding runs, which lets signalling NaNs through.
    private static bool RoundsInHardware => Sse41.IsSupported || AdvSimd.IsSupported;

    private static Vector128<float> Scalar(float a) => Vector128.CreateScalarUnsafe(a);

    private static Vector128<double> Scalar(double a) => Vector128.CreateScalarUnsafe(a);

    private static Vector64<float> ArmScalar(float a) => Vector64.CreateScalarUnsafe(a);

    private static Vector64<double> ArmScalar(double a) => Vector64.Create(a);

    internal static float F32Abs(float a) => MathF.Abs(a);

    internal static float F32Neg(float a) => -a;

    internal static float F32Copysign(float a, float b) => MathF.CopySign(a, b);

    [MethodImpl(Inline)]
    internal static float F32Ceil(float a) => RoundsInHardware ? MathF.Ceiling(a) : Portable.F32Ceil(a);

    [MethodImpl(Inline)]
    internal static float F32Floor(float a) => RoundsInHardware ? MathF.Floor(a) : Portable.F32Floor(a);

    [MethodImpl(Inline)]
    internal static float F32Trunc(float a) => RoundsInHardware ? MathF.Truncate(a) : Portable.F32Trunc(a);

    [MethodImpl(Inline)]
    internal static float F32Nearest(float a) => RoundsInHardware ? MathF.Round(a) : Portable.F32Nearest(a);

    internal static float F32Sqrt(float a) => MathF.Sqrt(a);

    [MethodImpl(Inline)]
    internal static float F32Add(float a, float b)
    {
        if (Sse.IsSupported) return Sse.AddScalar(Scalar(a), Scalar(b)).ToScalar();
        if (AdvSimd.IsSupported) return AdvSimd.AddScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F32Add(a, b);
    }

    [MethodImpl(Inline)]
    internal static float F32Sub(float a, float b)
    {
        if (Sse.IsSupported) return Sse.SubtractScalar(Scalar(a), Scalar(b)).ToScalar();
        if (AdvSimd.IsSupported) return AdvSimd.SubtractScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F32Sub(a, b);
    }

    [MethodImpl(Inline)]
    internal static float F32Mul(float a, float b)
    {
        if (Sse.IsSupported) return Sse.MultiplyScalar(Scalar(a), Scalar(b)).ToScalar();
        if (AdvSimd.IsSupported) return AdvSimd.MultiplyScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F32Mul(a, b);
    }

    [MethodImpl(Inline)]
    internal static float F32Div(float a, float b)
    {
        if (Sse.IsSupported) return Sse.DivideScalar(Scalar(a), Scalar(b)).ToScalar();
        if (AdvSimd.IsSupported) return AdvSimd.DivideScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F32Div(a, b);
    }

    [MethodImpl(Inline)]
    internal static float F32Min(float a, float b)
    {
        if (Sse.IsSupported)
        {
            var x = Sse.MinScalar(Scalar(a), Scalar(b));
            var y = Sse.MinScalar(Scalar(b), Scalar(a));
            return float.IsNaN((x | y).ToScalar()) ? a + b : (x | y).ToScalar();
        }

        if (AdvSimd.Arm64.IsSupported) return AdvSimd.Arm64.MinScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F32Min(a, b);
    }

    [MethodImpl(Inline)]
    internal static float F32Max(float a, float b)
    {
        if (Sse.IsSupported)
        {
            var x = Sse.MaxScalar(Scalar(a), Scalar(b));
            var y = Sse.MaxScalar(Scalar(b), Scalar(a));
            return float.IsNaN((x | y).ToScalar()) ? a + b : (x & y).ToScalar();
        }

        if (AdvSimd.Arm64.IsSupported) return AdvSimd.Arm64.MaxScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F32Max(a, b);
    }

    internal static int F32Eq(float a, float b) => a == b ? 1 : 0;

    internal static int F32Ne(float a, float b) => a != b ? 1 : 0;

    internal static int F32Lt(float a, float b) => a < b ? 1 : 0;

    internal static int F32Gt(float a, float b) => a > b ? 1 : 0;

    internal static int F32Le(float a, float b) => a <= b ? 1 : 0;

    internal static int F32Ge(float a, float b) => a >= b ? 1 : 0;

    internal static double F64Abs(double a) => Math.Abs(a);

    internal static double F64Neg(double a) => -a;

    internal static double F64Copysign(double a, double b) => Math.CopySign(a, b);

    [MethodImpl(Inline)]
    internal static double F64Ceil(double a) => RoundsInHardware ? Math.Ceiling(a) : Portable.F64Ceil(a);

    [MethodImpl(Inline)]
    internal static double F64Floor(double a) => RoundsInHardware ? Math.Floor(a) : Portable.F64Floor(a);

    [MethodImpl(Inline)]
    internal static double F64Trunc(double a) => RoundsInHardware ? Math.Truncate(a) : Portable.F64Trunc(a);

    [MethodImpl(Inline)]
    internal static double F64Nearest(double a) => RoundsInHardware ? Math.Round(a) : Portable.F64Nearest(a);

    internal static double F64Sqrt(double a) => Math.Sqrt(a);

    [MethodImpl(Inline)]
    internal static double F64Add(double a, double b)
    {
        if (Sse2.IsSupported) return Sse2.AddScalar(Scalar(a), Scalar(b)).ToScalar();
        if (AdvSimd.IsSupported) return AdvSimd.AddScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F64Add(a, b);
    }

    [MethodImpl(Inline)]
    internal static double F64Sub(double a, double b)
    {
        if (Sse2.IsSupported) return Sse2.SubtractScalar(Scalar(a), Scalar(b)).ToScalar();
        if (AdvSimd.IsSupported) return AdvSimd.SubtractScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F64Sub(a, b);
    }

    [MethodImpl(Inline)]
    internal static double F64Mul(double a, double b)
    {
        if (Sse2.IsSupported) return Sse2.MultiplyScalar(Scalar(a), Scalar(b)).ToScalar();
        if (AdvSimd.IsSupported) return AdvSimd.MultiplyScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F64Mul(a, b);
    }

    [MethodImpl(Inline)]
    internal static double F64Div(double a, double b)
    {
        if (Sse2.IsSupported) return Sse2.DivideScalar(Scalar(a), Scalar(b)).ToScalar();
        if (AdvSimd.IsSupported) return AdvSimd.DivideScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F64Div(a, b);
    }

    [MethodImpl(Inline)]
    internal static double F64Min(double a, double b)
    {
        if (Sse2.IsSupported)
        {
            var x = Sse2.MinScalar(Scalar(a), Scalar(b));
            var y = Sse2.MinScalar(Scalar(b), Scalar(a));
            return double.IsNaN((x | y).ToScalar()) ? a + b : (x | y).ToScalar();
        }

        if (AdvSimd.Arm64.IsSupported) return AdvSimd.Arm64.MinScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F64Min(a, b);
    }

    [MethodImpl(Inline)]
    internal static double F64Max(double a, double b)
    {
        if (Sse2.IsSupported)
        {
            var x = Sse2.MaxScalar(Scalar(a), Scalar(b));
            var y = Sse2.MaxScalar(Scalar(b), Scalar(a));
            return double.IsNaN((x | y).ToScalar()) ? a + b : (x & y).ToScalar();
        }

        if (AdvSimd.Arm64.IsSupported) return AdvSimd.Arm64.MaxScalar(ArmScalar(a), ArmScalar(b)).ToScalar();
        return Portable.F64Max(a, b);
    }

    internal static int F64Eq(double a, double b) => a == b ? 1 : 0;

    internal static int F64Ne(double a, double b) => a != b ? 1 : 0;

    internal static int F64Lt(double a, double b) => a < b ? 1 : 0;

    internal static int F64Gt(double a, double b) => a > b ? 1 : 0;

    internal static int F64Le(double a, double b) => a <= b ? 1 : 0;

    internal static int F64Ge(double a, double b) => a >= b ? 1 : 0;
}
