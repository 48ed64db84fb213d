namespace Wasil.Wasi;

/// <summary>
/// An open file or directory. Operations answer with an <see cref="Errno"/>, and throw nothing because of what a guest asks for.
/// One that does not override an operation answers that it is not supported.
/// </summary>
/// <threadsafety>Any threads at once; what is used while another thread closes it answers with an error.</threadsafety>
public abstract class WasiNode : IDisposable
{
    /// <summary>Which of the two it is.</summary>
    public abstract WasiFileType Type { get; }

    /// <summary>What is known about it.</summary>
    /// <param name="status">What is known.</param>
    public abstract Errno Stat(out WasiFileStatus status);

    /// <summary>Changes its times, in nanoseconds since 1970; null leaves one as it is.</summary>
    /// <param name="accessed">When it was last read.</param>
    /// <param name="modified">When its content last changed.</param>
    public virtual Errno SetTimes(ulong? accessed, ulong? modified) => Errno.NotSupported;

    /// <summary>Changes its permission bits.</summary>
    /// <param name="mode">The nine bits of POSIX.</param>
    public virtual Errno SetMode(int mode) => Errno.NotSupported;

    /// <summary>Makes what was written survive the machine.</summary>
    /// <param name="dataOnly">Whether its times need not.</param>
    public virtual Errno Sync(bool dataOnly) => Errno.Success;

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what it holds. Several calls do what one does.</summary>
    protected virtual void Close()
    {
    }
}
