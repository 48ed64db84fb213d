using System.Diagnostics;
using Wasil.Execution;

namespace Wasil.Tests.Compilation;

/// <summary>Memory that guard pages bound behaves as memory whose accesses are compared does.</summary>
public class GuardPageTests
{
    private const int PageBytes = AccessProgram.PageBytes;

    private static readonly WasmEngine Explicit = new(new WasmEngineOptions { GuardPages = false });
    private static readonly WasmEngine Guarded = new();

    [Fact]
    public void Accesses_at_the_end_of_memory_do_what_compared_ones_do()
    {
        Assert.SkipUnless(GuardPages.IsAvailable, "There are no guard pages here.");
        foreach (string program in AccessProgram.All(pairs: 300))
        {
            using WasmInstance bare = Guarded.Compile(program).Instantiate(), compared = Explicit.Compile(program).Instantiate();
            var runBare = bare.GetFunction<Action<int, int>>("run");
            var runCompared = compared.GetFunction<Action<int, int>>("run");
            for (int address = PageBytes - 26; address <= PageBytes + 1; address++)
            {
                string expected = Outcome(compared, runCompared, address), found = Outcome(bare, runBare, address);
                Assert.True(expected == found, $"{address - PageBytes}: {found} and not {expected}\n{program}");
            }
        }
    }

    [Fact]
    public void Far_addresses_and_offsets_trap()
    {
        using WasmInstance instance = Guarded.Compile("""
            (module (memory 1)
              (func (export "near") (param i32) (result i32) (i32.load offset=33554000 (local.get 0)))
              (func (export "far") (param i32) (result i32) (i32.load offset=4294967295 (local.get 0)))
              (func (export "store") (param i32) (i64.store offset=33554416 (local.get 0) (i64.const 1))))
            """).Instantiate();
        foreach (uint address in (ReadOnlySpan<uint>)[0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_0000, uint.MaxValue])
        {
            AssertOutOfBounds(() => instance.GetFunction<Func<uint, int>>("near")(address));
            AssertOutOfBounds(() => instance.GetFunction<Func<uint, int>>("far")(address));
            AssertOutOfBounds(() => instance.GetFunction<Action<uint>>("store")(address));
        }
    }

    [Fact]
    public void Memory_ends_where_it_has_grown_to()
    {
        using WasmInstance instance = Guarded.Compile("""
            (module (memory (export "memory") 0 3)
              (func (export "load") (param i32) (result i32) (i32.load8_u (local.get 0)))
              (func (export "grow") (result i32) (memory.grow (i32.const 1))))
            """).Instantiate();
        var load = instance.GetFunction<Func<uint, int>>("load");
        for (uint pages = 0; pages <= 3; pages++)
        {
            AssertOutOfBounds(() => load(pages * PageBytes));
            if (pages > 0)
                Assert.Equal(0, load(pages * PageBytes - 1));
            instance.GetFunction<Func<int>>("grow")();
        }
    }

    [Fact]
    public void A_memory_is_wiped_before_its_range_is_used_again()
    {
        foreach (int pages in (ReadOnlySpan<int>)[1, 2, 40])
        {
            WasmModule module = Guarded.Compile($"(module (memory (export \"memory\") {pages}))");
            for (int i = 0; i < 20; i++)
            {
                using WasmInstance instance = module.Instantiate();
                Span<byte> memory = instance.Memory.Slice(0, pages * PageBytes);
                Assert.False(memory.ContainsAnyExcept((byte)0));
                memory.Fill(0xab);
            }
        }
    }

    [Fact]
    public void A_memory_without_guard_pages_is_compared()
    {
        // Bytes as pages: the end of the memory is not the end of a page of the system's.
        var engine = new WasmEngine(new WasmEngineOptions { Features = WasmFeatures.Default | WasmFeatures.CustomPageSizes });
        using WasmInstance instance = engine.Compile("""
            (module (memory 10 (pagesize 1)) (memory 1) (memory i64 1)
              (func (export "bytes") (param i32) (result i32) (i32.load8_u 0 (local.get 0)))
              (func (export "pages") (param i32) (result i32) (i32.load8_u 1 (local.get 0)))
              (func (export "wide") (param i64) (result i32) (i32.load8_u 2 (local.get 0))))
            """).Instantiate();
        Assert.Equal(0, instance.GetFunction<Func<int, int>>("bytes")(9));
        AssertOutOfBounds(() => instance.GetFunction<Func<int, int>>("bytes")(10));
        Assert.Equal(0, instance.GetFunction<Func<int, int>>("pages")(65_535));
        AssertOutOfBounds(() => instance.GetFunction<Func<int, int>>("pages")(65_536));
        Assert.Equal(0, instance.GetFunction<Func<long, int>>("wide")(65_535));
        AssertOutOfBounds(() => instance.GetFunction<Func<long, int>>("wide")(65_536));
        AssertOutOfBounds(() => instance.GetFunction<Func<long, int>>("wide")(-1));
    }

    [Fact]
    public void The_trap_tells_which_functions_were_running()
    {
        using WasmInstance instance = Guarded.Compile("""
            (module $m (memory 1)
              (func $inner (param i32) (result i32) (i32.load (local.get 0)))
              (func $outer (export "run") (param i32) (result i32) (i32.add (call $inner (local.get 0)) (i32.const 1))))
            """).Instantiate();
        TrapException trap = AssertOutOfBounds(() => instance.GetFunction<Func<int, int>>("run")(65_536));
        Assert.Equal(["inner", "outer"], trap.WasmStack.Select(frame => frame.FunctionName));
    }

    [Fact]
    public void A_null_dereference_of_the_host_stays_one()
    {
        string? nothing = null;
        var imports = new WasmImports().Define("env", "f", (int value) => nothing!.Length + value);
        using WasmInstance instance = Guarded.Compile("""
            (module (import "env" "f" (func $f (param i32) (result i32))) (memory 1)
              (func (export "run") (param i32) (result i32) (call $f (i32.load (local.get 0)))))
            """).Instantiate(imports);
        var run = instance.GetFunction<Func<int, int>>("run");
        Assert.Throws<NullReferenceException>(() => run(0));
        AssertOutOfBounds(() => run(-1));
        Assert.Throws<NullReferenceException>(() => run(4));
        Assert.Throws<NullReferenceException>(() => nothing!.Length);
    }

    [Fact]
    public void A_trap_passes_through_the_host_to_an_outer_guest()
    {
        using WasmInstance inner = Guarded.Compile("""
            (module (memory 1) (func (export "load") (param i32) (result i32) (i32.load (local.get 0))))
            """).Instantiate();
        var load = inner.GetFunction<Func<int, int>>("load");
        TrapException? seen = null;
        using WasmInstance outer = Guarded.Compile("""
            (module (import "env" "f" (func $f (param i32) (result i32))) (memory 1)
              (func (export "run") (param i32) (result i32) (call $f (local.get 0))))
            """).Instantiate(new WasmImports().Define("env", "f", (int address) =>
            {
                try
                {
                    return load(address);
                }
                catch (TrapException trap)
                {
                    seen = trap;
                    throw;
                }
            }));
        TrapException thrown = AssertOutOfBounds(() => outer.GetFunction<Func<int, int>>("run")(-4));
        Assert.Same(seen, thrown);
    }

    [Fact]
    public async Task Traps_are_caught_on_several_threads_under_a_busy_collector()
    {
        using var done = new CancellationTokenSource();
        int traps = 0, collections = 0;
        Task collector = Task.Run(() =>
        {
            int seen = 0, inVain = 0;
            while (!done.IsCancellationRequested)
            {
                GC.Collect(0);
                collections++;
                int now = Volatile.Read(ref traps);
                inVain = now == seen ? inVain + 1 : 0;
                seen = now;
                // Collecting again at once can keep all other threads waiting for the collection's end for minutes.
                if (inVain >= 20)
                {
                    inVain = 0;
                    Thread.Sleep(1);
                }
            }
        }, TestContext.Current.CancellationToken);
        WasmModule module = Guarded.Compile("""
            (module (memory 1)
              (func $deep (param $n i32) (param $p i32) (result i32)
                (if (result i32) (local.get $n)
                  (then (i32.add (call $deep (i32.sub (local.get $n) (i32.const 1)) (local.get $p)) (i32.const 1)))
                  (else (i32.load (local.get $p)))))
              (export "run" (func $deep)))
            """);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () =>
            {
                using WasmInstance instance = module.Instantiate();
                var run = instance.GetFunction<Func<int, int, int>>("run");
                for (int i = 0; i < TrapsPerThread; i++)
                {
                    Assert.Equal(3, run(3, i & 0xfff));
                    try
                    {
                        run(i % 20, 65_533 + i);
                        Assert.Fail("There was no trap.");
                    }
                    catch (TrapException trap)
                    {
                        Assert.Equal(TrapKind.MemoryOutOfBounds, trap.Kind);
                        Interlocked.Increment(ref traps);
                    }
                }
            },
            TestContext.Current.CancellationToken)));
        await done.CancelAsync();
        await collector;
        Assert.Equal(4 * TrapsPerThread, traps);
        Assert.True(collections > 0);
        TestContext.Current.TestOutputHelper!.WriteLine($"{traps} traps, {collections} collections, guard pages: {GuardPages.IsAvailable}");
    }

    // WASIL_TRAPS=25000 makes 100,000 of them.
    private static int TrapsPerThread => int.TryParse(Environment.GetEnvironmentVariable("WASIL_TRAPS"), out int traps) ? traps : 2_000;

    private static TrapException AssertOutOfBounds(Action action)
    {
        TrapException trap = Assert.Throws<TrapException>(action);
        Assert.Equal(TrapKind.MemoryOutOfBounds, trap.Kind);
        return trap;
    }

    private static TrapException AssertOutOfBounds(Func<int> action) => AssertOutOfBounds(() => { action(); });

    private static string Outcome(WasmInstance instance, Action<int, int> run, int address)
    {
        WasmMemory memory = instance.Memory;
        Span<byte> bytes = memory.Slice(0, PageBytes);
        for (int i = 0; i < 64; i++)
        {
            bytes[i] = 0;
            bytes[PageBytes - 64 + i] = (byte)(i * 37 + 129);
        }

        instance.GetGlobal("sum").Value = 0L;
        instance.GetGlobal("g").Value = 0;
        string how = "returned";
        try
        {
            run(address, 0);
        }
        catch (TrapException trap)
        {
            how = trap.Kind.ToString();
        }

        return $"{how}, sum {instance.GetGlobal("sum").Value}, g {instance.GetGlobal("g").Value}, "
            + $"{Convert.ToHexString(bytes[..64])} {Convert.ToHexString(bytes[^64..])}";
    }
}
