using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Wasil.Execution;

internal sealed unsafe partial class ParkingLot
{
    /// <summary>A thread that may wait. It can be used again, by one thread at a time.</summary>
    /// <param name="poll">Throws if the thread should give up; it is asked before each sleep.</param>
    /// <param name="usesFutex">Whether the system's own way to sleep is used; else it is .NET's.</param>
    internal sealed class Waiter(Action poll, bool usesFutex)
    {
        // About as long as it takes to fall asleep and to be woken: who looks about for that long never loses more than half.
        private const long LookNanoseconds = 20_000;
        private const long ShortLookNanoseconds = 1_000;

        // After looks in vain, so many short ones come before the next long one.
        private const int LooksInVain = 8;

        private const long FirstPauseNanoseconds = 250;
        private const int MostLosses = 4;

        private const int Nothing = 0;
        private const int Awake = 1;
        private const int Asleep = 2;

        private static readonly bool s_looks = Environment.ProcessorCount > 1;

        // Pinned, for the system to find it.
        private readonly int[] _state = GC.AllocateArray<int>(1, pinned: true);
        private readonly object _gate = new();
        private volatile bool _isNotified;
        private ulong _expected;
        private int _notifications;
        private int _losses;
        private int _looksInVain;

        public Waiter(Action poll)
            : this(poll, Futex.IsSupported)
        {
        }

        /// <summary>Where it waits, or has waited last.</summary>
        public ulong Address { get; private set; }

        /// <summary>Whether a notification has taken it out of the queue; written under the queue's lock.</summary>
        public bool IsNotified
        {
            get => _isNotified;
            set => _isNotified = value;
        }

        /// <summary>Its place in the queue; under the queue's lock.</summary>
        public Waiter? Previous { get; set; }

        /// <summary>As <see cref="Previous"/>.</summary>
        public Waiter? Next { get; set; }

        // SAFETY: the array is pinned, and this object refers to it.
        private ref int State => ref _state[0];

        public void Poll() => poll();

        /// <summary>The thread wants to wait.</summary>
        /// <param name="address">Where.</param>
        /// <param name="expected">What is expected there.</param>
        /// <param name="notifications">How often the thread has notified others until now.</param>
        /// <param name="nanoseconds">For how long it wants to wait; below zero for ever.</param>
        /// <remarks>
        /// Who waits for the same again, without having notified anybody in between, did not get what it waited for, as for a lock
        /// that another thread keeps on taking. That thread gets on best while it is left alone: so the loser pauses before it looks again.
        /// </remarks>
        public void Begin(ulong address, ulong expected, int notifications, long nanoseconds)
        {
            bool isLoss = Address == address && _expected == expected && _notifications == notifications;
            Address = address;
            _expected = expected;
            _notifications = notifications;
            _losses = isLoss ? Math.Min(_losses + 1, MostLosses) : 0;
            if (_losses > 0 && s_looks && nanoseconds != 0)
                Look(Math.Min(FirstPauseNanoseconds << _losses, nanoseconds < 0 ? long.MaxValue : nanoseconds));
        }

        /// <summary>Makes the thread look up, or not fall asleep the next time.</summary>
        public void Wake()
        {
            if (Interlocked.Exchange(ref State, Awake) != Asleep)
                return;
            if (usesFutex)
            {
                fixed (int* state = _state)
                    Futex.Wake(state);
                return;
            }

            lock (_gate)
                Monitor.Pulse(_gate);
        }

        /// <summary>Sleeps until woken, or for a time; looks about for a moment before, as the other thread is often nearly done.</summary>
        /// <param name="nanoseconds">For how long at most; below zero for ever.</param>
        /// <returns>Whether it was notified.</returns>
        public bool Sleep(long nanoseconds)
        {
            if (s_looks && _losses == 0)
            {
                bool isLong = _looksInVain % LooksInVain == 0;
                if (Look(isLong ? LookNanoseconds : ShortLookNanoseconds))
                    _looksInVain = 0;
                else
                    _looksInVain++;
            }

            if (Interlocked.CompareExchange(ref State, Asleep, Nothing) == Nothing)
            {
                if (usesFutex)
                {
                    fixed (int* state = _state)
                        Futex.Sleep(state, Asleep, nanoseconds);
                }
                else
                {
                    lock (_gate)
                    {
                        if (Volatile.Read(ref State) == Asleep)
                            Monitor.Wait(_gate, Milliseconds(nanoseconds));
                    }
                }
            }

            Interlocked.Exchange(ref State, Nothing);
            return IsNotified;
        }

        // Rounded up, so that no wait ends before its time; in parts, where it is longer than a wait of .NET's can be.
        private static int Milliseconds(long nanoseconds) =>
            nanoseconds < 0 ? Timeout.Infinite : (int)Math.Min(((nanoseconds - 1) / 1_000_000) + 1, int.MaxValue);

        [MethodImpl(MethodImplOptions.NoInlining)]
        private bool Look(long nanoseconds)
        {
            long end = Stopwatch.GetTimestamp() + (long)(nanoseconds * (Stopwatch.Frequency / 1e9));
            do
            {
                if (Volatile.Read(ref State) != Nothing)
                    return true;
                Thread.SpinWait(1);
            }
            while (Stopwatch.GetTimestamp() < end);
            return false;
        }
    }
}
