using Microsoft.Win32.SafeHandles;

namespace Wasil.Wasi.Files.Managed;

/// <summary>
/// An open directory of the host by .NET's own means, which know paths only: each name is looked at before it is used, and
/// somebody else who changes names in between can lead a guest elsewhere. docs/THREAT_MODEL.md says when that matters.
/// </summary>
internal sealed class ManagedDirectory : WasiDirectory
{
    private const ulong UnknownInode = 0;

    private readonly string _path;

    private ManagedDirectory(string path) => _path = path;

    public static WasiDirectory OpenRoot(string path)
    {
        string full = Path.GetFullPath(path);
        // A folder that is a link itself is the host's choice.
        if (new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true) is { } target)
            full = target.FullName;
        if (!Directory.Exists(full))
            throw File.Exists(full) ? new IOException($"{path} is no directory.") : new DirectoryNotFoundException($"There is no directory {path}.");
        return new ManagedDirectory(Path.TrimEndingDirectorySeparator(full));
    }

    public override WasiDirectory Duplicate() => new ManagedDirectory(_path);

    public override Errno Stat(out WasiFileStatus status) => StatOf(_path, out status);

    public override Errno SetTimes(ulong? accessed, ulong? modified) => SetTimesOf(_path, accessed, modified);

    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        node = null;
        if (options is { Create: true, Directory: true })
            return Errno.Invalid;
        bool isNew = options is { Create: true, Exclusive: true };
        if (Find(path, options.FollowLinks && !isNew, out Place place) is not Errno.Success and var error)
            return error;
        WasiFileType? type = TypeOf(place.Full);
        switch (type)
        {
            case WasiFileType.Directory when isNew:
                return Errno.Exists;
            case WasiFileType.Directory:
                if (options.Write || options.Truncate || options.Create)
                    return Errno.IsDirectory;
                node = new ManagedDirectory(place.Full);
                return Errno.Success;
            case WasiFileType.SymbolicLink:
                return isNew ? Errno.Exists : options.Directory ? Errno.NotDirectory : Errno.Loop;
            case WasiFileType.RegularFile when options.Directory || place.MustBeDirectory:
                return Errno.NotDirectory;
            case null when !options.Create:
                return Errno.NoEntry;
            case null when place.MustBeDirectory:
                return Errno.IsDirectory;
            case not (null or WasiFileType.RegularFile):
                return Errno.NotSupported;
        }

        WasiNode? opened = null;
        Errno result = ManagedErrno.Try(() =>
        {
            FileMode mode = isNew ? FileMode.CreateNew : options.Create ? FileMode.OpenOrCreate : FileMode.Open;
            FileAccess access = options.Write ? options.Read ? FileAccess.ReadWrite : FileAccess.Write : FileAccess.Read;
            SafeFileHandle handle = File.OpenHandle(place.Full, mode, access, FileShare.ReadWrite | FileShare.Delete);
            if (options is { Truncate: true, Write: true })
                RandomAccess.SetLength(handle, 0);
            opened = new ManagedFile(handle, place.Full, options.Read, options.Write);
            return Errno.Success;
        });
        node = opened;
        return result;
    }

    public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status)
    {
        status = default;
        if (Find(path, followLinks, out Place place) is not Errno.Success and var error)
            return error;
        Errno result = StatOf(place.Full, out status);
        return result == Errno.Success && place.MustBeDirectory && status.Type != WasiFileType.Directory ? Errno.NotDirectory : result;
    }

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        var list = new List<WasiDirectoryEntry>();
        entries = list;
        return ManagedErrno.Try(() =>
        {
            foreach (FileSystemInfo info in new DirectoryInfo(_path).EnumerateFileSystemInfos())
                list.Add(new WasiDirectoryEntry(info.Name, StatusOf(info).Type, UnknownInode));
            return Errno.Success;
        });
    }

    public override Errno ReadLink(string path, out string target)
    {
        target = "";
        if (Find(path, followLast: false, out Place place) is not Errno.Success and var error)
            return error;
        if (TypeOf(place.Full) is not { } type)
            return Errno.NoEntry;
        if (type != WasiFileType.SymbolicLink)
            return Errno.Invalid;
        target = Portable(new FileInfo(place.Full).LinkTarget ?? "");
        return Errno.Success;
    }

    public override Errno SetTimesAt(string path, bool followLinks, ulong? accessed, ulong? modified) =>
        Find(path, followLinks, out Place place) is not Errno.Success and var error ? error
        : TypeOf(place.Full) is not { } type ? Errno.NoEntry
        : place.MustBeDirectory && type != WasiFileType.Directory ? Errno.NotDirectory
        : type == WasiFileType.SymbolicLink ? Errno.NotSupported
        : SetTimesOf(place.Full, accessed, modified);

    public override Errno CreateDirectory(string path, int mode) => Act(path, isMaking: true, place =>
    {
        if (TypeOf(place.Full) is not null)
            return Errno.Exists;
        Directory.CreateDirectory(place.Full);
        return Errno.Success;
    });

    public override Errno RemoveDirectory(string path)
    {
        (_, string last, _) = WasiPath.Split(path);
        if (last is "." or "..")
            return StatAt(path, false, out _) is not Errno.Success and var error ? error : last == "." ? Errno.Invalid : Errno.NotEmpty;
        return Act(path, isMaking: false, place =>
        {
            if (TypeOf(place.Full) is not WasiFileType.Directory and var type)
                return type is null ? Errno.NoEntry : Errno.NotDirectory;
            if (Directory.EnumerateFileSystemEntries(place.Full).Any())
                return Errno.NotEmpty;
            Directory.Delete(place.Full);
            return Errno.Success;
        });
    }

    public override Errno UnlinkFile(string path) => Act(path, isMaking: false, place =>
    {
        if (TypeOf(place.Full) == WasiFileType.Directory)
            return Errno.IsDirectory;
        File.Delete(place.Full);
        return Errno.Success;
    });

    public override Errno Rename(string path, WasiDirectory newDirectory, string newPath)
    {
        if (newDirectory.Receive(newPath, out newDirectory, out newPath) is not Errno.Success and var receiveError)
            return receiveError;
        if (newDirectory is not ManagedDirectory target)
            return newDirectory is ReadOnlyDirectory ? Errno.ReadOnly : Errno.CrossDevice;
        return Act(path, isMaking: false, from => target.Act(newPath, isMaking: true, to =>
        {
            if (from.IsSelf || to.IsSelf)
                return Errno.Busy;
            if (from.Full == to.Full)
                return Errno.Success;
            WasiFileType? replaced = TypeOf(to.Full);
            if (TypeOf(from.Full) == WasiFileType.Directory)
            {
                if ((to.Full + Path.DirectorySeparatorChar).StartsWith(from.Full + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                    return Errno.Invalid;
                if (replaced is not (null or WasiFileType.Directory))
                    return Errno.NotDirectory;
                if (replaced is not null)
                {
                    if (Directory.EnumerateFileSystemEntries(to.Full).Any())
                        return Errno.NotEmpty;
                    Directory.Delete(to.Full);
                }

                Directory.Move(from.Full, to.Full);
                return Errno.Success;
            }

            if (replaced == WasiFileType.Directory)
                return Errno.IsDirectory;
            if (to.MustBeDirectory)
                return Errno.NotDirectory;
            File.Move(from.Full, to.Full, overwrite: true);
            return Errno.Success;
        }));
    }

    public override Errno Symlink(string target, string path)
    {
        if (WasiPath.CheckTarget(target) is not Errno.Success and var error)
            return error;
        return Act(path, isMaking: true, place =>
        {
            if (TypeOf(place.Full) is not null)
                return Errno.Exists;
            if (place.MustBeDirectory)
                return Errno.NoEntry;
            File.CreateSymbolicLink(place.Full, target);
            return Errno.Success;
        });
    }

    public override Errno Link(string path, bool followLinks, WasiDirectory newDirectory, string newPath) => Errno.NotSupported;

    internal static DateTime TimeOf(ulong nanoseconds) =>
        DateTime.UnixEpoch.AddTicks((long)Math.Min(nanoseconds / TimeSpan.NanosecondsPerTick, (ulong)(DateTime.MaxValue - DateTime.UnixEpoch).Ticks));

    internal static WasiFileStatus StatusOf(FileSystemInfo info)
    {
        bool isLink = info.LinkTarget is not null;
        WasiFileType type = isLink ? WasiFileType.SymbolicLink
            : (info.Attributes & FileAttributes.Directory) != 0 ? WasiFileType.Directory
            : (info.Attributes & FileAttributes.Device) != 0 ? WasiFileType.CharacterDevice
            : WasiFileType.RegularFile;
        ulong size = isLink ? (ulong)System.Text.Encoding.UTF8.GetByteCount(info.LinkTarget!)
            : info is FileInfo { Exists: true } file && type == WasiFileType.RegularFile ? (ulong)file.Length : 0;
        int mode = OperatingSystem.IsWindows() ? 0b110_110_110 : (int)info.UnixFileMode & 0b111_111_111;
        return new WasiFileStatus(
            type, 0, UnknownInode, 1, size, Nanoseconds(info.LastAccessTimeUtc), Nanoseconds(info.LastWriteTimeUtc),
            Nanoseconds(info.LastWriteTimeUtc), mode);
    }

    private static ulong Nanoseconds(DateTime time) =>
        (ulong)Math.Max((time - DateTime.UnixEpoch).Ticks, 0) * TimeSpan.NanosecondsPerTick;

    private static Errno StatOf(string path, out WasiFileStatus status)
    {
        WasiFileStatus found = default;
        Errno error = ManagedErrno.Try(() =>
        {
            if (TypeOf(path) is not { } type)
                return Errno.NoEntry;
            found = StatusOf(type == WasiFileType.Directory ? new DirectoryInfo(path) : new FileInfo(path));
            return Errno.Success;
        });
        status = found;
        return error;
    }

    private static Errno SetTimesOf(string path, ulong? accessed, ulong? modified) => ManagedErrno.Try(() =>
    {
        if (accessed is { } access)
            File.SetLastAccessTimeUtc(path, TimeOf(access));
        if (modified is { } change)
            File.SetLastWriteTimeUtc(path, TimeOf(change));
        return Errno.Success;
    });

    private static WasiFileType? TypeOf(string path)
    {
        var info = new FileInfo(path);
        if (info.LinkTarget is not null)
            return WasiFileType.SymbolicLink;
        if (Directory.Exists(path))
            return WasiFileType.Directory;
        return info.Exists ? StatusOf(info).Type : null;
    }

    private static string Portable(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;

    private Errno Act(string path, bool isMaking, Func<Place, Errno> act)
    {
        if (Find(path, followLast: path.EndsWith('/'), out Place place) is not Errno.Success and var error)
            return error;
        return ManagedErrno.Try(() =>
        {
            WasiFileType? type = TypeOf(place.Full);
            if (type is null && !isMaking)
                return Errno.NoEntry;
            return place.MustBeDirectory && type is not (null or WasiFileType.Directory) ? Errno.NotDirectory : act(place);
        });
    }

    private Errno Find(string path, bool followLast, out Place place)
    {
        place = default;
        if (WasiPath.Check(path) is not Errno.Success and var error)
            return error;
        var way = new List<string>();
        var rest = new Stack<string>();
        bool endsInSlash = WasiPath.Push(rest, path);
        bool isSelf = true;
        for (int links = 0; rest.TryPop(out string? name);)
        {
            bool isLast = rest.Count == 0;
            if (name is "." or "..")
            {
                if (name == ".." && way.Count == 0)
                    return Errno.NotPermitted;
                if (name == "..")
                    way.RemoveAt(way.Count - 1);
                isSelf = true;
                continue;
            }

            if (WasiPath.IsTooLong(name))
                return Errno.NameTooLong;
            // What Windows would take for something else: streams, devices, drives, other separators.
            if (name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
                return Errno.Invalid;
            string full = Path.Combine([_path, .. way, name]);
            string? target = new FileInfo(full).LinkTarget;
            if (target is not null && (!isLast || followLast || endsInSlash))
            {
                if (++links > MaxLinks)
                    return Errno.Loop;
                if (Path.IsPathRooted(target))
                    return Errno.NotPermitted;
                if (WasiPath.Check(Portable(target)) is not Errno.Success and var linkError)
                    return linkError;
                endsInSlash |= WasiPath.Push(rest, Portable(target)) && isLast;
                continue;
            }

            if (!isLast && !Directory.Exists(full))
                return File.Exists(full) ? Errno.NotDirectory : Errno.NoEntry;
            way.Add(name);
            isSelf = false;
        }

        place = new Place(Path.Combine([_path, .. way]), isSelf, endsInSlash || isSelf);
        return Errno.Success;
    }

    private readonly record struct Place(string Full, bool IsSelf, bool MustBeDirectory);
}
