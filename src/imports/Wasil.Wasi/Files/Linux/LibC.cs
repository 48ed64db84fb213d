using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Wasil.Wasi.Files.Linux;

/// <summary>
/// The system calls that files need, through the C library. Structures and numbers are those that Linux has on all processors
/// that .NET runs on, or say where they differ.
/// </summary>
internal static unsafe partial class LibC
{
    public const int ReadOnly = 0, WriteOnly = 1, ReadWrite = 2, Create = 0x40, Exclusive = 0x80, NoTerminal = 0x100, Truncate = 0x200,
        AppendFlag = 0x400, NonBlocking = 0x800, CloseOnExec = 0x80000, PathOnly = 0x200000;

    public const int SymlinkNoFollow = 0x100, RemoveDirectory = 0x200, EmptyPath = 0x1000;

    public const long OmitTime = 0x3ffffffe;

    public const ulong ResolveBeneath = 0x08, ResolveNoMagicLinks = 0x02;

    private const int SetFlags = 4, DuplicateCloseOnExec = 1030;

    private const nint OpenAt2Number = 437;

    private const uint BasicStatus = 0x7ff;

    // Arm and PowerPC swap these with others.
    private static readonly bool s_swapped =
        RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 or Architecture.Ppc64le;

    private static readonly nint s_getDirectoryEntries = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 217 : 61;

    public static int Directory { get; } = s_swapped ? 0x4000 : 0x10000;

    public static int NoFollow { get; } = s_swapped ? 0x8000 : 0x20000;

    /// <summary>The last call's error.</summary>
    public static Errno LastError => LinuxErrno.ToErrno(Marshal.GetLastPInvokeError());

    public static Errno OpenAt(SafeFileHandle directory, string path, int flags, int mode, out SafeFileHandle handle) =>
        Wrap(openat(directory, path, flags | CloseOnExec, mode), out handle);

    public static Errno OpenAt2(SafeFileHandle directory, string path, int flags, int mode, ulong resolve, out SafeFileHandle handle)
    {
        var how = new OpenHow { Flags = (ulong)(uint)(flags | CloseOnExec), Mode = (ulong)(uint)mode, Resolve = resolve };
        return Wrap((int)openat2(OpenAt2Number, directory, path, &how, sizeof(OpenHow)), out handle);
    }

    public static Errno OpenRoot(string path, out SafeFileHandle handle) =>
        Wrap(open(path, ReadOnly | Directory | CloseOnExec, 0), out handle);

    public static Errno Duplicate(SafeFileHandle handle, out SafeFileHandle duplicate) =>
        Wrap(fcntl(handle, DuplicateCloseOnExec, 0), out duplicate);

    public static Errno SetAppend(SafeFileHandle handle, bool append) => Check(fcntl(handle, SetFlags, append ? AppendFlag : 0));

    public static Errno Stat(SafeFileHandle handle, string path, int flags, out WasiFileStatus status)
    {
        Statx raw;
        int result = statx(handle, path, flags, BasicStatus, &raw);
        status = result == 0 ? raw.ToStatus() : default;
        return Check(result);
    }

    // SAFETY, for both: the span is pinned for as long as the call runs.
    public static Errno Read(SafeFileHandle handle, Span<byte> buffer, ulong position, out int read)
    {
        fixed (byte* start = buffer)
        {
            nint result = pread(handle, start, (nuint)buffer.Length, (long)position);
            read = (int)Math.Max(result, 0);
            return Check((int)Math.Min(result, 0));
        }
    }

    public static Errno Write(SafeFileHandle handle, ReadOnlySpan<byte> buffer, ulong? position, out int written)
    {
        fixed (byte* start = buffer)
        {
            nint result = position is { } at
                ? pwrite(handle, start, (nuint)buffer.Length, (long)at)
                : write(handle, start, (nuint)buffer.Length);
            written = (int)Math.Max(result, 0);
            return Check((int)Math.Min(result, 0));
        }
    }

    public static Errno SetSize(SafeFileHandle handle, ulong size) => Check(ftruncate(handle, (long)size));

    public static Errno Allocate(SafeFileHandle handle, ulong offset, ulong length) =>
        LinuxErrno.ToErrno(posix_fallocate(handle, (long)offset, (long)length));

    public static Errno Sync(SafeFileHandle handle, bool dataOnly) => Check(dataOnly ? fdatasync(handle) : fsync(handle));

    public static Errno SetTimes(SafeFileHandle directory, string? path, ulong? accessed, ulong? modified)
    {
        TimeSpec* times = stackalloc TimeSpec[2] { TimeSpec.Of(accessed), TimeSpec.Of(modified) };
        return Check(path is null ? futimens(directory, times) : utimensat(directory, path, times, SymlinkNoFollow));
    }

    public static Errno SetMode(SafeFileHandle handle, int mode) => Check(fchmod(handle, (uint)mode));

    /// <summary>Changes the mode of what was opened only to name it.</summary>
    public static Errno SetModeByName(SafeFileHandle named, int mode)
    {
        // The kernel takes no such descriptor for this, but follows its own name for it; a link's it refuses.
        Errno error = Check(chmod($"/proc/self/fd/{named.DangerousGetHandle()}", (uint)mode));
        GC.KeepAlive(named);
        return error;
    }

    public static Errno MakeDirectory(SafeFileHandle directory, string name, int mode) => Check(mkdirat(directory, name, (uint)mode));

    public static Errno Unlink(SafeFileHandle directory, string name, int flags) => Check(unlinkat(directory, name, flags));

    public static Errno Rename(SafeFileHandle directory, string name, SafeFileHandle newDirectory, string newName) =>
        Check(renameat(directory, name, newDirectory, newName));

    public static Errno Link(SafeFileHandle directory, string name, SafeFileHandle newDirectory, string newName) =>
        Check(linkat(directory, name, newDirectory, newName, 0));

    public static Errno Symlink(string target, SafeFileHandle directory, string name) => Check(symlinkat(target, directory, name));

    public static Errno ReadLink(SafeFileHandle directory, string name, out string target)
    {
        const int most = WasiDirectory.MaxPathBytes;
        byte* buffer = stackalloc byte[most];
        nint length = readlinkat(directory, name, buffer, most);
        target = length > 0 ? System.Text.Encoding.UTF8.GetString(buffer, (int)length) : "";
        return Check((int)Math.Min(length, 0));
    }

    /// <summary>Reads the names in a directory that was just opened.</summary>
    public static Errno ReadEntries(SafeFileHandle directory, List<WasiDirectoryEntry> entries)
    {
        const int bufferBytes = 32 << 10;
        byte[] buffer = new byte[bufferBytes];
        fixed (byte* start = buffer)
        {
            while (true)
            {
                nint length = getdents64(s_getDirectoryEntries, directory, start, bufferBytes);
                if (length < 0)
                    return LastError;
                if (length == 0)
                    return Errno.Success;
                for (nint at = 0; at < length;)
                {
                    // SAFETY: the kernel has filled `length` bytes with entries, each with its own length.
                    byte* entry = start + at;
                    ulong inode = *(ulong*)entry;
                    ushort entryLength = *(ushort*)(entry + 16);
                    byte type = entry[18];
                    string name = Marshal.PtrToStringUTF8((nint)(entry + 19))!;
                    if (name is not ("." or ".."))
                        entries.Add(new WasiDirectoryEntry(name, TypeOfEntry(type), inode));
                    at += entryLength;
                }
            }
        }
    }

    private static WasiFileType TypeOfEntry(byte type) => TypeOfMode(type << 12);

    private static WasiFileType TypeOfMode(int mode) => (mode >> 12) switch
    {
        0b0010 => WasiFileType.CharacterDevice,
        0b0100 => WasiFileType.Directory,
        0b0110 => WasiFileType.BlockDevice,
        0b1000 => WasiFileType.RegularFile,
        0b1010 => WasiFileType.SymbolicLink,
        0b1100 => WasiFileType.SocketStream,
        _ => WasiFileType.Unknown,
    };

    private static Errno Check(int result) => result < 0 ? LastError : Errno.Success;

    private static Errno Wrap(int descriptor, out SafeFileHandle handle)
    {
        Errno error = Check(descriptor);
        handle = new SafeFileHandle(descriptor, ownsHandle: descriptor >= 0);
        return error;
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags, int mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int openat(SafeFileHandle directory, string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint openat2(nint number, SafeFileHandle directory, string path, OpenHow* how, nint size);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint getdents64(nint number, SafeFileHandle directory, byte* buffer, nint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fcntl(SafeFileHandle handle, int command, int argument);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(SafeFileHandle directory, string path, int flags, uint mask, Statx* status);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint pread(SafeFileHandle handle, byte* buffer, nuint length, long position);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint pwrite(SafeFileHandle handle, byte* buffer, nuint length, long position);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(SafeFileHandle handle, byte* buffer, nuint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ftruncate(SafeFileHandle handle, long size);

    [LibraryImport("libc")]
    private static partial int posix_fallocate(SafeFileHandle handle, long offset, long length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(SafeFileHandle handle);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fdatasync(SafeFileHandle handle);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int futimens(SafeFileHandle handle, TimeSpec* times);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int utimensat(SafeFileHandle directory, string path, TimeSpec* times, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fchmod(SafeFileHandle handle, uint mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int chmod(string path, uint mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkdirat(SafeFileHandle directory, string name, uint mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int unlinkat(SafeFileHandle directory, string name, int flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int renameat(SafeFileHandle directory, string name, SafeFileHandle newDirectory, string newName);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int linkat(SafeFileHandle directory, string name, SafeFileHandle newDirectory, string newName, int flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int symlinkat(string target, SafeFileHandle directory, string name);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint readlinkat(SafeFileHandle directory, string name, byte* buffer, nuint length);

    [StructLayout(LayoutKind.Sequential)]
    private struct OpenHow
    {
        public ulong Flags;
        public ulong Mode;
        public ulong Resolve;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        private const ulong NanosecondsPerSecond = 1_000_000_000;

        public long Seconds;
        public long Nanoseconds;

        public static TimeSpec Of(ulong? time) => time is { } nanoseconds
            ? new TimeSpec { Seconds = (long)(nanoseconds / NanosecondsPerSecond), Nanoseconds = (long)(nanoseconds % NanosecondsPerSecond) }
            : new TimeSpec { Nanoseconds = OmitTime };
    }

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Statx
    {
        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(64)]
        public StatxTime Accessed;

        [FieldOffset(96)]
        public StatxTime Changed;

        [FieldOffset(112)]
        public StatxTime Modified;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;

        public readonly WasiFileStatus ToStatus() => new(
            TypeOfMode(Mode), ((ulong)DeviceMajor << 32) | DeviceMinor, Inode, Links, Size,
            Accessed.Nanoseconds, Modified.Nanoseconds, Changed.Nanoseconds, Mode & 0b111_111_111);
    }

    [StructLayout(LayoutKind.Sequential, Size = 16)]
    private struct StatxTime
    {
        public long Seconds;
        public uint Rest;

        // Times before 1970 cannot be told.
        public readonly ulong Nanoseconds => Seconds < 0 ? 0 : ((ulong)Seconds * 1_000_000_000) + Rest;
    }
}
