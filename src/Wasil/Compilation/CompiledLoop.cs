using System.Reflection.Emit;
using Wasil.Execution;

namespace Wasil.Compilation;

/// <summary>What is left of a function at one of its loops; shared by all instances of its module.</summary>
/// <param name="invoker">A method that becomes a <see cref="SlotInvoker"/> when it is bound to an instance.</param>
/// <param name="callees">The functions that it calls directly, whose entries must exist before it runs.</param>
internal sealed class CompiledLoop(DynamicMethod invoker, IReadOnlyCollection<int> callees)
{
    /// <summary>Code that goes on where a frame of the interpreter stands.</summary>
    public SlotInvoker Bind(ModuleInstance instance)
    {
        foreach (int callee in callees)
            instance.EnsureEntry(callee);
        return invoker.CreateDelegate<SlotInvoker>(instance);
    }
}
