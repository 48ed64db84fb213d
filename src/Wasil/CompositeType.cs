namespace Wasil;

/// <summary>A function, structure or array type. See "Composite Types" in the specification.</summary>
public abstract class CompositeType
{
    private protected CompositeType()
    {
    }
}
