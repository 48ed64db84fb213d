using Wasil.Wasi.Files;

namespace Wasil.Wasi;

/// <summary>
/// An open directory, and all that lies below it. Paths are relative to it, with <c>/</c> between names; <c>..</c> and symbolic
/// links are followed below it and never lead out of it: what would, is <see cref="Errno.NotPermitted"/>, and so are absolute
/// paths and links.
/// </summary>
/// <remarks>Operations answer with an <see cref="Errno"/>.</remarks>
/// <threadsafety>Any threads at once, and so has one of your own to be: guests share directories, and their threads what they
/// have open.</threadsafety>
public abstract class WasiDirectory : WasiNode
{
    /// <summary>Symbolic links that one path may lead through.</summary>
    public const int MaxLinks = 40;

    /// <summary>The bytes of a path.</summary>
    public const int MaxPathBytes = 4096;

    /// <summary>The bytes of a name.</summary>
    public const int MaxNameBytes = 255;

    /// <inheritdoc/>
    public override WasiFileType Type => WasiFileType.Directory;

    /// <summary>A folder of the host that guests may change.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It cannot be opened, or is not there.</exception>
    public static WasiDirectory ReadWrite(string path) => HostDirectories.Open(path);

    /// <summary>A folder of the host that guests may read.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It cannot be opened, or is not there.</exception>
    public static WasiDirectory ReadOnly(string path) => HostDirectories.Open(path).AsReadOnly();

    /// <summary>An empty directory in memory.</summary>
    /// <param name="maxBytes">What its files may hold together, names and links included.</param>
    /// <param name="clock">The time of changes; the system's where null.</param>
    public static WasiDirectory InMemory(long maxBytes = 256L << 20, TimeProvider? clock = null) =>
        new MemoryFileSystem(maxBytes, clock ?? TimeProvider.System).Root;

    /// <summary>The files of a zip archive, to be read; each is unpacked when it is first opened.</summary>
    /// <param name="archive">The archive, which stays open as long as the directory is used, and must be able to seek.</param>
    /// <exception cref="InvalidDataException">It is no zip archive.</exception>
    public static WasiDirectory Zip(Stream archive) => ZipDirectories.Open(archive);

    /// <summary>One directory in which others stand, by the absolute paths where they do. They hide what the one at <c>/</c> has
    /// there; where there is none, it is empty. <c>..</c> and links lead from one to another. Names and links that belong to one
    /// are not renamed into another: <see cref="Errno.CrossDevice"/>.</summary>
    /// <param name="directories">The directories, of which the tree takes duplicates.</param>
    /// <exception cref="ArgumentException">A path is not absolute, or has two directories.</exception>
    public static WasiDirectory Tree(IEnumerable<KeyValuePair<string, WasiDirectory>> directories)
    {
        ArgumentNullException.ThrowIfNull(directories);
        return TreeDirectory.Of(directories);
    }

    /// <summary>A directory over another one: both are seen, and all that is changed is changed in the upper one. What was removed
    /// stays away as long as the overlay and what was opened through it last. Directories of the lower one are not renamed:
    /// <see cref="Errno.CrossDevice"/>.</summary>
    /// <param name="lower">What is only read.</param>
    /// <param name="upper">What takes the changes, such as one <see cref="InMemory"/>. The overlay takes duplicates of both.</param>
    public static WasiDirectory Overlay(WasiDirectory lower, WasiDirectory upper)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        return OverlayDirectory.Of(lower, upper);
    }

    /// <summary>A directory in which devices of the host's own are found, each of which is made anew when a guest opens it. In a
    /// <see cref="Tree"/> it stands among others: <c>Tree([new("/", files), new("/dev", WasiDirectory.OfDevices(...))])</c>.</summary>
    /// <param name="devices">What opens a device, by its name.</param>
    /// <exception cref="ArgumentException">A name is empty, <c>.</c>, <c>..</c>, or contains a slash or U+0000.</exception>
    public static WasiDirectory OfDevices(IEnumerable<KeyValuePair<string, Func<WasiDevice>>> devices)
    {
        ArgumentNullException.ThrowIfNull(devices);
        var named = new SortedDictionary<string, Func<WasiDevice>>(StringComparer.Ordinal);
        foreach ((string name, Func<WasiDevice> create) in devices)
        {
            if (name is "" or "." or ".." || name.AsSpan().ContainsAny('/', '\0') || create is null)
                throw new ArgumentException($"\"{name}\" cannot be the name of a device.", nameof(devices));
            named.Add(name, create);
        }

        return new DeviceDirectory(named);
    }

    /// <summary>The same directory, which guests cannot change.</summary>
    public WasiDirectory AsReadOnly() => this as ReadOnlyDirectory ?? new ReadOnlyDirectory(this);

    /// <summary>The same directory, in which only so much is written and made. What all guests do that have it counts, whichever package
    /// serves them, and what is opened through it as well.</summary>
    /// <param name="limits">The limits, of which <see cref="WasiLimits.OpenDescriptors"/> does not count here. Where one is met
    /// is told once, on the thread of the guest that met it.</param>
    public WasiDirectory WithLimits(WasiLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return new LimitedDirectory(this, new Usage(limits.Copy()));
    }

    /// <summary>Opens the same directory once more.</summary>
    public abstract WasiDirectory Duplicate();

    /// <summary>Opens a file or directory.</summary>
    /// <param name="path">The path.</param>
    /// <param name="options">How.</param>
    /// <param name="node">A <see cref="WasiFile"/> or <see cref="WasiDirectory"/>.</param>
    public abstract Errno Open(string path, WasiOpenOptions options, out WasiNode? node);

    /// <summary>What is known about a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="followLinks">Whether a symbolic link at its end is followed.</param>
    /// <param name="status">What is known.</param>
    public abstract Errno StatAt(string path, bool followLinks, out WasiFileStatus status);

    /// <summary>The names in this directory as they are now, without <c>.</c> and <c>..</c>.</summary>
    /// <param name="entries">The names.</param>
    public abstract Errno List(out IReadOnlyList<WasiDirectoryEntry> entries);

    /// <summary>Reads a symbolic link.</summary>
    /// <param name="path">The path.</param>
    /// <param name="target">What the link says.</param>
    public virtual Errno ReadLink(string path, out string target)
    {
        target = "";
        return Errno.NotSupported;
    }

    /// <summary>Changes times by path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="followLinks">Whether a symbolic link at its end is followed.</param>
    /// <param name="accessed">As for <see cref="WasiNode.SetTimes"/>.</param>
    /// <param name="modified">As for <see cref="WasiNode.SetTimes"/>.</param>
    public virtual Errno SetTimesAt(string path, bool followLinks, ulong? accessed, ulong? modified) => Errno.NotSupported;

    /// <summary>Changes permission bits by path; a symbolic link at its end is followed.</summary>
    /// <param name="path">The path.</param>
    /// <param name="mode">The nine bits of POSIX.</param>
    public virtual Errno SetModeAt(string path, int mode) => Errno.NotSupported;

    /// <summary>Makes a directory.</summary>
    /// <param name="path">The path.</param>
    /// <param name="mode">Its permission bits.</param>
    public virtual Errno CreateDirectory(string path, int mode = 0b111_111_111) => Errno.ReadOnly;

    /// <summary>Removes an empty directory.</summary>
    /// <param name="path">The path.</param>
    public virtual Errno RemoveDirectory(string path) => Errno.ReadOnly;

    /// <summary>Removes a name that is no directory's.</summary>
    /// <param name="path">The path.</param>
    public virtual Errno UnlinkFile(string path) => Errno.ReadOnly;

    /// <summary>Renames, and replaces what has the new name.</summary>
    /// <param name="path">The path.</param>
    /// <param name="newDirectory">What the new path is relative to; of the same file system.</param>
    /// <param name="newPath">The new path.</param>
    public virtual Errno Rename(string path, WasiDirectory newDirectory, string newPath) => Errno.ReadOnly;

    /// <summary>Gives a file another name.</summary>
    /// <param name="path">The path.</param>
    /// <param name="followLinks">Whether a symbolic link at its end is followed.</param>
    /// <param name="newDirectory">What the new path is relative to; of the same file system.</param>
    /// <param name="newPath">The new path.</param>
    public virtual Errno Link(string path, bool followLinks, WasiDirectory newDirectory, string newPath) => Errno.ReadOnly;

    /// <summary>Makes a symbolic link.</summary>
    /// <param name="target">What it says; an absolute path is <see cref="Errno.NotPermitted"/>.</param>
    /// <param name="path">The path of the link.</param>
    public virtual Errno Symlink(string target, string path) => Errno.ReadOnly;

    /// <summary>Which directory takes a new name: one that is made of others says which of them.</summary>
    internal virtual Errno Receive(string path, out WasiDirectory directory, out string rest)
    {
        directory = this;
        rest = path;
        return Errno.Success;
    }
}
