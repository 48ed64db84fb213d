using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Wasil.Bench;

/// <summary>Writes docs/performance.md and its chart from what was measured.</summary>
internal static class PerformanceReport
{
    private const int BarHeight = 10, RowGap = 8, Left = 150, ChartWidth = 520;

    // Ratios that the chart shows; longer bars are cut.
    private const double Widest = 2.0;

    private static readonly string[] Colours = ["#2f6f9f", "#9fb8c8", "#c9a227", "#8a8a8a"];

    /// <param name="files">Files that <c>kernels --json</c> wrote, each with the heading before a colon: <c>Kernels:FILE</c>.</param>
    /// <param name="folder">Where both files go.</param>
    public static int Run(IEnumerable<string> files, string folder)
    {
        var page = new StringBuilder(Introduction());
        var suites = new List<(string Title, KernelResult[] Results)>();
        foreach (string file in files)
        {
            string[] parts = file.Split(':', 2);
            suites.Add((parts[0], JsonSerializer.Deserialize<KernelResult[]>(File.ReadAllText(parts[1]), KernelBenchmark.Format)!));
        }

        foreach ((string title, KernelResult[] results) in suites)
            AddTable(page, title, results);
        File.WriteAllText(Path.Combine(folder, "performance.md"), page.ToString());
        File.WriteAllText(Path.Combine(folder, "performance.svg"), Chart(suites));
        return 0;
    }

    private static string Introduction() => $"""
        # Performance

        Times of Wasil over times of Wasmtime on the same work: below 1, Wasil is faster. `bench/compare/run` measures and writes this
        page; nothing on it is written by hand. Each number is a ratio of medians of processor time, of runs that took turns in
        processes of their own. Compiling and a first short run come before the measurement, and of programs runs of all the work: one,
        of esbuild five and of clang twenty, which run most of their functions seldom. The column "first" is wall time from the module's bytes to the first
        result.

        Measured on {DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: {Processor()}, {Environment.ProcessorCount} processors,
        {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, {RuntimeInformation.FrameworkDescription},
        Wasmtime {typeof(Wasmtime.Engine).Assembly.GetName().Version?.ToString(3)} (its package for .NET, default options).

        - `wasil`: the default; on x64 Linux, guard pages bound memory.
        - `wasil-explicit`: `GuardPages = false`; every access is compared with the memory's length.
        - `wasil-interruptible`: `Interruptible = true`; loops and functions look whether they are to end.
        - `node` (V8), `wazero` (its compiler) and `wasm3` (an interpreter), where they were found.

        ![Ratios as bars](performance.svg)


        """;

    private static void AddTable(StringBuilder page, string title, KernelResult[] results)
    {
        string[] compared = [.. results[0].Measured.Keys.SkipLast(1)];
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\nRuns of each: {results[0].Measured.Values.First().Count}.\n\n| | {string.Join(" | ", compared)} | first |\n|---|");
        page.Append(string.Concat(Enumerable.Repeat("---:|", compared.Length + 1))).Append('\n');
        foreach (KernelResult result in results)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {result.Name} |");
            foreach (string runtime in compared)
                page.Append(CultureInfo.InvariantCulture, $" {result.CpuRatio(runtime):0.00} |");
            page.Append(CultureInfo.InvariantCulture, $" {result.FirstRatio(compared[0]):0.0} |\n");
        }

        page.Append("| **geometric mean** |");
        foreach (string runtime in compared)
            page.Append(CultureInfo.InvariantCulture, $" **{Mean(results, result => result.CpuRatio(runtime)):0.000}** |");
        page.Append(CultureInfo.InvariantCulture, $" **{Mean(results, result => result.FirstRatio(compared[0])):0.0}** |\n\n");
    }

    private static double Mean(KernelResult[] results, Func<KernelResult, double> ratio) =>
        Math.Exp(results.Average(result => Math.Log(ratio(result))));

    private static string Chart(List<(string Title, KernelResult[] Results)> suites)
    {
        var body = new StringBuilder();
        int y = 34;
        foreach ((string title, KernelResult[] results) in suites)
        {
            body.Append(CultureInfo.InvariantCulture, $"<text x=\"8\" y=\"{y + 12}\" font-weight=\"bold\">{title}</text>\n");
            y += 22;
            string[] compared = [.. results[0].Measured.Keys.SkipLast(1).Where(name => name.StartsWith("wasil", StringComparison.Ordinal)).Take(2)];
            foreach (KernelResult result in results)
            {
                body.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 13}\" text-anchor=\"end\">{result.Name}</text>\n");
                for (int i = 0; i < compared.Length; i++)
                {
                    double ratio = result.CpuRatio(compared[i]);
                    int width = (int)(Math.Min(ratio, Widest) / Widest * ChartWidth);
                    body.Append(
                        CultureInfo.InvariantCulture,
                        $"<rect x=\"{Left}\" y=\"{y + i * BarHeight}\" width=\"{width}\" height=\"{BarHeight - 1}\" fill=\"{Colours[i]}\"/>\n");
                    if (i == 0)
                        body.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + ChartWidth + 8}\" y=\"{y + 13}\">{ratio:0.00}</text>\n");
                }

                y += compared.Length * BarHeight + RowGap;
            }
        }

        int one = Left + (int)(ChartWidth / Widest);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Left + ChartWidth + 60}" height="{y + 10}" font-family="sans-serif" font-size="11" role="img" aria-label="Time over Wasmtime's; shorter is faster">
            <rect width="100%" height="100%" fill="white"/>
            <text x="{Left}" y="18">Time over Wasmtime's; shorter is faster. Dark: guard pages. Light: compared accesses. The line is Wasmtime.</text>
            {body}<line x1="{one}" x2="{one}" y1="26" y2="{y}" stroke="#c03030" stroke-dasharray="4 3"/>
            </svg>

            """;
    }

    private static string Processor() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
}
