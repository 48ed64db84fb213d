using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Descriptors;

/// <summary>An open directory.</summary>
/// <param name="directory">The directory.</param>
/// <param name="rights">What can be done with it.</param>
/// <param name="inheriting">What can be done with what is opened through it.</param>
/// <param name="mountedAs">The name that the guest is told for it, if the host opened it.</param>
internal sealed class DirectoryDescriptor(WasiDirectory directory, Rights rights, Rights inheriting, byte[]? mountedAs = null) : Descriptor
{
    /// <summary>What can be done with directories.</summary>
    public const Rights Kind = Rights.PathCreateDirectory | Rights.PathCreateFile | Rights.PathLinkSource | Rights.PathLinkTarget
        | Rights.PathOpen | Rights.FdReadDirectory | Rights.PathReadLink | Rights.PathRenameSource | Rights.PathRenameTarget
        | Rights.PathFileStatGet | Rights.PathFileStatSetSize | Rights.PathFileStatSetTimes | Rights.FdFileStatGet
        | Rights.FdFileStatSetTimes | Rights.PathSymlink | Rights.PathRemoveDirectory | Rights.PathUnlinkFile | Rights.FdSync
        | Rights.FdDataSync;

    // Cookies count from the first of these, so they stay what they are while the directory changes.
    private List<WasiDirectoryEntry>? _listing;

    public WasiDirectory Directory { get; } = directory;

    /// <summary>The name that the guest is told, in UTF-8.</summary>
    public byte[]? MountedAs { get; } = mountedAs;

    public override WasiFileType Type => WasiFileType.Directory;

    protected override Rights Able => rights & Kind;

    protected override Rights AbleInheriting => inheriting;

    public override Errno SetFlags(DescriptorFlags flags) => Errno.BadDescriptor;

    public override Errno Seek(long offset, SeekOrigin origin, out ulong position)
    {
        position = 0;
        return Errno.BadDescriptor;
    }

    public override Errno ReadAt(ulong position, Span<byte> buffer, out int read)
    {
        read = 0;
        return Errno.BadDescriptor;
    }

    public override Errno WriteAt(ulong position, ReadOnlySpan<byte> buffer, out int written)
    {
        written = 0;
        return Errno.BadDescriptor;
    }

    public override Errno Advise() => Errno.BadDescriptor;

    public override Errno Allocate(ulong offset, ulong length) => Errno.BadDescriptor;

    public override Errno SetSize(ulong size) => Errno.BadDescriptor;

    public override Errno SetTimes(ulong? accessed, ulong? modified) => Directory.SetTimes(accessed, modified);

    public override Errno Sync(bool dataOnly) => Directory.Sync(dataOnly);

    public override Errno Stat(out WasiFileStatus status) => Directory.Stat(out status);

    /// <summary>The names in the directory, <c>.</c> and <c>..</c> first, as they were when reading began.</summary>
    /// <param name="cookie">Where reading goes on; it begins at 0.</param>
    /// <param name="entries">All of them.</param>
    public Errno List(ulong cookie, out IReadOnlyList<WasiDirectoryEntry> entries)
    {
        List<WasiDirectoryEntry>? listing = _listing;
        if (cookie == 0 || listing is null)
        {
            Errno error = Directory.List(out IReadOnlyList<WasiDirectoryEntry> found);
            entries = [];
            if (error != Errno.Success)
                return error;
            if (Directory.Stat(out WasiFileStatus status) is not Errno.Success and var statError)
                return statError;
            // What is above is the guest's business only as far as it may go there, which it can find out by a path.
            _listing = listing =
            [
                new WasiDirectoryEntry(".", WasiFileType.Directory, status.Inode),
                new WasiDirectoryEntry("..", WasiFileType.Directory, MountedAs is null ? 0 : status.Inode),
                .. found,
            ];
        }

        entries = listing;
        return Errno.Success;
    }

    public override Errno Close()
    {
        Directory.Dispose();
        return Errno.Success;
    }
}
