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

    private byte* _start;
    private long _pressure = PressureBytes;

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
        long pressure = Committed > LargeBytes ? (long)Committed : PressureBytes;
        if (pressure == _pressure)
            return;
        GC.AddMemoryPressure(pressure - _pressure);
        _pressure = pressure;
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
        GC.RemoveMemoryPressure(_pressure);
    }
}
