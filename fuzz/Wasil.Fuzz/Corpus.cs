using Wasil.Binary;
using Wasil.Syntax;
using Wasil.Text;

namespace Wasil.Fuzz;

/// <summary>A module to damage.</summary>
internal sealed record Specimen(string Name, byte[] Bytes)
{
    /// <summary>Whether it starts as a module does, and not as a component.</summary>
    public bool IsModule => Bytes is [0, (byte)'a', (byte)'s', (byte)'m', 1, 0, 0, 0, ..];

    /// <summary>The module taken apart, so that mutations can aim.</summary>
    public Module Parsed => field ??= ModuleDecoder.Decode(Bytes, WasmFeatures.All);
}

/// <summary>The modules that mutations start from.</summary>
internal static class Corpus
{
    private static readonly string[] SmallFiles =
    [
        "tests/guests/clang/bare.wasm", "tests/guests/clang/reactor.wasm", "tests/guests/clang/hostcalls.wasm",
        "tests/guests/clang/traps.wasm", "tests/guests/clang/hello.wasm", "tests/guests/clang/hello_O0.wasm",
    ];

    /// <summary>Modules so small that each of their bytes is damaged in several ways.</summary>
    public static Specimen[] Small() => [.. SmallFiles.Select(Read)];

    /// <summary>Modules of some size, by compilers: this repository's, and those in the folder of guests beside it, if there
    /// is one.</summary>
    public static Specimen[] Large() =>
        [.. ((string[])["tests/guests", "../shared/guests"])
            .Where(folder => Directory.Exists(Path.Combine(Root, folder)))
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.wasm", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Except(SmallFiles)
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .Where(specimen => specimen.IsModule)];

    /// <summary>The valid modules of the specification's test suite, where that is found.</summary>
    public static Specimen[] Suite()
    {
        var found = new List<Specimen>();
        foreach ((string name, Script script) in Scripts())
        {
            foreach (ModuleCommand command in script.Commands.OfType<ModuleCommand>())
            {
                try
                {
                    byte[] bytes = command.Module switch
                    {
                        TextModule text => ModuleEncoder.Encode(text.Parse(WasmFeatures.All)),
                        QuotedModule quoted => ModuleEncoder.Encode(quoted.Parse(WasmFeatures.All)),
                        BinaryModule binary => binary.Bytes.ToArray(),
                        _ => [],
                    };
                    ModuleDecoder.Decode(bytes, WasmFeatures.All);
                    found.Add(new Specimen($"{name}:{script.LineOf(command)}", bytes));
                }
                catch (MalformedModuleException)
                {
                    // A proposal that Wasil does not know.
                }
            }
        }

        return [.. found];
    }

    /// <summary>The scripts of the specification's test suite as they are written, cut where a command begins: modules, valid and
    /// invalid ones, with what is around them.</summary>
    public static IEnumerable<string> SuiteTexts() =>
        from file in SuiteFiles()
        from part in File.ReadAllText(file).Split("\n(module", StringSplitOptions.RemoveEmptyEntries)
        let end = part.IndexOf("\n(", StringComparison.Ordinal)
        select "(module" + (end < 0 ? part : part[..end]);

    private static IEnumerable<(string Name, Script Script)> Scripts()
    {
        foreach (string file in SuiteFiles())
        {
            Script script;
            try
            {
                script = ScriptParser.Parse(File.ReadAllBytes(file));
            }
            catch (MalformedModuleException)
            {
                continue;
            }

            yield return (Path.GetFileName(file), script);
        }
    }

    private static IEnumerable<string> SuiteFiles()
    {
        string folder = Environment.GetEnvironmentVariable("WASM_TESTSUITE") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(Root, "..", "shared", "testsuite"));
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.wast", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    private static Specimen Read(string path) => new(path, File.ReadAllBytes(Path.Combine(Root, path)));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Wasil.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The harness does not run from within the repository.");
    }
}
