namespace Wasil;

/// <summary>The type of a table. See "Table Types" in the specification.</summary>
/// <param name="element">The reference type of the elements.</param>
/// <param name="limits">The size, in elements.</param>
/// <param name="is64">Whether the table is indexed with <c>i64</c>.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class TableType(ValType element, Limits limits, bool is64 = false) : ExternType
{
    /// <summary>The reference type of the elements.</summary>
    public ValType Element { get; } = element;

    /// <summary>The size, in elements.</summary>
    public Limits Limits { get; } = limits;

    /// <summary>Whether the table is indexed with <c>i64</c>.</summary>
    public bool Is64 { get; } = is64;

    /// <inheritdoc/>
    public override string Kind => "table";

    /// <inheritdoc/>
    public override string ToString() => $"table {(Is64 ? "i64 " : "")}{Limits} {Element}";
}
