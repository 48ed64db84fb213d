using System.Diagnostics;

namespace Wasil.GoJs.Tests;

/// <summary>
/// A Go that this machine has: WASIL_GO names one, or several with colons between. What it makes has megabytes, so tests have it made
/// when they run.
/// </summary>
public sealed class GoCompiler
{
    private readonly string _path;

    private GoCompiler(string path)
    {
        _path = path;
        Root = Run(".", "env", "GOROOT").Trim();
    }

    /// <summary>Its GOROOT.</summary>
    public string Root { get; }

    /// <summary>Go's own host for Node.</summary>
    public string NodeHost => new[] { "lib", "misc" }
        .Select(folder => Path.Combine(Root, folder, "wasm", "wasm_exec_node.js")).First(File.Exists);

    /// <summary>All there are; the test is skipped where there is none.</summary>
    public static IEnumerable<GoCompiler> All()
    {
        string? compilers = Environment.GetEnvironmentVariable("WASIL_GO");
        Assert.SkipWhen(string.IsNullOrEmpty(compilers), "WASIL_GO does not name a Go compiler.");
        return compilers!.Split(':').Select(path => new GoCompiler(path));
    }

    /// <summary>Builds a program of tests/guests/go.</summary>
    /// <returns>The module's bytes.</returns>
    public byte[] Build(string program) => Make(
        Path.Combine(GoGuest.Folder, program), path => ["build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", path, "."]);

    /// <summary>Builds the tests of a standard package.</summary>
    /// <returns>The module's bytes.</returns>
    public byte[] BuildTests(string package) => Make(".", path => ["test", "-c", "-vet=off", "-o", path, package]);

    private byte[] Make(string folder, Func<string, string[]> arguments)
    {
        string path = Path.Combine(Path.GetTempPath(), $"wasil-go-{Environment.ProcessId}-{Guid.NewGuid():N}.wasm");
        try
        {
            Run(folder, arguments(path));
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private string Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(_path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["GOOS"] = "js", ["GOARCH"] = "wasm", ["GOTOOLCHAIN"] = "local", ["GOPROXY"] = "off" },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
