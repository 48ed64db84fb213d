namespace Wasil;

/// <summary>The type of something a module imports or exports. See "External Types" in the specification.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public abstract class ExternType
{
    private protected ExternType()
    {
    }

    /// <summary>The specification's word for the kind of thing: <c>func</c>, <c>table</c>, <c>memory</c>, <c>global</c> or
    /// <c>tag</c>.</summary>
    public abstract string Kind { get; }
}
