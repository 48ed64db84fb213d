namespace Wasil.Syntax;

/// <summary>A global that the module defines.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Initializer">The constant expression of its first value, its <c>end</c> included.</param>
internal readonly record struct Global(GlobalType Type, ByteRange Initializer);
