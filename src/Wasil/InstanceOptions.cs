namespace Wasil;

/// <summary>How a module is instantiated. Options are copied when they are used.</summary>
public sealed class InstanceOptions
{
    /// <summary>What the instance may use.</summary>
    public InstanceLimits Limits { get; } = new();

    /// <summary>
    /// Whether an exported function <c>_initialize</c> without parameters is called at once. Compilers emit it in libraries
    /// ("reactors" in WASI's words), and nothing else in them works before. True by default.
    /// </summary>
    public bool Initialize { get; set; } = true;
}
