namespace Wasil.Execution;

/// <summary>
/// Code that follows from a function's signature alone and leads from one calling convention to another: that of compiled code,
/// slots, spans of values, and delegates of the host. Only where .NET may generate code.
/// </summary>
internal abstract class SignatureAdapters
{
    /// <summary>Entries that find the function when it is first called.</summary>
    public abstract Delegate Stub(ModuleInstance instance, FuncType signature);

    /// <summary>Enters the function's instance, calls its compiled code, and leaves the instance.</summary>
    public abstract Delegate Crossing(FunctionInstance function);

    /// <summary>Code that calls a function from another instance.</summary>
    /// <param name="function">The function.</param>
    /// <param name="fromCatching">Whether the caller's module uses exceptions.</param>
    public abstract Delegate Link(FunctionInstance function, bool fromCatching);

    /// <summary>Code around a function: a .NET exception that guests may catch becomes the thread's pending exception.</summary>
    public abstract Delegate Receiver(Delegate code, FuncType signature);

    /// <summary>A delegate of the host, called like compiled code.</summary>
    public abstract Delegate HostAdapter(FunctionInstance function);

    /// <summary>A function called with untyped values.</summary>
    public abstract UntypedInvoker UntypedInvoker(FunctionInstance function);

    /// <summary>A function as a delegate of the host's choice.</summary>
    /// <exception cref="ArgumentException">The delegate type does not fit the function's type.</exception>
    public abstract Delegate TypedInvoker(FunctionInstance function, Type delegateType);

    /// <summary>A function that is called with values in slots, called like compiled code.</summary>
    public abstract Delegate FromSlots(FunctionInstance function);

    /// <summary>An interpreted function, called like compiled code, which returns with an exception pending.</summary>
    public Delegate FromInterpreted(FunctionInstance function)
    {
        Delegate code = FromSlots(function);
        return function.Instance.Types.UsesExceptions ? Receiver(code, function.Signature) : code;
    }

    /// <summary>A function's compiled code, called with values in slots.</summary>
    public abstract SlotInvoker ToSlots(FunctionInstance function);
}
