namespace Wasil.Wasi.Files;

/// <summary>A directory below which others stand. What hides something of the root hides it wholly.</summary>
/// <param name="root">What the rest belongs to; it is this directory's own.</param>
/// <param name="mounts">The others by their plain paths, which are not empty; they are this directory's own.</param>
internal sealed class TreeDirectory(WasiDirectory root, SortedDictionary<string, WasiDirectory> mounts) : ComposedDirectory
{
    /// <summary>Makes a tree.</summary>
    /// <exception cref="ArgumentException">A path is not absolute, or there is nothing at it.</exception>
    public static WasiDirectory Of(IEnumerable<KeyValuePair<string, WasiDirectory>> directories)
    {
        var mounts = new SortedDictionary<string, WasiDirectory>(StringComparer.Ordinal);
        foreach ((string path, WasiDirectory directory) in directories)
        {
            if (path is null || !path.StartsWith('/') || path.Contains('\0', StringComparison.Ordinal))
                throw new ArgumentException($"\"{path}\" is no absolute path.", nameof(directories));
            string[] names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (names.Any(name => name is "." or ".." || WasiPath.IsTooLong(name)))
                throw new ArgumentException($"\"{path}\" is no path of names.", nameof(directories));
            if (directory is null || !mounts.TryAdd(string.Join('/', names), directory))
                throw new ArgumentException($"There is nothing at \"{path}\", or more than one directory.", nameof(directories));
        }

        mounts.Remove("", out WasiDirectory? root);
        root = root?.Duplicate() ?? Empty();
        var duplicates = new SortedDictionary<string, WasiDirectory>(StringComparer.Ordinal);
        foreach ((string path, WasiDirectory directory) in mounts)
            duplicates[path] = directory.Duplicate();
        return duplicates.Count == 0 ? root : new TreeDirectory(root, duplicates);
    }

    public override WasiDirectory Duplicate() => new TreeDirectory(root.Duplicate(), Duplicates("", mounts));

    public override Errno SetTimes(ulong? accessed, ulong? modified) => root.SetTimes(accessed, modified);

    public override Errno SetMode(int mode) => root.SetMode(mode);

    public override Errno Sync(bool dataOnly) => root.Sync(dataOnly);

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        if (root.List(out entries) is not Errno.Success and var error)
            return error;
        var all = new OrderedDictionary<string, WasiDirectoryEntry>(StringComparer.Ordinal);
        foreach (WasiDirectoryEntry entry in entries)
            all[entry.Name] = entry;
        foreach (string path in mounts.Keys)
        {
            string name = path.Split('/')[0];
            Errno found = StatPlain(name, out WasiFileStatus status);
            all[name] = new WasiDirectoryEntry(name, WasiFileType.Directory, found == Errno.Success ? status.Inode : 0);
        }

        entries = [.. all.Values];
        return Errno.Success;
    }

    public override Errno SetTimesAt(string path, bool followLinks, ulong? accessed, ulong? modified) =>
        Act(path, followLinks, (directory, rest) => rest.Length == 0
            ? directory.SetTimes(accessed, modified) : directory.SetTimesAt(rest, followLinks: false, accessed, modified));

    public override Errno SetModeAt(string path, int mode) => Act(path, followLinks: true, (directory, rest) =>
        rest.Length == 0 ? directory.SetMode(mode) : directory.SetModeAt(rest, mode));

    public override Errno CreateDirectory(string path, int mode) => Make(path, allowSlash: true, (directory, rest) =>
        directory.CreateDirectory(rest, mode));

    public override Errno Symlink(string target, string path)
    {
        return WasiPath.CheckTarget(target) is not Errno.Success and var error
            ? error : Make(path, allowSlash: false, (directory, rest) => directory.Symlink(target, rest));
    }

    public override Errno RemoveDirectory(string path)
    {
        if (Find(path, followLinks: false, out Place place) is not Errno.Success and var error)
            return error;
        if (!place.IsNamed)
            return path.TrimEnd('/').EndsWith("..", StringComparison.Ordinal) ? Errno.NotEmpty : Errno.Invalid;
        if (place.Status!.Value.Type != WasiFileType.Directory)
            return Errno.NotDirectory;
        return Act(place, (directory, rest) => directory.RemoveDirectory(rest));
    }

    public override Errno UnlinkFile(string path)
    {
        if (Find(path, followLinks: false, out Place place) is not Errno.Success and var error)
            return error;
        return place.Status!.Value.Type == WasiFileType.Directory
            ? Errno.IsDirectory : Act(place, (directory, rest) => directory.UnlinkFile(rest));
    }

    public override Errno Rename(string path, WasiDirectory newDirectory, string newPath) =>
        ActOnTwo(path, followLinks: false, newDirectory, newPath, (from, fromRest, to, toRest) =>
            from.Rename(fromRest, to, toRest));

    public override Errno Link(string path, bool followLinks, WasiDirectory newDirectory, string newPath) =>
        ActOnTwo(path, followLinks, newDirectory, newPath, (from, fromRest, to, toRest) =>
            from.Link(fromRest, followLinks: false, to, toRest));

    internal override Errno Receive(string path, out WasiDirectory directory, out string rest)
    {
        directory = this;
        rest = path;
        if (Walk(path, followLast: false, out Place place) is not Errno.Success and var error)
            return error;
        if (IsFixed(place))
            return Errno.Busy;
        (directory, rest) = Locate(place.Path);
        rest += place.MustBeDirectory ? "/" : "";
        return Errno.Success;
    }

    protected override Errno StatPlain(string path, out WasiFileStatus status)
    {
        (WasiDirectory directory, string rest) = Locate(path);
        Errno error = rest.Length == 0 ? directory.Stat(out status) : directory.StatAt(rest, followLinks: false, out status);
        if (!IsAbove(path) || (error == Errno.Success && status.Type == WasiFileType.Directory))
            return error;
        // Something stands below, so there is a directory, whatever the root has here.
        return root.Stat(out status);
    }

    protected override Errno ReadLinkPlain(string path, out string target)
    {
        (WasiDirectory directory, string rest) = Locate(path);
        return directory.ReadLink(rest, out target);
    }

    protected override Errno OpenPlain(string path, in WasiFileStatus status, WasiOpenOptions options, out WasiNode? node)
    {
        (WasiDirectory directory, string rest) = Locate(path);
        if (!IsAbove(path))
        {
            if (rest.Length > 0)
                return directory.Open(rest, options, out node);
            node = directory.Duplicate();
            return Errno.Success;
        }

        node = null;
        WasiNode? opened = rest.Length == 0 ? directory.Duplicate() : null;
        if (opened is null && directory.Open(rest, options, out opened) is not Errno.Success)
            opened = Empty();
        if (opened is not WasiDirectory found)
        {
            opened!.Dispose();
            found = Empty();
        }

        node = new TreeDirectory(found, Duplicates(path, mounts));
        return Errno.Success;
    }

    protected override Errno CreatePlain(string path, WasiOpenOptions options, out WasiNode? node)
    {
        (WasiDirectory directory, string rest) = Locate(path);
        return directory.Open(rest, options with { FollowLinks = false }, out node);
    }

    protected override void Close()
    {
        root.Dispose();
        foreach (WasiDirectory mount in mounts.Values)
            mount.Dispose();
    }

    private static WasiDirectory Empty() => InMemory(0).AsReadOnly();

    private static bool IsBelow(string path, string above) =>
        above.Length == 0 ? path.Length > 0 : path.Length > above.Length && path[above.Length] == '/' && path.StartsWith(above, StringComparison.Ordinal);

    private static SortedDictionary<string, WasiDirectory> Duplicates(string above, SortedDictionary<string, WasiDirectory> mounts)
    {
        var duplicates = new SortedDictionary<string, WasiDirectory>(StringComparer.Ordinal);
        foreach ((string path, WasiDirectory directory) in mounts)
        {
            if (IsBelow(path, above))
                duplicates[above.Length == 0 ? path : path[(above.Length + 1)..]] = directory.Duplicate();
        }

        return duplicates;
    }

    /// <summary>Whether something stands below a path.</summary>
    private bool IsAbove(string path) => mounts.Keys.Any(mount => IsBelow(mount, path));

    /// <summary>Whose a plain path is, and its path there.</summary>
    private (WasiDirectory Directory, string Path) Locate(string path)
    {
        (WasiDirectory Directory, string Path) best = (root, path);
        foreach ((string mount, WasiDirectory directory) in mounts)
        {
            if (path == mount)
                return (directory, "");
            if (IsBelow(path, mount) && path.Length - mount.Length - 1 < best.Path.Length)
                best = (directory, path[(mount.Length + 1)..]);
        }

        return best;
    }

    // What the tree itself is made of stays where it is.
    private bool IsFixed(in Place place) => !place.IsNamed || mounts.ContainsKey(place.Path) || IsAbove(place.Path);

    private Errno Act(in Place place, Func<WasiDirectory, string, Errno> act)
    {
        if (IsFixed(place))
            return Errno.Busy;
        (WasiDirectory directory, string rest) = Locate(place.Path);
        return act(directory, rest);
    }

    private Errno Act(string path, bool followLinks, Func<WasiDirectory, string, Errno> act)
    {
        if (Find(path, followLinks, out Place place) is not Errno.Success and var error)
            return error;
        (WasiDirectory directory, string rest) = Locate(place.Path);
        return act(directory, rest);
    }

    private Errno Make(string path, bool allowSlash, Func<WasiDirectory, string, Errno> make)
    {
        if (Walk(path, followLast: false, out Place place) is not Errno.Success and var error)
            return error;
        if (place.Status is not null)
            return Errno.Exists;
        if (place.MustBeDirectory && !allowSlash)
            return Errno.NoEntry;
        (WasiDirectory directory, string rest) = Locate(place.Path);
        return make(directory, rest);
    }

    private Errno ActOnTwo(
        string path, bool followLinks, WasiDirectory newDirectory, string newPath,
        Func<WasiDirectory, string, WasiDirectory, string, Errno> act)
    {
        if (Find(path, followLinks, out Place place) is not Errno.Success and var error)
            return error;
        if (IsFixed(place))
            return Errno.Busy;
        (WasiDirectory from, string fromRest) = Locate(place.Path);
        return newDirectory.Receive(newPath, out WasiDirectory to, out string toRest) is not Errno.Success and var newError
            ? newError : act(from, fromRest, to, toRest);
    }
}
