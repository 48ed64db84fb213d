using System.Diagnostics;
using System.Globalization;
using Wasil.Wasi;
using Wasmtime;

namespace Wasil.Bench;

/// <summary>WASI's files: one guest on the same folder of the host, on both runtimes in turn.</summary>
internal static class FileBenchmark
{
    private const int Entries = 10_000;

    // Descriptor 3 is the folder. Each function does its thing `n` times and gives the last error number.
    private const string Guest = """
        (module
          (import "wasi_snapshot_preview1" "path_open" (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_close" (func $fd_close (param i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_pread" (func $fd_pread (param i32 i32 i32 i64 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_pwrite" (func $fd_pwrite (param i32 i32 i32 i64 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_readdir" (func $fd_readdir (param i32 i32 i32 i64 i32) (result i32)))
          (memory (export "memory") 8)
          (data (i32.const 0) "file")
          (data (i32.const 8) "many")
          (func $open (param $name i32) (param $flags i32) (param $rights i64) (result i32)
            (if (call $path_open (i32.const 3) (i32.const 1) (local.get $name) (i32.const 4) (local.get $flags)
                  (local.get $rights) (local.get $rights) (i32.const 0) (i32.const 16))
              (then (unreachable)))
            (i32.load (i32.const 16)))
          (func (export "open_close") (param $n i32) (param $size i32) (result i32)
            (local $error i32)
            (loop $again
              (local.set $error (call $fd_close (call $open (i32.const 0) (i32.const 0) (i64.const 0x6))))
              (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
            (local.get $error))
          (func (export "read") (param $n i32) (param $size i32) (result i32)
            (local $error i32) (local $fd i32)
            (i32.store (i32.const 32) (i32.const 65536))
            (i32.store (i32.const 36) (local.get $size))
            (local.set $fd (call $open (i32.const 0) (i32.const 0) (i64.const 0x6)))
            (loop $again
              (local.set $error (call $fd_pread (local.get $fd) (i32.const 32) (i32.const 1) (i64.const 0) (i32.const 40)))
              (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
            (if (i32.ne (i32.load (i32.const 40)) (local.get $size)) (then (unreachable)))
            (drop (call $fd_close (local.get $fd)))
            (local.get $error))
          (func (export "write") (param $n i32) (param $size i32) (result i32)
            (local $error i32) (local $fd i32)
            (i32.store (i32.const 32) (i32.const 65536))
            (i32.store (i32.const 36) (local.get $size))
            (local.set $fd (call $open (i32.const 0) (i32.const 0) (i64.const 0x46)))
            (loop $again
              (local.set $error (call $fd_pwrite (local.get $fd) (i32.const 32) (i32.const 1) (i64.const 0) (i32.const 40)))
              (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
            (if (i32.ne (i32.load (i32.const 40)) (local.get $size)) (then (unreachable)))
            (drop (call $fd_close (local.get $fd)))
            (local.get $error))
          ;; As a C library does: a buffer of 4 KiB, and a new call from the last whole entry on.
          (func (export "readdir") (param $n i32) (param $size i32) (result i32)
            (local $error i32) (local $fd i32) (local $cookie i64) (local $at i32) (local $used i32) (local $count i32)
            (loop $again
              (local.set $fd (call $open (i32.const 8) (i32.const 2) (i64.const 0x4000)))
              (local.set $cookie (i64.const 0))
              (local.set $count (i32.const 0))
              (loop $more
                (local.set $error (call $fd_readdir (local.get $fd) (i32.const 65536) (i32.const 4096) (local.get $cookie) (i32.const 40)))
                (local.set $used (i32.load (i32.const 40)))
                (local.set $at (i32.const 0))
                (block $end
                  (loop $entry
                    (br_if $end (i32.gt_u (i32.add (local.get $at) (i32.const 24)) (local.get $used)))
                    (br_if $end (i32.gt_u
                      (i32.add (i32.add (local.get $at) (i32.const 24)) (i32.load offset=65552 (local.get $at)))
                      (local.get $used)))
                    (local.set $cookie (i64.load offset=65536 (local.get $at)))
                    (local.set $at (i32.add (i32.add (local.get $at) (i32.const 24)) (i32.load offset=65552 (local.get $at))))
                    (local.set $count (i32.add (local.get $count) (i32.const 1)))
                    (br $entry)))
                (br_if $more (i32.eq (local.get $used) (i32.const 4096))))
              (if (i32.ne (local.get $count) (local.get $size)) (then (unreachable)))
              (drop (call $fd_close (local.get $fd)))
              (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
            (local.get $error)))
        """;

    private static readonly (string What, string Export, int Count, int Size)[] Cases =
    [
        ("read 16 bytes", "read", 50_000, 16),
        ("read 64 KiB", "read", 5_000, 64 << 10),
        ("write 16 bytes", "write", 50_000, 16),
        ("write 64 KiB", "write", 5_000, 64 << 10),
        ("open and close", "open_close", 10_000, 0),
        // The two that every directory has come to them.
        ($"readdir of {Entries:N0}", "readdir", 5, Entries + 2),
    ];

    /// <summary>Measures both runtimes in turn and prints microseconds, their ratios and the geometric mean of those.</summary>
    public static int Run(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("wasil-bench-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "file"), new byte[64 << 10]);
            Directory.CreateDirectory(Path.Combine(folder, "many"));
            for (int i = 0; i < Entries; i++)
                File.WriteAllText(Path.Combine(folder, "many", $"entry-{i:00000}"), "");
            byte[] module = Module.ConvertText(Guest);

            using WasiDirectory directory = WasiDirectory.ReadWrite(folder);
            using WasmInstance wasil = WasmEngine.Default.Compile(module).Instantiate(
                new WasmImports().AddWasi(new WasiOptions { Preopens = { ["/"] = directory } }));
            using var engine = new Engine();
            using var linker = new Linker(engine);
            linker.DefineWasi();
            using var store = new Store(engine);
            store.SetWasiConfiguration(new WasiConfiguration().WithPreopenedDirectory(folder, "/", mutable: true));
            Instance wasmtime = linker.Instantiate(store, Module.FromBytes(engine, "files", module));

            Console.WriteLine($"{"µs of wall time",-24}{"wasil",12}{"wasmtime",12}{"ratio",10}");
            double product = 1;
            foreach ((string what, string export, int count, int size) in Cases)
            {
                (double ours, double theirs) = Compare(
                    rounds, count, size, wasil.GetFunction<Func<int, int, int>>(export), wasmtime.GetFunction<int, int, int>(export)!);
                product *= ours / theirs;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{what,-24}{ours,12:0.00}{theirs,12:0.00}{ours / theirs,10:0.000}"));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{"geometric mean",-48}{Math.Pow(product, 1.0 / Cases.Length),10:0.000}"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The median of each, in microseconds; whoever else uses the machine disturbs both alike.
    private static (double Ours, double Theirs) Compare(int rounds, int count, int size, Func<int, int, int> ours, Func<int, int, int> theirs)
    {
        var measured = (Ours: new List<double>(), Theirs: new List<double>());
        // The rounds that are left out let the code reach its last tier.
        for (int round = -3; round < rounds; round++)
        {
            double first = Measure(ours), second = Measure(theirs);
            if (round < 0)
                continue;
            measured.Ours.Add(first);
            measured.Theirs.Add(second);
        }

        return (Median(measured.Ours), Median(measured.Theirs));

        double Measure(Func<int, int, int> run)
        {
            long start = Stopwatch.GetTimestamp();
            if (run(count, size) != 0)
                throw new InvalidOperationException("A guest was told of an error.");
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
        }

        static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
    }
}
