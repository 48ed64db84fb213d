using System.Security.Cryptography;
using Wasil.GoJs.Fetch;
using Wasil.GoJs.Node;
using Wasil.Wasi;

namespace Wasil.GoJs.Running;

/// <summary>Options as they were when they were used, checked.</summary>
internal sealed class Configuration
{
    /// <exception cref="ArgumentException">An argument or variable cannot be passed on.</exception>
    public Configuration(GoJsOptions options)
    {
        Arguments = [.. options.Args ?? []];
        Environment = [.. options.Environment.Select(variable => (variable.Key, variable.Value))
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)];
        foreach (string text in Arguments.Concat(Environment.SelectMany(variable => (string[])[variable.Name, variable.Value])))
        {
            if (text is null || text.Contains('\0', StringComparison.Ordinal))
                throw new ArgumentException("Arguments and environment may be neither null nor contain the character U+0000, which ends them.");
        }

        foreach ((string name, _) in Environment)
        {
            if (name.Length == 0 || name.Contains('=', StringComparison.Ordinal))
                throw new ArgumentException($"\"{name}\" cannot be the name of an environment variable.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxHeapBytes, 1 << 20, nameof(options.MaxHeapBytes));
        Input = options.Stdin ?? Stream.Null;
        Output = new Output(options.Stdout ?? Stream.Null, options.Stderr ?? Stream.Null);
        Clock = options.Clock ?? TimeProvider.System;
        Random = options.Random ?? RandomNumberGenerator.Fill;
        HeapBytes = options.MaxHeapBytes;
        Configure = options.Configure;
        Files = new MountedFiles(options.Preopens);
        Folder = options.WorkingDirectory is { } folder && folder.StartsWith('/') && !folder.Contains('\0', StringComparison.Ordinal)
            ? PathModule.Resolve("/", folder)
            : throw new ArgumentException($"\"{options.WorkingDirectory}\" cannot be the working directory: it has to be an absolute path.");
        AllowedHosts = new AllowedHosts(options.AllowedHosts);
        HttpClient = options.HttpClient;
    }

    public IReadOnlyList<string> Arguments { get; }

    public IReadOnlyList<(string Name, string Value)> Environment { get; }

    public Stream Input { get; }

    public Output Output { get; }

    public TimeProvider Clock { get; }

    public WasiRandom Random { get; }

    public long HeapBytes { get; }

    public Action<JsRealm>? Configure { get; }

    public MountedFiles Files { get; }

    public string Folder { get; }

    public AllowedHosts AllowedHosts { get; }

    public HttpMessageInvoker? HttpClient { get; }
}
