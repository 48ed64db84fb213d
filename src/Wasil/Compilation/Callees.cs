namespace Wasil.Compilation;

/// <summary>Which functions of its module a piece of code calls by their indices.</summary>
/// <param name="ByEntry">Those whose entries must exist before it runs, and the places of these.</param>
/// <param name="Direct">Those that it calls as methods, for which the same holds.</param>
internal sealed record Callees((int Function, int Place)[] ByEntry, int[] Direct);
