namespace Wasil.Cli.Tests;

/// <summary>A folder of its own for each test class that asks, deleted in the end.</summary>
public sealed class Files : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("wasil-").FullName;

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The program that the first command of the README runs.</summary>
    public static string Hello { get; } = Path.Combine(Repository, "samples", "guests", "hello.wasm");

    public string Write(string name, byte[] contents)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, contents);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Wasil.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run from within the repository.");
    }
}
