using System.Diagnostics;
using Wasil.Wasi;

namespace Wasil.GoJs.Tests;

/// <summary>
/// What several releases of Go make of the guests prints under Wasil what it prints under Node, where there are both: WASIL_GO names
/// the compilers.
/// </summary>
public sealed class NodeTests(HttpServer server) : IClassFixture<HttpServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wasil-node-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Programs_print_what_they_do_under_node()
    {
        foreach (GoCompiler compiler in GoCompiler.All())
        {
            Compare(compiler, "hello");
            Compare(compiler, "small");
            Compare(compiler, "app", ["one", "seven"]);
            // The hosts before have no fetch that works under the Node of today; FetchTests has what they would print.
            if (compiler.NodeHost.Contains("/lib/wasm/", StringComparison.Ordinal))
                Compare(compiler, "http", [server.Address]);
            Compare(
                compiler, "js",
                ["hello"], ["values"], ["functions"], ["errors"], ["bytes"], ["promises"], ["stdin"], ["arguments", "x", "ü"],
                ["exit"], ["panic"], ["deadlock"], ["goexit"], ["files"], ["references"], ["released"], ["later"]);
        }
    }

    // Not against Node, whose timers come in another order where the machine is busy.
    [Fact]
    public void Timers_come_in_order()
    {
        foreach (GoCompiler compiler in GoCompiler.All())
        {
            Result wasil = Wasil(GoGuest.Engine.Compile(compiler.Build("js")), NewFolder(), ["timers"]);
            Assert.Equal(File.ReadAllText(Path.Combine(GoGuest.Folder, "js", "timers.stdout")), wasil.Output);
        }
    }

    private void Compare(GoCompiler compiler, string program, params string[][] runs)
    {
        byte[] bytes = compiler.Build(program);
        string path = Path.Combine(_folder, program + ".wasm");
        File.WriteAllBytes(path, bytes);
        WasmModule module = GoGuest.Engine.Compile(bytes);
        foreach (string[] arguments in runs.DefaultIfEmpty([]))
        {
            Result node = Node(compiler, path, NewFolder(), arguments), wasil = Wasil(module, NewFolder(), arguments);
            string what = $"{compiler.Root}: {program} {string.Join(' ', arguments)}\n";
            Assert.Equal(what + node.Output, what + wasil.Output);
            Assert.Equal((what, node.ExitCode), (what, wasil.ExitCode));
            // Go's report goes on with addresses.
            Assert.Equal(what + FirstLine(node.Errors), what + FirstLine(wasil.Errors));
        }
    }

    private string NewFolder()
    {
        string folder = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.WriteAllText(Path.Combine(folder, "data", "in.txt"), "line one\nline two\nline three\n");
        return folder;
    }

    private Result Wasil(WasmModule module, string folder, string[] arguments)
    {
        using WasiDirectory directory = WasiDirectory.ReadWrite(folder);
        var options = new GoJsOptions
        {
            Args = ["program", .. arguments],
            Environment = { ["GUEST"] = "bar" },
            Preopens = { ["/"] = directory },
            Stdin = new MemoryStream("one\ntwo\nthree"u8.ToArray()),
        };
        options.AllowedHosts.Add(server.Host);
        (int exitCode, string output, string errors) = GoGuest.Run(module, options);
        return new Result(exitCode, Same(output), errors);
    }

    private static Result Node(GoCompiler compiler, string path, string folder, string[] arguments)
    {
        // By its full name, since Go does not fetch where the program's name begins with "node".
        string? node = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Select(place => Path.Combine(place, "node")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(node is null, "There is no node.");
        var start = new ProcessStartInfo(node!)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["GUEST"] = "bar";
        // Older hosts set what Node has made read-only.
        if (File.ReadAllText(compiler.NodeHost).Contains("globalThis.crypto = {", StringComparison.Ordinal))
            start.ArgumentList.Add("--no-experimental-global-webcrypto");
        foreach (string argument in (string[])[compiler.NodeHost, path, .. arguments])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using (StreamWriter input = process.StandardInput)
            input.Write("one\ntwo\nthree");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, Same(output), errors.Result);
    }

    // The refused host is one that nothing is said of under Node, and that is not let in here.
    private static string Same(string output) =>
        string.Join('\n', output.Split('\n').Where(line => !line.StartsWith("refused: ", StringComparison.Ordinal)));

    private static string FirstLine(string text) => text.Split('\n')[0];

    private readonly record struct Result(int ExitCode, string Output, string Errors);
}
