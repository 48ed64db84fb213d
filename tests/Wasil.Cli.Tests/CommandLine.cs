using System.Text;
using Wasil.Cli.Streams;

namespace Wasil.Cli.Tests;

/// <summary>Runs command lines within the tests' own process.</summary>
internal sealed record CommandLine(int ExitCode, string Out, string Error)
{
    public static CommandLine Run(params string[] args) => RunWithInput("", args);

    public static CommandLine RunWithInput(string input, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        int exitCode = WasilCommand.Run(args, new StandardStreams
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = output,
            ErrorOutput = error,
        });
        return new CommandLine(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>Asserts that the command failed with nothing but one line on the standard error.</summary>
    public void AssertFailed(int exitCode, string message)
    {
        Assert.Equal(message + "\n", Error);
        Assert.Equal("", Out);
        Assert.Equal(exitCode, ExitCode);
    }
}
