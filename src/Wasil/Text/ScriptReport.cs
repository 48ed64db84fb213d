namespace Wasil.Text;

/// <summary>How a script ran.</summary>
internal sealed class ScriptReport
{
    private readonly List<ScriptFailure> _failures = [];
    private readonly Dictionary<WasmFeatures, int> _lacking = [];

    /// <summary>How many of the script's commands assert something.</summary>
    public int Assertions { get; private set; }

    /// <summary>How many of them hold.</summary>
    public int Passed { get; private set; }

    /// <summary>How many could not be tried, for want of <see cref="Missing"/>.</summary>
    public int Unsupported { get; private set; }

    /// <summary>The same by what they need.</summary>
    public IReadOnlyDictionary<WasmFeatures, int> UnsupportedByFeatures => _lacking;

    /// <summary>The proposals that commands needed and the engine does not have.</summary>
    public WasmFeatures Missing { get; private set; }

    /// <summary>What went wrong, in the script's order. A command that asserts nothing fails when it cannot be carried
    /// out.</summary>
    public IReadOnlyList<ScriptFailure> Failures => _failures;

    /// <summary>Whether every command did what it should.</summary>
    public bool IsComplete => _failures.Count == 0 && Missing == WasmFeatures.None;

    /// <summary>Adds what another thread of the script did.</summary>
    public void Add(ScriptReport thread)
    {
        Assertions += thread.Assertions;
        Passed += thread.Passed;
        Unsupported += thread.Unsupported;
        Missing |= thread.Missing;
        _failures.AddRange(thread._failures);
        foreach (var (features, count) in thread._lacking)
            _lacking[features] = _lacking.GetValueOrDefault(features) + count;
    }

    public void Pass(bool isAssertion)
    {
        if (!isAssertion)
            return;
        Assertions++;
        Passed++;
    }

    public void Fail(bool isAssertion, ScriptFailure failure)
    {
        Assertions += isAssertion ? 1 : 0;
        _failures.Add(failure);
    }

    public void Lack(bool isAssertion, WasmFeatures feature)
    {
        Missing |= feature;
        if (!isAssertion)
            return;
        Assertions++;
        Unsupported++;
        _lacking[feature] = _lacking.GetValueOrDefault(feature) + 1;
    }
}

/// <summary>A command of a script that did not do what it should.</summary>
/// <param name="Line">Where it starts, counted from 1.</param>
/// <param name="Message">What happened instead.</param>
internal sealed record ScriptFailure(int Line, string Message);
