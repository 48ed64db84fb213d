namespace Wasil.Compilation;

/// <summary>Which functions of its module a piece of code calls by their indices.</summary>
/// <param name="ByEntry">Those whose entries must exist before it runs.</param>
/// <param name="Direct">Those that it calls as methods, for which the same holds.</param>
internal sealed record Callees(int[] ByEntry, int[] Direct);
