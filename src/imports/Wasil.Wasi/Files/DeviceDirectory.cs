namespace Wasil.Wasi.Files;

/// <summary>A directory of devices, each of which is made when it is opened.</summary>
internal sealed class DeviceDirectory(SortedDictionary<string, Func<WasiDevice>> devices) : WasiDirectory
{
    private static readonly WasiFileStatus s_own = new(WasiFileType.Directory, 0, 1, 1, 0, 0, 0, 0, 0b101_101_101);

    public override WasiDirectory Duplicate() => new DeviceDirectory(devices);

    public override Errno Stat(out WasiFileStatus status)
    {
        status = s_own;
        return Errno.Success;
    }

    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        node = null;
        if (Find(path, out Func<WasiDevice>? create) is not Errno.Success and var error)
            return error == Errno.NoEntry && options.Create ? Errno.ReadOnly : error;
        if (options is { Create: true, Exclusive: true })
            return Errno.Exists;
        if (create is null)
        {
            if (options.Write)
                return Errno.IsDirectory;
            node = Duplicate();
            return Errno.Success;
        }

        if (options.Directory)
            return Errno.NotDirectory;
        WasiDevice device = create();
        if ((options.Write && !device.CanWrite) || (options.Read && !options.Write && !device.CanRead))
        {
            device.Dispose();
            return Errno.Access;
        }

        node = device;
        return Errno.Success;
    }

    public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status)
    {
        status = s_own;
        if (Find(path, out Func<WasiDevice>? create) is not Errno.Success and var error)
            return error;
        if (create is not null)
            status = s_own with { Type = WasiFileType.Unknown, Mode = 0b110_110_110, Inode = InodeOf(path) };
        return Errno.Success;
    }

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        entries = [.. devices.Keys.Select((name, i) => new WasiDirectoryEntry(name, WasiFileType.Unknown, (ulong)i + 2))];
        return Errno.Success;
    }

    private ulong InodeOf(string path) => (ulong)devices.Keys.TakeWhile(name => name != path.Split('/')[^1]).Count() + 2;

    /// <summary>What a path leads to: a device, or null for the directory itself.</summary>
    private Errno Find(string path, out Func<WasiDevice>? create)
    {
        create = null;
        if (path.Length == 0)
            return Errno.NoEntry;
        if (path[0] == '/')
            return Errno.NotPermitted;
        bool endsInSlash = path[^1] == '/';
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (create is not null)
                return Errno.NotDirectory;
            if (name == "..")
                return Errno.NotPermitted;
            if (name != "." && !devices.TryGetValue(name, out create))
                return Errno.NoEntry;
        }

        return create is not null && endsInSlash ? Errno.NotDirectory : Errno.Success;
    }
}
