namespace Wasil;

/// <summary>The type of a table. See "Table Types" in the specification.</summary>
/// <param name="Element">The reference type of the elements.</param>
/// <param name="Limits">The size, in elements.</param>
/// <param name="Is64">Whether the table is indexed with <c>i64</c>.</param>
public sealed class TableType(ValType Element, Limits Limits, bool Is64 = false) : ExternType
{
    /// <summary>The reference type of the elements.</summary>
    public ValType Element { get; } = Element;

    /// <summary>The size, in elements.</summary>
    public Limits Limits { get; } = Limits;

    /// <summary>Whether the table is indexed with <c>i64</c>.</summary>
    public bool Is64 { get; } = Is64;

    /// <inheritdoc/>
    public override string Kind => "table";

    /// <inheritdoc/>
    public override string ToString() => $"table {(Is64 ? "i64 " : "")}{Limits} {Element}";
}
