namespace Wasil.Wasi.Files;

/// <summary>Another directory, of which so much may be used and no more.</summary>
/// <param name="inner">The other directory.</param>
/// <param name="usage">What was used by all who have it.</param>
internal sealed class LimitedDirectory(WasiDirectory inner, Usage usage) : WasiDirectory
{
    public override WasiDirectory Duplicate() => new LimitedDirectory(inner.Duplicate(), usage);

    public override Errno Stat(out WasiFileStatus status) => inner.Stat(out status);

    public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status) => inner.StatAt(path, followLinks, out status);

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries) => inner.List(out entries);

    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        WasiNode? opened = null;
        // Where a link leads to what is not there, opening makes that.
        bool creates = options.Create && inner.StatAt(path, options.FollowLinks, out _) == Errno.NoEntry;
        Errno error = creates ? usage.Create(() => inner.Open(path, options, out opened)) : inner.Open(path, options, out opened);
        node = opened switch
        {
            WasiDirectory directory => new LimitedDirectory(directory, usage),
            WasiFile file => new LimitedFile(file, usage),
            _ => opened,
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

    public override Errno CreateDirectory(string path, int mode) => usage.Create(() => inner.CreateDirectory(path, mode));

    public override Errno RemoveDirectory(string path) => inner.RemoveDirectory(path);

    public override Errno UnlinkFile(string path) => inner.UnlinkFile(path);

    public override Errno Rename(string path, WasiDirectory newDirectory, string newPath) => inner.Rename(path, newDirectory, newPath);

    public override Errno Link(string path, bool followLinks, WasiDirectory newDirectory, string newPath) =>
        usage.Create(() => inner.Link(path, followLinks, newDirectory, newPath));

    public override Errno Symlink(string target, string path) => usage.Create(() => inner.Symlink(target, path));

    internal override Errno Receive(string path, out WasiDirectory directory, out string rest) =>
        inner.Receive(path, out directory, out rest);

    protected override void Close() => inner.Dispose();

    private delegate Errno Writing(ReadOnlySpan<byte> part, out int written);

    private sealed class LimitedFile(WasiFile inner, Usage usage) : WasiFile
    {
        public override Errno Stat(out WasiFileStatus status) => inner.Stat(out status);

        public override Errno ReadAt(ulong position, Span<byte> buffer, out int read) => inner.ReadAt(position, buffer, out read);

        public override Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
        {
            // What lies between becomes zero, which counts as well.
            if (usage.CountsBytes && !buffer.IsEmpty && inner.Stat(out WasiFileStatus status) == Errno.Success && position > status.Size
                && usage.Grow(status.Size, position, () => inner.SetSize(position)) is not Errno.Success and var error)
            {
                written = 0;
                return error;
            }

            return Write(buffer, (ReadOnlySpan<byte> part, out int done) => inner.WriteAt(position, part, out done), out written);
        }

        public override Errno Append(ReadOnlySpan<byte> buffer, out int written, out ulong position)
        {
            ulong end = 0;
            Errno error = Write(buffer, (ReadOnlySpan<byte> part, out int done) => inner.Append(part, out done, out end), out written);
            position = end;
            return error;
        }

        public override Errno SetSize(ulong size) => Grow(size, () => inner.SetSize(size));

        public override Errno Allocate(ulong offset, ulong length) =>
            Grow((UInt128)offset + length, () => inner.Allocate(offset, length));

        public override Errno SetTimes(ulong? accessed, ulong? modified) => inner.SetTimes(accessed, modified);

        public override Errno SetMode(int mode) => inner.SetMode(mode);

        public override Errno Sync(bool dataOnly) => inner.Sync(dataOnly);

        protected override void Close() => inner.Dispose();

        private Errno Grow(UInt128 size, Func<Errno> grow) =>
            usage.CountsBytes && inner.Stat(out WasiFileStatus status) == Errno.Success ? usage.Grow(status.Size, size, grow) : grow();

        private Errno Write(ReadOnlySpan<byte> buffer, Writing write, out int written)
        {
            written = 0;
            int taken = (int)usage.TakeBytes(buffer.Length);
            if (taken == 0 && buffer.Length > 0)
                return Errno.DiskQuota;
            try
            {
                return write(buffer[..taken], out written);
            }
            finally
            {
                usage.ReturnBytes(taken - written);
            }
        }
    }
}
