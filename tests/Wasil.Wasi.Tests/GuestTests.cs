using System.Text;

namespace Wasil.Wasi.Tests;

/// <summary>Programs that compilers made.</summary>
public class GuestTests
{
    private static readonly string Folder = Path.Combine(Places.Repository, "tests", "guests");

    /// <summary>The commands of guests.tsv.</summary>
    public static TheoryData<string, string, int, string> Commands =>
    [
        .. File.ReadLines(Path.Combine(Folder, "guests.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(cells => new TheoryDataRow<string, string, int, string>(cells[0], cells[1], int.Parse(cells[2]), cells[3])),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_prints_what_it_does_elsewhere(string module, string arguments, int exitCode, string output)
    {
        (int code, string printed, _) = Run(module, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, output)), printed);
        Assert.Equal(exitCode, code);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_prints_the_same_without_guard_pages(string module, string arguments, int exitCode, string output)
    {
        var engine = new WasmEngine(new WasmEngineOptions { GuardPages = false });
        WasmModule compiled = engine.Compile(File.ReadAllBytes(Path.Combine(Folder, module)));
        (int code, string printed, _) = Run(compiled, module, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, output)), printed);
        Assert.Equal(exitCode, code);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_prints_the_same_on_files_in_memory(string module, string arguments, int exitCode, string output)
    {
        using WasiDirectory data = WasiDirectory.InMemory();
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Folder, "data")))
        {
            var options = new WasiOpenOptions { Write = true, Create = true };
            Assert.Equal(Errno.Success, data.Open(Path.GetFileName(path), options, out WasiNode? file));
            Assert.Equal(Errno.Success, ((WasiFile)file!).WriteAt(0, File.ReadAllBytes(path), out _));
            file.Dispose();
        }

        (int code, string printed, _) = Run(Compile(module), module, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), data);
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, output)), printed);
        Assert.Equal(exitCode, code);
    }

    [Theory]
    [InlineData("clang/app.wasm")]
    [InlineData("clang/app_modern.wasm")]
    public void A_program_that_wants_files_finds_none_and_goes_on(string module)
    {
        (int code, string printed, string errors) = Run(Compile(module), module, ["/data/in.txt", "7"], data: null);
        string[] lines = printed.Split('\n');
        Assert.Equal(["argc=3", "argv[1]=/data/in.txt", "argv[2]=7", "GUEST=bar"], lines[..4]);
        Assert.StartsWith("open /data/in.txt: ", lines[4], StringComparison.Ordinal);
        Assert.Equal(["time ok=1", "median=0.499558530651 sum=9215.172233697", ""], lines[5..]);
        Assert.Equal("bye\n", errors);
        Assert.Equal(7, code);
    }

    [Theory]
    [InlineData("clang/exceptions_exnref.wasm")]
    [InlineData("clang/exceptions_legacy.wasm")]
    public void An_exception_that_no_program_catches_reaches_the_host(string module)
    {
        foreach (WasmEngineMode mode in Enum.GetValues<WasmEngineMode>())
        {
            WasmModule compiled = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(File.ReadAllBytes(Path.Combine(Folder, module)));
            TaggedException exception = Assert.Throws<TaggedException>(() => Run(compiled, module, ["uncaught"]));
            Assert.Equal(ValKind.I32, Assert.Single(exception.Payload.ToArray()).Kind);
        }
    }

    [Fact]
    public void A_go_reactor_calls_and_is_called()
    {
        var logged = new List<string>();
        var imports = new WasmImports()
            .AddWasi()
            .Define("host", "log", (Caller caller, int text, int length) => logged.Add(caller.Memory.ReadString(text, length)));
        using WasmInstance instance = Compile("go/exp_reactor.wasm").Instantiate(imports);
        Assert.Equal(6, instance.GetFunction<Func<long, long, long>>("gcd")(54, 24));
        instance.GetFunction<Action>("hello")();
        Assert.Equal(["hi from go reactor"], logged);
    }

    [Fact]
    public void Tail_calls_of_Rust_take_no_stack()
    {
        using WasmInstance instance = Compile("rust/tail.wasm").Instantiate();
        var run = instance.GetFunction<Func<int, ulong>>("run");
        // As the same program computes natively.
        Assert.Equal(3UL, run(0));
        Assert.Equal(61UL, run(10));
        Assert.Equal(9_915_631_766_927_042_094UL, run(3_000_000));
    }

    [Fact]
    public void A_c_reactor_calls_and_is_called()
    {
        var logged = new List<string>();
        var imports = new WasmImports()
            .AddWasi()
            .Define("host", "log", (Caller caller, int text, int length) => logged.Add(caller.Memory.ReadString(text, length)));
        using WasmInstance instance = Compile("clang/reactor.wasm").Instantiate(imports);
        instance.GetFunction<Action>("run")();
        Assert.Equal(["hi"], logged);
        Assert.Equal(1, instance.GetFunction<Func<int, int>>("is_even")(1_000_000));
    }

    private static (int ExitCode, string Output, string Errors) Run(string module, params string[] arguments) =>
        Run(Compile(module), module, arguments);

    // What the programs write goes into a copy.
    private static (int ExitCode, string Output, string Errors) Run(WasmModule compiled, string module, string[] arguments)
    {
        string folder = Directory.CreateTempSubdirectory("wasil-").FullName;
        try
        {
            foreach (string path in Directory.EnumerateFiles(Path.Combine(Folder, "data")))
                File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
            using WasiDirectory data = WasiDirectory.ReadWrite(folder);
            return Run(compiled, module, arguments, data);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int ExitCode, string Output, string Errors) Run(
        WasmModule compiled, string module, string[] arguments, WasiDirectory? data)
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        var options = new WasiOptions
        {
            Args = [Path.GetFileName(module), .. arguments],
            Environment = { ["GUEST"] = "bar" },
            Stdout = output,
            Stderr = errors,
        };
        if (data is not null)
            options.Preopens["/data"] = data;
        using WasmInstance instance = compiled.Instantiate(new WasmImports().AddWasi(options));
        int code = instance.RunCommand();
        return (code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(errors.ToArray()));
    }

    private static WasmModule Compile(string module) => WasmEngine.Default.Compile(File.ReadAllBytes(Path.Combine(Folder, module)));
}
