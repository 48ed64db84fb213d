using System.Diagnostics;
using System.Globalization;
using static Wasil.Cli.Tests.CommandProcess;

namespace Wasil.Cli.Tests;

/// <summary>What only a process of its own shows: its descriptors, its exit code, how it takes signals.</summary>
public sealed class ProcessTests(Files files) : IClassFixture<Files>
{
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
        using Process process = StartProgram("sh", "-c", $"exec {ShellCommand} run {file} 2>&1");
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
    public void ABrokenPipeEndsAPrintoutQuietly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no exit code for it.");
        using Process process = Start("wat", Path.Combine(Files.Repository, "tests", "guests", "clang", "cpp.wasm"));
        Assert.StartsWith("(module", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        process.StandardOutput.Close();
        Assert.Equal("", process.StandardError.ReadToEnd());
        AssertExits(process, 141);
    }

    [Fact]
    public void AnInterruptEndsTheProgram()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        // A process in the background of a shell hands down that it ignores the signal.
        string[] command = [CommandProcess.Dotnet, CommandProcess.Assembly, "run", files.Write("endless.wasm", Modules.Endless)];
        using Process process = OperatingSystem.IsLinux()
            ? StartProgram("env", ["--default-signal=INT", .. command]) : StartProgram(command[0], command[1..]);
        // Nothing tells from outside that the guest runs; before it does, the interrupt ends the process as well.
        Thread.Sleep(500);
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        AssertExits(process, 130);
        Assert.Equal("", process.StandardError.ReadToEnd());
    }
}
