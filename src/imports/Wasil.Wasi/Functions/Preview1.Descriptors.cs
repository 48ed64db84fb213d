using System.Runtime.InteropServices;
using System.Text;
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
            : Grow(descriptor, (UInt128)offset + length, () => descriptor.Allocate(offset, length));

    private Errno FdClose(int fd) => _descriptors.Close(fd);

    private Errno FdDatasync(int fd) =>
        _descriptors.Find(fd, Rights.FdDataSync, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : descriptor.Sync(dataOnly: true);

    private Errno FdFdstatGet(Caller caller, int fd, WasmAddress result)
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

    private Errno FdFilestatGet(Caller caller, int fd, WasmAddress result)
    {
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<FileStatus> place))
            return Stat(fd, out _) is not Errno.Success and var earlier ? earlier : Errno.Fault;
        if (Stat(fd, out WasiFileStatus status) is not Errno.Success and var error)
            return error;
        place.Set(new FileStatus(status));
        return Errno.Success;
    }

    private Errno FdFilestatGetUnstable(Caller caller, int fd, WasmAddress result)
    {
        if (!new GuestMemory(caller).TryPlace(result, out GuestMemory.Place<UnstableFileStatus> place))
            return Stat(fd, out _) is not Errno.Success and var earlier ? earlier : Errno.Fault;
        if (Stat(fd, out WasiFileStatus status) is not Errno.Success and var error)
            return error;
        place.Set(new UnstableFileStatus(status));
        return Errno.Success;
    }

    private Errno FdFilestatSetSize(int fd, ulong size) =>
        _descriptors.Find(fd, Rights.FdFileStatSetSize, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : Grow(descriptor, size, () => descriptor.SetSize(size));

    private Errno Grow(Descriptor descriptor, UInt128 size, Func<Errno> grow) =>
        _usage.CountsBytes && descriptor.Stat(out WasiFileStatus status) == Errno.Success ? _usage.Grow(status.Size, size, grow) : grow();

    private Errno FdFilestatSetTimes(int fd, ulong accessed, ulong modified, int flags)
    {
        if (_descriptors.Find(fd, Rights.FdFileStatSetTimes, out Descriptor descriptor) is not Errno.Success and var error)
            return error;
        return TimesOf(accessed, modified, flags, out ulong? newAccessed, out ulong? newModified) is not Errno.Success and var timeError
            ? timeError : descriptor.SetTimes(newAccessed, newModified);
    }

    // A C library asks for descriptor 3 and those after it until it gets this answer.
    private Errno FdPrestatGet(Caller caller, int fd, WasmAddress result)
    {
        if (FindMounted(fd, out byte[] name) is not Errno.Success and var error)
            return error;
        var memory = new GuestMemory(caller);
        if (memory.Is64)
        {
            if (!memory.TryPlace(result, out GuestMemory.Place<WideMountStatus> widePlace))
                return Errno.Fault;
            widePlace.Set(new WideMountStatus { NameBytes = (ulong)name.Length });
            return Errno.Success;
        }

        if (!memory.TryPlace(result, out GuestMemory.Place<MountStatus> place))
            return Errno.Fault;
        place.Set(new MountStatus { NameBytes = (uint)name.Length });
        return Errno.Success;
    }

    private Errno FdPrestatDirName(Caller caller, int fd, WasmAddress path, WasmAddress length)
    {
        if (FindMounted(fd, out byte[] name) is not Errno.Success and var error)
            return error;
        if (length < (uint)name.Length)
            return Errno.NameTooLong;
        return new GuestMemory(caller).TryWrite(path, name) ? Errno.Success : Errno.Fault;
    }

    private Errno FindMounted(int fd, out byte[] name)
    {
        name = [];
        if (_descriptors.Find(fd, Rights.None, out Descriptor descriptor) is not Errno.Success and var error)
            return error;
        if (descriptor is not DirectoryDescriptor { MountedAs: { } mountedAs })
            return Errno.BadDescriptor;
        name = mountedAs;
        return Errno.Success;
    }

    private Errno FdReaddir(Caller caller, int fd, WasmAddress buffer, WasmAddress length, ulong cookie, WasmAddress result)
    {
        if (_descriptors.FindDirectory(fd, Rights.FdReadDirectory, out DirectoryDescriptor directory) is not Errno.Success and var error)
            return error;
        var memory = new GuestMemory(caller);
        if (!memory.TryPlaceAddress(result, out GuestMemory.AddressPlace place) || !memory.Contains(buffer, length))
            return Errno.Fault;
        if (directory.List(cookie, out IReadOnlyList<WasiDirectoryEntry> entries) is not Errno.Success and var listError)
            return listError;
        ulong used = 0;
        for (ulong i = cookie; i < (ulong)entries.Count && used < length; i++)
        {
            WasiDirectoryEntry entry = entries[(int)i];
            byte[] name = Encoding.UTF8.GetBytes(entry.Name);
            var header = new DirectoryEntryHeader { Next = i + 1, Inode = entry.Inode, NameBytes = (uint)name.Length, Type = entry.Type };
            // The last one is cut off where the buffer ends, which tells the guest that there is more.
            if (!Put(memory, MemoryMarshal.AsBytes(new ReadOnlySpan<DirectoryEntryHeader>(in header)), buffer, length, ref used)
                || !Put(memory, name, buffer, length, ref used))
                return Errno.Fault;
        }

        place.Set(used);
        return Errno.Success;

        static bool Put(GuestMemory memory, ReadOnlySpan<byte> bytes, ulong buffer, ulong length, ref ulong used)
        {
            ReadOnlySpan<byte> part = bytes[..(int)Math.Min((uint)bytes.Length, length - used)];
            bool written = memory.TryWrite(buffer + used, part);
            used += (uint)part.Length;
            return written;
        }
    }

    private Errno FdRenumber(int from, int to) => _descriptors.Renumber(from, to);

    // WASI counts the origins as .NET does: start, present position, end.
    private Errno FdSeek(Caller caller, int fd, long offset, uint whence, WasmAddress result) =>
        Seek(caller, fd, offset, whence <= 2 ? (SeekOrigin)whence : null, result);

    private Errno FdSeekUnstable(Caller caller, int fd, long offset, uint whence, WasmAddress result) =>
        Seek(caller, fd, offset, whence switch { 0 => SeekOrigin.Current, 1 => SeekOrigin.End, 2 => SeekOrigin.Begin, _ => null }, result);

    private Errno FdSync(int fd) =>
        _descriptors.Find(fd, Rights.FdSync, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : descriptor.Sync(dataOnly: false);

    private Errno FdTell(Caller caller, int fd, WasmAddress result) => Seek(caller, fd, 0, SeekOrigin.Current, result, Rights.FdTell);

    private Errno Seek(Caller caller, int fd, long offset, SeekOrigin? origin, WasmAddress result, Rights rights = Rights.FdSeek)
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

    private Errno Stat(int fd, out WasiFileStatus status)
    {
        status = default;
        return _descriptors.Find(fd, Rights.FdFileStatGet, out Descriptor descriptor) is not Errno.Success and var error
            ? error
            : descriptor.Stat(out status);
    }
}
