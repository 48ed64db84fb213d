using System.Text;

namespace Wasil.AssemblyScript.Tests;

/// <summary>What programs import from <c>env</c>.</summary>
public class ImportTests
{
    public static TheoryData<string> Runtimes => Guests.Runtimes;

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void The_console(string runtime)
    {
        using var guests = new Guests(runtime);
        guests.Instance.GetFunction<Action>("talk")();
        Assert.Matches("^to the log\ndebug ✓\n\nt: [0-9.]+ms\nt: [0-9.]+ms\n$", guests.Out);
        Assert.Equal(
            """
            beware
            wrong
            Assertion failed: said
            Assertion failed
            Warning: Label 't' already exists for console.time()
            Warning: No such label 't' for console.timeEnd()

            """,
            guests.Error);
    }

    [Fact]
    public void Traces_go_where_they_are_sent()
    {
        const string Expected = "trace: none\ntrace: one 42\ntrace: five 1.5,-0.25,1e+21,1e-7,0.30000000000000004\n";
        using var off = new Guests("host_incremental");
        off.Instance.GetFunction<Action>("tracing")();
        Assert.Equal("", off.Out + off.Error);

        using var stdout = new Guests("host_incremental", options => options.Trace = AssemblyScriptTrace.Stdout);
        stdout.Instance.GetFunction<Action>("tracing")();
        Assert.Equal(Expected, stdout.Out);
        using var stderr = new Guests("host_incremental", options => options.Trace = AssemblyScriptTrace.Stderr);
        stderr.Instance.GetFunction<Action>("tracing")();
        Assert.Equal(Expected, stderr.Error);

        using var writer = new StringWriter { NewLine = "\n" };
        using var written = new Guests("host_incremental", options => options.TraceWriter = writer);
        written.Instance.GetFunction<Action>("tracing")();
        Assert.Equal(Expected, writer.ToString());
        Assert.Equal("", written.Out + written.Error);
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void An_abort_says_why_and_ends_the_guest(string runtime)
    {
        using var guests = new Guests(runtime);
        Assert.Equal(255, Assert.Throws<WasmExitException>(guests.Instance.GetFunction<Action>("fail")).ExitCode);
        Assert.Matches(@"^asked to fail at host\.ts:\d+:\d+\n$", guests.Error);
        Assert.Equal(255, Assert.Throws<WasmExitException>(guests.Instance.GetFunction<Action>("failSilently")).ExitCode);
        Assert.EndsWith("\nno message at unknown file:0:0\n", guests.Error, StringComparison.Ordinal);

        using var silent = new Guests(runtime, options => options.WriteAbortMessage = false);
        Assert.Throws<WasmExitException>(silent.Instance.GetFunction<Action>("fail"));
        Assert.Equal("", silent.Error);
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Arguments_are_there_from_the_first_instruction(string runtime)
    {
        using var guests = new Guests(runtime, options => options.Args = ["zero", "eins \ud83d\ude00", ""]);
        Assert.Equal("zero", guests.Guest.GetFunction<Func<string>>("first")());
        var args = guests.Guest.GetFunction<Func<string[]>>("args");
        Assert.Equal(["zero", "eins \ud83d\ude00", ""], args());
        guests.Guest.Collect();
        Assert.Equal(["zero", "eins \ud83d\ude00", ""], args());
        using var none = new Guests(runtime, options => options.Args = []);
        Assert.Equal([], none.Guest.GetFunction<Func<string[]>>("args")());
    }

    [Fact]
    public void Arguments_that_do_not_fit_are_refused()
    {
        string large = new('x', 1_000);
        string message = Assert.Throws<InvalidOperationException>(
            () => new Guests("top", options => options.Args = [large])).Message;
        Assert.Contains("--memoryBase", message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new Guests("host_debug", options => options.Args = [large, large, large]));
        using var roomy = new Guests("top_exported", options => options.Args = [large]);
        Assert.Equal(0, roomy.Instance.RunCommand());
        Assert.Equal(large + "\n", roomy.Out);
        Assert.Throws<ArgumentException>(() => new WasmImports().AddAssemblyScript(new AssemblyScriptOptions { Args = [null!] }));
    }

    [Fact]
    public void Programs_run_when_they_start()
    {
        using var guests = new Guests("top");
        Assert.Equal("asc\nguest\n", guests.Out);
        Assert.Equal(3, Assert.Throws<WasmExitException>(() => new Guests("top", options => options.Args = ["1", "2", "3"])).ExitCode);
        using var command = new Guests("top_exported", options =>
        {
            options.Args = ["1", "2", "3"];
            options.Trace = AssemblyScriptTrace.Stderr;
        });
        Assert.Equal("", command.Out);
        Assert.Equal(3, command.Instance.RunCommand());
        Assert.Equal("1\n2\n3\n", command.Out);
        Assert.Equal("trace: top 3\n", command.Error);
    }

    [Fact]
    public void Random_numbers_come_to_an_end()
    {
        using var end = new CancellationTokenSource();
        int parts = 0;
        var options = new AssemblyScriptOptions
        {
            Random = bytes =>
            {
                bytes.Fill(1);

                // The seed of the guest's own generator comes from there too.
                if (bytes.Length == sizeof(ulong))
                    return;
                parts++;
                end.Cancel();
            },
        };
        var engine = new WasmEngine(new WasmEngineOptions { Interruptible = true });
        using WasmInstance instance = Guests.Compile("host_incremental", engine).Instantiate(new WasmImports().AddAssemblyScript(options));
        Assert.ThrowsAny<OperationCanceledException>(
            () => instance.GetFunction("random").Invoke([10_000_000], new WasmValue[1], end.Token));
        Assert.Equal(1, parts);
    }

    [Theory]
    [MemberData(nameof(Runtimes))]
    public void Clocks_and_random_numbers(string runtime)
    {
        using var guests = new Guests(runtime, options => options.Deterministic = true);
        WasmInstance instance = guests.Instance;
        Assert.Equal(1_577_836_800_000, instance.GetFunction<Func<double>>("now")());
        Assert.InRange(instance.GetFunction<Func<double>>("elapsed")(), 0.001, 0.1);
        Assert.Equal(5, instance.GetFunction<Func<double, double, double>>("distance")(3, 4));
        byte[] bytes = guests.Guest.GetFunction<Func<uint, byte[]>>("random")(40);
        double chance = instance.GetFunction<Func<double>>("chance")();
        Assert.InRange(chance, 0, 1);
        using var again = new Guests(runtime, options => options.Deterministic = true);
        Assert.Equal(bytes, again.Guest.GetFunction<Func<uint, byte[]>>("random")(40));
        Assert.Equal(chance, again.Instance.GetFunction<Func<double>>("chance")());
        using var other = new Guests(runtime);
        Assert.NotEqual(bytes, other.Guest.GetFunction<Func<uint, byte[]>>("random")(40));
        Assert.NotEqual(chance, other.Instance.GetFunction<Func<double>>("chance")());
        Assert.InRange(other.Instance.GetFunction<Func<double>>("now")(), 1.7e12, 1e13);
    }

    [Fact]
    public void Mathematics_is_that_of_JavaScript()
    {
        using var guests = new Guests("math");
        double One(string name, double x) => guests.Instance.GetFunction<Func<double, double>>(name)(x);
        double Two(string name, double x, double y) => guests.Instance.GetFunction<Func<double, double, double>>(name)(x, y);
        // What V8 gives.
        Assert.True(double.IsNegative(One("round", -0.5)));
        Assert.Equal([3, 0, -2, -3], new[] { 2.5, 0.49999999999999994, -2.5, -2.6 }.Select(x => One("round", x)));
        Assert.Equal(4503599627370497, One("round", 4503599627370497));
        Assert.Equal(double.NaN, Two("pow", 1, double.NaN));
        Assert.Equal(double.NaN, Two("pow", -1, double.PositiveInfinity));
        Assert.Equal(1, Two("pow", double.NaN, 0));
        Assert.Equal([0, 31, 32, 32], new[] { -1, 4294967297, 0, double.NaN }.Select(x => One("clz32", x)));
        Assert.Equal(-5, Two("imul", 4294967295, 5));
        Assert.Equal(1.00000000005e-10, One("expm1", 1e-10));
        Assert.Equal(0.6487212707001282, One("expm1", 0.5), 1e-15);
        Assert.Equal(-1, One("expm1", -50));
        Assert.Equal(9.999999999500001e-11, One("log1p", 1e-10));
        Assert.Equal(double.NegativeInfinity, One("log1p", -1));
        Assert.Equal(double.NaN, One("log1p", -2));
        Assert.Equal(-1e-9, One("asinh", -1e-9), 1e-24);
        Assert.Equal(1.4436354751788103, One("asinh", 2), 1e-15);
        Assert.Equal(0.25541281188299536, One("atanh", 0.25), 1e-15);
        Assert.Equal(double.PositiveInfinity, One("atanh", 1));
        Assert.Equal(5e200, Two("hypot", 3e200, 4e200), 1e186);
        Assert.Equal(double.PositiveInfinity, Two("hypot", double.NaN, double.NegativeInfinity));
        Assert.Equal(double.NaN, Two("max", double.NaN, 1));
        Assert.Equal(0.1f, guests.Instance.GetFunction<Func<double, float>>("fround")(0.1));
        Assert.True(double.IsNegative(One("sign", -0.0)));
    }

    [Theory]
    [InlineData("(i32.const 0)", "no message")]
    [InlineData("(i32.const 8)", "(unreadable string at 0x8)")]
    [InlineData("(i32.const -4)", "(unreadable string at 0xfffffffc)")]
    [InlineData("(i32.const 64)", "(unreadable string at 0x40)")] // its size is -1
    [InlineData("(i32.const 128)", "x\ufffd\ufffd\ud83d\ude00")] // surrogates without a partner, and a pair
    public void Strings_of_bad_guests(string pointer, string expected)
    {
        using var error = new MemoryStream();
        using WasmInstance guest = WasmEngine.Default.Compile($$"""
            (import "env" "abort" (func $abort (param i32 i32 i32 i32)))
            (memory (export "memory") 1)
            (data (i32.const 60) "\ff\ff\ff\ff")
            (data (i32.const 124) "\0a\00\00\00x\00\00\dc\00\d8\3d\d8\00\de")
            (func (export "f") (call $abort {{pointer}} (i32.const 0) (i32.const -1) (i32.const 2)) unreachable)
            """).Instantiate(new WasmImports().AddAssemblyScript(new AssemblyScriptOptions { Stderr = error }));
        Assert.Equal(255, Assert.Throws<WasmExitException>(guest.GetFunction<Action>("f")).ExitCode);
        Assert.Equal($"{expected} at unknown file:4294967295:2\n", Encoding.UTF8.GetString(error.ToArray()));
    }

    [Fact]
    public void A_pair_of_surrogates_on_the_edge_of_a_piece_stays_one_character()
    {
        using var guests = new Guests("host_incremental");
        string text = new string('x', (8 << 10) - 7) + "\ud83d\ude00";
        using WasmInstance guest = WasmEngine.Default.Compile($"""
            (import "env" "console.log" (func $log (param i32)))
            (memory (export "memory") 1)
            (func (export "f") (param i32) (call $log (local.get 0)))
            """).Instantiate(new WasmImports().AddAssemblyScript(new AssemblyScriptOptions { Stdout = Output }));
        for (int before = (8 << 10) - 2; before <= (8 << 10) + 1; before++)
        {
            string line = new string('x', before) + "\ud83d\ude00";
            WasmMemory memory = guest.GetMemory("memory");
            memory.Write(1020, line.Length * 2);
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(line.AsSpan()).CopyTo(memory.Slice(1024, line.Length * 2));
            Output.SetLength(0);
            guest.GetFunction<Action<int>>("f")(1024);
            Assert.Equal(line + "\n", Encoding.UTF8.GetString(Output.ToArray()));
        }
    }

    private MemoryStream Output { get; } = new();

    [Fact]
    public void Wrong_types_are_said_when_linking()
    {
        var imports = new WasmImports().AddAssemblyScript();
        string message = Assert.Throws<LinkException>(() => WasmEngine.Default.Compile(
            """(import "env" "console.log" (func (param i64)))""").Instantiate(imports)).Message;
        Assert.Contains("[i64] -> []", message, StringComparison.Ordinal);
        Assert.Contains("[i32] -> []", message, StringComparison.Ordinal);
        Assert.Throws<LinkException>(() => WasmEngine.Default.Compile(
            """(import "env" "abort" (func))""").Instantiate(imports));
        Assert.Throws<LinkException>(() => WasmEngine.Default.Compile(
            """(import "env" "document.write" (func (param i32)))""").Instantiate(imports));
    }

    [Fact]
    public void Names_of_older_compilers_are_served()
    {
        using WasmInstance guest = WasmEngine.Default.Compile("""
            (import "Math" "cbrt" (func $cbrt (param f64) (result f64)))
            (import "Math" "PI" (global $pi f64))
            (import "Date" "getTimezoneOffset" (func $offset (result f64)))
            (func (export "f") (result f64) (f64.add (call $cbrt (f64.const 27)) (f64.add (call $offset) (global.get $pi))))
            """).Instantiate(new WasmImports().AddAssemblyScript());
        Assert.Equal(3 + Math.PI, guest.GetFunction<Func<double>>("f")(), 1e-15);
    }

    [Fact]
    public void Later_definitions_replace_single_functions()
    {
        var said = new List<string?>();
        var imports = new WasmImports().AddAssemblyScript(new AssemblyScriptOptions { Args = ["a"] })
            .Define("env", "console.log", (Caller caller, int text) => said.Add(new AssemblyScriptGuest(caller.Instance).ReadString(text)));
        using WasmInstance guest = Guests.Compile("top").Instantiate(imports);
        Assert.Equal(["a"], said);
    }
}
