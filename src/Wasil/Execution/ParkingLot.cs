using System.Diagnostics;
using System.Numerics;

namespace Wasil.Execution;

/// <summary>
/// Where threads wait for others to notify a place of one memory: a queue for each address that somebody waits on, first come,
/// first served. See "Wait and Notify" in the threads proposal.
/// </summary>
internal sealed unsafe class ParkingLot
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, LinkedList<Waiter>> _queues = [];

    /// <summary>How many threads wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _queues.Values.Sum(queue => queue.Count);
        }
    }

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
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            // Whoever changes the place and notifies afterwards finds the waiter in the queue, or the waiter sees the change.
            if (Atomics.Load<T>(place) != expected)
                return WasmWaitResult.NotEqual;
            waiter.IsNotified = false;
            if (!_queues.TryGetValue(address, out LinkedList<Waiter>? queue))
                _queues.Add(address, queue = new LinkedList<Waiter>());
            queue.AddLast(waiter);
        }

        try
        {
            while (true)
            {
                waiter.Poll();
                int milliseconds = Remaining(start, nanoseconds);
                if (milliseconds == 0 || waiter.Sleep(milliseconds))
                    break;
            }
        }
        finally
        {
            // Whoever was notified is out of the queue already.
            if (!waiter.IsNotified)
                Leave(address, waiter);
        }

        // A notification that came after the time was over counts as well: the notifier was told so.
        return waiter.IsNotified ? WasmWaitResult.Notified : WasmWaitResult.TimedOut;
    }

    /// <summary>Wakes those that have waited longest on an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>How many were woken.</returns>
    public uint Notify(ulong address, uint count)
    {
        uint woken = 0;
        Waiter? only = null;
        List<Waiter>? others = null;
        lock (_gate)
        {
            if (!_queues.TryGetValue(address, out LinkedList<Waiter>? queue))
                return 0;
            for (; woken < count && queue.First is { Value: var first }; woken++)
            {
                queue.RemoveFirst();
                first.IsNotified = true;
                if (only is null)
                    only = first;
                else
                    (others ??= []).Add(first);
            }

            if (queue.Count == 0)
                _queues.Remove(address);
        }

        // Without the lock, which they may want next.
        only?.Wake();
        others?.ForEach(static waiter => waiter.Wake());
        return woken;
    }

    private void Leave(ulong address, Waiter waiter)
    {
        lock (_gate)
        {
            if (waiter.IsNotified)
                return;
            LinkedList<Waiter> queue = _queues[address];
            queue.Remove(waiter);
            if (queue.Count == 0)
                _queues.Remove(address);
        }
    }

    // Rounded up, so that no wait ends before its time; in parts, where it is longer than a wait of the system can be.
    private static int Remaining(long start, long nanoseconds)
    {
        if (nanoseconds < 0)
            return Timeout.Infinite;
        Int128 left = nanoseconds - ((Int128)(Stopwatch.GetTimestamp() - start) * 1_000_000_000 / Stopwatch.Frequency);
        return left <= 0 ? 0 : (int)Int128.Min((left + NanosecondsPerMillisecond - 1) / NanosecondsPerMillisecond, int.MaxValue);
    }

    /// <summary>A thread that may wait. It can be used again, by one thread at a time.</summary>
    /// <param name="poll">Throws if the thread should give up; it is asked before each sleep.</param>
    internal sealed class Waiter(Action poll)
    {
        // What the other threads are about to do is often done in less time than falling asleep takes, which is microseconds.
        private const int Spins = 40;

        private readonly object _gate = new();
        private volatile bool _isAwake;
        private volatile bool _isNotified;

        /// <summary>Whether a notification has taken it out of the queue; written under the parking lot's lock.</summary>
        public bool IsNotified
        {
            get => _isNotified;
            set => _isNotified = value;
        }

        public void Poll() => poll();

        /// <summary>Makes the thread look up, or not fall asleep the next time.</summary>
        public void Wake()
        {
            lock (_gate)
            {
                _isAwake = true;
                Monitor.Pulse(_gate);
            }
        }

        /// <summary>Sleeps until woken, or for a time.</summary>
        /// <returns>Whether it was notified.</returns>
        public bool Sleep(int milliseconds)
        {
            if (Environment.ProcessorCount > 1)
            {
                for (int i = 0; i < Spins && !_isAwake; i++)
                    Thread.SpinWait(4);
            }

            lock (_gate)
            {
                if (!_isAwake)
                    Monitor.Wait(_gate, milliseconds);
                _isAwake = false;
                return IsNotified;
            }
        }
    }
}
