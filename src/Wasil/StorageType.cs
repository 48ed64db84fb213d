namespace Wasil;

/// <summary>A value type, or an integer packed into 8 or 16 bits. See "Storage Types" in the specification.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public readonly record struct StorageType
{
    private StorageType(ValType unpacked, int packedBits)
    {
        Unpacked = unpacked;
        PackedBits = packedBits;
    }

    /// <summary>An <c>i32</c> kept in 8 bits.</summary>
    public static StorageType I8 => new(ValType.I32, 8);

    /// <summary>An <c>i32</c> kept in 16 bits.</summary>
    public static StorageType I16 => new(ValType.I32, 16);

    /// <summary>The type of the value once it is read: <c>i32</c> for the packed types.</summary>
    public ValType Unpacked { get; }

    /// <summary>8 or 16 for a packed type, else 0.</summary>
    public int PackedBits { get; }

    /// <summary>Whether the value is kept in fewer bits than it is used with.</summary>
    public bool IsPacked => PackedBits != 0;

    /// <summary>The storage type that keeps a value as it is.</summary>
    /// <param name="type">The value's type.</param>
    public static StorageType Of(ValType type) => new(type, 0);

    /// <summary>The type as the text format writes it.</summary>
    public override string ToString() => PackedBits switch { 8 => "i8", 16 => "i16", _ => Unpacked.ToString() };
}
