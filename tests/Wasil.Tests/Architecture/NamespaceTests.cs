using System.Text.RegularExpressions;

namespace Wasil.Tests.Architecture;

/// <summary>Which part of <c>src/Wasil</c> may see which, as docs/ARCHITECTURE.md has it.</summary>
public partial class NamespaceTests
{
    // What each folder sees, with all that lies below that. The root may be used by all and uses everything.
    private static readonly Dictionary<string, string[]> Sees = new()
    {
        ["Numerics"] = [],
        ["Instructions"] = [],
        ["Syntax"] = ["Instructions"],
        ["Binary"] = ["Syntax"],
        ["Text"] = ["Binary", "Syntax"],
        ["Validation"] = ["Syntax"],
        ["Execution"] = ["Syntax", "Numerics"],
        ["Interpreter"] = ["Validation", "Execution"],
        ["Compilation"] = ["Validation", "Execution", "Binary"],
        ["Tiering"] = ["Interpreter", "Compilation"],
    };

    [Fact]
    public void Folders_see_each_other_along_the_arrows_alone()
    {
        using var references = new TypeReferences(typeof(WasmEngine).Assembly.Location);
        var found = references.Find().ToHashSet();
        Assert.Contains(("Wasil.Compilation.CompiledModule", "Wasil.Execution.ModuleInstance"), found);
        string[] wrong = [.. found
            .Where(reference => !Allows(FolderOf(reference.User), FolderOf(reference.Used)))
            .Select(reference => $"{reference.User} uses {reference.Used}").Order(StringComparer.Ordinal)];
        Assert.True(wrong.Length == 0, "Against the arrows of docs/ARCHITECTURE.md:\n" + string.Join('\n', wrong));
    }

    // Constants leave no trace in the assembly, so what files name counts as well.
    [Fact]
    public void Files_name_no_namespace_against_the_arrows()
    {
        var wrong = new List<string>();
        foreach (string path in SourceFiles.Of("src/Wasil"))
        {
            string user = SourceFiles.FolderWithin("src/Wasil", path);
            foreach (Match match in Mention().Matches(File.ReadAllText(Path.Combine(Places.Repository, path))))
            {
                string used = match.Groups[1].Value + match.Groups[2].Value;
                if (Sees.ContainsKey(used) && !Allows(user, used))
                    wrong.Add($"{path}: {match.Value.Trim()}");
            }
        }

        Assert.True(wrong.Count == 0, "Against the arrows of docs/ARCHITECTURE.md:\n" + string.Join('\n', wrong));
    }

    [Fact]
    public void Every_folder_has_its_place()
    {
        string[] folders = [.. SourceFiles.Of("src/Wasil").Select(path => SourceFiles.FolderWithin("src/Wasil", path))
            .Distinct().Where(folder => folder.Length > 0 && !Sees.ContainsKey(folder))];
        Assert.True(folders.Length == 0, "Not in docs/ARCHITECTURE.md: " + string.Join(", ", folders));
    }

    [Fact]
    public void The_root_is_public_and_the_folders_are_not()
    {
        string[] wrong = [.. typeof(WasmEngine).Assembly.GetTypes()
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("Wasil", StringComparison.Ordinal) == true)
            .Where(type => type.IsPublic != (type.Namespace == "Wasil")).Select(type => type.FullName!)];
        Assert.True(wrong.Length == 0, "Internal in the root, or public below it: " + string.Join(", ", wrong));
    }

    private static bool Allows(string user, string used) =>
        user == used || used.Length == 0 || user.Length == 0
        || Sees.GetValueOrDefault(user, []).Any(below => Allows(below, used));

    private static string FolderOf(string type)
    {
        string[] parts = type.Split('.');
        return parts.Length > 2 ? parts[1] : "";
    }

    [GeneratedRegex(@"using(?: static)? Wasil\.(\w+)|(?<![\w.])(?:Wasil\.)?(\w+)\.[A-Z]")]
    private static partial Regex Mention();
}
