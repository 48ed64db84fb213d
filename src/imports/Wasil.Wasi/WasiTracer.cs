using System.Diagnostics;
using Wasil.Wasi.Tracing;

namespace Wasil.Wasi;

/// <summary>Is told of each call of a guest to WASI: <see cref="WasiImports.TraceWasi"/>.</summary>
/// <threadsafety>It is called by the threads that run guests, by several at once where several do.</threadsafety>
public abstract class WasiTracer
{
    /// <summary>Whether calls are told of now. It is asked at each call, and where it says no nothing is decoded.</summary>
    public virtual bool IsEnabled => true;

    /// <summary>A tracer that hands over each call when it has ended.</summary>
    /// <param name="onCall">What to do with a call, on the thread that made it; what it throws leaves the guest.</param>
    public static WasiTracer To(Action<WasiCall> onCall)
    {
        ArgumentNullException.ThrowIfNull(onCall);
        return new CallbackTracer(onCall);
    }

    /// <summary>A tracer that writes one line for each call: <see cref="WasiCall.ToString"/>.</summary>
    /// <param name="writer">Where to; calls of several threads take turns.</param>
    public static WasiTracer To(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TextWriter synchronized = TextWriter.Synchronized(writer);
        return new CallbackTracer(call => synchronized.WriteLine(call.ToString()));
    }

    /// <summary>A tracer that makes an activity of each call as long as somebody listens to the source, named as the function is. What
    /// host streams and directories do meanwhile becomes its children. Its tags are <c>wasi.module</c>, <c>wasi.errno</c> (a name such as
    /// <c>ENOENT</c>, where there is one), and <c>wasi.</c> before the names of parameters and results. Its status is an error where
    /// an exception ended the call that is no exit.</summary>
    /// <param name="source">The source.</param>
    public static WasiTracer To(ActivitySource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new ActivityTracer(source);
    }

    /// <summary>A call begins.</summary>
    /// <param name="module">The module name that the guest imports the function from.</param>
    /// <param name="function">The function.</param>
    /// <returns>What <see cref="OnEnd"/> is to get.</returns>
    protected internal virtual object? OnBegin(string module, string function) => null;

    /// <summary>A call has ended.</summary>
    /// <param name="call">The call.</param>
    /// <param name="begun">What <see cref="OnBegin"/> returned.</param>
    protected internal abstract void OnEnd(WasiCall call, object? begun);
}
