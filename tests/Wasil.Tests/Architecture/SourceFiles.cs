namespace Wasil.Tests.Architecture;

/// <summary>The C# files of the repository, as paths from its root with <c>/</c>.</summary>
internal static class SourceFiles
{
    public static IEnumerable<string> Of(string folder) =>
        Places.Files(Path.Combine(Places.Repository, folder), "*.cs")
            .Select(path => Path.GetRelativePath(Places.Repository, path).Replace('\\', '/'));

    /// <summary>The folders between a project's own and the file, joined by dots.</summary>
    public static string FolderWithin(string project, string path) =>
        Path.GetDirectoryName(path[(project.Length + 1)..])!.Replace('\\', '/').Replace('/', '.');
}
