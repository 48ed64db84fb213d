using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Fetch;

/// <summary>The body of a response. It is read from the network when the guest asks for more, so any length takes no more room than
/// one chunk.</summary>
internal sealed class ResponseStream(JsRealm realm, JsObject? prototype, Stream body, HttpResponseMessage response, FetchCall call)
    : ReadableStream(realm, prototype)
{
    private const int ChunkBytes = 64 << 10;

    // Go asks for one after the other.
    private const int MostReads = 1000;

    private readonly Queue<JsPromise> _reads = [];
    private Task _last = Task.CompletedTask;
    private JsValue _failure;
    private bool _isClosed;

    public override JsPromise Read()
    {
        JsPromise promise = Realm.CreatePromise();
        if (!_failure.IsUndefined)
        {
            promise.Reject(_failure);
            return promise;
        }

        if (_isClosed)
        {
            promise.Resolve(Step(JsValue.Undefined, true));
            return promise;
        }

        if (_reads.Count == MostReads)
        {
            promise.Reject(Errors.Range("Too many reads of the stream are under way").Value);
            return promise;
        }

        _reads.Enqueue(promise);
        Realm.Loop.Begin();
        _last = ReadAsync(_last, promise);
        return promise;
    }

    public override void Cancel(JsValue reason)
    {
        _isClosed = true;
        Close();
    }

    private async Task ReadAsync(Task before, JsPromise promise)
    {
        Action settle;
        try
        {
            await before.ConfigureAwait(false);
            var buffer = new byte[ChunkBytes];
            int count = await body.ReadAsync(buffer, call.Token).ConfigureAwait(false);
            settle = () => Deliver(promise, buffer, count);
        }
        catch (Exception exception) when (exception is not JsException)
        {
            settle = () => Fail(promise, exception);
        }

        Realm.Loop.Complete(() =>
        {
            _reads.Dequeue();
            settle();
        });
    }

    private void Deliver(JsPromise promise, byte[] buffer, int count)
    {
        if (count == 0 || _isClosed)
        {
            _isClosed = true;
            Close();
            promise.Resolve(Step(JsValue.Undefined, true));
            return;
        }

        JsTypedArray chunk = Realm.CreateBytes(count == buffer.Length ? buffer : buffer[..count]);
        promise.Resolve(Step(chunk, false));
    }

    private void Fail(JsPromise promise, Exception exception)
    {
        if (_isClosed)
        {
            promise.Resolve(Step(JsValue.Undefined, true));
            return;
        }

        _failure = call.Failure(exception);
        Close();
        promise.Reject(_failure);
    }

    private void Close()
    {
        call.End();

        // A read may be going on, which the call's end has cancelled.
        response.Dispose();
    }

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.Add(_failure);
        foreach (JsPromise read in _reads)
            visitor.Add(read);
    }
}
