using Microsoft.Win32.SafeHandles;

namespace Wasil.Wasi.Files.Managed;

/// <summary>An open file of the host, by .NET's own means.</summary>
internal sealed class ManagedFile(SafeFileHandle handle, string path, bool read, bool write) : WasiFile
{
    private readonly Lock _gate = new();

    public override Errno Stat(out WasiFileStatus status)
    {
        WasiFileStatus found = default;
        Errno error = ManagedErrno.Try(() =>
        {
            found = ManagedDirectory.StatusOf(new FileInfo(path)) with { Type = WasiFileType.RegularFile, Size = (ulong)RandomAccess.GetLength(handle) };
            return Errno.Success;
        });
        status = found;
        return error;
    }

    public override Errno ReadAt(ulong position, Span<byte> buffer, out int count)
    {
        count = 0;
        if (!read)
            return Errno.BadDescriptor;
        if (position > long.MaxValue)
            return Errno.Invalid;
        try
        {
            count = RandomAccess.Read(handle, buffer, (long)position);
            return Errno.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            return ManagedErrno.ToErrno(exception);
        }
    }

    public override Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        if (!write)
            return Errno.BadDescriptor;
        if (position > (ulong)(long.MaxValue - buffer.Length))
            return Errno.FileTooBig;
        try
        {
            RandomAccess.Write(handle, buffer, (long)position);
            written = buffer.Length;
            return Errno.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            return ManagedErrno.ToErrno(exception);
        }
    }

    public override Errno Append(ReadOnlySpan<byte> buffer, out int written, out ulong position)
    {
        lock (_gate)
        {
            position = 0;
            written = 0;
            if (!write)
                return Errno.BadDescriptor;
            ulong end = (ulong)RandomAccess.GetLength(handle);
            Errno error = WriteAt(end, buffer, out written);
            position = end + (ulong)written;
            return error;
        }
    }

    public override Errno SetSize(ulong size) => !write ? Errno.BadDescriptor : size > long.MaxValue ? Errno.FileTooBig : ManagedErrno.Try(() =>
    {
        RandomAccess.SetLength(handle, (long)size);
        return Errno.Success;
    });

    public override Errno Allocate(ulong offset, ulong length)
    {
        if (!write)
            return Errno.BadDescriptor;
        if (offset > long.MaxValue || length > long.MaxValue - offset)
            return Errno.FileTooBig;
        return (long)(offset + length) > RandomAccess.GetLength(handle) ? SetSize(offset + length) : Errno.Success;
    }

    public override Errno SetTimes(ulong? accessed, ulong? modified) => ManagedErrno.Try(() =>
    {
        if (accessed is { } access)
            File.SetLastAccessTimeUtc(handle, ManagedDirectory.TimeOf(access));
        if (modified is { } change)
            File.SetLastWriteTimeUtc(handle, ManagedDirectory.TimeOf(change));
        return Errno.Success;
    });

    public override Errno Sync(bool dataOnly) => ManagedErrno.Try(() =>
    {
        RandomAccess.FlushToDisk(handle);
        return Errno.Success;
    });

    protected override void Close() => handle.Dispose();
}
