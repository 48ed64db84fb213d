namespace Wasil.Wasi;

/// <summary>What one instance has used of its <see cref="WasiLimits"/>. All its threads count here.</summary>
internal sealed class Usage(WasiLimits limits)
{
    private long _bytes;
    private long _entries;
    private int _told;

    public int OpenDescriptors => limits.OpenDescriptors;

    public bool CountsEntries => limits.EntriesCreated < long.MaxValue;

    public bool CountsBytes => limits.BytesWritten < long.MaxValue;

    /// <summary>Takes bytes, or as many as there are left.</summary>
    public long TakeBytes(long wanted)
    {
        if (!CountsBytes)
            return wanted;
        while (true)
        {
            long before = Volatile.Read(ref _bytes);
            long taken = Math.Min(wanted, limits.BytesWritten - before);
            if (Interlocked.CompareExchange(ref _bytes, before + taken, before) != before)
                continue;
            if (taken < wanted)
                Exceed(WasiQuota.BytesWritten);
            return taken;
        }
    }

    /// <summary>Gives back what was taken and not used.</summary>
    public void ReturnBytes(long count)
    {
        if (CountsBytes)
            Interlocked.Add(ref _bytes, -count);
    }

    /// <summary>Makes an entry if one may still be made; one that could not be made does not count.</summary>
    public Errno Create(Func<Errno> create)
    {
        if (!CountsEntries)
            return create();
        if (Interlocked.Increment(ref _entries) > limits.EntriesCreated)
        {
            Interlocked.Decrement(ref _entries);
            return Exceed(WasiQuota.EntriesCreated);
        }

        Errno error = create();
        if (error != Errno.Success)
            Interlocked.Decrement(ref _entries);
        return error;
    }

    /// <summary>A limit is met: tells the host, the first time, and gives the guest's error.</summary>
    public Errno Exceed(WasiQuota quota)
    {
        if ((Interlocked.Or(ref _told, 1 << (int)quota) & (1 << (int)quota)) == 0)
            limits.OnExceeded?.Invoke(quota);
        return quota == WasiQuota.OpenDescriptors ? Errno.TooManyDescriptors : Errno.DiskQuota;
    }
}
