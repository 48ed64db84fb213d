using System.Text.RegularExpressions;

namespace Wasil.Tests.Architecture;

/// <summary>Where types are to be found: namespaces are folders, and a public type is alone in a file of its name.</summary>
public partial class SourceFileTests
{
    public static TheoryData<string> Projects =>
        [.. Places.Files(Path.Combine(Places.Repository, "src"), "*.csproj")
            .Select(path => Path.GetRelativePath(Places.Repository, Path.GetDirectoryName(path)!).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_are_folders(string project)
    {
        var wrong = new List<string>();
        foreach (string path in SourceFiles.Of(project))
        {
            string folder = SourceFiles.FolderWithin(project, path);
            string expected = Path.GetFileName(project) + (folder.Length == 0 ? "" : "." + folder);
            string text = Read(path);
            if (NamespaceDeclaration().Match(text) is { Success: true } match
                ? match.Groups[1].Value != expected
                : TypeDeclaration().IsMatch(text))
                wrong.Add($"{path} should be in namespace {expected}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_public_type_is_alone_in_a_file_of_its_name(string project)
    {
        var wrong = new List<string>();
        foreach (string path in SourceFiles.Of(project))
        {
            Match[] types = TypeDeclaration().Matches(Read(path)).ToArray();
            string[] shown = [.. types.Where(type => type.Groups["public"].Success).Select(type => type.Groups["name"].Value)];
            // The parts of a type are named `Type.Part.cs`.
            if (shown.Length > 0 && (types.Length != 1 || shown[0] != Path.GetFileName(path).Split('.')[0]))
                wrong.Add($"{path} has the types {string.Join(", ", types.Select(type => type.Groups["name"].Value))}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Places.Repository, path));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    // Types that are not nested stand at the start of a line, as all namespaces are those of their files.
    [GeneratedRegex(
        @"^(?:(?<public>public)|internal|file)?\s*(?:(?:static|sealed|abstract|readonly|ref|partial|unsafe) )*"
        + @"(?:class|struct|interface|enum|record(?: struct| class)?|delegate [\w<>?\[\]., ]+?) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
