using System.Text.RegularExpressions;

namespace Wasil.Tests.Documents;

/// <summary>Code names entries of docs/RATIONALE.md by their headings; these exist.</summary>
public partial class HeadingTests
{
    [Fact]
    public void Named_entries_exist()
    {
        string rationale = File.ReadAllText(Path.Combine(Places.Repository, "docs", "RATIONALE.md"));
        string[] headings = [.. Headings().Matches(rationale).Select(match => match.Groups[1].Value)];
        int named = 0;
        foreach (string folder in (string[])["src", "tests", "eng", "samples"])
        {
            foreach (string path in Places.Files(Path.Combine(Places.Repository, folder), "*.cs"))
            {
                foreach (Match match in Mentions().Matches(File.ReadAllText(path)))
                {
                    string heading = Whitespace().Replace(match.Groups[1].Value, " ");
                    Assert.True(headings.Contains(heading), $"{path} names \"{heading}\", which docs/RATIONALE.md does not have.");
                    named++;
                }
            }
        }

        Assert.True(named > 0);
    }

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    // The heading may go on in the next line of a comment.
    [GeneratedRegex("RATIONALE\\.md,\\s+(?:///?\\s+)?\"([^\"]+)\"")]
    private static partial Regex Mentions();

    [GeneratedRegex(@"\s*\n\s*//+\s*")]
    private static partial Regex Whitespace();
}
