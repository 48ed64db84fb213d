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

    private const string Bulk = """
        (module
          (import "env" "call" (func $call))
          (memory (export "memory") 1010)
          (func (export "fill") (param i32 i32 i32) (call $call) (memory.fill (local.get 0) (local.get 1) (local.get 2)))
          (func (export "copy") (param i32 i32 i32) (call $call) (memory.copy (local.get 0) (local.get 1) (local.get 2))))
        """;

    private static readonly WasmEngine Engine = new(new WasmEngineOptions { Interruptible = true });
    private static WasmEngine EngineOf(WasmEngineMode mode) => new(new WasmEngineOptions { Interruptible = true, Mode = mode });

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

    [Theory]
    [InlineData("fill", 0, 0, WasmEngineMode.Auto)]
    [InlineData("copy", 100, 0, WasmEngineMode.Auto)]
    [InlineData("copy", 0, 100, WasmEngineMode.Auto)]
    [InlineData("fill", 0, 0, WasmEngineMode.Interpreted)]
    [InlineData("copy", 100, 0, WasmEngineMode.Interpreted)]
    [InlineData("copy", 0, 100, WasmEngineMode.Interpreted)]
    public void Token_ends_a_bulk_operation_half_way(string name, int start, int source, WasmEngineMode mode)
    {
        const int count = 1000 * 65536;
        using var end = new CancellationTokenSource();
        using WasmInstance instance = EngineOf(mode).Compile(Bulk).Instantiate(
            Wat.Env("call", () => end.Cancel()), new InstanceOptions { SurvivesCancellation = true });
        instance.Memory.Slice(source, count).Fill(7);
        instance.Memory.Slice(start, 1).Fill(1);
        instance.Memory.Slice(start + count - 1, 1).Fill(1);
        Assert.Throws<OperationCanceledException>(
            () => instance.GetFunction<Action<int, int, int, CancellationToken>>(name)(start, name == "fill" ? 5 : source, count, end.Token));
        // One end was done when the token was seen, and the other one was not.
        Span<byte> target = instance.Memory.Slice(start, count);
        Assert.True(target[0] == 1 != (target[^1] == 1), $"{target[0]} {target[^1]}");
    }

    [Theory]
    [InlineData(WasmEngineMode.Auto)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void Bulk_operations_in_parts_do_what_they_do_at_once(WasmEngineMode mode)
    {
        const int Length = 50_000_001;
        byte[] expected = new byte[Length + 1000];
        new Random(1).NextBytes(expected);
        using WasmInstance instance = EngineOf(mode).Compile(Bulk).Instantiate(Wat.Env("call", () => { }));
        expected.CopyTo(instance.Memory.Slice(0, expected.Length));
        foreach ((int start, int source, int count) in ((int, int, int)[])[(1000, 0, Length), (0, 999, Length), (7, 7, Length), (3, 5, 100), (0, 0, 0)])
        {
            instance.GetFunction<Action<int, int, int>>("copy")(start, source, count);
            expected.AsSpan(source, count).CopyTo(expected.AsSpan(start));
            Assert.True(expected.AsSpan().SequenceEqual(instance.Memory.Slice(0, expected.Length)));
        }

        instance.GetFunction<Action<int, int, int>>("fill")(5, 300, Length);
        expected.AsSpan(5, Length).Fill(300 & 255);
        Assert.True(expected.AsSpan().SequenceEqual(instance.Memory.Slice(0, expected.Length)));
        // All or nothing: what does not fit traps before anything is written.
        foreach (string name in (string[])["fill", "copy"])
        {
            Assert.Equal(TrapKind.MemoryOutOfBounds, Assert.Throws<TrapException>(
                () => instance.GetFunction<Action<int, int, int>>(name)(0, 50_000, 2000 * 65536)).Kind);
            Assert.True(expected.AsSpan().SequenceEqual(instance.Memory.Slice(0, expected.Length)));
        }
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
