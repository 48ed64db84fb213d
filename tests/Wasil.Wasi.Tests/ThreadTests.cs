using System.Diagnostics;

namespace Wasil.Wasi.Tests;

/// <summary>Guests with threads, by wasi-threads: they work together, and end together.</summary>
public class ThreadTests
{
    // At 0: a counter behind the lock at 4. At 8: how many threads are through. At 12: what the last spawn said, at 16 how many
    // succeeded. At 32: what the first thread does in the end. At 64: how many threads to start, and what each of them does.
    private const string Guest = """
        (module
          (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
          (import "env" "memory" (memory 1 4 shared))
          (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
          (import "env" "stall" (func $stall))
          (export "memory" (memory 0))
          (data $text "line\n")
          (func $lock
            (block $taken
              (loop $again
                (br_if $taken (i32.eqz (i32.atomic.rmw.cmpxchg (i32.const 4) (i32.const 0) (i32.const 1))))
                (drop (memory.atomic.wait32 (i32.const 4) (i32.const 1) (i64.const -1)))
                (br $again))))
          (func $unlock
            (i32.atomic.store (i32.const 4) (i32.const 0))
            (drop (memory.atomic.notify (i32.const 4) (i32.const 1))))
          (func $count (local $left i32)
            (local.set $left (i32.const 1000))
            (loop $again
              (call $lock)
              (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1)))
              (call $unlock)
              (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1))))))
          (func $sleep (param $at i32)
            ;; A subscription to the monotonic clock, for an hour.
            (i64.store (local.get $at) (i64.const 0))
            (i64.store offset=8 (local.get $at) (i64.const 0))
            (i64.store offset=16 (local.get $at) (i64.const 1))
            (i64.store offset=24 (local.get $at) (i64.const 3600000000000))
            (i64.store offset=32 (local.get $at) (i64.const 0))
            (i64.store offset=40 (local.get $at) (i64.const 0))
            (drop (call $poll (local.get $at) (i32.add (local.get $at) (i32.const 48)) (i32.const 1) (i32.add (local.get $at) (i32.const 96)))))
          (func $print (param $at i32)
            (memory.init $text (local.get $at) (i32.const 0) (i32.const 5))
            (i32.store offset=8 (local.get $at) (local.get $at))
            (i32.store offset=12 (local.get $at) (i32.const 5))
            (drop (call $write (i32.const 1) (i32.add (local.get $at) (i32.const 8)) (i32.const 1) (i32.add (local.get $at) (i32.const 16)))))
          (func $grow (drop (memory.grow (i32.const 1))) (i32.store (i32.const 131068) (i32.const 7)))
          (func $do (param $what i32) (param $at i32)
            (block $end
              (block $7 (block $6 (block $5 (block $4 (block $3 (block $2 (block $1 (block $0
                (br_table $0 $1 $2 $3 $4 $5 $6 $7 $end (local.get $what)))
                (call $count) (br $end))
                unreachable)
                (loop $again (br $again)))
                (drop (memory.atomic.wait64 (i32.const 48) (i64.const 0) (i64.const -1))) (br $end))
                (call $sleep (local.get $at)) (br $end))
                (call $exit (i32.const 7)))
                (call $print (local.get $at)) (br $end))
                (call $stall)))
          (func (export "wasi_thread_start") (param $id i32) (param $what i32)
            (call $do (local.get $what) (i32.add (i32.const 4096) (i32.shl (i32.and (local.get $id) (i32.const 255)) (i32.const 7))))
            (drop (i32.atomic.rmw.add (i32.const 8) (i32.const 1)))
            (drop (memory.atomic.notify (i32.const 8) (i32.const -1))))
          (func $join (local $done i32)
            (block $all
              (loop $again
                (br_if $all (i32.eq (local.tee $done (i32.atomic.load (i32.const 8))) (i32.load (i32.const 16))))
                (drop (memory.atomic.wait32 (i32.const 8) (local.get $done) (i64.const -1)))
                (br $again))))
          (func (export "_start") (local $i i32) (local $n i32)
            (local.set $n (i32.load (i32.const 64)))
            (block $started
              (loop $again
                (br_if $started (i32.ge_u (local.get $i) (local.get $n)))
                (i32.store (i32.const 12) (call $spawn (i32.load offset=68 (i32.shl (local.get $i) (i32.const 2)))))
                (i32.store (i32.const 16) (i32.add (i32.load (i32.const 16)) (i32.gt_s (i32.load (i32.const 12)) (i32.const 0))))
                (local.set $i (i32.add (local.get $i) (i32.const 1)))
                (br $again)))
            (if (i32.eq (i32.load (i32.const 32)) (i32.const 9)) (then (call $join)) (else (call $do (i32.load (i32.const 32)) (i32.const 2048)))))
          (func (export "start_one") (param i32) (result i32) (call $spawn (local.get 0))))
        """;

    private const int Count = 0, Trap = 1, Spin = 2, Wait = 3, Sleep = 4, Exit = 5, Print = 6, Stall = 7, Nothing = 8, Join = 9;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public static TheoryData<WasmEngineMode> Modes => [WasmEngineMode.Auto, WasmEngineMode.Interpreted];

    private static WasmModule Module(WasmEngineMode mode) =>
        new WasmEngine(new WasmEngineOptions { Mode = mode, Interruptible = true }).Compile(Guest);

    private static WasmInstance Instantiate(
        WasmModule module, int first, int[] threads, WasiThreadsOptions? options = null, Stream? output = null, Action? stall = null)
    {
        WasmInstance instance = module.Instantiate(new WasmImports()
            .AddWasi(new WasiOptions { Stdout = output ?? Stream.Null })
            .AddWasiThreads(options)
            .Define("env", "stall", (CancellationToken token) =>
            {
                if (stall is not null)
                    stall();
                else
                    token.WaitHandle.WaitOne();
                token.ThrowIfCancellationRequested();
            }));
        instance.Memory.Write(32, first);
        instance.Memory.Write(64, threads.Length);
        for (int i = 0; i < threads.Length; i++)
            instance.Memory.Write(68 + (4 * i), threads[i]);
        return instance;
    }

    private static int GuestThreads()
    {
        int count = 0;
        if (OperatingSystem.IsLinux())
        {
            foreach (string task in Directory.EnumerateDirectories("/proc/self/task"))
            {
                try
                {
                    count += File.ReadAllText(Path.Combine(task, "comm")).StartsWith("wasi-threads", StringComparison.Ordinal) ? 1 : 0;
                }
                catch (IOException)
                {
                    // It has just ended.
                }
            }
        }

        return count;
    }

    // The same idea with 64-bit addresses: as many threads as are asked for add what they were given to the number at 0.
    private const string WideGuest = """
        (module
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i64 i64 i64) (result i32)))
          (import "env" "memory" (memory i64 1 4 shared))
          (import "wasi" "thread-spawn" (func $spawn (param i64) (result i32)))
          (export "memory" (memory 0))
          (func (export "wasi_thread_start") (param $id i32) (param $argument i64)
            (drop (i64.atomic.rmw.add (i64.const 0) (local.get $argument)))
            (drop (i32.atomic.rmw.add (i64.const 8) (i32.const 1)))
            (drop (memory.atomic.notify (i64.const 8) (i32.const 1))))
          (func (export "_start") (local $left i32) (local $done i32)
            (local.set $left (i32.const 8))
            (loop $again
              (if (i32.le_s (call $spawn (i64.const 0x1_0000_0001)) (i32.const 0)) (then unreachable))
              (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
            (loop $wait
              (if (i32.ne (local.tee $done (i32.atomic.load (i64.const 8))) (i32.const 8))
                (then
                  (drop (memory.atomic.wait32 (i64.const 8) (local.get $done) (i64.const -1)))
                  (br $wait))))
            (i64.store (i64.const 16) (i64.const 0))
            (i64.store (i64.const 24) (i64.const 8))
            (if (call $write (i32.const 1) (i64.const 16) (i64.const 1) (i64.const 32)) (then unreachable))))
        """;

    [Fact]
    public void Threads_with_addresses_of_64_bits()
    {
        using var output = new MemoryStream();
        var engine = new WasmEngine(new WasmEngineOptions { Interruptible = true });
        using WasmInstance guest = engine.Compile(WideGuest)
            .Instantiate(new WasmImports().AddWasi(new WasiOptions { Stdout = output }).AddWasiThreads());
        Assert.Equal(0, guest.RunCommand());
        Assert.Equal(8 * 0x1_0000_0001L, BitConverter.ToInt64(output.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Threads_count_together(WasmEngineMode mode)
    {
        using WasmInstance instance = Instantiate(Module(mode), Join, [.. Enumerable.Repeat(Count, 8)]);
        Assert.Equal(0, instance.RunCommand());
        Assert.Equal(8000, instance.Memory.Read<int>(0));
        Assert.Equal(8, instance.Memory.Read<int>(8));
        // The guest may run again, and have threads again.
        instance.Memory.Write(8, 0);
        instance.Memory.Write(16, 0);
        Assert.Equal(0, instance.RunCommand());
        Assert.Equal(16_000, instance.Memory.Read<int>(0));
    }

    public static TheoryData<int, int, WasmEngineMode> Ends => new(
        from first in (int[])[Spin, Wait, Sleep, Stall, Join]
        from end in (int[])[Trap, Exit]
        from mode in (WasmEngineMode[])[WasmEngineMode.Auto, WasmEngineMode.Interpreted]
        select (first, end, mode));

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_thread_that_traps_or_exits_ends_all(int first, int end, WasmEngineMode mode)
    {
        using WasmInstance instance = Instantiate(Module(mode), first, [Spin, Wait, Sleep, Stall, Spin, Wait, Count, end]);
        var watch = Stopwatch.StartNew();
        if (end == Trap)
        {
            TrapException trap = Assert.Throws<TrapException>(() => instance.RunCommand());
            Assert.Equal(TrapKind.Unreachable, trap.Kind);
            Assert.Contains("do", trap.WasmStack.Select(frame => frame.FunctionName));
        }
        else
        {
            Assert.Equal(7, instance.RunCommand());
        }

        Assert.True(watch.Elapsed < Bound, $"{watch.Elapsed}");
        // What ended in the middle cannot be called again.
        Assert.NotNull(Record.Exception(() => instance.GetFunction("_start").Invoke()));
    }

    [Theory]
    [InlineData(Nothing)]
    [InlineData(Trap)]
    [InlineData(Exit)]
    public void The_first_thread_ends_all(int first)
    {
        WasmInstance instance = Instantiate(Module(WasmEngineMode.Auto), first, [Spin, Wait, Sleep, Stall]);
        Exception? failure = Record.Exception(() => instance.RunCommand());
        Assert.Equal(first == Trap, failure is TrapException);
        AssertNoThreads();
        instance.Dispose();
    }

    [Fact]
    public void Disposing_ends_all()
    {
        WasmInstance instance = Instantiate(Module(WasmEngineMode.Auto), Nothing, []);
        var start = instance.GetFunction<Func<int, int>>("start_one");
        for (int i = 1; i <= 4; i++)
            Assert.Equal(i, start(i == 1 ? Spin : i == 2 ? Wait : i == 3 ? Sleep : Stall));
        WasmMemory memory = instance.Memory;
        instance.Dispose();
        AssertNoThreads();
        Assert.Throws<ObjectDisposedException>(() => memory.Read<int>(0));
    }

    [Fact]
    public void A_cancelled_call_ends_all()
    {
        using WasmInstance instance = Instantiate(Module(WasmEngineMode.Auto), Spin, [Spin, Wait, Sleep, Stall]);
        using var end = new CancellationTokenSource(50);
        Assert.Throws<OperationCanceledException>(() => instance.RunCommand(end.Token));
        AssertNoThreads();
    }

    [Fact]
    public void What_a_host_function_throws_on_a_thread_reaches_the_host()
    {
        using WasmInstance instance = Instantiate(Module(WasmEngineMode.Auto), Wait, [Spin, Stall], stall: () => throw new FormatException());
        Assert.Throws<FormatException>(() => instance.RunCommand());
    }

    [Fact]
    public void A_thread_in_a_host_function_that_does_not_listen_is_left_behind()
    {
        using var goOn = new ManualResetEventSlim();
        using WasmInstance instance = Instantiate(Module(WasmEngineMode.Auto), Nothing, [Stall], stall: goOn.Wait);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, instance.RunCommand());
        Assert.True(watch.Elapsed < Bound, $"{watch.Elapsed}");
        instance.Dispose();
        goOn.Set();
    }

    [Fact]
    public void There_are_no_more_threads_than_allowed()
    {
        using WasmInstance instance = Instantiate(
            Module(WasmEngineMode.Auto), Nothing, [Wait, Wait, Wait, Wait, Wait], new WasiThreadsOptions { MaxThreads = 3 });
        Assert.Equal(0, instance.RunCommand());
        Assert.Equal(3, instance.Memory.Read<int>(16));
        Assert.Equal(-6, instance.Memory.Read<int>(12));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WasiThreadsOptions { MaxThreads = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WasiThreadsOptions { MaxMemoryPages = -1 });
        Assert.Throws<ResourceLimitException>(
            () => Instantiate(Module(WasmEngineMode.Auto), Nothing, [], new WasiThreadsOptions { MaxMemoryPages = 0 }));
    }

    [Fact]
    public void Threads_write_whole_lines()
    {
        using var output = new MemoryStream();
        using WasmInstance instance = Instantiate(Module(WasmEngineMode.Auto), Join, [.. Enumerable.Repeat(Print, 40)], output: output);
        Assert.Equal(0, instance.RunCommand());
        Assert.Equal(string.Concat(Enumerable.Repeat("line\n", 40)), System.Text.Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Threads_need_an_interruptible_engine()
    {
        using WasmInstance instance = Instantiate(WasmEngine.Default.Compile(Guest), Nothing, [Wait]);
        Assert.Throws<InvalidOperationException>(() => instance.RunCommand());
    }

    [Fact]
    public void A_module_without_a_start_of_threads_is_told_so()
    {
        using WasmInstance instance = new WasmEngine(new WasmEngineOptions { Interruptible = true }).Compile("""
            (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
            (func (export "f") (result i32) (call $spawn (i32.const 0)))
            """).Instantiate(new WasmImports().AddWasiThreads());
        Assert.Equal(-58, instance.GetFunction<Func<int>>("f")());
    }

    [Theory]
    [InlineData("""(import "a" "t" (table 1 funcref))""")]
    [InlineData("""(import "a" "g" (global (mut i32)))""")]
    [InlineData("""(import "a" "m" (memory 1))""")]
    public void What_is_not_made_for_threads_is_not_shared(string import)
    {
        WasmImports imports = new WasmImports()
            .Define("a", "t", new WasmTable(new TableType(ValType.FuncRef, new Limits(1))))
            .Define("a", "g", new WasmGlobal(new GlobalType(ValType.I32, isMutable: true), 1))
            .Define("a", "m", new WasmMemory(new MemoryType(new Limits(1))));
        using WasmInstance instance = WasmEngine.Default.Compile(import).Instantiate(imports);
        Assert.Throws<InvalidOperationException>(() => instance.InstantiateForThread());
    }

    // What the whole process holds tells nothing while other tests run in it; the threads of guests are counted for themselves.
    [Fact]
    public void Rounds_leave_no_thread() => Rounds(30, isAlone: false);

    [Fact(Explicit = true)]
    public void A_thousand_rounds_leak_nothing() => Rounds(1000, isAlone: true);

    private static void Rounds(int rounds, bool isAlone)
    {
        WasmModule module = Module(WasmEngineMode.Auto);
        (int threads, int mappings, int descriptors) = (0, 0, 0);
        var longest = TimeSpan.Zero;
        for (int round = 0; round <= rounds; round++)
        {
            using (WasmInstance instance = Instantiate(module, Join, [Count, Count, Wait, Count, Count, Wait, Count, Trap]))
            {
                var watch = Stopwatch.StartNew();
                Assert.Throws<TrapException>(() => instance.RunCommand());
                Assert.True(watch.Elapsed < Bound, $"round {round}: {watch.Elapsed}");
                longest = watch.Elapsed > longest ? watch.Elapsed : longest;
            }

            AssertNoThreads();
            if (isAlone && round is 10 or 1000 && OperatingSystem.IsLinux())
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                using var process = Process.GetCurrentProcess();
                int mapped = File.ReadAllLines("/proc/self/maps").Length, open = Directory.GetFileSystemEntries("/proc/self/fd").Length;
                TestContext.Current.TestOutputHelper?.WriteLine(
                    $"round {round}: {process.Threads.Count} threads, {mapped} mappings, {open} descriptors, {process.WorkingSet64 >> 20} MB, "
                    + $"longest {longest.TotalMilliseconds:0} ms");
                if (round > 10)
                {
                    // A leak would be one for each round.
                    Assert.True(process.Threads.Count - threads < 20 && mapped - mappings < rounds && open - descriptors < 20);
                }
                else
                {
                    (threads, mappings, descriptors) = (process.Threads.Count, mapped, open);
                }
            }
        }
    }

    // All that were left have been given a second by the call that ended them.
    private static void AssertNoThreads()
    {
        for (var watch = Stopwatch.StartNew(); GuestThreads() > 0 && watch.Elapsed < Bound;)
            Thread.Sleep(1);
        Assert.Equal(0, GuestThreads());
    }
}
