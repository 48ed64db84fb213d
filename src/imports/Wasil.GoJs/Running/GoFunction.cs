using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Running;

/// <summary>A function of Go's, as <c>js.FuncOf</c> makes it.</summary>
internal sealed class GoFunction(GoRuntime runtime, uint id) : JsFunction(runtime.Realm)
{
    internal override JsValue Get(object key, JsValue receiver)
    {
        // Hardly any of them is ever used with `new`, so the object for that is made on demand.
        if (key is "prototype" && GetOwn(key) is null)
            Define(key, new Property(runtime.Realm.CreateObject(), PropertyFlags.Writable));
        return base.Get(key, receiver);
    }

    private protected override JsValue Run(JsValue thisValue, ReadOnlySpan<JsValue> arguments) =>
        runtime.CallGo(id, thisValue, arguments);

    private protected override JsObject Make(ReadOnlySpan<JsValue> arguments)
    {
        var made = new JsObject(Get("prototype").TryGetObject(out JsObject? prototype) ? prototype : runtime.Realm.ObjectPrototype);
        return Run(made, arguments).TryGetObject(out JsObject? result) ? result : made;
    }
}
