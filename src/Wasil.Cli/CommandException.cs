namespace Wasil.Cli;

/// <summary>A command cannot do what it was asked for. The message is the line that the user reads.</summary>
internal sealed class CommandException(string message, int exitCode = ExitCode.Failure, Exception? cause = null)
    : Exception(message, cause)
{
    public int ExitCode { get; } = exitCode;
}
