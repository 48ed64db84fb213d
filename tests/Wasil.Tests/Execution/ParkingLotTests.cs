namespace Wasil.Tests.Execution;

/// <summary>Threads that wait for each other: guests in instances of their own, which share a memory, and the host.</summary>
public class ParkingLotTests
{
    private const string Module = """
        (import "env" "memory" (memory 1 4 shared))
        (func (export "wait32") (param i32 i32 i64) (result i32)
          (memory.atomic.wait32 offset=8 (local.get 0) (local.get 1) (local.get 2)))
        (func (export "wait64") (param i32 i64 i64) (result i32)
          (memory.atomic.wait64 offset=8 (local.get 0) (local.get 1) (local.get 2)))
        (func (export "notify") (param i32 i32) (result i32)
          (memory.atomic.notify offset=8 (local.get 0) (local.get 1)))
        """;

    private static readonly WasmEngine Engine = new(new WasmEngineOptions { Interruptible = true });
    private static readonly WasmModule Guest = Engine.Compile(Module);

    private static readonly MemoryType SharedType = new(new Limits(1, 4), isShared: true);

    [Fact]
    public void A_wait_is_over_at_once_or_in_time()
    {
        using var shared = new Shared();
        using WasmInstance guest = shared.Instantiate();
        var wait32 = guest.GetFunction<Func<int, int, long, int>>("wait32");
        var wait64 = guest.GetFunction<Func<int, long, long, int>>("wait64");
        shared.Memory.Write(8, 0x1_0000_0005);
        Assert.Equal(1, wait32(0, 4, -1));
        Assert.Equal(1, wait64(0, 5, -1));
        Assert.Equal(2, wait32(0, 5, 0));
        Assert.Equal(2, wait32(0, 5, 2_000_000));
        Assert.Equal(2, wait64(0, 0x1_0000_0005, 1));
        Assert.Equal(WasmWaitResult.NotEqual, shared.Memory.Wait(8, 4, Timeout.InfiniteTimeSpan));
        Assert.Equal(WasmWaitResult.TimedOut, shared.Memory.Wait(8, 0x1_0000_0005, TimeSpan.FromMilliseconds(1)));
        Assert.Equal(0, shared.Parked);
    }

    [Fact]
    public void Those_that_waited_longest_are_woken_first()
    {
        using var shared = new Shared();
        var order = new List<int>();
        var threads = new List<Thread>();
        for (int i = 0; i < 4; i++)
        {
            int number = i;
            // Guests and the host wait in one queue.
            threads.Add(Start(() =>
            {
                if (number % 2 == 0)
                {
                    using WasmInstance guest = shared.Instantiate();
                    Assert.Equal(0, guest.GetFunction<Func<int, int, long, int>>("wait32")(0, 0, -1));
                }
                else
                {
                    Assert.Equal(WasmWaitResult.Notified, shared.Memory.Wait(8, 0, Timeout.InfiniteTimeSpan));
                }

                lock (order)
                    order.Add(number);
            }));
            SpinUntil(() => shared.Parked == number + 1);
        }

        Assert.Equal(0, shared.Memory.Notify(12));
        using WasmInstance notifier = shared.Instantiate();
        Assert.Equal(1, notifier.GetFunction<Func<int, int, int>>("notify")(0, 1));
        threads[0].Join();
        Assert.Equal(1, shared.Memory.Notify(8, 1));
        threads[1].Join();
        Assert.Equal(0, shared.Memory.Notify(8, 0));
        Assert.Equal(2, notifier.GetFunction<Func<int, int, int>>("notify")(0, -1));
        threads.ForEach(thread => thread.Join());
        Assert.Equal([0, 1], order.Take(2));
        Assert.Equal(0, shared.Parked);
    }

    [Fact]
    public void A_token_ends_a_wait()
    {
        using var shared = new Shared();
        for (int i = 0; i < 20; i++)
        {
            using var end = new CancellationTokenSource();
            using WasmInstance guest = shared.Instantiate();
            var wait = guest.GetFunction<Func<int, int, long, CancellationToken, int>>("wait32");
            Thread waiter = Start(() => Assert.Throws<OperationCanceledException>(() => wait(0, 0, -1, end.Token)));
            if (i % 2 == 0)
                SpinUntil(() => shared.Parked == 1);
            end.Cancel();
            waiter.Join();
            Assert.Equal(0, shared.Parked);
        }

        using var hostEnd = new CancellationTokenSource(10);
        Assert.Throws<OperationCanceledException>(() => shared.Memory.Wait(8, 0, Timeout.InfiniteTimeSpan, hostEnd.Token));
        Assert.Equal(0, shared.Parked);
    }

    [Fact]
    public void Nothing_is_lost_between_threads()
    {
        // Each turn changes the place and notifies; the other waits while it holds what it held.
        const int Rounds = 20_000;
        WasmModule module = Engine.Compile("""
            (import "env" "memory" (memory 1 4 shared))
            (func (export "play") (param $mine i32) (param $rounds i32)
              (loop $again
                (loop $turn
                  (if (i32.ne (i32.atomic.load (i32.const 8)) (local.get $mine))
                    (then
                      (drop (memory.atomic.wait32 (i32.const 8) (i32.sub (i32.const 1) (local.get $mine)) (i64.const -1)))
                      (br $turn))))
                (drop (i32.atomic.rmw.add (i32.const 16) (i32.const 1)))
                (i32.atomic.store (i32.const 8) (i32.sub (i32.const 1) (local.get $mine)))
                (drop (memory.atomic.notify (i32.const 8) (i32.const 1)))
                (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1))))))
            """);
        using var shared = new Shared();
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(mine => Start(() =>
        {
            using WasmInstance player = module.Instantiate(shared.Imports);
            player.GetFunction<Action<int, int>>("play")(mine, Rounds);
        }))];
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(2 * Rounds, shared.Memory.Read<int>(16));
    }

    [Fact]
    public void Who_waits_on_another_address_is_not_woken()
    {
        // More addresses than queues.
        const int Addresses = 48;
        using var shared = new Shared();
        var woken = new int[Addresses];
        var threads = new Thread[Addresses];
        for (int i = 0; i < Addresses; i++)
        {
            int number = i;
            threads[i] = Start(() =>
            {
                Assert.Equal(WasmWaitResult.Notified, shared.Memory.Wait(8 * number, 0, Timeout.InfiniteTimeSpan));
                Volatile.Write(ref woken[number], 1);
            });
        }

        SpinUntil(() => shared.Parked == Addresses);
        for (int i = Addresses - 1; i >= 0; i--)
        {
            Assert.Equal(0, shared.Memory.Notify((8 * i) + 4));
            Assert.Equal(1, shared.Memory.Notify(8 * i));
            threads[i].Join();
            Assert.Equal(0, shared.Memory.Notify(8 * i));
            Assert.Equal(Addresses - i, woken.Sum());
            Assert.Equal(i, shared.Parked);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public unsafe void Both_ways_to_sleep(bool usesFutex)
    {
        Assert.SkipUnless(!usesFutex || Wasil.Execution.Futex.IsSupported, "The system has no futex.");
        const int Rounds = 2_000;
        var lot = new Wasil.Execution.ParkingLot();
        // Whose turn it is, how many there were, and what nobody changes.
        int[] places = GC.AllocateArray<int>(3, pinned: true);
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(mine => Start(() =>
        {
            fixed (int* turn = places)
            {
                var waiter = new Wasil.Execution.ParkingLot.Waiter(static () => { }, usesFutex);
                for (int i = 0; i < Rounds; i++)
                {
                    // With and without a limit that is never met, and with one that often is.
                    long limit = (i % 3) switch { 0 => -1, 1 => 60_000_000_000, _ => 50_000 };
                    while (Volatile.Read(ref *turn) != mine)
                        lot.Wait(4, (byte*)turn, (uint)(1 - mine), limit, waiter);
                    if (i % 100 == 0)
                        Thread.Sleep(1);
                    places[1]++;
                    Volatile.Write(ref *turn, 1 - mine);
                    Interlocked.MemoryBarrier();
                    lot.Notify(4, 1);
                }

                long start = System.Diagnostics.Stopwatch.GetTimestamp();
                Assert.Equal(WasmWaitResult.TimedOut, lot.Wait(1, (byte*)&turn[2], 0, 20_000_000, waiter));
                Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds >= 20);
            }
        }))];
        Array.ForEach(threads, thread => thread.Join());
        Assert.Empty(Failures);
        Assert.Equal(2 * Rounds, places[1]);
        Assert.Equal(0, lot.Count);
    }

    [Fact]
    public void A_lock_that_is_never_free_for_long()
    {
        // A mutex of three states; both threads take it again as soon as they have left it.
        const int Rounds = 200_000;
        WasmModule module = Engine.Compile("""
            (import "env" "memory" (memory 1 4 shared))
            (func (export "work") (param $rounds i32)
              (loop $again
                (block $taken
                  (br_if $taken (i32.eqz (i32.atomic.rmw.cmpxchg (i32.const 8) (i32.const 0) (i32.const 1))))
                  (loop $wait
                    (br_if $taken (i32.eqz (i32.atomic.rmw.xchg (i32.const 8) (i32.const 2))))
                    (drop (memory.atomic.wait32 (i32.const 8) (i32.const 2) (i64.const -1)))
                    (br $wait)))
                (i32.store (i32.const 16) (i32.add (i32.load (i32.const 16)) (i32.const 1)))
                (if (i32.eq (i32.atomic.rmw.xchg (i32.const 8) (i32.const 0)) (i32.const 2))
                  (then (drop (memory.atomic.notify (i32.const 8) (i32.const 1)))))
                (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1))))))
            """);
        using var shared = new Shared();
        Thread[] threads = [.. Enumerable.Range(0, 3).Select(_ => Start(() =>
        {
            using WasmInstance worker = module.Instantiate(shared.Imports);
            worker.GetFunction<Action<int>>("work")(Rounds);
        }))];
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(3 * Rounds, shared.Memory.Read<int>(16));
        Assert.Equal(0, shared.Parked);
    }

    [Fact]
    public void What_cannot_be_waited_for()
    {
        using WasmInstance alone = WasmEngine.Default.Compile("""
            (memory (export "memory") 1)
            (func (export "wait") (param i32) (result i32) (memory.atomic.wait32 (local.get 0) (i32.const 0) (i64.const -1)))
            (func (export "notify") (param i32) (result i32) (memory.atomic.notify (local.get 0) (i32.const 1)))
            """).Instantiate();
        var wait = alone.GetFunction<Func<int, int>>("wait");
        Assert.Equal(TrapKind.ExpectedSharedMemory, Assert.Throws<TrapException>(() => wait(0)).Kind);
        Assert.Equal(TrapKind.UnalignedAtomic, Assert.Throws<TrapException>(() => wait(2)).Kind);
        Assert.Equal(TrapKind.MemoryOutOfBounds, Assert.Throws<TrapException>(() => wait(65_536)).Kind);
        var notify = alone.GetFunction<Func<int, int>>("notify");
        Assert.Equal(0, notify(65_532));
        Assert.Equal(TrapKind.UnalignedAtomic, Assert.Throws<TrapException>(() => notify(1)).Kind);
        Assert.Equal(TrapKind.MemoryOutOfBounds, Assert.Throws<TrapException>(() => notify(-4)).Kind);

        WasmMemory memory = alone.GetMemory("memory");
        Assert.Throws<InvalidOperationException>(() => memory.Wait(0, 0, TimeSpan.Zero));
        Assert.Equal(0, memory.Notify(0));
        using var shared = new Shared();
        Assert.Throws<NotSupportedException>(() => shared.Memory.Wait(0, (short)0, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => shared.Memory.Wait(0, 0, TimeSpan.FromSeconds(-2)));
        Assert.Equal(TrapKind.UnalignedAtomic, Assert.Throws<TrapException>(() => shared.Memory.Wait(4, 0L, TimeSpan.Zero)).Kind);
        Assert.Equal(TrapKind.MemoryOutOfBounds, Assert.Throws<TrapException>(() => shared.Memory.Notify(-4)).Kind);
    }

    [Fact]
    public void The_host_has_the_same_operations()
    {
        using var shared = new Shared();
        WasmMemory memory = shared.Memory;
        Assert.Equal(3, Interlocked.Add(ref memory.Cell<int>(16), 3));
        Assert.Equal(0, Interlocked.CompareExchange(ref memory.Cell<byte>(21), 7, 0));
        Volatile.Write(ref memory.Cell<long>(65_528), -1);
        Assert.Equal(3 + (7L << 40), memory.Read<long>(16));
        Assert.Equal(TrapKind.UnalignedAtomic, Assert.Throws<TrapException>(() => memory.Cell<short>(1)).Kind);
        Assert.Equal(TrapKind.MemoryOutOfBounds, Assert.Throws<TrapException>(() => memory.Cell<long>(65_536)).Kind);
        Assert.Throws<NotSupportedException>(() => memory.Cell<Int128>(0));
    }

    [Fact]
    public void A_memory_that_somebody_waits_on_stays()
    {
        WasmModule owner = Engine.Compile("(memory (export \"memory\") 1 1 shared)");
        WasmInstance instance = owner.Instantiate();
        WasmMemory memory = instance.GetMemory("memory");
        using var end = new CancellationTokenSource();
        Thread waiter = Start(() =>
            Assert.Throws<OperationCanceledException>(() => memory.Wait(8, 0, Timeout.InfiniteTimeSpan, end.Token)));
        var inner = (Wasil.Execution.MemoryInstance)memory.Address;
        SpinUntil(() => inner.Parking.Count == 1);
        instance.Dispose();
        Assert.Equal(65_536, memory.Length);
        end.Cancel();
        waiter.Join();
        Assert.Throws<ObjectDisposedException>(() => memory.Wait(8, 0, TimeSpan.Zero));
    }

    // A thread whose failure is the test's.
    private static Thread Start(Action action)
    {
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                Failures.Add(exception);
            }
        });
        thread.Start();
        return thread;
    }

    private static readonly System.Collections.Concurrent.ConcurrentBag<Exception> Failures = [];

    private static void SpinUntil(Func<bool> condition) =>
        Assert.True(SpinWait.SpinUntil(() => condition() || !Failures.IsEmpty, TimeSpan.FromMinutes(1)));

    private sealed class Shared : IDisposable
    {
        public Shared() => Imports = new WasmImports().Define("env", "memory", Memory);

        public WasmMemory Memory { get; } = new(SharedType);

        public WasmImports Imports { get; }

        public int Parked => ((Wasil.Execution.MemoryInstance)Memory.Address).Parking.Count;

        public WasmInstance Instantiate() => Guest.Instantiate(Imports);

        public void Dispose() => Assert.Empty(Failures);
    }
}
