using System.Net.Sockets;
using Wasil.Wasi.Descriptors;

namespace Wasil.Wasi;

/// <summary>Options as they were when they were used, checked. It is immutable; what it makes is made for one instance.</summary>
internal sealed class Configuration
{
    private readonly Stream _stdin;
    private readonly Stream _stdout;
    private readonly Stream _stderr;
    private readonly (bool Stdin, bool Stdout, bool Stderr) _terminals;
    private readonly WasiOptions _sources;
    private readonly (byte[] Path, WasiDirectory Directory)[] _preopens;
    private readonly (Socket Socket, bool IsListening)[] _sockets;

    /// <exception cref="ArgumentException">An argument or variable cannot be passed on.</exception>
    public Configuration(WasiOptions options)
    {
        Arguments = StringList.Of(options.Args ?? [], "Arguments");
        Environment = StringList.Of(VariablesOf(options.Environment), "Environment variables");
        _stdin = options.Stdin ?? Stream.Null;
        _stdout = options.Stdout ?? Stream.Null;
        _stderr = options.Stderr ?? Stream.Null;
        _terminals = (options.StdinIsTerminal, options.StdoutIsTerminal, options.StderrIsTerminal);
        _preopens = [.. options.Preopens.Select(mount => (
            PathOf(mount.Key), mount.Value ?? throw new ArgumentException($"Nothing is mounted at {mount.Key}.")))];
        _sockets = [.. options.Sockets.Select(Prepare)];
        _sources = new WasiOptions { Clock = options.Clock, Random = options.Random, Deterministic = options.Deterministic };
    }

    public StringList Arguments { get; }

    public StringList Environment { get; }

    public DescriptorTable CreateDescriptors() => new(
    [
        new StreamDescriptor(_stdin, write: false, _terminals.Stdin, isUnbuffered: false),
        new StreamDescriptor(_stdout, write: true, _terminals.Stdout, isUnbuffered: false),
        new StreamDescriptor(_stderr, write: true, _terminals.Stderr, isUnbuffered: true),
        .. _preopens.Select(mount => new DirectoryDescriptor(
            mount.Directory.Duplicate(), DirectoryDescriptor.Kind, DirectoryDescriptor.Kind | FileDescriptor.Kind, mount.Path)),
        .. _sockets.Select(given => SocketDescriptor.OfHost(given.Socket, given.IsListening)),
    ]);

    public Clocks CreateClocks() => new(_sources.CreateClock());

    public WasiRandom CreateRandom() => _sources.CreateRandom();

    private static byte[] PathOf(string path) => path is { Length: > 0 } && !path.Contains('\0', StringComparison.Ordinal)
        ? System.Text.Encoding.UTF8.GetBytes(path)
        : throw new ArgumentException("A directory is mounted at no path.");

    private static (Socket Socket, bool IsListening) Prepare(Socket socket)
    {
        if (socket is not { SocketType: SocketType.Stream })
            throw new ArgumentException("A guest can be given sockets for streams only.");
        bool isListening = !socket.Connected;
        if (isListening && !IsListening(socket))
            throw new ArgumentException("A guest can be given sockets that listen or are connected, and this one does neither yet.");
        // A guest's call must never wait in the system, where nothing could end it.
        socket.Blocking = false;
        return (socket, isListening);
    }

    private static bool IsListening(Socket socket) =>
        socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.AcceptConnection) is not 0;

    private static List<string> VariablesOf(IDictionary<string, string> environment)
    {
        var variables = new List<string>(environment.Count);
        foreach ((string name, string value) in environment)
        {
            if (name.Length == 0 || name.Contains('=', StringComparison.Ordinal))
                throw new ArgumentException($"\"{name}\" cannot be the name of an environment variable.");
            variables.Add($"{name}={value}");
        }

        return variables;
    }
}
