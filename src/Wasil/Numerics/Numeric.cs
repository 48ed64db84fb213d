namespace Wasil.Numerics;

/// <summary>What each numeric and vector instruction computes: one static method each, named as its opcode.</summary>
internal static partial class Numeric
{
}
