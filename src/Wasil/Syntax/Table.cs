namespace Wasil.Syntax;

/// <summary>A table that the module defines.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Initializer">The constant expression of its elements, its <c>end</c> included; null where they are null.</param>
internal readonly record struct Table(TableType Type, ByteRange? Initializer);
