using Wasil.Instructions;

namespace Wasil.Compilation;

/// <summary>A clause of a <c>try_table</c>.</summary>
/// <param name="Kind">What it catches, and whether it gives the exception itself as well.</param>
/// <param name="Tag">The tag, for those kinds that have one.</param>
/// <param name="Target">The block that it branches to.</param>
internal readonly record struct CatchTarget(CatchKind Kind, uint Tag, ControlFrame Target)
{
    public bool CatchesAll => Kind is CatchKind.CatchAll or CatchKind.CatchAllRef;

    public bool GivesReference => Kind is CatchKind.CatchRef or CatchKind.CatchAllRef;
}
