using Wasil.Wasi;

namespace Wasil.Emscripten.Files;

/// <summary>An open file, with the position that its descriptors share.</summary>
internal sealed class RegularFile(WasiFile file) : OpenFile
{
    private long _position;

    public override bool IsSeekable => true;

    private bool CanRead => (Flags & OpenFlags.AccessMask) != OpenFlags.WriteOnly;

    private bool CanWrite => (Flags & OpenFlags.AccessMask) != OpenFlags.ReadOnly;

    public override Errno Read(Span<byte> buffer, out int read)
    {
        Errno error = ReadAt((ulong)_position, buffer, out read);
        _position += read;
        return error;
    }

    public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if (!CanWrite)
            return Errno.BadDescriptor;
        if ((Flags & OpenFlags.Append) == 0)
        {
            Errno result = WriteAt((ulong)_position, buffer, out written);
            _position += written;
            return result;
        }

        Errno error = file.Append(buffer, out written, out ulong end);
        if (error == Errno.Success)
            _position = (long)end;
        return error;
    }

    public override Errno ReadAt(ulong position, Span<byte> buffer, out int read)
    {
        read = 0;
        return CanRead ? file.ReadAt(position, buffer, out read) : Errno.BadDescriptor;
    }

    public override Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        return CanWrite ? file.WriteAt(position, buffer, out written) : Errno.BadDescriptor;
    }

    public override Errno Seek(long offset, int whence, out long position)
    {
        position = _position;
        long start = 0;
        if (whence == 1)
        {
            start = _position;
        }
        else if (whence == 2)
        {
            if (file.Stat(out WasiFileStatus status) is not Errno.Success and var error)
                return error;
            start = (long)status.Size;
        }
        else if (whence != 0)
        {
            return Errno.Invalid;
        }

        Int128 target = (Int128)start + offset;
        if (target < 0 || target > long.MaxValue)
            return Errno.Invalid;
        position = _position = (long)target;
        return Errno.Success;
    }

    public override Errno SetSize(ulong size) => CanWrite ? file.SetSize(size) : Errno.Invalid;

    public override Errno Allocate(ulong offset, ulong length) => CanWrite ? file.Allocate(offset, length) : Errno.BadDescriptor;

    public override Errno SetMode(int mode) => file.SetMode(mode);

    public override Errno SetTimes(ulong? accessed, ulong? modified) => file.SetTimes(accessed, modified);

    public override Errno Sync(bool dataOnly) => file.Sync(dataOnly);

    public override Errno Stat(out WasiFileStatus status) => file.Stat(out status);

    public override Errno Close()
    {
        file.Dispose();
        return Errno.Success;
    }
}
