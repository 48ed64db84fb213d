namespace Wasil.Interpreter;

/// <summary>What a call needs to know of a function; it lies in a pinned array, one for each function of a module.</summary>
internal unsafe struct FunctionCode
{
    /// <summary>The first operation; null until the function is first called.</summary>
    public nint Entry;

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

    /// <summary>Whether the function has not been lowered yet. Where it was, the other fields are there to be read.</summary>
    public bool IsNew => Volatile.Read(ref Entry) == 0;

    public readonly Operation* Start => (Operation*)Entry;
}
