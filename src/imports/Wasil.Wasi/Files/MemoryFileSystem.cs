namespace Wasil.Wasi.Files;

/// <summary>
/// Files in memory: a tree of nodes under one lock. What it holds is bounded, names and links included, so that a guest which
/// writes for ever is told that there is no space.
/// </summary>
internal sealed class MemoryFileSystem
{
    /// <summary>What a node and its name cost besides the name's characters.</summary>
    public const int NodeBytes = 256;

    private readonly long _maxBytes;
    private readonly TimeProvider _clock;
    private long _bytes;
    private ulong _lastInode;

    public MemoryFileSystem(long maxBytes, TimeProvider clock)
    {
        _maxBytes = maxBytes;
        _clock = clock;
        RootNode = new MemoryDirectoryNode(this, 0b111_101_101);
        RootNode.Parent = RootNode;
        RootNode.Links = 2;
    }

    public Lock Gate { get; } = new();

    public MemoryDirectoryNode RootNode { get; }

    public WasiDirectory Root => new MemoryDirectory(this, RootNode);

    public ulong Now => (ulong)Math.Max((_clock.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick, 0);

    public ulong NextInode() => ++_lastInode;

    /// <summary>The largest that a file can become.</summary>
    public ulong MaxFileBytes => (ulong)_maxBytes;

    /// <summary>Takes space, or gives it back; false where there is none.</summary>
    public bool TryTake(long bytes)
    {
        if (bytes > 0 && _bytes > _maxBytes - bytes)
            return false;
        _bytes += bytes;
        return true;
    }

    /// <summary>Follows a path, by the rules of <see cref="WasiDirectory"/>.</summary>
    /// <param name="start">Where it begins, and above which it must not lead.</param>
    /// <param name="path">The path.</param>
    /// <param name="followLast">Whether a symbolic link at its end is followed.</param>
    /// <param name="place">Where it leads.</param>
    public static Errno Walk(MemoryDirectoryNode start, string path, bool followLast, out Place place)
    {
        place = default;
        if (WasiPath.Check(path) is not Errno.Success and var error)
            return error;
        // What is above, from the start down: `..` goes where the path came from, and a directory that was moved meanwhile
        // leads nobody out.
        var above = new Stack<MemoryDirectoryNode>();
        MemoryDirectoryNode current = start;
        var rest = new Stack<string>();
        bool endsInSlash = WasiPath.Push(rest, path);
        int links = 0;
        while (rest.TryPop(out string? name))
        {
            bool isLast = rest.Count == 0;
            if (name == ".")
            {
                if (isLast)
                    place = new Place(current, null, current, true);
                continue;
            }

            if (name == "..")
            {
                if (!above.TryPop(out MemoryDirectoryNode? parent))
                    return Errno.NotPermitted;
                current = parent;
                if (isLast)
                    place = new Place(current, null, current, true);
                continue;
            }

            if (WasiPath.IsTooLong(name))
                return Errno.NameTooLong;
            MemoryNode? node = current.Find(name);
            if (node is MemoryLinkNode link && (!isLast || followLast || endsInSlash))
            {
                if (++links > WasiDirectory.MaxLinks)
                    return Errno.Loop;
                if (WasiPath.Check(link.Target) is not Errno.Success and var linkError)
                    return linkError;
                endsInSlash |= WasiPath.Push(rest, link.Target) && isLast;
                continue;
            }

            if (isLast)
            {
                place = new Place(current, name, node, endsInSlash);
                return endsInSlash && node is not null and not MemoryDirectoryNode ? Errno.NotDirectory : Errno.Success;
            }

            if (node is null)
                return Errno.NoEntry;
            if (node is not MemoryDirectoryNode directory)
                return Errno.NotDirectory;
            above.Push(current);
            current = directory;
        }

        return Errno.Success;
    }

    /// <summary>Where a path leads.</summary>
    /// <param name="Parent">The directory that has the name.</param>
    /// <param name="Name">The name; null where the path ends in <c>.</c> or <c>..</c>.</param>
    /// <param name="Node">What is there, if anything.</param>
    /// <param name="MustBeDirectory">Whether the path ends in a slash or the like.</param>
    internal readonly record struct Place(MemoryDirectoryNode Parent, string? Name, MemoryNode? Node, bool MustBeDirectory);
}
