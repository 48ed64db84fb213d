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

    /// <summary>Waits, and never less than asked for.</summary>
    /// <exception cref="OperationCanceledException">The call that led here was cancelled.</exception>
    public void Sleep(ulong nanoseconds, CancellationToken cancellationToken)
    {
        // At most 584 years, which a TimeSpan holds.
        var rest = new TimeSpan((long)(nanoseconds / NanosecondsPerTick) + (nanoseconds % NanosecondsPerTick == 0 ? 0 : 1));
        if (ReferenceEquals(time, TimeProvider.System))
        {
            SleepForReal(rest, cancellationToken);
            return;
        }

        // Somebody else's time has timers of its own, which may take no more than the 49.7 days that .NET's do.
        var most = TimeSpan.FromDays(49);
        while (rest > TimeSpan.Zero)
        {
            TimeSpan part = rest < most ? rest : most;
            var done = new ManualResetEventSlim();
            using ITimer timer = time.CreateTimer(static done => ((ManualResetEventSlim)done!).Set(), done, part, Timeout.InfiniteTimeSpan);
            done.Wait(cancellationToken);
            rest -= part;
        }
    }

    private static void SleepForReal(TimeSpan rest, CancellationToken cancellationToken)
    {
        // Thread.Sleep takes whole milliseconds, and may wake early by part of the system's tick.
        long start = TimeProvider.System.GetTimestamp();
        TimeSpan left = rest;
        while (left > TimeSpan.Zero)
        {
            int milliseconds = (int)Math.Min(Math.Ceiling(left.TotalMilliseconds), int.MaxValue);
            if (!cancellationToken.CanBeCanceled)
                Thread.Sleep(milliseconds);
            else if (cancellationToken.WaitHandle.WaitOne(milliseconds))
                cancellationToken.ThrowIfCancellationRequested();
            left = rest - TimeProvider.System.GetElapsedTime(start);
        }
    }
}
