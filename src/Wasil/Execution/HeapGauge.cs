using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Wasil.Execution;

/// <summary>
/// Estimates how much of .NET's heap the objects of one instance take that are still referred to, and holds that against the
/// instance's limit. Of all bytes that the instance allocates, one in so many is picked at random, and the object that it
/// belongs to is watched by a weak handle: what is left of the watched objects tells what is left of all. See
/// docs/RATIONALE.md, "A guest's live objects are estimated".
/// </summary>
internal sealed class HeapGauge
{
    // The error of an estimate is about one in the square root of the samples that it rests on.
    private const int SamplesAtLimit = 4096;

    // The memory of the process is looked at once for each sample, however high the limit is.
    private const long SmallestInterval = 1 << 10, LargestInterval = 1 << 20;

    // How much an instance must have allocated since the last full collection before the next one is forced: a share of its
    // limit, and not less than so many bytes.
    private const int ShareBetweenCollections = 16;
    private const long BytesBetweenCollections = 4 << 20;

    // How many forced collections may follow each other with less time between them than they take. A full collection stops
    // the whole process, so a guest must not live on them.
    private const int MaximumThrashing = 16;

    private static readonly long Available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    private readonly long _limit;
    private readonly long _interval;
    private readonly Random _random = new();
    private readonly List<Sample> _samples = [];
    private long _recorded;
    private long _checkAt;
    private long _processCheckAt;
    private long _lastCollection;
    private int _thrashing;

    /// <param name="limit">What the instance's objects may take together.</param>
    public HeapGauge(long limit)
    {
        _limit = limit;
        _checkAt = limit;
        _processCheckAt = Available / 10 * 9;
        _interval = Math.Clamp(limit / SamplesAtLimit, SmallestInterval, LargestInterval);
    }

    ~HeapGauge()
    {
        foreach (Sample sample in _samples)
            sample.Handle.Free();
    }

    /// <summary>Whether objects of that size are watched each for itself.</summary>
    public bool IsLarge(long bytes) => bytes >= _interval;

    /// <summary>How many bytes may be allocated before the next one is picked.</summary>
    // The distances between bytes that are picked independently of each other are distributed like this.
    public long NextDistance() => 1 + (long)(-Math.Log(1 - _random.NextDouble()) * _interval);

    /// <summary>Refuses what cannot fit, before anything is allocated.</summary>
    /// <exception cref="TrapException">An object of that size is over the limit by itself.</exception>
    public void CheckSize(long bytes, int offset)
    {
        if (bytes > _limit)
            throw Traps.HeapExhausted(offset);
    }

    /// <summary>Watches an object that stands for itself, as it is large, or for as many bytes as one is picked of.</summary>
    /// <exception cref="TrapException">The instance's objects are over the limit.</exception>
    public void Record(object made, long bytes, int offset)
    {
        long weight = IsLarge(bytes) ? bytes : _interval;
        _samples.Add(new Sample(GCHandle.Alloc(made, GCHandleType.Weak), weight));
        _recorded += weight;
        if (_recorded > _checkAt)
            Check(offset);
        // The limits of all instances together may be more than the process has.
        if (GC.GetTotalMemory(forceFullCollection: false) > _processCheckAt)
            CheckProcess(offset);
    }

    private void Check(int offset)
    {
        // Collections have happened since the last time, so most handles of objects that died young are empty.
        Sweep();
        if (_recorded > _limit / 4 * 3)
        {
            // What died young costs little to find.
            GC.Collect(1);
            Sweep();
        }

        if (_recorded > _limit)
        {
            CollectAll(offset);
            Sweep();
        }

        if (_recorded > _limit)
            throw Traps.HeapExhausted(offset);
        _checkAt = Math.Max(_limit, _recorded + Math.Max(_limit / ShareBetweenCollections, BytesBetweenCollections));
    }

    private void CollectAll(int offset)
    {
        long start = Stopwatch.GetTimestamp();
        if (_thrashing >= MaximumThrashing)
            throw Traps.HeapExhausted(offset);
        GC.Collect();
        long end = Stopwatch.GetTimestamp();
        _thrashing = end - start > start - _lastCollection ? _thrashing + 1 : 0;
        _lastCollection = end;
    }

    private void CheckProcess(int offset)
    {
        CollectAll(offset);
        long used = GC.GetTotalMemory(forceFullCollection: false);
        if (used > Available / 10 * 9)
            throw Traps.HeapExhausted(offset);
        _processCheckAt = Math.Max(Available / 10 * 9, used + (Available / 100));
    }

    private void Sweep()
    {
        Span<Sample> samples = CollectionsMarshal.AsSpan(_samples);
        int kept = 0;
        _recorded = 0;
        foreach (Sample sample in samples)
        {
            if (sample.Handle.Target is null)
            {
                sample.Handle.Free();
                continue;
            }

            samples[kept++] = sample;
            _recorded += sample.Weight;
        }

        _samples.RemoveRange(kept, _samples.Count - kept);
    }

    private readonly record struct Sample(GCHandle Handle, long Weight);
}
