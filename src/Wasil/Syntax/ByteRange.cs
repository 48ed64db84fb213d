namespace Wasil.Syntax;

/// <summary>A slice of <see cref="Module.Bytes"/>: a function body, a constant expression, the contents of a segment.</summary>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">How many bytes it has.</param>
internal readonly record struct ByteRange(int Offset, int Length)
{
    public int End => Offset + Length;
}
