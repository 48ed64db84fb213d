using Wasil.Wasi;

namespace Wasil.GoJs;

/// <summary>
/// What a Go program gets. Everything that leads out of the sandbox is off by default: there are no arguments, no environment, no
/// input, no files, no network, and output goes nowhere. Clocks and random numbers are real. Options are copied when they are used.
/// </summary>
/// <threadsafety>One thread at a time while it is set; it is copied when it is used.</threadsafety>
public sealed class GoJsOptions
{
    /// <summary>The arguments; programs expect their own name first. With the environment they have less than 8 KiB.</summary>
    public IReadOnlyList<string> Args { get; set; } = ["js"];

    /// <summary>The environment variables. Names are not empty and contain no <c>=</c>.</summary>
    public IDictionary<string, string> Environment { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Standard input, descriptor 0. A goroutine that reads does not keep others from running.</summary>
    public Stream Stdin { get; set; } = Stream.Null;

    /// <summary>Standard output, descriptor 1, flushed before the program waits and when it ends.</summary>
    public Stream Stdout { get; set; } = Stream.Null;

    /// <summary>Standard error, descriptor 2, flushed at each write.</summary>
    public Stream Stderr { get; set; } = Stream.Null;

    /// <summary>What the clocks show, and whose timers end waiting; the system's time where null.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>Where random bytes come from; a cryptographically secure generator where null.</summary>
    public WasiRandom? Random { get; set; }

    /// <summary>How many bytes the objects of JavaScript that a guest keeps may take, roughly: 1 GiB where nothing is said. A guest
    /// that keeps more traps.</summary>
    public long MaxHeapBytes { get; set; } = 1L << 30;

    /// <summary>The directories that the program sees, by the absolute path where each stands. They remain the host's, to
    /// dispose.</summary>
    public IDictionary<string, WasiDirectory> Preopens { get; } = new SortedDictionary<string, WasiDirectory>(StringComparer.Ordinal);

    /// <summary>The folder that relative paths start from at first, an absolute path.</summary>
    public string WorkingDirectory { get; set; } = "/";

    /// <summary>
    /// The hosts that <c>fetch</c>, and with it the client of <c>net/http</c>, may reach: <c>example.org</c>, <c>*.example.org</c>
    /// for all below it, <c>*</c> for all, each with a port as in <c>localhost:8080</c>, or for the port of the scheme. Where there
    /// are none, as at first, there is no <c>fetch</c>. Redirects are held against the list as well.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// What sends the requests: an <see cref="System.Net.Http.HttpClient"/> or a bare <see cref="HttpMessageInvoker"/>; one that
    /// is shared and keeps no cookies where null. It must not follow redirects by itself, as it does not know
    /// <see cref="AllowedHosts"/>. It remains the host's, to dispose.
    /// </summary>
    public HttpMessageInvoker? HttpClient { get; set; }

    /// <summary>Called for each instance before its program starts, to add what the program finds in <c>js.Global()</c>.</summary>
    public Action<JsRealm>? Configure { get; set; }

    /// <summary>Gives the program the folder that the host works in, under its own path, and has it start there.</summary>
    /// <param name="readOnly">Whether it can only be read.</param>
    /// <returns>These options.</returns>
    /// <exception cref="IOException">The folder cannot be opened.</exception>
    public GoJsOptions InheritFolder(bool readOnly = false)
    {
        string host = System.Environment.CurrentDirectory;
        string folder = OperatingSystem.IsWindows() ? "/" + host.Replace('\\', '/').Replace(":", "", StringComparison.Ordinal) : host;
        Preopens[folder] = readOnly ? WasiDirectory.ReadOnly(host) : WasiDirectory.ReadWrite(host);
        WorkingDirectory = folder;
        return this;
    }

    /// <summary>Connects the program with the console: input, output and error.</summary>
    /// <returns>These options.</returns>
    public GoJsOptions InheritConsole()
    {
        Stdin = Console.OpenStandardInput();
        Stdout = Console.OpenStandardOutput();
        Stderr = Console.OpenStandardError();
        return this;
    }
}
