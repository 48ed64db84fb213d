using System.Numerics;
using System.Runtime.CompilerServices;

namespace Wasil.Numerics;

// C# takes shift counts modulo the width, as wasm does; arithmetic here is unchecked, so it wraps.
internal static partial class Numeric
{
    internal static int I32Clz(int a) => BitOperations.LeadingZeroCount((uint)a);

    internal static int I32Ctz(int a) => BitOperations.TrailingZeroCount(a);

    internal static int I32Popcnt(int a) => BitOperations.PopCount((uint)a);

    internal static int I32Add(int a, int b) => a + b;

    internal static int I32Sub(int a, int b) => a - b;

    internal static int I32Mul(int a, int b) => a * b;

    // The divisor is not zero, and not -1 where the dividend is the least i32: those trap, which is the engine's part.
    internal static int I32DivS(int a, int b) => a / b;

    // The divisor is not zero.
    internal static int I32DivU(int a, int b) => (int)((uint)a / (uint)b);

    // The divisor is not zero. Division instructions fault on the least value over -1, whose remainder wasm defines as 0.
    [MethodImpl(Inline)]
    internal static int I32RemS(int a, int b) => b == -1 ? 0 : a % b;

    // The divisor is not zero.
    internal static int I32RemU(int a, int b) => (int)((uint)a % (uint)b);

    internal static int I32And(int a, int b) => a & b;

    internal static int I32Or(int a, int b) => a | b;

    internal static int I32Xor(int a, int b) => a ^ b;

    internal static int I32Shl(int a, int b) => a << b;

    internal static int I32ShrS(int a, int b) => a >> b;

    internal static int I32ShrU(int a, int b) => a >>> b;

    [MethodImpl(Inline)]
    internal static int I32Rotl(int a, int b) => (int)BitOperations.RotateLeft((uint)a, b);

    [MethodImpl(Inline)]
    internal static int I32Rotr(int a, int b) => (int)BitOperations.RotateRight((uint)a, b);

    internal static int I32Eqz(int a) => a == 0 ? 1 : 0;

    internal static int I32Eq(int a, int b) => a == b ? 1 : 0;

    internal static int I32Ne(int a, int b) => a != b ? 1 : 0;

    internal static int I32LtS(int a, int b) => a < b ? 1 : 0;

    internal static int I32LtU(int a, int b) => (uint)a < (uint)b ? 1 : 0;

    internal static int I32GtS(int a, int b) => a > b ? 1 : 0;

    internal static int I32GtU(int a, int b) => (uint)a > (uint)b ? 1 : 0;

    internal static int I32LeS(int a, int b) => a <= b ? 1 : 0;

    internal static int I32LeU(int a, int b) => (uint)a <= (uint)b ? 1 : 0;

    internal static int I32GeS(int a, int b) => a >= b ? 1 : 0;

    internal static int I32GeU(int a, int b) => (uint)a >= (uint)b ? 1 : 0;

    internal static int I32Extend8S(int a) => (sbyte)a;

    internal static int I32Extend16S(int a) => (short)a;

    internal static long I64Clz(long a) => BitOperations.LeadingZeroCount((ulong)a);

    internal static long I64Ctz(long a) => BitOperations.TrailingZeroCount(a);

    internal static long I64Popcnt(long a) => BitOperations.PopCount((ulong)a);

    internal static long I64Add(long a, long b) => a + b;

    internal static long I64Sub(long a, long b) => a - b;

    internal static long I64Mul(long a, long b) => a * b;

    // The divisor is not zero, and not -1 where the dividend is the least i64: those trap, which is the engine's part.
    internal static long I64DivS(long a, long b) => a / b;

    // The divisor is not zero.
    internal static long I64DivU(long a, long b) => (long)((ulong)a / (ulong)b);

    // The divisor is not zero. Division instructions fault on the least value over -1, whose remainder wasm defines as 0.
    [MethodImpl(Inline)]
    internal static long I64RemS(long a, long b) => b == -1 ? 0 : a % b;

    // The divisor is not zero.
    internal static long I64RemU(long a, long b) => (long)((ulong)a % (ulong)b);

    internal static long I64And(long a, long b) => a & b;

    internal static long I64Or(long a, long b) => a | b;

    internal static long I64Xor(long a, long b) => a ^ b;

    internal static long I64Shl(long a, long b) => a << (int)b;

    internal static long I64ShrS(long a, long b) => a >> (int)b;

    internal static long I64ShrU(long a, long b) => a >>> (int)b;

    [MethodImpl(Inline)]
    internal static long I64Rotl(long a, long b) => (long)BitOperations.RotateLeft((ulong)a, (int)b);

    [MethodImpl(Inline)]
    internal static long I64Rotr(long a, long b) => (long)BitOperations.RotateRight((ulong)a, (int)b);

    internal static int I64Eqz(long a) => a == 0 ? 1 : 0;

    internal static int I64Eq(long a, long b) => a == b ? 1 : 0;

    internal static int I64Ne(long a, long b) => a != b ? 1 : 0;

    internal static int I64LtS(long a, long b) => a < b ? 1 : 0;

    internal static int I64LtU(long a, long b) => (ulong)a < (ulong)b ? 1 : 0;

    internal static int I64GtS(long a, long b) => a > b ? 1 : 0;

    internal static int I64GtU(long a, long b) => (ulong)a > (ulong)b ? 1 : 0;

    internal static int I64LeS(long a, long b) => a <= b ? 1 : 0;

    internal static int I64LeU(long a, long b) => (ulong)a <= (ulong)b ? 1 : 0;

    internal static int I64GeS(long a, long b) => a >= b ? 1 : 0;

    internal static int I64GeU(long a, long b) => (ulong)a >= (ulong)b ? 1 : 0;

    internal static long I64Extend8S(long a) => (sbyte)a;

    internal static long I64Extend16S(long a) => (short)a;

    internal static long I64Extend32S(long a) => (int)a;
}
