using System.Diagnostics;
using System.Globalization;

namespace Wasil.Cli.Tests;

/// <summary>What only a process of its own shows: its descriptors, its exit code, how it takes signals.</summary>
public sealed class ProcessTests(Files files) : IClassFixture<Files>
{
    private const int Patience = 60_000;

    private static readonly string Command = Path.Combine(AppContext.BaseDirectory, "Wasil.Cli.dll");
    private static readonly string Dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    [Fact]
    public void TheGreeting()
    {
        using Process process = Start("run", Files.Hello);
        Assert.Equal("hello from C\n", process.StandardOutput.ReadToEnd());
        Assert.Equal("", process.StandardError.ReadToEnd());
        AssertExits(process, 0);
    }

    [Fact]
    public void ExitCodes()
    {
        using Process exit = Start("run", files.Write("exit.wasm", Modules.Exiting));
        AssertExits(exit, 7);
        using Process trap = Start("run", files.Write("trap.wasm", Modules.Trapping), "--invoke", "main");
        AssertExits(trap, 134);
        Assert.StartsWith("wasil: trap: integer divide by zero\n", trap.StandardError.ReadToEnd(), StringComparison.Ordinal);
        using Process missing = Start("run", Path.Combine(files.Folder, "missing.wasm"));
        AssertExits(missing, 1);
        using Process usage = Start("run");
        AssertExits(usage, 2);
    }

    // In a pipe output is collected, but what goes to one place keeps its order.
    [Fact]
    public void OutputStaysAheadOfTheTrapThatFollowsIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell that joins descriptors.");
        string file = files.Write("writing.wasm", Modules.WritingThenTrapping);
        using Process process = StartProgram("sh", "-c", $"exec {Dotnet} {Command} run {file} 2>&1");
        Assert.StartsWith("hellowasil: trap: unreachable\n", process.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        AssertExits(process, 134);
    }

    [Fact]
    public void APromptAppearsBeforeItIsAnswered()
    {
        using Process process = Start("run", files.Write("prompt.wasm", Modules.Prompting));
        char[] prompt = new char[2];
        Assert.Equal(2, process.StandardOutput.ReadBlock(prompt));
        Assert.Equal("> ", new string(prompt));
        process.StandardInput.Write("answer\n");
        process.StandardInput.Flush();
        Assert.Equal("answer\n", process.StandardOutput.ReadToEnd());
        AssertExits(process, 0);
    }

    [Fact]
    public void ABrokenPipeEndsTheProgramQuietly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no exit code for it.");
        using Process process = Start("run", files.Write("babble.wasm", Modules.Babbling));
        Assert.Equal("y", process.StandardOutput.ReadLine());
        process.StandardOutput.Close();
        Assert.Equal("", process.StandardError.ReadToEnd());
        AssertExits(process, 141);
    }

    [Fact]
    public void AnInterruptEndsTheProgram()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using Process process = Start("run", files.Write("endless.wasm", Modules.Endless));
        // Nothing tells from outside that the guest runs; before it does, the interrupt ends the process as well.
        Thread.Sleep(500);
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        AssertExits(process, 130);
        Assert.Equal("", process.StandardError.ReadToEnd());
    }

    private static Process Start(params string[] args) => StartProgram(Dotnet, [Command, .. args]);

    private static Process StartProgram(string program, params string[] args) => Process.Start(new ProcessStartInfo(program, args)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static void AssertExits(Process process, int exitCode)
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail("The process did not end.");
        }

        Assert.Equal(exitCode, process.ExitCode);
    }
}
