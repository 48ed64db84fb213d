using System.Diagnostics;

namespace Wasil.Fuzz;

/// <summary>Ends guests by time limits again and again, in one process, and tells how late they ended.</summary>
internal static class TimeLimits
{
    private const int LimitMilliseconds = 10;

    private const string Guest = """
        (module
          (import "env" "wait" (func $wait))
          (memory (export "memory") 1 32768)
          (func (export "loop") (loop $again (br $again)))
          (func $fib (param i32) (result i32)
            (if (result i32) (i32.lt_u (local.get 0) (i32.const 2))
              (then (local.get 0))
              (else (i32.add (call $fib (i32.sub (local.get 0) (i32.const 1))) (call $fib (i32.sub (local.get 0) (i32.const 2)))))))
          (func (export "recursion") (drop (call $fib (i32.const 60))))
          (func $tail (return_call $tail))
          (func (export "tail calls") (call $tail))
          (func (export "host call") (call $wait))
          (func (export "fill")
            (drop (memory.grow (i32.const 4095)))
            (loop $again (memory.fill (i32.const 0) (i32.const 1) (i32.const 0x10000000)) (br $again))))
        """;

    public static int Run(int rounds, TextWriter output)
    {
        foreach (WasmEngineMode mode in (WasmEngineMode[])[WasmEngineMode.Auto, WasmEngineMode.Interpreted])
        {
            WasmModule module = new WasmEngine(new WasmEngineOptions { Mode = mode, Interruptible = true }).Compile(Guest);
            foreach (string name in (string[])["loop", "recursion", "tail calls", "host call", "fill"])
            {
                int count = name == "fill" ? Math.Max(rounds / 20, 1) : rounds;
                End(module, name);
                Holdings before = Holdings.Take();
                double[] late = [.. Enumerable.Range(0, count).Select(_ => End(module, name)).Order()];
                output.WriteLine(
                    $"{mode}, {name}: {count} times, late by {late[count / 2]:f1} ms (median), {late[count * 95 / 100]:f1} ms (95 %), {late[^1]:f1} ms (most)");
                output.WriteLine($"  before {before}");
                output.WriteLine($"  after  {Holdings.Take()}");
            }
        }

        return 0;
    }

    private static double End(WasmModule module, string name)
    {
        using WasmInstance instance = module.Instantiate(new WasmImports().Define("env", "wait", (CancellationToken token) =>
        {
            token.WaitHandle.WaitOne();
            token.ThrowIfCancellationRequested();
        }));
        WasmFunction function = instance.GetFunction(name);
        using var end = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        end.CancelAfter(LimitMilliseconds);
        try
        {
            function.Invoke([], [], end.Token);
        }
        catch (OperationCanceledException)
        {
            return watch.Elapsed.TotalMilliseconds - LimitMilliseconds;
        }

        throw new InvalidOperationException("The guest ended by itself.");
    }
}
