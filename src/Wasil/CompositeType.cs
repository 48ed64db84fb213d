namespace Wasil;

/// <summary>A function, structure or array type. See "Composite Types" in the specification.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public abstract class CompositeType
{
    private protected CompositeType()
    {
    }
}
