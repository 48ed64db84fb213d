namespace Wasil;

/// <summary>The fields of a structure. See "Aggregate Types" in the specification.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class StructType : CompositeType
{
    private readonly FieldType[] _fields;

    internal StructType(FieldType[] fields) => _fields = fields;

    /// <summary>The fields, first to last.</summary>
    public ReadOnlySpan<FieldType> Fields => _fields;

    /// <summary>The type as the text format writes it.</summary>
    public override string ToString() => $"(struct{string.Concat(_fields.Select(field => $" (field {field})"))})";
}
