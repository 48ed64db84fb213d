using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

// Paths are relative to a directory, and no descriptor is one.
internal sealed partial class Preview1
{
    private Errno PathCreateDirectory(Caller caller, int fd, uint path, uint length) => NoDirectory(fd, Rights.PathCreateDirectory);

    private Errno PathFilestatGet(Caller caller, int fd, int lookup, uint path, uint length, uint result) =>
        NoDirectory(fd, Rights.PathFileStatGet);

    private Errno PathFilestatGetUnstable(Caller caller, int fd, int lookup, uint path, uint length, uint result) =>
        NoDirectory(fd, Rights.PathFileStatGet);

    private Errno PathFilestatSetTimes(
        Caller caller, int fd, int lookup, uint path, uint length, ulong accessed, ulong modified, int flags) =>
        NoDirectory(fd, Rights.PathFileStatSetTimes);

    private Errno PathLink(
        Caller caller, int fd, int lookup, uint path, uint length, int newFd, uint newPath, uint newLength) =>
        NoDirectory(fd, Rights.PathLinkSource) is Errno.BadDescriptor ? Errno.BadDescriptor : NoDirectory(newFd, Rights.PathLinkTarget);

    private Errno PathOpen(
        Caller caller, int fd, int lookup, uint path, uint length, int open, Rights rights, Rights inheriting, int flags, uint result) =>
        NoDirectory(fd, Rights.PathOpen);

    private Errno PathReadlink(Caller caller, int fd, uint path, uint length, uint buffer, uint bufferLength, uint result) =>
        NoDirectory(fd, Rights.PathReadLink);

    private Errno PathRemoveDirectory(Caller caller, int fd, uint path, uint length) => NoDirectory(fd, Rights.PathRemoveDirectory);

    private Errno PathRename(Caller caller, int fd, uint path, uint length, int newFd, uint newPath, uint newLength) =>
        NoDirectory(fd, Rights.PathRenameSource) is Errno.BadDescriptor ? Errno.BadDescriptor : NoDirectory(newFd, Rights.PathRenameTarget);

    private Errno PathSymlink(Caller caller, uint target, uint targetLength, int fd, uint path, uint length) =>
        NoDirectory(fd, Rights.PathSymlink);

    private Errno PathUnlinkFile(Caller caller, int fd, uint path, uint length) => NoDirectory(fd, Rights.PathUnlinkFile);

    private Errno NoDirectory(int fd, Rights rights) =>
        _descriptors.Find(fd, rights, out _) is not Errno.Success and var error ? error : Errno.NotDirectory;
}
