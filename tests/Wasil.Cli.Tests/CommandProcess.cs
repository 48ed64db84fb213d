using System.Diagnostics;

namespace Wasil.Cli.Tests;

/// <summary>Runs the command in a process of its own.</summary>
internal static class CommandProcess
{
    private const int Patience = 120_000;

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "Wasil.Cli.dll");

    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>How a shell starts it.</summary>
    public static string ShellCommand => $"{Dotnet} {Assembly}";

    public static Process Start(params string[] args) => StartProgram(Dotnet, [Assembly, .. args]);

    public static Process StartProgram(string program, params string[] args) => Process.Start(new ProcessStartInfo(program, args)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Runs it to its end.</summary>
    public static CommandLine Run(params string[] args)
    {
        using Process process = Start(args);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        return new CommandLine(ExitCodeOf(process), output, error.Result);
    }

    public static void AssertExits(Process process, int exitCode) => Assert.Equal(exitCode, ExitCodeOf(process));

    private static int ExitCodeOf(Process process)
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail("The process did not end.");
        }

        return process.ExitCode;
    }
}
