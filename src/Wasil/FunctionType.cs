namespace Wasil;

/// <summary>The type of an imported or exported function: a defined type that is a function type.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class FunctionType : ExternType
{
    internal FunctionType(DefType definition, bool isExact = false)
    {
        Definition = definition;
        IsExact = isExact;
    }

    /// <summary>The defined type, which decides whether an import and an export match.</summary>
    public DefType Definition { get; }

    /// <summary>Whether an import takes functions of this type alone, and none of its subtypes: <c>(func (exact (type $t)))</c> of the
    /// custom descriptors proposal.</summary>
    public bool IsExact { get; }

    /// <summary>The parameters and results.</summary>
    public FuncType Signature => (FuncType)Definition.Composite;

    /// <inheritdoc/>
    public override string Kind => "func";

    /// <inheritdoc/>
    public override string ToString() => IsExact ? $"func (exact {Signature})" : $"func {Signature}";
}
