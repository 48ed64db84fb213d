using System.Globalization;
using Wasil.Bench;

const string Usage = """
    kernels [NAME...] [--rounds N] [--percent N] [--runtimes A,B] [--json FILE] [--folder FOLDER]
                          Runs kernels on each runtime in turn, and prints ratios over the last one. Less than 100 percent of
                          the work takes less time, and checksums are compared between runtimes alone. Runtimes: wasil,
                          wasil-explicit (no guard pages), wasil-interruptible, wasil-interpreted,
                          wasmtime, and for kernels node, wazero and wasm3 (bench/peers/build makes these). By default wasil,wasmtime. A folder has kernels.tsv and modules.
    aggregates ...        The same with programs that allocate structures and arrays.
    control ...           The same with tail calls, exceptions and a memory with 64-bit addresses.
    report TITLE:FILE... --folder FOLDER
                          Writes performance.md and performance.svg from what `kernels --json` wrote.
    interpreters [NAME...] [--rounds N]
                          The interpreter against wasm3 and wazero's interpreter, which bench/peers/build makes.
    calls [--rounds N]    Calls between host and guest, and instances, in nanoseconds.
    atomics [NAME...] [--rounds N]
                          Atomic instructions, wait and notify, by one thread and by two, in nanoseconds.
    files [--rounds N]    Reads, writes, opens and lists files through WASI, in microseconds.
    child RUNTIME SUITE NAME [N]
                          One kernel on one runtime; what `kernels` starts.
    """;

var names = new List<string>();
int rounds = 5, percent = 100;
string? json = null;
string[] runtimes = Runtime.Names;
string? folder = null;
for (int i = 0; i < args.Length; i++)
{
    if (args[i] == "--rounds" && i + 1 < args.Length)
        rounds = int.Parse(args[++i], CultureInfo.InvariantCulture);
    else if (args[i] == "--percent" && i + 1 < args.Length)
        percent = int.Parse(args[++i], CultureInfo.InvariantCulture);
    else if (args[i] == "--json" && i + 1 < args.Length)
        json = args[++i];
    else if (args[i] == "--runtimes" && i + 1 < args.Length)
        runtimes = args[++i].Split(',');
    else if (args[i] == "--folder" && i + 1 < args.Length)
        folder = Path.GetFullPath(args[++i]);
    else
        names.Add(args[i]);
}

switch (names)
{
    case [("kernels" or "aggregates" or "control") and var suite, .. var kernels]:
        return KernelBenchmark.Run(folder ?? suite, kernels, runtimes, rounds, percent, json);
    case ["report", .. var files] when folder is not null:
        return PerformanceReport.Run(files, folder);
    case ["interpreters", .. var kernels]:
        return InterpreterBenchmark.Run(kernels, rounds);
    case ["atomics", .. var kernels]:
        return AtomicsBenchmark.Run(kernels, rounds);
    case ["calls"]:
        return CallBenchmark.Run(rounds);
    case ["child", var runtime, var suite, var kernel, ..]:
        return KernelBenchmark.RunChild(runtime, suite, kernel, names.Count > 4 ? int.Parse(names[4], CultureInfo.InvariantCulture) : null);
    case ["files"]:
        return FileBenchmark.Run(rounds);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
