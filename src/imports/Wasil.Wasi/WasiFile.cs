namespace Wasil.Wasi;

/// <summary>An open file. It has no position of its own: that is the descriptor's.</summary>
/// <threadsafety>Any threads at once, and so has one of your own to be: the threads of a guest share what it has open.</threadsafety>
public abstract class WasiFile : WasiNode
{
    /// <inheritdoc/>
    public override WasiFileType Type => WasiFileType.RegularFile;

    /// <summary>Reads at a position.</summary>
    /// <param name="position">Where, in bytes from the start.</param>
    /// <param name="buffer">Where to; it is the guest's memory, and must not be used after the return.</param>
    /// <param name="read">How many bytes were read; 0 at the end of the file, and only there.</param>
    public abstract Errno ReadAt(ulong position, Span<byte> buffer, out int read);

    /// <summary>Writes at a position; what lies between the end of the file and the position becomes zero.</summary>
    /// <param name="position">Where, in bytes from the start.</param>
    /// <param name="buffer">The bytes.</param>
    /// <param name="written">How many were written, even where it fails.</param>
    public virtual Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        return Errno.BadDescriptor;
    }

    /// <summary>Writes at the end, wherever that is by then.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="written">How many were written, even where it fails.</param>
    /// <param name="position">Where the file ends then.</param>
    public virtual Errno Append(ReadOnlySpan<byte> buffer, out int written, out ulong position)
    {
        written = 0;
        position = 0;
        return Errno.BadDescriptor;
    }

    /// <summary>Changes the size: cuts the file, or adds zeros.</summary>
    /// <param name="size">The size in bytes.</param>
    public virtual Errno SetSize(ulong size) => Errno.BadDescriptor;

    /// <summary>Makes sure that there is room for a range, and that the file reaches to its end.</summary>
    /// <param name="offset">The first byte.</param>
    /// <param name="length">How many bytes, not 0.</param>
    public virtual Errno Allocate(ulong offset, ulong length) => Errno.NotSupported;
}
