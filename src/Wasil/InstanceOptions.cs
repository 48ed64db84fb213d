namespace Wasil;

/// <summary>How a module is instantiated. Options are copied when they are used.</summary>
/// <threadsafety>One thread at a time while it is set; it is copied when it is used.</threadsafety>
public sealed class InstanceOptions
{
    /// <summary>What the instance may use.</summary>
    public InstanceLimits Limits { get; } = new();

    /// <summary>
    /// Whether an exported function <c>_initialize</c> without parameters is called at once. Compilers emit it in libraries
    /// ("reactors" in WASI's words), and nothing else in them works before. True by default.
    /// </summary>
    public bool Initialize { get; set; } = true;

    /// <summary>
    /// Whether the instance may be called again after a call was cancelled in the middle. The guest's own data may then be in
    /// disorder, as a program's would be whose thread was stopped anywhere; by default such an instance refuses further calls.
    /// </summary>
    public bool SurvivesCancellation { get; set; }
}
