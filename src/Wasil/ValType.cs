namespace Wasil;

/// <summary>The type of a value: a number, a vector or a reference. See "Value Types" in the specification.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public readonly struct ValType : IEquatable<ValType>
{
    private readonly bool _nullable;

    private ValType(ValKind kind, bool nullable = false, HeapType heapType = default)
    {
        Kind = kind;
        _nullable = nullable;
        HeapType = heapType;
    }

    /// <summary>32-bit integers, signed or not as the instruction says.</summary>
    public static ValType I32 => new(ValKind.I32);

    /// <summary>64-bit integers, signed or not as the instruction says.</summary>
    public static ValType I64 => new(ValKind.I64);

    /// <summary>IEEE 754 single precision.</summary>
    public static ValType F32 => new(ValKind.F32);

    /// <summary>IEEE 754 double precision.</summary>
    public static ValType F64 => new(ValKind.F64);

    /// <summary>128-bit vectors.</summary>
    public static ValType V128 => new(ValKind.V128);

    /// <summary><c>funcref</c>: a function or null.</summary>
    public static ValType FuncRef => Ref(HeapType.Func, nullable: true);

    /// <summary><c>externref</c>: any object of the host or null.</summary>
    public static ValType ExternRef => Ref(HeapType.Extern, nullable: true);

    /// <summary><c>anyref</c>: any value of the guest's heap or null.</summary>
    public static ValType AnyRef => Ref(HeapType.Any, nullable: true);

    /// <summary><c>eqref</c>: a value of the guest's heap that can be compared, or null.</summary>
    public static ValType EqRef => Ref(HeapType.Eq, nullable: true);

    /// <summary><c>i31ref</c>: an integer of 31 bits or null.</summary>
    public static ValType I31Ref => Ref(HeapType.I31, nullable: true);

    /// <summary><c>structref</c>: any structure or null.</summary>
    public static ValType StructRef => Ref(HeapType.Struct, nullable: true);

    /// <summary><c>arrayref</c>: any array or null.</summary>
    public static ValType ArrayRef => Ref(HeapType.Array, nullable: true);

    /// <summary><c>exnref</c>: an exception or null.</summary>
    public static ValType ExnRef => Ref(HeapType.Exn, nullable: true);

    /// <summary>Which kind of value this is.</summary>
    public ValKind Kind { get; }

    /// <summary>What a reference points to; meaningful only where <see cref="IsReference"/> holds.</summary>
    public HeapType HeapType { get; }

    /// <summary>Whether this is a reference type.</summary>
    public bool IsReference => Kind == ValKind.Ref;

    /// <summary>Whether this is a reference type that includes null.</summary>
    public bool IsNullable => _nullable;

    /// <summary>Whether a local of this type starts with a value by itself: numbers, vectors and nullable references do.</summary>
    public bool IsDefaultable => Kind != ValKind.Ref || _nullable;

    /// <summary>The reference type with this heap type.</summary>
    /// <param name="heapType">What the reference points to.</param>
    /// <param name="nullable">Whether null is a value of the type.</param>
    public static ValType Ref(HeapType heapType, bool nullable) => new(ValKind.Ref, nullable, heapType);

    /// <summary>Type equality of the specification.</summary>
    public bool Equals(ValType other) => Kind == other.Kind && _nullable == other._nullable && HeapType == other.HeapType;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _nullable, HeapType);

    /// <summary>Type equality.</summary>
    public static bool operator ==(ValType left, ValType right) => left.Equals(right);

    /// <summary>Type inequality.</summary>
    public static bool operator !=(ValType left, ValType right) => !left.Equals(right);

    /// <summary>The type as the text format writes it, in its shorthand where it has one.</summary>
    public override string ToString() => Kind switch
    {
        ValKind.I32 => "i32",
        ValKind.I64 => "i64",
        ValKind.F32 => "f32",
        ValKind.F64 => "f64",
        ValKind.V128 => "v128",
        _ when _nullable && HeapType.IsAbstract => Shorthand(HeapType.ToString()),
        _ => _nullable ? $"(ref null {HeapType})" : $"(ref {HeapType})",
    };

    private static string Shorthand(string heapType) => heapType switch
    {
        "none" => "nullref",
        "noextern" => "nullexternref",
        "nofunc" => "nullfuncref",
        "noexn" => "nullexnref",
        _ => heapType + "ref",
    };
}
