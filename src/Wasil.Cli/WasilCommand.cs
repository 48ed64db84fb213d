using System.CommandLine;
using System.CommandLine.Parsing;
using Wasil.Cli.Streams;

namespace Wasil.Cli;

/// <summary>The command <c>wasil</c>: picks the command that was asked for and reports what went wrong.</summary>
internal static class WasilCommand
{
    private static readonly ParserConfiguration Syntax = new()
    {
        EnablePosixBundling = false,
        // An argument such as `@file` is the guest's.
        ResponseFileTokenReplacer = null,
    };

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, StandardStreams streams)
    {
        ParseResult command = Create(streams).Parse(args, Syntax);
        try
        {
            int exitCode = command.Errors.Count > 0 ? Refuse(command, streams) : command.Invoke(new InvocationConfiguration
            {
                Output = streams.Out,
                Error = streams.Error,
                EnableDefaultExceptionHandler = false,
            });
            streams.FlushOutput();
            return exitCode;
        }
        catch (BrokenPipeException)
        {
            return ExitCode.BrokenPipe;
        }
        catch (IOException fault)
        {
            // A full disk, for one. Errors about files have become messages before.
            streams.Error.WriteLine($"wasil: cannot write the output: {fault.Message}");
            return ExitCode.Failure;
        }
    }

    private static RootCommand Create(StandardStreams streams) => new("Runs, checks and translates WebAssembly modules.")
    {
        RunCommand.Create(streams),
        ValidateCommand.Create(streams),
        InspectCommand.Create(streams),
        WatCommand.Create(streams),
        WasmCommand.Create(streams),
        WastCommand.Create(streams),
    };

    private static int Refuse(ParseResult command, StandardStreams streams)
    {
        foreach (ParseError error in command.Errors)
            streams.Error.WriteLine($"wasil: {error.Message}");
        string name = command.CommandResult.Command is RootCommand ? "wasil" : $"wasil {command.CommandResult.Command.Name}";
        streams.Error.WriteLine($"'{name} --help' tells what it takes.");
        return ExitCode.Usage;
    }
}
