using System.Text.RegularExpressions;

namespace Wasil.Tests.Documents;

/// <summary>Every path that a document names exists.</summary>
public partial class PathTests
{
    public static TheoryData<string> Documents =>
    [
        "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md",
        .. Places.Files(Path.Combine(Places.Repository, "docs"), "*.md")
            .Select(path => Path.GetRelativePath(Places.Repository, path).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Named_paths_exist(string document)
    {
        string path = Path.Combine(Places.Repository, document);
        string text = File.ReadAllText(path);
        string[] wrong = [.. Paths().Matches(text).Select(match => match.Value.TrimEnd('.'))
            .Where(named => !Exists(Places.Repository, named))];
        string[] dead = [.. Links().Matches(text).Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Exists(Path.GetDirectoryName(path)!, target))];
        Assert.True(wrong.Length + dead.Length == 0, $"{document} names what is not there: {string.Join(", ", wrong.Concat(dead))}");
    }

    [Fact]
    public void The_architecture_page_draws_a_module_on_its_way()
    {
        string text = File.ReadAllText(Path.Combine(Places.Repository, "docs", "ARCHITECTURE.md"));
        Assert.True(Paths().Count(text) > 30);
        Assert.Equal(1, Regex.Count(text, "^```mermaid", RegexOptions.Multiline));
    }

    // A name with a star stands for files, of which there must be one.
    private static bool Exists(string folder, string named)
    {
        string path = Path.Combine(folder, named);
        return named.Contains('*', StringComparison.Ordinal)
            ? Places.Files(Path.GetDirectoryName(path)!, Path.GetFileName(path)).Count > 0
            : File.Exists(path) || Directory.Exists(path);
    }

    [GeneratedRegex(@"(?<![\w/.-])(?:src|tests|eng|docs|samples|bench|fuzz|\.ci)/[\w./*-]+")]
    private static partial Regex Paths();

    [GeneratedRegex(@"\]\(([^)#]+)(?:#[\w-]+)?\)")]
    private static partial Regex Links();
}
