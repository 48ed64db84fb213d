namespace Wasil.Interpreter;

/// <summary>What a call needs to know of a function; it lies in a pinned array, one for each function of a module.</summary>
internal unsafe struct FunctionCode
{
    /// <summary>The first operation, where the function was lowered.</summary>
    public nint Entry;

    /// <summary>How many bytes must be left on the stack for a frame: as many as there are in memory until the function is lowered,
    /// which is why this is written last.</summary>
    public nuint FrameBytes;

    /// <summary>The function's type, where it was lowered: the first index in the module that stands for it, plus one.</summary>
    public int Type;

    /// <summary>How many slots a frame has, the two of its header counted.</summary>
    public int Slots;

    /// <summary>
    /// The slot where the frame's header lies, between locals and operands, for the callee's frame begins with the operands that
    /// are its arguments: the operation to return to, then the caller's frame.
    /// </summary>
    public int Header;

    /// <summary>The first slot behind the parameters, and how many from there are set to zero at first.</summary>
    public int FirstLocal;
    public int Locals;

    /// <summary>How many references a frame has, and how many behind the parameters are null at first.</summary>
    public int References;
    public int ReferenceLocals;

    /// <summary>How many slots and references the parameters take.</summary>
    public int ParameterSlots;
    public int ParameterReferences;
    public int ResultReferences;

    public int Index;

    /// <summary>Whether calls go to other code than the interpreter's.</summary>
    public bool IsReplaced;

    /// <summary>How much of the function may still be interpreted before better code is asked for, in bytes of its instructions.
    /// Threads that share it may lose what others have counted.</summary>
    public long Patience;

    /// <summary>How many bytes its instructions have.</summary>
    public int Bytes;

    /// <summary>How many locals are set to zero at once, whether there are so many or not; the header, which comes behind, is written
    /// later.</summary>
    public const int LocalsAtOnce = 4;

    /// <summary>Whether the function has not been lowered yet. Where it was, the other fields are there to be read.</summary>
    public bool IsNew => Volatile.Read(ref FrameBytes) == nuint.MaxValue;

    public readonly Operation* Start => (Operation*)Entry;

    /// <summary>From now on the function may be called.</summary>
    public void Open(Operation* start)
    {
        // Whoever sees the second sees the first, and all that was written before.
        Volatile.Write(ref Entry, (nint)start);
        Volatile.Write(ref FrameBytes, (nuint)Math.Max(Slots, FirstLocal + LocalsAtOnce) * sizeof(ulong));
    }
}
