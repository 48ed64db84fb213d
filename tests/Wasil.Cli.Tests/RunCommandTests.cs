using System.Text.RegularExpressions;

namespace Wasil.Cli.Tests;

public sealed partial class RunCommandTests(Files files) : IClassFixture<Files>
{
    [Fact]
    public void RunsAProgram() => Assert.Equal(new CommandLine(0, "hello from C\n", ""), CommandLine.Run("run", Files.Hello));

    [Fact]
    public void ExitCodeIsTheGuests() =>
        Assert.Equal(new CommandLine(7, "", ""), CommandLine.Run("run", files.Write("exit.wasm", Modules.Exiting)));

    [Fact]
    public void InputReachesTheGuest()
    {
        string file = files.Write("prompt.wasm", Modules.Prompting);
        Assert.Equal(new CommandLine(0, "> echo\n", ""), CommandLine.RunWithInput("echo\n", "run", file));
    }

    [Fact]
    public void ArgumentsAndEnvironmentReachTheGuest()
    {
        string app = Path.Combine(Files.Repository, "tests", "guests", "clang", "app.wasm");
        CommandLine result = CommandLine.Run("run", app, "--env", "GUEST=a=b", "--", "/none", "7", "--env", "@x");
        Assert.StartsWith("argc=5\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("argv[1]=/none\nargv[2]=7\nargv[3]=--env\nargv[4]=@x\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("GUEST=a=b\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(7, result.ExitCode);
    }

    // Programs such as busybox or clang are many in one, and go by their name.
    [Fact]
    public void TheProgramsNameIsItsFilesUnlessAnotherIsGiven()
    {
        byte[] text = """
            (module
              (import "wasi_snapshot_preview1" "args_get" (func $args (param i32 i32) (result i32)))
              (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
              (memory (export "memory") 1)
              (func (export "_start") (local $end i32)
                (drop (call $args (i32.const 0) (i32.const 1024)))
                (local.set $end (i32.const 1024))
                (loop $next
                  (local.set $end (i32.add (local.get $end) (i32.const 1)))
                  (br_if $next (i32.load8_u (local.get $end))))
                (i32.store (i32.const 0) (i32.const 1024))
                (i32.store (i32.const 4) (i32.sub (local.get $end) (i32.const 1024)))
                (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
            """u8.ToArray();
        string file = files.Write("name.wat", text);
        Assert.Equal(new CommandLine(0, "name.wat", ""), CommandLine.Run("run", file));
        Assert.Equal(new CommandLine(0, "clang++", ""), CommandLine.Run("run", "--argv0", "clang++", file));
    }

    [Theory]
    [InlineData("add", "3", "1", "2")]
    [InlineData("add", "-1", "0xffffffff", "0")]
    [InlineData("add", "-2147483648", "4294967295", "-2147483647")]
    [InlineData("divide", "-3", "-7", "2")]
    [InlineData("swap", "2.5\n-9223372036854775808", "0x8000000000000000", "2.5")]
    [InlineData("swap", "1e+300\n1", "1", "1e300")]
    [InlineData("swap", "-inf\n1", "1", "-inf")]
    [InlineData("half", "-0.25", "-0.5")]
    [InlineData("half", "nan", "nan")]
    [InlineData("negate", "-5", "5")]
    [InlineData("is_null", "1", "null")]
    public void InvokePrintsResultsOneOnALine(string function, string results, params string[] arguments)
    {
        string file = files.Write("arithmetic.wasm", Modules.Arithmetic);
        var expected = new CommandLine(0, results + "\n", "");
        Assert.Equal(expected, CommandLine.Run(["run", file, "--invoke", function, .. arguments]));
        Assert.Equal(expected, CommandLine.Run(["run", "--invoke", function, file, "--", .. arguments]));
    }

    [Fact]
    public void ThreadsOfEmscriptenAreAllowed()
    {
        string program = Path.Combine(Files.Repository, "tests", "guests", "emscripten", "threads6.wasm");
        Assert.Equal(
            new CommandLine(4, "mutex 12000 joined 15\nmain 1\nat exit\n", ""), CommandLine.Run("run", program, "--threads", "6", "mutex"));
        CommandLine few = CommandLine.Run("run", program, "--threads", "2", "many");
        Assert.StartsWith("started 2 again 1\n", few.Out, StringComparison.Ordinal);
        CommandLine none = CommandLine.Run("run", program, "mutex");
        Assert.Equal(new CommandLine(1, "", $"wasil: {program}: the program wants threads; --threads COUNT allows them\n"), none);
    }

    [Fact]
    public void StringBuiltinsAreThere()
    {
        byte[] text = """
            (module
              (import "wasm:js-string" "fromCharCode" (func $char (param i32) (result (ref extern))))
              (import "wasm:js-string" "concat" (func $concat (param externref externref) (result (ref extern))))
              (func (export "hi") (result externref) (call $concat (call $char (i32.const 72)) (call $char (i32.const 105)))))
            """u8.ToArray();
        Assert.Equal(new CommandLine(0, "Hi\n", ""), CommandLine.Run("run", files.Write("strings.wat", text), "--invoke", "hi"));
    }

    [Fact]
    public void TheTextFormatIsTakenAsWell()
    {
        byte[] text = ";; an answer\n(module (func (export \"six\") (result i32) i32.const 6))"u8.ToArray();
        string file = files.Write("six.wat", text);
        Assert.Equal(new CommandLine(0, "6\n", ""), CommandLine.Run("run", file, "--invoke", "six"));
    }

    [Theory]
    [InlineData("add takes 2 arguments, not 1: [i32 i32] -> [i32]", "add", "1")]
    [InlineData("negate takes 1 argument, not 0: [i64] -> [i64]", "negate")]
    [InlineData("add: argument 2 has to be of type i32, and \"4294967296\" is not", "add", "1", "4294967296")]
    [InlineData("add: argument 1 has to be of type i32, and \"1.5\" is not", "add", "1.5", "1")]
    [InlineData("add: argument 1 has to be of type i32, and \"\" is not", "add", "", "1")]
    [InlineData("negate: argument 1 has to be of type i64, and \"1e9\" is not", "negate", "1e9")]
    [InlineData("add: argument 1 has to be of type i32, and \"0x1_0\" is not", "add", "0x1_0", "0")]
    [InlineData("add: argument 1 has to be of type i32, and \"-0x80000001\" is not", "add", "-0x80000001", "0")]
    [InlineData("half: argument 1 has to be of type f32, and \"half\" is not", "half", "half")]
    [InlineData("is_null: argument 1 has to be of type externref, and \"0\" is not", "is_null", "0")]
    public void InvokeRefusesArguments(string message, string function, params string[] arguments) =>
        CommandLine.Run(["run", files.Write("arithmetic.wasm", Modules.Arithmetic), "--invoke", function, "--", .. arguments])
            .AssertFailed(2, $"wasil: {message}");

    [Fact]
    public void InvokeOfWhatIsNotThereNamesWhatIs()
    {
        string file = files.Write("arithmetic.wasm", Modules.Arithmetic);
        CommandLine.Run("run", file, "--invoke", "sub").AssertFailed(
            2, $"wasil: {file}: the module exports no function sub; it exports add, divide, swap, half, negate, is_null");
    }

    [Fact]
    public void ALibraryIsNoProgram()
    {
        string file = files.Write("arithmetic.wasm", Modules.Arithmetic);
        CommandLine.Run("run", file).AssertFailed(
            1, $"wasil: {file}: the module is no program, as it exports no function _start; it exports add, divide, swap, half, "
                + "negate, is_null; --invoke NAME calls one");
        file = files.Write("nothing.wasm", Modules.Module());
        CommandLine.Run("run", file).AssertFailed(
            1, $"wasil: {file}: the module is no program, as it exports no function _start; it exports no function");
    }

    [Fact]
    public void ATrapNamesTheFunctions()
    {
        CommandLine result = CommandLine.Run("run", files.Write("trap.wasm", Modules.Trapping), "--invoke", "main");
        Assert.Matches(TrapPattern(), result.Error);
        Assert.Equal("", result.Out);
        Assert.Equal(134, result.ExitCode);
    }

    [Fact]
    public void ATrapComesAfterWhatWasWritten()
    {
        CommandLine result = CommandLine.Run("run", files.Write("writing.wasm", Modules.WritingThenTrapping), "--verbose");
        Assert.Equal("hello", result.Out);
        Assert.StartsWith("wasil: trap: unreachable\n    at wasm-function[3]:0x", result.Error, StringComparison.Ordinal);
        Assert.Contains("Wasil.TrapException: unreachable", result.Error, StringComparison.Ordinal);
        Assert.Equal(134, result.ExitCode);
    }

    [Fact]
    public void LongStacksAreCutInTheMiddle()
    {
        string file = files.Write("recurse.wasm", Modules.Recursive);
        CommandLine result = CommandLine.Run("run", file, "--invoke", "recurse", "--max-stack", "64K", "100000000");
        string[] lines = result.Error.Split('\n');
        Assert.Equal("wasil: trap: call stack exhausted", lines[0]);
        Assert.StartsWith("    at wasm-function[0]", lines[1], StringComparison.Ordinal);
        Assert.Matches(@"^    \.\.\. \d+ more \.\.\.$", lines[21]);
        Assert.StartsWith("    at wasm-function[0]", lines[41], StringComparison.Ordinal);
        Assert.Equal(43, lines.Length);
        Assert.Equal(134, result.ExitCode);
    }

    [Fact]
    public void GuestsHaveADeepStack() => Assert.Equal(
        new CommandLine(0, "100000\n", ""),
        CommandLine.Run("run", files.Write("recurse.wasm", Modules.Recursive), "--invoke", "recurse", "100000"));

    [Fact]
    public void AnUnknownImportIsNamedWithItsType()
    {
        string file = files.Write("moon.wasm", Modules.Unlinkable);
        const string first = "unknown import moon.land: func [i32] -> []";
        CommandLine.Run("run", file).AssertFailed(1, $"wasil: {file}: {first}, and 1 more");
        CommandLine.Run("run", file, "--verbose").AssertFailed(
            1, $"wasil: {file}: {first}\nwasil: {file}: unknown import moon.fuel: global i32\nwasil: {file}: {first}, and 1 more");
    }

    [Theory]
    [InlineData("env", "_embind_register_void", "Emscripten: embind binds C++ to JavaScript; only a browser has it")]
    [InlineData("a", "b", "Emscripten has minified the names; -g2 or -sSTANDALONE_WASM keeps them")]
    [InlineData("env", "document.write", "AssemblyScript's bindings for a browser, which only JavaScript serves")]
    [InlineData("env", "napi_create_function", "the host package for Node-API is not there yet")]
    [InlineData("env", "__memory_base", "the module is a dynamic library, and dynamic linking is not there yet")]
    [InlineData("wasi:cli/exit@0.2.0", "exit", "the host package for WASI 0.2 and later (the component model) is not there yet")]
    public void WhatWouldServeAnImportIsTold(string module, string name, string hint)
    {
        string file = files.Write("import.wasm", Modules.Module(
            "01 01 60 01 7f 00", $"02 01 {module.Length:x2}'{module}' {name.Length:x2}'{name}' 00 00"));
        CommandLine.Run("run", file).AssertFailed(1, $"wasil: {file}: unknown import {module}.{name}: func [i32] -> [] ({hint})");
    }

    [Fact]
    public void AProgramOfAssemblyScriptIsRun()
    {
        string file = Path.Combine(Files.Repository, "tests", "guests", "assemblyscript", "top.wasm");
        CommandLine result = CommandLine.Run("run", file, "one", "two");
        Assert.Equal(new CommandLine(3, "wasil\ntop.wasm\none\ntwo\n", "trace: top 4\n"), result);
        Assert.Contains("unknown import env.", CommandLine.Run("run", file, "--imports", "wasi,gojs").Error, StringComparison.Ordinal);
        Assert.Equal(3, CommandLine.Run("run", file, "--imports", "assemblyscript", "one").ExitCode);
        Assert.Contains("--imports takes wasi, ", CommandLine.Run("run", file, "--imports", "moon").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AProgramOfEmscriptenIsRun()
    {
        string file = Path.Combine(Files.Repository, "tests", "guests", "emscripten", "files3.wasm");
        string data = Directory.CreateDirectory(Path.Combine(files.Folder, "em")).FullName;
        File.WriteAllText(Path.Combine(data, "in.txt"), "from outside\n");
        CommandLine result = CommandLine.Run("run", "--dir", $"{data}::/data", file, "/data");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("in.txt from outside\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("unknown import env.", CommandLine.Run("run", file, "--imports", "wasi").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FoldersAreMounted()
    {
        string file = Path.Combine(Files.Repository, "tests", "guests", "clang", "app.wasm");
        string data = Directory.CreateDirectory(Path.Combine(files.Folder, "data")).FullName;
        File.Copy(Path.Combine(Files.Repository, "tests", "guests", "data", "in.txt"), Path.Combine(data, "in.txt"));
        string expected = File.ReadAllText(Path.Combine(Files.Repository, "tests", "guests", "clang", "app.stdout"));
        CommandLine result = CommandLine.Run("run", "--dir", $"{data}::/data", "--env", "GUEST=bar", file, "/data/in.txt", "7");
        Assert.Equal((7, expected), (result.ExitCode, result.Out));
        CommandLine refused = CommandLine.Run("run", "--dir", $"{data}::/data:ro", "--env", "GUEST=bar", file, "/data/in.txt", "7");
        Assert.Contains("read 29 bytes", refused.Out, StringComparison.Ordinal);
        Assert.NotEqual(expected, refused.Out);
        CommandLine.Run("run", "--dir", "/no/such/folder", file).AssertFailed(
            1, "wasil: --dir /no/such/folder: There is no directory /no/such/folder.");
        Assert.Equal(2, CommandLine.Run("run", "--dir", "::/data", file).ExitCode);
    }

    [Fact]
    public void AProgramOfGosIsRun()
    {
        string file = Path.Combine(Files.Repository, "tests", "guests", "go", "js.wasm");
        CommandLine result = CommandLine.Run("run", file, "--env", "GUEST=bar", "--", "arguments", "-x", "y");
        Assert.Equal(new CommandLine(0, "[\"-x\" \"y\"] \"bar\"\ntrue <nil> true js wasm\n", ""), result);
        Assert.Equal(7, CommandLine.Run("run", file, "exit").ExitCode);
    }

    [Fact]
    public void AProgramOfGosStartsInTheFolderThatIsNamed()
    {
        string guests = Path.Combine(Files.Repository, "tests", "guests", "go"), file = Path.Combine(guests, "js.wasm");
        string folder = Path.GetDirectoryName(files.Write("beside", []))!;
        CommandLine result = CommandLine.Run("run", "--dir", $"{folder}::/some/where", "--workdir", "/some/where", file, "files");
        Assert.Equal(new CommandLine(0, File.ReadAllText(Path.Combine(guests, "js", "files.stdout")), ""), result);
        Assert.Contains("Read-only file system", CommandLine.Run("run", "--dir", $"{folder}::/some/where", file, "files").Out, StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run("run", "--workdir", "where", file).ExitCode);
        CommandLine.Run("run", "--workdir", "/", files.Write("start.wat", """(func (export "_start"))"""u8.ToArray())).AssertFailed(
            2, $"wasil: {Path.Combine(folder, "start.wat")}: the program does not start in a folder, so --workdir has no meaning for it");
    }

    [Fact]
    public void AFunctionThatWasiDoesNotHaveIsUnknown()
    {
        string file = files.Write("wasi.wasm", Modules.Module(
            "01 01 60 00 00", "02 01 16'wasi_snapshot_preview1' 04'land' 00 00", "03 01 00",
            "07 01 06'_start' 00 01", "0a 01 02 00 0b"));
        CommandLine result = CommandLine.Run("run", file);
        Assert.StartsWith($"wasil: {file}: unknown import", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void FilesThatAreNoModules()
    {
        string missing = Path.Combine(files.Folder, "missing.wasm");
        CommandLine.Run("run", missing).AssertFailed(1, $"wasil: {missing}: no such file");
        CommandLine.Run("run", files.Folder).AssertFailed(1, $"wasil: {files.Folder}: is a directory");
        string empty = files.Write("empty.wasm", []);
        CommandLine.Run("run", empty).AssertFailed(1, $"wasil: {empty}: the file is empty");
        CommandLine.Run("run", "").AssertFailed(1, "wasil: : not the name of a file");
        AssertNoModule("script.wasm", "#!/bin/sh"u8.ToArray(), "magic header not detected");
        AssertNoModule("text", "(module (fnc))"u8.ToArray(), "1:10: unknown operator", place: true);
        AssertNoModule("latin.wat", "(module $a\u00e4)"u8.ToArray()[..^2], "1:11: malformed UTF-8 encoding", place: true);
        AssertNoModule("truncated.wasm", File.ReadAllBytes(Files.Hello)[..1000], "length out of bounds");
        AssertNoModule("component.wasm", [0, .. "asm"u8, 0x0d, 0, 1, 0], "unknown binary version: this is a component");
        AssertNoModule("invalid.wasm", Modules.Module("01 01 60 00 01 7f", "03 01 00", "0a 01 02 00 0b"), "type mismatch");
    }

    [Fact]
    public void CallsAreTracedOnTheStandardError()
    {
        CommandLine result = CommandLine.Run("run", "--trace", "wasi", Files.Hello);
        Assert.Equal("hello from C\n", result.Out);
        Assert.Matches("""(?m)^fd_write\(fd=1, iovs=\["hello from C", "\\n"\]\) = 0 nwritten=13 <\d\.\d{6}>$""", result.Error);
        Assert.All(result.Error.Split('\n')[..^1], line => Assert.Matches(@"^\w+\(.*\) = [\d?].* <\d+\.\d{6}>$", line));
    }

    [Fact]
    public void ThreadsAreToldApartInATrace()
    {
        string program = Path.Combine(Files.Repository, "tests", "guests", "emscripten", "threads6.wasm");
        CommandLine result = CommandLine.Run("run", program, "--threads", "6", "--trace", "wasi", "mutex");
        Assert.Equal((4, "mutex 12000 joined 15\nmain 1\nat exit\n"), (result.ExitCode, result.Out));
        Assert.Matches("""(?m)^\[\d+\] fd_write\(fd=1, iovs=\["mutex 12000 joined 15""", result.Error);
    }

    [Theory]
    [InlineData("--trace takes wasi, not \"all\"", "--trace", "all")]
    [InlineData("--env takes NAME=VALUE, not \"HOME\"", "--env", "HOME")]
    [InlineData("--env takes NAME=VALUE, not \"=x\"", "--env", "=x")]
    [InlineData("--listen takes ADDRESS:PORT, such as 127.0.0.1:8080, [::1]:8080 or localhost:0, not \"8080\"", "--listen", "8080")]
    [InlineData("--listen takes ADDRESS:PORT, such as 127.0.0.1:8080, [::1]:8080 or localhost:0, not \"::1\"", "--listen", "::1")]
    [InlineData("--listen takes ADDRESS:PORT, such as 127.0.0.1:8080, [::1]:8080 or localhost:0, not \"127.0.0.1\"", "--listen", "127.0.0.1")]
    [InlineData("--listen takes ADDRESS:PORT, such as 127.0.0.1:8080, [::1]:8080 or localhost:0, not \"127.0.0.1:70000\"", "--listen", "127.0.0.1:70000")]
    [InlineData("--max-memory takes a size such as 65536, 512K or 2G, not \"much\"", "--max-memory", "much")]
    [InlineData("--max-stack must be at least 65536 and at most 66060288 bytes, not 1073741824", "--max-stack", "1GiB")]
    [InlineData("--max-memory must be at least 65536 bytes, not 1", "--max-memory", "1")]
    public void OptionsAreChecked(string message, params string[] options)
    {
        CommandLine result = CommandLine.Run(["run", .. options, Files.Hello]);
        Assert.Equal(new CommandLine(2, "", $"wasil: {message}\n'wasil run --help' tells what it takes.\n"), result);
    }

    [Fact]
    public void UnknownOptionsDoNotReachTheGuest()
    {
        const string refusal = "wasil: run: unknown option --dri; what is meant for the guest goes after --";
        CommandLine.Run("run", "--dri", "x", Files.Hello).AssertFailed(2, refusal);
        CommandLine.Run("run", Files.Hello, "--dri", "--", "--dri").AssertFailed(2, refusal);
    }

    [Theory]
    [InlineData("1M")]
    [InlineData("64K")]
    public void MemoryIsBounded(string size)
    {
        // The guest needs two pages to start with.
        CommandLine result = CommandLine.Run("run", "--max-memory", size, Files.Hello);
        Assert.Equal(size == "1M" ? 0 : 1, result.ExitCode);
    }

    private void AssertNoModule(string name, byte[] contents, string message, bool place = false)
    {
        string file = files.Write(name, contents);
        CommandLine result = CommandLine.Run("run", file);
        Assert.StartsWith($"wasil: {file}:{(place ? "" : " ")}{message}", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [GeneratedRegex(@"^wasil: trap: integer divide by zero\n    at divide\[0\]:0x[0-9a-f]+\n    at main\[1\](:0x[0-9a-f]+)?\n$")]
    private static partial Regex TrapPattern();
}
