using System.Globalization;

namespace Wasil.Bench;

/// <summary>A line of <c>bench/kernels/kernels.tsv</c>.</summary>
/// <param name="Name">The name of its files.</param>
/// <param name="Size">How much work is about a second of native code.</param>
/// <param name="Checksum">What a native build computed.</param>
/// <param name="NativeSeconds">How long that took on the machine that the file was made on.</param>
/// <param name="InterpretedSize">How much work is about a second of an interpreter's.</param>
internal sealed record Kernel(string Name, int Size, long Checksum, double NativeSeconds, int InterpretedSize)
{
    public static IEnumerable<Kernel> ReadAll() =>
        File.ReadLines(System.IO.Path.Combine(Folder, "kernels.tsv")).Skip(1).Select(line => line.Split('\t')).Select(parts => new Kernel(
            parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture),
            double.Parse(parts[3], CultureInfo.InvariantCulture), int.Parse(parts[4], CultureInfo.InvariantCulture)));

    public string Path => System.IO.Path.Combine(Folder, Name + ".wasm");

    public byte[] ReadModule() => File.ReadAllBytes(Path);

    // Found from where the program lies, so that it may be started from anywhere.
    private static string Folder
    {
        get
        {
            for (string? at = AppContext.BaseDirectory; at is not null; at = System.IO.Path.GetDirectoryName(at))
            {
                string folder = System.IO.Path.Combine(at, "bench", "kernels");
                if (Directory.Exists(folder))
                    return folder;
            }

            throw new DirectoryNotFoundException("The program does not lie below the repository: bench/kernels was not found.");
        }
    }
}
