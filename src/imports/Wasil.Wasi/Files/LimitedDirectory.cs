namespace Wasil.Wasi.Files;

/// <summary>Another directory, of which so much may be used and no more.</summary>
/// <param name="inner">The other directory.</param>
/// <param name="usage">What was used by all who have it.</param>
internal sealed class LimitedDirectory(WasiDirectory inner, Usage usage) : ForwardingDirectory(inner)
{
    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        WasiNode? opened = null;
        // Where a link leads to what is not there, opening makes that.
        bool creates = options.Create && Inner.StatAt(path, options.FollowLinks, out _) == Errno.NoEntry;
        Errno error = creates ? usage.Create(() => base.Open(path, options, out opened)) : base.Open(path, options, out opened);
        node = opened;
        return error;
    }

    public override Errno CreateDirectory(string path, int mode) => usage.Create(() => base.CreateDirectory(path, mode));

    public override Errno Link(string path, bool followLinks, WasiDirectory newDirectory, string newPath) =>
        usage.Create(() => base.Link(path, followLinks, newDirectory, newPath));

    public override Errno Symlink(string target, string path) => usage.Create(() => base.Symlink(target, path));

    protected override WasiDirectory Wrap(WasiDirectory directory) => new LimitedDirectory(directory, usage);

    protected override WasiFile Wrap(WasiFile file) => new LimitedFile(file, usage);

    private delegate Errno Writing(ReadOnlySpan<byte> part, out int written);

    private sealed class LimitedFile(WasiFile inner, Usage usage) : ForwardingFile(inner)
    {
        public override Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
        {
            // What lies between becomes zero, which counts as well.
            if (usage.CountsBytes && !buffer.IsEmpty && Inner.Stat(out WasiFileStatus status) == Errno.Success && position > status.Size
                && usage.Grow(status.Size, position, () => Inner.SetSize(position)) is not Errno.Success and var error)
            {
                written = 0;
                return error;
            }

            return Write(buffer, (ReadOnlySpan<byte> part, out int done) => Inner.WriteAt(position, part, out done), out written);
        }

        public override Errno Append(ReadOnlySpan<byte> buffer, out int written, out ulong position)
        {
            ulong end = 0;
            Errno error = Write(buffer, (ReadOnlySpan<byte> part, out int done) => Inner.Append(part, out done, out end), out written);
            position = end;
            return error;
        }

        public override Errno SetSize(ulong size) => Grow(size, () => Inner.SetSize(size));

        public override Errno Allocate(ulong offset, ulong length) =>
            Grow((UInt128)offset + length, () => Inner.Allocate(offset, length));

        private Errno Grow(UInt128 size, Func<Errno> grow) =>
            usage.CountsBytes && Inner.Stat(out WasiFileStatus status) == Errno.Success ? usage.Grow(status.Size, size, grow) : grow();

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
