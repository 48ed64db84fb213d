namespace Wasil.Tests.Execution;

/// <summary>One thread at a time is inside an instance, whoever asks when.</summary>
public class OwnershipTests
{
    private const string Guest = """
        (module (import "env" "inside" (func $inside (param i32)))
          (memory (export "memory") 1)
          (func $run (export "run") (param $n i32) (result i32)
            (call $inside (local.get $n))
            (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1)))
            (i32.load (i32.const 0))))
        """;

    [Fact]
    public async Task Threads_that_compete_are_never_inside_together()
    {
        int inside = 0, most = 0, entered = 0, refused = 0;
        using WasmInstance instance = WasmEngine.Default.Compile(Guest).Instantiate(new WasmImports().Define("env", "inside", (int n) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref inside));
            Thread.SpinWait(n);
            Interlocked.Decrement(ref inside);
        }));
        await InParallel(4, thread =>
        {
            var run = instance.GetFunction<Func<int, int>>("run");
            for (int i = 0; i < 5_000; i++)
            {
                try
                {
                    run(i % 7);
                    Interlocked.Increment(ref entered);
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref refused);
                }

                if (i % 16 == thread)
                    Thread.Yield();
            }
        });
        Assert.Equal(1, most);
        Assert.Equal(20_000, entered + refused);
        Assert.Equal(entered + 1, instance.GetFunction<Func<int, int>>("run")(0));
    }

    [Fact]
    public async Task Disposing_waits_for_the_call_that_is_inside()
    {
        WasmModule module = WasmEngine.Default.Compile(Guest);
        for (int round = 0; round < 200; round++)
        {
            WasmInstance instance = module.Instantiate(new WasmImports().Define("env", "inside", (int n) => Thread.SpinWait(n)));
            using var start = new Barrier(3);
            await InParallel(3, thread =>
            {
                var run = instance.GetFunction<Func<int, int>>("run");
                start.SignalAndWait();
                for (int i = 0; i < 20; i++)
                {
                    try
                    {
                        run(i);
                    }
                    catch (ObjectDisposedException)
                    {
                    }
                    catch (InvalidOperationException)
                    {
                    }

                    if (thread == 0 && i == round % 20)
                        instance.Dispose();
                }
            });
            Assert.Throws<ObjectDisposedException>(() => { instance.GetFunction<Func<int, int>>("run")(0); });
        }
    }

    [Fact]
    public void A_host_function_may_call_back_and_dispose()
    {
        WasmInstance? instance = null;
        int depth = 0;
        instance = WasmEngine.Default.Compile(Guest).Instantiate(new WasmImports().Define("env", "inside", (int n) =>
        {
            if (++depth < 4)
                instance!.GetFunction<Func<int, int>>("run")(n);
            else
                instance!.Dispose();
        }));
        Assert.Equal(4, instance.GetFunction<Func<int, int>>("run")(0));
        Assert.Throws<ObjectDisposedException>(() => { instance.GetFunction<Func<int, int>>("run")(0); });
    }

    private static Task InParallel(int threads, Action<int> action) => Task.WhenAll(Enumerable.Range(0, threads).Select(
        thread => Task.Factory.StartNew(
            () => action(thread), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

    private static void InterlockedMax(ref int place, int value)
    {
        for (int known = Volatile.Read(ref place); known < value;)
            known = Interlocked.CompareExchange(ref place, value, known);
    }
}
