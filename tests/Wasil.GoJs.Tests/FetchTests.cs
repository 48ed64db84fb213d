namespace Wasil.GoJs.Tests;

/// <summary><c>fetch</c> against a server on loopback, by guests and by hosts that act as one.</summary>
[Collection("Memory of the process")]
public class FetchTests(HttpServer server) : IClassFixture<HttpServer>
{
    [Fact]
    public void Without_allowed_hosts_there_is_no_fetch() => Assert.Equal("no fetch\n", GoGuest.Run("fetch").Output);

    [Fact]
    public void A_guest_posts_and_reads_the_answer()
    {
        GoJsOptions options = GoGuest.Options("fetch", server.Address + "/post");
        options.AllowedHosts.Add(server.Host);
        (int code, string output, string errors) = GoGuest.Run(GoGuest.Module(), options);
        Assert.Equal((0, "200 yes 14 go <nil>\n", ""), (code, output, errors));
    }

    [Theory]
    [InlineData("http://refused.example/", "the host refused.example is not among those that the program may reach")]
    [InlineData("http://127.0.0.1:1/", "the host 127.0.0.1:1 is not among")]
    [InlineData("{0}/away", "the host refused.example is not among")]
    [InlineData("{0}/circle", "redirect count exceeded")]
    [InlineData("file:///etc/passwd", "an absolute one with http or https is needed")]
    public void What_is_not_allowed_is_named(string address, string expected)
    {
        using GoProgram program = Start();
        var failure = Assert.Throws<JsException>(() => Fetch(program, string.Format(null, address, server.Address)));
        JsObject error = failure.Value.AsObject();
        Assert.Equal("TypeError", Assert.IsType<JsError>(error).Name);
        string text = error.Get("cause").IsUndefined ? failure.Message : error.Get("cause").ToString();
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_requests_run_sixty_four_at_once()
    {
        using GoProgram program = Start();
        int good = 0, next = 0, ended = 0;
        void Begin()
        {
            if (next == 1000)
                return;
            string query = $"n={next++}";
            ((JsPromise)program.Realm.Global.Call("fetch", $"{server.Address}/echo?{query}").AsObject()).Then(
                response => ((JsPromise)response.AsObject().Call("text").AsObject()).Then(
                    text =>
                    {
                        ended++;
                        good += text.AsString() == query ? 1 : 0;
                        Begin();
                    },
                    _ => ended++),
                _ => ended++);
        }

        for (int i = 0; i < 64; i++)
            Begin();
        while (ended < 1000)
        {
            Assert.True(program.RunPending());
            Thread.Yield();
        }

        Assert.Equal(1000, good);
    }

    [Fact]
    public void A_large_body_takes_no_more_room_than_a_small_one()
    {
        using GoProgram program = Start();
        JsObject reader = Fetch(program, server.Address + "/large?megabytes=100").Get("body").AsObject().Call("getReader").AsObject();
        long total = 0, most = 0, before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; ; i++)
        {
            JsObject step = program.Await(reader.Call("read")).AsObject();
            if (step.Get("done").AsBoolean())
                break;
            total += step.Get("value").AsObject().Get("byteLength").AsNumber() is var length ? (long)length : 0;
            if (i % 256 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(100L << 20, total);
        Assert.True(most < 30 << 20, $"{most:N0} bytes were kept");
    }

    [Fact]
    public void A_guest_streams_a_body_to_the_server()
    {
        using GoProgram program = Start();
        JsRealm realm = program.Realm;
        int left = 50;
        JsObject source = realm.CreateObject();
        source["pull"] = realm.CreateFunction("pull", (_, arguments) =>
        {
            JsObject controller = arguments[0].AsObject();
            return left-- > 0 ? controller.Call("enqueue", realm.CreateBytes(new byte[1000])) : controller.Call("close");
        });
        JsObject options = realm.CreateObject();
        options["method"] = "POST";
        options["duplex"] = "half";
        options["body"] = realm.Global["ReadableStream"].AsFunction().Construct(source);
        JsObject response = program.Await(realm.Global.Call("fetch", server.Address + "/post", options)).AsObject();
        Assert.Equal("50000 ", program.Await(response.Call("text")).AsString());
    }

    [Theory]
    [InlineData("/never")]
    [InlineData("/endless")]
    public void An_aborted_request_ends_on_both_sides(string path)
    {
        using GoProgram program = Start();
        JsRealm realm = program.Realm;
        int before = server.Aborted;
        JsObject controller = realm.Global["AbortController"].AsFunction().Construct();
        JsObject options = realm.CreateObject();
        options["signal"] = controller["signal"];
        JsValue promise = realm.Global.Call("fetch", server.Address + path, options);
        if (path == "/endless")
        {
            JsObject reader = program.Await(promise).AsObject().Get("body").AsObject().Call("getReader").AsObject();
            Assert.False(program.Await(reader.Call("read")).AsObject().Get("done").AsBoolean());
            controller.Call("abort");
            void ReadOn()
            {
                while (true)
                    program.Await(reader.Call("read"));
            }

            Assert.StartsWith("AbortError", Assert.Throws<JsException>(ReadOn).Message, StringComparison.Ordinal);
        }
        else
        {
            program.RunPending();
            controller.Call("abort");
            Assert.StartsWith("AbortError", Assert.Throws<JsException>(() => program.Await(promise)).Message, StringComparison.Ordinal);
        }

        Assert.True(SpinWait.SpinUntil(() => path == "/never" || server.Aborted > before, TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void Compressed_bodies_are_unpacked()
    {
        using GoProgram program = Start();
        JsObject response = Fetch(program, server.Address + "/gzip");
        Assert.Equal("gzip", response.Get("headers").AsObject().Call("get", "Content-Encoding").AsString());
        Assert.Equal("unpacked", program.Await(response.Call("text")).AsString());
    }

    [Fact]
    public void Redirects_are_followed_or_shown()
    {
        using GoProgram program = Start();
        JsObject followed = Fetch(program, server.Address + "/redirect");
        Assert.True(followed.Get("redirected").AsBoolean());
        Assert.Equal(server.Address + "/echo?redirected", followed.Get("url").AsString());
        JsObject options = program.Realm.CreateObject();
        options["redirect"] = "manual";
        Assert.Equal(302, program.Await(program.Realm.Global.Call("fetch", server.Address + "/redirect", options))
            .AsObject().Get("status").AsNumber());
        options["redirect"] = "error";
        Assert.Throws<JsException>(() => program.Await(program.Realm.Global.Call("fetch", server.Address + "/redirect", options)));
    }

    [Fact]
    public void Headers_cannot_smuggle_others()
    {
        using GoProgram program = Start();
        JsObject headers = program.Realm.Global["Headers"].AsFunction().Construct();
        Assert.Throws<JsException>(() => headers.Call("append", "x", "a\r\nEvil: yes"));
        Assert.Throws<JsException>(() => headers.Call("append", "x y", "a"));
    }

    [Fact]
    public void Calls_under_way_are_limited()
    {
        using var client = new HttpMessageInvoker(new NeverHandler());
        GoJsOptions options = GoGuest.Options("library");
        options.AllowedHosts.Add("*");
        options.HttpClient = client;
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), options);
        Assert.True(program.Start());
        JsObject controller = program.Realm.Global["AbortController"].AsFunction().Construct(), init = program.Realm.CreateObject();
        init["signal"] = controller["signal"];
        JsValue[] calls = [.. Enumerable.Range(0, 1024).Select(_ => program.Realm.Global.Call("fetch", "http://example.org/", init))];
        Assert.Contains(
            "more than 1,024 calls of fetch",
            Assert.Throws<JsException>(() => program.Await(program.Realm.Global.Call("fetch", "http://example.org/"))).Message,
            StringComparison.Ordinal);
        controller.Call("abort");
        foreach (JsValue call in calls)
            Assert.Throws<JsException>(() => program.Await(call));
        Assert.True(SpinWait.SpinUntil(
            () => program.RunPending() && !((JsPromise)program.Realm.Global.Call("fetch", "http://example.org/").AsObject()).IsSettled,
            TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void Bodies_that_wait_to_be_sent_count_as_memory()
    {
        using var client = new HttpMessageInvoker(new NeverHandler());
        GoJsOptions options = GoGuest.Options("library");
        options.AllowedHosts.Add("*");
        options.HttpClient = client;
        options.MaxHeapBytes = 16 << 20;
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), options);
        Assert.True(program.Start());
        var trap = Assert.Throws<TrapException>(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                JsObject init = program.Realm.CreateObject();
                init["method"] = "POST";
                init["body"] = program.Realm.CreateBytes(new byte[1 << 20]);
                program.Realm.Global.Call("fetch", "http://example.org/", init);
            }
        });
        Assert.Contains("MaxHeapBytes", trap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_guest_did_to_json_does_not_matter()
    {
        using GoProgram program = Start();
        JsObject response = Fetch(program, server.Address + "/echo?x");
        program.Realm.Global["JSON"] = 5;
        Assert.Throws<JsException>(() => program.Await(response.Call("json")));
        response = program.Realm.Global["Response"].AsFunction().Construct("[1,2]");
        Assert.Equal(2, program.Await(response.Call("json")).AsObject()["length"].AsNumber());
    }

    [Theory]
    [InlineData("no host")]
    [InlineData("host:port")]
    [InlineData("*.")]
    public void What_is_no_host_cannot_be_allowed(string host)
    {
        var options = new GoJsOptions();
        options.AllowedHosts.Add(host);
        Assert.Throws<ArgumentException>(() => new WasmImports().AddGoJs(options));
    }

    [Fact]
    public void The_client_of_net_http_works()
    {
        foreach (GoCompiler compiler in GoCompiler.All())
        {
            var options = new GoJsOptions { Args = ["http", server.Address] };
            options.AllowedHosts.Add(server.Host);
            (int code, string output, string errors) = GoGuest.Run(GoGuest.Engine.Compile(compiler.Build("http")), options);
            Assert.Equal("", errors);
            string[] lines = output.Split('\n');
            Assert.Equal("many: 1000", lines[0]);
            Assert.StartsWith("large: 104857600 <nil>", lines[1], StringComparison.Ordinal);
            Assert.Equal("post: 200 100000 go, wasm yes [a, b]", lines[2]);
            Assert.StartsWith("redirect: redirected ", lines[3], StringComparison.Ordinal);
            Assert.Equal("cancelled: context canceled true", lines[4]);
            Assert.Equal("timeout: true", lines[5]);
            Assert.Contains("refused.example", lines[6], StringComparison.Ordinal);
            Assert.Equal(0, code);
        }
    }

    private GoProgram Start()
    {
        GoJsOptions options = GoGuest.Options("library");
        options.AllowedHosts.Add(server.Host);
        GoProgram program = GoProgram.Instantiate(GoGuest.Module(), options);
        Assert.True(program.Start());
        return program;
    }

    private static JsObject Fetch(GoProgram program, string address) =>
        program.Await(program.Realm.Global.Call("fetch", address)).AsObject();

    private sealed class NeverHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
