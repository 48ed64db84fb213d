namespace Wasil.Execution;

/// <summary>A function: what a <c>funcref</c> refers to. See "Function Instances" in the specification.</summary>
internal sealed class FunctionInstance(ModuleInstance instance, int index, DefType type, Delegate? host = null)
{
    // Read by stubs and adapters, which are emitted code.
    internal readonly ModuleInstance Instance = instance;
    internal readonly int Index = index;

    // Read by compiled code. A token stands for one function type within one instance: where it is the one that an indirect
    // call expects, type and instance both fit and Code may be called as it is. Until Code is set it fits nothing.
    internal object Token = Unresolved;
    internal Delegate? Code;

    // Read by the interpreter: the address of what its calls need to know of the function, once they have found it.
    internal nint Interpreted;

    // Read by adapters: the delegate that the host gave, as it gave it.
    internal readonly Delegate? Host = host;

    private FunctionAbroad? _abroad;

    /// <summary>A token that no indirect call expects.</summary>
    public static readonly object Unresolved = new();

    public DefType Type { get; } = type;

    public FuncType Signature => (FuncType)Type.Composite;

    /// <summary>Calls this function from within its instance with values in slots, once somebody asked for that.</summary>
    public SlotInvoker? Slots { get; set; }

    /// <summary>Where its instance has its entry; below zero where it has none.</summary>
    public int Place { get; set; } = -1;

    /// <summary>Whether <see cref="Slots"/> leads to better code than what was bound first.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>How others than the function's instance see it, once one of them asked.</summary>
    public FunctionAbroad Abroad => _abroad ?? Interlocked.CompareExchange(ref _abroad, new FunctionAbroad(), null) ?? _abroad;

    /// <summary>What a call from another instance runs, once this thread is inside of the function's own.</summary>
    /// <exception cref="ObjectDisposedException">The instance was disposed.</exception>
    /// <exception cref="InvalidOperationException">Another thread is inside, or a call was cancelled in the middle.</exception>
    public Delegate Join()
    {
        Instance.Join();
        return Code ?? Instance.CodeOf(this);
    }
}
