namespace Wasil.Wasi;

/// <summary>
/// An open thing of the host that is neither file nor directory, such as a pipe to .NET code or a device: it is read and written without a
/// position. A guest finds it as a descriptor (<see cref="WasiOptions.Devices"/>) or under a path
/// (<see cref="WasiDirectory.OfDevices"/>, or whatever a directory of your own opens).
/// </summary>
/// <remarks>
/// A call that would have to wait answers <see cref="Errno.Again"/>. The guest then waits, for as long as it likes and until the call from the
/// host is cancelled, and is woken by <see cref="NotifyChange"/>.
/// </remarks>
/// <threadsafety>Any threads at once, and so has one of your own to be: the threads of a guest share what it has open.</threadsafety>
public abstract class WasiDevice : WasiNode
{
    private readonly Lock _gate = new();
    private Action? _onChange;

    /// <summary>What the guest sees it as. A C library takes a <see cref="WasiFileType.CharacterDevice"/> for a terminal.</summary>
    public override WasiFileType Type => WasiFileType.Unknown;

    /// <summary>Whether it is something to read from.</summary>
    public virtual bool CanRead => true;

    /// <summary>Whether it is something to write to.</summary>
    public virtual bool CanWrite => true;

    /// <inheritdoc/>
    public override Errno Stat(out WasiFileStatus status)
    {
        status = new WasiFileStatus(Type, 0, 0, 1, 0, 0, 0, 0, 0b110_110_110);
        return Errno.Success;
    }

    /// <summary>Reads.</summary>
    /// <param name="buffer">Where to, not empty; it is the guest's memory, and must not be used after the return.</param>
    /// <param name="read">How many bytes were read; 0 at the end, and only there.</param>
    /// <returns><see cref="Errno.Again"/> where there is nothing to read yet.</returns>
    public virtual Errno Read(Span<byte> buffer, out int read)
    {
        read = 0;
        return Errno.BadDescriptor;
    }

    /// <summary>Writes.</summary>
    /// <param name="buffer">The bytes, not none; it is the guest's memory, and must not be used after the return.</param>
    /// <param name="written">How many were taken, at least one.</param>
    /// <returns><see cref="Errno.Again"/> where there is no room yet.</returns>
    public virtual Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        return Errno.BadDescriptor;
    }

    /// <summary>Whether a read or write would answer at once, as <c>poll_oneoff</c> asks.</summary>
    /// <param name="write">Whether it is about writing.</param>
    /// <param name="available">How many bytes there are, or how much room, as far as that is known; 0 bytes to be read are the
    /// end.</param>
    /// <returns><see cref="Errno.Again"/> where it would not.</returns>
    public abstract Errno Poll(bool write, out ulong available);

    /// <summary>Wakes the guests that wait: what <see cref="Poll"/> answers may be another thing now. To be called from any thread, after the
    /// change and outside of locks that the device's methods take.</summary>
    protected void NotifyChange() => Volatile.Read(ref _onChange)?.Invoke();

    /// <summary>Has something called at each change.</summary>
    /// <returns>What ends that.</returns>
    internal Action OnChange(Action action)
    {
        lock (_gate)
            _onChange += action;
        return () =>
        {
            lock (_gate)
                _onChange -= action;
        };
    }
}
