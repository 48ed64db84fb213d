namespace Wasil.Wasi.Files;

/// <summary>
/// Another directory as it is, for those who change a few of its functions. What is to keep guests from something does not derive from
/// this (<see cref="ReadOnlyDirectory"/>): a function that directories are given later would be let through.
/// </summary>
internal abstract class ForwardingDirectory(WasiDirectory inner) : WasiDirectory
{
    protected WasiDirectory Inner => inner;

    public override WasiDirectory Duplicate() => Wrap(inner.Duplicate());

    public override Errno Stat(out WasiFileStatus status) => inner.Stat(out status);

    public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status) => inner.StatAt(path, followLinks, out status);

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries) => inner.List(out entries);

    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        Errno error = inner.Open(path, options, out node);
        node = node switch
        {
            WasiDirectory directory => Wrap(directory),
            WasiFile file => Wrap(file),
            _ => node,
        };
        return error;
    }

    public override Errno ReadLink(string path, out string target) => inner.ReadLink(path, out target);

    public override Errno SetTimes(ulong? accessed, ulong? modified) => inner.SetTimes(accessed, modified);

    public override Errno SetTimesAt(string path, bool followLinks, ulong? accessed, ulong? modified) =>
        inner.SetTimesAt(path, followLinks, accessed, modified);

    public override Errno SetMode(int mode) => inner.SetMode(mode);

    public override Errno SetModeAt(string path, int mode) => inner.SetModeAt(path, mode);

    public override Errno Sync(bool dataOnly) => inner.Sync(dataOnly);

    public override Errno CreateDirectory(string path, int mode) => inner.CreateDirectory(path, mode);

    public override Errno RemoveDirectory(string path) => inner.RemoveDirectory(path);

    public override Errno UnlinkFile(string path) => inner.UnlinkFile(path);

    public override Errno Rename(string path, WasiDirectory newDirectory, string newPath) => inner.Rename(path, newDirectory, newPath);

    public override Errno Link(string path, bool followLinks, WasiDirectory newDirectory, string newPath) =>
        inner.Link(path, followLinks, newDirectory, newPath);

    public override Errno Symlink(string target, string path) => inner.Symlink(target, path);

    internal override Errno Receive(string path, out WasiDirectory directory, out string rest) =>
        inner.Receive(path, out directory, out rest);

    /// <summary>What stands for a directory of the other one.</summary>
    protected abstract WasiDirectory Wrap(WasiDirectory directory);

    /// <summary>What stands for a file of the other one.</summary>
    protected abstract WasiFile Wrap(WasiFile file);

    protected override void Close() => inner.Dispose();
}
