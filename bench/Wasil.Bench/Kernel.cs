using System.Globalization;
using System.Text;

namespace Wasil.Bench;

/// <summary>A line of <c>bench/kernels/kernels.tsv</c>, <c>bench/aggregates/aggregates.tsv</c> or <c>bench/control/control.tsv</c>.</summary>
/// <param name="Suite">The folder: <c>kernels</c>, made of C; <c>aggregates</c>, written as text, which use structures and
/// arrays, and <c>control</c>, of tail calls and exceptions; or the path of a folder with modules and their <c>kernels.tsv</c>.</param>
/// <param name="Name">The name of its files.</param>
/// <param name="Size">How much work is about a second of native code, or of Wasil's where there is none.</param>
/// <param name="Checksum">What a native build computed, or both runtimes agreed on.</param>
/// <param name="NativeSeconds">How long that took on the machine that the file was made on.</param>
/// <param name="InterpretedSize">How much work is about a second of an interpreter's; 0 where interpreters are not compared.</param>
internal sealed record Kernel(string Suite, string Name, int Size, long Checksum, double NativeSeconds, int InterpretedSize = 0)
{
    public static IEnumerable<Kernel> ReadAll(string suite) =>
        File.ReadLines(Path.Combine(FolderOf(suite), (Path.IsPathRooted(suite) ? "kernels" : suite) + ".tsv")).Skip(1).Select(line => line.Split('\t')).Select(parts => new Kernel(
            suite, parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture),
            parts.Length > 3 ? double.Parse(parts[3], CultureInfo.InvariantCulture) : double.NaN,
            parts.Length > 4 ? int.Parse(parts[4], CultureInfo.InvariantCulture) : 0));

    /// <summary>The file of a kernel that is there in the binary format.</summary>
    public string BinaryPath => Path.Combine(FolderOf(Suite), Name + ".wasm");

    /// <summary>A kernel by its name; <c>dispatch-CASESxLOCALS</c> is a <see cref="DispatchLoop"/> of that
    /// size, <c>program-NAME</c> a <see cref="RealProgram"/>, <c>bomb-NAME</c> a
    /// <see cref="CompileBomb"/>, <c>long-NAME</c> a <see cref="LongFunction"/>.</summary>
    public static Kernel Find(string suite, string name)
    {
        if (ReadAll(suite).FirstOrDefault(kernel => kernel.Name == name) is { } known)
            return known;
        if (CompileBomb.Is(name))
            return new Kernel(suite, name, 1, 0, double.NaN);
        if (RealProgram.Is(name))
            return new Kernel(suite, name, RealProgram.SizeOf(name), 0, double.NaN);
        if (LongFunction.Is(name))
            return new Kernel(suite, name, LongFunction.SizeOf(name), 0, double.NaN);
        return TryParse(name, out _, out _)
            ? new Kernel(suite, name, 20_000_000, 0, double.NaN)
            : throw new ArgumentException($"There is no kernel {name}.");
    }

    /// <summary>Whether it is known what comes out.</summary>
    public bool HasChecksum => !RealProgram.Is(Name) && !CompileBomb.Is(Name) && !LongFunction.Is(Name) && !TryParse(Name, out _, out _);

    public byte[] ReadModule()
    {
        if (RealProgram.Is(Name))
            return RealProgram.ReadModule(Name);
        if (LongFunction.Is(Name))
            return WasmText.ToBinary(Encoding.UTF8.GetBytes(LongFunction.Text(Name)));
        if (CompileBomb.Is(Name))
            return WasmText.ToBinary(Encoding.UTF8.GetBytes(CompileBomb.Text(Name)));
        if (TryParse(Name, out int cases, out int locals))
            return Wasmtime.Module.ConvertText(DispatchLoop.Text(cases, locals));
        string path = Path.Combine(FolderOf(Suite), Name);
        return File.Exists(path + ".wat") ? WasmText.ToBinary(File.ReadAllBytes(path + ".wat")) : File.ReadAllBytes(path + ".wasm");
    }

    private static bool TryParse(string name, out int cases, out int locals)
    {
        cases = locals = 0;
        return name.StartsWith("dispatch-", StringComparison.Ordinal)
            && name[9..].Split('x') is [var first, var second]
            && int.TryParse(first, CultureInfo.InvariantCulture, out cases)
            && int.TryParse(second, CultureInfo.InvariantCulture, out locals);
    }

    // Found from where the program lies, so that it may be started from anywhere.
    public static string FolderOf(string suite)
    {
        if (Path.IsPathRooted(suite))
            return suite;
        for (string? at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            string folder = Path.Combine(at, "bench", suite);
            if (Directory.Exists(folder))
                return folder;
        }

        throw new DirectoryNotFoundException($"The program does not lie below the repository: bench/{suite} was not found.");
    }
}
