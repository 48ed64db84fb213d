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
    /// Waits for the first of several things. Descriptors are always ready or fail, so only a list of nothing but clocks waits,
    /// and then as long as its shortest does. The list is gone through twice where it is, before and after waiting, and not
    /// copied; each look at a subscription takes what it says then.
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
        ulong wait = ulong.MaxValue;
        for (ulong i = 0; i < count; i++)
        {
            if (Look(memory, subscriptions, subscriptionBytes, i, start, out ulong rest, out _) is not Errno.Success and var error)
                return error;
            wait = Math.Min(wait, rest);
        }

        if (wait > 0)
        {
            _descriptors.Flush();
            _clocks.Sleep(wait, memory.CancellationToken);
        }

        ulong happened = 0;
        for (ulong i = 0; i < count; i++)
        {
            if (Look(memory, subscriptions, subscriptionBytes, i, start, out ulong rest, out Event occurrence) is not Errno.Success and var error)
                return error;
            if (rest > wait)
                continue;
            if (!memory.TryWrite(events + (happened * Event.Bytes), MemoryMarshal.AsBytes(new ReadOnlySpan<Event>(in occurrence))))
                return Errno.Fault;
            happened++;
        }

        place.Set(happened);
        return Errno.Success;
    }

    /// <summary>Looks at a subscription.</summary>
    /// <param name="memory">The guest's memory.</param>
    /// <param name="subscriptions">Where the list starts.</param>
    /// <param name="bytes">The size of one in it.</param>
    /// <param name="index">Which one.</param>
    /// <param name="start">When the waiting began.</param>
    /// <param name="rest">For how many nanoseconds from then on nothing happens.</param>
    /// <param name="occurrence">What happens after that.</param>
    private Errno Look(
        GuestMemory memory, WasmAddress subscriptions, int bytes, ulong index, in Instant start, out ulong rest, out Event occurrence)
    {
        rest = 0;
        occurrence = default;
        if (!memory.TrySlice(subscriptions + (index * (ulong)bytes), bytes, out Span<byte> slice))
            return Errno.Fault;
        Subscription subscription = Subscription.Read(slice);
        if (subscription.Type > EventType.FdWrite)
            return Errno.Invalid;
        occurrence = new Event { UserData = subscription.UserData, Type = subscription.Type };
        occurrence.Error = (ushort)(subscription.Type == EventType.Clock
            ? Rest(subscription, start, out rest)
            : Ready(subscription, out occurrence.Available));
        return Errno.Success;
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

    private Errno Ready(in Subscription subscription, out ulong available)
    {
        available = 0;
        return _descriptors.Find(subscription.Descriptor, Rights.PollFdReadWrite, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : descriptor.Poll(subscription.Type == EventType.FdWrite, out available);
    }

    private readonly record struct Instant(ulong Realtime, ulong Monotonic);
}
