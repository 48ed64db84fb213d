using Wasil.Syntax;

namespace Wasil.Execution;

/// <summary>Whether what is given matches what an import expects. See "Matching" of external types in the specification.</summary>
internal static class Linking
{
    public static bool Matches(WasmExtern given, ExternType expected) => expected switch
    {
        FunctionType function => given switch
        {
            HostFunction host => HostMatches(host.Signature, function.Signature),
            WasmFunction other => other.Instance.Type.IsSubtypeOf(function.Definition),
            _ => false,
        },
        TableType table => given.Type is TableType other
            && other.Is64 == table.Is64 && other.Element == table.Element && Within(other.Limits, table.Limits),
        MemoryType memory => given.Type is MemoryType other
            && other.Is64 == memory.Is64 && other.IsShared == memory.IsShared && other.PageSizeLog2 == memory.PageSizeLog2
            && Within(other.Limits, memory.Limits),
        GlobalType global => given.Type is GlobalType other
            && other.IsMutable == global.IsMutable
            && (global.IsMutable ? other.Content == global.Content : Subtyping.Matches(other.Content, global.Content)),
        TagType tag => given.Type is TagType other && ReferenceEquals(other.Definition, tag.Definition),
        _ => false,
    };

    // A host function has no type definition of its own: it takes the import's, where its signature fits. A reference of the
    // guest's own heap types travels as an object.
    private static bool HostMatches(FuncType given, FuncType expected)
    {
        if (given.Parameters.Length != expected.Parameters.Length || given.Results.Length != expected.Results.Length)
            return false;
        for (int i = 0; i < given.Parameters.Length; i++)
        {
            if (!HostMatches(given.Parameters[i], expected.Parameters[i]))
                return false;
        }

        for (int i = 0; i < given.Results.Length; i++)
        {
            if (!HostMatches(given.Results[i], expected.Results[i]))
                return false;
        }

        return true;
    }

    private static bool HostMatches(ValType given, ValType expected)
    {
        if (given.Kind != expected.Kind)
            return false;
        if (!given.IsReference || given == expected)
            return true;
        bool function = Subtyping.Matches(expected.HeapType, HeapType.Func);
        return function == (given.HeapType == HeapType.Func) && expected.IsNullable;
    }

    private static bool Within(Limits given, Limits expected) =>
        given.Minimum >= expected.Minimum
        && (expected.Maximum is not { } maximum || (given.Maximum is { } other && other <= maximum));
}
