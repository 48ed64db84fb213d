using Wasil.Wasi;

namespace Wasil.GoJs.Node;

/// <summary>One tree of files out of directories that stand under absolute paths. What lies between them can be listed, and not
/// changed. What fails throws <see cref="NodeError"/>.</summary>
internal sealed class MountedFiles
{
    private const int FolderMode = 0x16d; // 0555

    // The longest path comes first, so the first that fits is the one that a path lies in.
    private readonly (string Path, WasiDirectory Directory)[] _mounts;

    /// <exception cref="ArgumentException">A path is not absolute, or there twice.</exception>
    public MountedFiles(IEnumerable<KeyValuePair<string, WasiDirectory>> mounts)
    {
        var all = new List<(string Path, WasiDirectory Directory)>();
        foreach ((string path, WasiDirectory directory) in mounts)
        {
            if (path is null || !path.StartsWith('/') || path.Contains('\0', StringComparison.Ordinal) || directory is null)
                throw new ArgumentException($"\"{path}\" cannot be where a directory stands: it has to be an absolute path.");
            string clean = PathModule.Resolve("/", path);
            if (all.Any(mount => mount.Path == clean))
                throw new ArgumentException($"Two directories are to stand at \"{clean}\".");
            all.Add((clean, directory));
        }

        _mounts = [.. all.OrderByDescending(mount => mount.Path.Length)];
    }

    public OpenedFile Open(string path, OpenFlags flags, uint mode)
    {
        bool writes = (flags & OpenFlags.AccessMask) != OpenFlags.ReadOnly;
        if (!TryLocate(path, out Place place))
        {
            FileStatus status = VirtualStatus(path, (flags & OpenFlags.Create) != 0 ? "EROFS" : "ENOENT");
            return writes ? throw new NodeError("EISDIR") : new OpenedFolder(status);
        }

        bool creates = (flags & OpenFlags.Create) != 0;
        Errno errno = place.Directory.Open(
            place.Path,
            new WasiOpenOptions
            {
                Read = (flags & OpenFlags.AccessMask) != OpenFlags.WriteOnly,
                Write = writes,
                Create = creates,
                Exclusive = creates && (flags & OpenFlags.Exclusive) != 0,
                Truncate = writes && (flags & OpenFlags.Truncate) != 0,
                Directory = (flags & OpenFlags.Directory) != 0,
                Mode = (int)(mode & 0x1ff),
            },
            out WasiNode? node);

        // As on Linux, what is wrong with the path comes before what is wrong with the file system.
        if (errno == Errno.ReadOnly)
        {
            Errno found = place.Directory.StatAt(place.Path, followLinks: true, out WasiFileStatus status);
            if (found == Errno.Success)
                errno = status.Type == WasiFileType.Directory ? Errno.IsDirectory : Errno.ReadOnly;
            else if (!(creates && found == Errno.NoEntry))
                errno = found;
        }

        NodeError.ThrowIf(errno);
        return new OpenedNode(node!, (flags & OpenFlags.Append) != 0);
    }

    public FileStatus Status(string path, bool followsLinks)
    {
        if (!TryLocate(path, out Place place))
            return VirtualStatus(path, "ENOENT");
        NodeError.ThrowIf(place.Directory.StatAt(place.Path, followsLinks, out WasiFileStatus status));
        return FileStatus.Of(status);
    }

    public IReadOnlyList<string> List(string path)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        string clean = PathModule.Resolve("/", path);
        if (TryLocate(path, out Place place))
        {
            NodeError.ThrowIf(place.Directory.Open(place.Path, new WasiOpenOptions { Directory = true }, out WasiNode? node));
            using (node)
            {
                NodeError.ThrowIf(((WasiDirectory)node!).List(out IReadOnlyList<WasiDirectoryEntry> entries));
                foreach (WasiDirectoryEntry entry in entries)
                    names.Add(entry.Name);
            }
        }
        else
        {
            VirtualStatus(path, "ENOENT");
        }

        names.UnionWith(NamesBelow(clean));
        return [.. names];
    }

    public void MakeDirectory(string path, uint mode)
    {
        Place place = Changeable(path);
        NodeError.ThrowIf(place.Directory.CreateDirectory(place.Path, (int)(mode & 0x1ff)));
    }

    public void RemoveDirectory(string path)
    {
        Place place = Changeable(path);
        NodeError.ThrowIf(place.IsRoot ? Errno.Busy : place.Directory.RemoveDirectory(place.Path));
    }

    public void Unlink(string path)
    {
        Place place = Changeable(path);
        NodeError.ThrowIf(place.Directory.UnlinkFile(place.Path));
    }

    public void Rename(string from, string to)
    {
        (Place source, Place target) = (Changeable(from), Changeable(to));
        NodeError.ThrowIf(source.IsRoot || target.IsRoot ? Errno.Busy
            : source.Directory != target.Directory ? Errno.CrossDevice
            : source.Directory.Rename(source.Path, target.Directory, target.Path));
    }

    public void Link(string path, string link)
    {
        (Place source, Place target) = (Changeable(path), Changeable(link));
        NodeError.ThrowIf(source.Directory != target.Directory ? Errno.CrossDevice
            : source.Directory.Link(source.Path, followLinks: false, target.Directory, target.Path));
    }

    /// <summary>Makes a symbolic link. Where an absolute target lies in the same mounted directory, the link holds the way there: the
    /// directory's name in the program means nothing to others who look at the directory.</summary>
    public void Symlink(string target, string link)
    {
        Place place = Changeable(link);
        if (target.StartsWith('/') && TryLocate(target, out Place to) && to.Directory == place.Directory)
            target = PathModule.Relative(PathModule.Resolve(PathModule.Resolve("/", link), ".."), PathModule.Resolve("/", target));
        NodeError.ThrowIf(place.Directory.Symlink(target, place.Path));
    }

    public string ReadLink(string path)
    {
        if (!TryLocate(path, out Place place))
        {
            VirtualStatus(path, "ENOENT");
            throw new NodeError("EINVAL");
        }

        NodeError.ThrowIf(place.Directory.ReadLink(place.Path, out string target));
        return target;
    }

    public void SetPermissions(string path, uint mode)
    {
        Place place = Changeable(path);
        NodeError.ThrowIf(place.Directory.SetModeAt(place.Path, (int)(mode & 0x1ff)));
    }

    public void SetTimes(string path, long accessed, long modified)
    {
        Place place = Changeable(path);
        NodeError.ThrowIf(accessed < 0 || modified < 0 ? Errno.Invalid
            : place.Directory.SetTimesAt(place.Path, followLinks: true, (ulong)accessed, (ulong)modified));
    }

    private Place Changeable(string path)
    {
        if (TryLocate(path, out Place place))
            return place;
        VirtualStatus(path, IsBelowFolder(path) ? "EROFS" : "ENOENT");
        throw new NodeError("EROFS");
    }

    private bool TryLocate(string path, out Place place)
    {
        string clean = PathModule.Resolve("/", path);
        foreach ((string mount, WasiDirectory directory) in _mounts)
        {
            string prefix = mount == "/" ? "/" : mount + "/";
            if (clean != mount && !clean.StartsWith(prefix, StringComparison.Ordinal))
                continue;

            // `..` behind a symbolic link leads elsewhere than its text says, so as much as lies below the mount goes there as it is.
            string rest = path.StartsWith(prefix, StringComparison.Ordinal) && StaysBelow(path[prefix.Length..])
                ? path[prefix.Length..].TrimStart('/')
                : clean.Length > prefix.Length ? clean[prefix.Length..] + (path.EndsWith('/') ? "/" : "") : "";
            place = new Place(directory, rest.Length == 0 ? "." : rest, rest.Trim('/') is "" or ".");
            return true;
        }

        place = default;
        return false;
    }

    private static bool StaysBelow(string path)
    {
        int depth = 0;
        foreach (string segment in path.Split('/'))
        {
            depth += segment switch { "" or "." => 0, ".." => -1, _ => 1 };
            if (depth < 0)
                return false;
        }

        return true;
    }

    private FileStatus VirtualStatus(string path, string otherwise)
    {
        string clean = PathModule.Resolve("/", path);
        return clean == "/" || NamesBelow(clean).Any()
            ? new FileStatus(FileKind.Directory, FolderMode, 0, (ulong)(uint)clean.GetHashCode(StringComparison.Ordinal), 1, 0, 0, 0, 0)
            : throw new NodeError(otherwise);
    }

    private bool IsBelowFolder(string path)
    {
        string parent = PathModule.Resolve(PathModule.Resolve("/", path), "..");
        return parent == "/" || NamesBelow(parent).Any();
    }

    private IEnumerable<string> NamesBelow(string folder)
    {
        string prefix = folder == "/" ? "/" : folder + "/";
        return _mounts.Where(mount => mount.Path.Length > prefix.Length && mount.Path.StartsWith(prefix, StringComparison.Ordinal))
            .Select(mount => mount.Path[prefix.Length..].Split('/')[0]);
    }

    private readonly record struct Place(WasiDirectory Directory, string Path, bool IsRoot);
}
