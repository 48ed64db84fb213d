using System.Collections.Concurrent;
using Wasil.Tests;
using Wasil.Text;
using Wasil.Tiering;

namespace Wasil.SpecTests;

/// <summary>The reports of the scripts, each of which runs once for all tests that look at it.</summary>
internal static class SuiteRuns
{
    private static readonly ConcurrentDictionary<(WasmFeatures, WasmEngineMode, bool), WasmEngine> Engines = new();
    private static readonly ConcurrentDictionary<(string, WasmEngineMode, bool), Lazy<ScriptReport>> Reports = new();

    public static ScriptReport Of(string script, WasmEngineMode mode, bool guardPages = true) =>
        Reports.GetOrAdd((script, mode, guardPages), key => new(() => Run(key.Item1, key.Item2, key.Item3))).Value;

    private static ScriptReport Run(string path, WasmEngineMode mode, bool guardPages)
    {
        var engine = Engines.GetOrAdd(
            (SuiteTable.FeaturesOf(path), mode, guardPages),
            key => new WasmEngine(new WasmEngineOptions
            {
                Features = key.Item1,
                Mode = key.Item2,
                GuardPages = key.Item3,
                Tiering = new TieringOptions(0, InBackground: false, MinimumBytes: 0),
            }));
        return ScriptRunner.Run(ScriptParser.Parse(SpecSuite.Read(path)), engine);
    }
}
