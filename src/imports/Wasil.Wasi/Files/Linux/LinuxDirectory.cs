using Microsoft.Win32.SafeHandles;

namespace Wasil.Wasi.Files.Linux;

/// <summary>An open directory of the host.</summary>
internal sealed class LinuxDirectory : WasiDirectory
{
    private readonly SafeFileHandle _handle;
    private readonly LinuxResolver _resolver;

    private LinuxDirectory(SafeFileHandle handle, LinuxResolver resolver)
    {
        _handle = handle;
        _resolver = resolver;
    }

    public static WasiDirectory OpenRoot(string path, LinuxResolver resolver)
    {
        Errno error = LibC.OpenRoot(path, out SafeFileHandle handle);
        return error switch
        {
            Errno.Success => new LinuxDirectory(handle, resolver),
            Errno.NoEntry => throw new DirectoryNotFoundException($"There is no directory {path}."),
            Errno.NotDirectory => throw new IOException($"{path} is no directory."),
            Errno.Access or Errno.NotPermitted => throw new UnauthorizedAccessException($"The directory {path} may not be opened."),
            _ => throw new IOException($"The directory {path} cannot be opened: {error}."),
        };
    }

    public override WasiDirectory Duplicate() => LibC.Duplicate(_handle, out SafeFileHandle duplicate) is Errno.Success
        ? new LinuxDirectory(duplicate, _resolver)
        : throw new IOException("A directory cannot be opened once more.");

    public override Errno Stat(out WasiFileStatus status) => LibC.Stat(_handle, "", LibC.EmptyPath, out status);

    public override Errno SetTimes(ulong? accessed, ulong? modified) => LibC.SetTimes(_handle, null, accessed, modified);

    public override Errno SetMode(int mode) => LibC.SetMode(_handle, mode & 0b111_111_111);

    public override Errno Sync(bool dataOnly) => LibC.Sync(_handle, dataOnly);

    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        node = null;
        if (options is { Create: true, Directory: true })
            return Errno.Invalid;
        int flags = (options.Write ? options.Read ? LibC.ReadWrite : LibC.WriteOnly : LibC.ReadOnly)
            | (options.Create ? LibC.Create : 0)
            | (options is { Create: true, Exclusive: true } ? LibC.Exclusive : 0)
            | (options is { Truncate: true, Write: true } ? LibC.Truncate : 0)
            | (options.Directory ? LibC.Directory : 0)
            // Neither waits for somebody at the other end of a pipe nor takes a terminal over.
            | LibC.NonBlocking | LibC.NoTerminal;
        bool follow = options.FollowLinks && !(options.Create && options.Exclusive);
        int mode = options.Create ? options.Mode & 0b111_111_111 : 0;
        if (_resolver.OpenFile(_handle, path, flags, mode, follow, out SafeFileHandle handle) is not Errno.Success and var error)
            return error;
        Errno statError = LibC.Stat(handle, "", LibC.EmptyPath, out WasiFileStatus status);
        switch (status.Type)
        {
            case WasiFileType.Directory when statError == Errno.Success:
                node = new LinuxDirectory(handle, _resolver);
                return Errno.Success;
            case WasiFileType.RegularFile when statError == Errno.Success:
                node = new LinuxFile(handle);
                return Errno.Success;
            default:
                // Devices, pipes and sockets are no files that a guest could read to their end.
                handle.Dispose();
                return statError != Errno.Success ? statError : Errno.NotSupported;
        }
    }

    public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status)
    {
        status = default;
        if (_resolver.Find(_handle, path, followLinks, out LinuxResolver.Place place) is not Errno.Success and var error)
            return error;
        using (place)
        {
            Errno result = StatOf(place, out status);
            return result == Errno.Success && place.MustBeDirectory && status.Type != WasiFileType.Directory ? Errno.NotDirectory : result;
        }
    }

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        var list = new List<WasiDirectoryEntry>();
        entries = list;
        // Opened anew, as each reading starts at the beginning.
        if (LibC.OpenAt(_handle, ".", LibC.ReadOnly | LibC.Directory, 0, out SafeFileHandle directory) is not Errno.Success and var error)
            return error;
        using (directory)
            return LibC.ReadEntries(directory, list);
    }

    public override Errno ReadLink(string path, out string target)
    {
        target = "";
        if (_resolver.Find(_handle, path, followLast: false, out LinuxResolver.Place place) is not Errno.Success and var error)
            return error;
        using (place)
            return place.Name is null || place.MustBeDirectory ? Errno.Invalid : LibC.ReadLink(place.Directory, place.Name, out target);
    }

    public override Errno SetTimesAt(string path, bool followLinks, ulong? accessed, ulong? modified) =>
        Act(path, followLinks, isMaking: false, (directory, name) => LibC.SetTimes(directory, name, accessed, modified));

    public override Errno SetModeAt(string path, int mode) => Act(path, followLinks: true, isMaking: false, (directory, name) =>
    {
        if (LibC.OpenAt(directory, name, LibC.PathOnly | LibC.NoFollow, 0, out SafeFileHandle named) is not Errno.Success and var error)
            return error;
        using (named)
            return LibC.SetModeByName(named, mode & 0b111_111_111);
    });

    public override Errno CreateDirectory(string path, int mode) =>
        Act(path, followLinks: false, isMaking: true, (directory, name) => LibC.MakeDirectory(directory, name, mode & 0b111_111_111));

    public override Errno RemoveDirectory(string path)
    {
        (_, string last, _) = WasiPath.Split(path);
        if (last is "." or "..")
            return StatAt(path, false, out _) is not Errno.Success and var error ? error : last == "." ? Errno.Invalid : Errno.NotEmpty;
        return Act(path, followLinks: false, isMaking: false, (directory, name) => LibC.Unlink(directory, name, LibC.RemoveDirectory));
    }

    public override Errno UnlinkFile(string path) =>
        Act(path, followLinks: false, isMaking: false, (directory, name) => LibC.Unlink(directory, name, 0));

    // The kernel is given names without the slash, so what a slash means for files is said here.
    public override Errno Rename(string path, WasiDirectory newDirectory, string newPath) =>
        newPath.EndsWith('/') && StatAt(path, false, out WasiFileStatus moved) == Errno.Success && moved.Type != WasiFileType.Directory
            ? Errno.NotDirectory
            : ActOnTwo(path, followLinks: false, newDirectory, newPath, LibC.Rename);

    public override Errno Link(string path, bool followLinks, WasiDirectory newDirectory, string newPath) =>
        newPath.EndsWith('/') && newDirectory.StatAt(newPath, false, out _) == Errno.NoEntry
            ? Errno.NoEntry
            : ActOnTwo(path, followLinks, newDirectory, newPath, LibC.Link);

    public override Errno Symlink(string target, string path)
    {
        if (WasiPath.CheckTarget(target) is not Errno.Success and var error)
            return error;
        return path.EndsWith('/')
            ? StatAt(path, false, out _) is Errno.Success ? Errno.Exists : Errno.NoEntry
            : Act(path, followLinks: false, isMaking: true, (directory, name) => LibC.Symlink(target, directory, name));
    }

    protected override void Close() => _handle.Dispose();

    private static Errno StatOf(in LinuxResolver.Place place, out WasiFileStatus status) =>
        LibC.Stat(place.Directory, place.Name ?? "", LibC.SymlinkNoFollow | LibC.EmptyPath, out status);

    private Errno Act(string path, bool followLinks, bool isMaking, Func<SafeFileHandle, string, Errno> act)
    {
        if (_resolver.Find(_handle, path, followLinks, out LinuxResolver.Place place) is not Errno.Success and var error)
            return error;
        using (place)
        {
            // A slash behind a name says that it is a directory's. The kernel would follow a link there, so it is not told.
            if (place is { MustBeDirectory: true, Name: not null } && CheckDirectory(place, isMaking) is not Errno.Success and var slashError)
                return slashError;
            return act(place.Directory, place.Name ?? ".");
        }
    }

    private static Errno CheckDirectory(in LinuxResolver.Place place, bool isMaking) => StatOf(place, out WasiFileStatus status) switch
    {
        Errno.Success => status.Type == WasiFileType.Directory ? Errno.Success : Errno.NotDirectory,
        Errno.NoEntry when isMaking => Errno.Success,
        Errno error => error,
    };

    private Errno ActOnTwo(
        string path, bool followLinks, WasiDirectory newDirectory, string newPath,
        Func<SafeFileHandle, string, SafeFileHandle, string, Errno> act)
    {
        if (newDirectory.Receive(newPath, out newDirectory, out newPath) is not Errno.Success and var receiveError)
            return receiveError;
        if (newDirectory is not LinuxDirectory target)
            return newDirectory is ReadOnlyDirectory ? Errno.ReadOnly : Errno.CrossDevice;
        return Act(path, followLinks, isMaking: false, (directory, name) =>
            target.Act(newPath, followLinks: false, isMaking: true, (newParent, newName) => act(directory, name, newParent, newName)));
    }
}
