namespace Wasil.Syntax;

/// <summary>One entry of the type index space, its heap types still indices.</summary>
/// <param name="IsFinal">Whether the type forbids subtypes.</param>
/// <param name="Supertype">The index of the declared supertype, or null.</param>
/// <param name="Composite">The type itself.</param>
/// <param name="Describes">The index of the type that this one describes, or null.</param>
/// <param name="Descriptor">The index of the type of its descriptors, or null.</param>
internal readonly record struct SubType(
    bool IsFinal, uint? Supertype, CompositeType Composite, uint? Describes = null, uint? Descriptor = null);
