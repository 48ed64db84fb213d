namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>iovec</c> and <c>ciovec</c>: 8 bytes.</summary>
/// <param name="Buffer">The address of the first byte.</param>
/// <param name="Length">How many bytes there are.</param>
internal readonly record struct IoVector(uint Buffer, uint Length);
