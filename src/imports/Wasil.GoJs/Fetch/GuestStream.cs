using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Fetch;

/// <summary>A stream that the guest fills, by the functions <c>start</c>, <c>pull</c> and <c>cancel</c> of its source.</summary>
internal sealed class GuestStream(JsRealm realm, JsObject? prototype, JsObject? source) : ReadableStream(realm, prototype)
{
    private readonly Queue<JsValue> _chunks = [];
    private readonly Queue<JsPromise> _readers = [];
    private JsObject? _controller;
    private JsValue _failure;
    private bool _isClosed;
    private bool _isPulling;

    public void Start()
    {
        _controller = Realm.CreateObject();
        Realm.Define(_controller, "enqueue", 1, (_, arguments) =>
        {
            if (_isClosed || !_failure.IsUndefined)
                throw Errors.Type("Invalid state: Controller is already closed");
            if (_readers.TryDequeue(out JsPromise? reader))
            {
                reader.Resolve(Step(arguments.At(0), false));
            }
            else
            {
                Realm.Runtime.Charge(HeapVisitor.BytesOfProperty);
                _chunks.Enqueue(arguments.At(0));
            }

            return JsValue.Undefined;
        });
        Realm.Define(_controller, "close", 0, (_, _) =>
        {
            _isClosed = true;
            while (_chunks.Count == 0 && _readers.TryDequeue(out JsPromise? reader))
                reader.Resolve(Step(JsValue.Undefined, true));
            return JsValue.Undefined;
        });
        Realm.Define(_controller, "error", 1, (_, arguments) =>
        {
            Fail(arguments.At(0));
            return JsValue.Undefined;
        });
        Realm.DefineGetter(_controller, "desiredSize", _ => _isClosed ? 0 : 1 - _chunks.Count);
        if (source?.Get("start").TryGetObject(out JsFunction? start) == true)
            start.Apply(source, _controller);
    }

    public override JsPromise Read()
    {
        JsPromise promise = Realm.CreatePromise();
        if (_chunks.TryDequeue(out JsValue chunk))
        {
            promise.Resolve(Step(chunk, false));
        }
        else if (!_failure.IsUndefined)
        {
            promise.Reject(_failure);
        }
        else if (_isClosed)
        {
            promise.Resolve(Step(JsValue.Undefined, true));
        }
        else
        {
            _readers.Enqueue(promise);
            Pull();
        }

        return promise;
    }

    public override void Cancel(JsValue reason)
    {
        if (_isClosed)
            return;
        _isClosed = true;
        _chunks.Clear();
        while (_readers.TryDequeue(out JsPromise? reader))
            reader.Resolve(Step(JsValue.Undefined, true));
        if (source?.Get("cancel").TryGetObject(out JsFunction? cancel) == true)
            cancel.Apply(source, reason);
    }

    private void Pull()
    {
        if (_isPulling || source?.Get("pull").TryGetObject(out JsFunction? pull) != true)
            return;
        _isPulling = true;
        try
        {
            Intrinsics.PromiseIntrinsics.Resolved(Realm, pull!.Apply(source, _controller)).Then(
                _ =>
                {
                    _isPulling = false;
                    if (_readers.Count > 0 && !_isClosed)
                        Pull();
                },
                Fail,
                this,
                default);
        }
        catch (JsException exception)
        {
            Fail(exception.Value);
        }
    }

    private void Fail(JsValue reason)
    {
        _isPulling = false;
        if (!_failure.IsUndefined || _isClosed)
            return;
        _failure = reason.IsUndefined ? Errors.Type("The stream failed").Value : reason;
        while (_readers.TryDequeue(out JsPromise? reader))
            reader.Reject(_failure);
    }

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.Add(source);
        visitor.Add(_controller);
        visitor.Add(_failure);
        foreach (JsValue chunk in _chunks)
            visitor.Add(chunk);
        foreach (JsPromise reader in _readers)
            visitor.Add(reader);
    }
}
