using Wasil.Execution;

namespace Wasil.Interpreter;

/// <summary>A function as register code.</summary>
/// <param name="index">Its index in the module.</param>
/// <param name="code">Its operations, pinned.</param>
/// <param name="offsets">For each operation, the offset of the instruction that it was made from.</param>
/// <param name="header">The slot of a frame's header.</param>
/// <param name="references">How many references a frame has.</param>
/// <param name="handlers">What happens to exceptions, innermost first.</param>
internal sealed unsafe class LoweredFunction(
    int index, Operation[] code, int[] offsets, int header, int references, ExceptionHandler[] handlers)
{
    public int Index { get; } = index;

    public int Header { get; } = header;

    public int References { get; } = references;

    // SAFETY: the array is pinned, and this object refers to it.
    public Operation* Start { get; } = (Operation*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref code[0]);

    public int Length => code.Length;

    /// <summary>The offset in the module of the instruction that an operation was made from.</summary>
    public int OffsetOf(Operation* operation) => offsets[operation - Start];

    /// <summary>Who catches an exception that is thrown at an operation, or calls there; null where nobody does.</summary>
    public ExceptionHandler? FindHandler(Operation* operation, ModuleInstance instance, TagInstance tag)
    {
        int place = (int)(operation - Start), depth = int.MaxValue;
        foreach (ref readonly ExceptionHandler handler in handlers.AsSpan())
        {
            if (place < handler.Start || place >= handler.End || handler.Depth > depth)
                continue;
            if (handler.Target == ExceptionHandler.None)
                depth = handler.DelegateDepth;
            else if (handler.Tag == ExceptionHandler.AnyTag || ReferenceEquals(instance.Tags[handler.Tag], tag))
                return handler;
        }

        return null;
    }
}
