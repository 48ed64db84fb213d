using System.Text;
using Wasil.Wasi.Descriptors;
using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Functions;

// Paths are relative to a directory that the guest has open.
internal sealed partial class Preview1
{
    private const int FollowLinks = 1;

    private const int OpenCreate = 1, OpenDirectory = 2, OpenExclusive = 4, OpenTruncate = 8, OpenAll = 15;

    private const int SetAccessed = 1, SetAccessedNow = 2, SetModified = 4, SetModifiedNow = 8, SetTimesAll = 15;

    // Neither replaces what it does not understand, nor accepts it.
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private Errno PathCreateDirectory(Caller caller, int fd, WasmAddress path, WasmAddress length) =>
        Resolve(caller, fd, Rights.PathCreateDirectory, path, length, out WasiDirectory directory, out string name) is not Errno.Success and var error
            ? error : _usage.Create(() => directory.CreateDirectory(name));

    private Errno PathFilestatGet(Caller caller, int fd, int lookup, WasmAddress path, WasmAddress length, WasmAddress result)
    {
        if (Stat(caller, fd, lookup, path, length, out WasiFileStatus status) is not Errno.Success and var error)
            return error;
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<FileStatus> place))
            return Errno.Fault;
        place.Set(new FileStatus(status));
        return Errno.Success;
    }

    private Errno PathFilestatGetUnstable(Caller caller, int fd, int lookup, WasmAddress path, WasmAddress length, WasmAddress result)
    {
        if (Stat(caller, fd, lookup, path, length, out WasiFileStatus status) is not Errno.Success and var error)
            return error;
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<UnstableFileStatus> place))
            return Errno.Fault;
        place.Set(new UnstableFileStatus(status));
        return Errno.Success;
    }

    private Errno PathFilestatSetTimes(
        Caller caller, int fd, int lookup, WasmAddress path, WasmAddress length, ulong accessed, ulong modified, int flags)
    {
        if (Resolve(caller, fd, Rights.PathFileStatSetTimes, path, length, out WasiDirectory directory, out string name) is not Errno.Success and var error)
            return error;
        return TimesOf(accessed, modified, flags, out ulong? newAccessed, out ulong? newModified) is not Errno.Success and var timeError
            ? timeError : directory.SetTimesAt(name, (lookup & FollowLinks) != 0, newAccessed, newModified);
    }

    private Errno PathLink(
        Caller caller, int fd, int lookup, WasmAddress path, WasmAddress length, int newFd, WasmAddress newPath, WasmAddress newLength)
    {
        if (Resolve(caller, fd, Rights.PathLinkSource, path, length, out WasiDirectory directory, out string name) is not Errno.Success and var error)
            return error;
        return Resolve(caller, newFd, Rights.PathLinkTarget, newPath, newLength, out WasiDirectory target, out string newName) is not Errno.Success and var newError
            ? newError : _usage.Create(() => directory.Link(name, (lookup & FollowLinks) != 0, target, newName));
    }

    private Errno PathOpen(
        Caller caller, int fd, int lookup, WasmAddress path, WasmAddress length, int open, Rights rights, Rights inheriting, int flags, WasmAddress result)
    {
        if (_descriptors.FindDirectory(fd, Rights.PathOpen, out DirectoryDescriptor parent) is not Errno.Success and var error)
            return error;
        if (ReadPath(caller, path, length, out string name) is not Errno.Success and var pathError)
            return pathError;
        if ((open & ~OpenAll) != 0 || (flags & ~(int)DescriptorFlags.All) != 0)
            return Errno.Invalid;
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<int> place))
            return Errno.Fault;
        if (((open & OpenCreate) != 0 && parent.HasDropped(Rights.PathCreateFile))
            || ((open & OpenTruncate) != 0 && parent.HasDropped(Rights.PathFileStatSetSize)))
            return Errno.NotCapable;
        if (!_descriptors.HasRoom)
            return Errno.TooManyDescriptors;

        // What the directory does not hand on cannot be asked for; guests ask for everything and look at what they got.
        rights &= parent.Status.Inheriting;
        inheriting &= parent.Status.Inheriting;
        bool isDirectory = (open & OpenDirectory) != 0;
        bool writes = (rights & FileDescriptor.Writing) != 0 || (open & OpenTruncate) != 0;
        var options = new WasiOpenOptions
        {
            Read = (rights & (Rights.FdRead | Rights.FdReadDirectory)) != 0 || !writes,
            Write = writes && !isDirectory,
            Create = (open & OpenCreate) != 0,
            Exclusive = (open & OpenExclusive) != 0,
            Truncate = (open & OpenTruncate) != 0,
            Directory = isDirectory,
            FollowLinks = (lookup & FollowLinks) != 0,
        };
        WasiNode? node = null;
        bool mayCreate = options.Create && _usage.CountsEntries
            && parent.Directory.StatAt(name, options.FollowLinks, out _) == Errno.NoEntry;
        Errno openError = mayCreate
            ? _usage.Create(() => parent.Directory.Open(name, options, out node))
            : parent.Directory.Open(name, options, out node);
        if (openError != Errno.Success)
            return openError;
        // A directory that is asked for as such is opened for reading, yet whoever means to write must hear that it cannot be.
        if (node is WasiDirectory && (rights & Rights.FdWrite) != 0)
        {
            node.Dispose();
            return Errno.IsDirectory;
        }

        Descriptor opened = node switch
        {
            WasiDirectory directory => new DirectoryDescriptor(directory, rights, inheriting),
            WasiDevice device => new DeviceDescriptor(device, rights, (DescriptorFlags)flags),
            _ => new FileDescriptor((WasiFile)node!, rights, (DescriptorFlags)flags),
        };
        // Another thread may have taken the last place.
        if (_descriptors.Add(opened, out int number) is not Errno.Success and var addError)
        {
            opened.Close();
            return addError;
        }

        place.Set(number);
        return Errno.Success;
    }

    private Errno PathReadlink(Caller caller, int fd, WasmAddress path, WasmAddress length, WasmAddress buffer, WasmAddress bufferLength, WasmAddress result)
    {
        if (Resolve(caller, fd, Rights.PathReadLink, path, length, out WasiDirectory directory, out string name) is not Errno.Success and var error)
            return error;
        var memory = new GuestMemory(caller);
        if (!memory.TryPlaceAddress(result, out GuestMemory.AddressPlace place) || !memory.Contains(buffer, bufferLength))
            return Errno.Fault;
        if (directory.ReadLink(name, out string target) is not Errno.Success and var linkError)
            return linkError;
        byte[] bytes = Encoding.UTF8.GetBytes(target);
        // What does not fit is cut off, as POSIX has it.
        ulong written = Math.Min((ulong)bytes.Length, bufferLength);
        if (!memory.TryWrite(buffer, bytes.AsSpan(0, (int)written)))
            return Errno.Fault;
        place.Set(written);
        return Errno.Success;
    }

    private Errno PathRemoveDirectory(Caller caller, int fd, WasmAddress path, WasmAddress length) =>
        Resolve(caller, fd, Rights.PathRemoveDirectory, path, length, out WasiDirectory directory, out string name) is not Errno.Success and var error
            ? error : directory.RemoveDirectory(name);

    private Errno PathRename(Caller caller, int fd, WasmAddress path, WasmAddress length, int newFd, WasmAddress newPath, WasmAddress newLength)
    {
        if (Resolve(caller, fd, Rights.PathRenameSource, path, length, out WasiDirectory directory, out string name) is not Errno.Success and var error)
            return error;
        return Resolve(caller, newFd, Rights.PathRenameTarget, newPath, newLength, out WasiDirectory target, out string newName) is not Errno.Success and var newError
            ? newError : directory.Rename(name, target, newName);
    }

    private Errno PathSymlink(Caller caller, WasmAddress target, WasmAddress targetLength, int fd, WasmAddress path, WasmAddress length)
    {
        if (Resolve(caller, fd, Rights.PathSymlink, path, length, out WasiDirectory directory, out string name) is not Errno.Success and var error)
            return error;
        return ReadPath(caller, target, targetLength, out string text) is not Errno.Success and var targetError
            ? targetError : _usage.Create(() => directory.Symlink(text, name));
    }

    private Errno PathUnlinkFile(Caller caller, int fd, WasmAddress path, WasmAddress length) =>
        Resolve(caller, fd, Rights.PathUnlinkFile, path, length, out WasiDirectory directory, out string name) is not Errno.Success and var error
            ? error : directory.UnlinkFile(name);

    private Errno Stat(Caller caller, int fd, int lookup, WasmAddress path, WasmAddress length, out WasiFileStatus status)
    {
        status = default;
        if (Resolve(caller, fd, Rights.PathFileStatGet, path, length, out WasiDirectory directory, out string name) is not Errno.Success and var error)
            return error;
        return directory.StatAt(name, (lookup & FollowLinks) != 0, out status);
    }

    private Errno Resolve(
        Caller caller, int fd, Rights rights, WasmAddress path, WasmAddress length, out WasiDirectory directory, out string name)
    {
        directory = null!;
        name = "";
        if (_descriptors.FindDirectory(fd, rights, out DirectoryDescriptor descriptor) is not Errno.Success and var error)
            return error;
        directory = descriptor.Directory;
        return ReadPath(caller, path, length, out name);
    }

    private static Errno ReadPath(Caller caller, WasmAddress path, WasmAddress length, out string text)
    {
        text = "";
        var memory = new GuestMemory(caller);
        if (!memory.Contains(path, length))
            return Errno.Fault;
        if (length > WasiDirectory.MaxPathBytes)
            return Errno.NameTooLong;
        if (!memory.TrySlice(path, (int)length.Value, out Span<byte> bytes))
            return Errno.Fault;
        try
        {
            // A copy: what a thread of the guest writes meanwhile would be counted as one text and decoded as another.
            text = s_strictUtf8.GetString(bytes.ToArray());
            return Errno.Success;
        }
        catch (DecoderFallbackException)
        {
            return Errno.IllegalSequence;
        }
    }

    private Errno TimesOf(ulong accessed, ulong modified, int flags, out ulong? newAccessed, out ulong? newModified)
    {
        newAccessed = newModified = null;
        const int bothAccessed = SetAccessed | SetAccessedNow, bothModified = SetModified | SetModifiedNow;
        if ((flags & ~SetTimesAll) != 0 || (flags & bothAccessed) == bothAccessed || (flags & bothModified) == bothModified)
            return Errno.Invalid;
        ulong now = 0;
        if ((flags & (SetAccessedNow | SetModifiedNow)) != 0 && _clocks.Read(ClockId.Realtime, out now) is not Errno.Success and var error)
            return error;
        newAccessed = (flags & SetAccessed) != 0 ? accessed : (flags & SetAccessedNow) != 0 ? now : null;
        newModified = (flags & SetModified) != 0 ? modified : (flags & SetModifiedNow) != 0 ? now : null;
        return Errno.Success;
    }
}
