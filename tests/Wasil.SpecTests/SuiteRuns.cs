using System.Collections.Concurrent;
using Wasil.Tests;
using Wasil.Text;

namespace Wasil.SpecTests;

/// <summary>The reports of the scripts, each of which runs once for all tests that look at it.</summary>
internal static class SuiteRuns
{
    private static readonly ConcurrentDictionary<(WasmFeatures, bool), WasmEngine> Engines = new();
    private static readonly ConcurrentDictionary<(string, bool), Lazy<ScriptReport>> Reports = new();

    public static ScriptReport Of(string script, bool guardPages = true) =>
        Reports.GetOrAdd((script, guardPages), key => new(() => Run(key.Item1, key.Item2))).Value;

    private static ScriptReport Run(string path, bool guardPages)
    {
        var engine = Engines.GetOrAdd(
            (SuiteTable.FeaturesOf(path), guardPages),
            key => new WasmEngine(new WasmEngineOptions { Features = key.Item1, GuardPages = key.Item2 }));
        return ScriptRunner.Run(ScriptParser.Parse(SpecSuite.Read(path)), engine);
    }
}
