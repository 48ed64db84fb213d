namespace Wasil.Execution;

/// <summary>An exception tag; its identity is what matters. See "Tag Instances" in the specification.</summary>
/// <param name="type">The function type whose parameters are the payload.</param>
internal sealed class TagInstance(DefType type)
{
    public DefType Type { get; } = type;

    /// <summary>The public view of this tag, made when somebody first asks.</summary>
    public WasmTag? Facade { get; set; }
}
