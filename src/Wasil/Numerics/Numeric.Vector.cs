using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using V128 = System.Runtime.Intrinsics.Vector128<byte>;

namespace Wasil.Numerics;

internal static partial class Numeric
{
    // The literal, by instructions that RyuJIT does not evaluate. Where it sees the vector it drops a multiplication or division
    // by ones and an addition or subtraction of zeros, although those quiet signalling NaNs, and it quiets one itself in taking
    // a float lane out. Where neither can happen, a plain constant is the better code.
    [MethodImpl(Inline)]
    internal static V128 V128Const(long low, long high)
    {
        if (Sse2.X64.IsSupported)
        {
            var x = Sse2.X64.ConvertScalarToVector128Int64(low);
            var y = Sse2.X64.ConvertScalarToVector128Int64(high);
            return Sse2.UnpackLow(x, y).AsByte();
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            var x = AdvSimd.Arm64.DuplicateToVector128(low);
            var y = AdvSimd.Arm64.DuplicateToVector128(high);
            return AdvSimd.Arm64.ZipLow(x, y).AsByte();
        }

        return Portable.V128Const(low, high);
    }

    [MethodImpl(Inline)]
    internal static V128 V128Not(V128 a) => ~a;

    [MethodImpl(Inline)]
    internal static V128 V128And(V128 a, V128 b) => a & b;

    [MethodImpl(Inline)]
    internal static V128 V128Andnot(V128 a, V128 b) => a & ~b;

    [MethodImpl(Inline)]
    internal static V128 V128Or(V128 a, V128 b) => a | b;

    [MethodImpl(Inline)]
    internal static V128 V128Xor(V128 a, V128 b) => a ^ b;

    [MethodImpl(Inline)]
    internal static V128 V128Bitselect(V128 a, V128 b, V128 mask) => Vector128.ConditionalSelect(mask, a, b);

    [MethodImpl(Inline)]
    internal static int V128AnyTrue(V128 a) => a == V128.Zero ? 0 : 1;

    [MethodImpl(Inline)]
    internal static V128 I8x16Splat(int a) => Vector128.Create((byte)a);

    [MethodImpl(Inline)]
    internal static V128 I16x8Splat(int a) => Vector128.Create((ushort)a).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4Splat(int a) => Vector128.Create(a).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2Splat(long a) => Vector128.Create(a).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4Splat(float a) => Vector128.Create(a).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2Splat(double a) => Vector128.Create(a).AsByte();

    [MethodImpl(Inline)]
    internal static int I8x16ExtractLaneS(V128 a, int lane) => a.AsSByte().GetElement(lane);

    [MethodImpl(Inline)]
    internal static int I8x16ExtractLaneU(V128 a, int lane) => a.GetElement(lane);

    [MethodImpl(Inline)]
    internal static int I16x8ExtractLaneS(V128 a, int lane) => a.AsInt16().GetElement(lane);

    [MethodImpl(Inline)]
    internal static int I16x8ExtractLaneU(V128 a, int lane) => a.AsUInt16().GetElement(lane);

    [MethodImpl(Inline)]
    internal static int I32x4ExtractLane(V128 a, int lane) => a.AsInt32().GetElement(lane);

    [MethodImpl(Inline)]
    internal static long I64x2ExtractLane(V128 a, int lane) => a.AsInt64().GetElement(lane);

    [MethodImpl(Inline)]
    internal static float F32x4ExtractLane(V128 a, int lane) => a.AsSingle().GetElement(lane);

    [MethodImpl(Inline)]
    internal static double F64x2ExtractLane(V128 a, int lane) => a.AsDouble().GetElement(lane);

    [MethodImpl(Inline)]
    internal static V128 I8x16ReplaceLane(V128 a, int b, int lane) => a.WithElement(lane, (byte)b);

    [MethodImpl(Inline)]
    internal static V128 I16x8ReplaceLane(V128 a, int b, int lane) => a.AsUInt16().WithElement(lane, (ushort)b).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I32x4ReplaceLane(V128 a, int b, int lane) => a.AsInt32().WithElement(lane, b).AsByte();

    [MethodImpl(Inline)]
    internal static V128 I64x2ReplaceLane(V128 a, long b, int lane) => a.AsInt64().WithElement(lane, b).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F32x4ReplaceLane(V128 a, float b, int lane) => a.AsSingle().WithElement(lane, b).AsByte();

    [MethodImpl(Inline)]
    internal static V128 F64x2ReplaceLane(V128 a, double b, int lane) => a.AsDouble().WithElement(lane, b).AsByte();

    // `pshufb` gives 0 for an index with its top bit set and looks at nothing above the low nibble else: an index of 16 or over
    // is moved to where that bit is set.
    [MethodImpl(Inline)]
    internal static V128 I8x16Swizzle(V128 a, V128 indices)
    {
        if (Ssse3.IsSupported) return Ssse3.Shuffle(a, Sse2.AddSaturate(indices, Vector128.Create((byte)0x70)));
        if (AdvSimd.Arm64.IsSupported) return AdvSimd.Arm64.VectorTableLookup(a, indices);
        return Portable.I8x16Swizzle(a, indices);
    }

    // The lanes are an immediate, each under 32, which is what makes plain additions enough here; RyuJIT evaluates them.
    [MethodImpl(Inline)]
    internal static V128 I8x16Shuffle(V128 a, V128 b, V128 lanes)
    {
        if (Avx512Vbmi.VL.IsSupported) return Avx512Vbmi.VL.PermuteVar16x8x2(a, lanes, b);
        if (Ssse3.IsSupported)
        {
            var ofA = Ssse3.Shuffle(a, lanes + Vector128.Create((byte)0x70));
            var ofB = Ssse3.Shuffle(b, lanes - Vector128.Create((byte)0x10));
            return ofA | ofB;
        }

        if (AdvSimd.Arm64.IsSupported) return AdvSimd.Arm64.VectorTableLookup((a, b), lanes);
        return Portable.I8x16Shuffle(a, b, lanes);
    }
}
