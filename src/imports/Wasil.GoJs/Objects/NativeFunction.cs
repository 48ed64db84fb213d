using Wasil.GoJs.Running;

namespace Wasil.GoJs.Objects;

/// <summary>A function that is written in .NET.</summary>
internal sealed class NativeFunction : JsFunction
{
    private readonly JsCallback _call;
    private readonly NativeConstructor? _construct;

    public NativeFunction(JsRealm realm, string name, int length, JsCallback call, NativeConstructor? construct = null)
        : base(realm)
    {
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
        HeldMemory held = Realm.Runtime.EnterFunction(thisValue, arguments);
        try
        {
            return _call(thisValue, arguments);
        }
        finally
        {
            Realm.Runtime.LeaveFunction(held);
        }
    }

    private protected override JsObject Make(ReadOnlySpan<JsValue> arguments)
    {
        if (_construct is null)
            return base.Make(arguments);
        HeldMemory held = Realm.Runtime.EnterFunction(JsValue.Undefined, arguments);
        try
        {
            return _construct(arguments);
        }
        finally
        {
            Realm.Runtime.LeaveFunction(held);
        }
    }
}
