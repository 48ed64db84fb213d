using Microsoft.Win32.SafeHandles;

namespace Wasil.Wasi.Files.Linux;

/// <summary>An open file of the host.</summary>
internal sealed class LinuxFile(SafeFileHandle handle) : WasiFile
{
    private readonly Lock _gate = new();
    private bool _appends;

    public override Errno Stat(out WasiFileStatus status) => LibC.Stat(handle, "", LibC.EmptyPath, out status);

    public override Errno ReadAt(ulong position, Span<byte> buffer, out int read)
    {
        read = 0;
        return position > long.MaxValue ? Errno.Invalid : LibC.Read(handle, buffer, position, out read);
    }

    public override Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if (position > long.MaxValue)
            return Errno.FileTooBig;
        // Linux appends wherever the position is, once a descriptor is for appending.
        return _appends && SetAppends(false) is not Errno.Success and var error
            ? error : LibC.Write(handle, buffer, position, out written);
    }

    public override Errno Append(ReadOnlySpan<byte> buffer, out int written, out ulong position)
    {
        written = 0;
        position = 0;
        if (!_appends && SetAppends(true) is not Errno.Success and var error)
            return error;
        if (LibC.Write(handle, buffer, null, out written) is not Errno.Success and var writeError)
            return writeError;
        Errno statError = Stat(out WasiFileStatus status);
        position = status.Size;
        return statError;
    }

    public override Errno SetSize(ulong size) => size > long.MaxValue ? Errno.FileTooBig : LibC.SetSize(handle, size);

    public override Errno Allocate(ulong offset, ulong length) =>
        offset > long.MaxValue || length > long.MaxValue - offset ? Errno.FileTooBig : LibC.Allocate(handle, offset, length);

    public override Errno SetTimes(ulong? accessed, ulong? modified) => LibC.SetTimes(handle, null, accessed, modified);

    public override Errno SetMode(int mode) => LibC.SetMode(handle, mode & 0b111_111_111);

    public override Errno Sync(bool dataOnly) => LibC.Sync(handle, dataOnly);

    protected override void Close() => handle.Dispose();

    private Errno SetAppends(bool appends)
    {
        lock (_gate)
        {
            Errno error = LibC.SetAppend(handle, appends);
            if (error == Errno.Success)
                _appends = appends;
            return error;
        }
    }
}
