using Wasil.Wasi.Descriptors;
using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

internal sealed partial class Preview1
{
    private const int MaxAdvice = 5;

    private Errno FdAdvise(int fd, ulong offset, ulong length, int advice)
    {
        if (_descriptors.Find(fd, Rights.FdAdvise, out Descriptor descriptor) is not Errno.Success and var error)
            return error;
        return (uint)advice > MaxAdvice ? Errno.Invalid : descriptor.Advise();
    }

    private Errno FdAllocate(int fd, ulong offset, ulong length) =>
        _descriptors.Find(fd, Rights.FdAllocate, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : descriptor.Allocate(offset, length);

    private Errno FdClose(int fd) => _descriptors.Close(fd);

    private Errno FdDatasync(int fd) =>
        _descriptors.Find(fd, Rights.FdDataSync, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : descriptor.Flush();

    private Errno FdFdstatGet(Caller caller, int fd, uint result)
    {
        if (_descriptors.Find(fd, Rights.None, out Descriptor descriptor) is not Errno.Success and var error)
            return error;
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<DescriptorStatus> place))
            return Errno.Fault;
        place.Set(descriptor.Status);
        return Errno.Success;
    }

    private Errno FdFdstatSetFlags(int fd, int flags)
    {
        if (_descriptors.Find(fd, Rights.FdSetFlags, out Descriptor descriptor) is not Errno.Success and var error)
            return error;
        return (flags & ~(int)DescriptorFlags.All) != 0 ? Errno.Invalid : descriptor.SetFlags((DescriptorFlags)flags);
    }

    private Errno FdFdstatSetRights(int fd, Rights rights, Rights inheriting) =>
        _descriptors.Find(fd, Rights.None, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : descriptor.SetRights(rights, inheriting);

    private Errno FdFilestatGet(Caller caller, int fd, uint result)
    {
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<FileStatus> place))
            return Stat(fd, out _) is not Errno.Success and var earlier ? earlier : Errno.Fault;
        if (Stat(fd, out FileStatus status) is not Errno.Success and var error)
            return error;
        place.Set(status);
        return Errno.Success;
    }

    private Errno FdFilestatGetUnstable(Caller caller, int fd, uint result)
    {
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<UnstableFileStatus> place))
            return Stat(fd, out _) is not Errno.Success and var earlier ? earlier : Errno.Fault;
        if (Stat(fd, out FileStatus status) is not Errno.Success and var error)
            return error;
        place.Set(new UnstableFileStatus(status));
        return Errno.Success;
    }

    private Errno FdFilestatSetSize(int fd, ulong size) =>
        _descriptors.Find(fd, Rights.FdFileStatSetSize, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : descriptor.SetSize(size);

    // Only files have times.
    private Errno FdFilestatSetTimes(int fd, ulong accessed, ulong modified, int flags) =>
        _descriptors.Find(fd, Rights.FdFileStatSetTimes, out _) is not Errno.Success and var error ? error : Errno.NotSupported;

    // Nothing is mounted. A C library asks for descriptor 3 and those after it until it gets this answer.
    private Errno FdPrestatGet(Caller caller, int fd, uint result) => Errno.BadDescriptor;

    private Errno FdPrestatDirName(Caller caller, int fd, uint path, uint length) => Errno.BadDescriptor;

    private Errno FdReaddir(Caller caller, int fd, uint buffer, uint length, ulong cookie, uint result) =>
        NoDirectory(fd, Rights.FdReadDirectory);

    private Errno FdRenumber(int from, int to) => _descriptors.Renumber(from, to);

    // WASI counts the origins as .NET does: start, present position, end.
    private Errno FdSeek(Caller caller, int fd, long offset, uint whence, uint result) =>
        Seek(caller, fd, offset, whence <= 2 ? (SeekOrigin)whence : null, result);

    private Errno FdSeekUnstable(Caller caller, int fd, long offset, uint whence, uint result) =>
        Seek(caller, fd, offset, whence switch { 0 => SeekOrigin.Current, 1 => SeekOrigin.End, 2 => SeekOrigin.Begin, _ => null }, result);

    private Errno FdSync(int fd) =>
        _descriptors.Find(fd, Rights.FdSync, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : descriptor.Flush();

    private Errno FdTell(Caller caller, int fd, uint result) => Seek(caller, fd, 0, SeekOrigin.Current, result, Rights.FdTell);

    private Errno Seek(Caller caller, int fd, long offset, SeekOrigin? origin, uint result, Rights rights = Rights.FdSeek)
    {
        if (_descriptors.Find(fd, rights, out Descriptor descriptor) is not Errno.Success and var error)
            return error;
        if (origin is null)
            return Errno.Invalid;
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<ulong> place))
            return Errno.Fault;
        if (descriptor.Seek(offset, origin.Value, out ulong position) is not Errno.Success and var seekError)
            return seekError;
        place.Set(position);
        return Errno.Success;
    }

    private Errno Stat(int fd, out FileStatus status)
    {
        status = default;
        return _descriptors.Find(fd, Rights.FdFileStatGet, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : descriptor.Stat(out status);
    }
}
