using Wasil.GoJs.Running;

namespace Wasil.GoJs.Objects;

/// <summary>What <c>bind</c> makes: a function with its receiver and its first arguments.</summary>
internal sealed class BoundFunction : JsFunction
{
    // So that a chain of them cannot take the stack or the heap with what each adds.
    private const int MostArguments = 1 << 16;

    private readonly JsFunction _target;
    private readonly JsValue _receiver;
    private readonly JsValue[] _first;

    /// <exception cref="JsException">There are too many arguments.</exception>
    public BoundFunction(JsRealm realm, JsFunction target, JsValue receiver, ReadOnlySpan<JsValue> first)
        : base(realm)
    {
        (_target, _receiver, JsValue[] before) = target is BoundFunction bound
            ? (bound._target, bound._receiver, bound._first) : (target, receiver, []);
        realm.Runtime.Charge(HeapVisitor.BytesOfValue * (long)(before.Length + first.Length));
        _first = Concat(before, first);
        string name = target.GetOwn("name") is { Accessor: null, Value.Reference: string text } ? text : "";
        realm.Runtime.ChargeText(name.Length);
        Define("name", new Property($"bound {name}", PropertyFlags.Configurable));
        Define("length", new Property(0, PropertyFlags.Configurable));
    }

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.Add(_target);
        visitor.Add(_receiver);
        visitor.Add(_first);
    }

    private protected override JsValue Run(JsValue thisValue, ReadOnlySpan<JsValue> arguments)
    {
        HeldMemory held = Realm.Runtime.EnterFunction(thisValue, arguments);
        try
        {
            return _target.Apply(_receiver, WithFirst(arguments));
        }
        finally
        {
            Realm.Runtime.LeaveFunction(held);
        }
    }

    private protected override JsObject Make(ReadOnlySpan<JsValue> arguments)
    {
        HeldMemory held = Realm.Runtime.EnterFunction(JsValue.Undefined, arguments);
        try
        {
            return _target.Construct(WithFirst(arguments));
        }
        finally
        {
            Realm.Runtime.LeaveFunction(held);
        }
    }

    private ReadOnlySpan<JsValue> WithFirst(ReadOnlySpan<JsValue> arguments)
    {
        if (_first.Length == 0)
            return arguments;
        Realm.Runtime.Charge(HeapVisitor.BytesOfValue * (long)(_first.Length + arguments.Length));
        return Concat(_first, arguments);
    }

    private static JsValue[] Concat(JsValue[] first, ReadOnlySpan<JsValue> more) =>
        first.Length + more.Length <= MostArguments ? [.. first, .. more] : throw Errors.Range("Too many arguments of a bound function");
}
