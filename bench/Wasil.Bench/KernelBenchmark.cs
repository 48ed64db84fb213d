using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wasil.Bench;

/// <summary>
/// Runs each kernel on each runtime in turn, always in a fresh process, so that neither what else the machine does nor what ran
/// before favours one of them.
/// </summary>
internal static class KernelBenchmark
{
    /// <summary>The parent's part: prints a table of ratios.</summary>
    /// <param name="suite">The folder that the kernels are in.</param>
    /// <param name="names">Which kernels; all where empty.</param>
    /// <param name="runtimes">Which runtimes; the last is what the others are compared with.</param>
    /// <param name="rounds">How many processes for each kernel and runtime.</param>
    /// <param name="percent">How much of each kernel's work. Other than 100, nobody knows beforehand what comes out, and the runtimes
    /// are compared with each other alone.</param>
    /// <param name="json">A file for all that was measured, or null.</param>
    /// <returns>The exit code: 1 where a checksum was wrong.</returns>
    public static int Run(string suite, IReadOnlyCollection<string> names, string[] runtimes, int rounds, int percent, string? json)
    {
        Kernel[] kernels = names.Count == 0 ? [.. Kernel.ReadAll(suite)] : [.. names.Select(name => Kernel.Find(suite, name))];
        bool wrong = false;
        var results = new List<KernelResult>();
        string[] compared = runtimes[..^1];
        Console.WriteLine($"Seconds of {runtimes[^1]}, and the ratios of: {string.Join(", ", compared)}");
        Console.WriteLine(Row("kernel", ["seconds", .. Cells("cpu"), .. Cells("wall"), .. Cells("first"),
            .. runtimes.Select(name => $"{name} MB")]));
        foreach (Kernel kernel in kernels)
        {
            long? checksum = kernel.HasChecksum && percent == 100 ? kernel.Checksum : null;
            int? size = percent == 100 ? null : Math.Max(1, (int)((long)kernel.Size * percent / 100));
            Dictionary<string, List<Measurement>> measured = runtimes.ToDictionary(name => name, _ => new List<Measurement>());
            for (int round = 0; round < rounds; round++)
            {
                foreach (string runtime in runtimes)
                {
                    Measurement measurement = Measure(runtime, kernel, size);
                    measured[runtime].Add(measurement);
                    checksum ??= measurement.Checksum;
                    if (measurement.Checksum == checksum)
                        continue;
                    wrong = true;
                    Console.Error.WriteLine($"{kernel.Name} on {runtime}: {measurement.Checksum}, not {checksum}");
                }
            }

            var result = new KernelResult(kernel.Name, kernel.NativeSeconds, measured);
            results.Add(result);
            Console.WriteLine(Row(kernel.Name, [
                Number(result.Median(runtimes[^1], measurement => measurement.CpuSeconds)),
                .. compared.Select(name => Number(result.CpuRatio(name))), .. compared.Select(name => Number(result.WallRatio(name))),
                .. compared.Select(name => Number(result.FirstRatio(name))),
                .. runtimes.Select(name => Megabytes(result.Median(name, measurement => measurement.PeakBytes))),
            ]));
        }

        Console.WriteLine(Row("geometric mean", [
            "", .. compared.Select(name => Mean(result => result.CpuRatio(name))),
            .. compared.Select(name => Mean(result => result.WallRatio(name))),
            .. compared.Select(name => Mean(result => result.FirstRatio(name))),
        ]));
        if (json is not null)
            File.WriteAllText(json, JsonSerializer.Serialize(results, Format) + "\n");
        return wrong ? 1 : 0;

        IEnumerable<string> Cells(string what) => compared.Select((_, i) => compared.Length == 1 ? what : $"{what} {i + 1}");

        string Mean(Func<KernelResult, double> ratio) =>
            Number(Math.Exp(results.Select(result => Math.Log(ratio(result))).DefaultIfEmpty().Average()));
    }

    /// <summary>The child's part: measures once, and writes it to standard output.</summary>
    /// <param name="runtime">Which runtime.</param>
    /// <param name="suite">The kernel's suite.</param>
    /// <param name="name">The kernel's name.</param>
    /// <param name="size">How much work, if not the kernel's own size.</param>
    public static int RunChild(string runtime, string suite, string name, int? size)
    {
        Kernel kernel = Kernel.Find(suite, name);
        int work = size ?? kernel.Size;
        byte[] module = kernel.ReadModule();

        long start = Stopwatch.GetTimestamp();
        using var host = Runtime.Create(runtime);
        Func<int, long> run = RealProgram.Is(name) ? RealProgram.Load(name, host.LoadProgram(module)) : host.LoadKernel(module);
        run(1);
        double first = Stopwatch.GetElapsedTime(start).TotalSeconds;
        // What is compiled only once it has run for a while is to be so by then.
        run(RealProgram.Is(name) ? work : Math.Min(2, work));

        using var process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        start = Stopwatch.GetTimestamp();
        long checksum = run(work);
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        Console.WriteLine(JsonSerializer.Serialize(
            new Measurement(checksum, first, wall, (process.TotalProcessorTime - cpu).TotalSeconds, process.PeakWorkingSet64)));
        return 0;
    }

    /// <summary>How results are written down. Kernels without a native build have no number for it.</summary>
    public static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Measures in a process of its own.</summary>
    /// <param name="runtime">Which runtime.</param>
    /// <param name="kernel">Which kernel.</param>
    /// <param name="size">How much work, if not the kernel's own size.</param>
    public static Measurement Measure(string runtime, Kernel kernel, int? size = null)
    {
        if (Peer.Find(runtime) is { } peer)
            return MeasurePeer(peer.Program, kernel, size ?? kernel.Size, peer.Before, peer.After);
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // Under `dotnet run` the process is the program itself; under `dotnet Wasil.Bench.dll` the program is an argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(KernelBenchmark).Assembly.Location);
        foreach (string argument in (ReadOnlySpan<string>)["child", runtime, kernel.Suite, kernel.Name])
            start.ArgumentList.Add(argument);
        if (size is { } work)
            start.ArgumentList.Add(work.ToString(CultureInfo.InvariantCulture));
        return Measure(start, $"{kernel.Name} on {runtime}");
    }

    /// <summary>What a program measures that is no runtime of ours.</summary>
    /// <param name="program">The program.</param>
    /// <param name="kernel">Which kernel.</param>
    /// <param name="size">How much work.</param>
    /// <param name="before">Arguments before the kernel's file.</param>
    /// <param name="after">Arguments after the size.</param>
    public static Measurement MeasurePeer(string program, Kernel kernel, int size, string[]? before = null, string[]? after = null)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (string argument in (ReadOnlySpan<string>)[
            .. before ?? [], kernel.BinaryPath, size.ToString(CultureInfo.InvariantCulture), .. after ?? []])
            start.ArgumentList.Add(argument);
        return Measure(start, $"{kernel.Name} on {Path.GetFileName(program)}");
    }

    private static Measurement Measure(ProcessStartInfo start, string what)
    {
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0
            ? JsonSerializer.Deserialize<Measurement>(output)!
            : throw new InvalidOperationException($"{what} ended with exit code {child.ExitCode}.");
    }

    public static string Row(string name, params ReadOnlySpan<string> cells)
    {
        string row = name.PadRight(16);
        foreach (string cell in cells)
            row += cell.PadLeft(13);
        return row;
    }

    private static string Megabytes(double bytes) => (bytes / (1 << 20)).ToString("0", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
