using System.Text;
using Wasil.AssemblyScript;
using Wasil.Emscripten;
using Wasil.Wasi;

namespace Wasil.Tests.Api;

/// <summary>Several packages and a user fill one module name.</summary>
public class CompositionTests
{
    // AssemblyScript's and Emscripten's functions, two of which have one name, WASI's, and the user's.
    private const string Everything = """
        (import "env" "abort" (func $abort_there (param i32 i32 i32 i32)))
        (import "env" "abort" (func $abort))
        (import "env" "trace" (func $trace (param i32 i32 f64 f64 f64 f64 f64)))
        (import "env" "seed" (func $seed (result f64)))
        (import "env" "emscripten_console_log" (func $log (param i32)))
        (import "env" "emscripten_get_heap_max" (func $heap_max (result i32)))
        (import "env" "invoke_v" (func $invoke (param i32)))
        (import "env" "mine" (func $mine (param i32) (result i32)))
        (import "wasi_snapshot_preview1" "clock_res_get" (func $resolution (param i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
        (memory (export "memory") 1)
        (table (export "__indirect_function_table") 1 funcref)
        (elem (i32.const 0) $say)
        (data (i32.const 16) "said\00")
        (data (i32.const 44) "\02\00\00\00\06\00\00\00" "t\00e\00x\00")
        (func (export "emscripten_stack_get_current") (result i32) (i32.const 4096))
        (func (export "_emscripten_stack_restore") (param i32))
        (func (export "setThrew") (param i32 i32))
        (func $say (call $log (i32.const 16)))
        (func (export "run") (result i32)
          (call $invoke (i32.const 0))
          (call $trace (i32.const 52) (i32.const 1) (f64.const 5) (f64.const 0) (f64.const 0) (f64.const 0) (f64.const 0))
          (if (f64.eq (call $seed) (f64.const 0)) (then unreachable))
          (if (call $resolution (i32.const 1) (i32.const 128)) (then unreachable))
          (if (call $random (i32.const 256) (i32.const 8)) (then unreachable))
          (i32.add (call $mine (i32.const 40)) (i32.ne (call $heap_max) (i32.const 0))))
        (func (export "abort_there") (call $abort_there (i32.const 52) (i32.const 52) (i32.const 3) (i32.const 4)))
        (func (export "abort") (call $abort))
        """;

    [Fact]
    public void Packages_and_users_share_a_module_and_later_definitions_replace_single_functions()
    {
        using var output = new MemoryStream();
        using var traces = new StringWriter();
        WasmImports Packages() => new WasmImports()
            .AddAssemblyScript(new AssemblyScriptOptions { Stdout = output, Stderr = output, TraceWriter = traces })
            .AddEmscripten(new WasiOptions { Stdout = output, Stderr = output })
            .Define("env", "mine", (int number) => number + 1);
        WasmModule module = WasmEngine.Default.Compile(Everything);

        using (WasmInstance guest = module.Instantiate(Packages()))
        {
            Assert.Equal(42, guest.GetFunction<Func<int>>("run")());
            Assert.Equal("trace: tex 5", traces.ToString().TrimEnd());
            Assert.Equal(255, Assert.Throws<WasmExitException>(guest.GetFunction<Action>("abort_there")).ExitCode);
            Assert.StartsWith("abort", Assert.Throws<TrapException>(guest.GetFunction<Action>("abort")).Message, StringComparison.Ordinal);
        }

        Assert.Equal("said\ntex at tex:3:4\n", Encoding.UTF8.GetString(output.ToArray()).ReplaceLineEndings("\n"));

        // One of each package's, and one of the user's own, by another definition of the same name.
        output.SetLength(0);
        var said = new List<string>();
        WasmImports replaced = Packages()
            .Define("env", "emscripten_console_log", (Caller caller, int text) => said.Add(caller.Memory.ReadCString(text)))
            .Define("env", "trace", (int text, int count, double a, double b, double c, double d, double e) => said.Add($"{count} {a}"))
            .Define("wasi_snapshot_preview1", "random_get", (Caller caller, WasmAddress start, WasmAddress length) =>
            {
                caller.Memory.Slice(start, (int)length.Value).Fill(7);
                return 0;
            })
            .Define("env", "mine", (int number) => number - 1);
        using (WasmInstance guest = module.Instantiate(replaced))
        {
            Assert.Equal(40, guest.GetFunction<Func<int>>("run")());
            Assert.Equal(["said", "1 5"], said);
            Assert.Equal(0x0707_0707_0707_0707, guest.GetMemory("memory").Read<long>(256));
            Assert.Equal(255, Assert.Throws<WasmExitException>(guest.GetFunction<Action>("abort_there")).ExitCode);
        }

        Assert.Equal("tex at tex:3:4\n", Encoding.UTF8.GetString(output.ToArray()).ReplaceLineEndings("\n"));

        // Packages that come after the user's functions replace those that they know, and no other.
        said.Clear();
        WasmImports before = new WasmImports()
            .Define("env", "emscripten_console_log", (int text) => said.Add("never"))
            .Define("env", "mine", (int number) => number * 2)
            .AddAssemblyScript()
            .AddEmscripten(new WasiOptions());
        using (WasmInstance guest = module.Instantiate(before))
        {
            Assert.Equal(81, guest.GetFunction<Func<int>>("run")());
            Assert.Empty(said);
        }
    }

    [Fact]
    public void One_set_serves_programs_of_several_compilers()
    {
        using var output = new MemoryStream();
        WasmImports all = new WasmImports()
            .AddAssemblyScript(new AssemblyScriptOptions { Stdout = output, Args = ["asc", "guest"] })
            .AddEmscripten(new WasiOptions { Args = ["small"], Stdout = output })
            .Define("env", "Math.hypot", (double x, double y) => 1.25);
        using (WasmInstance program = Compile("emscripten", "small6").Instantiate(all))
            Assert.Equal(1, program.RunCommand());
        using (WasmInstance wide = Compile("emscripten", "small6_64").Instantiate(all))
            Assert.Equal(1, wide.RunCommand());
        using WasmInstance script = Compile("assemblyscript", "host_incremental").Instantiate(all);
        Assert.Equal(1.25, script.GetFunction<Func<double, double, double>>("distance")(3, 4));
        Assert.Equal("hello you", new AssemblyScriptGuest(script).GetFunction<Func<string, string>>("greet")("you"));
        script.GetFunction<Action>("talk")();
        string[] lines = Encoding.UTF8.GetString(output.ToArray()).ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(2, lines.Count(line => line == "fib 6765"));
        Assert.Contains("to the log", lines);
    }

    private static WasmModule Compile(string toolchain, string name) => WasmEngine.Default.Compile(
        File.ReadAllBytes(Path.Combine(Places.Repository, "tests", "guests", toolchain, name + ".wasm")));
}
