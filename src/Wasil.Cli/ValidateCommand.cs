using System.CommandLine;
using Wasil.Cli.Streams;

namespace Wasil.Cli;

/// <summary><c>wasil validate FILE... [--compile] [--features LIST]</c></summary>
internal static class ValidateCommand
{
    public static Command Create(StandardStreams streams)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "The modules." };
        Option<string?> features = FeaturesOption.Create();
        var compile = new Option<bool>("--compile")
        {
            Description = "Compiles all functions too, and says which are left to the interpreter.",
        };
        var command = new Command("validate", "Checks that files are valid modules.") { files, compile, features };
        command.SetAction(result =>
            Validate(result.GetValue(files)!, EngineFor(result.GetValue(features), result.GetValue(compile)), result.GetValue(compile), streams));
        return command;
    }

    // A compiler with nothing to fall back on, so that it tells what it refuses.
    private static WasmEngine EngineFor(string? features, bool compile) => compile
        ? FeaturesOption.EngineFor(features, new WasmEngineOptions { Mode = WasmEngineMode.Compiled })
        : FeaturesOption.EngineFor(features);

    private static int Validate(string[] files, WasmEngine engine, bool compile, StandardStreams streams)
    {
        int exitCode = ExitCode.Success;
        foreach (string file in files)
        {
            try
            {
                WasmModule module = ModuleFile.Load(file, engine);
                streams.Out.WriteLine($"{file}: valid{(compile ? Compile(module) : "")}");
            }
            catch (CommandException fault)
            {
                exitCode = streams.Fail(fault);
            }
        }

        return exitCode;
    }

    private static string Compile(WasmModule module)
    {
        IReadOnlyList<RefusedFunctionException> refused = module.Prepare();
        return refused.Count == 0 ? ", all functions compiled"
            : $", {refused.Count} left to the interpreter:{string.Concat(refused.Select(function => $"\n  {function.Message}"))}";
    }
}
