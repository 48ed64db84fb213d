namespace Wasil.GoJs.Objects;

/// <summary>An object around a string, number, boolean or symbol, as <c>new Number(0)</c> makes it.</summary>
internal sealed class Wrapper(JsObject? prototype, JsValue value) : JsObject(prototype)
{
    public JsValue Value { get; } = value;

    internal override string ClassName => Value.Kind.ToString();

    internal override Property? GetOwn(object key)
    {
        if (Value.Reference is string text)
        {
            if (key is "length")
                return new Property(text.Length, PropertyFlags.None);
            if (PropertyKeys.IsIndex(key, out long index) && index < text.Length)
                return new Property(text[(int)index].ToString(), PropertyFlags.Enumerable);
        }

        return base.GetOwn(key);
    }

    public override string ToString() => Value.ToString();

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.Add(Value);
    }
}
