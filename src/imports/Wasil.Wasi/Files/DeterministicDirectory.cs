using System.Collections.Concurrent;

namespace Wasil.Wasi.Files;

/// <summary>
/// A directory that looks the same in each run: names are in their order, inodes and devices are numbered as they are first seen, times of
/// access and change are those of modification, and directories have no size, one link, and the time at which the clock began.
/// </summary>
internal sealed class DeterministicDirectory(WasiDirectory inner, DeterministicDirectory.Numbers numbers) : ForwardingDirectory(inner)
{
    public override Errno Stat(out WasiFileStatus status) => numbers.Show(Inner.Stat(out status), ref status);

    public override Errno StatAt(string path, bool followLinks, out WasiFileStatus status) =>
        numbers.Show(Inner.StatAt(path, followLinks, out status), ref status);

    public override Errno List(out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        Errno error = Inner.List(out entries);
        if (error != Errno.Success)
            return error;
        ulong device = Inner.Stat(out WasiFileStatus own) == Errno.Success ? own.Device : 0;
        // Numbers are given in the order of names.
        var sorted = new List<WasiDirectoryEntry>(entries.OrderBy(entry => entry.Name, StringComparer.Ordinal));
        entries = sorted.ConvertAll(entry => entry with { Inode = numbers.Inode(device, entry.Inode) });
        return Errno.Success;
    }

    public override Errno Open(string path, WasiOpenOptions options, out WasiNode? node)
    {
        bool isNew = options.Create && Inner.StatAt(path, options.FollowLinks, out _) == Errno.NoEntry;
        Errno error = base.Open(path, options, out node);
        if (isNew && error == Errno.Success)
            node!.SetTimes(numbers.Now, numbers.Now);
        return error;
    }

    public override Errno CreateDirectory(string path, int mode) => Touched(Inner.CreateDirectory(path, mode), path);

    public override Errno RemoveDirectory(string path) => Removing(path, Inner.RemoveDirectory);

    public override Errno UnlinkFile(string path) => Removing(path, Inner.UnlinkFile);

    public override Errno Rename(string path, WasiDirectory newDirectory, string newPath)
    {
        // As the host's files are numbered.
        WasiFileStatus replaced = default;
        bool replaces = newDirectory.Receive(newPath, out WasiDirectory target, out string rest) == Errno.Success
            && target.StatAt(rest, followLinks: false, out replaced) == Errno.Success
            && !(Inner.StatAt(path, followLinks: false, out WasiFileStatus own) == Errno.Success
                && own.Device == replaced.Device && own.Inode == replaced.Inode);
        Errno error = Inner.Rename(path, newDirectory, newPath);
        if (replaces && error == Errno.Success)
            numbers.ForgetName(replaced);
        return error;
    }

    public override Errno Symlink(string target, string path) => Touched(Inner.Symlink(target, path), path);

    protected override WasiDirectory Wrap(WasiDirectory directory) => new DeterministicDirectory(directory, numbers);

    protected override WasiFile Wrap(WasiFile file) => new DeterministicFile(file, numbers);

    // What was made now shows the guest's time, not the host's.
    private Errno Touched(Errno error, string path)
    {
        if (error == Errno.Success)
            Inner.SetTimesAt(path, followLinks: false, numbers.Now, numbers.Now);
        return error;
    }

    // The host may use an inode again, at once or never; so it is forgotten with its last name.
    private Errno Removing(string path, Func<string, Errno> remove)
    {
        bool isKnown = Inner.StatAt(path, followLinks: false, out WasiFileStatus status) == Errno.Success;
        Errno error = remove(path);
        if (isKnown && error == Errno.Success)
            numbers.ForgetName(status);
        return error;
    }

    /// <summary>The numbers that one instance sees, and its time.</summary>
    internal sealed class Numbers(TimeProvider clock)
    {
        // The host changes the time of a directory whenever a name in it comes or goes.
        private static readonly ulong s_start = Nanoseconds(DeterministicClock.Start);

        private readonly ConcurrentDictionary<(ulong Device, ulong Inode), ulong> _inodes = [];
        private readonly ConcurrentDictionary<ulong, ulong> _devices = [];
        private ulong _last;

        public ulong Now => Nanoseconds(clock.GetUtcNow());

        public ulong Inode(ulong device, ulong inode) =>
            _inodes.GetOrAdd((device, inode), static (_, self) => Interlocked.Increment(ref self._last), this);

        /// <summary>A name of what had this status is gone.</summary>
        public void ForgetName(in WasiFileStatus status)
        {
            if (status.Links <= 1 || status.Type == WasiFileType.Directory)
                _inodes.TryRemove((status.Device, status.Inode), out _);
        }

        public Errno Show(Errno error, ref WasiFileStatus status)
        {
            if (error != Errno.Success)
                return error;
            bool isDirectory = status.Type == WasiFileType.Directory;
            ulong modified = isDirectory ? s_start : status.Modified;
            status = status with
            {
                Inode = Inode(status.Device, status.Inode),
                Device = _devices.GetOrAdd(status.Device, _ => (ulong)_devices.Count + 1),
                Accessed = modified,
                Modified = modified,
                Changed = modified,
                Size = isDirectory ? 0 : status.Size,
                Links = isDirectory ? 1 : status.Links,
            };
            return Errno.Success;
        }
    }

    private static ulong Nanoseconds(DateTimeOffset time) =>
        (ulong)Math.Max((time - DateTimeOffset.UnixEpoch).Ticks, 0) * (ulong)TimeSpan.NanosecondsPerTick;

    private sealed class DeterministicFile(WasiFile inner, Numbers numbers) : ForwardingFile(inner)
    {
        public override Errno Stat(out WasiFileStatus status) => numbers.Show(Inner.Stat(out status), ref status);

        public override Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written) =>
            Touched(Inner.WriteAt(position, buffer, out written));

        public override Errno Append(ReadOnlySpan<byte> buffer, out int written, out ulong position) =>
            Touched(Inner.Append(buffer, out written, out position));

        public override Errno SetSize(ulong size) => Touched(Inner.SetSize(size));

        public override Errno Allocate(ulong offset, ulong length) => Touched(Inner.Allocate(offset, length));

        private Errno Touched(Errno error)
        {
            if (error == Errno.Success)
                Inner.SetTimes(null, numbers.Now);
            return error;
        }
    }
}
