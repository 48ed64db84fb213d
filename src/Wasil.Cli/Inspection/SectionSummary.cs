namespace Wasil.Cli.Inspection;

/// <summary>A section of a module.</summary>
/// <param name="Id">The specification's word for it.</param>
/// <param name="Name">The name of a custom section.</param>
/// <param name="Offset">Where its contents start, in bytes from the start of the module.</param>
/// <param name="Size">How many bytes its contents have.</param>
/// <param name="Count">How many entries it has, where it is a list.</param>
internal sealed record SectionSummary(string Id, string? Name, int Offset, int Size, int? Count);
