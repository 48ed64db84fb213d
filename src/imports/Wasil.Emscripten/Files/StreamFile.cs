using Wasil.Wasi;

namespace Wasil.Emscripten.Files;

/// <summary>Standard input or output.</summary>
/// <param name="stream">The host's stream, which stays its own.</param>
/// <param name="isOutput">Whether it is written.</param>
/// <param name="isTerminal">Whether the guest is told that it is a terminal.</param>
/// <param name="isUnbuffered">Whether what is written is handed on at once, though the stream may have a buffer.</param>
internal sealed class StreamFile(Stream stream, bool isOutput, bool isTerminal, bool isUnbuffered) : OpenFile
{
    public bool IsOutput => isOutput;

    public override bool IsTerminal => isTerminal;

    public override (bool Read, bool Write) Ready => (!isOutput, isOutput);

    public override Errno Read(Span<byte> buffer, out int read)
    {
        read = 0;
        if (isOutput)
            return Errno.BadDescriptor;
        try
        {
            read = stream.Read(buffer);
            return Errno.Success;
        }
        catch (Exception failure) when (IsOfStream(failure))
        {
            return Errno.IO;
        }
    }

    public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if (!isOutput)
            return Errno.BadDescriptor;
        try
        {
            stream.Write(buffer);
            if (isTerminal || isUnbuffered)
                stream.Flush();
            written = buffer.Length;
            return Errno.Success;
        }
        catch (Exception failure) when (IsOfStream(failure))
        {
            return Errno.IO;
        }
    }

    public override Errno Sync(bool dataOnly)
    {
        try
        {
            if (isOutput)
                stream.Flush();
            return Errno.Success;
        }
        catch (Exception failure) when (IsOfStream(failure))
        {
            return Errno.IO;
        }
    }

    // What a stream may throw, which the guest is told; all else is the host's.
    private static bool IsOfStream(Exception failure) =>
        failure is IOException or NotSupportedException or ObjectDisposedException or UnauthorizedAccessException;

    public override Errno Close() => Sync(dataOnly: true);
}
