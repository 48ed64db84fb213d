using Wasil.Wasi.Layouts;

namespace Wasil.Wasi;

/// <summary>The clocks of one instance. All but the time of day count from when the instance was made, so a guest does not learn
/// how long the host has been running.</summary>
internal sealed class Clocks(TimeProvider time)
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long NanosecondsPerTick = NanosecondsPerSecond / TimeSpan.TicksPerSecond;

    // Guests take a reading of zero for a clock that does not work (Go refuses to start), so the count starts at one.
    private readonly long _start = time.GetTimestamp() - 1;

    /// <summary>Reads a clock, in nanoseconds.</summary>
    public Errno Read(ClockId clock, out ulong nanoseconds)
    {
        nanoseconds = 0;
        switch (clock)
        {
            case ClockId.Realtime:
                Int128 now = (Int128)(time.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks) * NanosecondsPerTick;
                if (now < 0 || now > ulong.MaxValue)
                    return Errno.Overflow;
                nanoseconds = (ulong)now;
                return Errno.Success;

            // The processor time of the host's process would tell of everything else that runs in it.
            case ClockId.Monotonic or ClockId.ProcessCpuTime or ClockId.ThreadCpuTime:
                nanoseconds = (ulong)((Int128)Math.Max(time.GetTimestamp() - _start, 1) * NanosecondsPerSecond / time.TimestampFrequency);
                return Errno.Success;

            default:
                return Errno.Invalid;
        }
    }

    /// <summary>The distance of the readings of a clock, in nanoseconds.</summary>
    public Errno Resolution(ClockId clock, out ulong nanoseconds)
    {
        nanoseconds = clock == ClockId.Realtime
            ? NanosecondsPerTick
            : (ulong)Math.Max(NanosecondsPerSecond / time.TimestampFrequency, 1);
        return clock is >= ClockId.Realtime and <= ClockId.ThreadCpuTime ? Errno.Success : Errno.Invalid;
    }

    /// <summary>The end of a wait that begins now, and does not end earlier than asked for.</summary>
    /// <param name="nanoseconds">How long it takes.</param>
    /// <param name="signal">What ends the waiting in between, where the time has timers of its own.</param>
    public Deadline EndOfWait(ulong nanoseconds, Action signal)
    {
        // At most 584 years, which a TimeSpan holds.
        var rest = new TimeSpan((long)(nanoseconds / NanosecondsPerTick) + (nanoseconds % NanosecondsPerTick == 0 ? 0 : 1));
        return ReferenceEquals(time, TimeProvider.System) ? new SystemDeadline(rest) : new TimerDeadline(time, rest, signal);
    }

    private sealed class SystemDeadline(TimeSpan duration) : Deadline
    {
        private readonly long _start = TimeProvider.System.GetTimestamp();

        public override TimeSpan Rest
        {
            get
            {
                TimeSpan rest = duration - TimeProvider.System.GetElapsedTime(_start);
                return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
            }
        }
    }

    // Somebody else's time has timers of its own, and they say when it is over.
    private sealed class TimerDeadline(TimeProvider time, TimeSpan duration, Action signal) : Deadline
    {
        // .NET's timers may take no more than 49.7 days.
        private static readonly TimeSpan s_most = TimeSpan.FromDays(49);

        private TimeSpan _rest = duration;
        private TimeSpan _part;
        private ITimer? _timer;
        private volatile bool _isPartOver;

        public override TimeSpan Rest
        {
            get
            {
                while (true)
                {
                    if (_isPartOver)
                    {
                        EndTimer();
                        _isPartOver = false;
                        _rest -= _part;
                    }

                    if (_rest <= TimeSpan.Zero)
                        return TimeSpan.Zero;
                    if (_timer is not null)
                        return Timeout.InfiniteTimeSpan;
                    _part = _rest < s_most ? _rest : s_most;
                    // It may end before this returns.
                    _timer = time.CreateTimer(static deadline => ((TimerDeadline)deadline!).EndPart(), this, _part, Timeout.InfiniteTimeSpan);
                }
            }
        }

        public override void Dispose()
        {
            EndTimer();
            base.Dispose();
        }

        private void EndTimer()
        {
            _timer?.Dispose();
            _timer = null;
        }

        private void EndPart()
        {
            _isPartOver = true;
            signal();
        }
    }
}
