namespace Wasil.Wasi;

/// <summary>The end of a wait, for the thread that waits.</summary>
internal abstract class Deadline : IDisposable
{
    /// <summary>A wait for things that may never come.</summary>
    public static Deadline Never { get; } = new Unreachable();

    /// <summary>For how long to wait before looking again: nothing once it is over, <see cref="Timeout.InfiniteTimeSpan"/> where a
    /// signal will tell.</summary>
    public abstract TimeSpan Rest { get; }

    public virtual void Dispose()
    {
    }

    private sealed class Unreachable : Deadline
    {
        public override TimeSpan Rest => Timeout.InfiniteTimeSpan;
    }
}
