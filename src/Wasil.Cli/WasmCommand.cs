using System.CommandLine;
using Wasil.Cli.Streams;

namespace Wasil.Cli;

/// <summary><c>wasil wasm FILE [-o OUT]</c></summary>
internal static class WasmCommand
{
    public static Command Create(StandardStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "The module in the text format." };
        var output = new Option<string?>("--output", "-o")
        {
            HelpName = "OUT",
            Description = "The file to write, - for the standard output; by default FILE with the ending .wasm.",
        };
        var command = new Command("wasm", "Assembles a module in the text format. It need not be valid: see validate.")
        {
            file, output,
        };
        command.SetAction(result => Assemble(result.GetValue(file)!, result.GetValue(output), streams));
        return command;
    }

    private static int Assemble(string file, string? output, StandardStreams streams)
    {
        try
        {
            byte[] text = ModuleFile.Read(file);
            if (text.AsSpan().StartsWith("\0asm"u8))
                throw new CommandException($"{file}: is in the binary format already");
            output ??= Path.ChangeExtension(file, ".wasm");
            if (output == file)
                throw new CommandException($"{file}: needs -o OUT, as its name ends in .wasm", ExitCode.Usage);
            byte[] module = WasmText.ToBinary(text);
            OutputFile.Write(output, streams, stream => stream.Write(module));
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
