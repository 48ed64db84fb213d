using System.Runtime.CompilerServices;

namespace Wasil.Numerics;

/// <summary>
/// What each numeric and vector instruction computes: one method per instruction, named after its mnemonic
/// (<c>i32.trunc_sat_f32_s</c> is <c>I32TruncSatF32S</c>). Operands and results have the types of the CIL evaluation stack,
/// so unsigned instructions take and give <see cref="int"/> and <see cref="long"/>, and every v128 is bytes.
/// Lane indices and shuffle lanes, which are immediates in wasm, come last.
/// </summary>
/// <remarks>
/// No method traps. Where an instruction can, its method states what the engine has checked before.
/// A NaN that is computed is an arithmetic NaN (its quiet bit is set), as the specification asks for; one that is moved,
/// negated, or stripped of its sign keeps its bits.
/// </remarks>
internal static partial class Numeric
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
}
