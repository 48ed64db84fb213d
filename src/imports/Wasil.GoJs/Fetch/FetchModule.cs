using System.IO.Compression;
using System.Net;
using System.Text;
using Wasil.GoJs.Intrinsics;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Fetch;

/// <summary><c>fetch</c>, over an HttpClient and to hosts that are allowed alone. See "Fetch Standard" of the WHATWG.</summary>
internal sealed class FetchModule
{
    private const int MostRedirects = 20;

    // Each may have a connection of its own to the same host.
    private const int MostCalls = 1024;

    // Names that would let a guest disagree with the client about where a message ends or whom it is for.
    private static readonly string[] OwnHeaders =
        ["host", "connection", "content-length", "transfer-encoding", "upgrade", "keep-alive", "te", "trailer", "expect", "proxy-connection"];

    private static readonly HttpMessageInvoker Shared = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    private readonly JsRealm _realm;
    private readonly AllowedHosts _hosts;
    private readonly HttpMessageInvoker _client;
    private readonly JsObject _headers;
    private readonly JsObject _streams;
    private readonly JsObject _responses;
    private readonly HashSet<FetchCall> _calls = [];

    private FetchModule(JsRealm realm, AllowedHosts hosts, HttpMessageInvoker? client)
    {
        _realm = realm;
        _hosts = hosts;
        _client = client ?? Shared;
        _headers = HeaderList.Install(realm);
        _streams = ReadableStream.Install(realm);
        _responses = realm.CreatePrototype(realm.ObjectPrototype);
        AbortSignal.Install(realm);
        InstallResponse();
    }

    public static FetchModule Install(JsRealm realm, AllowedHosts hosts, HttpMessageInvoker? client)
    {
        var module = new FetchModule(realm, hosts, client);
        realm.Define(realm.Global, "fetch", 2, (_, arguments) => module.Fetch(arguments.Text(0), arguments.At(1)));
        return module;
    }

    /// <summary>Adds what the calls hold on to that are under way.</summary>
    public void Visit(HeapVisitor visitor)
    {
        _calls.RemoveWhere(static call => call.HasEnded);
        foreach (FetchCall call in _calls)
            call.Visit(visitor);
    }

    private JsPromise Fetch(string address, JsValue options)
    {
        JsPromise promise = _realm.CreatePromise();
        try
        {
            FetchRequest request = Read(address, options.Reference as JsObject);
            if (request.Signal is { IsAborted: true } aborted)
                throw new JsException(aborted.Reason);
            if (_calls.Count >= MostCalls)
                _calls.RemoveWhere(static call => call.HasEnded);
            if (_calls.Count >= MostCalls)
                throw Errors.Of($"more than {MostCalls:N0} calls of fetch are under way, whose answers have not been read to their ends");
            var call = new FetchCall(request, _realm.Runtime.Ended);
            _calls.Add(call);

            // The guest is told at once, whatever the network does.
            void Abort() => promise.Reject(request.Signal!.Reason);
            request.Signal?.OnAbort(Abort);
            _realm.Loop.Begin();
            _ = SendAsync(request, call, promise, Abort);
        }
        catch (JsException exception)
        {
            promise.Reject(exception.Value);
        }

        return promise;
    }

    private FetchRequest Read(string address, JsObject? options)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
            throw Errors.Type($"Failed to parse URL from {address}: an absolute one with http or https is needed");
        string method = options?.Get("method") is { IsUndefined: false } given ? Conversions.ToText(given).ToUpperInvariant() : "GET";
        if (method is "CONNECT" or "TRACE" or "TRACK" || method.Length == 0 || !method.All(c => char.IsAsciiLetterOrDigit(c) || "-_".Contains(c)))
            throw Errors.Type($"'{method}' is not a valid HTTP method.");
        HeaderList headers = HeaderList.Create(_realm, _headers, options?.Get("headers") ?? JsValue.Undefined);
        JsValue body = options?.Get("body") ?? JsValue.Undefined;
        byte[]? bytes = body.Reference switch
        {
            JsTypedArray array => Copy(array.Bytes),
            JsArrayBuffer buffer => Copy(buffer.Bytes),
            ReadableStream => null,
            _ => body.IsNullish ? null : Encoding.UTF8.GetBytes(Conversions.ToText(body)),
        };
        if ((bytes is not null || body.Reference is ReadableStream) && method is "GET" or "HEAD")
        {
            if (bytes is null || bytes.Length > 0)
                throw Errors.Type("Request with GET/HEAD method cannot have body.");
        }

        if (body.IsString && headers.Find("content-type") is null)
            headers.Append("content-type", "text/plain;charset=UTF-8");
        var stream = body.Reference as ReadableStream;
        stream?.Lock();
        return new FetchRequest(uri, new HttpMethod(method), headers, bytes, stream)
        {
            Redirect = options?.Get("redirect") is { IsString: true } redirect ? redirect.AsString() : "follow",
            Signal = options?.Get("signal").Reference as AbortSignal,
        };
    }

    private byte[] Copy(ReadOnlySpan<byte> bytes)
    {
        _realm.Runtime.Charge(bytes.Length);
        return bytes.ToArray();
    }

    private async Task SendAsync(FetchRequest request, FetchCall call, JsPromise promise, Action abort)
    {
        Action settle;
        try
        {
            bool redirected = false;
            HttpResponseMessage response;
            for (int redirects = 0; ; redirects++)
            {
                RequireAllowed(request.Address);
                response = await SendOnceAsync(request, call.Token).ConfigureAwait(false);
                if (response.RequestMessage?.RequestUri is { } reached && reached != request.Address)
                    RequireAllowed(reached);
                if (request.Redirect == "manual" || Target(request, response) is not { } target)
                    break;
                response.Dispose();
                if (request.Redirect == "error")
                    throw Errors.Of($"the server redirects to {target}");
                if (redirects == MostRedirects)
                    throw Errors.Of("redirect count exceeded");
                request = request.Follow(target, response.StatusCode);
                redirected = true;
            }

            Stream body = Decode(response, await response.Content.ReadAsStreamAsync(call.Token).ConfigureAwait(false));
            FetchRequest last = request;
            settle = () =>
            {
                last.Signal?.Remove(abort);
                try
                {
                    promise.Resolve(Response(last, response, body, call, redirected));
                }
                catch (JsException exception)
                {
                    // Such as a header that a server may send and JavaScript may not have.
                    response.Dispose();
                    Fail(exception);
                }
            };
        }
        catch (Exception exception)
        {
            settle = () =>
            {
                request.Signal?.Remove(abort);
                Fail(exception);
            };
        }

        _realm.Loop.Complete(settle);

        void Fail(Exception exception)
        {
            JsValue failure = call.Failure(exception);
            call.End();
            promise.Reject(failure);
        }
    }

    private void RequireAllowed(Uri address)
    {
        if (!_hosts.Contains(address))
            throw Errors.Of($"the host {address.Authority} is not among those that the program may reach");
    }

    private async Task<HttpResponseMessage> SendOnceAsync(FetchRequest request, CancellationToken token)
    {
        using var message = new HttpRequestMessage(request.Method, request.Address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
            Content = request.Stream is { } stream ? new GuestContent(_realm, stream)
                : request.Body is { } bytes ? new ByteArrayContent(bytes) : null,
        };
        foreach ((string name, string value) in request.Headers.All)
        {
            if (OwnHeaders.Contains(name))
                continue;
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        if (!message.Headers.Contains("Accept-Encoding"))
            message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        return _client is HttpClient client
            ? await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false)
            : await _client.SendAsync(message, token).ConfigureAwait(false);
    }

    private static Uri? Target(FetchRequest request, HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
        && Uri.TryCreate(request.Address, location, out Uri? target) && target.Scheme is "http" or "https"
            ? target : null;

    // The header stays, and readers expect the bytes without it.
    private static Stream Decode(HttpResponseMessage response, Stream body)
    {
        foreach (string encoding in response.Content.Headers.ContentEncoding.Reverse())
        {
            body = encoding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
                "deflate" => new ZLibStream(body, CompressionMode.Decompress),
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                _ => body,
            };
        }

        return body;
    }

    private JsObject Response(FetchRequest request, HttpResponseMessage response, Stream body, FetchCall call, bool redirected)
    {
        var made = new JsObject(_responses);
        var headers = new HeaderList(_headers);
        foreach ((string name, IEnumerable<string> values) in response.Headers.NonValidated.Select(h => (h.Key, (IEnumerable<string>)h.Value))
            .Concat(response.Content.Headers.NonValidated.Select(h => (h.Key, (IEnumerable<string>)h.Value))))
        {
            foreach (string value in values)
                headers.Append(name, value.ReplaceLineEndings(" "));
        }

        made.Set("status", (int)response.StatusCode);
        made.Set("statusText", response.ReasonPhrase ?? "");
        made.Set("ok", response.IsSuccessStatusCode);
        made.Set("redirected", redirected);
        made.Set("type", "basic");
        made.Set("url", request.Address.AbsoluteUri);
        made.Set("headers", headers);
        bool isEmpty = request.Method == HttpMethod.Head
            || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified;
        if (isEmpty)
        {
            call.End();
            response.Dispose();
        }

        made.Set("body", isEmpty ? JsValue.Null : new ResponseStream(_realm, _streams, body, response, call));
        return made;
    }

    private void InstallResponse()
    {
        _realm.DefineClass("Response", _responses, 1, arguments =>
        {
            var made = new JsObject(_responses);
            var init = arguments.At(1).Reference as JsObject;
            JsValue status = init?.Get("status") ?? JsValue.Undefined;
            double code = status.IsUndefined ? 200 : Conversions.ToNumber(status);
            made.Set("status", code);
            made.Set("ok", code is >= 200 and <= 299);
            made.Set("headers", HeaderList.Create(_realm, _headers, init?.Get("headers") ?? JsValue.Undefined));
            made.Set("body", arguments.At(0).IsNullish ? JsValue.Null : arguments.At(0).Reference as ReadableStream ?? Stream(arguments.At(0)));
            return made;
        });
        Consume("arrayBuffer", bytes => _realm.CreateBytes(bytes).Buffer);
        Consume("bytes", bytes => _realm.CreateBytes(bytes));
        Consume("text", bytes => Text(bytes));
        Consume("json", bytes => JsonReader.Parse(_realm, Text(bytes)));
        _realm.DefineGetter(_responses, "bodyUsed", static thisValue =>
            thisValue.This<JsObject>().Get("body").Reference is ReadableStream { IsLocked: true });
    }

    private string Text(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        _realm.Runtime.ChargeText(Encoding.UTF8.GetCharCount(bytes));
        return Encoding.UTF8.GetString(bytes);
    }

    private GuestStream Stream(JsValue body)
    {
        JsObject source = _realm.CreateObject();
        JsTypedArray bytes = body.TryGetObject(out JsTypedArray? array)
            ? array : _realm.CreateBytes(Encoding.UTF8.GetBytes(Conversions.ToText(body)));
        _realm.Define(source, "start", 1, (_, arguments) =>
        {
            arguments.At(0).This<JsObject>().Call("enqueue", bytes);
            return arguments.At(0).This<JsObject>().Call("close");
        });
        var stream = new GuestStream(_realm, _streams, source);
        stream.Start();
        return stream;
    }

    private void Consume(string name, Func<byte[], JsValue> convert) => _realm.Define(_responses, name, 0, (thisValue, _) =>
    {
        JsPromise promise = _realm.CreatePromise();
        if (!thisValue.This<JsObject>().Get("body").TryGetObject(out ReadableStream? body))
        {
            Resolve(promise, convert, []);
            return promise;
        }

        if (body.IsLocked)
        {
            promise.Reject(Errors.Type("Body is unusable: Body has already been read").Value);
            return promise;
        }

        body.Lock();
        body.ReadAll(bytes => Resolve(promise, convert, bytes), promise.Reject);
        return promise;
    });

    private static void Resolve(JsPromise promise, Func<byte[], JsValue> convert, byte[] bytes)
    {
        try
        {
            promise.Resolve(convert(bytes));
        }
        catch (JsException exception)
        {
            promise.Reject(exception.Value);
        }
    }
}
