using System.Net.Sockets;
using Wasil.Wasi.Descriptors;
using Wasil.Wasi.Files;
using Wasil.Wasi.Layouts;

namespace Wasil.Wasi;

/// <summary>Options as they were when they were used, checked. It is immutable; what it makes is made for one instance.</summary>
internal sealed class Configuration
{
    private const int StandardStreams = 3;

    private const int MostDevices = 1024;

    private readonly Stream _stdin;
    private readonly Stream _stdout;
    private readonly Stream _stderr;
    private readonly (bool Stdin, bool Stdout, bool Stderr) _terminals;
    private readonly WasiOptions _sources;
    private readonly (byte[] Path, WasiDirectory Directory)[] _preopens;
    private readonly (Socket Socket, bool IsListening)[] _sockets;
    private readonly (int Number, Func<WasiDevice> Create)[] _devices;
    private readonly WasiLimits _limits;

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
        _devices = [.. options.Devices.Select(device => (device.Key, device.Value))];
        int others = StandardStreams + _preopens.Length + _sockets.Length;
        foreach ((int number, Func<WasiDevice> create) in _devices)
        {
            if (create is null || number < 0 || number >= MostDevices || (number >= StandardStreams && number < others))
                throw new ArgumentException(
                    $"There can be no device at descriptor {number}: free are 0 to 2 and {others} to {MostDevices - 1}.");
        }

        _limits = (options.Limits ?? new WasiLimits()).Copy();
        _sources = new WasiOptions { Clock = options.Clock, Random = options.Random, Deterministic = options.Deterministic };
    }

    public StringList Arguments { get; }

    public StringList Environment { get; }

    public Usage CreateUsage() => new(_limits);

    public TimeProvider CreateClock() => _sources.CreateClock();

    /// <summary>The descriptors of one instance.</summary>
    /// <param name="usage">What it has used.</param>
    /// <param name="clock">Its time.</param>
    public DescriptorTable CreateDescriptors(Usage usage, TimeProvider clock)
    {
        List<Descriptor?> all =
        [
            (Descriptor?)DeviceAt(0) ?? new StreamDescriptor(_stdin, write: false, _terminals.Stdin, isUnbuffered: false),
            (Descriptor?)DeviceAt(1) ?? new StreamDescriptor(_stdout, write: true, _terminals.Stdout, isUnbuffered: false),
            (Descriptor?)DeviceAt(2) ?? new StreamDescriptor(_stderr, write: true, _terminals.Stderr, isUnbuffered: true),
        ];
        var numbers = new DeterministicDirectory.Numbers(clock);
        foreach ((byte[] path, WasiDirectory directory) in _preopens)
        {
            WasiDirectory own = directory.Duplicate();
            all.Add(new DirectoryDescriptor(
                _sources.Deterministic ? new DeterministicDirectory(own, numbers) : own,
                DirectoryDescriptor.Kind,
                DirectoryDescriptor.Kind | FileDescriptor.Kind,
                path));
        }

        all.AddRange(_sockets.Select(given => SocketDescriptor.OfHost(given.Socket, given.IsListening)));
        foreach ((int number, _) in _devices)
        {
            if (number < StandardStreams)
                continue;
            while (all.Count < number)
                all.Add(null);
            all.Add(DeviceAt(number));
        }

        return new DescriptorTable(usage, all);
    }

    private DeviceDescriptor? DeviceAt(int number)
    {
        foreach ((int at, Func<WasiDevice> create) in _devices)
        {
            if (at == number)
                return new DeviceDescriptor(create(), (Rights)ulong.MaxValue, DescriptorFlags.None);
        }

        return null;
    }

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
