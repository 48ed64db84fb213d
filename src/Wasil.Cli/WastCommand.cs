using System.CommandLine;
using Wasil.Cli.Streams;
using Wasil.Text;
using Command = System.CommandLine.Command;

namespace Wasil.Cli;

/// <summary><c>wasil wast FILE... [--features LIST]</c></summary>
internal static class WastCommand
{
    private const long StackBytes = 16 << 20;

    public static Command Create(StandardStreams streams)
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "The scripts; of a folder all files *.wast in it and below.",
        };
        Option<string?> features = FeaturesOption.Create();
        var command = new Command("wast", "Runs scripts as those of the specification's test suite, and counts what holds.")
        {
            files, features,
        };
        command.SetAction(result => GuestThread.Run(StackBytes, () =>
            Run(result.GetValue(files)!, FeaturesOption.EngineFor(result.GetValue(features)), streams)));
        return command;
    }

    private static int Run(string[] files, WasmEngine engine, StandardStreams streams)
    {
        var total = new ScriptCounts();
        int scripts = 0;
        try
        {
            foreach (string file in Expand(files))
            {
                scripts++;
                ScriptCounts counts = RunScript(file, engine, streams);
                total.Add(counts);
                streams.Out.WriteLine($"{file}: {counts}");
            }
        }
        catch (CommandException fault)
        {
            return streams.Fail(fault);
        }

        if (scripts != 1)
            streams.Out.WriteLine($"{scripts} scripts: {total}");
        return total.Failed > 0 ? ExitCode.Failure : ExitCode.Success;
    }

    private static IEnumerable<string> Expand(string[] files)
    {
        foreach (string file in files)
        {
            if (!Directory.Exists(file))
            {
                yield return file;
                continue;
            }

            foreach (string script in Scripts(file))
                yield return script;
        }
    }

    private static string[] Scripts(string folder)
    {
        try
        {
            string[] scripts = Directory.GetFiles(folder, "*.wast", SearchOption.AllDirectories);
            Array.Sort(scripts, StringComparer.Ordinal);
            return scripts.Length > 0 ? scripts : throw new CommandException($"{folder}: there are no scripts *.wast");
        }
        catch (Exception fault) when (ModuleFile.IsFileFault(fault))
        {
            throw ModuleFile.RefuseFile(folder, fault);
        }
    }

    private static ScriptCounts RunScript(string file, WasmEngine engine, StandardStreams streams)
    {
        var counts = new ScriptCounts();
        try
        {
            ScriptReport report = ScriptRunner.Run(ScriptParser.Parse(ModuleFile.Read(file)), engine);
            foreach (ScriptFailure failure in report.Failures)
                streams.Out.WriteLine($"{file}:{failure.Line}: {failure.Message}");
            counts.Add(report);
        }
        catch (MalformedModuleException fault)
        {
            streams.Out.WriteLine(ModuleFile.Refuse(file, fault).Message);
            counts.Failed++;
        }
        catch (CommandException fault)
        {
            streams.Fail(fault);
            counts.Failed++;
        }

        return counts;
    }
}
