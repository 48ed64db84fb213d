namespace Wasil.Wasi.Files;

/// <summary>
/// A directory made of others. Paths are followed here, name by name, so that links and <c>..</c> lead from one of the others to
/// another; the rest works on paths that have neither any more. What is changed meanwhile may lead to another name below, and
/// never out, as each of the others guards its own.
/// </summary>
internal abstract class ComposedDirectory : WasiDirectory
{
    /// <summary>What is known about a plain path, whose last name is not followed; the empty one is the directory itself.</summary>
    protected abstract Errno StatPlain(string path, out WasiFileStatus status);

    /// <summary>Reads the link that a plain path names.</summary>
    protected abstract Errno ReadLinkPlain(string path, out string target);

    /// <summary>Opens what a plain path names, which is there.</summary>
    protected abstract Errno OpenPlain(string path, in WasiFileStatus status, WasiOpenOptions options, out WasiNode? node);

    /// <summary>Makes a file.</summary>
    protected abstract Errno CreatePlain(string path, WasiOpenOptions options, out WasiNode? node);

    public override Errno Stat(out WasiFileStatus status) => StatPlain("", out status);

    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        node = null;
        if (options is { Create: true, Directory: true })
            return Errno.Invalid;
        bool isNew = options is { Create: true, Exclusive: true };
        if (Walk(path, options.FollowLinks && !isNew, out Place place) is not Errno.Success and var error)
            return error;
        if (place.Status is not { } status)
            return !options.Create ? Errno.NoEntry : place.MustBeDirectory ? Errno.IsDirectory : CreatePlain(place.Path, options, out node);
        if (isNew)
            return Errno.Exists;
        switch (status.Type)
        {
            case WasiFileType.Directory when options.Write || options.Truncate || options.Create:
                return Errno.IsDirectory;
            case WasiFileType.SymbolicLink:
                return options.Directory ? Errno.NotDirectory : Errno.Loop;
            case not WasiFileType.Directory when options.Directory:
                return Errno.NotDirectory;
            default:
                return OpenPlain(place.Path, status, options with { FollowLinks = false, Create = false }, out node);
        }
    }

    public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status)
    {
        Errno error = Find(path, followLinks, out Place place);
        status = place.Status ?? default;
        return error;
    }

    public override Errno ReadLink(string path, out string target)
    {
        target = "";
        if (Find(path, followLinks: false, out Place place) is not Errno.Success and var error)
            return error;
        return place.Status!.Value.Type == WasiFileType.SymbolicLink ? ReadLinkPlain(place.Path, out target) : Errno.Invalid;
    }

    /// <summary>Follows a path to what is there.</summary>
    protected Errno Find(string path, bool followLinks, out Place place) =>
        Walk(path, followLinks, out place) is not Errno.Success and var error ? error
        : place.Status is null ? Errno.NoEntry : Errno.Success;

    /// <summary>Follows a path to what is there or may be made there.</summary>
    protected Errno Walk(string path, bool followLast, out Place place)
    {
        place = default;
        if (WasiPath.Check(path) is not Errno.Success and var error)
            return error;
        var way = new List<string>();
        var rest = new Stack<string>();
        bool endsInSlash = WasiPath.Push(rest, path);
        bool isDirectory = true, isNamed = false;
        WasiFileStatus? status = null;
        for (int links = 0; rest.TryPop(out string? name);)
        {
            bool isLast = rest.Count == 0;
            if (!isDirectory)
                return status is null ? Errno.NoEntry : Errno.NotDirectory;
            if (name is "." or "..")
            {
                if (name == ".." && way.Count == 0)
                    return Errno.NotPermitted;
                if (name == "..")
                    way.RemoveAt(way.Count - 1);
                isNamed = false;
                continue;
            }

            if (WasiPath.IsTooLong(name))
                return Errno.NameTooLong;
            way.Add(name);
            string plain = string.Join('/', way);
            Errno found = StatPlain(plain, out WasiFileStatus here);
            if (found is not (Errno.Success or Errno.NoEntry))
                return found;
            status = found == Errno.Success ? here : null;
            if (status?.Type == WasiFileType.SymbolicLink && (!isLast || followLast || endsInSlash))
            {
                if (++links > MaxLinks)
                    return Errno.Loop;
                if (ReadLinkPlain(plain, out string target) is not Errno.Success and var linkError)
                    return linkError;
                if (WasiPath.Check(target) is not Errno.Success and var targetError)
                    return targetError;
                way.RemoveAt(way.Count - 1);
                endsInSlash |= WasiPath.Push(rest, target) && isLast;
                continue;
            }

            isDirectory = status?.Type == WasiFileType.Directory;
            isNamed = true;
        }

        string end = string.Join('/', way);
        if (!isNamed)
        {
            // The path ends in a dot or two, and so in a directory that was gone through.
            Errno found = StatPlain(end, out WasiFileStatus self);
            place = new Place(end, self, IsNamed: false, MustBeDirectory: true);
            return found;
        }

        place = new Place(end, status, IsNamed: true, endsInSlash);
        return endsInSlash && status is not null && !isDirectory ? Errno.NotDirectory : Errno.Success;
    }

    /// <summary>Where a path leads.</summary>
    /// <param name="Path">The plain path.</param>
    /// <param name="Status">What is there, if anything.</param>
    /// <param name="IsNamed">Whether the path ends in a name.</param>
    /// <param name="MustBeDirectory">Whether the path ends in a slash or the like.</param>
    protected readonly record struct Place(string Path, WasiFileStatus? Status, bool IsNamed, bool MustBeDirectory);
}
