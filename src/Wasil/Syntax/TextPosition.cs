namespace Wasil.Syntax;

/// <summary>A place in a text.</summary>
/// <param name="Offset">In bytes of UTF-8, from 0.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In code points, from 1.</param>
internal readonly record struct TextPosition(int Offset, int Line, int Column);
