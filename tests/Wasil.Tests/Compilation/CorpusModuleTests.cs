using System.Diagnostics;
using System.Globalization;

namespace Wasil.Tests.Compilation;

/// <summary>
/// Modules with threads out of npm packages, whose hosts are JavaScript: they are decoded, validated and compiled as a whole. Takes
/// minutes, so <c>-explicit only</c> runs it; eng/corpus fetches them. The largest needs two gigabytes.
/// </summary>
public class CorpusModuleTests(ITestOutputHelper output)
{
    public static TheoryData<string> Modules =>
    [
        "crc32/crc32.wasm32-wasi.wasm", "oxc-parser/parser.wasm32-wasi.wasm", "vips/vips.wasm",
        "onnxruntime/ort-wasm-simd-threaded.wasm", "onnxruntime/ort-wasm-simd-threaded.jspi.wasm",
        "onnxruntime/ort-wasm-simd-threaded.asyncify.wasm",
    ];

    [Theory(Explicit = true)]
    [MemberData(nameof(Modules))]
    public void A_module_with_threads_compiles_as_a_whole(string path)
    {
        string corpus = Environment.GetEnvironmentVariable("WASIL_CORPUS") is { Length: > 0 } named
            ? named
            : Path.Combine(Places.Repository, ".corpus");
        string file = Path.Combine(corpus, path);
        Assert.SkipUnless(File.Exists(file), $"There is no {path}; eng/corpus fetches it.");
        byte[] bytes = File.ReadAllBytes(file);
        long start = Stopwatch.GetTimestamp();
        TimeSpan processorTime = Environment.CpuUsage.TotalTime;
        WasmModule module = new WasmEngine(new WasmEngineOptions { Mode = WasmEngineMode.Compiled, Interruptible = true }).Compile(bytes);
        Assert.Contains(module.Imports, import => import.Type is MemoryType { IsShared: true });
        double loaded = Stopwatch.GetElapsedTime(start).TotalSeconds;
        IReadOnlyList<RefusedFunctionException> refused = module.Prepare(TestContext.Current.CancellationToken);
        double compiled = Stopwatch.GetElapsedTime(start).TotalSeconds;
        string report = string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: {bytes.Length / 1e6:0.0} MB, decoded and validated in {loaded:0.0} s, compiled in {compiled - loaded:0.0} s "
            + $"({(Environment.CpuUsage.TotalTime - processorTime).TotalSeconds:0} s of processors), "
            + $"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB, {refused.Count} functions refused");
        output.WriteLine(report);
        Console.WriteLine(report);
        Assert.True(refused.Count == 0, string.Join('\n', refused.Take(20).Select(failure => failure.Message)));
        WasmModule interpreted = new WasmEngine(new WasmEngineOptions { Mode = WasmEngineMode.Interpreted }).Compile(bytes);
        Assert.Empty(interpreted.Prepare(TestContext.Current.CancellationToken));
    }
}
