using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Wasil.Numerics;

internal static partial class Numeric
{
    internal static int I32WrapI64(long a) => (int)a;

    internal static long I64ExtendI32S(int a) => a;

    internal static long I64ExtendI32U(int a) => (uint)a;

    // The trapping truncations. Their operand is in range, which the predicates say; both bounds are the first values out of
    // range, or the last one in range where the type has no such neighbour. A NaN is in no range: the engine tells
    // it apart by `a != a`, for it traps as an invalid conversion and not as an overflow.

    internal static int I32TruncF32S(float a) => float.ConvertToIntegerNative<int>(a);

    internal static bool I32TruncF32SInRange(float a) => a >= -2147483648f && a < 2147483648f;

    internal static int I32TruncF32U(float a) => (int)float.ConvertToIntegerNative<uint>(a);

    internal static bool I32TruncF32UInRange(float a) => a > -1f && a < 4294967296f;

    internal static int I32TruncF64S(double a) => double.ConvertToIntegerNative<int>(a);

    internal static bool I32TruncF64SInRange(double a) => a > -2147483649d && a < 2147483648d;

    internal static int I32TruncF64U(double a) => (int)double.ConvertToIntegerNative<uint>(a);

    internal static bool I32TruncF64UInRange(double a) => a > -1d && a < 4294967296d;

    internal static long I64TruncF32S(float a) => float.ConvertToIntegerNative<long>(a);

    internal static bool I64TruncF32SInRange(float a) => a >= -9223372036854775808f && a < 9223372036854775808f;

    internal static long I64TruncF32U(float a) => (long)float.ConvertToIntegerNative<ulong>(a);

    internal static bool I64TruncF32UInRange(float a) => a > -1f && a < 18446744073709551616f;

    internal static long I64TruncF64S(double a) => double.ConvertToIntegerNative<long>(a);

    internal static bool I64TruncF64SInRange(double a) => a >= -9223372036854775808d && a < 9223372036854775808d;

    internal static long I64TruncF64U(double a) => (long)double.ConvertToIntegerNative<ulong>(a);

    internal static bool I64TruncF64UInRange(double a) => a > -1d && a < 18446744073709551616d;

    // C# conversions from floats saturate and take a NaN to zero, as wasm's do, on every target since .NET 9.

    internal static int I32TruncSatF32S(float a) => (int)a;

    internal static int I32TruncSatF32U(float a) => (int)(uint)a;

    internal static int I32TruncSatF64S(double a) => (int)a;

    internal static int I32TruncSatF64U(double a) => (int)(uint)a;

    internal static long I64TruncSatF32S(float a) => (long)a;

    internal static long I64TruncSatF32U(float a) => (long)(ulong)a;

    internal static long I64TruncSatF64S(double a) => (long)a;

    internal static long I64TruncSatF64U(double a) => (long)(ulong)a;

    internal static float F32ConvertI32S(int a) => a;

    internal static float F32ConvertI32U(int a) => (long)(uint)a;

    internal static float F32ConvertI64S(long a) => a;

    [MethodImpl(Inline)]
    internal static float F32ConvertI64U(long a)
    {
        if (Avx512F.X64.IsSupported)
            return Avx512F.X64.ConvertScalarToVector128Single(Vector128<float>.Zero, (ulong)a).ToScalar();
        return Portable.F32ConvertI64U(a);
    }

    internal static double F64ConvertI32S(int a) => a;

    internal static double F64ConvertI32U(int a) => (long)(uint)a;

    internal static double F64ConvertI64S(long a) => a;

    [MethodImpl(Inline)]
    internal static double F64ConvertI64U(long a)
    {
        if (Avx512F.X64.IsSupported)
            return Avx512F.X64.ConvertScalarToVector128Double(Vector128<double>.Zero, (ulong)a).ToScalar();
        return Portable.F64ConvertI64U(a);
    }

    // Not a cast, for RyuJIT drops the pair of casts of a promoted and demoted number, and a signalling NaN would stay one.
    [MethodImpl(Inline)]
    internal static float F32DemoteF64(double a)
    {
        if (Sse2.IsSupported)
            return Sse2.ConvertScalarToVector128Single(Vector128<float>.Zero, Scalar(a)).ToScalar();
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ConvertToSingleLower(Scalar(a)).ToScalar();
        return Portable.F32DemoteF64(a);
    }

    internal static double F64PromoteF32(float a) => a;

    internal static int I32ReinterpretF32(float a) => BitConverter.SingleToInt32Bits(a);

    internal static long I64ReinterpretF64(double a) => BitConverter.DoubleToInt64Bits(a);

    // RyuJIT holds float constants as doubles, which quiets signalling NaNs; a bit pattern that it knows must therefore reach
    // the register through an instruction that it does not evaluate. For any other operand the code is the same.
    [MethodImpl(Inline)]
    internal static float F32ReinterpretI32(int a)
    {
        if (Sse2.IsSupported)
            return Sse2.ConvertScalarToVector128Int32(a).AsSingle().ToScalar();
        if (AdvSimd.IsSupported)
            return AdvSimd.DuplicateToVector64(a).AsSingle().ToScalar();
        return Portable.F32ReinterpretI32(a);
    }

    internal static double F64ReinterpretI64(long a) => BitConverter.Int64BitsToDouble(a);

    // What it is given, without RyuJIT's knowing.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int I32Opaque(int a) => a;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static long I64Opaque(long a) => a;

    // The literal, by an instruction that RyuJIT does not evaluate: as V128Const, and F32ReinterpretI32 for a float.
    [MethodImpl(Inline)]
    internal static double F64Const(long bits)
    {
        if (Sse2.X64.IsSupported)
            return Sse2.X64.ConvertScalarToVector128Int64(bits).AsDouble().ToScalar();
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.DuplicateToVector128(bits).AsDouble().ToScalar();
        return Portable.F64Const(bits);
    }
}
