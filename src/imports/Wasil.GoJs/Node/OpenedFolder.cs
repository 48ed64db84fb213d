namespace Wasil.GoJs.Node;

/// <summary>A folder that only stands for what is mounted below it.</summary>
internal sealed class OpenedFolder(FileStatus status) : OpenedFile
{
    public override FileStatus Status() => status;

    public override int Read(Span<byte> bytes, long? position) => throw new NodeError("EISDIR");

    public override int Write(ReadOnlySpan<byte> bytes, long? position) => throw new NodeError("EBADF");

    public override void SetLength(long length) => throw new NodeError("EINVAL");

    public override void SetPermissions(uint mode) => throw new NodeError("EROFS");

    public override void Sync()
    {
    }

    public override void Dispose()
    {
    }
}
