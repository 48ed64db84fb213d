using System.Diagnostics;
using System.Globalization;
using System.Text;
using Wasil.Binary;
using Wasil.Text;

namespace Wasil.Tests.Text;

/// <summary>
/// All real modules on the machine go through the text format. Takes minutes and gigabytes, so <c>eng/text-roundtrip</c> runs it
/// by hand.
/// </summary>
public class CorpusTextTests
{
    [Fact(Explicit = true)]
    public void EveryModuleSurvivesTheWayThroughText()
    {
        string corpus = Environment.GetEnvironmentVariable("WASIL_CORPUS") is { Length: > 0 } named
            ? named
            : Path.Combine(Places.Repository, ".corpus");
        string[] folders = [corpus, Places.Shared("guests"), Path.Combine(Places.Repository, "tests", "guests")];
        // The smallest first: what the process has taken up then is what the last one needed.
        var files = folders.SelectMany(folder => Places.Files(folder, "*.wasm")).OrderBy(path => new FileInfo(path).Length).ToArray();
        Assert.SkipWhen(files.Length == 0, "There are no modules; eng/corpus fetches some.");
        var failures = new List<string>();
        Console.WriteLine("module MB, text MB, print s, parse s, compare s, peak MB");
        foreach (string path in files)
        {
            try
            {
                if (RoundTrip(path) is { } difference)
                    failures.Add($"{path}: {difference}");
            }
            catch (MalformedModuleException exception)
            {
                failures.Add($"{path}: {exception.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static string? RoundTrip(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        // Components have another version.
        if (!bytes.AsSpan().StartsWith("\0asm\x01\0\0\0"u8))
            return null;
        var original = ModuleDecoder.Decode(bytes, WasmFeatures.All);
        long start = Stopwatch.GetTimestamp();
        string file = Path.GetTempFileName();
        using (var output = new StreamWriter(file, false, new UTF8Encoding(false), 1 << 16))
            TextPrinter.Print(original, output);
        double print = Stopwatch.GetElapsedTime(start).TotalSeconds;

        byte[] text = File.ReadAllBytes(file);
        File.Delete(file);
        start = Stopwatch.GetTimestamp();
        byte[] again = ModuleEncoder.Encode(TextParser.ParseModule(text, WasmFeatures.All));
        double parse = Stopwatch.GetElapsedTime(start).TotalSeconds;

        start = Stopwatch.GetTimestamp();
        string? difference = ModuleDifference.Find(original, ModuleDecoder.Decode(again, WasmFeatures.All));
        double compare = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{bytes.Length / 1e6:f2}, {text.Length / 1e6:f1}, {print:f2}, {parse:f2}, {compare:f2}, {process.PeakWorkingSet64 >> 20} {path} {difference ?? "same"}"));
        return difference;
    }
}
