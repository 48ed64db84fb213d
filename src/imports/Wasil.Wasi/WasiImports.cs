using Wasil.Wasi.Functions;
using Wasil.Wasi.Tracing;

namespace Wasil.Wasi;

/// <summary>Adds WASI to what modules are given.</summary>
/// <threadsafety>As <see cref="WasmImports"/>: one thread at a time for a set of imports.</threadsafety>
public static class WasiImports
{
    /// <summary>
    /// Defines the functions of WASI preview 1, under the module names <c>wasi_snapshot_preview1</c> and <c>wasi_unstable</c>.
    /// Each instance has its own descriptors and clocks; no function is made that a module does not import. What a guest has
    /// written is flushed when <see cref="WasmInstance.RunCommand"/> has run it, and when the instance ends.
    /// </summary>
    /// <param name="imports">What to add to.</param>
    /// <param name="options">What guests get; nothing but clocks and random numbers where null.</param>
    /// <returns>The same imports.</returns>
    /// <exception cref="ArgumentException">An argument or environment variable contains U+0000, a variable's name is empty or
    /// contains <c>=</c>, or there is more of them than <see cref="WasiOptions.MaxStringBytes"/>.</exception>
    /// <remarks>A guest that exits makes <see cref="WasmExitException"/> leave the call, which
    /// <see cref="WasmInstance.RunCommand"/> turns into the exit code.</remarks>
    public static WasmImports AddWasi(this WasmImports imports, WasiOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(imports);
        var configuration = new Configuration(options ?? new WasiOptions());
        return imports.DefinePerInstance(lifetime =>
        {
            Preview1? state = null;
            return import => Preview1.Find(import) is { } function
                ? HostFunction.From(function.Of(state ??= new Preview1(configuration, lifetime)))
                : null;
        });
    }

    /// <summary>
    /// Tells a tracer of each call to a function that has been defined so far under a name of WASI's: by <see cref="AddWasi"/>, by
    /// another package such as Emscripten's, or by the host. Of what the host defines or wraps later it is told only as far as that
    /// calls what was there before. Guests that nobody traces pay nothing for that they could be.
    /// </summary>
    /// <param name="imports">What guests get.</param>
    /// <param name="tracer">Who is told.</param>
    /// <returns>The same imports.</returns>
    public static WasmImports TraceWasi(this WasmImports imports, WasiTracer tracer)
    {
        ArgumentNullException.ThrowIfNull(imports);
        ArgumentNullException.ThrowIfNull(tracer);
        return imports.Wrap((import, original) => TracedFunction.TryCreate(tracer, import, original));
    }
}
