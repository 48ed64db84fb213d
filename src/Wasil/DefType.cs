namespace Wasil;

/// <summary>
/// A closed type definition: one member of a recursion group, equal across modules exactly where the specification calls
/// the types equal, so that comparing references compares types. See "Type Definitions" in the validation chapter.
/// </summary>
public sealed class DefType
{
    private readonly DefType[] _display;

    internal DefType(long id, bool isFinal, DefType? supertype)
    {
        Id = id;
        IsFinal = isFinal;
        Supertype = supertype;
        _display = supertype is null ? [this] : [.. supertype._display, this];
        Composite = null!;
    }

    /// <summary>Whether the definition forbids subtypes.</summary>
    public bool IsFinal { get; }

    /// <summary>The declared supertype, or null.</summary>
    public DefType? Supertype { get; }

    /// <summary>The function, structure or array type.</summary>
    public CompositeType Composite { get; internal set; }

    /// <summary>The recursion group this is a member of. Members keep their group alive, so that a module that writes the
    /// group again finds it.</summary>
    internal DefType[]? Group { get; init; }

    /// <summary>Unique in the process and never used again; what keys of recursion groups refer to outer types by.</summary>
    internal long Id { get; }

    /// <summary>How many supertypes stand above this one.</summary>
    internal int Depth => _display.Length - 1;

    internal string ShortName => $"{(Composite is FuncType ? "func" : Composite is StructType ? "struct" : "array")}#{Id}";

    /// <summary>Whether this type is <paramref name="other"/> or declared below it, in constant time.</summary>
    internal bool IsSubtypeOf(DefType other) => other.Depth <= Depth && ReferenceEquals(_display[other.Depth], other);

    /// <summary>The definition as the specification writes it.</summary>
    public override string ToString() => Composite.ToString()!;
}
