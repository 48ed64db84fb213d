using System.Net;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Fetch;

/// <summary>A request's body that the guest makes while it is sent: each chunk is asked for on the program's own thread.</summary>
internal sealed class GuestContent(JsRealm realm, ReadableStream stream) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream target, TransportContext? context, CancellationToken cancellationToken)
    {
        while (await NextAsync().WaitAsync(cancellationToken).ConfigureAwait(false) is { } chunk)
            await target.WriteAsync(chunk, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private Task<byte[]?> NextAsync()
    {
        var next = new TaskCompletionSource<byte[]?>(TaskCreationOptions.RunContinuationsAsynchronously);
        realm.Loop.Post(() =>
        {
            try
            {
                stream.Read().Then(
                    step =>
                    {
                        if (Conversions.ToBoolean(step.This<JsObject>().Get("done")))
                            next.SetResult(null);
                        else if (step.This<JsObject>().Get("value").TryGetObject(out JsTypedArray? chunk))
                            next.SetResult(chunk.Bytes.ToArray());
                        else
                            next.SetException(new HttpRequestException("The guest's stream gave a chunk that is no Uint8Array."));
                    },
                    reason => next.SetException(new HttpRequestException($"The guest's stream failed: {reason}")));
            }
            catch (JsException exception)
            {
                next.SetException(new HttpRequestException($"The guest's stream failed: {exception.Message}"));
            }
        });
        return next.Task;
    }
}
