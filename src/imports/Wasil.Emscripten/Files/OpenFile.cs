using Wasil.Wasi;

namespace Wasil.Emscripten.Files;

/// <summary>What descriptors stand for: several may share one, with its position and flags, as <c>dup</c> makes them.</summary>
internal abstract class OpenFile
{
    /// <summary>How many descriptors there are for it.</summary>
    public int References { get; set; }

    /// <summary>The flags of <c>open</c> that <c>fcntl</c> tells and changes.</summary>
    public OpenFlags Flags { get; set; }

    /// <summary>Where it was opened, from the root, or null for what has no path.</summary>
    public string? Path { get; init; }

    public virtual bool IsTerminal => false;

    /// <summary>Whether it can be positioned.</summary>
    public virtual bool IsSeekable => false;

    public virtual Errno Read(Span<byte> buffer, out int read)
    {
        read = 0;
        return Errno.BadDescriptor;
    }

    public virtual Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        return Errno.BadDescriptor;
    }

    public virtual Errno ReadAt(ulong position, Span<byte> buffer, out int read)
    {
        read = 0;
        return Errno.InvalidSeek;
    }

    public virtual Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        return Errno.InvalidSeek;
    }

    public virtual Errno Seek(long offset, int whence, out long position)
    {
        position = 0;
        return Errno.InvalidSeek;
    }

    public virtual Errno SetSize(ulong size) => Errno.Invalid;

    public virtual Errno Allocate(ulong offset, ulong length) => Errno.InvalidSeek;

    public virtual Errno SetMode(int mode) => Errno.Success;

    public virtual Errno SetTimes(ulong? accessed, ulong? modified) => Errno.Success;

    public virtual Errno Sync(bool dataOnly) => Errno.Success;

    public virtual Errno Stat(out WasiFileStatus status)
    {
        status = new WasiFileStatus(WasiFileType.CharacterDevice, 0, 0, 1, 0, 0, 0, 0, 0b110_110_110);
        return Errno.Success;
    }

    /// <summary>The names that are not read yet, and how many were; null where it is no directory.</summary>
    public virtual DirectoryFile? AsDirectory => null;

    /// <summary>Whether reading or writing would not have to wait.</summary>
    public virtual (bool Read, bool Write) Ready => (true, true);

    /// <summary>Whether the other end of a pipe is gone.</summary>
    public virtual bool HasHungUp => false;

    public virtual Errno Close() => Errno.Success;
}
