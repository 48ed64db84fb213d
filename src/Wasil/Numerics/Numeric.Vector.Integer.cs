using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using V128 = System.Runtime.Intrinsics.Vector128<byte>;

namespace Wasil.Numerics;

internal static partial class Numeric
{
    [MethodImpl(Inline)]
    internal static V128 I8x16Abs(V128 a)
    {
        if (Vector128.IsHardwareAccelerated) return Vector128.Abs(a.AsSByte()).AsByte();
        return Portable.I8x16Abs(a);
    }

    [MethodImpl(Inline)]
    internal static V128 I8x16Neg(V128 a) => (-a.AsSByte()).AsByte();

    // Counts of the nibbles, looked up.
    [MethodImpl(Inline)]
    internal static V128 I8x16Popcnt(V128 a)
    {
        if (AdvSimd.IsSupported) return AdvSimd.PopCount(a);
        if (Ssse3.IsSupported)
        {
            var counts = Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
            var nibble = Vector128.Create((byte)0x0f);
            var low = Ssse3.Shuffle(counts, a & nibble);
            var high = Ssse3.Shuffle(counts, (a.AsUInt16() >>> 4).AsByte() & nibble);
            return low + high;
        }

        return Portable.I8x16Popcnt(a);
    }

    [MethodImpl(Inline)]
    internal static int I8x16AllTrue(V128 a) => Vector128.EqualsAny(a, Vector128<byte>.Zero) ? 0 : 1;

    [MethodImpl(Inline)]
    internal static int I8x16Bitmask(V128 a) => (int)a.ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    internal static V128 I8x16Shl(V128 a, int count) => a << (count & 7);

    [MethodImpl(Inline)]
    internal static V128 I8x16ShrS(V128 a, int count) => (a.AsSByte() >> (count & 7)).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16ShrU(V128 a, int count) => a >>> (count & 7);

    [MethodImpl(Inline)]
    internal static V128 I8x16Add(V128 a, V128 b) => a + b;

    [MethodImpl(Inline)]
    internal static V128 I8x16Sub(V128 a, V128 b) => a - b;

    [MethodImpl(Inline)]
    internal static V128 I8x16AddSatS(V128 a, V128 b) => Vector128.AddSaturate(a.AsSByte(), b.AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16AddSatU(V128 a, V128 b) => Vector128.AddSaturate(a, b);

    [MethodImpl(Inline)]
    internal static V128 I8x16SubSatS(V128 a, V128 b) => Vector128.SubtractSaturate(a.AsSByte(), b.AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16SubSatU(V128 a, V128 b) => Vector128.SubtractSaturate(a, b);

    [MethodImpl(Inline)]
    internal static V128 I8x16MinS(V128 a, V128 b) => Vector128.Min(a.AsSByte(), b.AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16MinU(V128 a, V128 b) => Vector128.Min(a, b);

    [MethodImpl(Inline)]
    internal static V128 I8x16MaxS(V128 a, V128 b) => Vector128.Max(a.AsSByte(), b.AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16MaxU(V128 a, V128 b) => Vector128.Max(a, b);

    [MethodImpl(Inline)]
    internal static V128 I8x16AvgrU(V128 a, V128 b)
    {
        if (Sse2.IsSupported) return Sse2.Average(a, b);
        if (AdvSimd.IsSupported) return AdvSimd.FusedAddRoundedHalving(a, b);
        return Portable.I8x16AvgrU(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I8x16Eq(V128 a, V128 b) => Vector128.Equals(a, b);

    [MethodImpl(Inline)]
    internal static V128 I8x16Ne(V128 a, V128 b) => ~Vector128.Equals(a, b);

    [MethodImpl(Inline)]
    internal static V128 I8x16LtS(V128 a, V128 b) => Vector128.LessThan(a.AsSByte(), b.AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16LtU(V128 a, V128 b) => Vector128.LessThan(a, b);

    [MethodImpl(Inline)]
    internal static V128 I8x16GtS(V128 a, V128 b) => Vector128.GreaterThan(a.AsSByte(), b.AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16GtU(V128 a, V128 b) => Vector128.GreaterThan(a, b);

    [MethodImpl(Inline)]
    internal static V128 I8x16LeS(V128 a, V128 b) => Vector128.LessThanOrEqual(a.AsSByte(), b.AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16LeU(V128 a, V128 b) => Vector128.LessThanOrEqual(a, b);

    [MethodImpl(Inline)]
    internal static V128 I8x16GeS(V128 a, V128 b) => Vector128.GreaterThanOrEqual(a.AsSByte(), b.AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16GeU(V128 a, V128 b) => Vector128.GreaterThanOrEqual(a, b);

    [MethodImpl(Inline)]
    internal static V128 I16x8Abs(V128 a)
    {
        if (Vector128.IsHardwareAccelerated) return Vector128.Abs(a.AsInt16()).AsByte();
        return Portable.I16x8Abs(a);
    }

    [MethodImpl(Inline)]
    internal static V128 I16x8Neg(V128 a) => (-a.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static int I16x8AllTrue(V128 a) => Vector128.EqualsAny(a.AsUInt16(), Vector128<ushort>.Zero) ? 0 : 1;

    [MethodImpl(Inline)]
    internal static int I16x8Bitmask(V128 a) => (int)a.AsUInt16().ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    internal static V128 I16x8Shl(V128 a, int count) => (a.AsUInt16() << (count & 15)).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8ShrS(V128 a, int count) => (a.AsInt16() >> (count & 15)).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8ShrU(V128 a, int count) => (a.AsUInt16() >>> (count & 15)).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8Add(V128 a, V128 b) => (a.AsUInt16() + b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8Sub(V128 a, V128 b) => (a.AsUInt16() - b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8Mul(V128 a, V128 b) => (a.AsUInt16() * b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8AddSatS(V128 a, V128 b) => Vector128.AddSaturate(a.AsInt16(), b.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8AddSatU(V128 a, V128 b) => Vector128.AddSaturate(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8SubSatS(V128 a, V128 b) => Vector128.SubtractSaturate(a.AsInt16(), b.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8SubSatU(V128 a, V128 b) => Vector128.SubtractSaturate(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8MinS(V128 a, V128 b) => Vector128.Min(a.AsInt16(), b.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8MinU(V128 a, V128 b) => Vector128.Min(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8MaxS(V128 a, V128 b) => Vector128.Max(a.AsInt16(), b.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8MaxU(V128 a, V128 b) => Vector128.Max(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8AvgrU(V128 a, V128 b)
    {
        if (Sse2.IsSupported) return Sse2.Average(a.AsUInt16(), b.AsUInt16()).AsByte();
        if (AdvSimd.IsSupported) return AdvSimd.FusedAddRoundedHalving(a.AsUInt16(), b.AsUInt16()).AsByte();
        return Portable.I16x8AvgrU(a, b);
    }

    // `pmulhrsw` wraps where both operands are -32768, and gives -32768 nowhere else.
    [MethodImpl(Inline)]
    internal static V128 I16x8Q15mulrSatS(V128 a, V128 b)
    {
        if (Ssse3.IsSupported)
        {
            var product = Ssse3.MultiplyHighRoundScale(a.AsInt16(), b.AsInt16());
            return (product ^ Vector128.Equals(product, Vector128.Create(short.MinValue))).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.MultiplyRoundedDoublingSaturateHigh(a.AsInt16(), b.AsInt16()).AsByte();
        return Portable.I16x8Q15mulrSatS(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I16x8ExtmulLowI8x16S(V128 a, V128 b)
    {
        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningLower(a.AsSByte().GetLower(), b.AsSByte().GetLower()).AsByte();
        return Portable.I16x8ExtmulLowI8x16S(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I16x8ExtmulHighI8x16S(V128 a, V128 b)
    {
        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningUpper(a.AsSByte(), b.AsSByte()).AsByte();
        return Portable.I16x8ExtmulHighI8x16S(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I16x8ExtmulLowI8x16U(V128 a, V128 b)
    {
        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningLower(a.GetLower(), b.GetLower()).AsByte();
        return Portable.I16x8ExtmulLowI8x16U(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I16x8ExtmulHighI8x16U(V128 a, V128 b)
    {
        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningUpper(a, b).AsByte();
        return Portable.I16x8ExtmulHighI8x16U(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I16x8ExtaddPairwiseI8x16S(V128 a)
    {
        if (Ssse3.IsSupported) return Ssse3.MultiplyAddAdjacent(Vector128.Create((byte)1), a.AsSByte()).AsByte();
        if (AdvSimd.IsSupported) return AdvSimd.AddPairwiseWidening(a.AsSByte()).AsByte();
        return Portable.I16x8ExtaddPairwiseI8x16S(a);
    }

    [MethodImpl(Inline)]
    internal static V128 I16x8ExtaddPairwiseI8x16U(V128 a)
    {
        if (Ssse3.IsSupported) return Ssse3.MultiplyAddAdjacent(a, Vector128.Create((sbyte)1)).AsByte();
        if (AdvSimd.IsSupported) return AdvSimd.AddPairwiseWidening(a).AsByte();
        return Portable.I16x8ExtaddPairwiseI8x16U(a);
    }

    [MethodImpl(Inline)]
    internal static V128 I16x8Eq(V128 a, V128 b) => Vector128.Equals(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8Ne(V128 a, V128 b) => ~Vector128.Equals(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8LtS(V128 a, V128 b) => Vector128.LessThan(a.AsInt16(), b.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8LtU(V128 a, V128 b) => Vector128.LessThan(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8GtS(V128 a, V128 b) => Vector128.GreaterThan(a.AsInt16(), b.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8GtU(V128 a, V128 b) => Vector128.GreaterThan(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8LeS(V128 a, V128 b) => Vector128.LessThanOrEqual(a.AsInt16(), b.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8LeU(V128 a, V128 b) => Vector128.LessThanOrEqual(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8GeS(V128 a, V128 b) => Vector128.GreaterThanOrEqual(a.AsInt16(), b.AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I16x8GeU(V128 a, V128 b) => Vector128.GreaterThanOrEqual(a.AsUInt16(), b.AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4Abs(V128 a)
    {
        if (Vector128.IsHardwareAccelerated) return Vector128.Abs(a.AsInt32()).AsByte();
        return Portable.I32x4Abs(a);
    }

    [MethodImpl(Inline)]
    internal static V128 I32x4Neg(V128 a) => (-a.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static int I32x4AllTrue(V128 a) => Vector128.EqualsAny(a.AsUInt32(), Vector128<uint>.Zero) ? 0 : 1;

    [MethodImpl(Inline)]
    internal static int I32x4Bitmask(V128 a) => (int)a.AsUInt32().ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    internal static V128 I32x4Shl(V128 a, int count) => (a.AsUInt32() << (count & 31)).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4ShrS(V128 a, int count) => (a.AsInt32() >> (count & 31)).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4ShrU(V128 a, int count) => (a.AsUInt32() >>> (count & 31)).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4Add(V128 a, V128 b) => (a.AsUInt32() + b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4Sub(V128 a, V128 b) => (a.AsUInt32() - b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4Mul(V128 a, V128 b) => (a.AsUInt32() * b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4MinS(V128 a, V128 b) => Vector128.Min(a.AsInt32(), b.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4MinU(V128 a, V128 b) => Vector128.Min(a.AsUInt32(), b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4MaxS(V128 a, V128 b) => Vector128.Max(a.AsInt32(), b.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4MaxU(V128 a, V128 b) => Vector128.Max(a.AsUInt32(), b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4DotI16x8S(V128 a, V128 b)
    {
        if (Sse2.IsSupported) return Sse2.MultiplyAddAdjacent(a.AsInt16(), b.AsInt16()).AsByte();
        return Portable.I32x4DotI16x8S(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I32x4ExtmulLowI16x8S(V128 a, V128 b)
    {
        if (Sse2.IsSupported)
        {
            var low = Sse2.MultiplyLow(a.AsInt16(), b.AsInt16());
            var high = Sse2.MultiplyHigh(a.AsInt16(), b.AsInt16());
            return Sse2.UnpackLow(low, high).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningLower(a.AsInt16().GetLower(), b.AsInt16().GetLower()).AsByte();
        return Portable.I32x4ExtmulLowI16x8S(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I32x4ExtmulHighI16x8S(V128 a, V128 b)
    {
        if (Sse2.IsSupported)
        {
            var low = Sse2.MultiplyLow(a.AsInt16(), b.AsInt16());
            var high = Sse2.MultiplyHigh(a.AsInt16(), b.AsInt16());
            return Sse2.UnpackHigh(low, high).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningUpper(a.AsInt16(), b.AsInt16()).AsByte();
        return Portable.I32x4ExtmulHighI16x8S(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I32x4ExtmulLowI16x8U(V128 a, V128 b)
    {
        if (Sse2.IsSupported)
        {
            var low = Sse2.MultiplyLow(a.AsUInt16(), b.AsUInt16());
            var high = Sse2.MultiplyHigh(a.AsUInt16(), b.AsUInt16());
            return Sse2.UnpackLow(low, high).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningLower(a.AsUInt16().GetLower(), b.AsUInt16().GetLower()).AsByte();
        return Portable.I32x4ExtmulLowI16x8U(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I32x4ExtmulHighI16x8U(V128 a, V128 b)
    {
        if (Sse2.IsSupported)
        {
            var low = Sse2.MultiplyLow(a.AsUInt16(), b.AsUInt16());
            var high = Sse2.MultiplyHigh(a.AsUInt16(), b.AsUInt16());
            return Sse2.UnpackHigh(low, high).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningUpper(a.AsUInt16(), b.AsUInt16()).AsByte();
        return Portable.I32x4ExtmulHighI16x8U(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I32x4ExtaddPairwiseI16x8S(V128 a)
    {
        if (Sse2.IsSupported) return Sse2.MultiplyAddAdjacent(a.AsInt16(), Vector128.Create((short)1)).AsByte();
        if (AdvSimd.IsSupported) return AdvSimd.AddPairwiseWidening(a.AsInt16()).AsByte();
        return Portable.I32x4ExtaddPairwiseI16x8S(a);
    }

    [MethodImpl(Inline)]
    internal static V128 I32x4ExtaddPairwiseI16x8U(V128 a)
    {
        if (AdvSimd.IsSupported) return AdvSimd.AddPairwiseWidening(a.AsUInt16()).AsByte();
        return Portable.I32x4ExtaddPairwiseI16x8U(a);
    }

    [MethodImpl(Inline)]
    internal static V128 I32x4Eq(V128 a, V128 b) => Vector128.Equals(a.AsUInt32(), b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4Ne(V128 a, V128 b) => ~Vector128.Equals(a.AsUInt32(), b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4LtS(V128 a, V128 b) => Vector128.LessThan(a.AsInt32(), b.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4LtU(V128 a, V128 b) => Vector128.LessThan(a.AsUInt32(), b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4GtS(V128 a, V128 b) => Vector128.GreaterThan(a.AsInt32(), b.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4GtU(V128 a, V128 b) => Vector128.GreaterThan(a.AsUInt32(), b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4LeS(V128 a, V128 b) => Vector128.LessThanOrEqual(a.AsInt32(), b.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4LeU(V128 a, V128 b) => Vector128.LessThanOrEqual(a.AsUInt32(), b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4GeS(V128 a, V128 b) => Vector128.GreaterThanOrEqual(a.AsInt32(), b.AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4GeU(V128 a, V128 b) => Vector128.GreaterThanOrEqual(a.AsUInt32(), b.AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2Abs(V128 a)
    {
        if (Vector128.IsHardwareAccelerated) return Vector128.Abs(a.AsInt64()).AsByte();
        return Portable.I64x2Abs(a);
    }

    [MethodImpl(Inline)]
    internal static V128 I64x2Neg(V128 a) => (-a.AsInt64()).AsByte();

    [MethodImpl(Inline)]
    internal static int I64x2AllTrue(V128 a) => Vector128.EqualsAny(a.AsUInt64(), Vector128<ulong>.Zero) ? 0 : 1;

    [MethodImpl(Inline)]
    internal static int I64x2Bitmask(V128 a) => (int)a.AsUInt64().ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    internal static V128 I64x2Shl(V128 a, int count) => (a.AsUInt64() << (count & 63)).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2ShrS(V128 a, int count) => (a.AsInt64() >> (count & 63)).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2ShrU(V128 a, int count) => (a.AsUInt64() >>> (count & 63)).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2Add(V128 a, V128 b) => (a.AsUInt64() + b.AsUInt64()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2Sub(V128 a, V128 b) => (a.AsUInt64() - b.AsUInt64()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2Mul(V128 a, V128 b) => (a.AsUInt64() * b.AsUInt64()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2ExtmulLowI32x4S(V128 a, V128 b)
    {
        if (Sse41.IsSupported)
        {
            var x = Sse2.UnpackLow(a.AsInt32(), a.AsInt32());
            var y = Sse2.UnpackLow(b.AsInt32(), b.AsInt32());
            return Sse41.Multiply(x, y).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningLower(a.AsInt32().GetLower(), b.AsInt32().GetLower()).AsByte();
        return Portable.I64x2ExtmulLowI32x4S(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I64x2ExtmulHighI32x4S(V128 a, V128 b)
    {
        if (Sse41.IsSupported)
        {
            var x = Sse2.UnpackHigh(a.AsInt32(), a.AsInt32());
            var y = Sse2.UnpackHigh(b.AsInt32(), b.AsInt32());
            return Sse41.Multiply(x, y).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningUpper(a.AsInt32(), b.AsInt32()).AsByte();
        return Portable.I64x2ExtmulHighI32x4S(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I64x2ExtmulLowI32x4U(V128 a, V128 b)
    {
        if (Sse2.IsSupported)
        {
            var x = Sse2.UnpackLow(a.AsUInt32(), a.AsUInt32());
            var y = Sse2.UnpackLow(b.AsUInt32(), b.AsUInt32());
            return Sse2.Multiply(x, y).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningLower(a.AsUInt32().GetLower(), b.AsUInt32().GetLower()).AsByte();
        return Portable.I64x2ExtmulLowI32x4U(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I64x2ExtmulHighI32x4U(V128 a, V128 b)
    {
        if (Sse2.IsSupported)
        {
            var x = Sse2.UnpackHigh(a.AsUInt32(), a.AsUInt32());
            var y = Sse2.UnpackHigh(b.AsUInt32(), b.AsUInt32());
            return Sse2.Multiply(x, y).AsByte();
        }

        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningUpper(a.AsUInt32(), b.AsUInt32()).AsByte();
        return Portable.I64x2ExtmulHighI32x4U(a, b);
    }

    [MethodImpl(Inline)]
    internal static V128 I64x2Eq(V128 a, V128 b) => Vector128.Equals(a.AsUInt64(), b.AsUInt64()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2Ne(V128 a, V128 b) => ~Vector128.Equals(a.AsUInt64(), b.AsUInt64()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2LtS(V128 a, V128 b) => Vector128.LessThan(a.AsInt64(), b.AsInt64()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2GtS(V128 a, V128 b) => Vector128.GreaterThan(a.AsInt64(), b.AsInt64()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2LeS(V128 a, V128 b) => Vector128.LessThanOrEqual(a.AsInt64(), b.AsInt64()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2GeS(V128 a, V128 b) => Vector128.GreaterThanOrEqual(a.AsInt64(), b.AsInt64()).AsByte();
}
