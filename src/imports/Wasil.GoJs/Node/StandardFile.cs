namespace Wasil.GoJs.Node;

/// <summary>One of the three descriptors that every program has.</summary>
internal sealed class StandardFile(int descriptor, Running.Output? output) : OpenedFile
{
    public override FileStatus Status() => new(FileKind.CharacterDevice, 0x190, 0, (ulong)descriptor + 1, 1, 0, 0, 0, 0);

    // Input is read by a thread that may wait, and not here.
    public override int Read(Span<byte> bytes, long? position) => throw new NodeError("EBADF");

    public override int Write(ReadOnlySpan<byte> bytes, long? position)
    {
        if (output is null)
            throw new NodeError("EBADF");
        if (position is not null)
            throw new NodeError("ESPIPE");
        output.Write(descriptor, bytes);
        return bytes.Length;
    }

    public override void SetLength(long length) => throw new NodeError("EINVAL");

    public override void SetPermissions(uint mode) => throw new NodeError("EPERM");

    public override void Sync()
    {
        if (output is null)
            throw new NodeError("EINVAL");
        output.Flush();
    }

    public override void Dispose()
    {
    }
}
