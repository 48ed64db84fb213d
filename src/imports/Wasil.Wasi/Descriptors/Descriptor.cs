using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Descriptors;

/// <summary>
/// What a guest's descriptor stands for. Each operation answers here as it does where it has no meaning, so a kind of descriptor
/// says only what it can do.
/// </summary>
internal abstract class Descriptor
{
    private Rights _dropped;

    /// <summary>What kind of thing this is, as the guest sees it.</summary>
    public abstract WasiFileType Type { get; }

    /// <summary>What this kind of descriptor can do.</summary>
    protected abstract Rights Able { get; }

    /// <summary>What the descriptors opened through this one can do.</summary>
    protected virtual Rights AbleInheriting => Rights.None;

    /// <summary>The flags that the guest set.</summary>
    public DescriptorFlags Flags { get; protected set; }

    /// <summary>Whether the guest wants to hear <see cref="Errno.Again"/> rather than wait.</summary>
    public bool IsNonBlocking => (Flags & DescriptorFlags.NonBlocking) != 0;

    public DescriptorStatus Status => new(Type, Flags, Able & ~_dropped, AbleInheriting & ~_dropped);

    /// <summary>Whether the guest gave up a right. That it never had one shows in what the operation itself answers.</summary>
    public bool HasDropped(Rights rights) => (_dropped & rights) != 0;

    /// <summary>Narrows the rights for good.</summary>
    public Errno SetRights(Rights rights, Rights inheriting)
    {
        DescriptorStatus now = Status;
        if ((rights & ~now.Base) != 0 || (inheriting & ~now.Inheriting) != 0)
            return Errno.NotCapable;
        _dropped |= (now.Base & ~rights) | (now.Inheriting & ~inheriting);
        return Errno.Success;
    }

    /// <summary>Sets the flags.</summary>
    public virtual Errno SetFlags(DescriptorFlags flags) => Errno.NotSupported;

    /// <summary>Reads at the present position; 0 bytes are the end, and <see cref="Errno.Again"/> means that there is nothing
    /// yet.</summary>
    public virtual Errno Read(Span<byte> buffer, out int read)
    {
        read = 0;
        return Errno.BadDescriptor;
    }

    /// <summary>Whether a read fills all of the guest's buffers, as it does where nothing has to be waited for.</summary>
    public virtual bool ReadsAll => false;

    /// <summary>Writes at the present position, and all unless it fails; <see cref="Errno.Again"/> means that there is no room for
    /// the rest yet.</summary>
    public virtual Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        return Errno.BadDescriptor;
    }

    /// <summary>Reads at a position of the guest's choice.</summary>
    public virtual Errno ReadAt(ulong position, Span<byte> buffer, out int read)
    {
        read = 0;
        return Errno.InvalidSeek;
    }

    /// <summary>Writes at a position of the guest's choice, and all unless it fails.</summary>
    public virtual Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        return Errno.InvalidSeek;
    }

    /// <summary>Moves the position.</summary>
    public virtual Errno Seek(long offset, SeekOrigin origin, out ulong position)
    {
        position = 0;
        return Errno.InvalidSeek;
    }

    /// <summary>Says how a range will be used.</summary>
    public virtual Errno Advise() => Errno.InvalidSeek;

    /// <summary>Makes room for a range.</summary>
    public virtual Errno Allocate(ulong offset, ulong length) => Errno.InvalidSeek;

    /// <summary>Changes the size.</summary>
    public virtual Errno SetSize(ulong size) => Errno.Invalid;

    /// <summary>Changes the times.</summary>
    public virtual Errno SetTimes(ulong? accessed, ulong? modified) => Errno.NotSupported;

    /// <summary>Makes what was written survive the machine.</summary>
    public virtual Errno Sync(bool dataOnly) => Flush();

    /// <summary>Hands what was written to whoever keeps it.</summary>
    public virtual Errno Flush() => Errno.Success;

    /// <summary>What is known about the thing.</summary>
    public virtual Errno Stat(out WasiFileStatus status)
    {
        status = default(WasiFileStatus) with { Type = Type };
        return Errno.Success;
    }

    /// <summary>Whether reading (or writing) would answer without waiting, and <see cref="Errno.Again"/> where it would not.</summary>
    /// <param name="write">Whether it is about writing.</param>
    /// <param name="available">How many bytes there are at least.</param>
    /// <param name="flags">What else is to be told.</param>
    public virtual Errno Poll(bool write, out ulong available, out EventFlags flags)
    {
        available = 0;
        flags = EventFlags.None;
        return Errno.BadDescriptor;
    }

    /// <summary>Says what to wait for after <see cref="Errno.Again"/>.</summary>
    /// <returns>Whether there is anything that would tell.</returns>
    public virtual bool Await(bool write, Waiting waiting) => false;

    /// <summary>Lets go of the thing.</summary>
    public virtual Errno Close() => Flush();
}
