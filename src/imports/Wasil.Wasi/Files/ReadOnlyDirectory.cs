namespace Wasil.Wasi.Files;

/// <summary>Another directory without what changes it. Whatever it opens is opened for reading.</summary>
internal sealed class ReadOnlyDirectory(WasiDirectory inner) : WasiDirectory
{
    public override WasiDirectory Duplicate() => new ReadOnlyDirectory(inner.Duplicate());

    public override Errno Stat(out WasiFileStatus status) => inner.Stat(out status);

    public override Errno SetTimes(ulong? accessed, ulong? modified) => Errno.ReadOnly;

    public override Errno SetMode(int mode) => Errno.ReadOnly;

    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        node = null;
        if (options.Write || options.Truncate)
            return StatAt(path, options.FollowLinks, out _) is Errno.NotPermitted ? Errno.NotPermitted : Errno.ReadOnly;
        if (options.Create && StatAt(path, options.FollowLinks, out _) is Errno.NoEntry)
            return Errno.ReadOnly;
        Errno error = inner.Open(path, options with { Create = false, Exclusive = false }, out WasiNode? opened);
        if (error == Errno.Success && options is { Create: true, Exclusive: true })
        {
            opened!.Dispose();
            return Errno.Exists;
        }

        node = opened switch
        {
            WasiDirectory directory => new ReadOnlyDirectory(directory),
            WasiFile file => new ReadOnlyFile(file),
            _ => opened,
        };
        return error;
    }

    public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status) => inner.StatAt(path, followLinks, out status);

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries) => inner.List(out entries);

    public override Errno ReadLink(string path, out string target) => inner.ReadLink(path, out target);

    public override Errno SetTimesAt(string path, bool followLinks, ulong? accessed, ulong? modified) => Errno.ReadOnly;

    public override Errno SetModeAt(string path, int mode) => Errno.ReadOnly;

    protected override void Close() => inner.Dispose();

    private sealed class ReadOnlyFile(WasiFile inner) : WasiFile
    {
        public override Errno Stat(out WasiFileStatus status) => inner.Stat(out status);

        public override Errno ReadAt(ulong position, Span<byte> buffer, out int read) => inner.ReadAt(position, buffer, out read);

        public override Errno SetTimes(ulong? accessed, ulong? modified) => Errno.ReadOnly;

        public override Errno SetMode(int mode) => Errno.ReadOnly;

        public override Errno Allocate(ulong offset, ulong length) => Errno.BadDescriptor;

        protected override void Close() => inner.Dispose();
    }
}
