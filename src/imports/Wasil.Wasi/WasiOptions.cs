using System.Net.Sockets;
using System.Security.Cryptography;

namespace Wasil.Wasi;

/// <summary>
/// What a guest gets from WASI. Everything that leads out of the sandbox is off by default: there are no arguments, no
/// environment, no input, no files, and output goes nowhere. Clocks and random numbers are real. Options are copied when they are
/// used.
/// </summary>
/// <threadsafety>One thread at a time while it is set; it is copied when it is used.</threadsafety>
public sealed class WasiOptions
{
    /// <summary>How many bytes all arguments may have together, and likewise all environment variables: 2 MiB.</summary>
    public const int MaxStringBytes = 2 << 20;

    /// <summary>The arguments; programs expect their own name first.</summary>
    public IReadOnlyList<string> Args { get; set; } = [];

    /// <summary>The environment variables. Names are not empty and contain no <c>=</c>.</summary>
    public IDictionary<string, string> Environment { get; } = new OrderedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The directories that the guest finds, by the paths it knows them by, as in
    /// <c>Preopens = { ["/data"] = WasiDirectory.ReadOnly("./data") }</c>. Its descriptors for them are 3 and those after it, in this
    /// order. Each instance opens them once more for itself, so they stay the host's, and may be closed by it when no instance
    /// is to be made any more.
    /// </summary>
    public IDictionary<string, WasiDirectory> Preopens { get; } = new OrderedDictionary<string, WasiDirectory>(StringComparer.Ordinal);

    /// <summary>
    /// The sockets that the guest finds, as in <c>Sockets = { listener }</c>: sockets or <see cref="TcpListener"/>s that listen, to
    /// accept connections from, or sockets that are connected. Its descriptors for them follow those of <see cref="Preopens"/>, in
    /// this order. There is no other way to the network. Sockets remain the host's, to close when no instance uses them any more;
    /// connections that were accepted are the instance's, and closed with it. They must be sockets for streams, and are made
    /// <see cref="Socket.Blocking">non-blocking</see>.
    /// </summary>
    public WasiSocketList Sockets { get; } = [];

    /// <summary>Standard input, descriptor 0. Where it is not known how much it has, <c>poll_oneoff</c> reads up to 4 KiB from it
    /// before the guest does.</summary>
    public Stream Stdin { get; set; } = Stream.Null;

    /// <summary>
    /// Standard output, descriptor 1. What the guest writes is passed on at once; a stream that keeps a buffer of its own is
    /// flushed when the guest waits for input or time, when it exits through <c>proc_exit</c>, closes or syncs the descriptor,
    /// when <see cref="WasmInstance.RunCommand"/> has run it, when the instance ends, and at each write where
    /// <see cref="StdoutIsTerminal"/>. The stream remains the host's, to dispose.
    /// </summary>
    public Stream Stdout { get; set; } = Stream.Null;

    /// <summary>Standard error, descriptor 2, flushed at each write.</summary>
    public Stream Stderr { get; set; } = Stream.Null;

    /// <summary>Whether the guest is told that its input is a terminal, as <c>isatty</c> asks.</summary>
    public bool StdinIsTerminal { get; set; }

    /// <summary>Whether the guest is told that its output is a terminal.</summary>
    public bool StdoutIsTerminal { get; set; }

    /// <summary>Whether the guest is told that its error output is a terminal.</summary>
    public bool StderrIsTerminal { get; set; }

    /// <summary>
    /// What the clocks show, and whose timers end the guest's waiting; the system's time where null. All instances share it, so
    /// it must be safe for several threads if they run on several.
    /// </summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>
    /// Where random bytes come from; a cryptographically secure generator where null. All instances share it, so it must be safe
    /// for several threads if they run on several.
    /// </summary>
    public WasiRandom? Random { get; set; }

    /// <summary>
    /// Whether every run is the same. Where <see cref="Clock"/> is null, each instance then has a clock of its own that starts at
    /// 2020-01-01T00:00:00Z, advances by a microsecond whenever it is read, and by as long as the guest wants to wait, without
    /// waiting. Where <see cref="Random"/> is null, each instance gets the same bytes, which anybody can foresee.
    /// </summary>
    public bool Deterministic { get; set; }

    /// <summary>The clock that one instance gets, for packages that serve what WASI does not: <see cref="Clock"/>, or what
    /// stands in for it.</summary>
    public TimeProvider CreateClock() => Clock ?? (Deterministic ? new DeterministicClock() : TimeProvider.System);

    /// <summary>The random source that one instance gets, likewise.</summary>
    public WasiRandom CreateRandom() => Random ?? (Deterministic ? new DeterministicRandom().Fill : RandomNumberGenerator.Fill);

    /// <summary>Connects the guest with the console: input, output, error, and whether each is a terminal.</summary>
    /// <returns>These options.</returns>
    public WasiOptions InheritConsole()
    {
        Stdin = Console.OpenStandardInput();
        Stdout = Console.OpenStandardOutput();
        Stderr = Console.OpenStandardError();
        StdinIsTerminal = !Console.IsInputRedirected;
        StdoutIsTerminal = !Console.IsOutputRedirected;
        StderrIsTerminal = !Console.IsErrorRedirected;
        return this;
    }
}
