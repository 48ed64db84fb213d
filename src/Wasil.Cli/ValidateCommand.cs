using System.CommandLine;
using Wasil.Cli.Streams;

namespace Wasil.Cli;

/// <summary><c>wasil validate FILE... [--features LIST]</c></summary>
internal static class ValidateCommand
{
    public static Command Create(StandardStreams streams)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "The modules." };
        Option<string?> features = FeaturesOption.Create();
        var command = new Command("validate", "Checks that files are valid modules.") { files, features };
        command.SetAction(result => Validate(result.GetValue(files)!, FeaturesOption.EngineFor(result.GetValue(features)), streams));
        return command;
    }

    private static int Validate(string[] files, WasmEngine engine, StandardStreams streams)
    {
        int exitCode = ExitCode.Success;
        foreach (string file in files)
        {
            try
            {
                ModuleFile.Load(file, engine);
                streams.Out.WriteLine($"{file}: valid");
            }
            catch (CommandException fault)
            {
                exitCode = streams.Fail(fault);
            }
        }

        return exitCode;
    }
}
