namespace Wasil.Execution;

/// <summary>What the interpreter asks for better code where a guest spends its time.</summary>
internal abstract class HotCode
{
    /// <summary>How much of a function is interpreted before it is asked for: in bytes of its instructions, for each byte that it
    /// has.</summary>
    public abstract int Budget { get; }

    /// <summary>A function is called often, or goes round in a loop. May return before anything comes of it.</summary>
    /// <returns>Whether this is the first time for the function.</returns>
    public abstract bool Compile(int functionIndex);

    /// <summary>A function cannot be interpreted.</summary>
    /// <returns>Whether it was compiled instead.</returns>
    public abstract bool CompileNow(int functionIndex);

    /// <summary>A function still goes round in a loop.</summary>
    /// <param name="instance">The instance that runs it.</param>
    /// <param name="functionIndex">The function.</param>
    /// <param name="loop">The offset of the loop in the module.</param>
    /// <returns>Code that takes all of the function's locals in slots and goes on from the loop's start; null where there is none,
    /// or none yet.</returns>
    public abstract SlotInvoker? FindLoop(ModuleInstance instance, int functionIndex, int loop);

    /// <summary>Code that calls a function which was replaced.</summary>
    public abstract SlotInvoker Replacement(FunctionInstance function);
}
