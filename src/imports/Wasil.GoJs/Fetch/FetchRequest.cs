using System.Net;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Fetch;

/// <summary>What a guest wants to be sent. Its body is one of both, or none.</summary>
internal sealed record FetchRequest(Uri Address, HttpMethod Method, HeaderList Headers, byte[]? Body, ReadableStream? Stream)
{
    /// <summary>What to do where the server redirects: <c>follow</c>, <c>manual</c> or <c>error</c>.</summary>
    public required string Redirect { get; init; }

    public AbortSignal? Signal { get; init; }

    /// <summary>The request to another address (Fetch, "HTTP-redirect fetch").</summary>
    /// <exception cref="JsException">The body cannot be sent again.</exception>
    public FetchRequest Follow(Uri target, HttpStatusCode status)
    {
        bool becomesGet = status == HttpStatusCode.SeeOther ? Method != HttpMethod.Get && Method != HttpMethod.Head
            : status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found && Method == HttpMethod.Post;
        if (!becomesGet && Stream is not null)
            throw Errors.Of("the server redirects, and the body, which is a stream, cannot be sent again");
        var headers = new HeaderList(null);
        foreach ((string name, string value) in Headers.All)
        {
            bool isOfBody = name.StartsWith("content-", StringComparison.Ordinal);
            bool isSecret = name is "authorization" or "cookie" or "proxy-authorization";
            bool sameOrigin = target.Scheme == Address.Scheme && target.Authority == Address.Authority;
            if (!(becomesGet && isOfBody) && !(isSecret && !sameOrigin))
                headers.Append(name, value);
        }

        return this with
        {
            Address = target,
            Method = becomesGet ? HttpMethod.Get : Method,
            Headers = headers,
            Body = becomesGet ? null : Body,
            Stream = becomesGet ? null : Stream,
        };
    }
}
