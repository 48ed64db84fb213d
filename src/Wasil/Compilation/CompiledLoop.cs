using Wasil.Execution;

namespace Wasil.Compilation;

/// <summary>What is left of a function at one of its loops; shared by all instances of its module.</summary>
/// <param name="module">The function's module.</param>
/// <param name="invoker">A method that becomes a <see cref="SlotInvoker"/> when it is bound to an instance.</param>
internal sealed class CompiledLoop(CompiledModule module, ClosedMethod invoker)
{
    /// <summary>Code that goes on where a frame of the interpreter stands.</summary>
    public SlotInvoker Bind(ModuleInstance instance)
    {
        module.EnsureEntries(instance);
        return (SlotInvoker)invoker.Over(instance);
    }
}
