using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Descriptors;

/// <summary>An open file, with the guest's position in it.</summary>
internal sealed class FileDescriptor : Descriptor
{
    private readonly WasiFile _file;
    private readonly Rights _rights;
    // Threads of a guest that share the position take turns.
    private readonly Lock _turn = new();
    private ulong _position;

    public FileDescriptor(WasiFile file, Rights rights, DescriptorFlags flags)
    {
        _file = file;
        _rights = rights & Kind;
        Flags = flags;
    }

    /// <summary>What can be done with files.</summary>
    public const Rights Kind = Rights.FdDataSync | Rights.FdRead | Rights.FdSeek | Rights.FdSetFlags | Rights.FdSync | Rights.FdTell
        | Rights.FdWrite | Rights.FdAdvise | Rights.FdAllocate | Rights.FdFileStatGet | Rights.FdFileStatSetSize
        | Rights.FdFileStatSetTimes | Rights.PollFdReadWrite;

    /// <summary>The right for which a file is opened for writing. Go asks for the rights to change sizes even where it only reads,
    /// so those do not count.</summary>
    public const Rights Writing = Rights.FdWrite;

    public override WasiFileType Type => WasiFileType.RegularFile;

    public override bool ReadsAll => true;

    protected override Rights Able => _rights;

    private bool IsSynchronous => (Flags & (DescriptorFlags.Sync | DescriptorFlags.DataSync)) != 0;

    public override Errno SetFlags(DescriptorFlags flags)
    {
        Flags = flags;
        return Errno.Success;
    }

    public override Errno Read(Span<byte> buffer, out int read)
    {
        lock (_turn)
        {
            Errno error = ReadAt(_position, buffer, out read);
            _position += (uint)read;
            return error;
        }
    }

    public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        lock (_turn)
            return WriteInTurn(buffer, out written);
    }

    private Errno WriteInTurn(ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if ((_rights & Rights.FdWrite) == 0)
            return Errno.BadDescriptor;
        if ((Flags & DescriptorFlags.Append) == 0)
        {
            Errno result = WriteAt(_position, buffer, out written);
            _position += (uint)written;
            return result;
        }

        Errno error = Errno.Success;
        while (written < buffer.Length && error == Errno.Success)
        {
            error = _file.Append(buffer[written..], out int part, out ulong end);
            written += part;
            if (error == Errno.Success)
                _position = end;
        }

        return error == Errno.Success && IsSynchronous ? Flush() : error;
    }

    public override Errno ReadAt(ulong position, Span<byte> buffer, out int read)
    {
        read = 0;
        return (_rights & Rights.FdRead) == 0 ? Errno.BadDescriptor : _file.ReadAt(position, buffer, out read);
    }

    public override Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if ((_rights & Rights.FdWrite) == 0)
            return Errno.BadDescriptor;
        Errno error = Errno.Success;
        while (written < buffer.Length && error == Errno.Success)
        {
            error = _file.WriteAt(position + (uint)written, buffer[written..], out int part);
            written += part;
        }

        return error == Errno.Success && IsSynchronous ? Flush() : error;
    }

    public override Errno Seek(long offset, SeekOrigin origin, out ulong position)
    {
        lock (_turn)
            return SeekInTurn(offset, origin, out position);
    }

    private Errno SeekInTurn(long offset, SeekOrigin origin, out ulong position)
    {
        position = _position;
        ulong start = 0;
        if (origin == SeekOrigin.Current)
        {
            start = _position;
        }
        else if (origin == SeekOrigin.End)
        {
            if (_file.Stat(out WasiFileStatus status) is not Errno.Success and var error)
                return error;
            start = status.Size;
        }

        Int128 target = (Int128)start + offset;
        if (target < 0 || target > long.MaxValue)
            return Errno.Invalid;
        position = _position = (ulong)target;
        return Errno.Success;
    }

    public override Errno Advise() => Errno.Success;

    public override Errno Allocate(ulong offset, ulong length) =>
        length == 0 ? Errno.Invalid : (_rights & Rights.FdAllocate) == 0 ? Errno.BadDescriptor : _file.Allocate(offset, length);

    public override Errno SetSize(ulong size) =>
        (_rights & Rights.FdFileStatSetSize) == 0 ? Errno.BadDescriptor : _file.SetSize(size);

    public override Errno SetTimes(ulong? accessed, ulong? modified) => _file.SetTimes(accessed, modified);

    public override Errno Sync(bool dataOnly) => _file.Sync(dataOnly);

    public override Errno Stat(out WasiFileStatus status) => _file.Stat(out status);

    public override Errno Poll(bool write, out ulong available, out EventFlags flags)
    {
        flags = EventFlags.None;
        available = 1 << 16;
        if ((_rights & (write ? Rights.FdWrite : Rights.FdRead)) == 0)
            return Errno.BadDescriptor;
        if (write)
            return Errno.Success;
        Errno error = _file.Stat(out WasiFileStatus status);
        available = status.Size > _position ? status.Size - _position : 0;
        return error;
    }

    public override Errno Close()
    {
        _file.Dispose();
        return Errno.Success;
    }
}
