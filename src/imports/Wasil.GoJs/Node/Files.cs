namespace Wasil.GoJs.Node;

/// <summary>What <c>fs</c> works on. Paths are absolute; what fails throws <see cref="NodeError"/>.</summary>
internal abstract class Files
{
    public abstract OpenedFile Open(string path, OpenFlags flags, uint mode);

    public abstract FileStatus Status(string path, bool followsLinks);

    public abstract IReadOnlyList<string> List(string path);

    public abstract void MakeDirectory(string path, uint mode);

    public abstract void RemoveDirectory(string path);

    public abstract void Unlink(string path);

    public abstract void Rename(string from, string to);

    public abstract void Link(string path, string link);

    public abstract void Symlink(string target, string link);

    public abstract string ReadLink(string path);

    public abstract void SetPermissions(string path, uint mode);

    public abstract void SetTimes(string path, long accessed, long modified);
}
