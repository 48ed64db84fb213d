using System.Runtime.CompilerServices;

namespace Wasil.Numerics;

internal static partial class Numeric
{
    [MethodImpl(Inline)]
    internal static (long Low, long High) I64Add128(long aLow, long aHigh, long bLow, long bHigh)
    {
        var low = (ulong)aLow + (ulong)bLow;
        var carry = low < (ulong)aLow ? 1L : 0L;
        return ((long)low, aHigh + bHigh + carry);
    }

    [MethodImpl(Inline)]
    internal static (long Low, long High) I64Sub128(long aLow, long aHigh, long bLow, long bHigh)
    {
        var borrow = (ulong)aLow < (ulong)bLow ? 1L : 0L;
        return (aLow - bLow, aHigh - bHigh - borrow);
    }

    [MethodImpl(Inline)]
    internal static (long Low, long High) I64MulWideS(long a, long b)
    {
        var high = Math.BigMul(a, b, out var low);
        return (low, high);
    }

    [MethodImpl(Inline)]
    internal static (long Low, long High) I64MulWideU(long a, long b)
    {
        var high = Math.BigMul((ulong)a, (ulong)b, out var low);
        return ((long)low, (long)high);
    }
}
