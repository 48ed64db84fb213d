using static Wasil.Wasi.Files.MemoryFileSystem;

namespace Wasil.Wasi.Files;

/// <summary>An open directory in memory.</summary>
internal sealed class MemoryDirectory(MemoryFileSystem system, MemoryDirectoryNode node) : WasiDirectory
{
    private MemoryDirectoryNode Node { get; } = node;

    private MemoryFileSystem FileSystem { get; } = system;

    public override WasiDirectory Duplicate() => new MemoryDirectory(FileSystem, Node);

    public override Errno Stat(out WasiFileStatus status)
    {
        lock (FileSystem.Gate)
            status = Node.Status;
        return Errno.Success;
    }

    public override Errno SetTimes(ulong? accessed, ulong? modified)
    {
        lock (FileSystem.Gate)
            return Node.SetTimes(accessed, modified);
    }

    public override Errno SetMode(int mode)
    {
        lock (FileSystem.Gate)
            Node.Mode = mode & 0b111_111_111;
        return Errno.Success;
    }

    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        node = null;
        lock (FileSystem.Gate)
        {
            // What is to be made anew must not be there, not even as a link to nowhere.
            bool follow = options.FollowLinks && !(options.Create && options.Exclusive);
            if (Walk(Node, path, follow, out Place place) is not Errno.Success and var error)
                return error;
            if (place.Node is null)
                return Create(place, options, out node);
            if (options is { Create: true, Exclusive: true })
                return Errno.Exists;
            switch (place.Node)
            {
                case MemoryDirectoryNode directory:
                    if (options.Write || options.Truncate || options.Create)
                        return options.Create && options.Directory ? Errno.Invalid : Errno.IsDirectory;
                    node = new MemoryDirectory(FileSystem, directory);
                    return Errno.Success;
                case MemoryFileNode when options.Directory:
                    return Errno.NotDirectory;
                case MemoryFileNode file:
                    if (options.Truncate && file.SetSize(0) is not Errno.Success and var truncateError)
                        return truncateError;
                    node = new MemoryFile(file, options.Read, options.Write);
                    return Errno.Success;
                default:
                    return options.Directory ? Errno.NotDirectory : Errno.Loop;
            }
        }
    }

    public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status)
    {
        status = default;
        lock (FileSystem.Gate)
        {
            if (Find(path, followLinks, out Place place) is not Errno.Success and var error)
                return error;
            status = place.Node!.Status;
            return Errno.Success;
        }
    }

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        lock (FileSystem.Gate)
            entries = Node.Entries;
        return Errno.Success;
    }

    public override Errno ReadLink(string path, out string target)
    {
        target = "";
        lock (FileSystem.Gate)
        {
            if (Find(path, followLast: false, out Place place) is not Errno.Success and var error)
                return error;
            if (place.Node is not MemoryLinkNode link)
                return Errno.Invalid;
            target = link.Target;
            return Errno.Success;
        }
    }

    public override Errno SetTimesAt(string path, bool followLinks, ulong? accessed, ulong? modified)
    {
        lock (FileSystem.Gate)
        {
            return Find(path, followLinks, out Place place) is not Errno.Success and var error
                ? error : place.Node!.SetTimes(accessed, modified);
        }
    }

    public override Errno SetModeAt(string path, int mode)
    {
        lock (FileSystem.Gate)
        {
            if (Find(path, followLast: true, out Place place) is not Errno.Success and var error)
                return error;
            place.Node!.Mode = mode & 0b111_111_111;
            place.Node.Changed = FileSystem.Now;
            return Errno.Success;
        }
    }

    public override Errno CreateDirectory(string path, int mode)
    {
        lock (FileSystem.Gate)
        {
            if (Walk(Node, path, followLast: false, out Place place) is not Errno.Success and var error)
                return error is Errno.NotDirectory ? Errno.NotDirectory : error;
            return place.Node is not null ? Errno.Exists : place.Parent.Add(place.Name!, new MemoryDirectoryNode(FileSystem, mode));
        }
    }

    public override Errno RemoveDirectory(string path)
    {
        lock (FileSystem.Gate)
        {
            if (Find(path, followLast: false, out Place place) is not Errno.Success and var error)
                return error;
            if (place.Node is not MemoryDirectoryNode directory)
                return Errno.NotDirectory;
            if (place.Name is null)
                return path.TrimEnd('/').EndsWith("..", StringComparison.Ordinal) ? Errno.NotEmpty : Errno.Invalid;
            if (!directory.IsEmpty)
                return Errno.NotEmpty;
            place.Parent.Remove(place.Name);
            return Errno.Success;
        }
    }

    public override Errno UnlinkFile(string path)
    {
        lock (FileSystem.Gate)
        {
            if (Find(path, followLast: false, out Place place) is not Errno.Success and var error)
                return error;
            if (place.Node is MemoryDirectoryNode)
                return Errno.IsDirectory;
            if (place.Node is MemoryLinkNode link)
                FileSystem.TryTake(-(long)link.Size);
            place.Parent.Remove(place.Name!);
            return Errno.Success;
        }
    }

    public override Errno Rename(string path, WasiDirectory newDirectory, string newPath)
    {
        if (newDirectory.Receive(newPath, out newDirectory, out newPath) is not Errno.Success and var receiveError)
            return receiveError;
        if (newDirectory is not MemoryDirectory target || !ReferenceEquals(target.FileSystem, FileSystem))
            return newDirectory is ReadOnlyDirectory ? Errno.ReadOnly : Errno.CrossDevice;
        lock (FileSystem.Gate)
        {
            if (Find(path, followLast: false, out Place from) is not Errno.Success and var error)
                return error;
            Errno found = Walk(target.Node, newPath, followLast: false, out Place to);
            if (found != Errno.Success)
                return found;
            if (from.Name is null || to.Name is null)
                return Errno.Busy;
            if (ReferenceEquals(from.Node, to.Node))
                return Errno.Success;
            if (from.Node is MemoryDirectoryNode moved)
            {
                if (moved.Contains(to.Parent))
                    return Errno.Invalid;
                if (to.Node is not null and not MemoryDirectoryNode)
                    return Errno.NotDirectory;
                if (to.Node is MemoryDirectoryNode { IsEmpty: false })
                    return Errno.NotEmpty;
            }
            else
            {
                if (to.Node is MemoryDirectoryNode)
                    return Errno.IsDirectory;
                if (to.MustBeDirectory)
                    return Errno.NotDirectory;
            }

            if (to.Parent.IsRemoved)
                return Errno.NoEntry;
            if (to.Node is not null)
                to.Parent.Remove(to.Name);
            // It keeps a name throughout, so that its content stays.
            from.Node!.Links++;
            from.Parent.Remove(from.Name);
            Errno added = to.Parent.Add(to.Name, from.Node);
            if (added != Errno.Success)
                from.Parent.Add(from.Name, from.Node);
            from.Node.Links--;
            return added;
        }
    }

    public override Errno Link(string path, bool followLinks, WasiDirectory newDirectory, string newPath)
    {
        if (newDirectory.Receive(newPath, out newDirectory, out newPath) is not Errno.Success and var receiveError)
            return receiveError;
        if (newDirectory is not MemoryDirectory target || !ReferenceEquals(target.FileSystem, FileSystem))
            return newDirectory is ReadOnlyDirectory ? Errno.ReadOnly : Errno.CrossDevice;
        lock (FileSystem.Gate)
        {
            if (Find(path, followLinks, out Place from) is not Errno.Success and var error)
                return error;
            if (Walk(target.Node, newPath, followLast: false, out Place to) is not Errno.Success and var toError)
                return toError;
            if (to.Node is not null)
                return Errno.Exists;
            if (from.Node is MemoryDirectoryNode)
                return Errno.NotPermitted;
            return to.MustBeDirectory ? Errno.NoEntry : to.Parent.Add(to.Name!, from.Node!);
        }
    }

    public override Errno Symlink(string target, string path)
    {
        if (WasiPath.CheckTarget(target) is not Errno.Success and var targetError)
            return targetError;
        lock (FileSystem.Gate)
        {
            if (Walk(Node, path, followLast: false, out Place place) is not Errno.Success and var error)
                return error;
            if (place.Node is not null)
                return Errno.Exists;
            if (place.MustBeDirectory)
                return Errno.NoEntry;
            var link = new MemoryLinkNode(FileSystem, target);
            return place.Parent.Add(place.Name!, link, (long)link.Size);
        }
    }

    private Errno Find(string path, bool followLast, out Place place) =>
        Walk(Node, path, followLast, out place) is not Errno.Success and var error ? error
        : place.Node is null ? Errno.NoEntry : Errno.Success;

    private Errno Create(in Place place, WasiOpenOptions options, out WasiNode? node)
    {
        node = null;
        if (!options.Create)
            return Errno.NoEntry;
        if (options.Directory)
            return Errno.Invalid;
        if (place.MustBeDirectory)
            return Errno.IsDirectory;
        var file = new MemoryFileNode(FileSystem, options.Mode);
        if (place.Parent.Add(place.Name!, file) is not Errno.Success and var error)
            return error;
        node = new MemoryFile(file, options.Read, options.Write);
        return Errno.Success;
    }
}
