using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using V128 = System.Runtime.Intrinsics.Vector128<byte>;

namespace Wasil.Numerics;

// Each instruction twice where it matters: by the deterministic profile of the specification, which takes the first of the
// results that it may have, so that the same guest computes the same everywhere; and, with Native behind its name, with the
// result that this kind of processor gives at once.
internal static partial class Numeric
{
    [MethodImpl(Inline)]
    internal static V128 I8x16RelaxedSwizzle(V128 a, V128 indices) => I8x16Swizzle(a, indices);

    [MethodImpl(Inline)]
    internal static V128 I32x4RelaxedTruncF32x4S(V128 a) => I32x4TruncSatF32x4S(a);

    [MethodImpl(Inline)]
    internal static V128 I32x4RelaxedTruncF32x4U(V128 a) => I32x4TruncSatF32x4U(a);

    [MethodImpl(Inline)]
    internal static V128 I32x4RelaxedTruncF64x2SZero(V128 a) => I32x4TruncSatF64x2SZero(a);

    [MethodImpl(Inline)]
    internal static V128 I32x4RelaxedTruncF64x2UZero(V128 a) => I32x4TruncSatF64x2UZero(a);

    // Rounded twice, not fused. RyuJIT never contracts the two operations into one.
    [MethodImpl(Inline)]
    internal static V128 F32x4RelaxedMadd(V128 a, V128 b, V128 c) => ((a.AsSingle() * b.AsSingle()) + c.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4RelaxedNmadd(V128 a, V128 b, V128 c) => (c.AsSingle() - (a.AsSingle() * b.AsSingle())).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2RelaxedMadd(V128 a, V128 b, V128 c) => ((a.AsDouble() * b.AsDouble()) + c.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2RelaxedNmadd(V128 a, V128 b, V128 c) => (c.AsDouble() - (a.AsDouble() * b.AsDouble())).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I8x16RelaxedLaneselect(V128 a, V128 b, V128 mask) => V128Bitselect(a, b, mask);

    [MethodImpl(Inline)]
    internal static V128 I16x8RelaxedLaneselect(V128 a, V128 b, V128 mask) => V128Bitselect(a, b, mask);

    [MethodImpl(Inline)]
    internal static V128 I32x4RelaxedLaneselect(V128 a, V128 b, V128 mask) => V128Bitselect(a, b, mask);

    [MethodImpl(Inline)]
    internal static V128 I64x2RelaxedLaneselect(V128 a, V128 b, V128 mask) => V128Bitselect(a, b, mask);

    [MethodImpl(Inline)]
    internal static V128 F32x4RelaxedMin(V128 a, V128 b) => F32x4Min(a, b);

    [MethodImpl(Inline)]
    internal static V128 F32x4RelaxedMax(V128 a, V128 b) => F32x4Max(a, b);

    [MethodImpl(Inline)]
    internal static V128 F64x2RelaxedMin(V128 a, V128 b) => F64x2Min(a, b);

    [MethodImpl(Inline)]
    internal static V128 F64x2RelaxedMax(V128 a, V128 b) => F64x2Max(a, b);

    [MethodImpl(Inline)]
    internal static V128 I16x8RelaxedQ15mulrS(V128 a, V128 b) => I16x8Q15mulrSatS(a, b);

    // Both operands signed; the sum of two products saturates, which it can only where all four factors are -128.
    [MethodImpl(Inline)]
    internal static V128 I16x8RelaxedDotI8x16I7x16S(V128 a, V128 b)
    {
        var even = ((a.AsInt16() << 8) >> 8) * ((b.AsInt16() << 8) >> 8);
        var odd = (a.AsInt16() >> 8) * (b.AsInt16() >> 8);
        return Vector128.AddSaturate(even, odd).AsByte();
    }

    [MethodImpl(Inline)]
    internal static V128 I32x4RelaxedDotI8x16I7x16AddS(V128 a, V128 b, V128 c) =>
        I32x4Add(I32x4ExtaddPairwiseI16x8S(I16x8RelaxedDotI8x16I7x16S(a, b)), c);

    // An index from 16 to 127 counts modulo 16.
    [MethodImpl(Inline)]
    internal static V128 I8x16RelaxedSwizzleNative(V128 a, V128 indices) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(a, indices) : I8x16RelaxedSwizzle(a, indices);

    // What does not fit, and a NaN, become the smallest number.
    [MethodImpl(Inline)]
    internal static V128 I32x4RelaxedTruncF32x4SNative(V128 a) =>
        Sse2.IsSupported ? Sse2.ConvertToVector128Int32WithTruncation(a.AsSingle()).AsByte() : I32x4RelaxedTruncF32x4S(a);

    [MethodImpl(Inline)]
    internal static V128 I32x4RelaxedTruncF64x2SZeroNative(V128 a) =>
        Sse2.IsSupported ? Sse2.ConvertToVector128Int32WithTruncation(a.AsDouble()).AsByte() : I32x4RelaxedTruncF64x2SZero(a);

    // Fused where the processor can.
    [MethodImpl(Inline)]
    internal static V128 F32x4RelaxedMaddNative(V128 a, V128 b, V128 c) =>
        Vector128.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4RelaxedNmaddNative(V128 a, V128 b, V128 c) =>
        Vector128.MultiplyAddEstimate(-a.AsSingle(), b.AsSingle(), c.AsSingle()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2RelaxedMaddNative(V128 a, V128 b, V128 c) =>
        Vector128.MultiplyAddEstimate(a.AsDouble(), b.AsDouble(), c.AsDouble()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2RelaxedNmaddNative(V128 a, V128 b, V128 c) =>
        Vector128.MultiplyAddEstimate(-a.AsDouble(), b.AsDouble(), c.AsDouble()).AsByte();

    // The highest bit of a lane decides.
    [MethodImpl(Inline)]
    internal static V128 I8x16RelaxedLaneselectNative(V128 a, V128 b, V128 mask) =>
        Sse41.IsSupported ? Sse41.BlendVariable(b, a, mask) : V128Bitselect(a, b, mask);

    [MethodImpl(Inline)]
    internal static V128 I32x4RelaxedLaneselectNative(V128 a, V128 b, V128 mask) =>
        Sse41.IsSupported ? Sse41.BlendVariable(b.AsSingle(), a.AsSingle(), mask.AsSingle()).AsByte() : V128Bitselect(a, b, mask);

    [MethodImpl(Inline)]
    internal static V128 I64x2RelaxedLaneselectNative(V128 a, V128 b, V128 mask) =>
        Sse41.IsSupported ? Sse41.BlendVariable(b.AsDouble(), a.AsDouble(), mask.AsDouble()).AsByte() : V128Bitselect(a, b, mask);

    // The second operand where one is a NaN or both are zeros.
    [MethodImpl(Inline)]
    internal static V128 F32x4RelaxedMinNative(V128 a, V128 b) =>
        Sse.IsSupported ? Sse.Min(a.AsSingle(), b.AsSingle()).AsByte() : F32x4Min(a, b);

    [MethodImpl(Inline)]
    internal static V128 F32x4RelaxedMaxNative(V128 a, V128 b) =>
        Sse.IsSupported ? Sse.Max(a.AsSingle(), b.AsSingle()).AsByte() : F32x4Max(a, b);

    [MethodImpl(Inline)]
    internal static V128 F64x2RelaxedMinNative(V128 a, V128 b) =>
        Sse2.IsSupported ? Sse2.Min(a.AsDouble(), b.AsDouble()).AsByte() : F64x2Min(a, b);

    [MethodImpl(Inline)]
    internal static V128 F64x2RelaxedMaxNative(V128 a, V128 b) =>
        Sse2.IsSupported ? Sse2.Max(a.AsDouble(), b.AsDouble()).AsByte() : F64x2Max(a, b);

    [MethodImpl(Inline)]
    internal static V128 I16x8RelaxedQ15mulrSNative(V128 a, V128 b) =>
        Ssse3.IsSupported ? Ssse3.MultiplyHighRoundScale(a.AsInt16(), b.AsInt16()).AsByte() : I16x8RelaxedQ15mulrS(a, b);

    // The second operand has seven bits; with eight it counts as unsigned.
    [MethodImpl(Inline)]
    internal static V128 I16x8RelaxedDotI8x16I7x16SNative(V128 a, V128 b) =>
        Ssse3.IsSupported ? Ssse3.MultiplyAddAdjacent(b, a.AsSByte()).AsByte() : I16x8RelaxedDotI8x16I7x16S(a, b);

    [MethodImpl(Inline)]
    internal static V128 I32x4RelaxedDotI8x16I7x16AddSNative(V128 a, V128 b, V128 c) =>
        I32x4Add(I32x4ExtaddPairwiseI16x8S(I16x8RelaxedDotI8x16I7x16SNative(a, b)), c);
}
