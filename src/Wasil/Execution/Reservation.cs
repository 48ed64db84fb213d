namespace Wasil.Execution;

/// <summary>
/// One reserved range, given back when it is disposed or when nothing refers to it any more. Whoever runs code that
/// accesses the range keeps this object reachable meanwhile.
/// </summary>
internal sealed unsafe class Reservation : IDisposable
{
    private byte* _start;

    private Reservation(byte* start, ulong length)
    {
        _start = start;
        Length = length;
        GC.AddMemoryPressure(4096);
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
        GC.RemoveMemoryPressure(4096);
    }
}
