namespace Wasil.Wasi.Files;

/// <summary>An open file in memory.</summary>
internal sealed class MemoryFile : WasiFile
{
    private readonly MemoryFileNode _node;
    private readonly bool _read;
    private readonly bool _write;
    private bool _isClosed;

    /// <summary>Opens it, under the lock.</summary>
    public MemoryFile(MemoryFileNode node, bool read, bool write)
    {
        _node = node;
        _read = read;
        _write = write;
        node.Open();
    }

    public override Errno Stat(out WasiFileStatus status)
    {
        lock (_node.System.Gate)
            status = _node.Status;
        return Errno.Success;
    }

    public override Errno ReadAt(ulong position, Span<byte> buffer, out int read)
    {
        read = 0;
        if (!_read)
            return Errno.BadDescriptor;
        lock (_node.System.Gate)
            return _node.Read(position, buffer, out read);
    }

    public override Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if (!_write)
            return Errno.BadDescriptor;
        lock (_node.System.Gate)
            return _node.Write(position, buffer, out written);
    }

    public override Errno Append(ReadOnlySpan<byte> buffer, out int written, out ulong position)
    {
        written = 0;
        position = 0;
        if (!_write)
            return Errno.BadDescriptor;
        lock (_node.System.Gate)
        {
            Errno error = _node.Write(_node.Size, buffer, out written);
            position = _node.Size;
            return error;
        }
    }

    public override Errno SetSize(ulong size)
    {
        if (!_write)
            return Errno.BadDescriptor;
        lock (_node.System.Gate)
            return _node.SetSize(size);
    }

    public override Errno Allocate(ulong offset, ulong length)
    {
        if (!_write)
            return Errno.BadDescriptor;
        if (length > ulong.MaxValue - offset)
            return Errno.FileTooBig;
        lock (_node.System.Gate)
            return offset + length > _node.Size ? _node.SetSize(offset + length) : Errno.Success;
    }

    public override Errno SetTimes(ulong? accessed, ulong? modified)
    {
        lock (_node.System.Gate)
            return _node.SetTimes(accessed, modified);
    }

    public override Errno SetMode(int mode)
    {
        lock (_node.System.Gate)
            _node.Mode = mode & 0b111_111_111;
        return Errno.Success;
    }

    protected override void Close()
    {
        lock (_node.System.Gate)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            _node.Close();
        }
    }
}
