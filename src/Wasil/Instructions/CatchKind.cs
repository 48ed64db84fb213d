namespace Wasil.Instructions;

/// <summary>The kinds of catch clauses, with their codes in the binary format.</summary>
internal enum CatchKind : byte
{
    Catch,
    CatchRef,
    CatchAll,
    CatchAllRef,
}
