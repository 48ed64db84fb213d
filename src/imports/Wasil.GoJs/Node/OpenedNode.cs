using Wasil.Wasi;

namespace Wasil.GoJs.Node;

/// <summary>A file or directory of a file system. Where it stands is kept here, as descriptors do.</summary>
internal sealed class OpenedNode(WasiNode node, bool appends) : OpenedFile
{
    private ulong _position;

    private WasiFile File => node as WasiFile ?? throw new NodeError("EISDIR");

    public override FileStatus Status()
    {
        NodeError.ThrowIf(node.Stat(out WasiFileStatus status));
        return FileStatus.Of(status);
    }

    public override int Read(Span<byte> bytes, long? position)
    {
        NodeError.ThrowIf(File.ReadAt((ulong?)position ?? _position, bytes, out int count));
        if (position is null)
            _position += (uint)count;
        return count;
    }

    public override int Write(ReadOnlySpan<byte> bytes, long? position)
    {
        // As on Linux, what appends does so wherever it is told to write.
        if (appends)
        {
            Check(File.Append(bytes, out int appended, out ulong end), appended);
            _position = end;
            return appended;
        }

        Check(File.WriteAt((ulong?)position ?? _position, bytes, out int count), count);
        if (position is null)
            _position += (uint)count;
        return count;
    }

    public override void SetLength(long length) => NodeError.ThrowIf(
        node is WasiFile file ? file.SetSize((ulong)length) : Errno.Invalid);

    public override void SetPermissions(uint mode) => NodeError.ThrowIf(node.SetMode((int)(mode & 0x1ff)));

    public override void Sync() => NodeError.ThrowIf(node.Sync(dataOnly: false));

    public override void Dispose() => node.Dispose();

    // What was written before it failed is told first.
    private static void Check(Errno errno, int count)
    {
        if (count == 0)
            NodeError.ThrowIf(errno);
    }
}
