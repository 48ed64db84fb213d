namespace Wasil;

/// <summary>The type of a global. See "Global Types" in the specification.</summary>
/// <param name="Content">The type of the value.</param>
/// <param name="IsMutable">Whether it may be set.</param>
public sealed class GlobalType(ValType Content, bool IsMutable) : ExternType
{
    /// <summary>The type of the value.</summary>
    public ValType Content { get; } = Content;

    /// <summary>Whether it may be set.</summary>
    public bool IsMutable { get; } = IsMutable;

    /// <inheritdoc/>
    public override string Kind => "global";

    /// <inheritdoc/>
    public override string ToString() => IsMutable ? $"global (mut {Content})" : $"global {Content}";
}
