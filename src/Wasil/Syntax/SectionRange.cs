namespace Wasil.Syntax;

/// <summary>A section as it stands in a binary module.</summary>
/// <param name="Id">What it holds.</param>
/// <param name="Contents">Its bytes, without the id and the size before them; of a custom section with its name.</param>
internal readonly record struct SectionRange(SectionId Id, ByteRange Contents);
