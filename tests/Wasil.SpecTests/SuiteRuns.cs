using System.Collections.Concurrent;
using Wasil.Tests;
using Wasil.Text;

namespace Wasil.SpecTests;

/// <summary>The reports of the scripts, each of which runs once for all tests that look at it.</summary>
internal static class SuiteRuns
{
    private static readonly ConcurrentDictionary<WasmFeatures, WasmEngine> Engines = new();
    private static readonly ConcurrentDictionary<string, Lazy<ScriptReport>> Reports = new();

    public static ScriptReport Of(string script) => Reports.GetOrAdd(script, path => new(() => Run(path))).Value;

    private static ScriptReport Run(string path)
    {
        var engine = Engines.GetOrAdd(
            SuiteTable.FeaturesOf(path), features => new WasmEngine(new WasmEngineOptions { Features = features }));
        return ScriptRunner.Run(ScriptParser.Parse(SpecSuite.Read(path)), engine);
    }
}
