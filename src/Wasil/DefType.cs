using System.Runtime.CompilerServices;

namespace Wasil;

/// <summary>
/// A closed type definition: one member of a recursion group, equal across modules exactly where the specification calls
/// the types equal, so that comparing references compares types. See "Type Definitions" in the validation chapter.
/// </summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class DefType
{
    /// <summary>How many types of the display lie in the type itself; the others are an indirection away.</summary>
    internal const int InlineDepth = 8;

    // Longer than any type is deep, so that compiled code needs no check of its own.
    private static readonly long[] NothingDeep = new long[Syntax.TypeCanonicalizer.MaximumDepth + 1 - InlineDepth];

    // Compiled code reads these. The supertypes from the topmost to this one, by their ids: a cast is one comparison with
    // the entry at the depth of the type that is cast to.
    internal DisplayIds Display;
    internal readonly long[] DeepDisplay;
    internal HeapKind Kind;

    // What the execution of aggregate instructions knows about the type, once somebody made an object of it.
    internal object? Layout;

    private readonly DefType[] _display;

    internal DefType(long id, bool isFinal, DefType? supertype)
    {
        Id = id;
        IsFinal = isFinal;
        Supertype = supertype;
        _display = supertype is null ? [this] : [.. supertype._display, this];
        DeepDisplay = _display.Length <= InlineDepth ? NothingDeep : new long[NothingDeep.Length];
        for (int i = 0; i < _display.Length; i++)
        {
            if (i < InlineDepth)
                Display[i] = _display[i].Id;
            else
                DeepDisplay[i - InlineDepth] = _display[i].Id;
        }

        Composite = null!;
    }

    /// <summary>What stands for a type in objects that have none that a module defines.</summary>
    internal DefType(HeapKind kind)
    {
        _display = [];
        DeepDisplay = NothingDeep;
        Composite = null!;
        Kind = kind;
    }

    /// <summary>Whether the definition forbids subtypes.</summary>
    public bool IsFinal { get; }

    /// <summary>The declared supertype, or null.</summary>
    public DefType? Supertype { get; }

    /// <summary>The type of the descriptors that structures of this type carry, or null where they carry none.</summary>
    public DefType? Descriptor { get; internal set; }

    /// <summary>The type whose structures the structures of this type describe, or null.</summary>
    public DefType? Describes { get; internal set; }

    /// <summary>The function, structure or array type.</summary>
    public CompositeType Composite
    {
        get;
        internal set
        {
            field = value;
            Kind = value switch { StructType => HeapKind.Struct, ArrayType => HeapKind.Array, _ => HeapKind.Func };
        }
    }

    /// <summary>The recursion group this is a member of. Members keep their group alive, so that a module that writes the
    /// group again finds it.</summary>
    internal DefType[]? Group { get; init; }

    /// <summary>Unique in the process and never used again; what keys of recursion groups refer to outer types by.</summary>
    internal long Id { get; }

    /// <summary>How many supertypes stand above this one.</summary>
    internal int Depth => _display.Length - 1;

    internal string ShortName => $"{(Composite is FuncType ? "func" : Composite is StructType ? "struct" : "array")}#{Id}";

    /// <summary>The type definition that a function type written on its own stands for.</summary>
    internal static DefType OfSignature(FuncType signature) =>
        Syntax.TypeCanonicalizer.Close([new Syntax.SubType(true, null, signature)], [new Syntax.RecType(0, 1)])[0];

    /// <summary>Whether this type is <paramref name="other"/> or declared below it, in constant time.</summary>
    internal bool IsSubtypeOf(DefType other) => other.Depth < _display.Length && ReferenceEquals(_display[other.Depth], other);

    /// <summary>The definition as the specification writes it.</summary>
    public override string ToString() => Composite.ToString()!;

    /// <summary>What objects of a type are.</summary>
    internal enum HeapKind
    {
        Func,
        Struct,
        Array,
        I31,

        /// <summary>A value of the host that was converted to <c>anyref</c>.</summary>
        Host,
    }

    [InlineArray(InlineDepth)]
    internal struct DisplayIds
    {
        private long _first;
    }
}
