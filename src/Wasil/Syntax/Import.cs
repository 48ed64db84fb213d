namespace Wasil.Syntax;

/// <summary>An import before validation: a function or tag is still a type index.</summary>
/// <param name="ModuleName">The first name.</param>
/// <param name="Name">The second name.</param>
/// <param name="Kind">What is imported.</param>
/// <param name="TypeIndex">The type of a function or tag.</param>
/// <param name="Type">The type of a table, memory or global; null for the others.</param>
/// <param name="IsExact">Whether a function must have that type itself, and none of its subtypes.</param>
internal readonly record struct Import(
    string ModuleName, string Name, ExternKind Kind, uint TypeIndex, ExternType? Type, bool IsExact = false);
