namespace Wasil.GoJs.Tests;

/// <summary>Where tests find what is not compiled into them.</summary>
internal static class Places
{
    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

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
