namespace Wasil.GoJs.Objects;

/// <summary>A property: a value, or a getter and a setter.</summary>
internal readonly record struct Property(JsValue Value, PropertyFlags Flags, Accessor? Accessor = null)
{
    public bool IsEnumerable => (Flags & PropertyFlags.Enumerable) != 0;

    public bool IsWritable => (Flags & PropertyFlags.Writable) != 0;

    public bool IsConfigurable => (Flags & PropertyFlags.Configurable) != 0;
}
