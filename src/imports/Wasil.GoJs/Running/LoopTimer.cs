namespace Wasil.GoJs.Running;

/// <summary>Something that is done once its time has come, or again and again.</summary>
internal sealed class LoopTimer(long id, Action action)
{
    public long Id { get; } = id;

    public Action Action { get; } = action;

    /// <summary>When it is due, in nanoseconds of the program's monotonic clock.</summary>
    public long Due { get; set; }

    /// <summary>Where timers are due at once, the one that was set first comes first.</summary>
    public long Order { get; set; }

    /// <summary>How long until the next time, in nanoseconds, or 0 where there is none.</summary>
    public long Period { get; init; }

    /// <summary>What it holds on to.</summary>
    public JsValue Kept { get; init; }
}
