using Wasil.Wasi;

namespace Wasil.Emscripten.Tests;

/// <summary>How programs are started and ended, and what they ask for besides files.</summary>
public class ProgramTests
{
    public static TheoryData<WasmEngineMode> Modes => Guest.Modes;

    public static TheoryData<string, WasmEngineMode> Builds => Guest.Builds;

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_program_gets_its_arguments_environment_memory_and_time(string version, WasmEngineMode mode)
    {
        foreach (bool isStandalone in (bool[])[false, true])
        {
            using Guest guest = Guest.Of((isStandalone ? "program_standalone" : "program") + version, mode, "eins \u00df", "");
            guest.Wasi.Environment["GUEST"] = "bar";
            guest.Options.TimeZone = TimeZoneInfo.CreateCustomTimeZone("t", TimeSpan.FromMinutes(-90), "t", "t");
            Assert.Equal(3, guest.Instance.RunCommand());
            string[] lines = guest.Out.Split('\n');
            Assert.Equal(["ready 1 argc 3", "eins \u00df", "", "GUEST=bar", "grown 1"], lines[..5]);
            Assert.Equal("utc 2001-09-09 01:46:40 day 251 of week 0", lines[5]);
            Assert.Equal("timegm 1000000000", lines[6]);
            if (isStandalone)
                continue;
            Assert.Equal("local 2001-09-09 00:16:40 dst 0 offset -5400 mktime 1000000000", lines[7]);
            Assert.Equal("zone UTC-0130 UTC-0130 5400 0", lines[8]);
            Assert.Equal(
                ["clock 1 now 1 date 1", "monotonic 0 resolution 0", "heap max 1", "entropy 0", "sin 0.841471", "no newline"], lines[9..]);
            Assert.Equal("to the console\n", guest.Error);
        }
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_program_ends_itself(string version, WasmEngineMode mode)
    {
        using Guest exits = Guest.Of("program" + version, mode, "exit");
        Assert.Equal(5, exits.Instance.RunCommand());
        Assert.EndsWith("bye\n", exits.Out, StringComparison.Ordinal);
        using Guest leaves = Guest.Of("program" + version, mode, "_exit");
        Assert.Equal(6, leaves.Instance.RunCommand());
        using Guest aborts = Guest.Of("program" + version, mode, "abort");
        Assert.StartsWith("abort", Assert.Throws<TrapException>(() => aborts.Instance.RunCommand()).Message, StringComparison.Ordinal);
        Assert.StartsWith("ready 1", aborts.Out, StringComparison.Ordinal);
        using Guest asserts = Guest.Of("program" + version, mode, "assert");
        Assert.Matches(
            @"^Assertion failed: argc == 77, at: program\.c,\d+,main$",
            Assert.Throws<TrapException>(() => asserts.Instance.RunCommand()).Message);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void Constructors_run_before_exports_are_called(string version, WasmEngineMode mode)
    {
        foreach (string form in (string[])["program", "reactor"])
        {
            using Guest guest = Guest.Of(form + version, mode);
            Assert.Equal(1, guest.Instance.GetFunction<Func<int>>("is_ready")());
            Assert.Equal(55, guest.Instance.GetFunction<Func<int, int>>("fib")(10));
        }

        var module = WasmEngine.Default.Compile(File.ReadAllBytes(
            Path.Combine(Places.Repository, "tests", "guests", "emscripten", $"program{version}.wasm")));
        using WasmInstance raw = module.Instantiate(
            new WasmImports().AddEmscripten(new WasiOptions { Args = ["program"] }), new InstanceOptions { Initialize = false });
        Assert.Equal(0, raw.GetFunction<Func<int>>("is_ready")());
        Assert.Equal(1, raw.RunCommand());
        Assert.Equal(1, raw.GetFunction<Func<int>>("is_ready")());
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Programs_of_Emscripten_6_run(WasmEngineMode mode)
    {
        foreach (string name in (string[])["small6", "small_standalone6", "small6_64", "small_standalone6_64"])
        {
            using Guest guest = Guest.Of(name, mode, "one");
            using WasiDirectory directory = WasiDirectory.InMemory();
            Assert.Equal(Errno.Success, directory.Open("in.txt", new WasiOpenOptions { Write = true, Create = true }, out WasiNode? node));
            using (node)
                ((WasiFile)node!).WriteAt(0, "line one\nline two\n"u8, out _);
            guest.Wasi.Preopens["/data"] = directory;
            guest.Wasi.Environment["GUEST"] = "bar";
            Assert.Equal(2, guest.Instance.RunCommand());
            // A standalone program has no way to open a file.
            string file = name.Contains("standalone", StringComparison.Ordinal) ? "no file" : "line: line one";
            Assert.Equal($"argc=2\none\nGUEST=bar\n{file}\ntime 1 sin 0.841471 rand 1\nfib 6765\n", guest.Out);
            Assert.Equal(55, guest.Instance.GetFunction<Func<int, int>>("fib")(10));
        }

        foreach (string name in (string[])["small_exceptions6", "small_exceptions6_64", "small_exceptions_wasm6", "small_exceptions_legacy6"])
        {
            using Guest guest = Guest.Of(name, mode);
            Assert.Equal(0, guest.Instance.RunCommand());
            Assert.Equal("setjmp 0\nsetjmp 9\n~D\ncaught boom\nok\n", guest.Out);
        }

        using Guest library = Guest.Of("small_reactor6", mode);
        Assert.Equal(55, library.Instance.GetFunction<Func<int, int>>("fib")(10));
    }

    [Fact]
    public void Functions_can_be_replaced_in_env_and_in_wasi()
    {
        using Guest guest = Guest.Of("program3", WasmEngineMode.Auto);
        var said = new List<int>();
        guest.More.Define("env", "emscripten_console_error", (int text) => said.Add(text))
            .Define("wasi_snapshot_preview1", "fd_write", (int descriptor, int vectors, int count, int written) => 8);
        Assert.Equal(1, guest.Instance.RunCommand());
        Assert.Single(said);
        Assert.Equal("", guest.Out);
    }

    [Fact]
    public void Programs_and_unserved_imports_are_recognised()
    {
        Assert.True(EmscriptenImports.IsProgram(Module("program3")));
        Assert.False(EmscriptenImports.IsProgram(Module("program_standalone3")));
        Assert.Equal(
            "Emscripten has minified the names; -g2 or -sSTANDALONE_WASM keeps them",
            EmscriptenImports.Explain(Module("minified3").Imports[0]));
        Assert.Contains("embind", Explain("_embind_register_void"), StringComparison.Ordinal);
        Assert.Contains("WebGL", Explain("glClear"), StringComparison.Ordinal);
        Assert.Contains("dynamic", Explain("_dlopen_js"), StringComparison.Ordinal);
        Assert.Null(Explain("globe"));

        static WasmModule Module(string name) => WasmEngine.Default.Compile(
            File.ReadAllBytes(Path.Combine(Places.Repository, "tests", "guests", "emscripten", name + ".wasm")));
        static string? Explain(string name) => EmscriptenImports.Explain(
            new ImportType("env", name, new GlobalType(ValType.I32, isMutable: false)));
    }
}
