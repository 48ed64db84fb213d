using System.Text;
using System.Xml.Linq;

namespace Wasil.Tests.Api;

/// <summary>What the documentation promises of several threads.</summary>
public class ThreadSafetyTests
{
    private const int Threads = 8;

    private const string Text = """
        (import "env" "add" (func $add (param i32 i32) (result i32)))
        (memory (export "memory") 1 100)
        (global (export "global") i32 (i32.const 3))
        (func $fib (export "fib") (param i32) (result i32)
          (if (result i32) (i32.lt_u (local.get 0) (i32.const 2))
            (then (local.get 0))
            (else (call $add (call $fib (i32.sub (local.get 0) (i32.const 1))) (call $fib (i32.sub (local.get 0) (i32.const 2)))))))
        """;

    private static readonly WasmImports Imports = Wat.Env("add", (int left, int right) => left + right);

    public static TheoryData<string> Packages =>
    [
        "Wasil", "Wasil.AssemblyScript", "Wasil.Emscripten", "Wasil.GoJs", "Wasil.JsStrings", "Wasil.Wasi", "Wasil.Wasi.FileProviders",
        "Wasil.Wasi.Logging",
    ];

    private static void OnAllThreads(Action<int> action)
    {
        using var start = new Barrier(Threads);
        var failures = new Exception?[Threads];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            failures[number] = Record.Exception(() => action(number));
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(failures, Assert.Null);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_public_type_says_what_threads_may_do_with_it(string package)
    {
        var members = XDocument.Load(Path.Combine(AppContext.BaseDirectory, package + ".xml")).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!);
        Type[] types = System.Reflection.Assembly.Load(package).GetExportedTypes();
        Assert.NotEmpty(types);
        foreach (Type type in types)
        {
            // Numbers and exceptions are what .NET's are; a delegate is as safe as what it calls.
            if (type.IsEnum || type.IsAssignableTo(typeof(Exception)) || type.IsAssignableTo(typeof(Delegate)))
                continue;
            string name = "T:" + type.FullName!.Replace('+', '.');
            Assert.True(
                members.TryGetValue(name, out XElement? member) && member.Element("threadsafety") is { Value.Length: > 0 },
                $"{type} has no <threadsafety> in its documentation.");
        }
    }

    [Fact]
    public void Threads_share_engines_modules_and_imports()
    {
        var engine = new WasmEngine();
        WasmModule shared = engine.Compile(Text);
        OnAllThreads(_ =>
        {
            for (int i = 0; i < 5; i++)
            {
                using WasmInstance own = engine.Compile(Text).Instantiate(Imports);
                using WasmInstance instance = shared.Instantiate(Imports);
                Assert.Equal(144, own.GetFunction<Func<int, int>>("fib")(12));
                Assert.Equal(144, instance.GetFunction<Func<int, int>>("fib")(12));
                Assert.Equal(3, shared.Exports.Count);
            }
        });
    }

    [Fact]
    public void Threads_look_at_one_instance_while_one_of_them_runs_it()
    {
        using WasmInstance instance = Wat.Instantiate(Text, Imports);
        WasmFunction first = instance.GetFunction("fib");
        int ran = 0;
        OnAllThreads(_ =>
        {
            for (int i = 0; i < 200; i++)
            {
                Assert.Same(first, instance.GetFunction("fib"));
                Assert.Same(instance.Memory, instance.Exports["memory"]);
                Assert.Same(instance.GetGlobal("global"), instance.Exports["global"]);
                try
                {
                    Assert.Equal(5, first.Invoke(5)[0].AsInt32());
                    Interlocked.Increment(ref ran);
                }
                catch (InvalidOperationException)
                {
                    // Another thread is inside.
                }
            }
        });
        Assert.NotEqual(0, ran);
        Assert.Equal(5, first.Invoke(5)[0].AsInt32());
    }

    [Fact]
    public void Threads_use_one_memory()
    {
        var memory = new WasmMemory(new MemoryType(new Limits(1, 100), isShared: true));
        OnAllThreads(_ =>
        {
            for (int i = 0; i < 500; i++)
            {
                Interlocked.Increment(ref memory.Cell<int>(0));
                Interlocked.Add(ref memory.Cell<long>(8), 2);
                memory.Grow(i % 50 == 0 ? 1 : 0);
                Assert.True(memory.Contains((ulong)(memory.Length - 1), 1));
                Assert.Equal(0, memory.Slice((ulong)(memory.Length - 8), 8)[7]);
            }
        });
        Assert.Equal(Threads * 500, memory.Read<int>(0));
        Assert.Equal(Threads * 1000, memory.Read<long>(8));
        Assert.Equal(1 + (Threads * 10), memory.Pages);
    }

    [Fact]
    public void Text_is_read_while_another_thread_writes_it()
    {
        using var memory = new WasmMemory(new MemoryType(new Limits(1, 1), isShared: true));
        memory.WriteString(0, new string('a', 64));
        OnAllThreads(number =>
        {
            byte[] first = Encoding.UTF8.GetBytes(new string('a', 64)), second = Encoding.UTF8.GetBytes(new string('\u00e4', 32));
            for (int i = 0; i < 30_000; i++)
            {
                if (number < 2)
                {
                    (i % 2 == 0 ? first : second).CopyTo(memory.Slice(0, 64));
                    continue;
                }

                Assert.InRange(memory.ReadString(0, 64).Length, 32, 64);
                Assert.InRange(memory.ReadCString(0).Length, 32, 64);
            }
        });
    }

    [Fact]
    public void Threads_register_with_one_lifetime()
    {
        InstanceLifetime? lifetime = null;
        WasmImports imports = new WasmImports().DefinePerInstance(given =>
        {
            lifetime = given;
            return _ => HostFunction.From((int left, int right) => left + right);
        });
        WasmInstance instance = Wat.Instantiate(Text, imports);
        int ended = 0;
        OnAllThreads(_ =>
        {
            for (int i = 0; i < 100; i++)
                lifetime!.OnEnd(() => ended++);
        });
        OnAllThreads(_ => instance.Dispose());
        Assert.Equal(Threads * 100, ended);
    }

    [Fact]
    public void An_instance_for_a_thread_shares_what_was_given_and_owns_the_rest()
    {
        var memory = new WasmMemory(new MemoryType(new Limits(1, 1), isShared: true));
        using WasmInstance first = Wat.Instantiate("""
            (import "env" "memory" (memory 1 1 shared))
            (import "env" "base" (global $base i32))
            (memory $own (export "own") 1)
            (global $starts (mut i32) (i32.const 0))
            (table (export "table") 2 funcref)
            (func $start (drop (i32.atomic.rmw.add (i32.const 0) (i32.const 1))))
            (func (export "_initialize") (drop (i32.atomic.rmw.add (i32.const 4) (i32.const 1))))
            (func (export "work") (result i32)
              (global.set $starts (i32.add (global.get $starts) (global.get $base)))
              (i32.store $own (i32.const 0) (i32.add (i32.load $own (i32.const 0)) (global.get $starts)))
              (drop (i32.atomic.rmw.add (i32.const 8) (i32.const 1)))
              (i32.load $own (i32.const 0)))
            (start $start)
            """, new WasmImports().Define("env", "memory", memory)
                .Define("env", "base", new WasmGlobal(new GlobalType(ValType.I32, isMutable: false), 1)));
        OnAllThreads(_ =>
        {
            using WasmInstance own = first.InstantiateForThread();
            var work = own.GetFunction<Func<int>>("work");
            for (int i = 1; i <= 100; i++)
                Assert.Equal(i * (i + 1) / 2, work());
        });
        Assert.Equal(1, first.GetFunction<Func<int>>("work")());
        Assert.Equal(Threads + 1, memory.Read<int>(0));
        Assert.Equal(1, memory.Read<int>(4));
        Assert.Equal((Threads * 100) + 1, memory.Read<int>(8));
        memory.Dispose();
    }

    /// <summary>A guest of clang's, where it is found: instances over one memory count in it, and wait for each other.</summary>
    [Theory]
    [InlineData(WasmEngineMode.Auto)]
    [InlineData(WasmEngineMode.Compiled)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void A_guest_of_clang_counts_and_waits_on_several_threads(WasmEngineMode mode)
    {
        string path = Path.Combine(Places.Shared("guests"), "clang", "bare_thr.wasm");
        Assert.SkipUnless(File.Exists(path), $"There is no {path}.");
        WasmModule module = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(File.ReadAllBytes(path));
        using var memory = new WasmMemory(new MemoryType(new Limits(2, 16), isShared: true));
        WasmImports imports = new WasmImports().Define("env", "memory", memory);
        using WasmInstance first = module.Instantiate(imports);
        Assert.Equal(8, first.GetFunction<Func<int, int>>("inc")(3));
        var wait = first.GetFunction<Func<int, long, int>>("wait");
        Assert.Equal(1, wait(2, -1));
        Assert.Equal(2, wait(3, 1000));
        OnAllThreads(_ =>
        {
            using WasmInstance instance = module.Instantiate(imports);
            instance.GetFunction<Func<int, int>>("inc")(10_000);
        });
        int all = 3 + (Threads * 10_000);
        Assert.Equal(1, wait(all - 1, -1));
        int woken = 0;
        OnAllThreads(number =>
        {
            using WasmInstance instance = module.Instantiate(imports);
            if (number > 0)
            {
                Assert.Equal(0, instance.GetFunction<Func<int, long, int>>("wait")(all, -1));
                return;
            }

            while (woken < Threads - 1)
                woken += instance.GetFunction<Func<int, int>>("notify")(1);
        });
        Assert.Equal(Threads - 1, woken);
    }
}
