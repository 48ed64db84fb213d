using System.Reflection;
using System.Text.RegularExpressions;

namespace Wasil.Tests.Documents;

/// <summary>The examples of the README and of pages in docs are those of samples/ReadmeSamples, and print what their comments
/// say.</summary>
[Collection(nameof(ConsoleCollection))]
public partial class ReadmeTests
{
    private static readonly string[] Samples =
        ["Program", "HostFunctions", "WasiCommand", "LimitsAndTraps", "UntypedCalls", "Composition"];

    private static readonly string[] Hosting = ["Overriding", "Tracing", "Devices", "Quotas"];

    public static TheoryData<string> Names => [.. Samples, "Exceptions", .. Hosting];

    [Fact]
    public void Examples_are_the_samples()
    {
        Assert.Equal(Samples.Select(SnippetOf), ExamplesOf("README.md"));
        Assert.Equal([SnippetOf("Exceptions")], ExamplesOf("docs/exceptions.md"));
        Assert.Equal(Hosting.Select(SnippetOf), ExamplesOf("docs/wasi-hosting.md"));
    }

    private static string[] ExamplesOf(string document) =>
        [.. Blocks().Matches(File.ReadAllText(Path.Combine(Places.Repository, document))).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_prints_what_it_says(string name)
    {
        string[] expected = [.. Comments().Matches(SnippetOf(name)).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, OuterOffsets().Replace(Run(name), "$1").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    // The interpreter knows the offsets of all frames, compiled code that of the innermost alone.
    [GeneratedRegex(@"(<- \S+\[\d+\]):0x[0-9a-f]+")]
    private static partial Regex OuterOffsets();

    private static string Run(string name)
    {
        Assembly samples = Assembly.Load("ReadmeSamples");
        TextWriter console = Console.Out;
        string folder = Environment.CurrentDirectory;
        using var output = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = Places.Repository;
            if (name == "Program")
                samples.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
            else
                samples.GetType("ReadmeSamples." + name, throwOnError: true)!.GetMethod("Run")!.Invoke(null, null);
        }
        finally
        {
            Environment.CurrentDirectory = folder;
            Console.SetOut(console);
        }

        return output.ToString();
    }

    /// <summary>All of a file, or what its regions hold.</summary>
    private static string SnippetOf(string name)
    {
        string text = File.ReadAllText(Path.Combine(Places.Repository, "samples", "ReadmeSamples", name + ".cs"));
        Match[] regions = Regions().Matches(text).ToArray();
        return regions.Length == 0 ? text : string.Join('\n', regions.Select(region => Unindent(region.Groups[1].Value)));
    }

    private static string Unindent(string text)
    {
        string[] lines = text.Split('\n');
        int indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart(' ').Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..]));
    }

    [GeneratedRegex(@"^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^ *#region\n(.*?)^ *#endregion", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Regions();

    [GeneratedRegex(@"; // (.*)$", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
