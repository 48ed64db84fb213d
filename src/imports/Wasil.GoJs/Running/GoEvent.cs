using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Running;

/// <summary>A call of a Go function: Go reads its parts and leaves the result.</summary>
internal sealed class GoEvent(uint id, JsValue thisValue, JsArray? arguments) : JsObject(null)
{
    public JsValue Result { get; private set; }

    internal override Property? GetOwn(object key) => key switch
    {
        "id" => new Property(id, PropertyFlags.All),
        "this" => new Property(thisValue, PropertyFlags.All),
        "args" => new Property(arguments, PropertyFlags.All),
        "result" => new Property(Result, PropertyFlags.All),
        _ => base.GetOwn(key),
    };

    internal override bool Set(object key, JsValue value, JsValue receiver)
    {
        if (key is not "result")
            return base.Set(key, value, receiver);
        Result = value;
        return true;
    }

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.Add(thisValue);
        visitor.Add(arguments);
        visitor.Add(Result);
    }
}
