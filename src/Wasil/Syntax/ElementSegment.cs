namespace Wasil.Syntax;

/// <summary>An element segment. Its items are function indices or constant expressions, never both.</summary>
/// <param name="Mode">When it is used.</param>
/// <param name="Table">The table of an active segment.</param>
/// <param name="Offset">The constant expression of where an active segment goes, its <c>end</c> included.</param>
/// <param name="Type">The reference type of the items.</param>
/// <param name="Functions">The items as function indices, or null.</param>
/// <param name="Expressions">The items as constant expressions, or null.</param>
internal sealed record ElementSegment(
    SegmentMode Mode, uint Table, ByteRange Offset, ValType Type, uint[]? Functions, ByteRange[]? Expressions)
{
    public int Count => Functions?.Length ?? Expressions!.Length;
}
