namespace Wasil.GoJs;

/// <summary>What the elements of a <see cref="JsTypedArray"/> are.</summary>
public enum JsElementType
{
    /// <summary>Signed, 8 bits.</summary>
    Int8,

    /// <summary>Unsigned, 8 bits.</summary>
    Uint8,

    /// <summary>Unsigned, 8 bits; numbers beyond become the nearest there is.</summary>
    Uint8Clamped,

    /// <summary>Signed, 16 bits.</summary>
    Int16,

    /// <summary>Unsigned, 16 bits.</summary>
    Uint16,

    /// <summary>Signed, 32 bits.</summary>
    Int32,

    /// <summary>Unsigned, 32 bits.</summary>
    Uint32,

    /// <summary>A float of 32 bits.</summary>
    Float32,

    /// <summary>A float of 64 bits.</summary>
    Float64,
}
