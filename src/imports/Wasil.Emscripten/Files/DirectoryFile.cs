using Wasil.Wasi;

namespace Wasil.Emscripten.Files;

/// <summary>An open directory, with the names that are still to be read.</summary>
internal sealed class DirectoryFile(WasiDirectory directory) : OpenFile
{
    private List<WasiDirectoryEntry>? _entries;

    public override DirectoryFile AsDirectory => this;

    /// <summary>Which name is read next.</summary>
    public int Next { get; set; }

    public override Errno Read(Span<byte> buffer, out int read)
    {
        read = 0;
        return Errno.IsDirectory;
    }

    /// <summary>Only to begin again, or to go on where <c>telldir</c> was.</summary>
    public override Errno Seek(long offset, int whence, out long position)
    {
        position = 0;
        if (whence != 0 || offset is < 0 or > int.MaxValue)
            return Errno.Invalid;
        if (offset == 0)
            _entries = null;
        position = Next = (int)offset;
        return Errno.Success;
    }

    public override Errno SetMode(int mode) => directory.SetMode(mode);

    public override Errno SetTimes(ulong? accessed, ulong? modified) => directory.SetTimes(accessed, modified);

    public override Errno Sync(bool dataOnly) => directory.Sync(dataOnly);

    public override Errno Stat(out WasiFileStatus status) => directory.Stat(out status);

    /// <summary>All names as they were when reading began, <c>.</c> and <c>..</c> first.</summary>
    public Errno List(out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        entries = [];
        if (_entries is null)
        {
            if (directory.List(out IReadOnlyList<WasiDirectoryEntry> found) is not Errno.Success and var error)
                return error;
            if (directory.Stat(out WasiFileStatus status) is not Errno.Success and var statError)
                return statError;
            _entries =
            [
                new WasiDirectoryEntry(".", WasiFileType.Directory, status.Inode),
                new WasiDirectoryEntry("..", WasiFileType.Directory, status.Inode),
                .. found,
            ];
        }

        entries = _entries;
        return Errno.Success;
    }

    public override Errno Close()
    {
        directory.Dispose();
        return Errno.Success;
    }
}
