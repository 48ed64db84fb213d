using Wasil.GoJs.Intrinsics;
using Wasil.GoJs.Objects;
using Wasil.GoJs.Running;

namespace Wasil.GoJs;

/// <summary>A JavaScript promise: a value that may come later. See "Promise Objects" in ECMAScript.</summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public sealed class JsPromise : JsObject
{
    private readonly JsRealm _realm;
    private List<Reaction>? _reactions = [];
    private bool _isResolved;
    private bool _isRejected;
    private JsValue _value;

    internal JsPromise(JsRealm realm)
        : base(realm.PromisePrototype) => _realm = realm;

    /// <summary>Whether it has a value or has failed.</summary>
    public bool IsSettled => _reactions is null;

    /// <summary>Whether it has failed.</summary>
    public bool IsRejected => IsSettled && _isRejected;

    /// <summary>The value, or what it failed with; undefined before.</summary>
    public JsValue Result => _value;

    internal override string ClassName => "Promise";

    /// <summary>Gives it a value, or has it follow another promise. Only the first time counts.</summary>
    /// <param name="value">The value.</param>
    public void Resolve(JsValue value)
    {
        if (_isResolved)
            return;
        _isResolved = true;
        if (value.TryGetObject(out JsObject? target))
        {
            if (target == this)
            {
                Settle(Errors.Type("Chaining cycle detected for promise #<Promise>").Value, rejected: true);
                return;
            }

            if (target is JsPromise promise)
            {
                promise.Then(result => Settle(result, rejected: false), reason => Settle(reason, rejected: true), this, default);
                return;
            }

            Follow(target);
            return;
        }

        Settle(value, rejected: false);
    }

    /// <summary>Has it fail. Only the first time counts.</summary>
    /// <param name="reason">Why.</param>
    public void Reject(JsValue reason)
    {
        if (_isResolved)
            return;
        _isResolved = true;
        Settle(reason, rejected: true);
    }

    /// <summary>Has one of two things done once it is settled, by the event loop.</summary>
    /// <param name="fulfilled">What to do with the value.</param>
    /// <param name="rejected">What to do with the reason that it failed for.</param>
    public void Then(Action<JsValue> fulfilled, Action<JsValue> rejected)
    {
        ArgumentNullException.ThrowIfNull(fulfilled);
        ArgumentNullException.ThrowIfNull(rejected);
        Add(new Reaction(fulfilled, rejected, default, default));
    }

    internal void Then(Action<JsValue> fulfilled, Action<JsValue> rejected, JsValue first, JsValue second) =>
        Add(new Reaction(fulfilled, rejected, first, second));

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.Add(_value);
        foreach (Reaction reaction in _reactions ?? [])
        {
            visitor.AddBytes(HeapVisitor.BytesOfProperty);
            visitor.Add(reaction.First);
            visitor.Add(reaction.Second);
        }
    }

    private void Follow(JsObject target)
    {
        JsFunction? then;
        try
        {
            if (!target.Get("then").TryGetObject(out then))
            {
                Settle(target, rejected: false);
                return;
            }
        }
        catch (JsException exception)
        {
            Settle(exception.Value, rejected: true);
            return;
        }

        _realm.Loop.AddMicrotask(new Microtask(
            () =>
            {
                JsPromise follower = _realm.CreatePromise();
                follower.Then(result => Settle(result, rejected: false), reason => Settle(reason, rejected: true), this, default);
                try
                {
                    then.Apply(
                        target,
                        PromiseIntrinsics.Settler(_realm, follower, follower.Resolve),
                        PromiseIntrinsics.Settler(_realm, follower, follower.Reject));
                }
                catch (JsException exception)
                {
                    follower.Reject(exception.Value);
                }
            },
            target,
            this));
    }

    private void Add(Reaction reaction)
    {
        if (_reactions is null)
            Schedule(reaction);
        else
            _reactions.Add(reaction);
    }

    private void Settle(JsValue value, bool rejected)
    {
        List<Reaction>? reactions = _reactions;
        if (reactions is null)
            return;
        _value = value;
        _isRejected = rejected;
        _isResolved = true;
        _reactions = null;
        foreach (Reaction reaction in reactions)
            Schedule(reaction);
    }

    private void Schedule(Reaction reaction)
    {
        Action<JsValue> action = _isRejected ? reaction.Rejected : reaction.Fulfilled;
        JsValue value = _value;
        _realm.Loop.AddMicrotask(new Microtask(() => action(value), reaction.First, value));
    }

    /// <summary>What waits for the promise, and the values that it holds on to.</summary>
    private readonly record struct Reaction(Action<JsValue> Fulfilled, Action<JsValue> Rejected, JsValue First, JsValue Second);
}
