namespace Wasil.Instructions;

/// <summary>A clause of <c>try_table</c>: which exceptions it takes and where they go.</summary>
/// <param name="Kind">All exceptions or those of a tag, and whether the exception itself is passed on.</param>
/// <param name="Tag">A tag index; 0 where <paramref name="Kind"/> has none.</param>
/// <param name="Label">The label branched to, counted from outside of the <c>try_table</c>.</param>
internal readonly record struct CatchClause(CatchKind Kind, uint Tag, uint Label);
