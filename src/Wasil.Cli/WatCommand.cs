using System.CommandLine;
using System.Text;
using Wasil.Cli.Streams;

namespace Wasil.Cli;

/// <summary><c>wasil wat FILE [-o OUT]</c></summary>
internal static class WatCommand
{
    private const int BufferChars = 32 << 10;

    public static Command Create(StandardStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "The module." };
        var output = new Option<string>("--output", "-o")
        {
            HelpName = "OUT",
            Description = "The file to write; by default, or for -, the standard output.",
            DefaultValueFactory = _ => OutputFile.StandardOutput,
        };
        var command = new Command("wat", "Prints a module in the text format.") { file, output };
        command.SetAction(result => Print(result.GetValue(file)!, result.GetValue(output)!, streams));
        return command;
    }

    private static int Print(string file, string output, StandardStreams streams)
    {
        try
        {
            byte[] module = ModuleFile.Read(file);
            if (ModuleFile.IsText(file, module))
                module = WasmText.ToBinary(module);
            OutputFile.Write(output, streams, stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), BufferChars, leaveOpen: true);
                WasmText.Write(module, writer);
            });
            return ExitCode.Success;
        }
        catch (MalformedModuleException fault)
        {
            return streams.Fail(ModuleFile.Refuse(file, fault));
        }
        catch (CommandException fault)
        {
            return streams.Fail(fault);
        }
    }
}
