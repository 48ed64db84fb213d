namespace Wasil.Execution;

/// <summary>What runs the functions of a module that another engine refuses.</summary>
internal abstract class FallbackEngine
{
    /// <summary>Code that calls a function of an instance, from within that instance, with values in slots.</summary>
    public abstract SlotInvoker CreateSlotInvoker(FunctionInstance function);

    /// <summary>Makes a function ready to be called.</summary>
    /// <exception cref="RefusedFunctionException">This engine will not run it either.</exception>
    public abstract void Prepare(int functionIndex);
}
