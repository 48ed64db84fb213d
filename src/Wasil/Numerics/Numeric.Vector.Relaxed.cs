using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using V128 = System.Runtime.Intrinsics.Vector128<byte>;

namespace Wasil.Numerics;

// The deterministic profile of the specification, which takes the first of the results that each instruction may have:
// the same guest computes the same everywhere.
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
}
