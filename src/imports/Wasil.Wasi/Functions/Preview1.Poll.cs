using System.Runtime.InteropServices;
using Wasil.Wasi.Descriptors;
using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

internal sealed partial class Preview1
{
    private Errno PollOneoff(Caller caller, WasmAddress subscriptions, WasmAddress events, WasmAddress count, WasmAddress result) =>
        Poll(new GuestMemory(caller), Subscription.Bytes, subscriptions, events, count, result);

    private Errno PollOneoffUnstable(Caller caller, WasmAddress subscriptions, WasmAddress events, WasmAddress count, WasmAddress result) =>
        Poll(new GuestMemory(caller), Subscription.UnstableBytes, subscriptions, events, count, result);

    /// <summary>
    /// Waits for the first of several things: clocks, and descriptors that would not make their reader or writer wait. The list is gone
    /// through where it is, and not copied; each look at a subscription takes what it says then.
    /// </summary>
    private Errno Poll(GuestMemory memory, int subscriptionBytes, WasmAddress subscriptions, WasmAddress events, WasmAddress count, WasmAddress result)
    {
        if (count == 0)
            return Errno.Invalid;
        if (!memory.Contains(subscriptions, count, subscriptionBytes)
            || !memory.Contains(events, count, Event.Bytes)
            || !memory.TryPlaceAddress(result, out GuestMemory.AddressPlace place))
            return Errno.Fault;

        var start = new Instant(
            Realtime: _clocks.Read(ClockId.Realtime, out ulong realtime) == Errno.Success ? realtime : 0,
            Monotonic: _clocks.Read(ClockId.Monotonic, out ulong monotonic) == Errno.Success ? monotonic : 0);
        var list = new SubscriptionList(memory, subscriptions, subscriptionBytes, count, events, start);
        if (Survey(list, out ulong? wait) is not Errno.Success and var error)
            return error;
        using var waiting = new Waiting(_wakeups, memory.CancellationToken);
        // What is ready is told before any time is waited for.
        using Deadline deadline = wait is > 0 ? _clocks.EndOfWait(wait.Value, waiting.Signal) : Deadline.Never;
        bool isFirst = true;
        while (true)
        {
            TimeSpan rest = isFirst ? Timeout.InfiniteTimeSpan : deadline.Rest;
            bool isOver = wait == 0 || rest == TimeSpan.Zero;
            if (Collect(list, isOver ? wait!.Value : 0, waiting, out ulong happened) is not Errno.Success and var lookError)
                return lookError;
            if (happened > 0 || isOver)
            {
                place.Set(happened);
                return Errno.Success;
            }

            if (isFirst)
            {
                _descriptors.Flush();
                isFirst = false;
                rest = deadline.Rest;
            }

            if (rest != TimeSpan.Zero && waiting.Wait(rest) is not Errno.Success and var waitError)
                return waitError;
        }
    }

    /// <summary>Looks at what the guest waits for.</summary>
    /// <param name="list">The subscriptions.</param>
    /// <param name="wait">For how many nanoseconds at most; null where no clock ends it.</param>
    private static Errno Survey(in SubscriptionList list, out ulong? wait)
    {
        wait = null;
        for (ulong i = 0; i < list.Count; i++)
        {
            if (list.Read(i, out Subscription subscription) is not Errno.Success and var error)
                return error;
            if (subscription.Type != EventType.Clock)
                continue;
            // One that cannot be waited for is told at once.
            Rest(subscription, list.Start, out ulong rest);
            wait = Math.Min(wait ?? ulong.MaxValue, rest);
        }

        return Errno.Success;
    }

    /// <summary>Tells the guest what has happened.</summary>
    /// <param name="list">The subscriptions.</param>
    /// <param name="over">How many nanoseconds have passed.</param>
    /// <param name="waiting">Learns what to wait for, of which some is for nothing where something has happened.</param>
    /// <param name="happened">How many events there are.</param>
    private Errno Collect(in SubscriptionList list, ulong over, Waiting waiting, out ulong happened)
    {
        happened = 0;
        for (ulong i = 0; i < list.Count; i++)
        {
            if (list.Read(i, out Subscription subscription) is not Errno.Success and var error)
                return error;
            var occurrence = new Event { UserData = subscription.UserData, Type = subscription.Type };
            Errno answer;
            if (subscription.Type == EventType.Clock)
            {
                answer = Rest(subscription, list.Start, out ulong rest);
                if (rest > over)
                    continue;
            }
            else
            {
                bool write = subscription.Type == EventType.FdWrite;
                answer = _descriptors.Find(subscription.Descriptor, Rights.PollFdReadWrite, out Descriptor descriptor);
                if (answer == Errno.Success)
                    answer = descriptor.Poll(write, out occurrence.Available, out occurrence.Flags);
                if (answer == Errno.Again)
                {
                    if (happened == 0)
                        waiting.For(descriptor, write);
                    continue;
                }
            }

            occurrence.Error = (ushort)answer;
            if (!list.TryWrite(happened, occurrence))
                return Errno.Fault;
            happened++;
        }

        return Errno.Success;
    }

    /// <summary>Waits until a descriptor that had nothing to give, or no room, has some.</summary>
    /// <returns><see cref="Errno.Again"/> where the guest does not want to wait, or nobody would tell.</returns>
    /// <exception cref="OperationCanceledException">The call that led here was cancelled.</exception>
    private Errno Await(Descriptor descriptor, bool write, CancellationToken cancellationToken)
    {
        if (descriptor.IsNonBlocking)
            return Errno.Again;
        using var waiting = new Waiting(_wakeups, cancellationToken);
        if (!waiting.For(descriptor, write))
            return Errno.Again;
        _descriptors.Flush();
        return waiting.Wait(Timeout.InfiniteTimeSpan);
    }

    private static Errno Rest(in Subscription subscription, in Instant start, out ulong rest)
    {
        rest = 0;
        if (subscription.Clock is < ClockId.Realtime or > ClockId.ThreadCpuTime
            || (subscription.ClockFlags & ~Subscription.AbsoluteTime) != 0)
            return Errno.Invalid;
        rest = subscription.Timeout;
        if ((subscription.ClockFlags & Subscription.AbsoluteTime) != 0)
        {
            ulong now = subscription.Clock == ClockId.Realtime ? start.Realtime : start.Monotonic;
            rest = rest > now ? rest - now : 0;
        }

        return Errno.Success;
    }

    private readonly record struct Instant(ulong Realtime, ulong Monotonic);

    /// <summary>What the guest waits for, and where it is told what happened.</summary>
    private readonly ref struct SubscriptionList(
        GuestMemory memory, ulong subscriptions, int bytes, ulong count, ulong events, in Instant start)
    {
        private readonly GuestMemory _memory = memory;

        public ulong Count { get; } = count;

        /// <summary>When the waiting began.</summary>
        public Instant Start { get; } = start;

        public Errno Read(ulong index, out Subscription subscription)
        {
            subscription = default;
            _memory.ThrowIfCancelled(index);
            if (!_memory.TrySlice(subscriptions + (index * (ulong)bytes), bytes, out Span<byte> slice))
                return Errno.Fault;
            subscription = Subscription.Read(slice);
            return subscription.Type > EventType.FdWrite ? Errno.Invalid : Errno.Success;
        }

        public bool TryWrite(ulong index, in Event occurrence) => _memory.TryWrite(
            events + (index * Event.Bytes), MemoryMarshal.AsBytes(new ReadOnlySpan<Event>(in occurrence)));
    }
}
