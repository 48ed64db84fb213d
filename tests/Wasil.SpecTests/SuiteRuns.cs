using System.Collections.Concurrent;
using Wasil.Tests;
using Wasil.Text;

namespace Wasil.SpecTests;

/// <summary>The reports of the scripts, each of which runs once for all tests that look at it.</summary>
internal static class SuiteRuns
{
    private static readonly ConcurrentDictionary<(WasmFeatures, WasmEngineMode), WasmEngine> Engines = new();
    private static readonly ConcurrentDictionary<(string, WasmEngineMode), Lazy<ScriptReport>> Reports = new();

    public static ScriptReport Of(string script, WasmEngineMode mode) =>
        Reports.GetOrAdd((script, mode), run => new(() => Run(run.Item1, run.Item2))).Value;

    private static ScriptReport Run(string path, WasmEngineMode mode)
    {
        var engine = Engines.GetOrAdd(
            (SuiteTable.FeaturesOf(path), mode),
            key => new WasmEngine(new WasmEngineOptions { Features = key.Item1, Mode = key.Item2 }));
        return ScriptRunner.Run(ScriptParser.Parse(SpecSuite.Read(path)), engine);
    }
}
