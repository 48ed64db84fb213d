using System.Runtime.CompilerServices;

namespace Wasil.Execution;

/// <summary>The stack of a thread.</summary>
/// <param name="Lowest">Its lowest address that may be used.</param>
/// <param name="Highest">Its highest address, or <paramref name="Lowest"/> where that is not known.</param>
internal readonly unsafe record struct StackRange(nint Lowest, nint Highest)
{
    /// <summary>Whether both ends are known.</summary>
    public bool IsKnown => Highest != Lowest;

    /// <summary>Whether the caller runs on this stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ContainsThis()
    {
        byte here;
        return (nuint)((nint)(&here) - Lowest) < (nuint)(Highest - Lowest);
    }

    /// <inheritdoc cref="Ownership.Keeper.LimitFor"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint LimitFor(long budgetBytes)
    {
        byte here;
        nint budget = (nint)(&here) - (nint)Math.Min(budgetBytes, StackBounds.LargestStack);
        return Math.Max(Lowest + (nint)StackBounds.ReserveBytes, budget);
    }
}
