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
            // By the type that it was defined with, whatever its exporter imported it as.
            WasmFunction other => Subtyping.Matches(new FunctionType(other.Instance.Type), function),
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
            if (given.Parameters[i].Kind != expected.Parameters[i].Kind)
                return false;
            if (given.Parameters[i].IsReference && !HostTakes(given.Parameters[i].HeapType, expected.Parameters[i].HeapType))
                return false;
        }

        for (int i = 0; i < given.Results.Length; i++)
        {
            if (given.Results[i].Kind != expected.Results[i].Kind)
                return false;
            if (given.Results[i].IsReference && !HostGives(given.Results[i].HeapType, expected.Results[i].HeapType))
                return false;
        }

        return true;
    }

    /// <summary>Whether every value of the guest's type is one of the type that the host named. An <c>object</c> of the host
    /// stands for <c>externref</c>, and takes all but functions.</summary>
    public static bool HostTakes(HeapType host, HeapType guest) => host == HeapType.Extern
        ? !Subtyping.Matches(guest, HeapType.Func)
        : Subtyping.Matches(guest, host);

    /// <summary>Whether some values of the type that the host named are of the guest's.</summary>
    public static bool HostGives(HeapType host, HeapType guest) => host == HeapType.Extern
        ? !Subtyping.Matches(guest, HeapType.Func)
        : Subtyping.Top(host) == Subtyping.Top(guest);
}
