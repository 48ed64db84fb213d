using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Fetch;

/// <summary>One call of <c>fetch</c>, from the request to the end of the response's body.</summary>
internal sealed class FetchCall
{
    private readonly CancellationTokenSource _end;
    private readonly FetchRequest _request;
    private readonly AbortSignal? _signal;

    public FetchCall(FetchRequest request, CancellationToken ended)
    {
        _end = CancellationTokenSource.CreateLinkedTokenSource(ended);
        Token = _end.Token;
        _request = request;
        _signal = request.Signal;
        _signal?.OnAbort(Cancel);
    }

    /// <summary>Cancelled when the guest aborts the call, when its body was read, and when the program ends.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether nothing is under way any more.</summary>
    public bool HasEnded { get; private set; }

    public bool IsAborted => _signal?.IsAborted == true;

    /// <summary>What the guest is told of a failure.</summary>
    public JsValue Failure(Exception exception)
    {
        if (IsAborted)
            return _signal!.Reason;
        var error = new JsError("TypeError", "fetch failed");
        Exception inner = exception is HttpRequestException { InnerException: { } cause } ? cause : exception;
        JsRealm.Define(error, "cause", exception is JsException thrown ? thrown.Value : new JsError("Error", inner.Message));
        return error;
    }

    public void End()
    {
        HasEnded = true;
        _signal?.Remove(Cancel);
        Cancel();
    }

    public void Visit(HeapVisitor visitor)
    {
        visitor.AddBytes(_request.Body?.Length ?? 0);
        visitor.Add(_request.Headers);
        visitor.Add(_request.Stream);
        visitor.Add(_request.Signal);
    }

    private void Cancel() => _end.Cancel();
}
