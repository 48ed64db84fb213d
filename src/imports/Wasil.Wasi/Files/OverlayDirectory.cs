namespace Wasil.Wasi.Files;

/// <summary>
/// A directory over another one, which is only read: what is changed goes to the upper one, into which a file is copied before it
/// is first written. An open directory is known by its path, so one that is renamed loses those who had it open.
/// </summary>
internal sealed class OverlayDirectory : ComposedDirectory
{
    private const int CopyBytes = 64 << 10;

    private readonly Layers _layers;
    private readonly string _at;

    private OverlayDirectory(Layers layers, string at)
    {
        _layers = layers;
        _at = at;
        lock (_layers.Gate)
            _layers.Users++;
    }

    public static WasiDirectory Of(WasiDirectory lower, WasiDirectory upper) =>
        new OverlayDirectory(new Layers(lower.Duplicate(), upper.Duplicate()), "");

    public override WasiDirectory Duplicate() => new OverlayDirectory(_layers, _at);

    public override Errno SetTimes(ulong? accessed, ulong? modified) =>
        Change("", (upper, path) => path.Length == 0 ? upper.SetTimes(accessed, modified) : upper.SetTimesAt(path, false, accessed, modified));

    public override Errno SetMode(int mode) =>
        Change("", (upper, path) => path.Length == 0 ? upper.SetMode(mode) : upper.SetModeAt(path, mode));

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        lock (_layers.Gate)
            return ListOf(_at, out entries);
    }

    public override Errno SetTimesAt(string path, bool followLinks, ulong? accessed, ulong? modified)
    {
        if (Find(path, followLinks, out Place place) is not Errno.Success and var error)
            return error;
        return place.Path.Length == 0 ? SetTimes(accessed, modified)
            : Change(place.Path, (upper, full) => upper.SetTimesAt(full, followLinks: false, accessed, modified));
    }

    public override Errno SetModeAt(string path, int mode)
    {
        if (Find(path, followLinks: true, out Place place) is not Errno.Success and var error)
            return error;
        return place.Path.Length == 0 ? SetMode(mode) : Change(place.Path, (upper, full) => upper.SetModeAt(full, mode));
    }

    public override Errno CreateDirectory(string path, int mode) =>
        Make(path, allowSlash: true, (upper, full) => upper.CreateDirectory(full, mode));

    public override Errno Symlink(string target, string path) => WasiPath.CheckTarget(target) is not Errno.Success and var error
        ? error : Make(path, allowSlash: false, (upper, full) => upper.Symlink(target, full));

    public override Errno RemoveDirectory(string path)
    {
        lock (_layers.Gate)
        {
            if (Find(path, followLinks: false, out Place place) is not Errno.Success and var error)
                return error;
            if (!place.IsNamed)
                return path.TrimEnd('/').EndsWith("..", StringComparison.Ordinal) ? Errno.NotEmpty : Errno.Invalid;
            if (place.Status!.Value.Type != WasiFileType.Directory)
                return Errno.NotDirectory;
            string full = FullOf(place.Path);
            if (ListOf(full, out IReadOnlyList<WasiDirectoryEntry> entries) is not Errno.Success and var listError)
                return listError;
            return entries.Count > 0 ? Errno.NotEmpty : Remove(full, _layers.Upper.RemoveDirectory);
        }
    }

    public override Errno UnlinkFile(string path)
    {
        lock (_layers.Gate)
        {
            if (Find(path, followLinks: false, out Place place) is not Errno.Success and var error)
                return error;
            return place.Status!.Value.Type == WasiFileType.Directory
                ? Errno.IsDirectory : Remove(FullOf(place.Path), _layers.Upper.UnlinkFile);
        }
    }

    public override Errno Rename(string path, WasiDirectory newDirectory, string newPath)
    {
        if (newDirectory.Receive(newPath, out newDirectory, out newPath) is not Errno.Success and var receiveError)
            return receiveError;
        if (newDirectory is not OverlayDirectory target || !ReferenceEquals(target._layers, _layers))
            return newDirectory is ReadOnlyDirectory ? Errno.ReadOnly : Errno.CrossDevice;
        lock (_layers.Gate)
        {
            if (Find(path, followLinks: false, out Place from) is not Errno.Success and var error)
                return error;
            if (target.Walk(newPath, followLast: false, out Place to) is not Errno.Success and var toError)
                return toError;
            if (!from.IsNamed || !to.IsNamed)
                return Errno.Busy;
            string fromFull = FullOf(from.Path), toFull = target.FullOf(to.Path);
            if (fromFull == toFull)
                return Errno.Success;
            WasiFileType? replaced = to.Status?.Type;
            if (from.Status!.Value.Type == WasiFileType.Directory)
            {
                if (toFull.StartsWith(fromFull + "/", StringComparison.Ordinal))
                    return Errno.Invalid;
                if (replaced is not (null or WasiFileType.Directory))
                    return Errno.NotDirectory;
                // Its files would have to be copied, which is for the guest to decide.
                if (IsInLower(fromFull))
                    return Errno.CrossDevice;
                if (replaced is not null && ListOf(toFull, out IReadOnlyList<WasiDirectoryEntry> entries) == Errno.Success && entries.Count > 0)
                    return Errno.NotEmpty;
            }
            else if (replaced == WasiFileType.Directory)
            {
                return Errno.IsDirectory;
            }
            else if (to.MustBeDirectory)
            {
                return Errno.NotDirectory;
            }

            if (CopyUp(fromFull) is not Errno.Success and var copyError)
                return copyError;
            if (CopyUpParent(toFull) is not Errno.Success and var parentError)
                return parentError;
            if (_layers.Upper.Rename(fromFull, _layers.Upper, toFull) is not Errno.Success and var renameError)
                return renameError;
            // Neither shows through again: what was moved is gone there, and a directory has what it had.
            Hide(fromFull);
            Hide(toFull);
            return Errno.Success;
        }
    }

    public override Errno Link(string path, bool followLinks, WasiDirectory newDirectory, string newPath)
    {
        if (newDirectory.Receive(newPath, out newDirectory, out newPath) is not Errno.Success and var receiveError)
            return receiveError;
        if (newDirectory is not OverlayDirectory target || !ReferenceEquals(target._layers, _layers))
            return newDirectory is ReadOnlyDirectory ? Errno.ReadOnly : Errno.CrossDevice;
        lock (_layers.Gate)
        {
            if (Find(path, followLinks, out Place from) is not Errno.Success and var error)
                return error;
            if (from.Status!.Value.Type == WasiFileType.Directory)
                return Errno.NotPermitted;
            string full = FullOf(from.Path);
            return target.Make(newPath, allowSlash: false, (upper, newFull) =>
                CopyUp(full) is not Errno.Success and var copyError ? copyError : upper.Link(full, followLinks: false, upper, newFull));
        }
    }

    protected override Errno StatPlain(string path, out WasiFileStatus status)
    {
        lock (_layers.Gate)
            return StatOf(FullOf(path), out status);
    }

    protected override Errno ReadLinkPlain(string path, out string target)
    {
        lock (_layers.Gate)
        {
            string full = FullOf(path);
            return (IsInUpper(full) ? _layers.Upper : _layers.Lower).ReadLink(full, out target);
        }
    }

    protected override Errno OpenPlain(string path, in WasiFileStatus status, WasiOpenOptions options, out WasiNode? node)
    {
        node = null;
        string full = FullOf(path);
        if (status.Type == WasiFileType.Directory)
        {
            node = new OverlayDirectory(_layers, full);
            return Errno.Success;
        }

        lock (_layers.Gate)
        {
            if (!options.Write && !options.Truncate)
                return (IsInUpper(full) ? _layers.Upper : _layers.Lower).Open(full, options, out node);
            return CopyUp(full, withContent: !options.Truncate) is not Errno.Success and var error
                ? error : _layers.Upper.Open(full, options, out node);
        }
    }

    protected override Errno CreatePlain(string path, WasiOpenOptions options, out WasiNode? node)
    {
        node = null;
        string full = FullOf(path);
        lock (_layers.Gate)
        {
            return CopyUpParent(full) is not Errno.Success and var error
                ? error : _layers.Upper.Open(full, options with { FollowLinks = false }, out node);
        }
    }

    protected override void Close()
    {
        lock (_layers.Gate)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            if (--_layers.Users > 0)
                return;
        }

        _layers.Lower.Dispose();
        _layers.Upper.Dispose();
    }

    private bool _isClosed;

    private static Errno StatIn(WasiDirectory directory, string full, out WasiFileStatus status) =>
        full.Length == 0 ? directory.Stat(out status) : directory.StatAt(full, followLinks: false, out status);

    private static string ParentOf(string full) => full.LastIndexOf('/') is var slash and >= 0 ? full[..slash] : "";

    private string FullOf(string path) => _at.Length == 0 ? path : path.Length == 0 ? _at : $"{_at}/{path}";

    private bool IsInUpper(string full) => StatIn(_layers.Upper, full, out _) == Errno.Success;

    private bool IsInLower(string full) => !IsHidden(full) && StatIn(_layers.Lower, full, out _) == Errno.Success;

    /// <summary>Whether the lower directory does not show through: it or what it lies in was removed, or is no directory above.</summary>
    private bool IsHidden(string full)
    {
        for (string each = full; each.Length > 0; each = ParentOf(each))
        {
            if (_layers.Removed.Contains(each))
                return true;
            if (each.Length < full.Length && StatIn(_layers.Upper, each, out WasiFileStatus above) == Errno.Success
                && above.Type != WasiFileType.Directory)
                return true;
        }

        return false;
    }

    private Errno StatOf(string full, out WasiFileStatus status)
    {
        Errno error = StatIn(_layers.Upper, full, out status);
        if (error is not (Errno.NoEntry or Errno.NotDirectory))
            return error;
        return IsHidden(full) ? Errno.NoEntry : StatIn(_layers.Lower, full, out status);
    }

    private Errno ListOf(string full, out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        var all = new OrderedDictionary<string, WasiDirectoryEntry>(StringComparer.Ordinal);
        entries = [];
        bool found = false;
        if (!IsHidden(full) && ListIn(_layers.Lower, full, out IReadOnlyList<WasiDirectoryEntry> lower) == Errno.Success)
        {
            found = true;
            foreach (WasiDirectoryEntry entry in lower)
            {
                if (!_layers.Removed.Contains(full.Length == 0 ? entry.Name : $"{full}/{entry.Name}"))
                    all[entry.Name] = entry;
            }
        }

        if (ListIn(_layers.Upper, full, out IReadOnlyList<WasiDirectoryEntry> upper) == Errno.Success)
        {
            found = true;
            foreach (WasiDirectoryEntry entry in upper)
                all[entry.Name] = entry;
        }

        entries = [.. all.Values];
        return found ? Errno.Success : Errno.NoEntry;
    }

    private static Errno ListIn(WasiDirectory directory, string full, out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        if (full.Length == 0)
            return directory.List(out entries);
        entries = [];
        if (directory.Open(full, new WasiOpenOptions { Directory = true, FollowLinks = false }, out WasiNode? node) is not Errno.Success and var error)
            return error;
        using (node)
            return ((WasiDirectory)node!).List(out entries);
    }

    private void Hide(string full)
    {
        if (StatIn(_layers.Lower, full, out _) == Errno.Success)
            _layers.Removed.Add(full);
    }

    private Errno Remove(string full, Func<string, Errno> remove)
    {
        if (IsInUpper(full) && remove(full) is not Errno.Success and var error)
            return error;
        Hide(full);
        return Errno.Success;
    }

    private Errno Change(string path, Func<WasiDirectory, string, Errno> change)
    {
        lock (_layers.Gate)
        {
            string full = FullOf(path);
            return CopyUp(full) is not Errno.Success and var error ? error : change(_layers.Upper, full);
        }
    }

    private Errno Make(string path, bool allowSlash, Func<WasiDirectory, string, Errno> make)
    {
        lock (_layers.Gate)
        {
            if (Walk(path, followLast: false, out Place place) is not Errno.Success and var error)
                return error;
            if (place.Status is not null)
                return Errno.Exists;
            if (place.MustBeDirectory && !allowSlash)
                return Errno.NoEntry;
            string full = FullOf(place.Path);
            return CopyUpParent(full) is not Errno.Success and var parentError ? parentError : make(_layers.Upper, full);
        }
    }

    private Errno CopyUpParent(string full) => ParentOf(full) is { Length: > 0 } parent
        ? StatOf(parent, out WasiFileStatus status) is not Errno.Success and var error ? error
        : status.Type != WasiFileType.Directory ? Errno.NotDirectory : CopyUp(parent)
        : Errno.Success;

    /// <summary>Makes sure that the upper directory has what is to be changed.</summary>
    private Errno CopyUp(string full, bool withContent = true)
    {
        if (full.Length == 0 || IsInUpper(full))
            return Errno.Success;
        if (StatOf(full, out WasiFileStatus status) is not Errno.Success and var error)
            return error;
        if (CopyUpParent(full) is not Errno.Success and var parentError)
            return parentError;
        switch (status.Type)
        {
            case WasiFileType.Directory:
                // One that came to be read-only below must still take what is put into it.
                if (_layers.Upper.CreateDirectory(full, status.Mode | 0b111_000_000) is not Errno.Success and var directoryError)
                    return directoryError;
                break;
            case WasiFileType.SymbolicLink:
                return _layers.Lower.ReadLink(full, out string target) is not Errno.Success and var linkError
                    ? linkError : _layers.Upper.Symlink(target, full);
            case WasiFileType.RegularFile:
                if (CopyFile(full, status.Mode | 0b110_000_000, withContent) is not Errno.Success and var fileError)
                {
                    _layers.Upper.UnlinkFile(full);
                    return fileError;
                }

                break;
            default:
                return Errno.NotSupported;
        }

        // Times are a courtesy, and not every file system has them.
        _layers.Upper.SetTimesAt(full, followLinks: false, status.Accessed, status.Modified);
        return Errno.Success;
    }

    private Errno CopyFile(string full, int mode, bool withContent)
    {
        var create = new WasiOpenOptions { Write = true, Create = true, Exclusive = true, FollowLinks = false, Mode = mode };
        if (_layers.Upper.Open(full, create, out WasiNode? made) is not Errno.Success and var createError)
            return createError;
        using (made)
        {
            if (!withContent)
                return Errno.Success;
            if (_layers.Lower.Open(full, new WasiOpenOptions { FollowLinks = false }, out WasiNode? opened) is not Errno.Success and var openError)
                return openError;
            using (opened)
                return opened is WasiFile source ? Copy(source, (WasiFile)made!) : Errno.IsDirectory;
        }
    }

    private static Errno Copy(WasiFile source, WasiFile target)
    {
        byte[] buffer = new byte[CopyBytes];
        for (ulong position = 0; ;)
        {
            if (source.ReadAt(position, buffer, out int read) is not Errno.Success and var readError)
                return readError;
            if (read == 0)
                return Errno.Success;
            for (int done = 0; done < read;)
            {
                if (target.WriteAt(position + (uint)done, buffer.AsSpan(done, read - done), out int written) is not Errno.Success and var writeError)
                    return writeError;
                done += written;
            }

            position += (uint)read;
        }
    }

    /// <summary>What all open directories of one overlay share.</summary>
    private sealed class Layers(WasiDirectory lower, WasiDirectory upper)
    {
        public Lock Gate { get; } = new();

        public WasiDirectory Lower { get; } = lower;

        public WasiDirectory Upper { get; } = upper;

        /// <summary>The plain paths at which the lower directory does not show through any more.</summary>
        public HashSet<string> Removed { get; } = new(StringComparer.Ordinal);

        public int Users { get; set; }
    }
}
