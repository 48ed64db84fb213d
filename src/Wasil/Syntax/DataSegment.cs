namespace Wasil.Syntax;

/// <summary>A data segment.</summary>
/// <param name="Mode">When it is used; never declarative.</param>
/// <param name="Memory">The memory of an active segment.</param>
/// <param name="Offset">The constant expression of where an active segment goes, its <c>end</c> included.</param>
/// <param name="Contents">The bytes.</param>
internal readonly record struct DataSegment(SegmentMode Mode, uint Memory, ByteRange Offset, ByteRange Contents);
