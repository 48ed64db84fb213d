using System.Formats.Tar;
using System.Text;

namespace Wasil.Wasi.Tests;

/// <summary>
/// Real programs with files: what <c>eng/corpus</c> fetched. It takes minutes and gigabytes, so it runs where it is asked for:
/// <c>Wasil.Wasi.Tests -explicit only -class '*CorpusProgramTests'</c>.
/// </summary>
public class CorpusProgramTests
{
    [Fact(Explicit = true)]
    public void Ripgrep_finds_what_is_there_in_10_000_files()
    {
        using WasiDirectory root = WasiDirectory.InMemory();
        var expected = new List<string>();
        var random = new Random(1);
        string[] words = ["hello", "world", "needle", "alpha"];
        for (int folder = 0; folder < 100; folder++)
        {
            root.CreateDirectory($"d{folder:000}");
            for (int file = 0; file < 100; file++)
            {
                string path = $"d{folder:000}/f{file:000}.txt";
                string[] lines = [.. Enumerable.Range(0, random.Next(1, 20))
                    .Select(_ => string.Join(' ', Enumerable.Range(0, 6).Select(_ => words[random.Next(words.Length)])))];
                FileSystems.Write(root, path, string.Join('\n', lines) + "\n");
                expected.AddRange(lines.Index().Where(line => line.Item.Contains("needle alpha needle", StringComparison.Ordinal))
                    .Select(line => $"/{path}:{line.Index + 1}:{line.Item}"));
            }
        }

        (int exitCode, string output) = Run(
            "ripgrep/rg.wasm", ["rg", "-n", "--no-heading", "--sort", "path", "needle alpha needle", "/"], ("/", root));
        Assert.Equal(0, exitCode);
        Assert.Equal(expected, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(1, Run("ripgrep/rg.wasm", ["rg", "nothing-of-the-kind", "/"], ("/", root)).ExitCode);
    }

    [Fact(Explicit = true)]
    public void Trealla_consults_and_writes_files()
    {
        using WasiDirectory root = WasiDirectory.InMemory();
        FileSystems.Write(root, "p.pl", "answer(X) :- X is 6*7.\n");
        Assert.Equal("42", Run("trealla/trealla.wasm", ["tpl", "-q", "-g", "X is 6*7, write(X), nl, halt."], ("/", root)).Output.Trim());
        (_, string output) = Run(
            "trealla/trealla.wasm",
            ["tpl", "-q", "-g", "consult('/p.pl'), answer(X), open('/out.txt', write, S), write(S, X), close(S), write(done), nl, halt."],
            ("/", root));
        Assert.Equal("done", output.Trim());
        Assert.Equal(Errno.Success, FileSystems.Read(root, "out.txt", out string text));
        Assert.Equal("42", text);
    }

    [Fact(Explicit = true)]
    public void Ruby_reads_and_writes_files()
    {
        using WasiDirectory work = WasiDirectory.InMemory();
        FileSystems.Write(work, "s.rb", """
            Dir.mkdir("/w/out")
            File.write("/w/out/a.txt", "one\ntwo\n")
            File.open("/w/out/a.txt", "a") { |f| f.puts "three" }
            puts File.readlines("/w/out/a.txt").map(&:chomp).join(",")
            File.rename("/w/out/a.txt", "/w/out/b.txt")
            puts Dir.children("/w/out").join, File.size("/w/out/b.txt")
            begin; File.read("/w/none"); rescue Errno::ENOENT => e; puts e.class; end
            $stdout.flush
            """);
        WasmModule module = WasmEngine.Default.Compile(File.ReadAllBytes(PathOf("ruby/ruby+stdlib.wasm")));
        var output = new MemoryStream();
        using WasmInstance ruby = Instantiate(module, ["ruby"], output, ("/w", work));
        // It is a reactor, which is told by the canonical ABI what to do.
        ruby.GetFunction("_initialize").Invoke();
        ruby.GetFunction("ruby-show-version: func() -> ()").Invoke();
        string[] arguments = ["ruby\0", "-EUTF-8\0", "-e_=0\0"];
        uint list = Allocate(arguments.Length * 8, 4);
        for (int i = 0; i < arguments.Length; i++)
        {
            ruby.Memory.Write(list + ((uint)i * 8), Put(arguments[i]));
            ruby.Memory.Write(list + ((uint)i * 8) + 4, (uint)arguments[i].Length);
        }

        ruby.GetFunction("ruby-init: func(args: list<string>) -> ()").Invoke((int)list, arguments.Length);
        ruby.GetFunction("ruby-init-loadpath: func() -> ()").Invoke();
        const string Code = "load '/w/s.rb'\0";
        int result = ruby.GetFunction("rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>")
            .Invoke((int)Put(Code), Code.Length)[0].AsInt32();
        string text = Encoding.UTF8.GetString(output.ToArray());
        Assert.True(ruby.Memory.Read<int>((uint)result + 4) == 0, text);
        Assert.StartsWith("ruby 3.4.1 ", text, StringComparison.Ordinal);
        Assert.EndsWith("\none,two,three\nb.txt\n14\nErrno::ENOENT\n", text, StringComparison.Ordinal);
        Assert.Equal(Errno.Success, FileSystems.Read(work, "out/b.txt", out string written));
        Assert.Equal("one\ntwo\nthree\n", written);

        uint Allocate(int bytes, int alignment) =>
            (uint)ruby.GetFunction("cabi_realloc").Invoke(0, 0, alignment, bytes)[0].AsInt32();

        uint Put(string ascii)
        {
            uint address = Allocate(ascii.Length, 1);
            Encoding.ASCII.GetBytes(ascii, ruby.Memory.Slice(address, ascii.Length));
            return address;
        }
    }

    [Fact(Explicit = true)]
    public void Clang_compiles_and_links_a_program_that_runs()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("wasil-clang-");
        try
        {
            TarFile.ExtractToDirectory(PathOf("clang/usr.tar"), folder.FullName, overwriteFiles: true);
            using WasiDirectory usr = WasiDirectory.ReadOnly(folder.FullName), work = WasiDirectory.InMemory();
            FileSystems.Write(work, "h.c", """
                #include <stdio.h>
                int main(void) {
                  FILE *f = fopen("/w/made.txt", "w");
                  if (!f) return 1;
                  fputs("made", f);
                  fclose(f);
                  printf("hello %d\n", 6 * 7);
                  return 3;
                }
                """);
            string[] compile =
            [
                "clang", "-cc1", "-triple", "wasm32-unknown-wasip1", "-emit-obj", "-O1", "-resource-dir", "/usr",
                "-internal-isystem", "/usr/include", "-internal-isystem", "/usr/include/wasm32-wasip1",
                "-o", "/w/h.o", "-x", "c", "/w/h.c",
            ];
            (int exitCode, string output) = Run("clang/llvm.core.wasm", compile, ("/usr", usr), ("/w", work));
            Assert.True(exitCode == 0, output);
            string lib = "/usr/lib/wasm32-wasip1", builtins = Directory.GetFiles(folder.FullName, "libclang_rt.builtins.a", SearchOption.AllDirectories)
                .Select(path => "/usr/" + Path.GetRelativePath(folder.FullName, path).Replace('\\', '/')).First(path => path.Contains("wasip1", StringComparison.Ordinal));
            (exitCode, output) = Run(
                "clang/llvm.core.wasm", ["wasm-ld", "-o", "/w/h.wasm", $"{lib}/crt1-command.o", "/w/h.o", $"-L{lib}", "-lc", builtins],
                ("/usr", usr), ("/w", work));
            Assert.True(exitCode == 0, output);

            Assert.Equal(Errno.Success, work.Open("h.wasm", new WasiOpenOptions(), out WasiNode? node));
            Assert.Equal(Errno.Success, node!.Stat(out WasiFileStatus status));
            var bytes = new byte[status.Size];
            Assert.Equal(Errno.Success, ((WasiFile)node).ReadAt(0, bytes, out int read));
            Assert.Equal(bytes.Length, read);
            Assert.Equal((3, "hello 42\n"), Run(WasmEngine.Default.Compile(bytes), ["h"], ("/w", work)));
            Assert.Equal(Errno.Success, FileSystems.Read(work, "made.txt", out string made));
            Assert.Equal("made", made);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string PathOf(string program)
    {
        string corpus = Environment.GetEnvironmentVariable("WASIL_CORPUS") is { Length: > 0 } named
            ? named : Path.Combine(Places.Repository, ".corpus");
        string path = Path.Combine(corpus, program);
        Assert.SkipUnless(File.Exists(path), $"There is no {program}; eng/corpus fetches it.");
        return path;
    }

    private static (int ExitCode, string Output) Run(string program, string[] arguments, params (string Path, WasiDirectory Directory)[] preopens) =>
        Run(WasmEngine.Default.Compile(File.ReadAllBytes(PathOf(program))), arguments, preopens);

    private static (int ExitCode, string Output) Run(WasmModule module, string[] arguments, params (string Path, WasiDirectory Directory)[] preopens)
    {
        var output = new MemoryStream();
        using WasmInstance instance = Instantiate(module, arguments, output, preopens);
        int exitCode = instance.RunCommand();
        return (exitCode, Encoding.UTF8.GetString(output.ToArray()));
    }

    private static WasmInstance Instantiate(
        WasmModule module, string[] arguments, Stream output, params (string Path, WasiDirectory Directory)[] preopens)
    {
        var options = new WasiOptions { Args = arguments, Stdout = output, Stderr = output };
        foreach ((string path, WasiDirectory directory) in preopens)
            options.Preopens[path] = directory;
        var imports = new WasmImports();
        // What is none of WASI's is asked for in vain, and answers 0.
        foreach (ImportType import in module.Imports)
        {
            if (import.Type is FunctionType function && import.Module != "wasi_snapshot_preview1")
                imports.Define(import.Module, import.Name, function.Signature, (_, _, results) =>
                {
                    for (int i = 0; i < results.Length; i++)
                        results[i] = function.Signature.Results[i] == ValType.I64 ? (WasmValue)0L : 0;
                });
        }

        return module.Instantiate(imports.AddWasi(options));
    }
}
