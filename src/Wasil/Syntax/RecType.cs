namespace Wasil.Syntax;

/// <summary>A recursion group: consecutive entries of the type index space.</summary>
/// <param name="First">The index of its first type.</param>
/// <param name="Count">How many types it has; a type written outside a <c>rec</c> is a group of one.</param>
internal readonly record struct RecType(int First, int Count);
