using System.Globalization;

namespace Wasil.Tiering;

/// <summary>When functions are compiled that begin in the interpreter.</summary>
/// <param name="Budget">How often all of a function's instructions are interpreted before.</param>
/// <param name="InBackground">Whether the guest goes on meanwhile.</param>
/// <param name="MinimumBytes">Of how many bytes a module's functions are at least; smaller ones are compiled from the start.</param>
/// <param name="WithTailCalls">Whether modules are included that make tail calls, which take stack when they go from engine to engine.</param>
internal sealed record TieringOptions(int Budget, bool InBackground, int MinimumBytes, bool WithTailCalls = false)
{
    /// <summary>What is measured to be best; tests count to a number of their own, so that it is the same each time.</summary>
    public static TieringOptions Default { get; } = int.TryParse(AppContext.GetData("Wasil.TierUp")?.ToString(), CultureInfo.InvariantCulture, out int budget)
        ? new TieringOptions(budget, InBackground: false, MinimumBytes: 0)
        : new TieringOptions(Budget: 1_000, InBackground: true, MinimumBytes: 1 << 20);
}
