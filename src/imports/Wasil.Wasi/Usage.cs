namespace Wasil.Wasi;

/// <summary>What has been used of some <see cref="WasiLimits"/>, by all threads of an instance, or by all who have a directory.</summary>
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

    /// <summary>Makes a file larger, which counts as writing what is added.</summary>
    /// <param name="from">Its size.</param>
    /// <param name="to">What that is to be.</param>
    /// <param name="grow">Does it; it is not done where the limit would be met.</param>
    public Errno Grow(ulong from, UInt128 to, Func<Errno> grow)
    {
        if (!CountsBytes || to <= from)
            return grow();
        long wanted = (long)UInt128.Min(to - from, long.MaxValue);
        long taken = TakeBytes(wanted);
        Errno error = taken < wanted ? Errno.DiskQuota : grow();
        if (error != Errno.Success)
            ReturnBytes(taken);
        return error;
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
