using System.Diagnostics;

namespace Wasil.Wasi.Tests;

/// <summary>Clocks, and waiting for them.</summary>
public class PollTests
{
    private const uint In = 0x100, Out = 0x800, Count = 0x80;
    private const uint Realtime = 0, Monotonic = 1;
    private const ushort Absolute = 1;

    [Fact]
    public void Clocks_show_the_time()
    {
        using var guest = new Guest();
        Assert.Equal(Guest.Success, guest.Call("clock_time_get", 0, 1000L, 0x100));
        Assert.InRange(
            DateTimeOffset.UnixEpoch.AddTicks((long)(guest.Long(0x100) / 100)), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        ulong before = 0;
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(Guest.Success, guest.Call("clock_time_get", 1, 0L, 0x100));
            Assert.InRange(guest.Long(0x100), before + (i == 0 ? 1u : 0u), 600_000_000_000u);
            before = guest.Long(0x100);
        }

        Assert.Equal(Guest.Success, guest.Call("clock_time_get", 2, 0L, 0x100));
        Assert.Equal(Guest.Success, guest.Call("clock_time_get", 3, 0L, 0x100));
        Assert.Equal(Guest.Invalid, guest.Call("clock_time_get", 4, 0L, 0x100));
        Assert.Equal(Guest.Invalid, guest.Call("clock_time_get", -1, 0L, 0x100));
        for (int clock = 0; clock < 4; clock++)
        {
            Assert.Equal(Guest.Success, guest.Call("clock_res_get", clock, 0x100));
            Assert.InRange(guest.Long(0x100), 1u, 1_000_000u);
        }

        Assert.Equal(Guest.Invalid, guest.Call("clock_res_get", 4, 0x100));
    }

    [Fact]
    public void A_relative_wait_takes_its_time()
    {
        using var guest = new Guest();
        guest.PutClock(In, 77, Monotonic, 20_500_000, 0);
        long start = Stopwatch.GetTimestamp();
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 1, Count));
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 20.5, 20_000);
        Assert.Equal((1u, 77ul, 0u), (guest.Number(Count), guest.Long(Out), guest.Number(Out + 8)));
    }

    [Theory]
    [InlineData(Realtime)]
    [InlineData(Monotonic)]
    public void An_absolute_wait_ends_at_its_time(uint clock)
    {
        using var guest = new Guest();
        guest.Call("clock_time_get", clock, 0L, 0x10);
        ulong until = guest.Long(0x10) + 10_000_000;
        guest.PutClock(In, 1, clock, until, Absolute);
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 1, Count));
        guest.Call("clock_time_get", clock, 0L, 0x10);
        Assert.InRange(guest.Long(0x10), until - (clock == Realtime ? 5_000_000u : 0u), until + 20_000_000_000);

        // A moment that has passed is not waited for.
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 1, Count));
        Assert.Equal(1u, guest.Number(Count));
    }

    [Fact]
    public void The_first_of_several_clocks_ends_the_wait_and_the_others_are_not_told()
    {
        using var guest = new Guest(new WasiOptions { Deterministic = true });
        guest.PutClock(In, 1, Monotonic, 9_000_000_000, 0);
        guest.PutClock(In + 48, 2, Realtime, 3_000_000_000, 0);
        guest.PutClock(In + 96, 3, Monotonic, 3_000_000_000, 0);
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 3, Count));
        Assert.Equal((2u, 2ul, 3ul), (guest.Number(Count), guest.Long(Out), guest.Long(Out + 32)));
    }

    [Fact]
    public void Descriptors_are_ready_or_fail_at_once()
    {
        using var guest = new Guest(new WasiOptions { Stdin = new MemoryStream(new byte[5]) });
        guest.PutClock(In, 1, Monotonic, ulong.MaxValue, 0);
        guest.PutDescriptor(In + 48, 2, 1, 0);
        guest.PutDescriptor(In + 96, 3, 2, 1);
        guest.PutDescriptor(In + 144, 4, 1, 1);
        guest.PutDescriptor(In + 192, 5, 2, 9);
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 5, Count));
        Assert.Equal(4u, guest.Number(Count));
        Assert.Equal((2ul, 0, 1, 5ul), Event(0));
        Assert.Equal((3ul, 0, 2, 65_536ul), Event(1));
        Assert.Equal((4ul, Guest.BadDescriptor, 1, 0ul), Event(2));
        Assert.Equal((5ul, Guest.BadDescriptor, 2, 0ul), Event(3));

        (ulong, int, int, ulong) Event(uint index)
        {
            uint at = Out + (index * 32);
            return (guest.Long(at), guest.Memory.Read<ushort>(at + 8), guest.Memory.Read<byte>(at + 10), guest.Long(at + 16));
        }
    }

    [Fact]
    public void What_cannot_be_waited_for_is_said()
    {
        using var guest = new Guest();
        Assert.Equal(Guest.Invalid, guest.Call("poll_oneoff", In, Out, 0, Count));
        guest.PutClock(In, 1, 9, 0, 0);
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 1, Count));
        Assert.Equal(Guest.Invalid, guest.Memory.Read<ushort>(Out + 8));
        guest.PutDescriptor(In, 1, 3, 0);
        Assert.Equal(Guest.Invalid, guest.Call("poll_oneoff", In, Out, 1, Count));
        Assert.Equal(Guest.Fault, guest.Call("poll_oneoff", In, Out, 0x0800_0001, Count));
        Assert.Equal(Guest.Fault, guest.Call("poll_oneoff", In, Out, -1, Count));
    }

    [Fact]
    public void Events_may_be_written_over_subscriptions()
    {
        using var guest = new Guest(new WasiOptions { Deterministic = true });
        for (uint i = 0; i < 8; i++)
            guest.PutClock(In + (i * 48), i, Monotonic, 1, 0);
        Assert.InRange(guest.Call("poll_oneoff", In, In + 8, 8, Count), 0, 76);
    }

    [Fact]
    public void Somebody_elses_time_is_waited_for_by_its_timers()
    {
        var time = new Stepping();
        using var guest = new Guest(new WasiOptions { Clock = time });
        guest.PutClock(In, 1, Monotonic, 86_400_000_000_001 * 2, 0);
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 1, Count));
        Assert.Equal(TimeSpan.FromDays(2) + TimeSpan.FromTicks(1), time.Waited);
    }

    [Fact]
    public void The_version_before_has_other_layouts()
    {
        using var guest = new Guest(new WasiOptions { Deterministic = true }, module: "wasi_unstable");
        guest.Memory.Write(In, 77ul);
        guest.Memory.Write(In + 24, Monotonic);
        guest.Memory.Write(In + 32, 4_000_000_000ul);
        guest.PutDescriptor(In + 56 + 56, 3, 1, 9);
        guest.PutClock(In + 56, 2, 0, 0, 0);
        guest.Memory.Write(In + 56 + 48, (ushort)Absolute);
        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 1, Count));
        Assert.Equal((1u, 77ul), (guest.Number(Count), guest.Long(Out)));
        guest.Call("clock_time_get", 1, 0L, 0x10);
        Assert.InRange(guest.Long(0x10), 4_000_000_000ul, 5_000_000_000ul);

        Assert.Equal(Guest.Success, guest.Call("poll_oneoff", In, Out, 3, Count));
        Assert.Equal((2u, 2ul, 3ul), (guest.Number(Count), guest.Long(Out), guest.Long(Out + 32)));
        Assert.Equal(Guest.BadDescriptor, guest.Memory.Read<ushort>(Out + 40));

        guest.Memory.Slice(0x400, 64).Fill(0xff);
        Assert.Equal(Guest.Success, guest.Call("fd_filestat_get", 0, 0x400));
        Assert.Equal(0ul, guest.Long(0x400 + 48));
        Assert.Equal(ulong.MaxValue, guest.Long(0x400 + 56));
        Assert.Equal(Guest.InvalidSeek, guest.Call("fd_seek", 0, 0L, 2, 0x10));
    }

    private sealed class Stepping : TimeProvider
    {
        public TimeSpan Waited { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited += dueTime;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
