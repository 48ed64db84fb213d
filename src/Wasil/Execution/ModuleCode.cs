using Wasil.Syntax;

namespace Wasil.Execution;

/// <summary>
/// The engine contract: what an engine makes of a module, shared by all of its instances. Calls within and between instances
/// go through typed delegates, whose types the engine chooses by signature (docs/RATIONALE.md, "Calls go through delegates").
/// </summary>
/// <param name="types">The module.</param>
/// <param name="adapters">The ways from one calling convention to another, where .NET may generate code.</param>
internal abstract class ModuleCode(ModuleTypes types, SignatureAdapters? adapters)
{
    /// <summary>The ways from one calling convention to another.</summary>
    /// <exception cref="PlatformNotSupportedException">There is no generated code.</exception>
    protected SignatureAdapters Adapters => adapters
        ?? throw new PlatformNotSupportedException("This .NET runtime may not generate code, which this would need.");

    /// <summary>The code for an instance, whose memories are known by now.</summary>
    public virtual ModuleCode For(ModuleInstance instance) => this;

    /// <summary>Whether guests can be ended from outside.</summary>
    public abstract bool IsInterruptible { get; }

    /// <summary>What stands for all entries of a signature whose functions were not called yet.</summary>
    public Delegate CreateStub(ModuleInstance instance, FuncType signature) => Adapters.Stub(instance, signature);

    /// <summary>The code of a function that the module defines, bound to an instance. Compiles it if need be.</summary>
    public abstract Delegate Bind(ModuleInstance instance, int functionIndex);

    /// <summary>Compiles every function that was not compiled yet.</summary>
    /// <returns>The functions that the engine will not compile.</returns>
    public IReadOnlyList<RefusedFunctionException> Prepare(CancellationToken cancellationToken)
    {
        var refused = new List<RefusedFunctionException>();
        for (int i = types.ImportedFunctions; i < types.Functions.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                Prepare(i);
            }
            catch (RefusedFunctionException refusal)
            {
                refused.Add(refusal);
            }
        }

        return refused;
    }

    /// <summary>Code that enters an instance around a call of its function by the host.</summary>
    public Delegate CreateCrossing(FunctionInstance function) => Adapters.Crossing(function);

    /// <summary>Code that calls a function from another instance.</summary>
    /// <param name="function">The function, whose instance may have code of another engine.</param>
    /// <param name="fromCatching">Whether the caller's module uses exceptions.</param>
    public Delegate CreateLink(FunctionInstance function, bool fromCatching) => Adapters.Link(function, fromCatching);

    /// <summary>Code around a function from outside, for modules that use exceptions: what it throws as a .NET exception that
    /// guests may catch becomes the thread's pending exception.</summary>
    public Delegate CreateReceiver(Delegate code, FuncType signature) => Adapters.Receiver(code, signature);

    /// <summary>Code that calls a delegate of the host with the module's own calling convention.</summary>
    public Delegate CreateHostAdapter(FunctionInstance function) => Adapters.HostAdapter(function);

    /// <summary>Code that calls a function with untyped values.</summary>
    public virtual UntypedInvoker CreateUntypedInvoker(FunctionInstance function) => Adapters.UntypedInvoker(function);

    /// <summary>Code that calls a function through a delegate type of the host's choice.</summary>
    /// <exception cref="ArgumentException">The delegate type does not fit the function's type.</exception>
    public virtual Delegate CreateTypedInvoker(FunctionInstance function, Type delegateType) => Adapters.TypedInvoker(function, delegateType);

    /// <summary>Code that calls a function of an instance, from within that instance, with values in slots.</summary>
    public abstract SlotInvoker CreateSlotInvoker(FunctionInstance function);

    /// <summary>Compiles a function unless that was done already.</summary>
    /// <exception cref="RefusedFunctionException">The engine will not compile it.</exception>
    protected abstract void Prepare(int functionIndex);
}
