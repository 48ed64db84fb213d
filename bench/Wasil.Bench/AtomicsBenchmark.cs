using System.Globalization;

namespace Wasil.Bench;

/// <summary>Atomic instructions, by one thread and by two that want the same memory, against Wasmtime.</summary>
internal static class AtomicsBenchmark
{
    private static readonly (string Name, int Count)[] Uncontended =
    [
        ("add", 20_000_000), ("add8", 20_000_000), ("or64", 20_000_000), ("exchange", 20_000_000), ("compare_exchange", 20_000_000),
        ("load", 100_000_000), ("store", 20_000_000), ("notify", 5_000_000), ("mutex", 10_000_000),
    ];

    private static readonly (string Name, int Count)[] Contended =
    [
        ("add", 5_000_000), ("compare_exchange", 2_000_000), ("mutex", 5_000_000), ("ping_pong", 100_000),
    ];

    /// <summary>Measures in turn and prints nanoseconds of processor time for each time round the loop, and ratios over Wasmtime.</summary>
    /// <param name="names">Which kernels; all where empty.</param>
    /// <param name="rounds">How often each is measured.</param>
    public static int Run(IReadOnlyCollection<string> names, int rounds)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{"ns of processor time",-32}{"wasil",10}{"interrupt.",12}{"wasmtime",10}{"ratio",8}{"interrupt.",12}{"wall",8}{"interrupt.",12}"));
        Compare("uncontended", Uncontended, 1);
        Compare("contended", Contended, 2);
        return 0;

        void Compare(string file, (string Name, int Count)[] kernels, int threads)
        {
            byte[] module = Wasmtime.Module.ConvertText(File.ReadAllText(Path.Combine(Kernel.FolderOf("atomics"), file + ".wat")));
            SharedModule[] runtimes =
            [
                new WasilSharedModule(module, new WasmEngineOptions()),
                new WasilSharedModule(module, new WasmEngineOptions { Interruptible = true }),
                new WasmtimeSharedModule(module),
            ];
            foreach ((string name, int count) in kernels)
            {
                if (names.Count > 0 && !names.Contains(name))
                    continue;
                var processor = new List<double>[] { [], [], [] };
                var wall = new List<double>[] { [], [], [] };
                for (int round = -2; round < rounds; round++)
                {
                    for (int i = 0; i < runtimes.Length; i++)
                    {
                        (double cpu, double elapsed) = Measure(runtimes[i], name, round < 0 ? count / 10 : count, threads);
                        if (round < 0)
                            continue;
                        processor[i].Add(cpu);
                        wall[i].Add(elapsed);
                    }

                    if (round < 0)
                        Thread.Sleep(100);
                }

                double Ratio(List<double>[] measured, int i) => Median(measured[i].Zip(measured[2], (ours, theirs) => ours / theirs));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{$"{file} {name}",-32}{Median(processor[0]),10:0.00}{Median(processor[1]),12:0.00}{Median(processor[2]),10:0.00}"
                    + $"{Ratio(processor, 0),8:0.000}{Ratio(processor, 1),12:0.000}{Ratio(wall, 0),8:0.000}{Ratio(wall, 1),12:0.000}"));
            }
        }
    }

    private static (double Processor, double Wall) Measure(SharedModule runtime, string name, int count, int threads)
    {
        Func<int, int>[] functions = [.. Enumerable.Range(0, threads).Select(thread => runtime.Function(thread, name))];
        Thread[] others = [.. functions.Skip(1).Select(function => new Thread(() => function((count << 1) | 1)))];
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        Array.ForEach(others, thread => thread.Start());
        functions[0](threads == 1 ? count : count << 1);
        Array.ForEach(others, thread => thread.Join());
        double work = (double)count * threads;
        return ((Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / work,
            System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds / work);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
