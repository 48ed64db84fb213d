using System.Diagnostics;
using Wasil.Wasi.Functions;

namespace Wasil.Wasi.Tracing;

/// <summary>A function of WASI whose calls are told of: it stands between a guest and the function.</summary>
internal sealed class TracedFunction
{
    private readonly WasiTracer _tracer;
    private readonly ImportType _import;
    private readonly WasmFunction _original;
    private readonly CallFormat _format;

    private TracedFunction(WasiTracer tracer, ImportType import, WasmFunction original, CallFormat format)
    {
        _tracer = tracer;
        _import = import;
        _original = original;
        _format = format;
    }

    /// <summary>What stands before a function of WASI; null for any other, one of the name with another type among them.</summary>
    public static HostFunction? TryCreate(WasiTracer tracer, ImportType import, WasmFunction original)
    {
        if (Preview1.Find(import) is not { } function)
            return null;
        var format = new CallFormat(function.Signature);
        return format.Fits(original.Signature)
            ? HostFunction.From(original.Signature, new TracedFunction(tracer, import, original, format).Call)
            : null;
    }

    private void Call(Caller caller, ReadOnlySpan<WasmValue> arguments, Span<WasmValue> results)
    {
        if (!_tracer.IsEnabled)
        {
            _original.Invoke(arguments, results);
            return;
        }

        var memory = new GuestMemory(caller);
        KeyValuePair<string, string>[] before = _format.Before(memory, arguments);
        object? begun = _tracer.OnBegin(_import.Module, _import.Name);
        long start = Stopwatch.GetTimestamp();
        try
        {
            _original.Invoke(arguments, results);
        }
        catch (Exception exception)
        {
            TimeSpan ended = Stopwatch.GetElapsedTime(start);
            _tracer.OnEnd(new WasiCall(_import.Module, _import.Name, before, [], null, exception, ended), begun);
            throw;
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        // What gives no error number does not return.
        var error = results is [var answer] ? (Errno)answer.AsInt32() : Errno.Success;
        KeyValuePair<string, string>[] values = error == Errno.Success ? _format.After(memory, arguments, before) : [];
        _tracer.OnEnd(new WasiCall(_import.Module, _import.Name, before, values, error, null, elapsed), begun);
    }
}
