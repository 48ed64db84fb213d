namespace Wasil;

/// <summary>The parameters and results of a function. See "Function Types" in the specification.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class FuncType : CompositeType
{
    private readonly ValType[] _parameters;
    private readonly ValType[] _results;

    /// <summary>Makes a function type.</summary>
    /// <param name="parameters">The types of the parameters, first to last.</param>
    /// <param name="results">The types of the results, first to last.</param>
    public FuncType(IEnumerable<ValType> parameters, IEnumerable<ValType> results)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(results);
        _parameters = [.. parameters];
        _results = [.. results];
    }

    internal FuncType(ValType[] parameters, ValType[] results)
    {
        _parameters = parameters;
        _results = results;
    }

    /// <summary>The types of the parameters, first to last.</summary>
    public ReadOnlySpan<ValType> Parameters => _parameters;

    /// <summary>The types of the results, first to last.</summary>
    public ReadOnlySpan<ValType> Results => _results;

    /// <summary>What an engine knows of the type, which it looks for here before it finds out again.</summary>
    internal object? CallingConvention { get; set; }

    /// <summary>The type in the words of the specification, as in <c>[i32 i32] -> [i64]</c>.</summary>
    public override string ToString() => $"[{string.Join(' ', _parameters)}] -> [{string.Join(' ', _results)}]";
}
