namespace Wasil.Syntax;

/// <summary>A name given to an entry of an index space.</summary>
internal readonly record struct Export(string Name, ExternKind Kind, uint Index);
