namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>iovec</c> and <c>ciovec</c>, two addresses in a row: 8 bytes, or 16 where the memory has 64-bit addresses.</summary>
/// <param name="Buffer">The address of the first byte.</param>
/// <param name="Length">How many bytes there are.</param>
internal readonly record struct IoVector(ulong Buffer, ulong Length);
