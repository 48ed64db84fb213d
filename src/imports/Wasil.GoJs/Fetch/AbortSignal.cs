using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Fetch;

/// <summary>The object <c>AbortSignal</c>: tells those who listen that something is to end.</summary>
internal sealed class AbortSignal(JsObject prototype) : JsObject(prototype)
{
    private readonly List<Action> _actions = [];
    private readonly List<JsFunction> _listeners = [];

    public bool IsAborted { get; private set; }

    public JsValue Reason { get; private set; }

    internal override string ClassName => "AbortSignal";

    public static void Install(JsRealm realm)
    {
        JsObject signals = realm.CreatePrototype(realm.ObjectPrototype);
        JsObject type = realm.DefineClass("AbortSignal", signals, 0, static _ => throw Errors.Type("Illegal constructor"));
        realm.Define(type, "abort", 0, (_, arguments) =>
        {
            var signal = new AbortSignal(signals);
            signal.Abort(arguments.At(0));
            return signal;
        });
        realm.Define(type, "timeout", 1, (_, arguments) =>
        {
            var signal = new AbortSignal(signals);
            realm.Loop.SetTimer(
                arguments.Number(0),
                repeats: false,
                () => signal.Abort(new JsError("TimeoutError", "The operation was aborted due to timeout")),
                signal);
            return signal;
        });
        realm.DefineGetter(signals, "aborted", static thisValue => thisValue.This<AbortSignal>().IsAborted);
        realm.DefineGetter(signals, "reason", static thisValue => thisValue.This<AbortSignal>().Reason);
        realm.Define(signals, "throwIfAborted", 0, static (thisValue, _) => thisValue.This<AbortSignal>() is { IsAborted: true } signal
            ? throw new JsException(signal.Reason) : JsValue.Undefined);
        realm.Define(signals, "addEventListener", 2, static (thisValue, arguments) =>
        {
            if (arguments.Text(0) == "abort")
                thisValue.This<AbortSignal>()._listeners.Add(arguments.Function(1));
            return JsValue.Undefined;
        });
        realm.Define(signals, "removeEventListener", 2, static (thisValue, arguments) =>
        {
            if (arguments.At(1).TryGetObject(out JsFunction? listener))
                thisValue.This<AbortSignal>()._listeners.Remove(listener);
            return JsValue.Undefined;
        });

        JsObject controllers = realm.CreatePrototype(realm.ObjectPrototype);
        realm.DefineClass("AbortController", controllers, 0, _ =>
        {
            var made = new JsObject(controllers);
            made.Define("signal", new Property(new AbortSignal(signals), PropertyFlags.None));
            return made;
        });
        realm.Define(controllers, "abort", 1, static (thisValue, arguments) =>
        {
            thisValue.This<JsObject>().Get("signal").This<AbortSignal>().Abort(arguments.At(0));
            return JsValue.Undefined;
        });
    }

    /// <summary>Has something done at once when it is aborted.</summary>
    public void OnAbort(Action action) => _actions.Add(action);

    public void Remove(Action action) => _actions.Remove(action);

    private void Abort(JsValue reason)
    {
        if (IsAborted)
            return;
        IsAborted = true;
        Reason = reason.IsUndefined ? new JsError("AbortError", "This operation was aborted") : reason;
        foreach (Action action in _actions.ToArray())
            action();
        _actions.Clear();
        var happened = new JsObject(null);
        happened.Set("type", "abort");
        happened.Set("target", this);
        if (Get("onabort").TryGetObject(out JsFunction? handler))
            handler.Apply(this, happened);
        foreach (JsFunction listener in _listeners.ToArray())
            listener.Apply(this, happened);
    }

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.Add(Reason);
        foreach (JsFunction listener in _listeners)
            visitor.Add(listener);
    }
}
