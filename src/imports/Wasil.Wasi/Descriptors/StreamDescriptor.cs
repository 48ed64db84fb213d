using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Descriptors;

/// <summary>
/// Standard input, output or error: a stream of the host, which stays the host's. A guest cannot seek in it even where the host
/// could, as another program cannot in a pipe.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="write">Whether the guest writes to it rather than read from it.</param>
/// <param name="isTerminal">Whether a person sits at the other end. A C library takes a character device that cannot seek
/// for a terminal.</param>
/// <param name="isUnbuffered">Whether all that is written is handed on at once.</param>
internal sealed class StreamDescriptor(Stream stream, bool write, bool isTerminal, bool isUnbuffered) : Descriptor
{
    private const DescriptorFlags Synchronous = DescriptorFlags.Sync | DescriptorFlags.DataSync;

    private const ulong MostAtOnce = 1 << 16;

    // Streams are no safer than their makers made them; threads of a guest take turns.
    private readonly Lock _turn = new();
    private readonly ReadAhead _input = new(stream);

    private bool _written;

    public override WasiFileType Type => isTerminal ? WasiFileType.CharacterDevice : WasiFileType.Unknown;

    protected override Rights Able =>
        Rights.FdFileStatGet | Rights.FdSetFlags | Rights.PollFdReadWrite
        | (write ? Rights.FdWrite | Rights.FdSync | Rights.FdDataSync : Rights.FdRead);

    // Whether a stream would take bytes at once cannot be found out without giving it some.
    public override Errno SetFlags(DescriptorFlags flags)
    {
        if (write && (flags & DescriptorFlags.NonBlocking) != 0)
            return Errno.NotSupported;
        Flags = flags;
        return Errno.Success;
    }

    public override Errno Read(Span<byte> buffer, out int read)
    {
        read = 0;
        if (write || !stream.CanRead)
            return Errno.BadDescriptor;
        try
        {
            return IsNonBlocking && !stream.CanSeek && !_input.IsReady(out _) ? Errno.Again : _input.Read(buffer, out read);
        }
        catch (Exception exception) when (IsOfStream(exception))
        {
            return Errno.IO;
        }
    }

    public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if (!write || !stream.CanWrite)
            return Errno.BadDescriptor;
        try
        {
            lock (_turn)
            {
                _written = true;
                stream.Write(buffer);
            }

            written = buffer.Length;
            return isTerminal || isUnbuffered || (Flags & Synchronous) != 0 ? Flush() : Errno.Success;
        }
        catch (Exception exception) when (IsOfStream(exception))
        {
            return Errno.IO;
        }
    }

    public override Errno Flush()
    {
        try
        {
            lock (_turn)
            {
                if (!_written)
                    return Errno.Success;
                stream.Flush();
                _written = false;
            }

            return Errno.Success;
        }
        catch (Exception exception) when (IsOfStream(exception))
        {
            return Errno.IO;
        }
    }

    public override Errno Poll(bool toWrite, out ulong available, out EventFlags flags)
    {
        available = 0;
        flags = EventFlags.None;
        if (toWrite != write || !(write ? stream.CanWrite : stream.CanRead))
            return Errno.BadDescriptor;
        try
        {
            if (write)
            {
                available = MostAtOnce;
            }
            else if (stream.CanSeek)
            {
                // Where it is known how much there is, there is nothing to wait for.
                available = (ulong)Math.Max(stream.Length - stream.Position, 0);
            }
            else
            {
                if (!_input.IsReady(out int bytes))
                    return Errno.Again;
                available = (ulong)bytes;
                flags = bytes == 0 ? EventFlags.HangUp : EventFlags.None;
            }

            return Errno.Success;
        }
        catch (Exception exception) when (IsOfStream(exception))
        {
            return Errno.IO;
        }
    }

    public override bool Await(bool toWrite, Waiting waiting)
    {
        if (toWrite)
            return false;
        _input.Await(waiting);
        return true;
    }

    public override Errno Close()
    {
        _input.Close();
        return Flush();
    }

    // What a stream may throw because of what a guest does with it: a MemoryStream of fixed size says NotSupportedException when
    // it is full, and a stream that the host has closed meanwhile ObjectDisposedException. All else is the host's own, such as a
    // cancellation, and leaves the guest as it is.
    private static bool IsOfStream(Exception exception) =>
        exception is IOException or NotSupportedException or ObjectDisposedException or UnauthorizedAccessException;
}
