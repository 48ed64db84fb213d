using System.Diagnostics;
using System.Numerics;

namespace Wasil.Execution;

/// <summary>
/// Where threads wait for others to notify a place of one memory: a queue for each address that somebody waits on, first come,
/// first served. See "Wait and Notify" in the threads proposal.
/// </summary>
internal sealed unsafe partial class ParkingLot
{
    private const int BucketBits = 5;

    // How often this thread has notified anybody. It may wrap.
    [ThreadStatic]
    private static int t_notifications;

    // Addresses share queues; who waits on another address is passed over.
    private readonly Bucket[] _buckets = [.. Enumerable.Range(0, 1 << BucketBits).Select(static _ => new Bucket())];

    /// <summary>How many threads wait.</summary>
    public int Count => _buckets.Sum(static bucket => Volatile.Read(ref bucket.Count));

    /// <summary>Waits until somebody notifies the address, unless the place there does not hold what is expected.</summary>
    /// <typeparam name="T">An unsigned integer as wide as the place.</typeparam>
    /// <param name="address">The address.</param>
    /// <param name="place">The same in the memory: checked, aligned, and kept from being given back.</param>
    /// <param name="expected">What it should hold.</param>
    /// <param name="nanoseconds">For how long; below zero for ever.</param>
    /// <param name="waiter">The thread.</param>
    public WasmWaitResult Wait<T>(ulong address, byte* place, T expected, long nanoseconds, Waiter waiter)
        where T : unmanaged, IBinaryInteger<T>
    {
        long start = nanoseconds <= 0 ? 0 : Stopwatch.GetTimestamp();
        waiter.Begin(address, ulong.CreateTruncating(expected), t_notifications, nanoseconds);
        if (Atomics.Load<T>(place) != expected)
            return WasmWaitResult.NotEqual;
        Bucket bucket = BucketOf(address);
        lock (bucket.Gate)
        {
            bucket.Add(waiter);
            // Whoever changes the place and notifies afterwards finds the waiter counted, or the waiter sees the change.
            Interlocked.Increment(ref bucket.Count);
            if (Atomics.Load<T>(place) != expected)
            {
                bucket.Remove(waiter);
                return WasmWaitResult.NotEqual;
            }
        }

        try
        {
            while (true)
            {
                waiter.Poll();
                long left = Remaining(start, nanoseconds);
                if (left == 0 || waiter.Sleep(left))
                    break;
            }
        }
        finally
        {
            // Whoever was notified is out of the queue already.
            if (!waiter.IsNotified)
                Leave(bucket, waiter);
        }

        // A notification that came after the time was over counts as well: the notifier was told so.
        return waiter.IsNotified ? WasmWaitResult.Notified : WasmWaitResult.TimedOut;
    }

    /// <summary>Wakes those that have waited longest on an address. What the thread has stored before is visible to all.</summary>
    /// <param name="address">The address.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>How many were woken.</returns>
    public uint Notify(ulong address, uint count)
    {
        t_notifications++;
        Bucket bucket = BucketOf(address);
        if (Volatile.Read(ref bucket.Count) == 0)
            return 0;
        uint woken = 0;
        Waiter? first = null;
        List<Waiter>? others = null;
        lock (bucket.Gate)
        {
            Waiter? next = bucket.First;
            while (woken < count && next is not null)
            {
                Waiter waiter = next;
                next = waiter.Next;
                if (waiter.Address != address)
                    continue;
                bucket.Remove(waiter);
                waiter.IsNotified = true;
                woken++;
                if (first is null)
                    first = waiter;
                else
                    (others ??= []).Add(waiter);
            }
        }

        // Without the lock, which they may want next.
        first?.Wake();
        others?.ForEach(static waiter => waiter.Wake());
        return woken;
    }

    private static void Leave(Bucket bucket, Waiter waiter)
    {
        lock (bucket.Gate)
        {
            if (!waiter.IsNotified)
                bucket.Remove(waiter);
        }
    }

    // In nanoseconds.
    private static long Remaining(long start, long nanoseconds)
    {
        if (nanoseconds <= 0)
            return nanoseconds;
        Int128 left = nanoseconds - ((Int128)(Stopwatch.GetTimestamp() - start) * 1_000_000_000 / Stopwatch.Frequency);
        return left <= 0 ? 0 : (long)left;
    }

    private Bucket BucketOf(ulong address) => _buckets[(address * 0x9e37_79b9_7f4a_7c15) >> (64 - BucketBits)];

    /// <summary>A queue, under its own lock.</summary>
    private sealed class Bucket
    {
        public readonly Lock Gate = new();

        /// <summary>How many are in the queue; read without the lock.</summary>
        public int Count;
        private Waiter? _last;

        public Waiter? First { get; private set; }

        /// <summary>Puts a waiter last, who is not counted yet.</summary>
        public void Add(Waiter waiter)
        {
            waiter.IsNotified = false;
            waiter.Previous = _last;
            waiter.Next = null;
            if (_last is null)
                First = waiter;
            else
                _last.Next = waiter;
            _last = waiter;
        }

        public void Remove(Waiter waiter)
        {
            if (waiter.Previous is null)
                First = waiter.Next;
            else
                waiter.Previous.Next = waiter.Next;
            if (waiter.Next is null)
                _last = waiter.Previous;
            else
                waiter.Next.Previous = waiter.Previous;
            waiter.Previous = waiter.Next = null;
            Volatile.Write(ref Count, Count - 1);
        }
    }
}
