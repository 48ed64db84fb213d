namespace Wasil.Syntax;

/// <summary>A custom section and its place among the others.</summary>
/// <param name="Name">The section's name.</param>
/// <param name="Contents">The bytes after the name.</param>
/// <param name="After">The last section that is not custom before it; <see cref="SectionId.Custom"/> where it stands before all
/// of them.</param>
internal readonly record struct CustomSectionRange(string Name, ByteRange Contents, SectionId After);
