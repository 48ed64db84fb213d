using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using V128 = System.Runtime.Intrinsics.Vector128<byte>;

namespace Wasil.Numerics;

// Rounding, minimum and maximum follow the scalar ones of Numeric.Float.cs. Arithmetic is plain: no form of it is safe from being
// simplified on a constant, so V128Const is what keeps a literal operand from being seen.
internal static partial class Numeric
{
    [MethodImpl(Inline)]
    internal static V128 F32x4Abs(V128 a) => a & Vector128.Create(0x7fffffffu).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Neg(V128 a) => a ^ Vector128.Create(0x80000000).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Sqrt(V128 a) => Vector128.Sqrt(a.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Ceil(V128 a) => RoundsInHardware ? Vector128.Ceiling(a.AsSingle()).AsByte() : Portable.F32x4Ceil(a);

    [MethodImpl(Inline)]
    internal static V128 F32x4Floor(V128 a) => RoundsInHardware ? Vector128.Floor(a.AsSingle()).AsByte() : Portable.F32x4Floor(a);

    [MethodImpl(Inline)]
    internal static V128 F32x4Trunc(V128 a) =>
        RoundsInHardware ? Vector128.Truncate(a.AsSingle()).AsByte() : Portable.F32x4Trunc(a);

    [MethodImpl(Inline)]
    internal static V128 F32x4Nearest(V128 a) =>
        RoundsInHardware ? Vector128.Round(a.AsSingle()).AsByte() : Portable.F32x4Nearest(a);

    [MethodImpl(Inline)]
    internal static V128 F32x4Add(V128 a, V128 b) => (a.AsSingle() + b.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Sub(V128 a, V128 b) => (a.AsSingle() - b.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Mul(V128 a, V128 b) => (a.AsSingle() * b.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Div(V128 a, V128 b) => (a.AsSingle() / b.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Min(V128 a, V128 b)
    {
        if (Sse.IsSupported)
        {
            var x = a.AsSingle();
            var y = b.AsSingle();
            var ordered = Sse.Min(x, y) | Sse.Min(y, x);
            return Vector128.ConditionalSelect(Sse.CompareUnordered(x, y), x + y, ordered).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.Min(a.AsSingle(), b.AsSingle()).AsByte();
        return Portable.F32x4Min(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 F32x4Max(V128 a, V128 b)
    {
        if (Sse.IsSupported)
        {
            var x = a.AsSingle();
            var y = b.AsSingle();
            var ordered = Sse.Max(x, y) & Sse.Max(y, x);
            return Vector128.ConditionalSelect(Sse.CompareUnordered(x, y), x + y, ordered).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.Max(a.AsSingle(), b.AsSingle()).AsByte();
        return Portable.F32x4Max(a, b);
    }

    // `b < a ? b : a` is the x64 minimum of `b` and `a`, NaNs and zeros included; the maximum likewise.
    [MethodImpl(Inline)]
    internal static V128 F32x4Pmin(V128 a, V128 b)
    {
        if (Sse.IsSupported) return Sse.Min(b.AsSingle(), a.AsSingle()).AsByte();
        return Portable.F32x4Pmin(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 F32x4Pmax(V128 a, V128 b)
    {
        if (Sse.IsSupported) return Sse.Max(b.AsSingle(), a.AsSingle()).AsByte();
        return Portable.F32x4Pmax(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 F32x4Eq(V128 a, V128 b) => Vector128.Equals(a.AsSingle(), b.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Ne(V128 a, V128 b) => ~Vector128.Equals(a.AsSingle(), b.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Lt(V128 a, V128 b) => Vector128.LessThan(a.AsSingle(), b.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Gt(V128 a, V128 b) => Vector128.GreaterThan(a.AsSingle(), b.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Le(V128 a, V128 b) => Vector128.LessThanOrEqual(a.AsSingle(), b.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Ge(V128 a, V128 b) => Vector128.GreaterThanOrEqual(a.AsSingle(), b.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Abs(V128 a) => a & Vector128.Create(0x7ffffffffffffffful).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Neg(V128 a) => a ^ Vector128.Create(0x8000000000000000).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Sqrt(V128 a) => Vector128.Sqrt(a.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Ceil(V128 a) => RoundsInHardware ? Vector128.Ceiling(a.AsDouble()).AsByte() : Portable.F64x2Ceil(a);

    [MethodImpl(Inline)]
    internal static V128 F64x2Floor(V128 a) => RoundsInHardware ? Vector128.Floor(a.AsDouble()).AsByte() : Portable.F64x2Floor(a);

    [MethodImpl(Inline)]
    internal static V128 F64x2Trunc(V128 a) =>
        RoundsInHardware ? Vector128.Truncate(a.AsDouble()).AsByte() : Portable.F64x2Trunc(a);

    [MethodImpl(Inline)]
    internal static V128 F64x2Nearest(V128 a) =>
        RoundsInHardware ? Vector128.Round(a.AsDouble()).AsByte() : Portable.F64x2Nearest(a);

    [MethodImpl(Inline)]
    internal static V128 F64x2Add(V128 a, V128 b) => (a.AsDouble() + b.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Sub(V128 a, V128 b) => (a.AsDouble() - b.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Mul(V128 a, V128 b) => (a.AsDouble() * b.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Div(V128 a, V128 b) => (a.AsDouble() / b.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Min(V128 a, V128 b)
    {
        if (Sse2.IsSupported)
        {
            var x = a.AsDouble();
            var y = b.AsDouble();
            var ordered = Sse2.Min(x, y) | Sse2.Min(y, x);
            return Vector128.ConditionalSelect(Sse2.CompareUnordered(x, y), x + y, ordered).AsByte();
        }

        if (AdvSimd.Arm64.IsSupported) return AdvSimd.Arm64.Min(a.AsDouble(), b.AsDouble()).AsByte();
        return Portable.F64x2Min(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 F64x2Max(V128 a, V128 b)
    {
        if (Sse2.IsSupported)
        {
            var x = a.AsDouble();
            var y = b.AsDouble();
            var ordered = Sse2.Max(x, y) & Sse2.Max(y, x);
            return Vector128.ConditionalSelect(Sse2.CompareUnordered(x, y), x + y, ordered).AsByte();
        }

        if (AdvSimd.Arm64.IsSupported) return AdvSimd.Arm64.Max(a.AsDouble(), b.AsDouble()).AsByte();
        return Portable.F64x2Max(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 F64x2Pmin(V128 a, V128 b)
    {
        if (Sse2.IsSupported) return Sse2.Min(b.AsDouble(), a.AsDouble()).AsByte();
        return Portable.F64x2Pmin(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 F64x2Pmax(V128 a, V128 b)
    {
        if (Sse2.IsSupported) return Sse2.Max(b.AsDouble(), a.AsDouble()).AsByte();
        return Portable.F64x2Pmax(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 F64x2Eq(V128 a, V128 b) => Vector128.Equals(a.AsDouble(), b.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Ne(V128 a, V128 b) => ~Vector128.Equals(a.AsDouble(), b.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Lt(V128 a, V128 b) => Vector128.LessThan(a.AsDouble(), b.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Gt(V128 a, V128 b) => Vector128.GreaterThan(a.AsDouble(), b.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Le(V128 a, V128 b) => Vector128.LessThanOrEqual(a.AsDouble(), b.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Ge(V128 a, V128 b) => Vector128.GreaterThanOrEqual(a.AsDouble(), b.AsDouble()).AsByte();
}
