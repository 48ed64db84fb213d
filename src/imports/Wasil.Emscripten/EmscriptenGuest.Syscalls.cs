using System.Buffers.Binary;
using System.Text;
using Wasil.Emscripten.Files;
using Wasil.Wasi;

namespace Wasil.Emscripten;

// The system calls of musl, on which Emscripten's C library is built: they answer a negative error number, which is one of WASI's. Only
// one thread at a time works on files.
internal sealed partial class EmscriptenGuest
{
    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const int RemoveDirectoryFlag = 0x200;
    private const int FollowFlag = 0x400;
    private const int EmptyPath = 0x1000;
    private const int EntryBytes = 280;
    private const int EntryNameOffset = 19;
    private const long TimeIsNow = 0x3fff_ffff;
    private const long TimeStays = 0x3fff_fffe;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static IEnumerable<string> Syscalls =>
    [
        .. ((ReadOnlySpan<string>)
        [
            "openat", "fcntl64", "ioctl", "stat64", "lstat64", "fstat64", "newfstatat", "statfs64", "fstatfs64", "getdents64", "getcwd",
            "chdir", "fchdir", "mkdirat", "unlinkat", "rmdir", "renameat", "symlink", "symlinkat", "linkat", "readlinkat", "faccessat",
            "chmod", "fchmod", "fchmodat", "fchmodat2", "fchown32", "fchownat", "truncate64", "ftruncate64", "fallocate", "fadvise64",
            "fdatasync", "utimensat", "dup", "dup3", "pipe", "poll", "poll_nonblocking", "umask", "getuid32", "geteuid32", "getgid32", "getegid32",
            "mknodat", "pipe2", "fchownat", "mremap", "madvise", "socket", "connect", "bind", "listen", "accept4", "getsockname",
            "getpeername", "sendto", "recvfrom", "sendmsg", "recvmsg", "getsockopt", "setsockopt", "shutdown", "_newselect", "epoll_create1", "epoll_ctl",
            "epoll_pwait",
        ]).ToArray().Distinct().Select(name => SyscallPrefix + name),
    ];

    private Delegate? Syscall(string name) => name.StartsWith(SyscallPrefix, StringComparison.Ordinal) ? name[SyscallPrefix.Length..] switch
    {
        "openat" => OpenAt,
        "fcntl64" => Control,
        "ioctl" => DeviceControl,
        "stat64" => (WasmAddress path, WasmAddress result) => StatAt(CurrentDirectory, path, result, 0),
        "lstat64" => (WasmAddress path, WasmAddress result) => StatAt(CurrentDirectory, path, result, NoFollow),
        "fstat64" => StatDescriptor,
        "newfstatat" => StatAt,
        "statfs64" => (WasmAddress path, WasmAddress size, WasmAddress result) => FileSystemStatus(size, result),
        "fstatfs64" => (int descriptor, WasmAddress size, WasmAddress result) =>
            OnFile(descriptor, _ => Errno.Success) is not 0 and var error ? error : FileSystemStatus(size, result),
        "getdents64" => ReadDirectory,
        "getcwd" => GetWorkingDirectory,
        "chdir" => ChangeDirectory,
        "fchdir" => (int descriptor) => OnFile(descriptor, file =>
            file is DirectoryFile { Path: { } path } ? EnterDirectory(path) : Errno.NotDirectory),
        "mkdirat" => (int at, WasmAddress path, int mode) => OnPath(at, path, (directory, name) =>
            name == "." ? Errno.Exists : directory.CreateDirectory(name.TrimEnd('/'), mode & ~_state.Umask & 0b111_111_111)),
        "unlinkat" => (int at, WasmAddress path, int flags) => Remove(at, path, (flags & RemoveDirectoryFlag) != 0),
        "rmdir" => (WasmAddress path) => Remove(CurrentDirectory, path, isDirectory: true),
        "renameat" => Rename,
        "symlink" => (WasmAddress target, WasmAddress path) => Symlink(target, CurrentDirectory, path),
        "symlinkat" => Symlink,
        "linkat" => (int from, WasmAddress path, int to, WasmAddress newPath, int flags) =>
            OnTwoPaths(from, path, to, newPath, (one, name, other, newName) => one.Link(name, (flags & FollowFlag) != 0, other, newName)),
        "readlinkat" => ReadLink,
        "faccessat" => (int at, WasmAddress path, int mode, int flags) => Access(at, path, mode),
        "chmod" => (WasmAddress path, int mode) => ChangeMode(CurrentDirectory, path, mode),
        "fchmodat" => (int at, WasmAddress path, int mode, int flags) => ChangeMode(at, path, mode),
        "fchmodat2" => (int at, WasmAddress path, int mode, int flags) => ChangeMode(at, path, mode),
        "fchmod" => (int descriptor, int mode) => OnFile(descriptor, file => file.SetMode(mode & 0b111_111_111)),
        // Nobody owns a guest's files but the host, which stays so.
        "fchown32" => (int descriptor, int owner, int group) => OnFile(descriptor, _ => Errno.Success),
        "fchownat" => (int at, WasmAddress path, int owner, int group, int flags) => OnPath(at, path, (directory, name) =>
            directory.StatAt(name, (flags & NoFollow) == 0, out _)),
        "fdatasync" => (int descriptor) => OnFile(descriptor, file => file.Sync(dataOnly: true)),
        "utimensat" => SetTimes,
        "dup" => (int descriptor) => Duplicate(descriptor, 0),
        "dup3" => (int descriptor, int target, int flags) => descriptor == target ? -(int)Errno.Invalid
            : OnFile(descriptor, file => _files.Replace(file, target)) is not 0 and var error ? error : target,
        "pipe" => Pipe,
        "pipe2" => (WasmAddress result, int flags) => Pipe(result),
        "poll" => (WasmAddress files, int count, int timeout) => Poll(files, count),
        "poll_nonblocking" => Poll,
        "umask" => (int mask) =>
        {
            (int old, _state.Umask) = (_state.Umask, mask & 0b111_111_111);
            return old;
        }
        ,
        "getuid32" or "geteuid32" or "getgid32" or "getegid32" => () => 0,
        "madvise" => (WasmAddress start, WasmAddress length, int advice) => 0,
        "mknodat" => (int at, WasmAddress path, int mode, int device) => -(int)Errno.NotPermitted,
        "mremap" => (WasmAddress start, WasmAddress oldLength, WasmAddress newLength, int flags, WasmAddress target) => -(int)Errno.NoMemory,
        "_newselect" => (int count, WasmAddress read, WasmAddress write, WasmAddress except, WasmAddress timeout) => -(int)Errno.NoSystem,
        "socket" or "listen" or "shutdown" => (int a, int b, int c, int d, int e, int f) => -(int)Errno.NoSystem,
        "connect" or "bind" or "sendmsg" or "recvmsg" => (int a, WasmAddress b, int c, int d, int e, int f) => -(int)Errno.NoSystem,
        "accept4" or "getsockname" or "getpeername" => (int a, WasmAddress b, WasmAddress c, int d, int e, int f) => -(int)Errno.NoSystem,
        "sendto" => (int a, WasmAddress b, WasmAddress c, int d, WasmAddress e, int f) => -(int)Errno.NoSystem,
        "recvfrom" => (int a, WasmAddress b, WasmAddress c, int d, WasmAddress e, WasmAddress f) => -(int)Errno.NoSystem,
        "epoll_create1" => (int flags) => -(int)Errno.NoSystem,
        "epoll_ctl" => (int a, int b, int c, WasmAddress d) => -(int)Errno.NoSystem,
        "epoll_pwait" => (int a, WasmAddress b, int c, int d, WasmAddress e, WasmAddress f) => -(int)Errno.NoSystem,
        "setsockopt" => (int a, int b, int c, WasmAddress d, int e, int f) => -(int)Errno.NoSystem,
        "getsockopt" => (int a, int b, int c, WasmAddress d, WasmAddress e, int f) => -(int)Errno.NoSystem,
        _ => null,
    }
    : null;

    private (FuncType Type, WasmCallback Function)? WideSyscall(string name) => name switch
    {
        SyscallPrefix + "truncate64" => (Type([Address, ValType.I64]), (_, arguments, results) =>
            results[0] = Truncate(ToAddress(arguments[0]), arguments[1].AsInt64())),
        SyscallPrefix + "ftruncate64" => (Type([ValType.I32, ValType.I64]), (_, arguments, results) =>
        {
            long size = arguments[1].AsInt64();
            results[0] = size < 0 ? -(int)Errno.Invalid : OnFile(arguments[0].AsInt32(), file => file.SetSize((ulong)size));
        }
        ),
        SyscallPrefix + "fallocate" => (Type([ValType.I32, ValType.I32, ValType.I64, ValType.I64]), (_, arguments, results) =>
        {
            (long offset, long length) = (arguments[2].AsInt64(), arguments[3].AsInt64());
            results[0] = arguments[1].AsInt32() != 0 ? -(int)Errno.NotSupported
                : offset < 0 || length <= 0 || offset > long.MaxValue - length ? -(int)Errno.Invalid
                : OnFile(arguments[0].AsInt32(), file => file.Allocate((ulong)offset, (ulong)length));
        }
        ),
        SyscallPrefix + "fadvise64" => (Type([ValType.I32, ValType.I64, ValType.I64, ValType.I32]), (_, arguments, results) =>
            results[0] = OnFile(arguments[0].AsInt32(), file => file.IsSeekable ? Errno.Success : Errno.InvalidSeek)),
        _ => null,
    };

    private int OnFile(int descriptor, Func<OpenFile, Errno> action)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        return -(int)(_files.Find(descriptor, out OpenFile file) is not Errno.Success and var error ? error : action(file));
    }

    private int OnPath(int at, ulong path, Func<WasiDirectory, string, Errno> action)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (PathOf(at, path, out string full) is not Errno.Success and var error)
            return -(int)error;
        (WasiDirectory directory, string name) = Tree.Locate(full);
        return -(int)action(directory, name);
    }

    private int OnTwoPaths(int at, ulong path, int newAt, ulong newPath, Func<WasiDirectory, string, WasiDirectory, string, Errno> action)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (PathOf(at, path, out string full) is not Errno.Success and var error)
            return -(int)error;
        if (PathOf(newAt, newPath, out string newFull) is not Errno.Success and var newError)
            return -(int)newError;
        if (Tree.IsMount(full) || Tree.IsMount(newFull))
            return -(int)Errno.Busy;
        (WasiDirectory one, string name) = Tree.Locate(full);
        (WasiDirectory other, string newName) = Tree.Locate(newFull);
        return -(int)(ReferenceEquals(one, other) ? action(one, name, other, newName) : Errno.CrossDevice);
    }

    /// <summary>A path as the guest means it, from the root.</summary>
    private Errno PathOf(int at, ulong start, out string full, bool mayBeEmpty = false)
    {
        full = "";
        if (!TryText(start, out string path))
            return Errno.NameTooLong;
        if (path.Length == 0 && !mayBeEmpty)
            return Errno.NoEntry;
        string from = Tree.WorkingDirectory;
        if (!path.StartsWith('/') && at != CurrentDirectory)
        {
            if (_files.Find(at, out OpenFile file) is not Errno.Success and var error)
                return error;
            if (file.Path is null || file.AsDirectory is null && path.Length > 0)
                return Errno.NotDirectory;
            from = file.Path;
        }

        full = path.Length == 0 ? from : FileTree.Normalize(from, path);
        return Errno.Success;
    }

    private bool TryText(ulong start, out string text)
    {
        ReadOnlySpan<byte> bytes = Bytes(start, WasiDirectory.MaxPathBytes, out bool isWhole);
        text = "";
        if (!isWhole)
            return false;
        try
        {
            text = StrictUtf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            // No name of the host's is spelt with what is no text.
            return false;
        }
    }

    private int OpenAt(int at, WasmAddress path, int flagBits, WasmAddress arguments)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (PathOf(at, path, out string full) is not Errno.Success and var error)
            return -(int)error;
        var flags = (OpenFlags)flagBits;
        int mode = arguments == 0 || (flags & OpenFlags.Create) == 0 ? 0 : Memory.Read<int>(arguments) & ~_state.Umask & 0b111_111_111;
        OpenFile? file = OpenDevice(full);
        if (file is null)
        {
            OpenFlags access = flags & OpenFlags.AccessMask;
            (WasiDirectory directory, string name) = Tree.Locate(full);
            var options = new WasiOpenOptions
            {
                Read = access != OpenFlags.WriteOnly,
                Write = access != OpenFlags.ReadOnly,
                Create = (flags & OpenFlags.Create) != 0,
                Exclusive = (flags & (OpenFlags.Create | OpenFlags.Exclusive)) == (OpenFlags.Create | OpenFlags.Exclusive),
                Truncate = (flags & OpenFlags.Truncate) != 0 && access != OpenFlags.ReadOnly,
                Directory = (flags & OpenFlags.Directory) != 0,
                FollowLinks = (flags & OpenFlags.NoFollow) == 0,
                Mode = mode,
            };
            error = directory.Open(name, options, out WasiNode? node);
            if (error != Errno.Success)
                return -(int)error;
            // Descriptors of these programs are files, directories, pipes and streams.
            if (node is WasiDevice device)
            {
                device.Dispose();
                return -(int)Errno.NotSupported;
            }

            file = node switch
            {
                WasiDirectory opened => new DirectoryFile(opened) { Path = full.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : "/" },
                WasiFile opened => new RegularFile(opened) { Path = full },
                _ => throw new InvalidOperationException("A file system opened what is neither file nor directory."),
            };
            if (file is DirectoryFile && access != OpenFlags.ReadOnly)
            {
                file.Close();
                return -(int)Errno.IsDirectory;
            }
        }

        file.Flags = flags & ~(OpenFlags.Create | OpenFlags.Exclusive | OpenFlags.Truncate | OpenFlags.CloseOnExec);
        return _files.Add(file, 0, out int descriptor) is not Errno.Success and var tooMany ? -(int)tooMany : descriptor;
    }

    private OpenFile? OpenDevice(string path) => path switch
    {
        "/dev/null" => new DeviceFile(null) { Path = path },
        "/dev/zero" => new DeviceFile(static bytes => bytes.Clear()) { Path = path },
        "/dev/random" or "/dev/urandom" => new DeviceFile(_random) { Path = path },
        "/dev/stdin" => Standard(0),
        "/dev/stdout" => Standard(1),
        "/dev/stderr" => Standard(2),
        _ => null,
    };

    private OpenFile? Standard(int descriptor) => _files.Find(descriptor, out OpenFile file) == Errno.Success ? file : null;

    private int Duplicate(int descriptor, int least)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (_files.Find(descriptor, out OpenFile file) is not Errno.Success and var error)
            return -(int)error;
        return _files.Add(file, least, out int copy) is not Errno.Success and var tooMany ? -(int)tooMany : copy;
    }

    private int Control(int descriptor, int command, WasmAddress arguments)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (_files.Find(descriptor, out OpenFile file) is not Errno.Success and var error)
            return -(int)error;
        const OpenFlags changeable = OpenFlags.Append | OpenFlags.NonBlocking;
        switch (command)
        {
            case 0 or 1030: // F_DUPFD, F_DUPFD_CLOEXEC
                int least = Memory.Read<int>(arguments);
                return least < 0 ? -(int)Errno.Invalid : Duplicate(descriptor, least);
            case 1 or 2: // F_GETFD, F_SETFD: nothing is ever executed
                return 0;
            case 3: // F_GETFL
                return (int)file.Flags;
            case 4: // F_SETFL
                file.Flags = (file.Flags & ~changeable) | ((OpenFlags)Memory.Read<int>(arguments) & changeable);
                return 0;
            case 5 or 12: // F_GETLK: nobody else has a lock
                Memory.Write(Memory.ReadAddress(arguments), (short)2);
                return 0;
            case 6 or 7 or 13 or 14: // F_SETLK, F_SETLKW: the guest is alone with its files
                return 0;
            default:
                return -(int)Errno.Invalid;
        }
    }

    private int DeviceControl(int descriptor, int request, WasmAddress arguments)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (_files.Find(descriptor, out OpenFile file) is not Errno.Success and var error)
            return -(int)error;
        if (!file.IsTerminal)
            return -(int)Errno.NoTerminal;
        switch (request)
        {
            case 0x5413: // TIOCGWINSZ: rows and columns as terminals have always had
                Span<byte> window = Memory.Slice(Memory.ReadAddress(arguments), 8);
                window.Clear();
                window[0] = 24;
                window[2] = 80;
                return 0;
            case 0x5401: // TCGETS
                Memory.Slice(Memory.ReadAddress(arguments), 60).Clear();
                return 0;
            case 0x5402 or 0x5403 or 0x5404 or 0x540b: // TCSETS and its like, TCFLSH
                return 0;
            default:
                return -(int)Errno.Invalid;
        }
    }

    private int StatDescriptor(int descriptor, WasmAddress result)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (_files.Find(descriptor, out OpenFile file) is not Errno.Success and var error)
            return -(int)error;
        error = file.Stat(out WasiFileStatus status);
        if (error == Errno.Success)
            WriteStatus(result, status);
        return -(int)error;
    }

    private int StatAt(int at, WasmAddress path, WasmAddress result, int flags)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (PathOf(at, path, out string full, (flags & EmptyPath) != 0) is not Errno.Success and var error)
            return -(int)error;
        WasiFileStatus status;
        if (OpenDevice(full) is { } device)
        {
            error = device.Stat(out status);
        }
        else
        {
            (WasiDirectory directory, string name) = Tree.Locate(full);
            error = directory.StatAt(name, (flags & NoFollow) == 0, out status);
        }

        if (error == Errno.Success)
            WriteStatus(result, status);
        return -(int)error;
    }

    private void WriteStatus(ulong result, in WasiFileStatus status)
    {
        int kind = status.Type switch
        {
            WasiFileType.Directory => 0x4000,
            WasiFileType.RegularFile => 0x8000,
            WasiFileType.SymbolicLink => 0xa000,
            WasiFileType.BlockDevice => 0x6000,
            WasiFileType.SocketDatagram or WasiFileType.SocketStream => 0xc000,
            _ => 0x2000,
        };
        StatLayout layout = _statLayout;
        Span<byte> target = Memory.Slice(result, layout.Bytes);
        target.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(target, (uint)status.Device);
        BinaryPrimitives.WriteInt32LittleEndian(target[layout.Mode..], kind | status.Mode);
        BinaryPrimitives.WriteUInt32LittleEndian(target[layout.Links..], (uint)status.Links);
        BinaryPrimitives.WriteUInt64LittleEndian(target[layout.Size..], status.Size);
        BinaryPrimitives.WriteInt32LittleEndian(target[(layout.Size + 8)..], 4096);
        BinaryPrimitives.WriteUInt32LittleEndian(target[(layout.Size + 12)..], (uint)((status.Size + 511) / 512));
        WriteTime(target[(layout.Size + 16)..], status.Accessed);
        WriteTime(target[(layout.Size + 32)..], status.Modified);
        WriteTime(target[(layout.Size + 48)..], status.Changed);
        BinaryPrimitives.WriteUInt64LittleEndian(target[(layout.Size + 64)..], status.Inode);
    }

    private static void WriteTime(Span<byte> target, ulong nanoseconds)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(target, nanoseconds / 1_000_000_000);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], (uint)(nanoseconds % 1_000_000_000));
    }

    // What the host's disk holds is not told; programs ask in order to see whether there is room. Emscripten 4 made the counts 64 bits
    // wide, and the size tells which structure it is: two longs, five counts, an identifier of 8 bytes, seven longs, and what fills it
    // up.
    private int FileSystemStatus(ulong size, ulong result)
    {
        const int block = 4096;
        const int blocks = 1_000_000;
        int word = (int)AddressBytes;
        int count = _is64 || size == 88 ? 8 : 4;
        int name = (2 * word) + (5 * count) + 8;
        int end = name + (7 * word);
        if (size != (ulong)(end + (-end & (count - 1))))
            return -(int)Errno.Invalid;
        Span<byte> target = Memory.Slice(result, (int)size);
        target.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(target[word..], block);
        for (int i = 0; i < 5; i++)
            BinaryPrimitives.WriteInt32LittleEndian(target[((2 * word) + (i * count))..], blocks);
        BinaryPrimitives.WriteInt32LittleEndian(target[name..], WasiDirectory.MaxNameBytes);
        BinaryPrimitives.WriteInt32LittleEndian(target[(name + word)..], block);
        return 0;
    }

    private int ReadDirectory(int descriptor, WasmAddress result, WasmAddress size)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (_files.Find(descriptor, out OpenFile file) is not Errno.Success and var error)
            return -(int)error;
        if (file.AsDirectory is not { } directory)
            return -(int)Errno.NotDirectory;
        if (directory.List(out IReadOnlyList<WasiDirectoryEntry> entries) is not Errno.Success and var listError)
            return -(int)listError;
        int written = 0, count = (int)Math.Min(size, int.MaxValue);
        while (directory.Next < entries.Count && written + EntryBytes <= count)
        {
            WasiDirectoryEntry entry = entries[directory.Next++];
            Span<byte> target = Memory.Slice(result + (ulong)written, EntryBytes);
            target.Clear();
            BinaryPrimitives.WriteUInt64LittleEndian(target, entry.Inode);
            BinaryPrimitives.WriteInt64LittleEndian(target[8..], directory.Next);
            BinaryPrimitives.WriteInt16LittleEndian(target[16..], EntryBytes);
            target[18] = entry.Type switch
            {
                WasiFileType.Directory => 4,
                WasiFileType.RegularFile => 8,
                WasiFileType.SymbolicLink => 10,
                WasiFileType.CharacterDevice => 2,
                WasiFileType.BlockDevice => 6,
                _ => 0,
            };
            Encoding.UTF8.TryGetBytes(entry.Name, target[EntryNameOffset..^1], out _);
            written += EntryBytes;
        }

        return written == 0 && directory.Next < entries.Count ? -(int)Errno.Invalid : written;
    }

    private int GetWorkingDirectory(WasmAddress result, WasmAddress size)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        byte[] path = Encoding.UTF8.GetBytes(Tree.WorkingDirectory);
        if (size <= (ulong)path.Length)
            return -(int)(size == 0 ? Errno.Invalid : Errno.Range);
        path.CopyTo(Memory.Slice(result, path.Length));
        Memory.Write(result + (ulong)path.Length, (byte)0);
        return path.Length + 1;
    }

    private int ChangeDirectory(WasmAddress path)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        return -(int)(PathOf(CurrentDirectory, path, out string full) is not Errno.Success and var error ? error : EnterDirectory(full));
    }

    private Errno EnterDirectory(string full)
    {
        (WasiDirectory directory, string name) = Tree.Locate(full);
        if (directory.StatAt(name, followLinks: true, out WasiFileStatus status) is not Errno.Success and var error)
            return error;
        if (status.Type != WasiFileType.Directory)
            return Errno.NotDirectory;
        Tree.WorkingDirectory = full.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : "/";
        return Errno.Success;
    }

    private int Remove(int at, ulong path, bool isDirectory)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if (PathOf(at, path, out string full) is not Errno.Success and var error)
            return -(int)error;
        if (Tree.IsMount(full.TrimEnd('/')) || full == "/")
            return -(int)Errno.Busy;
        (WasiDirectory directory, string name) = Tree.Locate(full);
        return -(int)(isDirectory ? directory.RemoveDirectory(name) : directory.UnlinkFile(name));
    }

    private int Rename(int at, WasmAddress path, int newAt, WasmAddress newPath) =>
        OnTwoPaths(at, path, newAt, newPath, (one, name, other, newName) => one.Rename(name, other, newName));

    private int Symlink(WasmAddress target, int at, WasmAddress path) => !TryText(target, out string text)
        ? -(int)Errno.NameTooLong : OnPath(at, path, (directory, name) => directory.Symlink(text, name));

    private int ReadLink(int at, WasmAddress path, WasmAddress result, WasmAddress size)
    {
        if (size == 0)
            return -(int)Errno.Invalid;
        string target = "";
        int error = OnPath(at, path, (directory, name) => directory.ReadLink(name, out target));
        if (error != 0)
            return error;
        byte[] text = Encoding.UTF8.GetBytes(target);
        int count = (int)Math.Min((ulong)text.Length, size);
        text.AsSpan(0, count).CopyTo(Memory.Slice(result, count));
        return count;
    }

    private int Access(int at, ulong path, int mode)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if ((mode & ~7) != 0)
            return -(int)Errno.Invalid;
        if (PathOf(at, path, out string full) is not Errno.Success and var error)
            return -(int)error;
        if (OpenDevice(full) is not null)
            return 0;
        (WasiDirectory directory, string name) = Tree.Locate(full);
        error = directory.StatAt(name, followLinks: true, out WasiFileStatus status);
        if (error == Errno.Success && ((status.Mode >> 6) & mode) != mode)
            error = Errno.Access;
        return -(int)error;
    }

    private int ChangeMode(int at, ulong path, int mode) =>
        OnPath(at, path, (directory, name) => directory.SetModeAt(name, mode & 0b111_111_111));

    private int SetTimes(int at, WasmAddress path, WasmAddress times, int flags)
    {
        ulong now = (ulong)Math.Max(0, (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100);
        ulong? accessed = now, modified = now;
        if (times != 0)
        {
            accessed = ReadTime(times, now);
            modified = ReadTime(times + 16, now);
        }

        // futimens hands over a descriptor and no path.
        if (path == 0)
            return OnFile(at, file => file.SetTimes(accessed, modified));
        return OnPath(at, path, (directory, name) => directory.SetTimesAt(name, (flags & NoFollow) == 0, accessed, modified));
    }

    private ulong? ReadTime(ulong source, ulong now)
    {
        long seconds = Memory.Read<long>(source);
        int nanoseconds = Memory.Read<int>(source + 8);
        return nanoseconds switch
        {
            (int)TimeIsNow => now,
            (int)TimeStays => null,
            _ => seconds < 0 || seconds > long.MaxValue / 1_000_000_000 - 1 ? 0 : ((ulong)seconds * 1_000_000_000) + (uint)nanoseconds,
        };
    }

    private int Truncate(ulong path, long size)
    {
        if (size < 0)
            return -(int)Errno.Invalid;
        return OnPath(CurrentDirectory, path, (directory, name) =>
        {
            Errno error = directory.Open(name, new WasiOpenOptions { Read = false, Write = true }, out WasiNode? node);
            if (error != Errno.Success)
                return error;
            using (node)
                return node is WasiFile file ? file.SetSize((ulong)size) : Errno.IsDirectory;
        });
    }

    private int Pipe(WasmAddress result)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        (PipeFile input, PipeFile output) = PipeFile.Create();
        if (_files.Add(input, 0, out int reading) is not Errno.Success and var error)
            return -(int)error;
        if (_files.Add(output, 0, out int writing) is not Errno.Success and var otherError)
        {
            _files.Close(reading);
            return -(int)otherError;
        }

        Memory.Write(result, reading);
        Memory.Write(result + sizeof(int), writing);
        return 0;
    }

    // Nothing that a program of one thread could wait for ever changes, so nothing is waited for.
    private int Poll(WasmAddress files, int count)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        if ((uint)count > MostVectors)
            return -(int)Errno.Invalid;
        int ready = 0;
        for (int i = 0; i < count; i++)
        {
            Span<byte> entry = Memory.Slice(files + ((ulong)i * 8), 8);
            int descriptor = BinaryPrimitives.ReadInt32LittleEndian(entry);
            int wanted = BinaryPrimitives.ReadInt16LittleEndian(entry[4..]);
            int events = 0;
            if (descriptor >= 0)
            {
                if (_files.Find(descriptor, out OpenFile file) != Errno.Success)
                    events = 0x20;
                else
                    events = (wanted & ((file.Ready.Read ? 1 : 0) | (file.Ready.Write ? 4 : 0))) | (file.HasHungUp ? 0x10 : 0);
            }

            BinaryPrimitives.WriteInt16LittleEndian(entry[6..], (short)events);
            if (events != 0)
                ready++;
        }

        return ready;
    }

    // Files are mapped as copies, in memory that the guest's own allocator gives. Arguments: length, protection, flags, descriptor,
    // offset, where to say whether memory was allocated, and where to say where it lies.
    private void MapFile(Caller caller, ReadOnlySpan<WasmValue> arguments, Span<WasmValue> results) => results[0] = MapFile(
        ToAddress(arguments[0]), arguments[3].AsInt32(), arguments[4].AsInt64(), ToAddress(arguments[5]), ToAddress(arguments[6]));

    private int MapFile(ulong size, int descriptor, long offset, ulong allocated, ulong result)
    {
        using Lock.Scope scope = _state.Files.EnterScope();
        const int page = 65_536;
        if (_files.Find(descriptor, out OpenFile file) is not Errno.Success and var error)
            return -(int)error;
        if (size is 0 or > int.MaxValue - page || offset < 0)
            return -(int)Errno.Invalid;
        if (!file.IsSeekable)
            return -(int)Errno.NoSuchDevice;
        var length = (int)size;
        ulong start = Allocate(page, (ulong)((length + page - 1) & -page));
        if (start == 0)
            return -(int)Errno.NoMemory;
        Span<byte> target = Memory.Slice(start, length);
        target.Clear();
        for (int done = 0, read = 1; done < length && read > 0; done += read)
        {
            error = file.ReadAt((ulong)offset + (uint)done, target[done..], out read);
            if (error != Errno.Success)
                return -(int)error;
        }

        Memory.Write(allocated, 1);
        Memory.WriteAddress(result, start);
        return 0;
    }

    private ulong Allocate(ulong alignment, ulong size)
    {
        const string name = "emscripten_builtin_memalign";
        if (Export(name) is null)
            return 0;
        return _is64
            ? (ulong)Required<Func<long, long, long>>(name)((long)alignment, (long)size)
            : (uint)Required<Func<int, int, int>>(name)((int)alignment, (int)size);
    }

    // Arguments of both: start, length, protection, flags, descriptor, offset. A shared mapping that may be written is written back.
    private void WriteMapped(Caller caller, ReadOnlySpan<WasmValue> arguments, Span<WasmValue> results)
    {
        const int writable = 2;
        const int isPrivate = 2;
        (ulong start, ulong size, long offset) = (ToAddress(arguments[0]), ToAddress(arguments[1]), arguments[5].AsInt64());
        if ((arguments[2].AsInt32() & writable) == 0 || (arguments[3].AsInt32() & isPrivate) != 0)
        {
            results[0] = 0;
            return;
        }

        var length = (int)Math.Min(size, int.MaxValue);
        if (size > int.MaxValue || offset < 0 || !Memory.TrySlice(start, length, out _))
        {
            results[0] = -(int)Errno.Invalid;
            return;
        }

        results[0] = OnFile(arguments[4].AsInt32(), file => file.WriteAt((ulong)offset, Memory.Slice(start, length), out _));
    }
}
