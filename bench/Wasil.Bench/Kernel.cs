using System.Globalization;

namespace Wasil.Bench;

/// <summary>A line of <c>bench/kernels/kernels.tsv</c> or <c>bench/aggregates/aggregates.tsv</c>.</summary>
/// <param name="Suite">The folder: <c>kernels</c>, made of C, or <c>aggregates</c>, written as text, which use structures and
/// arrays.</param>
/// <param name="Name">The name of its files.</param>
/// <param name="Size">How much work is about a second of native code, or of Wasil's where there is none.</param>
/// <param name="Checksum">What a native build computed, or both runtimes agreed on.</param>
/// <param name="NativeSeconds">How long that took on the machine that the file was made on.</param>
/// <param name="InterpretedSize">How much work is about a second of an interpreter's; 0 where interpreters are not compared.</param>
internal sealed record Kernel(string Suite, string Name, int Size, long Checksum, double NativeSeconds, int InterpretedSize)
{
    public static IEnumerable<Kernel> ReadAll(string suite) =>
        File.ReadLines(Path.Combine(Folder(suite), suite + ".tsv")).Skip(1).Select(line => line.Split('\t')).Select(parts => new Kernel(
            suite, parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture),
            parts.Length > 3 ? double.Parse(parts[3], CultureInfo.InvariantCulture) : double.NaN,
            parts.Length > 4 ? int.Parse(parts[4], CultureInfo.InvariantCulture) : 0));

    /// <summary>The file of a kernel that is there in the binary format.</summary>
    public string BinaryPath => Path.Combine(Folder(Suite), Name + ".wasm");

    public byte[] ReadModule()
    {
        string path = Path.Combine(Folder(Suite), Name);
        return File.Exists(path + ".wat") ? WasmText.ToBinary(File.ReadAllBytes(path + ".wat")) : File.ReadAllBytes(path + ".wasm");
    }

    // Found from where the program lies, so that it may be started from anywhere.
    private static string Folder(string suite)
    {
        for (string? at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            string folder = Path.Combine(at, "bench", suite);
            if (Directory.Exists(folder))
                return folder;
        }

        throw new DirectoryNotFoundException($"The program does not lie below the repository: bench/{suite} was not found.");
    }
}
