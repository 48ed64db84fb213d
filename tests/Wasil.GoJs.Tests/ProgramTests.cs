using System.Text;

namespace Wasil.GoJs.Tests;

/// <summary>Hosts that call into a Go program, and are called by it.</summary>
public class ProgramTests
{
    [Fact]
    public void A_library_stays_alive_between_calls()
    {
        using GoProgram program = Start("library");
        JsObject global = program.Realm.Global;
        Assert.Equal(1, global.Call("count").AsNumber());
        Assert.Equal(2, global.Call("count").AsNumber());
        Assert.Equal("LOUD ÄÖ", global.Call("upper", "loud äö").AsString());
        Assert.Null(program.ExitCode);
    }

    [Fact]
    public void A_promise_of_the_guests_is_awaited()
    {
        using GoProgram program = Start("library");
        JsValue promise = program.Realm.Global.Call("later", "text");
        Assert.IsType<JsPromise>(promise.AsObject());
        Assert.Equal("later text", program.Await(promise).AsString());
        Assert.Equal("at once", program.Await("at once").AsString());
    }

    [Fact]
    public void A_promise_that_nobody_settles_is_an_error()
    {
        using GoProgram program = Start("library");
        var failure = Assert.Throws<InvalidOperationException>(() => program.Await(program.Realm.Global.Call("never")));
        Assert.Contains("Nothing is left that could settle the promise", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, program.Realm.Global.Call("count").AsNumber());
    }

    [Fact]
    public void A_function_that_exits_ends_the_program()
    {
        using GoProgram program = Start("library");
        JsObject global = program.Realm.Global;
        var exit = Assert.Throws<WasmExitException>(() => global.Call("leave", 5));
        Assert.Equal(5, exit.ExitCode);
        Assert.Equal(5, program.ExitCode);
        var failure = Assert.Throws<JsException>(() => global.Call("count"));
        Assert.Contains("already exited", failure.Message, StringComparison.Ordinal);
        Assert.Equal(5, program.Run());
    }

    [Fact]
    public void A_panic_in_a_callback_ends_the_program()
    {
        var errors = new MemoryStream();
        using GoProgram program = Start("library", options => options.Stderr = errors);
        Assert.Equal(2, Assert.Throws<WasmExitException>(() => program.Realm.Global.Call("fail")).ExitCode);
        Assert.StartsWith("panic: in a callback\n", Encoding.UTF8.GetString(errors.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Callbacks_after_the_end_are_refused()
    {
        var output = new MemoryStream();
        using GoProgram program = GoProgram.Instantiate(
            GoGuest.Module(), WithOutput(GoGuest.Options("later"), output));
        Assert.Equal(0, program.Run());
        var failure = Assert.Throws<JsException>(() => program.Realm.Global.Call("kept"));
        Assert.Equal("Error: Go program has already exited", failure.Message);
        Assert.False(program.RunPending());
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void Guests_use_what_hosts_define()
    {
        var output = new MemoryStream();
        GoJsOptions options = WithOutput(GoGuest.Options("host"), output);
        var greeter = new Greeter();
        options.Configure = realm =>
        {
            realm.Global["hostAdd"] = realm.CreateFunction("hostAdd", (double a, int b) => a + b);
            realm.Global["hostJoin"] = realm.CreateFunction("hostJoin", (_, arguments) => $"{arguments[0]}-{arguments[1]}");
            realm.Global["hostFail"] = realm.CreateFunction(
                "hostFail", new Action<string>(why => throw new InvalidOperationException($"because {why}")));
            realm.Global["hostObject"] = realm.Wrap(greeter);
            realm.Global["hostSlow"] = realm.CreateFunction("hostSlow", async (int milliseconds) =>
            {
                if (milliseconds < 0)
                    throw new ArgumentException("too fast");
                await Task.Delay(milliseconds);
                return (JsValue)"slow";
            });
            realm.Global["hostBytes"] = realm.CreateFunction("hostBytes", (byte[] bytes) => bytes.Select(b => (byte)(b * 2)).ToArray());
        };
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), options);
        Assert.Equal(0, program.Run());
        Assert.Equal(
            """
            3.5 a-b
            host throws js.Error: JavaScript error: because why Error true
            hi, go go 1
            slow <nil>
            JavaScript error: too fast
            3 6

            """,
            Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal("go", greeter.Name);
    }

    [Fact]
    public void Functions_of_types_without_a_counterpart_are_refused()
    {
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), GoGuest.Options("hello"));
        Assert.Throws<ArgumentException>(() => program.Realm.CreateFunction("f", (DateTime time) => 1));
        Assert.Throws<ArgumentException>(() => program.Realm.CreateFunction("f", () => new Uri("http://localhost")));
    }

    [Fact]
    public void A_program_is_started_once()
    {
        using GoProgram program = Start("library");
        Assert.Throws<InvalidOperationException>(() => program.Start());
    }

    [Fact]
    public void Instances_share_nothing()
    {
        using GoProgram first = Start("library"), second = Start("library");
        Assert.Equal(1, first.Realm.Global.Call("count").AsNumber());
        Assert.Equal(1, second.Realm.Global.Call("count").AsNumber());
        Assert.True(second.Realm.Global["notThere"].IsUndefined);
    }

    [Fact]
    public void The_global_object_has_both_of_its_names()
    {
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), GoGuest.Options("hello"));
        Assert.Same(program.Realm.Global, program.Realm.Global["globalThis"].AsObject());
        Assert.Same(program.Realm.Global, program.Realm.Global["global"].AsObject());
    }

    private static GoProgram Start(string part, Action<GoJsOptions>? change = null)
    {
        GoJsOptions options = GoGuest.Options(part);
        change?.Invoke(options);
        GoProgram program = GoProgram.Instantiate(GoGuest.Module(), options);
        Assert.True(program.Start());
        return program;
    }

    private static GoJsOptions WithOutput(GoJsOptions options, Stream output)
    {
        options.Stdout = output;
        return options;
    }

    private sealed class Greeter
    {
        public string Name { get; set; } = "";

        public int Calls { get; private set; }

        public string Greet(string greeting)
        {
            Calls++;
            return $"{greeting}, {Name}";
        }
    }
}
