using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Wasil.Execution;

/// <summary>
/// What the atomic instructions do to a place in memory, for the unsigned integer that is as wide as the access: the proposal
/// has no other order than the sequentially consistent one. Each method is named after the instruction's verb, and all but
/// <see cref="Store"/> return what was there before. Callers have checked that the place lies in a memory and is aligned.
/// </summary>
internal static unsafe class Atomics
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

#pragma warning disable CS0649 // Never written, which the JIT compiler does not know.
    private static uint s_zero;
#pragma warning restore CS0649

    // SAFETY, for all of these: the place was checked by the caller, is naturally aligned, and its memory never moves.
    [MethodImpl(Inline)]
    public static T Load<T>(byte* place)
        where T : unmanaged, IBinaryInteger<T>
    {
        // A volatile read may overtake an earlier atomic write on arm64, where it is no more than an acquire; not on x64.
        if (!X86Base.IsSupported)
            Interlocked.MemoryBarrier();
        if (sizeof(T) == 1)
            return As<byte, T>(Volatile.Read(ref *place));
        if (sizeof(T) == 2)
            return As<ushort, T>(Volatile.Read(ref *(ushort*)place));
        if (sizeof(T) == 4)
            return As<uint, T>(Volatile.Read(ref *(uint*)place));
        return As<ulong, T>(Volatile.Read(ref *(ulong*)place));
    }

    [MethodImpl(Inline)]
    public static void Store<T>(byte* place, T value)
        where T : unmanaged, IBinaryInteger<T> => Xchg(place, value);

    [MethodImpl(Inline)]
    public static T Xchg<T>(byte* place, T value)
        where T : unmanaged, IBinaryInteger<T> => Interlocked.Exchange(ref *(T*)place, value);

    [MethodImpl(Inline)]
    public static T Cmpxchg<T>(byte* place, T expected, T replacement)
        where T : unmanaged, IBinaryInteger<T>
    {
        // On x64, the instruction leaves the register that holds what is expected as it is where that is what it finds, and RyuJIT takes
        // the upper half of that for zeros, as it is behind all others of 32 bits: what a guest has put there would go into
        // an address (.NET 10). An addition that is made clears it.
        if (sizeof(T) == 4 && X86Base.IsSupported)
            expected = As<uint, T>(As<T, uint>(expected) + s_zero);
        return Interlocked.CompareExchange(ref *(T*)place, replacement, expected);
    }

    [MethodImpl(Inline)]
    public static T Add<T>(byte* place, T value)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (sizeof(T) == 4)
            return As<uint, T>(Interlocked.Add(ref *(uint*)place, As<T, uint>(value)) - As<T, uint>(value));
        if (sizeof(T) == 8)
            return As<ulong, T>(Interlocked.Add(ref *(ulong*)place, As<T, ulong>(value)) - As<T, ulong>(value));
        return Modify<T, Addition>(place, value);
    }

    [MethodImpl(Inline)]
    public static T Sub<T>(byte* place, T value)
        where T : unmanaged, IBinaryInteger<T> => Add(place, unchecked(T.Zero - value));

    [MethodImpl(Inline)]
    public static T And<T>(byte* place, T value)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (sizeof(T) == 4)
            return As<uint, T>(Interlocked.And(ref *(uint*)place, As<T, uint>(value)));
        if (sizeof(T) == 8)
            return As<ulong, T>(Interlocked.And(ref *(ulong*)place, As<T, ulong>(value)));
        return Modify<T, Conjunction>(place, value);
    }

    [MethodImpl(Inline)]
    public static T Or<T>(byte* place, T value)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (sizeof(T) == 4)
            return As<uint, T>(Interlocked.Or(ref *(uint*)place, As<T, uint>(value)));
        if (sizeof(T) == 8)
            return As<ulong, T>(Interlocked.Or(ref *(ulong*)place, As<T, ulong>(value)));
        return Modify<T, Disjunction>(place, value);
    }

    [MethodImpl(Inline)]
    public static T Xor<T>(byte* place, T value)
        where T : unmanaged, IBinaryInteger<T> => Modify<T, ExclusiveDisjunction>(place, value);

    /// <summary><c>atomic.fence</c>.</summary>
    [MethodImpl(Inline)]
    public static void Fence() => Interlocked.MemoryBarrier();

    [MethodImpl(Inline)]
    private static T Modify<T, TOperation>(byte* place, T value)
        where T : unmanaged, IBinaryInteger<T>
        where TOperation : struct, IOperation
    {
        T found = *(T*)place, seen, wanted;
        do
        {
            seen = found;
            wanted = TOperation.Apply(seen, value);
            found = Interlocked.CompareExchange(ref *(T*)place, wanted, seen);
        }
        // What was seen would have to be kept in memory over the exchange, which takes its register.
        while (TOperation.IsInvertible ? TOperation.Apply(found, value) != wanted : found != seen);
        return found;
    }

    [MethodImpl(Inline)]
    private static TTo As<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged
        where TTo : unmanaged => Unsafe.BitCast<TFrom, TTo>(value);

    private interface IOperation
    {
        /// <summary>Whether different numbers have different results.</summary>
        static abstract bool IsInvertible { get; }

        static abstract T Apply<T>(T old, T operand)
            where T : IBinaryInteger<T>;
    }

    private readonly struct Addition : IOperation
    {
        public static bool IsInvertible => true;

        public static T Apply<T>(T old, T operand)
            where T : IBinaryInteger<T> => unchecked(old + operand);
    }

    private readonly struct Conjunction : IOperation
    {
        public static bool IsInvertible => false;

        public static T Apply<T>(T old, T operand)
            where T : IBinaryInteger<T> => old & operand;
    }

    private readonly struct Disjunction : IOperation
    {
        public static bool IsInvertible => false;

        public static T Apply<T>(T old, T operand)
            where T : IBinaryInteger<T> => old | operand;
    }

    private readonly struct ExclusiveDisjunction : IOperation
    {
        public static bool IsInvertible => true;

        public static T Apply<T>(T old, T operand)
            where T : IBinaryInteger<T> => old ^ operand;
    }
}
