using System.Diagnostics;
using Wasil.Wasi;

namespace Wasil.Emscripten.Tests;

/// <summary>Guests that use the functions of threads as no C library does: they harm themselves, and the host goes on.</summary>
public class HostileThreadTests
{
    // A thread's structure lies where it says that it was allocated, 16 bytes behind which its stack's size is. Function 1 does what its
    // argument says; `start` makes a thread of the structure that it is given, which then does that.
    private const string Text = """
        (module
          (import "env" "memory" (memory 2 2 shared))
          (import "env" "__pthread_create_js" (func $create (param i32 i32 i32 i32) (result i32)))
          (import "env" "_emscripten_thread_cleanup" (func $cleanup (param i32)))
          (import "env" "_emscripten_notify_mailbox_postmessage" (func $notify (param i32 i32)))
          (import "env" "emscripten_unwind_to_js_event_loop" (func $unwind))
          (import "env" "emscripten_exit_with_live_runtime" (func $live))
          (import "env" "emscripten_runtime_keepalive_push" (func $push))
          (import "env" "emscripten_futex_wait" (func $futex_wait (param i32 i32 f64) (result i32)))
          (import "env" "emscripten_futex_wake" (func $futex_wake (param i32 i32) (result i32)))
          (import "env" "exit" (func $exit (param i32)))
          (import "env" "_emscripten_receive_on_main_thread_js" (func $receive (param i32 i32 i32 i32 i32) (result f64)))
          (import "env" "_emscripten_init_main_thread_js" (func $init_main (param i32)))
          (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
          (table (export "__indirect_function_table") 4 funcref)
          (elem (i32.const 1) $do $other)
          (global $self (mut i32) (i32.const 0))
          (func $other (param i64))
          (func (export "pthread_self") (result i32) (global.get $self))
          (func (export "_emscripten_thread_init") (param i32 i32 i32 i32 i32 i32) (global.set $self (local.get 0)))
          (func (export "_emscripten_thread_exit") (param i32) (global.set $self (i32.const 0)))
          (func (export "_emscripten_thread_free_data") (param i32) (drop (i32.atomic.rmw.add (i32.const 24) (i32.const 1))))
          (func (export "_emscripten_check_mailbox") (drop (i32.atomic.rmw.add (i32.const 16) (i32.const 1))))
          (func (export "_emscripten_stack_restore") (param i32))
          (func (export "__wasm_call_ctors"))
          (func (export "__funcs_on_exit") (drop (i32.atomic.rmw.add (i32.const 20) (i32.const 1))))
          (func $make (export "make") (param $at i32)
            (i32.store offset=40 (local.get $at) (local.get $at))
            (i32.store offset=48 (local.get $at) (i32.const 131072))
            (i32.store offset=52 (local.get $at) (i32.const 1024)))
          (func $start (export "start") (param $at i32) (param $routine i32) (param $what i32) (result i32)
            (call $make (local.get $at))
            (call $create (local.get $at) (i32.const 0) (local.get $routine) (local.get $what)))
          (func $spin (loop $again (br $again)))
          (func $storm (local $at i32)
            (loop $again
              (drop (call $start (i32.and (local.tee $at (i32.add (local.get $at) (i32.const 64))) (i32.const 0xffc0)) (i32.const 1) (i32.const 6)))
              (call $cleanup (i32.and (i32.mul (local.get $at) (i32.const 77)) (i32.const 0xffff)))
              (br $again)))
          (func $do (param $what i32) (result i32)
            (block $end
              (block $11 (block $10 (block $9 (block $8 (block $7 (block $6 (block $5 (block $4 (block $3 (block $2 (block $1 (block $0
                (br_table $0 $1 $2 $3 $4 $5 $6 $7 $8 $9 $10 $11 $end (local.get $what)))
                (br $end))
                (call $spin) (br $end))
                (drop (call $futex_wait (i32.const 0) (i32.const 0) (f64.const inf))) (br $end))
                (call $exit (i32.const 5)) (br $end))
                unreachable)
                (call $live) (br $end))
                (call $storm) (br $end))
                (call $unwind) (br $end))
                (call $push) (call $unwind) (br $end))
                (call $cleanup (global.get $self)) (br $end))
                (i32.store (i32.const 256) (i32.const 300))
                (i32.store (i32.const 260) (i32.const 8))
                (drop (call $read (i32.const 0) (i32.const 256) (i32.const 1) (i32.const 264))) (br $end))
                (i32.store (i32.const 272) (i32.const 300))
                (i32.store (i32.const 276) (i32.const 1))
                (drop (call $write (i32.const 1) (i32.const 272) (i32.const 1) (i32.const 280)))
                (drop (i32.atomic.rmw.add (i32.const 28) (i32.const 1))) (br $end))
            (i32.const 9))
          (func (export "do") (param i32) (result i32) (call $do (local.get 0)))
          (func (export "cleanup") (param i32) (call $cleanup (local.get 0)))
          (func (export "notify") (param i32 i32)
            (loop $again
              (call $notify (local.get 0) (i32.const 0))
              (br_if $again (local.tee 1 (i32.sub (local.get 1) (i32.const 1))))))
          (func (export "wake") (param i32 i32) (result i32) (call $futex_wake (local.get 0) (local.get 1)))
          (func (export "wait") (param i32 i32 f64) (result i32) (call $futex_wait (local.get 0) (local.get 1) (local.get 2)))
          (func (export "receive") (drop (call $receive (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))
          (func (export "init_main") (param i32) (call $init_main (local.get 0)))
          (func (export "create") (param i32 i32 i32) (result i32)
            (call $create (local.get 0) (i32.const 0) (local.get 1) (local.get 2)))
          (func (export "main") (param i32 i32) (result i32)
            (drop (call $start (i32.const 1024) (i32.const 1) (i32.load (i32.const 4))))
            (drop (call $start (i32.const 2048) (i32.const 1) (i32.load (i32.const 8))))
            (call $do (i32.load (i32.const 12)))))
        """;

    private const int Return = 0, Spin = 1, Wait = 2, Exit = 3, Trap = 4, Live = 5, Storm = 6, Unwind = 7, Stay = 8, Release = 9,
        Read = 10, Write = 11;

    private const int Mails = 16, Exits = 20, Freed = 24, Written = 28;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public static TheoryData<WasmEngineMode> Modes => [WasmEngineMode.Auto, WasmEngineMode.Interpreted];

    private static Guest Make(WasmEngineMode mode, params int[] whats)
    {
        var guest = new Guest(new WasmEngine(new WasmEngineOptions { Mode = mode, Interruptible = true }).Compile(Text));
        for (int i = 0; i < whats.Length; i++)
            guest.Instance.Memory.Write(4 + (4 * i), whats[i]);
        return guest;
    }

    private static int Start(Guest guest, int at, int routine, int what) =>
        guest.Instance.GetFunction<Func<int, int, int, int>>("start")(at, routine, what);

    private static void WaitFor(Guest guest, int address, int least)
    {
        var watch = Stopwatch.StartNew();
        while (Volatile.Read(ref guest.Instance.Memory.Cell<int>(address)) < least)
        {
            Assert.True(watch.Elapsed < Bound, $"{guest.Instance.Memory.Read<int>(address)} at {address}");
            Thread.Sleep(1);
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void What_is_no_thread_starts_none(WasmEngineMode mode)
    {
        using Guest guest = Make(mode);
        var create = guest.Instance.GetFunction<Func<int, int, int, int>>("create");
        foreach (int at in (int[])[0, 4096, 4097, -1, -64, 131_072, 131_068, int.MinValue])
        {
            Assert.Throws<TrapException>(() => create(at, 1, Return));
            guest.Instance.GetFunction<Action<int>>("cleanup")(at);
            guest.Instance.GetFunction<Action<int, int>>("notify")(at, 1);
        }

        Assert.Throws<TrapException>(() => guest.Instance.GetFunction<Action>("receive")());
        Assert.Equal(-28, guest.Instance.GetFunction<Func<int, int, int>>("wake")(2, 1));
        Assert.Throws<TrapException>(() => guest.Instance.GetFunction<Func<int, int, int>>("wake")(-4, 1));
        Assert.Equal(-28, guest.Instance.GetFunction<Func<int, int, double, int>>("wait")(2, 1, 1));
        Assert.Equal(-6, guest.Instance.GetFunction<Func<int, int, double, int>>("wait")(4, 1, 1));
        Assert.Equal(-73, guest.Instance.GetFunction<Func<int, int, double, int>>("wait")(4, 0, 1));
        Assert.Equal(-73, guest.Instance.GetFunction<Func<int, int, double, int>>("wait")(4, 0, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(-1)]
    public void A_routine_that_is_none_traps(int routine)
    {
        using Guest guest = Make(WasmEngineMode.Auto, Return, Return, Wait);
        guest.Instance.Memory.Write(4, 0);
        // What ends a thread ends the guest, whatever it does next, or while it starts it.
        Assert.Throws<TrapException>(() =>
        {
            Start(guest, 4096, routine, 0);
            guest.Instance.GetFunction<Func<int, int>>("do")(Wait);
        });
    }

    [Fact]
    public void Two_threads_do_not_share_a_structure()
    {
        using Guest guest = Make(WasmEngineMode.Auto);
        Assert.Equal(0, Start(guest, 4096, 1, Wait));
        Assert.Equal(6, Start(guest, 4096, 1, Wait));
        guest.Instance.GetFunction<Action<int>>("init_main")(8192);
        Assert.Equal(6, Start(guest, 8192, 1, Wait));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_flood_of_mail_is_one_mail(WasmEngineMode mode)
    {
        using Guest guest = Make(mode);
        Assert.Equal(0, Start(guest, 4096, 1, Stay));
        var notify = guest.Instance.GetFunction<Action<int, int>>("notify");
        long before = GC.GetAllocatedBytesForCurrentThread();
        notify(4096, 200_000);
        notify(12345, 200_000);
        notify(0, 200_000);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
        WaitFor(guest, Mails, 1);
        int seen = guest.Instance.Memory.Read<int>(Mails);
        notify(4096, 1);
        WaitFor(guest, Mails, seen + 1);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void What_a_thread_lies_in_is_given_back_by_another(WasmEngineMode mode)
    {
        using Guest guest = Make(mode);
        for (int i = 0; i < 50; i++)
        {
            // The structure is free again once its thread has left, which another start finds out.
            while (Start(guest, 4096 + (64 * i), 1, Release) != 0)
                Thread.Sleep(1);
            guest.Instance.GetFunction<Action<int>>("cleanup")(100_000 + i);
        }

        var watch = Stopwatch.StartNew();
        while (guest.Instance.Memory.Read<int>(Freed) < 100)
        {
            Assert.True(watch.Elapsed < Bound);
            Start(guest, 16_384, 1, Return);
            Thread.Sleep(1);
        }

        Assert.Equal(100, guest.Instance.Memory.Read<int>(Freed));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Several_exits_are_one(WasmEngineMode mode)
    {
        for (int i = 0; i < 20; i++)
        {
            using Guest guest = Make(mode, Exit, Exit, Exit);
            Assert.Equal(5, guest.Instance.RunCommand());
            Assert.Equal(1, guest.Instance.Memory.Read<int>(Exits));
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_program_in_its_loop_ends_with_its_last_thread_or_by_one(WasmEngineMode mode)
    {
        foreach (int first in (int[])[Live, Unwind])
        {
            using Guest returns = Make(mode, Return, Return, first);
            Assert.Equal(0, returns.Instance.RunCommand());
            using Guest exits = Make(mode, Spin, Exit, first);
            Assert.Equal(5, exits.Instance.RunCommand());
            using Guest traps = Make(mode, Wait, Trap, first);
            Assert.Throws<TrapException>(() => traps.Instance.RunCommand());
            using Guest cancelled = Make(mode, Stay, Wait, first);
            using var end = new CancellationTokenSource(30);
            Assert.Throws<OperationCanceledException>(() => cancelled.Instance.RunCommand(end.Token));
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_storm_of_threads_ends(WasmEngineMode mode)
    {
        foreach (int other in (int[])[Storm, Trap, Exit])
        {
            for (int i = 0; i < 5; i++)
            {
                using Guest guest = Make(mode, Storm, other, Storm);
                using var end = new CancellationTokenSource(50);
                var watch = Stopwatch.StartNew();
                Exception? failure = Record.Exception(() => Assert.Equal(5, guest.Instance.RunCommand(end.Token)));
                Assert.True(failure is null or OperationCanceledException or TrapException, $"{failure}");
                Assert.True(watch.Elapsed < Bound, $"{watch.Elapsed}");
            }
        }
    }

    [Fact]
    public void A_thread_that_waits_for_input_keeps_nobody_from_output_and_is_left_behind()
    {
        using var input = new BlockedStream();
        using var guest = new Guest(new WasmEngine(new WasmEngineOptions { Interruptible = true }).Compile(Text));
        guest.Wasi.Stdin = input;
        Assert.Equal(0, Start(guest, 4096, 1, Read));
        Assert.True(input.IsAsked.Wait(Bound));
        Assert.Equal(0, Start(guest, 8192, 1, Write));
        WaitFor(guest, Written, 1);
        var watch = Stopwatch.StartNew();
        WasmExitException exit = Assert.Throws<WasmExitException>(() =>
        {
            Start(guest, 12_288, 1, Exit);
            guest.Instance.GetFunction<Func<int, int>>("do")(Spin);
        });
        Assert.Equal(5, exit.ExitCode);
        guest.Dispose();
        Assert.True(watch.Elapsed < Bound, $"{watch.Elapsed}");
    }

    private sealed class BlockedStream : MemoryStream
    {
        private readonly ManualResetEventSlim _end = new();

        public ManualResetEventSlim IsAsked { get; } = new();

        public override int Read(Span<byte> buffer)
        {
            IsAsked.Set();
            _end.Wait();
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            _end.Set();
            base.Dispose(disposing);
        }
    }

    // What the whole process holds tells nothing while other tests run in it.
    [Fact]
    public void Rounds_end() => Rounds(30, isAlone: false);

    [Fact(Explicit = true)]
    public void A_thousand_rounds_leak_nothing() => Rounds(1000, isAlone: true);

    private static void Rounds(int rounds, bool isAlone)
    {
        WasmModule module = new WasmEngine(new WasmEngineOptions { Interruptible = true }).Compile(Text);
        int[][] ends = [[Wait, Trap, Spin], [Spin, Exit, Wait], [Stay, Trap, Live], [Storm, Exit, Storm], [Release, Return, Return]];
        (int threads, int mappings, int descriptors) = (0, 0, 0);
        var longest = TimeSpan.Zero;
        for (int round = 0; round <= rounds; round++)
        {
            using (var guest = new Guest(module))
            {
                int[] what = ends[round % ends.Length];
                for (int i = 0; i < what.Length; i++)
                    guest.Instance.Memory.Write(4 + (4 * i), what[i]);
                var watch = Stopwatch.StartNew();
                Exception? failure = Record.Exception(() => guest.Instance.RunCommand());
                Assert.True(failure is null or TrapException, $"{failure}");
                Assert.True(watch.Elapsed < Bound, $"round {round}: {watch.Elapsed}");
                longest = watch.Elapsed > longest ? watch.Elapsed : longest;
            }

            if (!isAlone || round is not (20 or 1000) || !OperatingSystem.IsLinux())
                continue;
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(100);
            using var process = Process.GetCurrentProcess();
            int mapped = File.ReadAllLines("/proc/self/maps").Length, open = Directory.GetFileSystemEntries("/proc/self/fd").Length;
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"round {round}: {process.Threads.Count} threads, {mapped} mappings, {open} descriptors, longest {longest.TotalMilliseconds:0} ms");
            // A leak would be one for each round.
            if (round == 1000)
                Assert.True(process.Threads.Count - threads < 20 && mapped - mappings < rounds && open - descriptors < 20);

            (threads, mappings, descriptors) = (process.Threads.Count, mapped, open);
        }
    }

    [Fact]
    public void A_disposed_guest_ends_wherever_it_is()
    {
        for (int i = 0; i < 30; i++)
        {
            Guest guest = Make(WasmEngineMode.Auto, Stay, Spin, Live);
            WasmInstance instance = guest.Instance;
            var run = new Thread(() => Record.Exception(() => instance.RunCommand())) { IsBackground = true };
            run.Start();
            Thread.Sleep(i % 5 * (i % 3));
            guest.Dispose();
            Assert.True(run.Join(Bound));
        }
    }

    [Fact]
    public void A_thread_function_without_threads_is_served()
    {
        using Guest guest = Guest.OfText("""
            (import "env" "emscripten_runtime_keepalive_push" (func $push))
            (import "env" "emscripten_runtime_keepalive_check" (func $check (result i32)))
            (import "env" "emscripten_num_logical_cores" (func $cores (result i32)))
            (import "env" "_emscripten_default_pthread_stack_size" (func $size (result i32)))
            (func (export "f") (result i32 i32 i32) (call $push) (call $check) (i32.ge_s (call $cores) (i32.const 1)) (call $size))
            """);
        Assert.Equal((1, 1, 65_536), guest.Instance.GetFunction<Func<(int, int, int)>>("f")());
    }

    [Fact]
    public void Options_are_checked()
    {
        foreach (EmscriptenOptions options in (EmscriptenOptions[])
            [new() { MaxThreads = -1 }, new() { ThreadStackBytes = -1 }, new() { MaxMemoryPages = -1 }])
            Assert.Throws<ArgumentOutOfRangeException>(() => new WasmImports().AddEmscripten(new WasiOptions(), options));
        using var small = new Guest(new WasmEngine(new WasmEngineOptions { Interruptible = true }).Compile(Text));
        small.Options.MaxMemoryPages = 1;
        Assert.Throws<ResourceLimitException>(() => small.Instance);
    }
}
