using Wasil.Wasi;

namespace Wasil.Emscripten.Files;

/// <summary>Standard input or output.</summary>
internal sealed class StreamFile(Stream stream, bool isOutput, bool isTerminal) : OpenFile
{
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
        catch (IOException)
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
            if (isTerminal)
                stream.Flush();
            written = buffer.Length;
            return Errno.Success;
        }
        catch (IOException)
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
        catch (IOException)
        {
            return Errno.IO;
        }
    }

    public override Errno Close() => Sync(dataOnly: true);
}
