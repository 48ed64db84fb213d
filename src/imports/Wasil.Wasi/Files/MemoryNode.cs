namespace Wasil.Wasi.Files;

/// <summary>What names in memory stand for. All of it is used under the file system's lock.</summary>
internal abstract class MemoryNode
{
    protected MemoryNode(MemoryFileSystem system, int mode)
    {
        System = system;
        Inode = system.NextInode();
        Mode = mode & 0b111_111_111;
        Accessed = Modified = Changed = system.Now;
    }

    public MemoryFileSystem System { get; }

    public ulong Inode { get; }

    public ulong Links { get; set; }

    public int Mode { get; set; }

    public ulong Accessed { get; set; }

    public ulong Modified { get; set; }

    public ulong Changed { get; set; }

    public abstract WasiFileType Type { get; }

    public abstract ulong Size { get; }

    public WasiFileStatus Status => new(Type, 1, Inode, Links, Size, Accessed, Modified, Changed, Mode);

    public void Touch() => Modified = Changed = System.Now;

    public Errno SetTimes(ulong? accessed, ulong? modified)
    {
        Accessed = accessed ?? Accessed;
        Modified = modified ?? Modified;
        Changed = System.Now;
        return Errno.Success;
    }

    /// <summary>A name is gone; what has none left gives its space back once nobody has it open.</summary>
    public void Unlink()
    {
        Links--;
        Changed = System.Now;
        ReleaseIfUnused();
    }

    public virtual void ReleaseIfUnused()
    {
    }
}

internal sealed class MemoryLinkNode(MemoryFileSystem system, string target) : MemoryNode(system, 0b111_111_111)
{
    public string Target { get; } = target;

    public override WasiFileType Type => WasiFileType.SymbolicLink;

    public override ulong Size { get; } = (ulong)global::System.Text.Encoding.UTF8.GetByteCount(target);
}

internal sealed class MemoryDirectoryNode(MemoryFileSystem system, int mode) : MemoryNode(system, mode)
{
    private readonly OrderedDictionary<string, MemoryNode> _entries = new(StringComparer.Ordinal);

    public MemoryDirectoryNode? Parent { get; set; }

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Whether it was removed: nothing can be made in it any more.</summary>
    public bool IsRemoved => Links == 0;

    public override WasiFileType Type => WasiFileType.Directory;

    public override ulong Size => (ulong)_entries.Count;

    public IReadOnlyList<WasiDirectoryEntry> Entries =>
        [.. _entries.Select(entry => new WasiDirectoryEntry(entry.Key, entry.Value.Type, entry.Value.Inode))];

    public MemoryNode? Find(string name) => _entries.GetValueOrDefault(name);

    /// <summary>Adds a name, or says why it cannot be added.</summary>
    public Errno Add(string name, MemoryNode node, long extraBytes = 0)
    {
        if (IsRemoved)
            return Errno.NoEntry;
        if (!System.TryTake(CostOf(name) + extraBytes))
            return Errno.NoSpace;
        _entries.Add(name, node);
        node.Links++;
        if (node is MemoryDirectoryNode directory)
        {
            directory.Parent = this;
            directory.Links++;
            Links++;
        }

        Touch();
        return Errno.Success;
    }

    public void Remove(string name)
    {
        MemoryNode node = _entries[name];
        _entries.Remove(name);
        System.TryTake(-CostOf(name));
        if (node is MemoryDirectoryNode directory)
        {
            directory.Links--;
            Links--;
        }

        node.Unlink();
        Touch();
    }

    /// <summary>Whether another directory lies in this one, or is it.</summary>
    public bool Contains(MemoryDirectoryNode other)
    {
        for (MemoryDirectoryNode? each = other; ; each = each.Parent)
        {
            if (each is null)
                return false;
            if (ReferenceEquals(each, this))
                return true;
            if (ReferenceEquals(each, each.Parent))
                return false;
        }
    }

    private static long CostOf(string name) => MemoryFileSystem.NodeBytes + ((long)name.Length * sizeof(char));
}
