namespace Wasil.GoJs.Objects;

/// <summary>A function that is written in .NET.</summary>
internal sealed class NativeFunction : JsFunction
{
    private readonly JsRealm _realm;
    private readonly JsCallback _call;
    private readonly NativeConstructor? _construct;

    // The prototype of functions is a function as well, and the first.
    public NativeFunction(JsRealm realm, string name, int length, JsCallback call, NativeConstructor? construct = null)
        : base((JsObject?)realm.FunctionPrototype ?? realm.ObjectPrototype)
    {
        _realm = realm;
        _call = call;
        _construct = construct;
        Define("name", new Property(name, PropertyFlags.Configurable));
        Define("length", new Property(length, PropertyFlags.Configurable));
    }

    /// <summary>What the function was made over, to be counted with it.</summary>
    public JsValue Bound { get; init; }

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.Add(Bound);
    }

    private protected override JsValue Run(JsValue thisValue, ReadOnlySpan<JsValue> arguments)
    {
        long held = _realm.Runtime.EnterFunction();
        try
        {
            return _call(thisValue, arguments);
        }
        finally
        {
            _realm.Runtime.LeaveFunction(held);
        }
    }

    private protected override JsObject Make(ReadOnlySpan<JsValue> arguments)
    {
        if (_construct is null)
            return base.Make(arguments);
        long held = _realm.Runtime.EnterFunction();
        try
        {
            return _construct(arguments);
        }
        finally
        {
            _realm.Runtime.LeaveFunction(held);
        }
    }
}
