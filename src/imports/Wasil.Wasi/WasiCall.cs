using System.Globalization;
using System.Text;

namespace Wasil.Wasi;

/// <summary>A call of a guest to WASI, after it. What the guest passed and got is decoded, with the names of the WASI documents, for
/// people to read: long data is cut, and nothing in it controls a terminal.</summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class WasiCall
{
    internal WasiCall(
        string module, string function, KeyValuePair<string, string>[] arguments, KeyValuePair<string, string>[] results,
        Errno? error, Exception? exception, TimeSpan elapsed)
    {
        Module = module;
        Function = function;
        Arguments = arguments;
        Results = results;
        Error = error;
        Exception = exception;
        Elapsed = elapsed;
    }

    /// <summary>The module name that the guest imports the function from, such as <c>wasi_snapshot_preview1</c>.</summary>
    public string Module { get; }

    /// <summary>The function, such as <c>path_open</c>.</summary>
    public string Function { get; }

    /// <summary>The parameters and what was passed, in their order. What the guest got in a buffer of its own stands at that
    /// buffer's parameter.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Arguments { get; }

    /// <summary>The results; none where the function answered with an error.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Results { get; }

    /// <summary>What the function answered; null where it did not return.</summary>
    public Errno? Error { get; }

    /// <summary>The name of <see cref="Error"/>, such as <c>ENOENT</c>; null where it is success, or the function did not return.</summary>
    public string? ErrorName => Error is { } error and not Errno.Success ? Tracing.ErrnoNames.Of(error) : null;

    /// <summary>What the call ended with instead, such as a <see cref="WasmExitException"/>.</summary>
    public Exception? Exception { get; }

    /// <summary>How long the call took; decoding is not part of it.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>One line, as strace writes them: <c>fd_write(fd=1, iovs=["hello\n"]) = 0 nwritten=6 &lt;0.000012></c>.</summary>
    public override string ToString()
    {
        var line = new StringBuilder(Function).Append('(');
        for (int i = 0; i < Arguments.Count; i++)
            line.Append(i == 0 ? "" : ", ").Append(Arguments[i].Key).Append('=').Append(Arguments[i].Value);
        line.Append(") = ");
        if (Error is { } error)
            line.Append(CultureInfo.InvariantCulture, $"{(int)error}");
        else
            line.Append('?');
        if (ErrorName is { } name)
            line.Append(' ').Append(name);
        if (Exception is not null and not WasmExitException)
            line.Append(" (").Append(Exception.GetType().Name).Append(')');
        foreach ((string result, string value) in Results)
            line.Append(' ').Append(result).Append('=').Append(value);
        return line.Append(CultureInfo.InvariantCulture, $" <{Elapsed.TotalSeconds:0.000000}>").ToString();
    }
}
