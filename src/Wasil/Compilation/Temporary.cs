using System.Reflection.Emit;

namespace Wasil.Compilation;

/// <summary>A .NET local that holds an operand for a while.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Local">The local.</param>
internal sealed record Temporary(ValKind Kind, LocalBuilder Local);
