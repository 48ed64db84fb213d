using System.Runtime.InteropServices;
using Wasil.Instructions;

namespace Wasil.Validation;

/// <summary>
/// A value type of one module in 32 bits, as the validator keeps it on its stack: defined types are named by the first index
/// in the module that has them, so that equal bits are equal types. Adds the specification's bottom type, the operand of
/// unreachable code, and a bottom heap type, which is all that is known of such an operand once it was used as a reference.
/// </summary>
internal readonly record struct StackType
{
    private const int KindBits = 3;
    private const int KindMask = (1 << KindBits) - 1;
    private const int NullableBit = 1 << KindBits;
    private const int ExactBit = NullableBit << 1;
    private const int HeapShift = KindBits + 2;
    private const int BottomKind = KindMask;
    private const int BottomHeapCode = -1;

    private readonly int _bits;

    private StackType(int bits) => _bits = bits;

    public static StackType I32 => new((int)ValKind.I32);

    public static StackType I64 => new((int)ValKind.I64);

    public static StackType F32 => new((int)ValKind.F32);

    public static StackType F64 => new((int)ValKind.F64);

    public static StackType V128 => new((int)ValKind.V128);

    /// <summary>Matches every type.</summary>
    public static StackType Bottom => new(BottomKind);

    /// <summary>Matches every reference type.</summary>
    public static StackType BottomRef => OfCode(BottomHeapCode, nullable: false);

    public bool IsBottom => _bits == BottomKind;

    public bool IsReference => (_bits & KindMask) == (int)ValKind.Ref;

    public bool IsNullable => (_bits & NullableBit) != 0;

    /// <summary>Of a reference type: whether no object of a subtype of the type with this index is meant.</summary>
    public bool IsExact => (_bits & ExactBit) != 0;

    public bool IsNumeric => (_bits & KindMask) < (int)ValKind.V128;

    public bool IsVector => _bits == (int)ValKind.V128;

    public bool IsDefaultable => !IsReference || IsNullable;

    /// <summary>Meaningful where <see cref="IsReference"/> does not hold.</summary>
    public ValKind Kind => (ValKind)(_bits & KindMask);

    /// <summary>Of a reference type: a type index, or the negative code of an abstract heap type.</summary>
    public int HeapCode => _bits >> HeapShift;

    public bool IsBottomHeap => HeapCode == BottomHeapCode;

    public static bool AreEqual(ReadOnlySpan<StackType> left, ReadOnlySpan<StackType> right) =>
        MemoryMarshal.Cast<StackType, int>(left).SequenceEqual(MemoryMarshal.Cast<StackType, int>(right));

    public static StackType Of(ValKind kind) => new((int)kind);

    /// <summary>The reference type with a heap type as <see cref="HeapCode"/> gives it.</summary>
    public static StackType OfCode(int heapCode, bool nullable, bool exact = false) =>
        new((heapCode << HeapShift) | (nullable ? NullableBit : 0) | (exact ? ExactBit : 0) | (int)ValKind.Ref);

    public static StackType OfAbstract(HeapType heapType, bool nullable) => OfCode(heapType.Code, nullable);

    public StackType WithNullable(bool nullable) => new(nullable ? _bits | NullableBit : _bits & ~NullableBit);

    /// <summary>The type as messages write it; a defined type by its index.</summary>
    public override string ToString()
    {
        if (IsBottom) return "bot";
        if (!IsReference) return Kind switch
        {
            ValKind.I32 => "i32",
            ValKind.I64 => "i64",
            ValKind.F32 => "f32",
            ValKind.F64 => "f64",
            _ => "v128",
        };
        if (IsBottomHeap) return "(ref bot)";
        if (HeapCode >= 0) return $"(ref {(IsNullable ? "null " : "")}{(IsExact ? $"(exact {HeapCode})" : HeapCode)})";
        HeapType.TryFromCode(HeapCode, out var heapType);
        return ValType.Ref(heapType, IsNullable).ToString();
    }
}
