using System.CommandLine;
using Wasil.Cli.Streams;

namespace Wasil.Cli;

/// <summary><c>wasil validate FILE...</c></summary>
internal static class ValidateCommand
{
    public static Command Create(StandardStreams streams)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "The modules." };
        var command = new Command("validate", "Checks that files are valid modules.") { files };
        command.SetAction(result => Validate(result.GetValue(files)!, streams));
        return command;
    }

    private static int Validate(string[] files, StandardStreams streams)
    {
        int exitCode = ExitCode.Success;
        foreach (string file in files)
        {
            try
            {
                ModuleFile.Load(file, WasmEngine.Default);
                streams.Out.WriteLine($"{file}: valid");
            }
            catch (CommandException fault)
            {
                streams.Out.Flush();
                streams.Error.WriteLine($"wasil: {fault.Message}");
                exitCode = fault.ExitCode;
            }
        }

        return exitCode;
    }
}
