namespace Wasil.Wasi;

/// <summary>A clock that moves only when it is looked at or waited for: by a microsecond, or by as long as was to be
/// waited.</summary>
internal sealed class DeterministicClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private long _ticks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    public override long GetTimestamp() => Advance(TimeSpan.TicksPerMicrosecond);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Advance(Math.Max(dueTime.Ticks, 0));
        callback(state);
        return new Elapsed();
    }

    // A guest may wait for centuries as often as it likes; the clock stops at the end of the calendar.
    private long Advance(long ticks)
    {
        for (long now = Volatile.Read(ref _ticks); ;)
        {
            long then = Math.Min(now + ticks, DateTimeOffset.MaxValue.Ticks - Start.Ticks);
            long found = Interlocked.CompareExchange(ref _ticks, then, now);
            if (found == now)
                return then;
            now = found;
        }
    }

    private sealed class Elapsed : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
