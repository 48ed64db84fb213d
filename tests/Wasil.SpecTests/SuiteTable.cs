namespace Wasil.SpecTests;

/// <summary>What the scripts of the suite are run with, and which of them do not hold completely yet.</summary>
internal static class SuiteTable
{
    /// <summary>The features by folder; the longest that a script's path starts with counts.</summary>
    private static readonly (string Prefix, WasmFeatures Features)[] Features =
    [
        ("", WasmFeatures.Default),
        ("proposals/", WasmFeatures.All),
        // Written before there were several tables or memories, whose absence it asserts.
        ("proposals/threads/", (WasmFeatures.Core2 & ~WasmFeatures.ReferenceTypes) | WasmFeatures.Threads),
    ];

    /// <summary>
    /// The scripts that do not hold completely, and why: the proposals that both engines lack, as <see cref="WasmFeatures"/>
    /// writes them. A script that holds must be taken off this list.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Incomplete { get; } = new Dictionary<string, string>
    {
    };

    /// <summary>Scripts of which the interpreter lacks other things than the compiler, and what.</summary>
    private static readonly Dictionary<string, string> s_interpreter = new()
    {
    };

    /// <summary>The modes that the suite runs in.</summary>
    public static WasmEngineMode[] Modes { get; } = [WasmEngineMode.Compiled, WasmEngineMode.Interpreted];

    /// <summary>What a mode lacks for a script, or null where it holds completely.</summary>
    public static string? Lacking(string script, WasmEngineMode mode) =>
        mode == WasmEngineMode.Interpreted && s_interpreter.TryGetValue(script, out string? lacking)
            ? lacking
            : Incomplete.GetValueOrDefault(script);

    public static WasmFeatures FeaturesOf(string script) => Features
        .Where(entry => script.StartsWith(entry.Prefix, StringComparison.Ordinal))
        .MaxBy(entry => entry.Prefix.Length)
        .Features;
}
