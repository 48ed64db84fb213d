using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using V128 = System.Runtime.Intrinsics.Vector128<byte>;

namespace Wasil.Numerics;

internal static partial class Numeric
{
    private const double TwoTo52 = 4503599627370496;

    [MethodImpl(Inline)]
    internal static V128 I16x8ExtendLowI8x16S(V128 a) => Vector128.WidenLower(a.AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8ExtendHighI8x16S(V128 a) => Vector128.WidenUpper(a.AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8ExtendLowI8x16U(V128 a) => Vector128.WidenLower(a).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8ExtendHighI8x16U(V128 a) => Vector128.WidenUpper(a).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4ExtendLowI16x8S(V128 a) => Vector128.WidenLower(a.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4ExtendHighI16x8S(V128 a) => Vector128.WidenUpper(a.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4ExtendLowI16x8U(V128 a) => Vector128.WidenLower(a.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4ExtendHighI16x8U(V128 a) => Vector128.WidenUpper(a.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2ExtendLowI32x4S(V128 a) => Vector128.WidenLower(a.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2ExtendHighI32x4S(V128 a) => Vector128.WidenUpper(a.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2ExtendLowI32x4U(V128 a) => Vector128.WidenLower(a.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2ExtendHighI32x4U(V128 a) => Vector128.WidenUpper(a.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16NarrowI16x8S(V128 a, V128 b) => Vector128.NarrowWithSaturation(a.AsInt16(), b.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16NarrowI16x8U(V128 a, V128 b)
    {
        if (Sse2.IsSupported) return Sse2.PackUnsignedSaturate(a.AsInt16(), b.AsInt16());
        if (AdvSimd.IsSupported)
        {
            var low = AdvSimd.ExtractNarrowingSaturateUnsignedLower(a.AsInt16());
            return AdvSimd.ExtractNarrowingSaturateUnsignedUpper(low, b.AsInt16());
        }

        return Portable.I8x16NarrowI16x8U(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I16x8NarrowI32x4S(V128 a, V128 b) => Vector128.NarrowWithSaturation(a.AsInt32(), b.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8NarrowI32x4U(V128 a, V128 b)
    {
        if (Sse41.IsSupported) return Sse41.PackUnsignedSaturate(a.AsInt32(), b.AsInt32()).AsByte();
        if (AdvSimd.IsSupported)
        {
            var low = AdvSimd.ExtractNarrowingSaturateUnsignedLower(a.AsInt32());
            return AdvSimd.ExtractNarrowingSaturateUnsignedUpper(low, b.AsInt32()).AsByte();
        }

        return Portable.I16x8NarrowI32x4U(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I32x4TruncSatF32x4S(V128 a) => Vector128.ConvertToInt32(a.AsSingle()).AsByte();

    // Before AVX-512 there is only the signed conversion, which gives -2^31 for all it cannot hold. It makes the part of the
    // number up to 2^31 and the part above, which are summed; from 2^32 on the part above is 2^31 - 1, and the sum 2^32 - 1.
    [MethodImpl(Inline)]
    internal static V128 I32x4TruncSatF32x4U(V128 a)
    {
        if (Avx512F.VL.IsSupported || !Sse41.IsSupported) return Vector128.ConvertToUInt32(a.AsSingle()).AsByte();
        var twoTo31 = Vector128.Create(2147483648f);
        var x = Sse.Max(a.AsSingle(), Vector128<float>.Zero);
        var above = x - twoTo31;
        var overflow = Sse.CompareLessThanOrEqual(twoTo31, above).AsInt32();
        var high = Sse2.ConvertToVector128Int32WithTruncation(above) ^ overflow;
        var low = Sse2.ConvertToVector128Int32WithTruncation(x);
        return (low + Sse41.Max(high, Vector128<int>.Zero)).AsByte();
    }

    // `cvttpd2dq` gives -2^31 for all it cannot hold, which is right below the range. The minimum takes what lies above to the
    // end of the range, and a NaN to its second operand, which is 0 there.
    [MethodImpl(Inline)]
    internal static V128 I32x4TruncSatF64x2SZero(V128 a)
    {
        if (Sse2.IsSupported)
        {
            var x = a.AsDouble();
            var greatest = Sse2.CompareOrdered(x, x) & Vector128.Create((double)int.MaxValue);
            return Sse2.ConvertToVector128Int32WithTruncation(Sse2.Min(x, greatest)).AsByte();
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            var wide = AdvSimd.Arm64.ConvertToInt64RoundToZero(a.AsDouble());
            return AdvSimd.ExtractNarrowingSaturateLower(wide).ToVector128().AsByte();
        }

        return Portable.I32x4TruncSatF64x2SZero(a);
    }

    // The maximum takes a NaN to its second operand, 0. The sum of 2^52 and an integer below it has that integer in its low bits.
    [MethodImpl(Inline)]
    internal static V128 I32x4TruncSatF64x2UZero(V128 a)
    {
        if (Sse41.IsSupported)
        {
            var x = Sse2.Max(a.AsDouble(), Vector128<double>.Zero);
            x = Sse2.Min(x, Vector128.Create((double)uint.MaxValue));
            x = Sse41.RoundToZero(x) + Vector128.Create(TwoTo52);
            return Sse.Shuffle(x.AsSingle(), Vector128<float>.Zero, 0b10_00_10_00).AsByte();
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            var wide = AdvSimd.Arm64.ConvertToUInt64RoundToZero(a.AsDouble());
            return AdvSimd.ExtractNarrowingSaturateLower(wide).ToVector128().AsByte();
        }

        return Portable.I32x4TruncSatF64x2UZero(a);
    }

    [MethodImpl(Inline)]
    internal static V128 F32x4ConvertI32x4S(V128 a) => Vector128.ConvertToSingle(a.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4ConvertI32x4U(V128 a) => Vector128.ConvertToSingle(a.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2ConvertLowI32x4S(V128 a)
    {
        if (Sse2.IsSupported) return Sse2.ConvertToVector128Double(a.AsInt32()).AsByte();
        return Portable.F64x2ConvertLowI32x4S(a);
    }

    [MethodImpl(Inline)]
    internal static V128 F64x2ConvertLowI32x4U(V128 a)
    {
        if (Avx512F.VL.IsSupported) return Avx512F.VL.ConvertToVector128Double(a.AsUInt32()).AsByte();
        return Portable.F64x2ConvertLowI32x4U(a);
    }

    [MethodImpl(Inline)]
    internal static V128 F32x4DemoteF64x2Zero(V128 a)
    {
        if (Sse2.IsSupported) return Sse2.ConvertToVector128Single(a.AsDouble()).AsByte();
        if (AdvSimd.Arm64.IsSupported) return AdvSimd.Arm64.ConvertToSingleLower(a.AsDouble()).ToVector128().AsByte();
        return Portable.F32x4DemoteF64x2Zero(a);
    }

    [MethodImpl(Inline)]
    internal static V128 F64x2PromoteLowF32x4(V128 a) => Vector128.WidenLower(a.AsSingle()).AsByte();
}
