namespace Wasil.Validation;

/// <summary>One way that control can leave the order of the instructions.</summary>
/// <param name="Offset">The branching instruction, counted from the start of the module.</param>
/// <param name="Target">The instruction to go on with, counted likewise; the end of the body where the function returns.</param>
/// <param name="TargetEntry">The first entry of an instruction at or behind <paramref name="Target"/>.</param>
/// <param name="Kept">How many of the topmost operands are taken along.</param>
/// <param name="Dropped">How many operands below those are removed. For a catch clause, counted from the height at which its
/// <c>try_table</c> stands. Meaningless in code that cannot be reached, which has entries nevertheless.</param>
internal readonly record struct BranchEntry(int Offset, int Target, int TargetEntry, int Kept, int Dropped);

/// <summary>
/// The branches of a function resolved to positions, in the order of the instructions they belong to: the side table of
/// B. L. Titzer, "A Fast In-Place Interpreter for WebAssembly" (2022). Whoever walks the body takes the next entry at each
/// branch it comes to, and <see cref="BranchEntry.TargetEntry"/> at each that is taken.
/// </summary>
/// <remarks>
/// Entries: for <c>if</c>, the way when the condition is false; for <c>else</c> and the older <c>catch</c> and
/// <c>catch_all</c>, the way from the part before them to the end of the block; one for each of <c>br</c>, <c>br_if</c>,
/// <c>return</c> and the branches on references; one for each label of <c>br_table</c>, the default's last; one for each catch
/// clause of <c>try_table</c>.
/// </remarks>
internal sealed class BranchTable
{
    private readonly BranchEntry[] _entries;

    internal BranchTable(BranchEntry[] entries) => _entries = entries;

    public ReadOnlySpan<BranchEntry> Entries => _entries;

    /// <summary>The first entry of an instruction at or behind an offset.</summary>
    public int EntryAt(int offset)
    {
        int low = 0, high = _entries.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_entries[middle].Offset < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
