using System.CommandLine;
using Wasil.Cli.Inspection;
using Wasil.Cli.Streams;

namespace Wasil.Cli;

/// <summary><c>wasil inspect FILE [--json]</c></summary>
internal static class InspectCommand
{
    public static Command Create(StandardStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "The module." };
        var json = new Option<bool>("--json") { Description = "Prints JSON, for programs." };
        var command = new Command("inspect", "Shows what a module is made of and what it needs.") { file, json };
        command.SetAction(result => Inspect(result.GetValue(file)!, result.GetValue(json), streams));
        return command;
    }

    private static int Inspect(string file, bool json, StandardStreams streams)
    {
        // What a module needs is for the reader to know, even where an engine would have to be told to accept it.
        var engine = new WasmEngine(new WasmEngineOptions { Features = WasmFeatures.All });
        try
        {
            var summary = new ModuleSummary(file, ModuleFile.Load(file, engine));
            if (json)
                JsonReport.Write(streams.Output, summary);
            else
                TextReport.Write(streams.Out, summary);
            return ExitCode.Success;
        }
        catch (CommandException fault)
        {
            return streams.Fail(fault);
        }
    }
}
