using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Wasil.Wasi.Tests;

/// <summary>Each call of a guest is told of, decoded.</summary>
public partial class TraceTests
{
    private readonly List<WasiCall> _calls = [];

    private Guest Create(WasiOptions? options = null, string module = "wasi_snapshot_preview1", bool is64 = false) =>
        Create(WasiTracer.To(_calls.Add), options, module, is64);

    private static Guest Create(
        WasiTracer tracer, WasiOptions? options = null, string module = "wasi_snapshot_preview1", bool is64 = false) =>
        new(new WasmImports().AddWasi(options).TraceWasi(tracer), pages: 1, module, is64);

    private string Line => Elapsed().Replace(_calls[^1].ToString(), "");

    [GeneratedRegex(@" <\d+\.\d{6}>$")]
    private static partial Regex Elapsed();

    [Fact]
    public void Descriptions_have_the_parameters_of_the_functions()
    {
        Type functions = typeof(WasiOptions).Assembly.GetType("Wasil.Wasi.Functions.Preview1", throwOnError: true)!;
        Type format = typeof(WasiOptions).Assembly.GetType("Wasil.Wasi.Tracing.CallFormat", throwOnError: true)!;
        foreach (string module in (string[])["wasi_snapshot_preview1", "wasi_unstable"])
        {
            WasmModule compiled = WasmEngine.Default.Compile(Guest.Build(module, Signatures.All, pages: 1));
            foreach (ImportType import in compiled.Imports)
            {
                object? function = functions.GetMethod("Find")!.Invoke(null, [import]);
                Assert.Equal(function is not null, Signatures.Has(module, import.Name));
                if (function is null)
                    continue;
                var signature = (string)function.GetType().GetProperty("Signature")!.GetValue(function)!;
                object made = Activator.CreateInstance(format, signature)!;
                Assert.Equal(Signatures.Of(import.Name), format.GetProperty("Lowered")!.GetValue(made));
            }
        }
    }

    [Fact]
    public void Errors_have_the_names_of_their_documentation()
    {
        MethodInfo of = typeof(WasiOptions).Assembly.GetType("Wasil.Wasi.Tracing.ErrnoNames", throwOnError: true)!.GetMethod("Of")!;
        var documents = XDocument.Load(Path.ChangeExtension(typeof(WasiOptions).Assembly.Location, "xml"));
        foreach (Errno error in Enum.GetValues<Errno>())
        {
            XElement member = documents.Descendants("member").Single(member => (string?)member.Attribute("name") == $"F:Wasil.Wasi.Errno.{error}");
            string documented = member.Element("summary")!.Element("c")!.Value;
            Assert.Equal("E" + documented.ToUpperInvariant(), of.Invoke(null, [error]));
        }

        Assert.Equal("E77", of.Invoke(null, [(Errno)77]));
    }

    [Theory]
    [MemberData(nameof(RandomCallTests.Functions), MemberType = typeof(RandomCallTests))]
    public void Every_function_is_told_of_and_answers_as_it_does_untraced(string name)
    {
        uint[] numbers = [0, 1, 3, 8, 0x100, 0xfff8, 0xffff, 0x1_0000, 0x8000_0000, 0xffff_fffe, 0xffff_ffff];
        foreach ((string module, bool is64) in ((string, bool)[])
            [("wasi_snapshot_preview1", false), ("wasi_snapshot_preview1", true), ("wasi_unstable", false)])
        {
            if (!Signatures.Has(module, name))
                continue;
            var random = new Random(10);
            using Guest traced = Create(new WasiOptions { Deterministic = true }, module, is64);
            using var plain = new Guest(new WasiOptions { Deterministic = true }, module: module, is64: is64);
            random.NextBytes(traced.Memory.Slice(0UL, (int)traced.End));
            traced.Memory.Slice(0UL, (int)traced.End).CopyTo(plain.Memory.Slice(0UL, (int)plain.End));
            for (int round = 0; round < 60; round++)
            {
                WasmValue[] arguments = [.. Signatures.Of(name).Select(kind => kind == 'l'
                    ? (WasmValue)(long)numbers[random.Next(numbers.Length)] : numbers[random.Next(numbers.Length)])];
                _calls.Clear();
                int error = 0, tracedError = 0;
                Exception? exit = Record.Exception(() => error = plain.Call(name, arguments));
                Exception? tracedExit = Record.Exception(() => tracedError = traced.Call(name, arguments));
                WasiCall told = Assert.Single(_calls);
                Assert.Equal((exit as WasmExitException)?.ExitCode, (tracedExit as WasmExitException)?.ExitCode);
                Assert.Equal(exit is null, tracedExit is null);
                Assert.Equal(tracedExit is null, told.Exception is null);
                if (exit is null)
                {
                    Assert.NotEqual("proc_exit", name);
                    Assert.Equal((error, error), (tracedError, (int)told.Error!));
                    Assert.Equal(error == 0, told.ErrorName is null);
                }
                else
                {
                    Assert.True(name is "proc_exit" or "proc_raise", exit.Message);
                    Assert.Null(told.Error);
                }

                Assert.Equal((module, name), (_calls[0].Module, _calls[0].Function));
                Assert.StartsWith($"{name}(", _calls[0].ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain(_calls[0].ToString(), char.IsControl);
                Assert.InRange(_calls[0].ToString().Length, 0, 20_000);
            }

            Assert.True(plain.Memory.Slice(0UL, (int)plain.End).SequenceEqual(traced.Memory.Slice(0UL, (int)traced.End)));
        }
    }

    [Fact]
    public void Guests_with_wide_addresses_are_told_of_as_well()
    {
        using Guest guest = Create(is64: true);
        guest.PutAddresses(0x100, 0x200, 6, 0x1_0000_0210, 3);
        "hello\n"u8.CopyTo(guest.Memory.Slice(0x200, 6));
        guest.Call("fd_write", 1, 0x100, 1, 0x80);
        Assert.Equal("""fd_write(fd=1, iovs=["hello\n"]) = 0 nwritten=6""", Line);
        guest.Call("fd_write", 1, 0x100, 2, 0x80);
        Assert.Equal("""fd_write(fd=1, iovs=["hello\n", 0x100000210[3]]) = 21 EFAULT""", Line);
        guest.Call("random_get", 0x1_0000_0000L, 0x1_0000_0000L);
        Assert.Equal("random_get(buf=0x100000000) = 21 EFAULT", Line);
    }

    [Fact]
    public void Lines_say_what_was_passed_and_what_came_of_it()
    {
        using var input = new MemoryStream("a\"b\u001b\u202e\n"u8.ToArray());
        using WasiDirectory data = WasiDirectory.InMemory();
        using Guest guest = Create(new WasiOptions
        {
            Args = ["app"],
            Stdin = input,
            Preopens = { ["/data"] = data },
            Deterministic = true,
        });
        guest.Put(0x100, 0x200, 6, 0x210, 3);
        "hello\n"u8.CopyTo(guest.Memory.Slice(0x200, 6));
        guest.Memory.Write<byte>(0x210, 0xff);
        guest.Memory.Write<byte>(0x211, 7);
        guest.Memory.Write<byte>(0x212, 0xc3);
        guest.Call("fd_write", 1, 0x100, 2, 0x80);
        Assert.Equal("""fd_write(fd=1, iovs=["hello\n", "\xff\x07\xc3"]) = 0 nwritten=9""", Line);
        guest.Call("fd_write", 9, 0x100, 1, 0x80);
        Assert.Equal("""fd_write(fd=9, iovs=["hello\n"]) = 8 EBADF""", Line);
        guest.Call("fd_write", -1, 0x100, 1, 0x80);
        Assert.Equal("""fd_write(fd=-1, iovs=["hello\n"]) = 8 EBADF""", Line);
        guest.Put(0x100, 0x300, 100);
        guest.Call("fd_read", 0, 0x100, 1, 0x80);
        Assert.Equal("""fd_read(fd=0, iovs=["a\"b\x1b\u{202e}\n"]) = 0 nread=8""", Line);
        guest.Call("fd_read", 7, 0x100, 1, 0x80);
        Assert.Equal("""fd_read(fd=7, iovs=0x100) = 8 EBADF""", Line);

        "sub/f.txt"u8.CopyTo(guest.Memory.Slice(0x400, 9));
        guest.Call("path_open", 3, 1, 0x400, 9, 1 | 8, 2L | 64, 0L, 1, 0x80);
        Assert.Equal(
            """path_open(fd=3, dirflags=symlink_follow, path="sub/f.txt", oflags=creat|trunc, fs_rights_base=fd_read|fd_write, """
            + "fs_rights_inheriting=0, fdflags=append) = 44 ENOENT",
            Line);
        guest.Call("path_create_directory", 3, 0x400, 3);
        Assert.Equal("""path_create_directory(fd=3, path="sub") = 0""", Line);
        guest.Call("path_open", 3, 0, 0x400, 9, 1, -1L & ~2L, ulong.MaxValue, 0, 0x80);
        Assert.Equal(
            """path_open(fd=3, dirflags=0, path="sub/f.txt", oflags=creat, fs_rights_base=~(fd_read)|0xffffffffc0000000, """
            + "fs_rights_inheriting=all|0xffffffffc0000000, fdflags=0) = 0 opened_fd=4",
            Line);
        guest.Call("path_open", 3, 0, 0xffff_0000, 9, 0, 0L, 0L, 0, 0x80);
        Assert.Equal(
            "path_open(fd=3, dirflags=0, path=0xffff0000[9], oflags=0, fs_rights_base=0, fs_rights_inheriting=0, fdflags=0) = 21 EFAULT", Line);
        guest.Call("fd_seek", 4, -5L, 0, 0x80);
        Assert.Equal("fd_seek(fd=4, offset=-5, whence=set) = 28 EINVAL", Line);
        guest.Call("fd_seek", 4, 5L, 2, 0x80);
        Assert.Equal("fd_seek(fd=4, offset=5, whence=end) = 0 newoffset=5", Line);
        guest.Call("fd_filestat_get", 4, 0x80);
        Assert.StartsWith("fd_filestat_get(fd=4) = 0 buf={type=regular_file, size=0, nlink=1, ino=", Line, StringComparison.Ordinal);
        guest.Call("fd_fdstat_get", 1, 0x80);
        Assert.StartsWith("fd_fdstat_get(fd=1) = 0 stat={type=unknown, flags=0, rights=fd_datasync|", Line, StringComparison.Ordinal);
        guest.Call("fd_prestat_get", 3, 0x80);
        Assert.Equal("fd_prestat_get(fd=3) = 0 buf={dir, pr_name_len=5}", Line);
        guest.Call("fd_prestat_dir_name", 3, 0x80, 5);
        Assert.Equal("""fd_prestat_dir_name(fd=3, path="/data") = 0""", Line);
        guest.Call("fd_readdir", 3, 0x1000, 0x100, 0L, 0x80);
        Assert.Equal(
            """fd_readdir(fd=3, buf=["."/directory, ".."/directory, "sub"/directory], cookie=0) = 0 bufused=78""", Line);
        guest.Call("args_sizes_get", 0x80, 0x84);
        Assert.Equal("args_sizes_get() = 0 argc=1 argv_buf_size=4", Line);
        guest.Call("clock_time_get", 1, 0L, 0x80);
        Assert.StartsWith("clock_time_get(id=monotonic, precision=0) = 0 time=", Line, StringComparison.Ordinal);
        guest.PutClock(0x500, 7, 1, 1000, 0);
        guest.PutDescriptor(0x530, 8, 2, 1);
        guest.Call("poll_oneoff", 0x500, 0x600, 2, 0x80);
        Assert.Equal(
            "poll_oneoff(in=[monotonic 1000, fd_write 1], out=[fd_write userdata=0x8 nbytes=65536], nsubscriptions=2) = 0 nevents=1", Line);
        guest.Call("sched_yield");
        Assert.Equal("sched_yield() = 0", Line);
        Assert.Throws<WasmExitException>(() => guest.Call("proc_exit", 3));
        Assert.Equal("proc_exit(rval=3) = ?", Line);
    }

    [Fact]
    public void Long_data_is_cut_and_long_lists_are()
    {
        using Guest guest = Create();
        guest.Memory.Slice(0x1000, 1000).Fill((byte)'x');
        for (uint i = 0; i < 100; i++)
            guest.Put(0x100 + (i * 8), 0x1000, 1000);
        guest.Call("fd_write", 1, 0x100, 1, 0x80);
        Assert.Equal($"""fd_write(fd=1, iovs=["{new string('x', 64)}"...[1000]]) = 0 nwritten=1000""", Line);
        guest.Call("fd_write", 1, 0x100, 100, 0x80);
        Assert.EndsWith("...[1000], ...[100]]) = 0 nwritten=100000", Line, StringComparison.Ordinal);
        Assert.Equal(17, Line.Split("...").Length - 1);
    }

    [Fact]
    public void Structures_of_the_older_snapshot_are_its_own()
    {
        using Guest guest = Create(module: "wasi_unstable");
        guest.Call("fd_seek", 1, 0L, 0, 0x80);
        Assert.Equal("fd_seek(fd=1, offset=0, whence=cur) = 70 ESPIPE", Line);
        Assert.Equal("wasi_unstable", _calls[^1].Module);
        guest.Memory.Slice(0x500, 56).Clear();
        guest.Memory.Write<ulong>(0x500, 5);
        guest.Memory.Write<uint>(0x500 + 24, 1);
        guest.Memory.Write<ulong>(0x500 + 32, 10);
        guest.Call("poll_oneoff", 0x500, 0x600, 1, 0x80);
        Assert.Equal("poll_oneoff(in=[monotonic 10], out=[clock userdata=0x5], nsubscriptions=1) = 0 nevents=1", Line);
    }

    [Fact]
    public void What_throws_is_told_of_too()
    {
        using var input = new ThrowingStream();
        using Guest guest = Create(new WasiOptions { Stdin = input });
        guest.Put(0x100, 0x200, 6);
        Assert.Throws<TimeZoneNotFoundException>(() => guest.Call("fd_read", 0, 0x100, 1, 0x80));
        Assert.Equal("fd_read(fd=0, iovs=0x100) = ? (TimeZoneNotFoundException)", Line);
        Assert.IsType<TimeZoneNotFoundException>(_calls[^1].Exception);
    }

    [Fact]
    public void What_the_host_defined_before_is_told_of_and_what_comes_later_as_far_as_it_calls_that()
    {
        WasmImports imports = new WasmImports()
            .AddWasi()
            .Define("wasi_snapshot_preview1", "fd_datasync", (int fd) => 8)
            .Define("wasi_snapshot_preview1", "fd_tell", (int fd, int result) => 77)
            .TraceWasi(WasiTracer.To(_calls.Add))
            .Define("wasi_snapshot_preview1", "fd_close", (int fd) => 0)
            .Wrap("wasi_snapshot_preview1", "fd_sync", original => (int fd) => original.Invoke(1)[0].AsInt32());
        using var guest = new Guest(imports, 1, "wasi_snapshot_preview1");
        guest.Call("fd_close", 1);
        Assert.Empty(_calls);
        guest.Call("fd_sync", 77);
        Assert.Equal("fd_sync(fd=1) = 0", Line);
        guest.Call("fd_datasync", 5);
        Assert.Equal("fd_datasync(fd=5) = 8 EBADF", Line);
        guest.Call("fd_tell", 5, 0);
        Assert.Equal("fd_tell(fd=5) = 77 E77", Line);
    }

    [Fact]
    public void A_function_of_another_type_is_not_WASIs()
    {
        WasmImports imports = new WasmImports()
            .Define("wasi_snapshot_preview1", "fd_close", (long fd) => 5L)
            .TraceWasi(WasiTracer.To(_calls.Add));
        WasmModule module = WasmEngine.Default.Compile("""
            (import "wasi_snapshot_preview1" "fd_close" (func $close (param i64) (result i64))) (export "f" (func $close))
            """);
        using WasmInstance instance = module.Instantiate(imports);
        Assert.Equal(5, instance.GetFunction<Func<long, long>>("f")(1));
        Assert.Empty(_calls);
    }

    [Fact]
    public void A_writer_gets_lines()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using var guest = Create(WasiTracer.To(writer));
        guest.Call("sched_yield");
        guest.Call("fd_close", 7);
        Assert.Matches(@"^sched_yield\(\) = 0 <\d\.\d{6}>\nfd_close\(fd=7\) = 8 EBADF <\d\.\d{6}>\n$", writer.ToString());
    }

    [Fact]
    public void An_activity_source_gets_activities_while_somebody_listens()
    {
        using var source = new ActivitySource("Wasil.Wasi.Tests." + nameof(TraceTests));
        using var input = new ActivityStream(source);
        using var guest = Create(WasiTracer.To(source), new WasiOptions { Stdin = input });
        guest.Call("sched_yield");
        var stopped = new List<Activity>();
        using (var listener = new ActivityListener
        {
            ShouldListenTo = each => each == source,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Add,
        })
        {
            ActivitySource.AddActivityListener(listener);
            guest.Call("fd_close", 7);
            guest.Put(0x100, 0x200, 6);
            guest.Call("fd_read", 0, 0x100, 1, 0x80);
            Assert.Throws<WasmExitException>(() => guest.Call("proc_exit", 0));
        }

        guest.Call("sched_yield");
        Assert.Equal(["fd_close", "inner", "fd_read", "proc_exit"], stopped.Select(activity => activity.OperationName));
        Assert.Equal("7", stopped[0].GetTagItem("wasi.fd"));
        Assert.Equal("EBADF", stopped[0].GetTagItem("wasi.errno"));
        Assert.Equal("wasi_snapshot_preview1", stopped[0].GetTagItem("wasi.module"));
        Assert.Equal(stopped[2].SpanId, stopped[1].ParentSpanId);
        Assert.Equal("1", stopped[2].GetTagItem("wasi.nread"));
        Assert.All(stopped, activity => Assert.Equal(ActivityStatusCode.Unset, activity.Status));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void A_program_is_traced_from_start_to_end()
    {
        byte[] module = File.ReadAllBytes(Path.Combine(Places.Repository, "samples", "guests", "greet.wasm"));
        WasmImports imports = new WasmImports()
            .AddWasi(new WasiOptions { Args = ["greet", "Wasil"] }).TraceWasi(WasiTracer.To(_calls.Add));
        using WasmInstance instance = WasmEngine.Default.Compile(module).Instantiate(imports);
        Assert.Equal(0, instance.RunCommand());
        Assert.Equal(["args_sizes_get", "args_get", "environ_sizes_get", "fd_fdstat_get", "fd_write"], _calls.Select(call => call.Function));
        Assert.Equal("""fd_write(fd=1, iovs=["Hello, Wasil", "!\n"]) = 0 nwritten=14""", Line);
    }

    private sealed class ThrowingStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new TimeZoneNotFoundException();
    }

    private sealed class ActivityStream(ActivitySource source) : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            using Activity? activity = source.StartActivity("inner");
            return 1;
        }
    }
}
