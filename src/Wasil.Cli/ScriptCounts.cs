using System.Text;
using Wasil.Text;

namespace Wasil.Cli;

/// <summary>What came of the commands of scripts.</summary>
internal sealed class ScriptCounts
{
    private readonly SortedDictionary<WasmFeatures, int> _unsupported = [];

    public int Passed { get; private set; }

    public int Failed { get; set; }

    public void Add(ScriptReport report)
    {
        Passed += report.Passed;
        Failed += report.Failures.Count;
        AddUnsupported(report.UnsupportedByFeatures);
    }

    public void Add(ScriptCounts other)
    {
        Passed += other.Passed;
        Failed += other.Failed;
        AddUnsupported(other._unsupported);
    }

    public override string ToString()
    {
        var text = new StringBuilder($"{Passed} passed");
        if (Failed > 0)
            text.Append($", {Failed} failed");
        foreach ((WasmFeatures features, int count) in _unsupported)
            text.Append($", {count} need {string.Join(" and ", FeatureNames.Of(features))}");
        return text.ToString();
    }

    private void AddUnsupported(IReadOnlyDictionary<WasmFeatures, int> counts)
    {
        foreach ((WasmFeatures features, int count) in counts)
            _unsupported[features] = _unsupported.GetValueOrDefault(features) + count;
    }
}
