namespace Wasil.Syntax;

/// <summary>
/// When one type may stand where another is asked for: the specification's "Matching", on closed types. Validation decides
/// by it inside a module, linking between modules.
/// </summary>
internal static class Subtyping
{
    // For each abstract heap type those it matches, as bits: validation asks once an operand where subtypes are used.
    private static readonly ushort[] s_matched = MatchedByEach();

    /// <summary>The top of the hierarchy that a heap type belongs to.</summary>
    public static HeapType Top(HeapType type)
    {
        if (Matches(type, HeapType.Any)) return HeapType.Any;
        if (Matches(type, HeapType.Func)) return HeapType.Func;
        return Matches(type, HeapType.Extern) ? HeapType.Extern : HeapType.Exn;
    }

    /// <summary>Whether <paramref name="sub"/> matches <paramref name="super"/>.</summary>
    public static bool Matches(HeapType sub, HeapType super)
    {
        if (super.Definition is not { } definition) return Matches(AbstractCode(sub), super.Code);
        return sub.Definition is { } subDefinition
            ? super.IsExact ? sub.IsExact && ReferenceEquals(subDefinition, definition) : subDefinition.IsSubtypeOf(definition)
            : IsBottom(sub.Code) && Matches(sub.Code, AbstractCode(super));
    }

    /// <summary>Whether <paramref name="sub"/> matches <paramref name="super"/>.</summary>
    public static bool Matches(ValType sub, ValType super)
    {
        if (!sub.IsReference || !super.IsReference) return sub == super;
        return (super.IsNullable || !sub.IsNullable) && Matches(sub.HeapType, super.HeapType);
    }

    /// <summary>Whether <paramref name="sub"/> matches <paramref name="super"/>. What may be set must keep its type.</summary>
    public static bool Matches(FieldType sub, FieldType super)
    {
        if (sub.IsMutable != super.IsMutable || sub.Storage.PackedBits != super.Storage.PackedBits) return false;
        return sub.IsMutable
            ? sub.Storage.Unpacked == super.Storage.Unpacked
            : Matches(sub.Storage.Unpacked, super.Storage.Unpacked);
    }

    /// <summary>Whether <paramref name="sub"/> may be declared below <paramref name="super"/>.</summary>
    public static bool Matches(CompositeType sub, CompositeType super)
    {
        switch (sub, super)
        {
            case (FuncType f, FuncType g):
                return Matches(g.Parameters, f.Parameters) && Matches(f.Results, g.Results);
            case (ArrayType a, ArrayType b):
                return Matches(a.Element, b.Element);
            case (StructType s, StructType t):
                if (s.Fields.Length < t.Fields.Length) return false;
                for (var i = 0; i < t.Fields.Length; i++)
                {
                    if (!Matches(s.Fields[i], t.Fields[i])) return false;
                }
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether something that has type <paramref name="sub"/> may be imported as <paramref name="super"/>.</summary>
    public static bool Matches(ExternType sub, ExternType super) => (sub, super) switch
    {
        // A function that is there has the type it was defined with, however its exporter imported it.
        (FunctionType f, FunctionType g) => g.IsExact
            ? ReferenceEquals(f.Definition, g.Definition)
            : f.Definition.IsSubtypeOf(g.Definition),
        (TagType s, TagType t) => ReferenceEquals(s.Definition, t.Definition),
        // What both sides may write cannot vary.
        (GlobalType s, GlobalType t) => s.IsMutable == t.IsMutable
            && (s.IsMutable ? s.Content == t.Content : Matches(s.Content, t.Content)),
        (TableType s, TableType t) => s.Is64 == t.Is64 && s.Element == t.Element && Matches(s.Limits, t.Limits),
        (MemoryType s, MemoryType t) => s.Is64 == t.Is64 && s.IsShared == t.IsShared && s.PageSizeLog2 == t.PageSizeLog2
            && Matches(s.Limits, t.Limits),
        _ => false,
    };

    /// <summary>Whether <paramref name="sub"/> promises all that <paramref name="super"/> does.</summary>
    public static bool Matches(Limits sub, Limits super) => sub.Minimum >= super.Minimum
        && (super.Maximum is not { } superMaximum || (sub.Maximum is { } maximum && maximum <= superMaximum));

    private static bool Matches(ReadOnlySpan<ValType> sub, ReadOnlySpan<ValType> super)
    {
        if (sub.Length != super.Length) return false;
        for (var i = 0; i < sub.Length; i++)
        {
            if (!Matches(sub[i], super[i])) return false;
        }
        return true;
    }

    /// <summary>Of a defined type, the abstract type right above it.</summary>
    private static int AbstractCode(HeapType type) => type.Definition?.Composite switch
    {
        null => type.Code,
        FuncType => HeapType.Func.Code,
        StructType => HeapType.Struct.Code,
        _ => HeapType.Array.Code,
    };

    private static bool IsBottom(int code) => code == HeapType.None.Code || code == HeapType.NoFunc.Code;

    private static bool Matches(int subCode, int superCode) => (s_matched[Place(subCode)] & (1 << Place(superCode))) != 0;

    private static int Place(int code) => code - HeapType.Exn.Code;

    private static ushort[] MatchedByEach()
    {
        ushort[] matched = new ushort[Place(HeapType.NoExn.Code) + 1];
        void Declare(HeapType sub, params ReadOnlySpan<HeapType> supers)
        {
            matched[Place(sub.Code)] = (ushort)(1 << Place(sub.Code));
            foreach (var super in supers) matched[Place(sub.Code)] |= (ushort)(1 << Place(super.Code));
        }
        Declare(HeapType.Any);
        Declare(HeapType.Eq, HeapType.Any);
        Declare(HeapType.I31, HeapType.Eq, HeapType.Any);
        Declare(HeapType.Struct, HeapType.Eq, HeapType.Any);
        Declare(HeapType.Array, HeapType.Eq, HeapType.Any);
        Declare(HeapType.None, HeapType.I31, HeapType.Struct, HeapType.Array, HeapType.Eq, HeapType.Any);
        Declare(HeapType.Func);
        Declare(HeapType.NoFunc, HeapType.Func);
        Declare(HeapType.Extern);
        Declare(HeapType.NoExtern, HeapType.Extern);
        Declare(HeapType.Exn);
        Declare(HeapType.NoExn, HeapType.Exn);
        return matched;
    }
}
