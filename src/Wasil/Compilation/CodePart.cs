namespace Wasil.Compilation;

/// <summary>
/// A run of whole statements that becomes a method of its own, because the function is larger than what the JIT compiler optimises
/// (docs/RATIONALE.md, "Large functions are split"). It is entered at its start and may be left by any branch.
/// </summary>
/// <param name="Start">Its first instruction, counted from the start of the function's instructions.</param>
/// <param name="End">Where it ends, likewise.</param>
/// <param name="Entering">Those whose values it needs.</param>
/// <param name="Leaving">Those that it writes and that somebody behind it may read.</param>
internal sealed record CodePart(int Start, int End, int[] Entering, int[] Leaving);
