namespace Wasil;

/// <summary>The type of a global. See "Global Types" in the specification.</summary>
/// <param name="content">The type of the value.</param>
/// <param name="isMutable">Whether it may be set.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class GlobalType(ValType content, bool isMutable) : ExternType
{
    /// <summary>The type of the value.</summary>
    public ValType Content { get; } = content;

    /// <summary>Whether it may be set.</summary>
    public bool IsMutable { get; } = isMutable;

    /// <inheritdoc/>
    public override string Kind => "global";

    /// <inheritdoc/>
    public override string ToString() => IsMutable ? $"global (mut {Content})" : $"global {Content}";
}
