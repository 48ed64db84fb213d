namespace Wasil.Execution;

/// <summary>What leads to a function from outside its instance. A large table has functions in tens of thousands, and nobody asks
/// for these of most.</summary>
internal sealed class FunctionAbroad
{
    /// <summary>Calls the function from the host: enters the instance and leaves it again.</summary>
    public Delegate? Crossing { get; set; }

    /// <summary>The same with values in slots.</summary>
    public SlotInvoker? SlotCrossing { get; set; }

    /// <summary>Calls the function from another instance whose module uses no exceptions.</summary>
    public Delegate? FromPlain { get; set; }

    /// <summary>Calls the function from another instance whose module uses exceptions.</summary>
    public Delegate? FromCatching { get; set; }

    /// <summary>Calls the function with untyped values.</summary>
    public UntypedInvoker? Untyped { get; set; }

    /// <summary>The public view of the function.</summary>
    public WasmFunction? Facade { get; set; }
}
