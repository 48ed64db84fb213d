namespace Wasil.Tests.Api;

/// <summary>A token ends a guest wherever it is, and says what becomes of its instance.</summary>
public class CancellationTests
{
    private const string Guest = """
        (module
          (import "env" "wait" (func $wait))
          (import "env" "call" (func $call))
          (table 1 funcref) (elem (i32.const 0) $mutual)
          (func (export "spin") (loop $again (br $again)))
          (func (export "spin_inside") (loop $out (block $in (loop $again (br_if $again (i32.const 1)))) (br $out)))
          (func (export "count") (param i32) (result i32) (local $n i32)
            (loop $again
              (local.set $n (i32.add (local.get $n) (i32.const 1)))
              (br_if $again (i32.lt_u (local.get $n) (local.get 0))))
            (local.get $n))
          (func $fib (export "fib") (param i32) (result i32)
            (if (result i32) (i32.lt_u (local.get 0) (i32.const 2))
              (then (local.get 0))
              (else (i32.add (call $fib (i32.sub (local.get 0) (i32.const 1)))
                             (call $fib (i32.sub (local.get 0) (i32.const 2)))))))
          (func $mutual (return_call_indirect (i32.const 0)))
          (func (export "tail") (return_call $mutual))
          (func (export "wait") (call $wait))
          (func (export "call") (call $call)))
        """;

    private static readonly WasmEngine Engine = new(new WasmEngineOptions { Interruptible = true });
    private static readonly WasmModule Module = Engine.Compile(Guest);

    private static WasmInstance Instantiate(Action? call = null, bool survives = false) => Module.Instantiate(
        new WasmImports()
            .Define("env", "wait", (CancellationToken token) =>
            {
                token.WaitHandle.WaitOne();
                token.ThrowIfCancellationRequested();
            })
            .Define("env", "call", call ?? (() => { })),
        new InstanceOptions { SurvivesCancellation = survives });

    [Theory]
    [InlineData("spin")]
    [InlineData("spin_inside")]
    [InlineData("tail")]
    [InlineData("wait")]
    public void Token_ends_a_guest(string name)
    {
        using WasmInstance instance = Instantiate();
        using var end = new CancellationTokenSource(20);
        OperationCanceledException ended = Assert.Throws<OperationCanceledException>(
            () => instance.GetFunction<Action<CancellationToken>>(name)(end.Token));
        Assert.Equal(end.Token, ended.CancellationToken);
    }

    [Fact]
    public void Token_ends_recursion()
    {
        using WasmInstance instance = Instantiate();
        using var end = new CancellationTokenSource(20);
        Assert.Throws<OperationCanceledException>(() => instance.GetFunction<Func<int, CancellationToken, int>>("fib")(60, end.Token));
    }

    [Fact]
    public void Token_that_asks_already_calls_nothing()
    {
        using WasmInstance instance = Instantiate();
        Assert.Throws<OperationCanceledException>(
            () => instance.GetFunction<Func<int, CancellationToken, int>>("count")(1, new CancellationToken(canceled: true)));
        Assert.Equal(3, instance.GetFunction<Func<int, int>>("count")(3));
    }

    [Fact]
    public void Token_that_asks_too_late_changes_nothing()
    {
        using WasmInstance instance = Instantiate();
        using var end = new CancellationTokenSource();
        var count = instance.GetFunction<Func<int, CancellationToken, int>>("count");
        Assert.Equal(1000, count(1000, end.Token));
        end.Cancel();
        Assert.Equal(1000, count(1000, CancellationToken.None));
    }

    [Fact]
    public void Interrupted_instance_refuses_further_calls()
    {
        using WasmInstance instance = Instantiate();
        using var end = new CancellationTokenSource(5);
        Assert.Throws<OperationCanceledException>(() => instance.GetFunction("spin").Invoke([], [], end.Token));
        Assert.Throws<InvalidOperationException>(() => instance.GetFunction<Func<int, int>>("count")(1));
    }

    [Fact]
    public void Interrupted_instance_goes_on_where_the_options_say_so()
    {
        using WasmInstance instance = Instantiate(survives: true);
        for (int i = 0; i < 3; i++)
        {
            using var end = new CancellationTokenSource(5);
            Assert.Throws<OperationCanceledException>(() => instance.GetFunction("spin").Invoke([], [], end.Token));
            Assert.Equal(7, instance.GetFunction<Func<int, int>>("count")(7));
        }
    }

    [Fact]
    public void Token_reaches_the_instances_that_the_guest_calls()
    {
        using WasmInstance inner = Instantiate();
        using WasmInstance outer = Instantiate(() => inner.GetFunction("spin").Invoke());
        using var end = new CancellationTokenSource(20);
        Assert.Throws<OperationCanceledException>(() => outer.GetFunction("call").Invoke([], [], end.Token));
    }

    [Fact]
    public void Token_of_an_inner_call_leaves_the_outer_one_alone()
    {
        using WasmInstance inner = Instantiate();
        bool ended = false;
        using WasmInstance outer = Instantiate(() =>
        {
            using var end = new CancellationTokenSource(5);
            ended = Record.Exception(() => inner.GetFunction("spin").Invoke([], [], end.Token)) is OperationCanceledException;
        });
        using var patient = new CancellationTokenSource();
        outer.GetFunction("call").Invoke([], [], patient.Token);
        Assert.True(ended);
    }

    [Fact]
    public void Start_function_can_be_ended()
    {
        WasmModule module = Engine.Compile("(module (func $f (loop $again (br $again))) (start $f))");
        using var end = new CancellationTokenSource(20);
        Assert.Throws<OperationCanceledException>(() => module.Instantiate(cancellationToken: end.Token));
    }

    [Fact]
    public void Engine_that_is_not_interruptible_says_so()
    {
        using WasmInstance instance = WasmEngine.Default.Compile("(module (func (export \"f\")))").Instantiate();
        using var end = new CancellationTokenSource();
        Assert.Throws<InvalidOperationException>(() => instance.GetFunction("f").Invoke([], [], end.Token));
        instance.GetFunction<Action<CancellationToken>>("f")(CancellationToken.None);
    }

    [Fact]
    public void Ending_guests_over_and_over_leaves_nothing_behind()
    {
        for (int i = 0; i < 200; i++)
        {
            using WasmInstance instance = Instantiate();
            using var end = new CancellationTokenSource(1);
            Assert.Throws<OperationCanceledException>(() => instance.GetFunction("spin").Invoke([], [], end.Token));
        }
    }
}
