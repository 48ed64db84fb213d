namespace Wasil.Tests;

/// <summary>
/// The specification's test suite: where <c>WASM_TESTSUITE</c> says, else beside the repository in <c>shared/testsuite</c>.
/// </summary>
internal static class SpecSuite
{
    public const string Missing =
        "The specification's test suite was not found: set WASM_TESTSUITE to a clone of github.com/WebAssembly/testsuite.";

    public static string? Root { get; } = Find();

    /// <summary>The scripts, relative to the root; a single null where there is no suite, for a test to skip on.</summary>
    public static TheoryData<string?> Scripts()
    {
        var scripts = new TheoryData<string?>();
        if (Root is null)
        {
            scripts.Add((string?)null);
            return scripts;
        }

        foreach (string path in Places.Files(Root, "*.wast"))
            scripts.Add(Path.GetRelativePath(Root, path).Replace('\\', '/'));
        return scripts;
    }

    public static byte[] Read(string? script)
    {
        Assert.SkipWhen(script is null || Root is null, Missing);
        return File.ReadAllBytes(Path.Combine(Root!, script!));
    }

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("WASM_TESTSUITE");
        if (!string.IsNullOrEmpty(named))
            return named;
        string beside = Places.Shared("testsuite");
        return Directory.Exists(beside) ? beside : null;
    }
}
