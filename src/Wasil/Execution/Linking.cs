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
        _ => Subtyping.Matches(given.Type, expected),
    };

    // A host function has no type definition of its own: it takes the import's, where its signature fits. A reference of the
    // guest's own heap types travels as an object. What the host returns is checked when it does, null included.
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
        return function == (given.HeapType == HeapType.Func);
    }
}
