namespace Wasil.Cli.Streams;

/// <summary>Standard input, output and error: as bytes for guests, as text for what the command has to say itself.</summary>
internal sealed class StandardStreams
{
    private TextWriter? _out;
    private TextWriter? _error;

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required Stream ErrorOutput { get; init; }

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Text on the standard output; it appears when the streams are flushed.</summary>
    public TextWriter Out => _out ??= new PrintableWriter(Output);

    /// <summary>Text on the standard error.</summary>
    public TextWriter Error => _error ??= new PrintableWriter(ErrorOutput, flushes: true);

    public static StandardStreams OfProcess() => OperatingSystem.IsWindows() ? OfConsole() : OfDescriptors();

    /// <summary>Writes what is still held back.</summary>
    public void FlushOutput()
    {
        _out?.Flush();
        Output.Flush();
    }

    /// <summary>Tells of a failure, behind what was written before it.</summary>
    /// <returns>The exit code.</returns>
    public int Fail(CommandException fault)
    {
        FlushOutput();
        Error.WriteLine($"wasil: {fault.Message}");
        return fault.ExitCode;
    }

    private static StandardStreams OfDescriptors()
    {
        bool outputIsTerminal = UnixStream.IsTerminal(1);
        Stream output = new UnixStream(1);
        // Somebody at a terminal sees every write, as a program's own buffer makes them.
        output = outputIsTerminal ? output : new OutputBuffer(output);
        return new StandardStreams
        {
            Input = new UnixStream(0),
            Output = output,
            ErrorOutput = new ErrorStream(new UnixStream(2), output),
            InputIsTerminal = UnixStream.IsTerminal(0),
            OutputIsTerminal = outputIsTerminal,
            ErrorIsTerminal = UnixStream.IsTerminal(2),
        };
    }

    private static StandardStreams OfConsole()
    {
        Stream output = Console.OpenStandardOutput();
        output = Console.IsOutputRedirected ? new OutputBuffer(output) : output;
        return new StandardStreams
        {
            Input = Console.OpenStandardInput(),
            Output = output,
            ErrorOutput = new ErrorStream(Console.OpenStandardError(), output),
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };
    }
}
