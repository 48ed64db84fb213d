namespace Wasil;

/// <summary>The type of an imported or exported function: a defined type that is a function type.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class FunctionType : ExternType
{
    internal FunctionType(DefType definition) => Definition = definition;

    /// <summary>The defined type, which decides whether an import and an export match.</summary>
    public DefType Definition { get; }

    /// <summary>The parameters and results.</summary>
    public FuncType Signature => (FuncType)Definition.Composite;

    /// <inheritdoc/>
    public override string Kind => "func";

    /// <inheritdoc/>
    public override string ToString() => $"func {Signature}";
}
