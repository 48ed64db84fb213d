namespace Wasil.AssemblyScript;

/// <summary>What AssemblyScript's runtime type information says of a class: its <c>TypeinfoFlags</c>.</summary>
[Flags]
internal enum TypeFlags
{
    None = 0,
    ArrayBufferView = 1 << 0,
    Array = 1 << 1,
    StaticArray = 1 << 2,
    Set = 1 << 3,
    Map = 1 << 4,
    PointerFree = 1 << 5,
    ValueAlign0 = 1 << 6,
    ValueAlign1 = 1 << 7,
    ValueAlign2 = 1 << 8,
    ValueAlign3 = 1 << 9,
    ValueAlign4 = 1 << 10,
    ValueSigned = 1 << 11,
    ValueFloat = 1 << 12,
    ValueNullable = 1 << 13,
    ValueManaged = 1 << 14,

    /// <summary>What tells the kinds of classes with values apart.</summary>
    Kinds = ArrayBufferView | Array | StaticArray | Set | Map,

    /// <summary>What tells the types of values apart.</summary>
    Values = ValueAlign0 | ValueAlign1 | ValueAlign2 | ValueAlign3 | ValueAlign4 | ValueSigned | ValueFloat | ValueManaged,
}
