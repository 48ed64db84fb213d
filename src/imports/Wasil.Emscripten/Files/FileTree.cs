using Wasil.Wasi;

namespace Wasil.Emscripten.Files;

/// <summary>
/// The directories of a program as one tree. A path leads into the directory mounted nearest above it, and cannot leave that except
/// by its own text: <c>..</c> is taken away before, as Emscripten's own file systems do it.
/// </summary>
internal sealed class FileTree : IDisposable
{
    private readonly List<(string Path, WasiDirectory Directory)> _mounts;

    public FileTree(IEnumerable<(string Path, WasiDirectory Directory)> mounts, long bytes, string workingDirectory)
    {
        WorkingDirectory = Normalize("/", workingDirectory);
        _mounts = [.. mounts.Select(mount => (Normalize("/", mount.Path), mount.Directory.Duplicate()))];
        if (!_mounts.Any(mount => mount.Path == "/"))
        {
            WasiDirectory root = WasiDirectory.InMemory(bytes);
            string[] paths = ["/tmp", "/home/web_user", "/dev", WorkingDirectory, .. _mounts.Select(mount => mount.Path)];
            foreach (string path in paths)
                CreateAll(root, path);
            _mounts.Add(("/", root));
        }

        _mounts.Sort((left, right) => right.Path.Length.CompareTo(left.Path.Length));
    }

    /// <summary>Where relative paths begin.</summary>
    public string WorkingDirectory { get; set; }

    /// <summary>Finds the directory that a path leads into, and the path below it.</summary>
    /// <param name="path">A path as <see cref="Normalize"/> gives it.</param>
    public (WasiDirectory Directory, string Path) Locate(string path)
    {
        foreach ((string mounted, WasiDirectory directory) in _mounts)
        {
            if (mounted == "/")
                return (directory, path.Length == 1 ? "." : path[1..]);
            if (path.StartsWith(mounted, StringComparison.Ordinal) && (path.Length == mounted.Length || path[mounted.Length] == '/'))
                return (directory, path.Length <= mounted.Length + 1 ? "." : path[(mounted.Length + 1)..]);
        }

        throw new InvalidOperationException("Nothing is mounted at the root.");
    }

    /// <summary>Whether something is mounted at a path, which then can be neither removed nor renamed.</summary>
    public bool IsMount(string path) => _mounts.Exists(mount => mount.Path == path);

    /// <summary>A path from the root, without <c>.</c> and <c>..</c>; a slash at the end stays, as it asks for a directory.</summary>
    public static string Normalize(string from, string path)
    {
        string[] names = (path.StartsWith('/') ? path : $"{from}/{path}").Split('/');
        var kept = new List<string>(names.Length);
        foreach (string name in names)
        {
            if (name == "..")
            {
                if (kept.Count > 0)
                    kept.RemoveAt(kept.Count - 1);
            }
            else if (name.Length > 0 && name != ".")
            {
                kept.Add(name);
            }
        }

        string whole = "/" + string.Join('/', kept);
        return kept.Count > 0 && path.EndsWith('/') ? whole + "/" : whole;
    }

    public void Dispose()
    {
        foreach ((_, WasiDirectory directory) in _mounts)
            directory.Dispose();
    }

    private static void CreateAll(WasiDirectory root, string path)
    {
        for (int slash = path.IndexOf('/', 1); ; slash = path.IndexOf('/', slash + 1))
        {
            string part = (slash < 0 ? path : path[..slash])[1..];
            if (part.Length > 0)
                root.CreateDirectory(part);
            if (slash < 0)
                return;
        }
    }
}
