using System.Globalization;
using System.Text;

namespace Wasil.Bench;

/// <summary>What it costs to cross between host and guest, and to make an instance.</summary>
internal static class CallBenchmark
{
    private const string Guest = """
        (module
          (import "env" "add" (func $host (param i32 i32) (result i32)))
          (memory (export "memory") 1)
          (global $counter (mut i32) (i32.const 0))
          (table 4 funcref)
          (elem (i32.const 0) $add $call_host)
          (data (i32.const 8) "hello")
          (func $add (export "add") (param i32 i32) (result i32)
            (i32.add (local.get 0) (local.get 1)))
          (func $call_host (export "call_host") (param $n i32) (result i32)
            (local $sum i32)
            (loop $again
              (local.set $sum (call $host (local.get $sum) (local.get $n)))
              (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
            (local.get $sum)))
        """;

    /// <summary>Measures both runtimes in turn and prints nanoseconds.</summary>
    public static int Run(int rounds)
    {
        byte[] module = Wasmtime.Module.ConvertText(Guest);
        Dictionary<string, Runtime> runtimes = Runtime.Names.ToDictionary(name => name, Runtime.Create);
        Dictionary<string, ICallTarget> targets = runtimes.ToDictionary(pair => pair.Key, pair => pair.Value.LoadCalls(module));
        Console.WriteLine($"{"ns of processor time",-24}{"wasil",12}{"wasmtime",12}{"ratio",10}");
        Compare("host calls guest", rounds, 10_000_000, target =>
        {
            Func<int, int, int> add = target.Add;
            return count =>
            {
                int sum = 0;
                for (int i = 0; i < count; i++)
                    sum = add(sum, i);
            };
        });
        // For comparison: what a call through a delegate costs that does the same, on both sides.
        Func<int, int, int> plain = Plain;
        Compare("host calls delegate", rounds, 20_000_000, _ => count =>
        {
            int sum = 0;
            for (int i = 0; i < count; i++)
                sum = plain(sum, i);
        });
        Compare("guest calls host", rounds, 10_000_000, target => count => target.CallHost(count));
        Compare("instance made", rounds, 20_000, target => count =>
        {
            for (int i = 0; i < count; i++)
                target.Instantiate();
        });
        foreach (string name in Runtime.Names)
        {
            targets[name].Dispose();
            runtimes[name].Dispose();
        }

        return 0;

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static int Plain(int a, int b) => a + b;

        void Compare(string what, int rounds, int count, Func<ICallTarget, Action<int>> of)
        {
            Dictionary<string, List<double>> measured = Runtime.Names.ToDictionary(name => name, _ => new List<double>());
            // The rounds that are left out let the .NET code between reach its last tier.
            for (int round = -3; round < rounds; round++)
            {
                foreach (string name in Runtime.Names)
                {
                    Action<int> run = of(targets[name]);
                    TimeSpan start = Environment.CpuUsage.TotalTime;
                    run(count);
                    if (round >= 0)
                        measured[name].Add((Environment.CpuUsage.TotalTime - start).TotalNanoseconds / count);
                }

                if (round < 0)
                    Thread.Sleep(200);
            }

            double[] medians = [.. Runtime.Names.Select(name => measured[name].Order().ElementAt(measured[name].Count / 2))];
            var line = new StringBuilder();
            line.Append(CultureInfo.InvariantCulture, $"{what,-24}{medians[0],12:0.0}{medians[1],12:0.0}{medians[0] / medians[1],10:0.000}");
            Console.WriteLine(line);
        }
    }
}
