namespace Wasil.Bench;

/// <summary>
/// Runs each kernel on the interpreter, on wasm3 and on wazero's interpreter in turn, always in a fresh process, and tells how many
/// times as fast as they it is. Without both of them, which bench/peers/build makes, there is nothing to be said.
/// </summary>
internal static class InterpreterBenchmark
{
    private const double LeastOverWasm3 = 0.75;
    private const double LeastOverWazero = 8;

    /// <param name="names">Which kernels; all where empty.</param>
    /// <param name="rounds">How many processes for each kernel and runtime.</param>
    /// <returns>The exit code: 1 where a checksum differs or the interpreter is slower than it should be, 2 without peers.</returns>
    public static int Run(IReadOnlyCollection<string> names, int rounds)
    {
        string peers = Peer.Folder;
        string wasm3 = Path.Combine(peers, "wasm3"), wazero = Path.Combine(peers, "wazero");
        if (!File.Exists(wasm3) || !File.Exists(wazero))
        {
            Console.Error.WriteLine($"wasm3 and wazero are not in {peers}: bench/peers/build makes them.");
            return 2;
        }

        bool wrong = false;
        var ratios = new List<(double Wasm3, double Wazero)>();
        Console.WriteLine(KernelBenchmark.Row("kernel", "wasil s", "wasm3 s", "wazero s", "over wasm3", "over wazero"));
        foreach (Kernel kernel in Kernel.ReadAll("kernels").Where(kernel => names.Count == 0 || names.Contains(kernel.Name)))
        {
            if (kernel.InterpretedSize == 0)
                continue;
            var seconds = new List<double>[] { [], [], [] };
            for (int round = 0; round < rounds; round++)
            {
                Measurement[] measured =
                [
                    KernelBenchmark.Measure("wasil-interpreted", kernel, kernel.InterpretedSize),
                    KernelBenchmark.MeasurePeer(wasm3, kernel, kernel.InterpretedSize),
                    KernelBenchmark.MeasurePeer(wazero, kernel, kernel.InterpretedSize),
                ];
                for (int i = 0; i < measured.Length; i++)
                    seconds[i].Add(measured[i].CpuSeconds);
                if (measured.Any(measurement => measurement.Checksum != measured[0].Checksum))
                {
                    wrong = true;
                    Console.Error.WriteLine($"{kernel.Name}: {string.Join(", ", measured.Select(measurement => measurement.Checksum))}");
                }
            }

            double[] medians = Array.ConvertAll(seconds, Median);
            ratios.Add((medians[1] / medians[0], medians[2] / medians[0]));
            Console.WriteLine(KernelBenchmark.Row(
                kernel.Name, [.. medians.Select(KernelBenchmark.Number), KernelBenchmark.Number(ratios[^1].Wasm3), KernelBenchmark.Number(ratios[^1].Wazero)]));
        }

        double overWasm3 = Mean(ratios.Select(ratio => ratio.Wasm3)), overWazero = Mean(ratios.Select(ratio => ratio.Wazero));
        Console.WriteLine(KernelBenchmark.Row(
            "geometric mean", "", "", "", KernelBenchmark.Number(overWasm3), KernelBenchmark.Number(overWazero)));
        return wrong || overWasm3 < LeastOverWasm3 || overWazero < LeastOverWazero ? 1 : 0;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }

    private static double Mean(IEnumerable<double> ratios) => Math.Exp(ratios.Select(ratio => Math.Log(ratio)).DefaultIfEmpty().Average());
}
