namespace Wasil.Tests.Api;

/// <summary>How instances end, who is told, and which thread may be inside.</summary>
public class LifetimeTests
{
    private readonly List<string> _log = [];

    private WasmImports Logging(string name = "") => new WasmImports().DefinePerInstance(lifetime =>
    {
        lifetime.OnCommandEnd(() => _log.Add(name + "command"));
        lifetime.OnEnd(() => _log.Add(name + "first"));
        lifetime.OnEnd(() => _log.Add(name + "second"));
        return import => import.Name switch
        {
            "log" => HostFunction.From(() => _log.Add("call")),
            "fail" => HostFunction.From(void () => throw new FormatException()),
            "exit" => HostFunction.From(void () => throw new WasmExitException(7)),
            "dispose" => HostFunction.From((Caller caller) => caller.Instance.Dispose()),
            _ => null,
        };
    });

    private static string Importing(string name, string text = "") => $"""
        (import "env" "{name}" (func $f)) (export "f" (func $g)) (func $g (call $f)) {text}
        """;

    [Fact]
    public void Packages_are_told_once_when_an_instance_ends()
    {
        WasmInstance instance = Wat.Instantiate(Importing("dispose").Replace("dispose", "fail", StringComparison.Ordinal), Logging());
        Assert.Empty(_log);
        instance.Dispose();
        Assert.Equal(["second", "first"], _log);
        instance.Dispose();
        Assert.Equal(2, _log.Count);
    }

    [Fact]
    public void A_package_runs_commands_in_its_own_way()
    {
        var imports = new WasmImports().DefinePerInstance(lifetime =>
        {
            lifetime.OnCommandEnd(() => _log.Add("end"));
            lifetime.RunAs((instance, token) =>
            {
                _log.Add("run");
                instance.GetFunction<Action>("g")();
                return token.CanBeCanceled ? 3 : 4;
            });
            return import => import.Name == "exit" ? HostFunction.From(void () => throw new WasmExitException(7))
                : HostFunction.From(() => _log.Add("call"));
        });
        using var source = new CancellationTokenSource();
        using WasmInstance called = Wat.Instantiate("""(import "env" "log" (func $f)) (export "g" (func $f))""", imports);
        Assert.Equal(4, called.RunCommand());
        Assert.Equal(3, called.RunCommand(source.Token));
        Assert.Equal(["run", "call", "end", "run", "call", "end"], _log);
        using WasmInstance exits = Wat.Instantiate("""(import "env" "exit" (func $f)) (export "g" (func $f))""", imports);
        Assert.Equal(7, exits.RunCommand());
    }

    [Fact]
    public void A_host_function_traps()
    {
        var imports = new WasmImports().Define("env", "f", void () => throw new TrapException("not that"));
        using WasmInstance instance = Wat.Instantiate("""(import "env" "f" (func $f)) (func $g (export "g") (call $f))""", imports);
        var trap = Assert.Throws<TrapException>(() => instance.GetFunction<Action>("g")());
        Assert.Equal((TrapKind.HostFunction, "not that", null), (trap.Kind, trap.Message, trap.Offset));
        Assert.Equal("g", trap.WasmStack[0].ToString()[..1]);
    }

    [Theory]
    [InlineData("fail", null)]
    [InlineData("exit", 7)]
    [InlineData("dispose", 0)]
    public void Packages_are_told_when_a_command_has_run(string import, int? code)
    {
        using WasmInstance instance = Wat.Instantiate(Importing(import, """(export "_start" (func $f))"""), Logging());
        if (code is null)
            Assert.Throws<FormatException>(() => instance.RunCommand());
        else
            Assert.Equal(code, instance.RunCommand());
        Assert.Equal(import == "dispose" ? ["second", "first", "command"] : ["command"], _log);
    }

    [Fact]
    public void Packages_are_told_where_the_instance_could_not_be_made()
    {
        string[] texts =
        [
            Importing("fail", "(start $f)"), Importing("fail", """(import "env" "missing" (func))"""),
            Importing("fail", "(memory 1) (data (i32.const 65536) \"x\")"), Importing("fail", "(memory 100)"),
            """(import "env" "fail" (func)) (import "a" "t" (table 1 funcref)) (table 1000 funcref)""",
        ];
        var table = new WasmTable(new TableType(ValType.FuncRef, new Limits(1)));
        foreach (string text in texts)
        {
            // The text format wants imports first.
            string ordered = text.Replace("""(export "f" (func $g)) (func $g (call $f))""", "", StringComparison.Ordinal);
            Assert.ThrowsAny<Exception>(() => Wat.Instantiate(ordered, Logging().Define("a", "t", table), new InstanceOptions
            {
                Limits = { MemoryPages = 10, TableElements = 10 },
            }));
            Assert.Equal(["second", "first"], _log);
            _log.Clear();
        }
    }

    [Fact]
    public void An_instance_without_an_import_of_a_package_tells_it_nothing()
    {
        Wat.Instantiate("(memory 1)", Logging()).Dispose();
        Assert.Empty(_log);
    }

    [Fact]
    public void Everybody_is_told_even_where_one_fails()
    {
        InstanceLifetime? kept = null;
        int failures = 1;
        WasmImports imports = new WasmImports().DefinePerInstance(lifetime =>
        {
            kept = lifetime;
            lifetime.OnEnd(() => _log.Add("told"));
            for (int i = 0; i < failures; i++)
                lifetime.OnEnd(() => throw new FormatException());
            return _ => new WasmMemory(new MemoryType(new Limits(1)));
        });
        WasmInstance instance = Wat.Instantiate("""(import "a" "b" (memory 1)) (memory (export "own") 1)""", imports);
        WasmMemory own = instance.GetMemory("own");
        Assert.Throws<FormatException>(instance.Dispose);
        Assert.Equal(["told"], _log);
        Assert.Throws<ObjectDisposedException>(() => own.Slice(0, 1));
        instance.Dispose();
        failures = 2;
        instance = Wat.Instantiate("""(import "a" "b" (memory 1))""", imports);
        Assert.Equal(2, Assert.Throws<AggregateException>(instance.Dispose).InnerExceptions.Count);
        Assert.Throws<InvalidOperationException>(() => kept!.OnEnd(() => { }));
        Assert.Throws<ArgumentNullException>(() => kept!.OnCommandEnd(null!));
    }

    [Fact]
    public void An_ended_instance_takes_no_calls()
    {
        WasmInstance instance = Wat.Instantiate("""(func (export "f"))""");
        var f = instance.GetFunction<Action>("f");
        f();
        instance.Dispose();
        instance.Dispose();
        Assert.Throws<ObjectDisposedException>(f);
        Assert.Throws<ObjectDisposedException>(() => instance.GetFunction("f").Invoke());
        Assert.Throws<ObjectDisposedException>(instance.GetFunction<Action>("f"));
    }

    [Fact]
    public void A_host_function_may_dispose_its_caller()
    {
        WasmMemory? memory = null;
        using WasmInstance instance = Wat.Instantiate("""
            (import "env" "f" (func $f))
            (memory (export "memory") 1)
            (func (export "g"))
            (func (export "f") (result i32) (call $f) (i32.store (i32.const 0) (i32.const 5)) (i32.load (i32.const 0)))
            """, Wat.Env("f", (Caller caller) =>
            {
                WasmInstance inside = caller.Instance;
                memory = caller.Memory;
                inside.Dispose();
                memory.Write(4, 1);
                Assert.Throws<ObjectDisposedException>(inside.GetFunction<Action>("g"));
            }));
        Assert.Equal(5, instance.GetFunction<Func<int>>("f")());
        Assert.Throws<ObjectDisposedException>(() => memory!.Read<int>(0));
        Assert.Throws<ObjectDisposedException>(() => instance.GetFunction<Func<int>>("f")());
    }

    [Fact]
    public async Task Another_thread_may_dispose_but_not_enter()
    {
        using var inside = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        WasmImports imports = new WasmImports().DefinePerInstance(lifetime =>
        {
            lifetime.OnEnd(() => _log.Add("end"));
            return _ => HostFunction.From(() =>
            {
                inside.Release();
                goOn.Wait(TestContext.Current.CancellationToken);
            });
        });
        using WasmInstance instance = Wat.Instantiate("""
            (import "env" "f" (func $f)) (memory (export "memory") 1)
            (func (export "f") (result i32) (call $f) (i32.load (i32.const 0)))
            """, imports);
        WasmMemory memory = instance.Memory;
        memory.Write(0, 6);
        Task<int> first = Task.Run(() => instance.GetFunction<Func<int>>("f")(), TestContext.Current.CancellationToken);
        await inside.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Throws<InvalidOperationException>(() => instance.GetFunction("f").Invoke());
        instance.Dispose();
        Assert.Empty(_log);
        Assert.Equal(6, memory.Read<int>(0));
        goOn.Release();
        Assert.Equal(6, await first);
        Assert.Equal(["end"], _log);
        Assert.Throws<ObjectDisposedException>(() => memory.Read<int>(0));
        Assert.Throws<ObjectDisposedException>(() => instance.GetFunction("f").Invoke());
    }

    [Fact]
    public void One_thread_after_the_other_may_enter()
    {
        using WasmInstance instance = Wat.Echo("i32");
        var f = instance.GetFunction<Func<int, int>>("f");
        for (int i = 0; i < 3; i++)
        {
            int result = -1;
            var thread = new Thread(() => result = f(i));
            thread.Start();
            thread.Join();
            Assert.Equal(i, result);
        }
    }

    [Fact]
    public void Disposing_while_threads_call_is_safe()
    {
        WasmModule module = WasmEngine.Default.Compile("""
            (memory 1) (func (export "f") (result i32) (i32.load (i32.const 65532)))
            """);
        for (int i = 0; i < 50; i++)
        {
            WasmInstance instance = module.Instantiate();
            var f = instance.GetFunction<Func<int>>("f");
            var caller = new Thread(() =>
            {
                try
                {
                    while (true)
                        f();
                }
                catch (ObjectDisposedException)
                {
                }
            });
            caller.Start();
            Thread.Sleep(i % 3);
            instance.Dispose();
            caller.Join();
        }
    }

    [Fact]
    public void A_memory_is_not_grown_while_it_is_given_back()
    {
        WasmModule module = WasmEngine.Default.Compile("""(memory (export "memory") 1)""");
        for (int i = 0; i < 50; i++)
        {
            WasmInstance instance = module.Instantiate();
            WasmMemory memory = instance.Memory;
            using var started = new ManualResetEventSlim();
            bool gone = false;
            Exception? failure = null;
            var grower = new Thread(() => failure = Record.Exception(() =>
            {
                // Until the memory is gone, each page that it gets is there; a full one is asked for its size, as the
                // thread that disposes may be late.
                Assert.Throws<ObjectDisposedException>(() =>
                {
                    for (long pages = 1; !Volatile.Read(ref gone);)
                    {
                        long more = pages < 65_536 ? 1 : 0;
                        Assert.Equal(pages, memory.Grow(more));
                        pages += more;
                        started.Set();
                    }
                    memory.Grow(0);
                });
            }));
            grower.Start();
            started.Wait(TestContext.Current.CancellationToken);
            instance.Dispose();
            Volatile.Write(ref gone, true);
            grower.Join();
            Assert.Null(failure);
        }
    }

    [Theory]
    [InlineData("spin")]
    [InlineData("wait")]
    [InlineData("host")]
    [InlineData("quiet")]
    public void An_instance_can_be_ended_with_a_reason(string name)
    {
        Action<Exception>? interrupt = null;
        using var inside = new ManualResetEventSlim();
        WasmImports imports = new WasmImports()
            .DefinePerInstance(lifetime =>
            {
                interrupt = lifetime.CreateInterrupter();
                return import => import.Name == "inside" ? HostFunction.From(inside.Set) : null;
            })
            // A host function that honours its token, and one that swallows what it says.
            .Define("env", "host", (CancellationToken token) =>
            {
                token.WaitHandle.WaitOne();
                token.ThrowIfCancellationRequested();
            })
            .Define("env", "quiet", (CancellationToken token) => { token.WaitHandle.WaitOne(); });
        using WasmInstance instance = new WasmEngine(new WasmEngineOptions { Interruptible = true }).Compile("""
            (import "env" "inside" (func $inside))
            (import "env" "host" (func $host))
            (import "env" "quiet" (func $quiet))
            (memory 1 1 shared)
            (func (export "spin") (call $inside) (loop $again (br $again)))
            (func (export "wait") (call $inside) (drop (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1))))
            (func (export "host") (call $inside) (call $host))
            (func (export "quiet") (call $inside) (call $quiet))
            """).Instantiate(imports, new InstanceOptions { SurvivesCancellation = true });
        using var unused = new CancellationTokenSource();
        Exception? failure = null;
        var caller = new Thread(() => failure = Record.Exception(() => instance.GetFunction(name).Invoke([], [], unused.Token)));
        caller.Start();
        inside.Wait(TestContext.Current.CancellationToken);
        var reason = new FormatException();
        interrupt!(reason);
        interrupt(new InvalidOperationException());
        caller.Join();
        Assert.Same(reason, failure);
        Assert.Same(reason, Record.Exception(() => instance.GetFunction("spin").Invoke()));
    }

    [Fact]
    public void Only_an_interruptible_instance_that_is_made_can_be_ended()
    {
        Action<Exception>? interrupt = null;
        WasmImports imports = new WasmImports().DefinePerInstance(lifetime =>
        {
            interrupt = lifetime.CreateInterrupter();
            Assert.Throws<InvalidOperationException>(() => interrupt(new FormatException()));
            Assert.Throws<ArgumentNullException>(() => interrupt(null!));
            return _ => HostFunction.From(() => { });
        });
        using WasmInstance instance = Wat.Instantiate(Importing("f"), imports);
        Assert.Throws<InvalidOperationException>(() => interrupt!(new FormatException()));
        instance.GetFunction("f").Invoke();
    }

    [Fact]
    public void A_command_needs_a_start()
    {
        using WasmInstance library = Wat.Instantiate("""(func (export "f"))""");
        Assert.Throws<KeyNotFoundException>(() => library.RunCommand());
    }

    [Fact]
    public void A_trap_tells_the_functions_of_all_instances_on_the_stack()
    {
        using WasmInstance inner = Wat.Instantiate("""
            (module $inner (func $divide (export "divide") (param i32) (result i32) (i32.div_u (i32.const 1) (local.get 0))))
            """);
        using WasmInstance outer = Wat.Instantiate("""
            (module $outer
              (import "inner" "divide" (func $f (param i32) (result i32)))
              (func $leaf (param i32) (result i32) (i32.add (i32.const 1) (call $f (local.get 0))))
              (func (export "f") (param i32) (result i32) (i32.add (i32.const 1) (call $leaf (local.get 0)))))
            """, new WasmImports().Define("inner", inner));
        var f = outer.GetFunction<Func<int, int>>("f");
        Assert.Equal(3, f(1));
        var trap = Assert.Throws<TrapException>(() => f(0));
        Assert.Equal(TrapKind.IntegerDivideByZero, trap.Kind);
        Assert.NotNull(trap.Offset);
        Assert.Equal(
            [("inner", 0, "divide"), ("outer", 1, "leaf"), ("outer", 2, null)],
            trap.WasmStack.Select(frame => (frame.ModuleName!, frame.FunctionIndex, frame.FunctionName)));
        Assert.Equal(trap.Offset, trap.WasmStack[0].Offset);
        Assert.StartsWith("inner!divide[0]:0x", trap.WasmStack[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("outer!wasm-function[2]", trap.WasmStack[2].ToString(), StringComparison.Ordinal);
        Assert.Equal(3, f(1));
    }

    [Fact]
    public void A_host_function_in_the_middle_sees_the_frames_below_it()
    {
        int below = 0;
        using WasmInstance guest = Wat.Instantiate("""
            (import "env" "f" (func $f))
            (func (export "trap") unreachable)
            (func (export "f") (call $f))
            """, Wat.Env("f", (Caller caller) =>
            {
                try
                {
                    caller.Instance.GetFunction<Action>("trap")();
                }
                catch (TrapException trap)
                {
                    below = trap.WasmStack.Count;
                    throw;
                }
            }));
        Assert.Equal(2, Assert.Throws<TrapException>(guest.GetFunction<Action>("f")).WasmStack.Count);
        Assert.Equal(1, below);
    }
}
