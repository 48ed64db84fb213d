namespace Wasil.Execution;

/// <summary>
/// The engine contract: what an engine makes of a module, shared by all of its instances. Calls within and between instances
/// go through typed delegates, whose types the engine chooses by signature (docs/RATIONALE.md, "Calls go through delegates").
/// </summary>
internal abstract class ModuleCode
{
    /// <summary>The code for an instance, whose memories are known by now.</summary>
    public virtual ModuleCode For(ModuleInstance instance) => this;

    /// <summary>Whether guests can be ended from outside.</summary>
    public abstract bool IsInterruptible { get; }

    /// <summary>An entry that finds the function when it is first called.</summary>
    public abstract Delegate CreateStub(FunctionEntry entry, FuncType signature);

    /// <summary>The code of a function that the module defines, bound to an instance. Compiles it if need be.</summary>
    public abstract Delegate Bind(ModuleInstance instance, int functionIndex);

    /// <summary>Compiles every function that was not compiled yet.</summary>
    /// <returns>The functions that the engine will not compile.</returns>
    public abstract IReadOnlyList<RefusedFunctionException> Prepare(CancellationToken cancellationToken);

    /// <summary>Code that enters an instance around a call of its function by the host.</summary>
    public abstract Delegate CreateCrossing(FunctionInstance function);

    /// <summary>Code that calls a function from another instance.</summary>
    /// <param name="function">The function, whose instance may have code of another engine.</param>
    /// <param name="fromCatching">Whether the caller's module uses exceptions.</param>
    public abstract Delegate CreateLink(FunctionInstance function, bool fromCatching);

    /// <summary>Code around a function from outside, for modules that use exceptions: what it throws as a .NET exception that
    /// guests may catch becomes the thread's pending exception.</summary>
    public abstract Delegate CreateReceiver(Delegate code, FuncType signature);

    /// <summary>Code that calls a delegate of the host with the module's own calling convention.</summary>
    public abstract Delegate CreateHostAdapter(FunctionInstance function);

    /// <summary>Code that calls a function with untyped values.</summary>
    public abstract UntypedInvoker CreateUntypedInvoker(FunctionInstance function);

    /// <summary>Code that calls a function through a delegate type of the host's choice.</summary>
    /// <exception cref="ArgumentException">The delegate type does not fit the function's type.</exception>
    public abstract Delegate CreateTypedInvoker(FunctionInstance function, Type delegateType);

    /// <summary>Code that calls a function of an instance, from within that instance, with values in slots.</summary>
    public abstract SlotInvoker CreateSlotInvoker(FunctionInstance function);
}
