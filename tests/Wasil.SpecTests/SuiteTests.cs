using Wasil.Tests;

namespace Wasil.SpecTests;

/// <summary>The specification's test suite, a test for each of its scripts.</summary>
public class SuiteTests
{
    public static TheoryData<string?, WasmEngineMode> Scripts =>
    [
        .. SpecSuite.Scripts().SelectMany(script => SuiteTable.Modes.Select(mode => new TheoryDataRow<string?, WasmEngineMode>(script.Data, mode))),
    ];

    public static TheoryData<string?> CompiledScripts => SpecSuite.Scripts();

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Holds(string? path, WasmEngineMode mode) => HoldsIn(path, mode, guardPages: true);

    // The interpreter checks every access itself.
    [Theory]
    [MemberData(nameof(CompiledScripts))]
    public void Holds_without_guard_pages(string? path) => HoldsIn(path, WasmEngineMode.Compiled, guardPages: false);

    // From the interpreter to compiled code at each function's second call, and in the middle of each loop.
    [Theory]
    [MemberData(nameof(CompiledScripts))]
    public void Holds_where_code_is_replaced(string? path) => HoldsIn(path, WasmEngineMode.Auto, guardPages: true);

    private static void HoldsIn(string? path, WasmEngineMode mode, bool guardPages)
    {
        Assert.SkipWhen(path is null, SpecSuite.Missing);
        var report = SuiteRuns.Of(path!, mode, guardPages);
        string failures = string.Join('\n', report.Failures.Select(failure => $"{path}:{failure.Line}: {failure.Message}"));
        if (SuiteTable.Lacking(path!, mode) is not { } lacking)
        {
            Assert.True(report.Failures.Count == 0, failures);
            Assert.True(report.IsComplete, $"{report.Unsupported} assertions need {report.Missing}");
            return;
        }

        Assert.False(report.IsComplete, "This holds completely: take it off the list.");
        Assert.True(report.Failures.Count == 0, failures);
        Assert.Equal(lacking, report.Missing.ToString());
        Assert.Skip($"{report.Passed} of {report.Assertions} assertions hold; lacking: {lacking}");
    }

    [Fact]
    public void Lists_only_scripts_that_exist()
    {
        Assert.SkipWhen(SpecSuite.Root is null, SpecSuite.Missing);
        Assert.All(SuiteTable.Incomplete.Keys, script => Assert.True(File.Exists(Path.Combine(SpecSuite.Root!, script)), script));
    }
}
