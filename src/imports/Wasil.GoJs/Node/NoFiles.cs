namespace Wasil.GoJs.Node;

/// <summary>A tree of an empty folder, which nobody can write to.</summary>
internal sealed class NoFiles : Files
{
    public override OpenedFile Open(string path, OpenFlags flags, uint mode) =>
        throw new NodeError((flags & OpenFlags.Create) != 0 ? "EROFS" : "ENOENT");

    public override FileStatus Status(string path, bool followsLinks) => IsRoot(path)
        ? new FileStatus(FileKind.Directory, 0x16d, 0, 1, 1, 0, 0, 0, 0) : throw new NodeError("ENOENT");

    public override IReadOnlyList<string> List(string path) => IsRoot(path) ? [] : throw new NodeError("ENOENT");

    public override void MakeDirectory(string path, uint mode) => throw new NodeError("EROFS");

    public override void RemoveDirectory(string path) => throw new NodeError("ENOENT");

    public override void Unlink(string path) => throw new NodeError("ENOENT");

    public override void Rename(string from, string to) => throw new NodeError("ENOENT");

    public override void Link(string path, string link) => throw new NodeError("ENOENT");

    public override void Symlink(string target, string link) => throw new NodeError("EROFS");

    public override string ReadLink(string path) => throw new NodeError("ENOENT");

    public override void SetPermissions(string path, uint mode) => throw new NodeError("ENOENT");

    public override void SetTimes(string path, long accessed, long modified) => throw new NodeError("ENOENT");

    private static bool IsRoot(string path) => path.Trim('/').Length == 0;
}
