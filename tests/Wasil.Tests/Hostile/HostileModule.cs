namespace Wasil.Tests.Hostile;

/// <summary>What becomes of a hostile module in a runtime that does everything right.</summary>
internal enum HostileOutcome
{
    /// <summary><c>run</c> returns <see cref="HostileModule.Result"/>.</summary>
    Returns,

    /// <summary><c>run</c> traps because the stack is exhausted.</summary>
    ExhaustsStack,

    /// <summary><c>run</c> does not end by itself; only cancellation, fuel or a time limit ends it.</summary>
    RunsForever,

    /// <summary>The module is valid, and instantiating it traps.</summary>
    TrapsAtInstantiation,

    /// <summary>The module is valid by the specification, but so large that an implementation may refuse it.</summary>
    BeyondLimits,

    /// <summary>The bytes are a module, but not a valid one.</summary>
    Invalid,

    /// <summary>The bytes are not a module.</summary>
    Malformed,
}

/// <summary>A module that a careless runtime crashes on, hangs on or gives away memory for.</summary>
/// <param name="Name">The name of the generator in <see cref="HostileModules"/>.</param>
/// <param name="Signature">The type of the export <c>run</c>, in the words of the text format.</param>
/// <param name="Build">Makes the bytes; some take a second and many megabytes, so nothing is made before it is asked for.</param>
internal sealed record HostileModule(string Name, string Signature, HostileOutcome Outcome, Func<byte[]> Build)
{
    /// <summary>The arguments for <c>run</c>, boxed as <see cref="int"/> or <see cref="long"/>.</summary>
    public IReadOnlyList<object> Arguments { get; init; } = [];

    /// <summary>What <c>run</c> returns for <see cref="Arguments"/>, as another runtime (V8) computed it.</summary>
    public object? Result { get; init; }

    public override string ToString() => Name;
}
