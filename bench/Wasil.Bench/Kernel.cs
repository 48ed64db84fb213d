using System.Globalization;

namespace Wasil.Bench;

/// <summary>A line of <c>bench/kernels/kernels.tsv</c>.</summary>
/// <param name="Name">The name of its files.</param>
/// <param name="Size">How much work is about a second of native code.</param>
/// <param name="Checksum">What a native build computed.</param>
/// <param name="NativeSeconds">How long that took on the machine that the file was made on.</param>
internal sealed record Kernel(string Name, int Size, long Checksum, double NativeSeconds)
{
    /// <summary>The folder that holds <c>kernels.tsv</c> and the modules: <c>bench/kernels</c>, or what the command line says.</summary>
    public static string Folder
    {
        get => s_folder ??= FindFolder();
        set => s_folder = Path.GetFullPath(value);
    }

    private static string? s_folder;

    public static IEnumerable<Kernel> ReadAll() =>
        File.ReadLines(Path.Combine(Folder, "kernels.tsv")).Skip(1).Select(line => line.Split('\t')).Select(parts => new Kernel(
            parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture),
            double.Parse(parts[3], CultureInfo.InvariantCulture)));

    /// <summary>A kernel by its name; <c>dispatch-CASESxLOCALS</c> is a <see cref="DispatchLoop"/> of that size.</summary>
    public static Kernel Find(string name)
    {
        if (ReadAll().FirstOrDefault(kernel => kernel.Name == name) is { } known)
            return known;
        return TryParse(name, out _, out _)
            ? new Kernel(name, 20_000_000, 0, 0)
            : throw new ArgumentException($"There is no kernel {name}.");
    }

    /// <summary>Whether the checksum is one that a native build computed.</summary>
    public bool HasChecksum => NativeSeconds > 0;

    public byte[] ReadModule() => TryParse(Name, out int cases, out int locals)
        ? Wasmtime.Module.ConvertText(DispatchLoop.Text(cases, locals))
        : File.ReadAllBytes(Path.Combine(Folder, Name + ".wasm"));

    private static bool TryParse(string name, out int cases, out int locals)
    {
        cases = locals = 0;
        return name.StartsWith("dispatch-", StringComparison.Ordinal)
            && name[9..].Split('x') is [var first, var second]
            && int.TryParse(first, CultureInfo.InvariantCulture, out cases)
            && int.TryParse(second, CultureInfo.InvariantCulture, out locals);
    }

    // Found from where the program lies, so that it may be started from anywhere.
    private static string FindFolder()
    {
        for (string? at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            string folder = Path.Combine(at, "bench", "kernels");
            if (Directory.Exists(folder))
                return folder;
        }

        throw new DirectoryNotFoundException("The program does not lie below the repository: bench/kernels was not found.");
    }
}
