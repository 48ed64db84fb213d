namespace Wasil;

/// <summary>
/// What a reference points to: one of the abstract heap types, or a defined type. See "Heap Types" in the structure
/// chapter of the WebAssembly specification.
/// </summary>
/// <remarks>
/// As in the specification, a defined type is written as an index while a module is only decoded, and becomes a closed
/// <see cref="DefType"/>, comparable across modules, when the module is validated.
/// </remarks>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public readonly struct HeapType : IEquatable<HeapType>
{
    // Abstract types carry their binary code as the signed 33-bit number that the binary format reads, so below zero.
    private readonly int _code;

    private HeapType(int code, DefType? definition = null, bool isExact = false)
    {
        _code = code;
        Definition = definition;
        IsExact = isExact;
    }

    /// <summary>Any function.</summary>
    public static HeapType Func => new(-0x10);

    /// <summary>Any value of the host.</summary>
    public static HeapType Extern => new(-0x11);

    /// <summary>Any value of the guest's own heap.</summary>
    public static HeapType Any => new(-0x12);

    /// <summary>Values that <c>ref.eq</c> compares.</summary>
    public static HeapType Eq => new(-0x13);

    /// <summary>Unboxed 31-bit integers.</summary>
    public static HeapType I31 => new(-0x14);

    /// <summary>Any structure.</summary>
    public static HeapType Struct => new(-0x15);

    /// <summary>Any array.</summary>
    public static HeapType Array => new(-0x16);

    /// <summary>Any exception.</summary>
    public static HeapType Exn => new(-0x17);

    /// <summary>The bottom of the guest's heap types: only null.</summary>
    public static HeapType None => new(-0x0f);

    /// <summary>The bottom of the host's values: only null.</summary>
    public static HeapType NoExtern => new(-0x0e);

    /// <summary>The bottom of functions: only null.</summary>
    public static HeapType NoFunc => new(-0x0d);

    /// <summary>The bottom of exceptions: only null.</summary>
    public static HeapType NoExn => new(-0x0c);

    /// <summary>The closed defined type, or null for an abstract type and for an index not yet resolved.</summary>
    public DefType? Definition { get; }

    /// <summary>Whether this is one of the specification's abstract heap types.</summary>
    public bool IsAbstract => _code < 0;

    /// <summary>
    /// Whether only objects made with the defined type itself are meant, and none of a type declared below it: <c>(exact $t)</c> of
    /// the custom descriptors proposal.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>The abstract type's code in the binary format, as the signed number read there.</summary>
    internal int Code => _code;

    /// <summary>Whether this names a type by its index in a module that has not been validated.</summary>
    internal bool IsIndex => _code >= 0 && Definition is null;

    /// <summary>The index of the type in its module, meaningful where <see cref="IsIndex"/> holds.</summary>
    internal int TypeIndex => _code;

    internal static HeapType OfIndex(uint typeIndex, bool isExact = false) => new(checked((int)typeIndex), isExact: isExact);

    internal static HeapType OfDefinition(DefType definition, bool isExact = false) => new(0, definition, isExact);

    /// <summary>Reads an abstract type's code; false where the code names none.</summary>
    internal static bool TryFromCode(int code, out HeapType type)
    {
        type = new HeapType(code);
        return code is <= -0x0c and >= -0x17;
    }

    /// <summary>Type equality of the specification: closed types are equal when their recursion groups are.</summary>
    public bool Equals(HeapType other) =>
        _code == other._code && IsExact == other.IsExact && ReferenceEquals(Definition, other.Definition);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HeapType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_code, IsExact, Definition);

    /// <summary>Type equality.</summary>
    public static bool operator ==(HeapType left, HeapType right) => left.Equals(right);

    /// <summary>Type inequality.</summary>
    public static bool operator !=(HeapType left, HeapType right) => !left.Equals(right);

    /// <summary>The type as the text format writes it; a defined type as its definition.</summary>
    public override string ToString() => _code switch
    {
        -0x10 => "func",
        -0x11 => "extern",
        -0x12 => "any",
        -0x13 => "eq",
        -0x14 => "i31",
        -0x15 => "struct",
        -0x16 => "array",
        -0x17 => "exn",
        -0x0f => "none",
        -0x0e => "noextern",
        -0x0d => "nofunc",
        -0x0c => "noexn",
        _ when IsExact => $"(exact {DefinedName})",
        _ => DefinedName,
    };

    private string DefinedName =>
        Definition is { } definition ? definition.ShortName : _code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
