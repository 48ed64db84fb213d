using Wasil.Wasi;

namespace Wasil.AssemblyScript;

/// <summary>Options as they were when they were used.</summary>
internal sealed class Configuration
{
    private readonly WasiOptions _sources;

    public Configuration(AssemblyScriptOptions options)
    {
        Args = [.. options.Args ?? []];
        if (Args.Contains(null))
            throw new ArgumentException("An argument is null.");
        Stdout = options.Stdout ?? Stream.Null;
        Stderr = options.Stderr ?? Stream.Null;
        Trace = options.Trace;
        TraceWriter = options.TraceWriter;
        WriteAbortMessage = options.WriteAbortMessage;
        _sources = new WasiOptions { Clock = options.Clock, Random = options.Random, Deterministic = options.Deterministic };
    }

    public string[] Args { get; }

    public Stream Stdout { get; }

    public Stream Stderr { get; }

    public AssemblyScriptTrace Trace { get; }

    public TextWriter? TraceWriter { get; }

    public bool WriteAbortMessage { get; }

    public TimeProvider CreateClock() => _sources.CreateClock();

    public WasiRandom CreateRandom() => _sources.CreateRandom();
}
