namespace Wasil.Tests;

/// <summary>Where tests find what is not compiled into them.</summary>
internal static class Places
{
    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>A folder of material beside the repository, which need not be there.</summary>
    public static string Shared(string name) => Path.GetFullPath(Path.Combine(Repository, "..", "shared", name));

    /// <summary>The files below a folder by a pattern, in a stable order; none where the folder does not exist.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];

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
