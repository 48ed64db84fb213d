namespace Wasil.Execution;

/// <summary>
/// One reserved range, given back when it is disposed or when nothing refers to it any more. Whoever runs code that
/// accesses the range keeps this object reachable meanwhile.
/// </summary>
internal sealed unsafe class Reservation : IDisposable
{
    // What the collector is told of a reservation alone: its entries in the system's tables.
    private const long EmptyBytes = 4096;

    private byte* _start;
    private ulong _committed;

    private Reservation(byte* start, ulong length)
    {
        _start = start;
        Length = length;
        GC.AddMemoryPressure(EmptyBytes);
    }

    ~Reservation() => Free();

    public byte* Start => _start;

    public ulong Length { get; }

    /// <summary>Reserves <paramref name="bytes"/>, or null where the system has no such range left.</summary>
    public static Reservation? TryCreate(ulong bytes)
    {
        byte* start = AddressSpace.Reserve((nuint)bytes);
        return start == null ? null : new Reservation(start, bytes);
    }

    /// <summary>Makes a part readable and writable; false where the system has no memory left. One thread at a time.</summary>
    /// <param name="start">Where it starts, counted from the reservation's start, in pages of the system.</param>
    /// <param name="bytes">How long it is.</param>
    public bool TryCommit(ulong start, ulong bytes)
    {
        if (!AddressSpace.TryCommit(_start + start, (nuint)bytes))
            return false;
        // Instances that nobody disposes must not wait for a collector that sees nothing but small objects.
        GC.AddMemoryPressure((long)bytes);
        _committed += bytes;
        return true;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_start == null)
            return;
        AddressSpace.Release(_start, (nuint)Length);
        _start = null;
        GC.RemoveMemoryPressure(EmptyBytes);
        if (_committed > 0)
            GC.RemoveMemoryPressure((long)_committed);
    }
}
