using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Wasil.Numerics;

namespace Wasil.Interpreter;

/// <summary>
/// What asks whether the processor has instructions beyond those that code compiled ahead of time may rely on. Such code holds for one
/// answer, and where a processor gives the other, the runtime throws the whole method away and compiles it once more: of the
/// dispatch loop that takes longer than most guests run.
/// </summary>
internal static unsafe class OutOfLine
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static float F32ConvertI64U(long a) => Numeric.F32ConvertI64U(a);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double F64ConvertI64U(long a) => Numeric.F64ConvertI64U(a);

    // SAFETY: the loop says so of its slots, and behind the operation are the lanes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void I8x16Shuffle(Vector128<byte>* result, Vector128<byte>* a, Vector128<byte>* b, Vector128<byte>* lanes) =>
        *result = Numeric.I8x16Shuffle(*a, *b, *lanes);
}
