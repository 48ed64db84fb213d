namespace Wasil;

/// <summary>The kinds of values.</summary>
public enum ValKind : byte
{
    /// <summary>32-bit integers.</summary>
    I32,

    /// <summary>64-bit integers.</summary>
    I64,

    /// <summary>IEEE 754 single precision.</summary>
    F32,

    /// <summary>IEEE 754 double precision.</summary>
    F64,

    /// <summary>128-bit vectors.</summary>
    V128,

    /// <summary>References, to what a <see cref="HeapType"/> says.</summary>
    Ref,
}
