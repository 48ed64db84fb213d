namespace Wasil.Interpreter;

/// <summary>A function as register code.</summary>
/// <param name="index">Its index in the module.</param>
/// <param name="code">Its operations, pinned.</param>
/// <param name="offsets">For each operation, the offset of the instruction that it was made from.</param>
/// <param name="header">The slot of a frame's header.</param>
internal sealed unsafe class LoweredFunction(int index, Operation[] code, int[] offsets, int header)
{
    public int Index { get; } = index;

    public int Header { get; } = header;

    // SAFETY: the array is pinned, and this object refers to it.
    public Operation* Start { get; } = (Operation*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref code[0]);

    public int Length => code.Length;

    /// <summary>The offset in the module of the instruction that an operation was made from.</summary>
    public int OffsetOf(Operation* operation) => offsets[operation - Start];
}
