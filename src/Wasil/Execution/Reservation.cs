namespace Wasil.Execution;

/// <summary>
/// One reserved range, given back when it is disposed or when nothing refers to it any more. Whoever runs code that
/// accesses the range keeps this object reachable meanwhile.
/// </summary>
internal sealed unsafe class Reservation : IDisposable
{
    // What the collector is to believe that a range costs, lest a host that never disposes keeps them all.
    private const int PressureBytes = 4096;

    private const ulong LargeBytes = 1 << 20;

    // How much of large ones may be there before the collector hears of it, and go before it hears that.
    private const long FirstToldBytes = 64 << 20;
    private const long LeastTakenBackBytes = 256 << 20;

    private static long s_largeBytes;
    private static long s_toldBytes = FirstToldBytes;

    private byte* _start;
    private long _largeBytes;

    private Reservation(byte* start, ulong length, bool isGuarded)
    {
        _start = start;
        Length = length;
        IsGuarded = isGuarded;
        GC.AddMemoryPressure(PressureBytes);
    }

    ~Reservation() => Free();

    public byte* Start => _start;

    public ulong Length { get; }

    /// <summary>Whether this is a slot of <see cref="GuardPages"/>.</summary>
    public bool IsGuarded { get; }

    /// <summary>How much of the range is accessible.</summary>
    public ulong Committed { get; private set; }

    /// <summary>Reserves <paramref name="bytes"/>, or null where the system has no such range left.</summary>
    public static Reservation? TryCreate(ulong bytes)
    {
        byte* start = AddressSpace.Reserve((nuint)bytes);
        return start == null ? null : new Reservation(start, bytes, isGuarded: false);
    }

    /// <summary>A range of <see cref="GuardPages"/> with so much of it committed, or null where there is none.</summary>
    public static Reservation? TryRent(ulong committed)
    {
        byte* start = GuardPages.Rent(committed);
        if (start == null)
            return null;
        var rented = new Reservation(start, (4UL << 30) + GuardPages.GuardBytes, isGuarded: true) { Committed = committed };
        rented.Press();
        return rented;
    }

    /// <summary>Makes the range accessible up to <paramref name="bytes"/>; false where the system has no memory left.</summary>
    public bool TryCommit(ulong bytes)
    {
        if (bytes <= Committed)
            return true;
        // SAFETY: the part lies in the range, which the caller saw to.
        if (!AddressSpace.TryCommit(_start + Committed, (nuint)(bytes - Committed)))
            return false;
        Committed = bytes;
        Press();
        return true;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    // Small ones come and go by the thousand; telling of each of their pages would have the collector run for nothing.
    private void Press()
    {
        long bytes = Committed > LargeBytes ? (long)Committed : 0;
        Tell(bytes - _largeBytes);
        _largeBytes = bytes;
    }

    // The collector takes whatever it hears of for a reason to run. A host that makes a large instance, disposes it and makes the next
    // gives it none, so it hears of what is there at once and never was before.
    private static void Tell(long change)
    {
        if (change == 0)
            return;
        long bytes = Interlocked.Add(ref s_largeBytes, change), told = Volatile.Read(ref s_toldBytes);
        if (bytes <= told && (bytes >= told - LeastTakenBackBytes || told == FirstToldBytes))
            return;
        long now = Math.Max(bytes, FirstToldBytes);
        // Where another thread was faster, it has told most of it.
        if (Interlocked.CompareExchange(ref s_toldBytes, now, told) != told)
            return;
        if (now > told)
            GC.AddMemoryPressure(now - told);
        else
            GC.RemoveMemoryPressure(told - now);
    }

    private void Free()
    {
        if (_start == null)
            return;
        if (IsGuarded)
            GuardPages.Return(_start, Committed);
        else
            AddressSpace.Release(_start, (nuint)Length);
        _start = null;
        GC.RemoveMemoryPressure(PressureBytes);
        Tell(-_largeBytes);
        _largeBytes = 0;
    }
}
