using System.Runtime.Intrinsics;
using V128 = System.Runtime.Intrinsics.Vector128<byte>;

namespace Wasil.Numerics;

internal static partial class Portable
{
    internal static V128 V128Const(long low, long high) =>
        Vector128.Create(Volatile.Read(ref low), Volatile.Read(ref high)).AsByte();

    internal static V128 I8x16Swizzle(V128 a, V128 indices) => Vector128.Shuffle(a, indices);

    internal static V128 I8x16Shuffle(V128 a, V128 b, V128 lanes) =>
        Vector128.Shuffle(a, lanes) | Vector128.Shuffle(b, lanes - Vector128.Create((byte)16));

    internal static V128 I8x16Abs(V128 a) =>
        Vector128.ConditionalSelect(Vector128.LessThan(a.AsSByte(), Vector128<sbyte>.Zero), -a.AsSByte(), a.AsSByte()).AsByte();

    internal static V128 I16x8Abs(V128 a) =>
        Vector128.ConditionalSelect(Vector128.LessThan(a.AsInt16(), Vector128<short>.Zero), -a.AsInt16(), a.AsInt16()).AsByte();

    internal static V128 I32x4Abs(V128 a) =>
        Vector128.ConditionalSelect(Vector128.LessThan(a.AsInt32(), Vector128<int>.Zero), -a.AsInt32(), a.AsInt32()).AsByte();

    internal static V128 I64x2Abs(V128 a) =>
        Vector128.ConditionalSelect(Vector128.LessThan(a.AsInt64(), Vector128<long>.Zero), -a.AsInt64(), a.AsInt64()).AsByte();

    internal static V128 I8x16Popcnt(V128 a)
    {
        var twos = a - ((a >>> 1) & Vector128.Create((byte)0x55));
        var fours = (twos & Vector128.Create((byte)0x33)) + ((twos >>> 2) & Vector128.Create((byte)0x33));
        return (fours + (fours >>> 4)) & Vector128.Create((byte)0x0f);
    }

    internal static V128 I8x16AvgrU(V128 a, V128 b) => (a | b) - ((a ^ b) >>> 1);

    internal static V128 I16x8AvgrU(V128 a, V128 b) => ((a | b).AsUInt16() - ((a ^ b).AsUInt16() >>> 1)).AsByte();

    internal static V128 I16x8Q15mulrSatS(V128 a, V128 b)
    {
        var round = Vector128.Create(0x4000);
        var low = ((Vector128.WidenLower(a.AsInt16()) * Vector128.WidenLower(b.AsInt16())) + round) >> 15;
        var high = ((Vector128.WidenUpper(a.AsInt16()) * Vector128.WidenUpper(b.AsInt16())) + round) >> 15;
        return Vector128.NarrowWithSaturation(low, high).AsByte();
    }

    internal static V128 I32x4DotI16x8S(V128 a, V128 b)
    {
        var even = ((a.AsInt32() << 16) >> 16) * ((b.AsInt32() << 16) >> 16);
        var odd = (a.AsInt32() >> 16) * (b.AsInt32() >> 16);
        return (even + odd).AsByte();
    }

    internal static V128 I16x8ExtmulLowI8x16S(V128 a, V128 b) =>
        (Vector128.WidenLower(a.AsSByte()) * Vector128.WidenLower(b.AsSByte())).AsByte();

    internal static V128 I16x8ExtmulHighI8x16S(V128 a, V128 b) =>
        (Vector128.WidenUpper(a.AsSByte()) * Vector128.WidenUpper(b.AsSByte())).AsByte();

    internal static V128 I16x8ExtaddPairwiseI8x16S(V128 a) => (((a.AsInt16() << 8) >> 8) + (a.AsInt16() >> 8)).AsByte();

    internal static V128 I16x8ExtmulLowI8x16U(V128 a, V128 b) => (Vector128.WidenLower(a) * Vector128.WidenLower(b)).AsByte();

    internal static V128 I16x8ExtmulHighI8x16U(V128 a, V128 b) => (Vector128.WidenUpper(a) * Vector128.WidenUpper(b)).AsByte();

    internal static V128 I16x8ExtaddPairwiseI8x16U(V128 a) => (((a.AsUInt16() << 8) >>> 8) + (a.AsUInt16() >>> 8)).AsByte();

    internal static V128 I32x4ExtmulLowI16x8S(V128 a, V128 b) =>
        (Vector128.WidenLower(a.AsInt16()) * Vector128.WidenLower(b.AsInt16())).AsByte();

    internal static V128 I32x4ExtmulHighI16x8S(V128 a, V128 b) =>
        (Vector128.WidenUpper(a.AsInt16()) * Vector128.WidenUpper(b.AsInt16())).AsByte();

    internal static V128 I32x4ExtaddPairwiseI16x8S(V128 a) => (((a.AsInt32() << 16) >> 16) + (a.AsInt32() >> 16)).AsByte();

    internal static V128 I32x4ExtmulLowI16x8U(V128 a, V128 b) =>
        (Vector128.WidenLower(a.AsUInt16()) * Vector128.WidenLower(b.AsUInt16())).AsByte();

    internal static V128 I32x4ExtmulHighI16x8U(V128 a, V128 b) =>
        (Vector128.WidenUpper(a.AsUInt16()) * Vector128.WidenUpper(b.AsUInt16())).AsByte();

    internal static V128 I32x4ExtaddPairwiseI16x8U(V128 a) => (((a.AsUInt32() << 16) >>> 16) + (a.AsUInt32() >>> 16)).AsByte();

    internal static V128 I64x2ExtmulLowI32x4S(V128 a, V128 b) =>
        (Vector128.WidenLower(a.AsInt32()) * Vector128.WidenLower(b.AsInt32())).AsByte();

    internal static V128 I64x2ExtmulHighI32x4S(V128 a, V128 b) =>
        (Vector128.WidenUpper(a.AsInt32()) * Vector128.WidenUpper(b.AsInt32())).AsByte();

    internal static V128 I64x2ExtmulLowI32x4U(V128 a, V128 b) =>
        (Vector128.WidenLower(a.AsUInt32()) * Vector128.WidenLower(b.AsUInt32())).AsByte();

    internal static V128 I64x2ExtmulHighI32x4U(V128 a, V128 b) =>
        (Vector128.WidenUpper(a.AsUInt32()) * Vector128.WidenUpper(b.AsUInt32())).AsByte();

    internal static V128 F32x4Ceil(V128 a) => Quiet(Vector128.Ceiling(a.AsSingle())).AsByte();

    internal static V128 F32x4Floor(V128 a) => Quiet(Vector128.Floor(a.AsSingle())).AsByte();

    internal static V128 F32x4Trunc(V128 a) => Quiet(Vector128.Truncate(a.AsSingle())).AsByte();

    internal static V128 F32x4Nearest(V128 a) => Quiet(Vector128.Round(a.AsSingle())).AsByte();

    internal static V128 F32x4Min(V128 a, V128 b)
    {
        var (x, y) = (a.AsSingle(), b.AsSingle());
        var equalOrNan = Vector128.ConditionalSelect(Vector128.Equals(x, y), x | y, x + y);
        var yOrEqual = Vector128.ConditionalSelect(Vector128.LessThan(y, x), y, equalOrNan);
        return Vector128.ConditionalSelect(Vector128.LessThan(x, y), x, yOrEqual).AsByte();
    }

    internal static V128 F32x4Max(V128 a, V128 b)
    {
        var (x, y) = (a.AsSingle(), b.AsSingle());
        var equalOrNan = Vector128.ConditionalSelect(Vector128.Equals(x, y), x & y, x + y);
        var yOrEqual = Vector128.ConditionalSelect(Vector128.GreaterThan(y, x), y, equalOrNan);
        return Vector128.ConditionalSelect(Vector128.GreaterThan(x, y), x, yOrEqual).AsByte();
    }

    internal static V128 F32x4Pmin(V128 a, V128 b) =>
        Vector128.ConditionalSelect(Vector128.LessThan(b.AsSingle(), a.AsSingle()), b.AsSingle(), a.AsSingle()).AsByte();

    internal static V128 F32x4Pmax(V128 a, V128 b) =>
        Vector128.ConditionalSelect(Vector128.LessThan(a.AsSingle(), b.AsSingle()), b.AsSingle(), a.AsSingle()).AsByte();

    internal static V128 F64x2Ceil(V128 a) => Quiet(Vector128.Ceiling(a.AsDouble())).AsByte();

    internal static V128 F64x2Floor(V128 a) => Quiet(Vector128.Floor(a.AsDouble())).AsByte();

    internal static V128 F64x2Trunc(V128 a) => Quiet(Vector128.Truncate(a.AsDouble())).AsByte();

    internal static V128 F64x2Nearest(V128 a) => Quiet(Vector128.Round(a.AsDouble())).AsByte();

    internal static V128 F64x2Min(V128 a, V128 b)
    {
        var (x, y) = (a.AsDouble(), b.AsDouble());
        var equalOrNan = Vector128.ConditionalSelect(Vector128.Equals(x, y), x | y, x + y);
        var yOrEqual = Vector128.ConditionalSelect(Vector128.LessThan(y, x), y, equalOrNan);
        return Vector128.ConditionalSelect(Vector128.LessThan(x, y), x, yOrEqual).AsByte();
    }

    internal static V128 F64x2Max(V128 a, V128 b)
    {
        var (x, y) = (a.AsDouble(), b.AsDouble());
        var equalOrNan = Vector128.ConditionalSelect(Vector128.Equals(x, y), x & y, x + y);
        var yOrEqual = Vector128.ConditionalSelect(Vector128.GreaterThan(y, x), y, equalOrNan);
        return Vector128.ConditionalSelect(Vector128.GreaterThan(x, y), x, yOrEqual).AsByte();
    }

    internal static V128 F64x2Pmin(V128 a, V128 b) =>
        Vector128.ConditionalSelect(Vector128.LessThan(b.AsDouble(), a.AsDouble()), b.AsDouble(), a.AsDouble()).AsByte();

    internal static V128 F64x2Pmax(V128 a, V128 b) =>
        Vector128.ConditionalSelect(Vector128.LessThan(a.AsDouble(), b.AsDouble()), b.AsDouble(), a.AsDouble()).AsByte();

    internal static V128 I8x16NarrowI16x8U(V128 a, V128 b)
    {
        var (least, greatest) = (Vector128<short>.Zero, Vector128.Create((short)byte.MaxValue));
        var low = Vector128.Clamp(a.AsInt16(), least, greatest);
        var high = Vector128.Clamp(b.AsInt16(), least, greatest);
        return Vector128.Narrow(low, high).AsByte();
    }

    internal static V128 I16x8NarrowI32x4U(V128 a, V128 b)
    {
        var (least, greatest) = (Vector128<int>.Zero, Vector128.Create((int)ushort.MaxValue));
        var low = Vector128.Clamp(a.AsInt32(), least, greatest);
        var high = Vector128.Clamp(b.AsInt32(), least, greatest);
        return Vector128.Narrow(low, high).AsByte();
    }

    internal static V128 I32x4TruncSatF64x2SZero(V128 a) =>
        Vector128.Create((int)a.AsDouble()[0], (int)a.AsDouble()[1], 0, 0).AsByte();

    internal static V128 I32x4TruncSatF64x2UZero(V128 a) =>
        Vector128.Create((uint)a.AsDouble()[0], (uint)a.AsDouble()[1], 0, 0).AsByte();

    internal static V128 F64x2ConvertLowI32x4S(V128 a) => Vector128.ConvertToDouble(Vector128.WidenLower(a.AsInt32())).AsByte();

    // An integer below 2^52 in the low bits of that double is their sum.
    internal static V128 F64x2ConvertLowI32x4U(V128 a)
    {
        var twoTo52 = Vector128.Create(4503599627370496d);
        var sum = Vector128.WidenLower(a.AsUInt32()) | twoTo52.AsUInt64();
        return (sum.AsDouble() - twoTo52).AsByte();
    }

    internal static V128 F32x4DemoteF64x2Zero(V128 a) => Quiet(Vector128.Narrow(a.AsDouble(), Vector128<double>.Zero)).AsByte();

    private static Vector128<float> Quiet(Vector128<float> a) => Vector128.ConditionalSelect(Vector128.Equals(a, a), a, a + a);

    private static Vector128<double> Quiet(Vector128<double> a) => Vector128.ConditionalSelect(Vector128.Equals(a, a), a, a + a);
}
