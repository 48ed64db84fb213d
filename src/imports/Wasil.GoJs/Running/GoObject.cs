using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Running;

/// <summary>What Go's <c>syscall/js</c> knows as <c>jsGo</c>: it makes functions, and takes the event that is to be handled.</summary>
internal sealed class GoObject(JsObject? prototype) : JsObject(prototype)
{
    public JsValue PendingEvent { get; set; } = JsValue.Null;

    internal override Property? GetOwn(object key) =>
        key is "_pendingEvent" ? new Property(PendingEvent, PropertyFlags.All) : base.GetOwn(key);

    internal override bool Set(object key, JsValue value, JsValue receiver)
    {
        if (key is not "_pendingEvent")
            return base.Set(key, value, receiver);
        PendingEvent = value;
        return true;
    }
}
