namespace Wasil.Wasi.Tests;

/// <summary>Every file system that guests can change, and each way of finding what a path means, by name.</summary>
internal sealed class FileSystems : IDisposable
{
    private static readonly Lock Gate = new();

    private readonly string? _folder;

    public FileSystems(string kind)
    {
        if (kind == "memory")
        {
            Root = WasiDirectory.InMemory();
            return;
        }

        if (kind == "overlay")
        {
            using WasiDirectory lower = WasiDirectory.InMemory(), upper = WasiDirectory.InMemory();
            Root = WasiDirectory.Overlay(lower.AsReadOnly(), upper);
            return;
        }

        // Beside the folder that the guest gets lies what it must not reach.
        _folder = Directory.CreateTempSubdirectory("wasil-").FullName;
        Outside = Path.Combine(_folder, "outside");
        Host = Path.Combine(_folder, "jail");
        Directory.CreateDirectory(Outside);
        Directory.CreateDirectory(Host);
        File.WriteAllText(Path.Combine(Outside, "canary"), "secret");
        lock (Gate)
        {
            AppContext.SetData("Wasil.Wasi.PathResolution", kind);
            try
            {
                Root = WasiDirectory.ReadWrite(Host);
            }
            finally
            {
                AppContext.SetData("Wasil.Wasi.PathResolution", null);
            }
        }
    }

    public static TheoryData<string> Kinds => OperatingSystem.IsLinux() ? ["memory", "overlay", "openat2", "walk", "managed"] : ["memory", "overlay", "managed"];

    public static TheoryData<string> OfTheHost => OperatingSystem.IsLinux() ? ["openat2", "walk", "managed"] : ["managed"];

    public WasiDirectory Root { get; }

    /// <summary>Where the root is on the host; null for what is no folder.</summary>
    public string? Host { get; }

    public string? Outside { get; }

    public static Errno Write(WasiDirectory directory, string path, string text)
    {
        var options = new WasiOpenOptions { Write = true, Create = true, Truncate = true };
        if (directory.Open(path, options, out WasiNode? node) is not Errno.Success and var error)
            return error;
        using (node)
            return ((WasiFile)node!).WriteAt(0, System.Text.Encoding.UTF8.GetBytes(text), out _);
    }

    public static Errno Read(WasiDirectory directory, string path, out string text)
    {
        text = "";
        if (directory.Open(path, new WasiOpenOptions(), out WasiNode? node) is not Errno.Success and var error)
            return error;
        using (node)
        {
            if (node is not WasiFile file)
                return Errno.IsDirectory;
            var buffer = new byte[1 << 16];
            Errno result = file.ReadAt(0, buffer, out int read);
            text = System.Text.Encoding.UTF8.GetString(buffer, 0, read);
            return result;
        }
    }

    public static string[] Names(WasiDirectory directory)
    {
        Assert.Equal(Errno.Success, directory.List(out IReadOnlyList<WasiDirectoryEntry> entries));
        return [.. entries.Select(entry => entry.Name).Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        Root.Dispose();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
