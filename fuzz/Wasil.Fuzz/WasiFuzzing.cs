using System.Diagnostics;
using Wasil.Wasi.Tests;

namespace Wasil.Fuzz;

/// <summary>Calls each function of WASI at random, many times.</summary>
internal static class WasiFuzzing
{
    /// <returns>The exit code: 1 where something came out that must not.</returns>
    public static int Run(int seed, int count, TextWriter output)
    {
        int failures = 0;
        RandomCalls.Run("wasi_snapshot_preview1", "fd_close", count: 1, seed);
        Holdings before = Holdings.Take();
        foreach ((string function, _) in Signatures.All)
        {
            foreach (string module in (string[])["wasi_snapshot_preview1", "wasi_unstable"])
            {
                if (!Signatures.Has(module, function))
                    continue;
                long start = Stopwatch.GetTimestamp();
                string? failure = RandomCalls.Run(module, function, count, seed);
                failures += failure is null ? 0 : 1;
                output.WriteLine($"{module} {function}: {count:N0} calls, {Stopwatch.GetElapsedTime(start).TotalSeconds:f1} s{(failure is null ? "" : $": {failure}")}");
            }
        }

        output.WriteLine($"before {before}");
        output.WriteLine($"after  {Holdings.Take()}");
        output.WriteLine(failures == 0 ? "nothing but error numbers and exits" : $"{failures} failures");
        return failures == 0 ? 0 : 1;
    }
}
