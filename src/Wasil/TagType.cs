namespace Wasil;

/// <summary>The type of an exception tag: a function type whose parameters are the payload. See "Tag Types" in the
/// specification.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class TagType : ExternType
{
    internal TagType(DefType definition) => Definition = definition;

    /// <summary>The defined type, which decides whether an import and an export match.</summary>
    public DefType Definition { get; }

    /// <summary>The types of the payload.</summary>
    public ReadOnlySpan<ValType> Payload => ((FuncType)Definition.Composite).Parameters;

    /// <inheritdoc/>
    public override string Kind => "tag";

    /// <inheritdoc/>
    public override string ToString() => $"tag {Definition.Composite}";
}
