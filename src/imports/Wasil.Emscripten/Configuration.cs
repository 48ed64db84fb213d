using System.Text;
using Wasil.Emscripten.Files;
using Wasil.Wasi;

namespace Wasil.Emscripten;

/// <summary>Options as they were when they were used. It is immutable; what it makes is made for one instance.</summary>
internal sealed class Configuration
{
    private readonly WasiOptions _sources;
    private readonly EmscriptenOptions _options;
    private readonly (string Path, WasiDirectory Directory)[] _preopens;
    private readonly Stream[] _streams;
    private readonly bool[] _terminals;

    public Configuration(WasiOptions wasi, EmscriptenOptions options)
    {
        _options = options.Copy();
        ArgumentOutOfRangeException.ThrowIfNegative(_options.FileBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Descriptors, 3, nameof(options));
        ArgumentNullException.ThrowIfNull(_options.TimeZone, nameof(options));
        ArgumentNullException.ThrowIfNull(_options.WorkingDirectory, nameof(options));
        Arguments = [.. (wasi.Args ?? []).Select(Encoding.UTF8.GetBytes)];
        _sources = new WasiOptions { Clock = wasi.Clock, Random = wasi.Random, Deterministic = wasi.Deterministic };
        ArgumentOutOfRangeException.ThrowIfNegative(_options.MaxThreads, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.ThreadStackBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.MaxMemoryPages, nameof(options));
        _preopens = [.. wasi.Preopens.Select(mount => (mount.Key, mount.Value))];
        _streams = [wasi.Stdin ?? Stream.Null, wasi.Stdout ?? Stream.Null, wasi.Stderr ?? Stream.Null];
        _terminals = [wasi.StdinIsTerminal, wasi.StdoutIsTerminal, wasi.StderrIsTerminal];
    }

    /// <summary>The arguments in UTF-8, without the zero that ends each in memory.</summary>
    public byte[][] Arguments { get; }

    public TimeZoneInfo TimeZone => _options.TimeZone;

    public int MaxThreads => _options.MaxThreads;

    public int ThreadStackBytes => _options.ThreadStackBytes;

    public long MaxMemoryPages => _options.MaxMemoryPages;

    public TimeProvider CreateClock() => _sources.CreateClock();

    public WasiRandom CreateRandom() => _sources.CreateRandom();

    public FileTree CreateTree() => new(_preopens, _options.FileBytes, _options.WorkingDirectory);

    public FileTable CreateFiles()
    {
        var files = new FileTable(_options.Descriptors);
        for (int i = 0; i < _streams.Length; i++)
            files.Add(new StreamFile(_streams[i], isOutput: i > 0, _terminals[i], isUnbuffered: i == 2), 0, out _);
        return files;
    }
}
