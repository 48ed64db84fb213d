namespace Wasil;

/// <summary>An array of one type of element. See "Aggregate Types" in the specification.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class ArrayType : CompositeType
{
    internal ArrayType(FieldType element) => Element = element;

    /// <summary>What every element holds.</summary>
    public FieldType Element { get; }

    /// <summary>The type as the text format writes it.</summary>
    public override string ToString() => $"(array {Element})";
}
