namespace Wasil.Syntax;

/// <summary>
/// When one type may stand where another is asked for: the specification's "Matching", on closed types. Validation decides
/// by it inside a module, linking between modules.
/// </summary>
internal static class Subtyping
{
    /// <summary>The top of the hierarchy that a heap type belongs to.</summary>
    public static HeapType Top(HeapType type)
    {
        if (type.Definition is { } definition)
            return definition.Composite is FuncType ? HeapType.Func : HeapType.Any;
        if (type == HeapType.Func || type == HeapType.NoFunc) return HeapType.Func;
        if (type == HeapType.Extern || type == HeapType.NoExtern) return HeapType.Extern;
        if (type == HeapType.Exn || type == HeapType.NoExn) return HeapType.Exn;
        return HeapType.Any;
    }

    /// <summary>Whether <paramref name="sub"/> matches <paramref name="super"/>.</summary>
    public static bool Matches(HeapType sub, HeapType super)
    {
        if (super.Definition is { } superDefinition)
            return sub.Definition is { } subDefinition ? subDefinition.IsSubtypeOf(superDefinition) : IsBottomOf(sub, super);
        if (sub.Definition is { Composite: var composite })
        {
            return composite switch
            {
                FuncType => super == HeapType.Func,
                StructType => super == HeapType.Struct || super == HeapType.Eq || super == HeapType.Any,
                _ => super == HeapType.Array || super == HeapType.Eq || super == HeapType.Any,
            };
        }
        if (sub == super || IsBottomOf(sub, super)) return true;
        if (super == HeapType.Any) return sub == HeapType.Eq || IsBelowEq(sub);
        return super == HeapType.Eq && IsBelowEq(sub);
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
        (FunctionType f, FunctionType g) => f.Definition.IsSubtypeOf(g.Definition),
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

    private static bool IsBottomOf(HeapType bottom, HeapType type)
    {
        if (bottom == HeapType.None) return Top(type) == HeapType.Any;
        if (bottom == HeapType.NoFunc) return Top(type) == HeapType.Func;
        if (bottom == HeapType.NoExtern) return Top(type) == HeapType.Extern;
        return bottom == HeapType.NoExn && Top(type) == HeapType.Exn;
    }

    private static bool IsBelowEq(HeapType type) =>
        type == HeapType.I31 || type == HeapType.Struct || type == HeapType.Array || type == HeapType.None;
}
