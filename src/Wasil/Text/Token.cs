namespace Wasil.Text;

/// <summary>A token and its place in the source, in bytes.</summary>
internal readonly record struct Token(TokenKind Kind, int Offset, int Length);
