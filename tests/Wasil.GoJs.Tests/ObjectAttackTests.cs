using System.Text;

namespace Wasil.GoJs.Tests;

/// <summary>
/// What a guest can do with JavaScript's objects alone, done by the host in its place: take the host's memory, its time or its stack,
/// or have an exception of .NET's come out. Little memory is allowed, so what is not counted would show as a test that passes the limit.
/// </summary>
[Collection("Memory of the process")]
public sealed class ObjectAttackTests : IDisposable
{
    private const int Megabyte = 1 << 20;

    private readonly CancellationTokenSource _end = new();
    private readonly GoProgram _program;

    public ObjectAttackTests()
    {
        GoJsOptions options = GoGuest.Options("library");
        options.MaxHeapBytes = 16 * Megabyte;
        options.Stdout = Stream.Null;
        _program = GoProgram.Instantiate(GoGuest.Module(), options);
        Assert.True(_program.Start(_end.Token));
    }

    private JsRealm Realm => _program.Realm;

    private JsObject Global => Realm.Global;

    public void Dispose()
    {
        _program.Dispose();
        _end.Dispose();
    }

    // Time.
    [Theory]
    [InlineData("find")]
    [InlineData("findIndex")]
    [InlineData("reduce")]
    public void Four_billion_holes_come_to_an_end(string function)
    {
        JsObject sparse = New("Array", (double)uint.MaxValue);
        Assert.Equal(3, CallsUntilTheEnd(callback => sparse.Call(function, callback)));

        // And with a function that is the host's itself.
        _end.CancelAfter(TimeSpan.FromMilliseconds(50));
        RequireEnd(() => sparse.Call(function, Global["Object"].AsObject()["isFrozen"]));
    }

    [Theory]
    [InlineData("forEach")]
    [InlineData("map")]
    [InlineData("filter")]
    [InlineData("some")]
    [InlineData("every")]
    [InlineData("find")]
    [InlineData("reduce")]
    [InlineData("sort")]
    public void Elements_come_to_an_end(string function)
    {
        JsObject array = Realm.CreateArray([.. Enumerable.Range(0, 1000).Select(i => (JsValue)i)]);
        JsValue answer = function is "every" or "filter";
        Assert.Equal(3, CallsUntilTheEnd(callback => array.Call(function, callback), answer));
    }

    [Fact]
    public void Collections_and_iterators_come_to_an_end()
    {
        // An iterator that never ends, though nothing of it is the guest's own code.
        JsObject type = Global["Object"].AsObject();
        JsObject iterator = Realm.CreateObject(), endless = Realm.CreateObject();
        iterator["next"] = type["create"].AsObject().Call("bind", default, Realm.CreateObject());
        Global["Reflect"].AsObject().Call(
            "set", endless, Global["Symbol"].AsObject()["iterator"], type["assign"].AsObject().Call("bind", default, iterator));
        JsObject from = Global["Array"].AsObject();
        Fails(() => from.Call("from", endless));

        JsObject set = New("Set", Realm.CreateArray(1, 2, 3, 4, 5));
        Assert.Equal(3, CallsUntilTheEnd(callback => set.Call("forEach", callback)));
        RequireEnd(() => from.Call("from", endless));
    }

    [Fact]
    public void Functions_that_call_each_other_twice_come_to_an_end()
    {
        JsObject twice = Realm.CreateArray(1, 1);
        JsValue each = twice["forEach"];
        JsValue function = Global["Object"].AsObject()["isFrozen"];
        for (int i = 0; i < 60; i++)
            function = each.AsObject().Call("bind", twice, function);
        _end.CancelAfter(TimeSpan.FromMilliseconds(100));
        RequireEnd(() => function.AsFunction().Invoke());
    }

    [Fact]
    public void Lists_that_grow_while_they_are_gone_through_come_to_an_end()
    {
        JsObject array = Realm.CreateArray(1);
        Fails(() => array.Call("forEach", array["push"].AsObject().Call("bind", array)));
        JsObject set = New("Set", Realm.CreateArray(1));
        JsValue add = Realm.CreateFunction("add", (_, _) => set.Call("add", Realm.CreateObject()));
        Fails(() => set.Call("forEach", add));
    }

    // Memory.
    [Fact]
    public void Holes_count() => Hoard(i =>
    {
        JsObject array = New("Array");
        Global["Reflect"].AsObject().Call("set", array, "1000000", 1);
        return array;
    });

    [Fact]
    public void Names_of_bound_functions_count()
    {
        JsObject function = Realm.CreateFunction("f", (_, _) => default);
        JsObject descriptor = Realm.CreateObject();
        descriptor["value"] = new string('n', Megabyte / 4);
        Global["Object"].AsObject().Call("defineProperty", function, "name", descriptor);
        Hoard(_ => function.Call("bind"));
    }

    [Fact]
    public void Symbols_count() => Hoard(_ => Global["Symbol"].AsFunction().Invoke(Text(Megabyte)));

    [Fact]
    public void Shared_symbols_count() => Fails(() =>
    {
        for (int i = 0; i < 1000; i++)
            Global["Symbol"].AsObject().Call("for", Text(Megabyte + i));
    });

    [Fact]
    public void What_hangs_on_a_prototype_counts()
    {
        JsObject prototype = Global["Array"].AsObject()["prototype"].AsObject();
        Global.Delete("Array");
        Fails(() =>
        {
            for (int i = 0; i < 1000; i++)
                prototype[$"p{i}"] = Bytes(Megabyte);
        });
    }

    [Theory]
    [InlineData("all")]
    [InlineData("allSettled")]
    [InlineData("any")]
    public void What_a_promise_waits_with_counts(string function)
    {
        JsObject type = Global["Promise"].AsObject();
        JsValue never = Realm.CreatePromise();
        Global["never"] = never;
        Fails(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                JsValue settled = type.Call(function == "any" ? "reject" : "resolve", Bytes(Megabyte));
                Global[$"kept{i}"] = type.Call(function, Realm.CreateArray(settled, never));
                _program.RunPending(_end.Token);
            }
        });
    }

    [Fact]
    public void What_follows_a_promise_counts()
    {
        // The promises that follow are only to be found from the one that is never settled.
        JsPromise never = Realm.CreatePromise();
        Global["never"] = never;
        Fails(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                JsPromise follower = Realm.CreatePromise();
                follower.Call("then", Realm.CreateFunction("f", (_, _) => default).Call("bind", default, Bytes(Megabyte)));
                follower.Resolve(never);
            }
        });
    }

    [Fact]
    public void Texts_that_functions_make_count()
    {
        JsObject error = New("Error", new string('e', Megabyte));
        JsObject many = Realm.CreateArray([.. Enumerable.Repeat((JsValue)error, 1000)]);
        Fails(() => many.Call("map", Global["String"]));
        JsObject decoder = New("TextDecoder");
        JsValue decode = decoder["decode"].AsObject().Call("bind", decoder);
        JsObject bytes = Realm.CreateArray([.. Enumerable.Repeat((JsValue)Bytes(Megabyte), 1000)]);
        Fails(() => bytes.Call("map", decode));
    }

    [Theory]
    [InlineData("btoa")]
    [InlineData("encodeURIComponent")]
    [InlineData("decodeURIComponent")]
    public void Encoded_texts_count(string function)
    {
        JsValue encode = Global[function].AsObject().Call("bind", default, string.Concat(Enumerable.Repeat("%41", Megabyte / 3)));
        JsObject many = Realm.CreateArray([.. Enumerable.Repeat((JsValue)1, 1000)]);
        Fails(() => many.Call("map", encode));
    }

    [Fact]
    public void Messages_are_cut()
    {
        string large = new('m', Megabyte);
        var failure = Assert.Throws<JsException>(() => Global["Object"].AsObject().Call("setPrototypeOf", Realm.CreateObject(), large));
        Assert.True(failure.Message.Length < 5000);
        failure = Assert.Throws<JsException>(() => Global["Reflect"].AsObject().Call("apply", large));
        Assert.True(failure.Value.AsObject()["message"].AsString().Length < 5000);
        failure = new JsException(large);
        Assert.True(failure.Message.Length < 5000 && failure.Value.AsString() == large);
    }

    [Fact]
    public void What_nested_calls_work_on_counts()
    {
        // Each sorts the same array, and the sorting of each waits for that of the next.
        JsObject array = Realm.CreateArray([.. Enumerable.Range(0, 50_000).Select(i => (JsValue)i)]);
        JsValue compare = Global["Object"].AsObject()["isFrozen"];
        for (int i = 0; i < 1000; i++)
            compare = array["sort"].AsObject().Call("bind", array, compare);
        Fails(() => compare.AsFunction().Invoke());
    }

    [Fact]
    public void Texts_that_nested_calls_wait_with_count()
    {
        // Each has one text made, and keeps it while the next has another made.
        JsValue decode = New("TextDecoder")["decode"].AsObject().Call("bind", default, Bytes(Megabyte));
        JsValue next = decode;
        for (int i = 0; i < 200; i++)
        {
            JsObject name = Realm.CreateObject(), message = Realm.CreateObject(), error = Realm.CreateObject();
            name["toString"] = decode;
            message["toString"] = next;
            error["name"] = name;
            error["message"] = message;
            next = Global["Error"].AsObject()["prototype"].AsObject()["toString"].AsObject().Call("bind", error);
        }

        Fails(() => next.AsFunction().Invoke());
    }

    [Fact]
    public void Chains_of_bound_functions_are_none()
    {
        JsValue function = Realm.CreateFunction("count", (_, arguments) => arguments.Length);
        for (int i = 0; i < 100; i++)
            function = function.AsObject().Call("bind", i, i);
        Assert.Equal(101, function.AsFunction().Invoke(1).AsNumber());
        JsValue[] many = [.. Enumerable.Repeat((JsValue)1, 40_000)];
        function = function.AsObject().Call("bind", [default, .. many]);
        Assert.Contains(
            "Too many arguments",
            Assert.Throws<JsException>(() => function.AsObject().Call("bind", [default, .. many])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_counts()
    {
        JsValue list = Realm.CreateArray(1);
        for (int i = 0; i < 60; i++)
            list = Realm.CreateArray(list, list);
        Fails(() => Global["JSON"].AsObject().Call("stringify", list));
        string text = "[" + string.Join(',', Enumerable.Repeat("[]", 200_000)) + "]";
        Fails(() => Global["JSON"].AsObject().Call("parse", text));
        JsObject sparse = New("Array", (double)uint.MaxValue);
        Fails(() => Global["JSON"].AsObject().Call("stringify", sparse));
    }

    [Fact]
    public void Json_of_one_object_many_times_does_not_count_its_names_each_time()
    {
        JsObject target = Realm.CreateObject();
        for (int i = 0; i < 100; i++)
            target[$"p{i}"] = 1;
        JsObject many = Realm.CreateArray([.. Enumerable.Repeat((JsValue)target, 1000)]);
        Assert.Equal(792_001, Global["JSON"].AsObject().Call("stringify", many).AsString().Length);
    }

    [Fact]
    public void Typed_arrays_count_when_they_become_larger()
    {
        JsObject bytes = New("Uint8Array", 8 * Megabyte);
        Fails(() => New("Float64Array", bytes));
        Fails(() => Global["Object"].AsObject().Call("keys", bytes));
        Fails(() => Global["Reflect"].AsObject().Call("ownKeys", bytes));
        Fails(() => Global["Array"].AsObject().Call("from", bytes));
        Fails(() => bytes.Call("join"));
        Fails(() => Global["Math"].AsObject()["max"].AsObject().Call("apply", default, bytes));
    }

    [Fact]
    public void The_console_counts()
    {
        JsValue list = new string('c', Megabyte);
        for (int i = 0; i < 3; i++)
            list = Realm.CreateArray([.. Enumerable.Repeat(list, 100)]);
        Fails(() => Global["console"].AsObject().Call("log", list));
    }

    // Stack.
    [Fact]
    public void Deep_json_ends_with_an_error()
    {
        RangeError(() => Global["JSON"].AsObject().Call("parse", new string('[', Megabyte)));
        JsObject json = Global["JSON"].AsObject();

        // Lists as deep as they may be, and in the innermost something that has another such list written.
        JsValue inner = 1;
        for (int i = 0; i < 200; i++)
        {
            JsObject holder = Realm.CreateObject();
            holder["toJSON"] = json["stringify"].AsObject().Call("bind", default, inner);
            inner = holder;
            for (int j = 0; j < 400; j++)
                inner = Realm.CreateArray(inner);
        }

        RangeError(() => json.Call("stringify", inner));
    }

    [Fact]
    public void Deep_conversions_end_with_an_error()
    {
        JsObject reflect = Global["Reflect"].AsObject();
        foreach ((string conversion, string type) in ((string, string)[])[("toString", "String"), ("valueOf", "Number")])
        {
            JsObject target = Realm.CreateObject();
            target[conversion] = Global[type].AsObject().Call("bind", default, target);
            RangeError(() => Global[type].AsFunction().Invoke(target));
        }

        // A getter that gets the property that it is for.
        JsObject self = Realm.CreateObject(), descriptor = Realm.CreateObject();
        descriptor["get"] = reflect["get"].AsObject().Call("bind", default, self, "x");
        Global["Object"].AsObject().Call("defineProperty", self, "x", descriptor);
        RangeError(() => reflect.Call("get", self, "x"));
    }

    [Fact]
    public void Long_chains_of_promises_take_no_stack()
    {
        JsValue promise = Global["Promise"].AsObject().Call("resolve", 1);
        for (int i = 0; i < 20_000; i++)
            promise = promise.AsObject().Call("then", Global["Number"]);
        Assert.Equal(1, _program.Await(promise, _end.Token).AsNumber());

        // A promise that follows one that follows one.
        JsPromise last = Realm.CreatePromise();
        promise = last;
        for (int i = 0; i < 20_000; i++)
        {
            JsPromise next = Realm.CreatePromise();
            next.Resolve(promise);
            promise = next;
        }

        last.Resolve(2);
        Assert.Equal(2, _program.Await(promise, _end.Token).AsNumber());
    }

    // Exceptions of .NET's.
    [Fact]
    public void What_a_comparison_throws_comes_out_of_sorting()
    {
        JsObject array = Realm.CreateArray([.. Enumerable.Range(0, 1000).Select(i => (JsValue)(i * 7919 % 1000))]);
        Assert.Equal("no", Assert.Throws<JsException>(() => array.Call(
            "sort", Realm.CreateFunction("throws", (_, _) => throw new JsException("no")))).Message);
        array.Call("sort", Realm.CreateFunction("contradicts", (_, _) => 1));
        array.Call("sort", Realm.CreateFunction("none", (_, _) => double.NaN));
        array.Call("sort", Realm.CreateFunction("order", (_, arguments) => arguments[0].AsNumber() - arguments[1].AsNumber()));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (double)i), ((JsArray)array).Elements.ToArray().Select(value => value.AsNumber()));
        Assert.Equal("1,10,2,,", Realm.CreateArray(10, default, 2, 1, default).Call("sort").AsObject().Call("join").AsString());
    }

    [Fact]
    public void Arguments_that_change_the_array_do_no_harm()
    {
        foreach (string function in (string[])["splice", "slice", "fill", "indexOf", "lastIndexOf"])
        {
            JsObject array = Realm.CreateArray(1, 2, 3, 4, 5), argument = Realm.CreateObject();
            argument["valueOf"] = Realm.CreateFunction("valueOf", (_, _) =>
            {
                array["length"] = 0;
                return 3;
            });
            array.Call(function, argument, argument);
            Assert.Equal(0, array["length"].AsNumber());
        }
    }

    [Theory]
    [InlineData("\"\\u0041\\n\\/\\\\\"", "A\n/\\")]
    [InlineData("\"\n\"", null)]
    [InlineData("\"\\u12\"", null)]
    [InlineData("\"\\x\"", null)]
    [InlineData("\"\\", null)]
    [InlineData("\"", null)]
    [InlineData("{\"a\" 1}", null)]
    [InlineData("{\"a\":1,}", null)]
    [InlineData("[1,]", null)]
    [InlineData("[1", null)]
    [InlineData("01", null)]
    [InlineData("-", null)]
    [InlineData("1.", null)]
    [InlineData("1e", null)]
    [InlineData("nul", null)]
    [InlineData("1 2", null)]
    [InlineData("", null)]
    public void Json_is_read_or_refused(string text, string? expected)
    {
        JsObject json = Global["JSON"].AsObject();
        if (expected is not null)
            Assert.Equal(expected, json.Call("parse", text).AsString());
        else
            Assert.StartsWith("SyntaxError", Assert.Throws<JsException>(() => json.Call("parse", text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_what_it_was_after_reading_and_writing()
    {
        const string text = """{"a":[1,-0.5,1e+21,true,false,null,"x\"\\\n"],"b":{"__proto__":1},"1":{}}""";
        const string sorted = """{"1":{},"a":[1,-0.5,1e+21,true,false,null,"x\"\\\n"],"b":{"__proto__":1}}""";
        JsObject json = Global["JSON"].AsObject();
        Assert.Equal(sorted, json.Call("stringify", json.Call("parse", " " + text + "\r\n\t")).AsString());
        Assert.Equal("\ud800", json.Call("parse", "\"\\ud800\"").AsString());
        Assert.Throws<JsException>(() => json.Call("parse", "\ud800"));
        Assert.Equal(2, json.Call("parse", """{"a":1,"a":2}""").AsObject()["a"].AsNumber());
        Assert.Equal(double.PositiveInfinity, json.Call("parse", "1e999").AsNumber());
        JsValue reviver = Realm.CreateFunction("reviver", (_, arguments) =>
            arguments[0].AsString() == "b" ? default : arguments[1].IsNumber ? arguments[1].AsNumber() * 2 : arguments[1]);
        Assert.Equal(
            """{"1":{},"a":[2,-1,2e+21,true,false,null,"x\"\\\n"]}""",
            json.Call("stringify", json.Call("parse", text, reviver)).AsString());
    }

    [Fact]
    public void Buffers_with_elements_are_not_frozen()
    {
        JsObject type = Global["Object"].AsObject();
        Assert.Throws<JsException>(() => type.Call("freeze", New("Uint8Array", Megabyte)));
        Assert.False(type.Call("isFrozen", New("Uint8Array", Megabyte)).AsBoolean());
        Assert.True(type.Call("isFrozen", type.Call("freeze", New("Uint8Array", 0))).AsBoolean());
    }

    [Fact]
    public void Numbers_move_within_a_buffer_and_fill_it()
    {
        JsObject words = New("Uint16Array", 4), bytes = New("Uint8Array", words["buffer"]);
        words.Call("fill", 0x0102);
        words.Call("set", bytes.Call("subarray", 0, 4));
        Assert.Equal("2,1,2,1", words.Call("join").AsString());
        Assert.Equal("1.5,7,7,1.5", New("Float64Array", Realm.CreateArray(1.5, 1.5, 1.5, 1.5)).Call("fill", 7, 1, 3).AsObject().Call("join").AsString());
        Assert.Equal("255,0,1", New("Uint8Array", New("Float64Array", Realm.CreateArray(-1, 256, 1.9))).Call("join").AsString());
    }

    [Fact]
    public void Paths_have_a_longest_length()
    {
        JsValue code = default;
        Global["fs"].AsObject().Call("stat", new string('p', 4097), Realm.CreateFunction("done", (_, arguments) => code = arguments[0].AsObject()["code"]));
        _program.RunPending(_end.Token);
        Assert.Equal("ENAMETOOLONG", code.AsString());
        JsObject path = Global["path"].AsObject();
        Fails(() => path.Call("resolve", new string('/', Megabyte)));
        Fails(() => path.Call("join", new string('/', Megabyte)));
    }

    [Fact]
    public void Reads_of_the_input_that_wait_are_limited()
    {
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream();
        using var input = new System.IO.Pipes.AnonymousPipeClientStream(pipe.GetClientHandleAsString());
        GoJsOptions options = GoGuest.Options("library");
        options.Stdin = input;
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), options);
        Assert.True(program.Start());
        var codes = new List<string>();
        JsFunction done = program.Realm.CreateFunction("done", (_, arguments) =>
        {
            codes.Add(arguments[0].IsNull ? "" : arguments[0].AsObject()["code"].AsString());
            return default;
        });
        JsObject bytes = program.Realm.CreateBytes(new byte[1]);
        for (int i = 0; i < 1001; i++)
            program.Realm.Global["fs"].AsObject().Call("read", 0, bytes, 0, 1, JsValue.Null, done);
        program.RunPending();
        Assert.Equal(["EAGAIN"], codes);
        pipe.Dispose();
        Assert.True(SpinWait.SpinUntil(() => program.RunPending() && codes.Count == 1001, TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void Base64_comes_back()
    {
        foreach (string text in (string[])["", "a", "ab", "abc", "\u0000\u00ff"])
            Assert.Equal(text, Global["atob"].AsFunction().Invoke(Global["btoa"].AsFunction().Invoke(text)).AsString());
        Assert.Equal("ab", Global["atob"].AsFunction().Invoke(" Y\nW\fI ").AsString());
        Assert.Throws<JsException>(() => Global["btoa"].AsFunction().Invoke("\u0100"));
        Assert.Throws<JsException>(() => Global["atob"].AsFunction().Invoke("a"));
        Assert.Equal("a%20%C3%BC%F0%9F%98%80", Global["encodeURIComponent"].AsFunction().Invoke("a ü😀").AsString());
    }

    [Fact]
    public void Random_values_come_to_an_end()
    {
        int parts = 0;
        using var end = new CancellationTokenSource();
        GoJsOptions options = GoGuest.Options("library");
        bool counts = false;
        options.Random = bytes =>
        {
            bytes.Fill(1);
            if (!counts)
                return;
            parts++;
            end.Cancel();
        };
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), options);
        Assert.True(program.Start(end.Token));
        counts = true;
        Assert.ThrowsAny<OperationCanceledException>(() => program.Realm.Global["crypto"].AsObject().Call(
            "getRandomValues", program.Realm.CreateBytes(new byte[10 * Megabyte])));
        Assert.Equal(1, parts);
    }

    private JsObject New(string type, params ReadOnlySpan<JsValue> arguments) => Global[type].AsFunction().Construct(arguments);

    // As a guest gets text: what the host makes and hands over is the host's until then.
    private JsValue Text(int count)
    {
        JsObject decoder = New("TextDecoder");
        return decoder.Call("decode", Bytes(count));
    }

    private JsTypedArray Bytes(int count) => Realm.CreateBytes(new byte[count]);

    /// <summary>Keeps what a function makes, until the guest keeps too much.</summary>
    private void Hoard(Func<int, JsValue> make)
    {
        JsArray kept = Realm.CreateArray();
        Global["kept"] = kept;
        Fails(() =>
        {
            for (int i = 0; i < 1000; i++)
                kept.Add(make(i));
        });
    }

    private static void Fails(Action action) => Assert.Contains(
        "the limit of GoJsOptions.MaxHeapBytes", Assert.Throws<TrapException>(action).Message, StringComparison.Ordinal);

    private static void RangeError(Action action) => Assert.Equal(
        "RangeError: Maximum call stack size exceeded", Assert.Throws<JsException>(action).Message);

    private static void RequireEnd(Action action) => Assert.ThrowsAny<OperationCanceledException>(action);

    /// <summary>Has the guest end while a function is called for the third time.</summary>
    private int CallsUntilTheEnd(Action<JsValue> call, JsValue answer = default)
    {
        int calls = 0;
        RequireEnd(() => call(Realm.CreateFunction("callback", (_, _) =>
        {
            if (++calls == 3)
                _end.Cancel();
            return answer;
        })));
        return calls;
    }
}
