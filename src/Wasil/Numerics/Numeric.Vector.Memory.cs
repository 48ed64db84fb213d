using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using V128 = System.Runtime.Intrinsics.Vector128<byte>;

namespace Wasil.Numerics;

// What the loads make of the bits they read, and the stores of a lane. Loads look at their low bits alone, and stores zero
// what they do not store, so that neither side has to convert.
internal static partial class Numeric
{
    [MethodImpl(Inline)]
    internal static V128 V128Load8x8S(long bits) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(bits).AsSByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 V128Load8x8U(long bits) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(bits).AsByte()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 V128Load16x4S(long bits) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(bits).AsInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 V128Load16x4U(long bits) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(bits).AsUInt16()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 V128Load32x2S(long bits) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(bits).AsInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 V128Load32x2U(long bits) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(bits).AsUInt32()).AsByte();

    [MethodImpl(Inline)]
    internal static V128 V128Load8Splat(int bits) => I8x16Splat(bits);

    [MethodImpl(Inline)]
    internal static V128 V128Load16Splat(int bits) => I16x8Splat(bits);

    [MethodImpl(Inline)]
    internal static V128 V128Load32Splat(int bits) => I32x4Splat(bits);

    [MethodImpl(Inline)]
    internal static V128 V128Load64Splat(long bits) => I64x2Splat(bits);

    [MethodImpl(Inline)]
    internal static V128 V128Load32Zero(int bits) => Vector128.CreateScalar(bits).AsByte();

    [MethodImpl(Inline)]
    internal static V128 V128Load64Zero(long bits) => Vector128.CreateScalar(bits).AsByte();

    [MethodImpl(Inline)]
    internal static V128 V128Load8Lane(V128 a, int bits, int lane) => I8x16ReplaceLane(a, bits, lane);

    [MethodImpl(Inline)]
    internal static V128 V128Load16Lane(V128 a, int bits, int lane) => I16x8ReplaceLane(a, bits, lane);

    [MethodImpl(Inline)]
    internal static V128 V128Load32Lane(V128 a, int bits, int lane) => I32x4ReplaceLane(a, bits, lane);

    [MethodImpl(Inline)]
    internal static V128 V128Load64Lane(V128 a, long bits, int lane) => I64x2ReplaceLane(a, bits, lane);

    [MethodImpl(Inline)]
    internal static int V128Store8Lane(V128 a, int lane) => I8x16ExtractLaneU(a, lane);

    [MethodImpl(Inline)]
    internal static int V128Store16Lane(V128 a, int lane) => I16x8ExtractLaneU(a, lane);

    [MethodImpl(Inline)]
    internal static int V128Store32Lane(V128 a, int lane) => I32x4ExtractLane(a, lane);

    [MethodImpl(Inline)]
    internal static long V128Store64Lane(V128 a, int lane) => I64x2ExtractLane(a, lane);
}
