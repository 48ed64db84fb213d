namespace Wasil;

/// <summary>What a field of a structure or an element of an array holds. See "Aggregate Types" in the specification.</summary>
/// <param name="Storage">The value's form in the heap.</param>
/// <param name="IsMutable">Whether it may be set after the object was made.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public readonly record struct FieldType(StorageType Storage, bool IsMutable)
{
    /// <summary>The type as the text format writes it.</summary>
    public override string ToString() => IsMutable ? $"(mut {Storage})" : Storage.ToString();
}
