namespace Wasil.GoJs.Running;

/// <summary>The clocks of one program. The monotonic one counts from when the program was made.</summary>
internal sealed class Clock(TimeProvider time)
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long NanosecondsPerTick = NanosecondsPerSecond / TimeSpan.TicksPerSecond;
    private const long NanosecondsPerMillisecond = 1_000_000;

    private readonly long _start = time.GetTimestamp();

    public TimeProvider Time => time;

    /// <summary>The monotonic clock. It is never 0, which Go takes for a clock that does not work.</summary>
    public long Nanoseconds =>
        1 + (long)((Int128)Math.Max(time.GetTimestamp() - _start, 0) * NanosecondsPerSecond / time.TimestampFrequency);

    /// <summary>Ticks of 100 nanoseconds since 1970.</summary>
    public long UnixTicks => time.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks;

    /// <summary>The time of day in milliseconds, as <c>Date.now()</c> gives it.</summary>
    public double UnixMilliseconds => Math.Floor(UnixTicks / (double)TimeSpan.TicksPerMillisecond);

    /// <summary>Waits for a signal, or for a point on the monotonic clock.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="due">The point, or null.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public void Wait(ManualResetEventSlim signal, long? due, CancellationToken cancellationToken)
    {
        if (due is not { } point)
        {
            signal.Wait(cancellationToken);
            return;
        }

        long left = point - Nanoseconds;
        if (left <= 0)
            return;
        if (ReferenceEquals(time, TimeProvider.System))
        {
            // Whole milliseconds, and not fewer, or the loop would turn until the last one is over.
            long milliseconds = Math.Min((left + NanosecondsPerMillisecond - 1) / NanosecondsPerMillisecond, int.MaxValue);
            signal.Wait((int)milliseconds, cancellationToken);
            return;
        }

        // Somebody else's time has timers of its own.
        TimeSpan span = TimeSpan.FromTicks(Math.Max(left / NanosecondsPerTick, 1));
        using ITimer timer = time.CreateTimer(
            static signal => ((ManualResetEventSlim)signal!).Set(), signal, span, Timeout.InfiniteTimeSpan);
        signal.Wait(cancellationToken);
    }
}
