using Wasil.Wasi;

namespace Wasil.Emscripten;

/// <summary>Adds what Emscripten's programs import.</summary>
/// <threadsafety>As <see cref="WasmImports"/>: one thread at a time for a set of imports. What is asked about modules and imports: any
/// threads at once.</threadsafety>
public static class EmscriptenImports
{
    /// <summary>
    /// Defines what programs of Emscripten import under <c>env</c>, and WASI with it: the functions that its own JavaScript would
    /// give them (memory, time, files, exit, <c>invoke_*</c>, <c>longjmp</c>, C++ exceptions, threads), and for modules that were built
    /// with <c>-sSTANDALONE_WASM</c> all of <see cref="WasiImports.AddWasi"/>. What only a browser has is not there.
    /// </summary>
    /// <param name="imports">What to add to. Other packages may fill <c>env</c> as well; what is defined later comes first.</param>
    /// <param name="wasi">What guests get: arguments, environment, streams, directories, clocks.</param>
    /// <param name="options">What they get beyond that.</param>
    /// <returns>The same imports.</returns>
    /// <exception cref="ArgumentException">An argument is null, or as for <see cref="WasiImports.AddWasi"/>.</exception>
    /// <remarks>
    /// <see cref="WasmInstance.RunCommand"/> runs a program's <c>main</c>, with the arguments on its stack. Its constructors run
    /// when it is instantiated, where <see cref="InstanceOptions.Initialize"/>. A guest that exits or aborts makes a
    /// <see cref="WasmExitException"/> or a <see cref="TrapException"/> leave the call, and so does an exception of C++ or a
    /// <c>longjmp</c> that nobody catches. A program that was built with <c>-pthread</c> needs an engine that is
    /// <see cref="WasmEngineOptions.Interruptible"/>, since it ends with all its threads, as a <see cref="WasmThreadGroup"/> does.
    /// </remarks>
    public static WasmImports AddEmscripten(this WasmImports imports, WasiOptions wasi, EmscriptenOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(imports);
        ArgumentNullException.ThrowIfNull(wasi);
        var configuration = new Configuration(wasi, options ?? new EmscriptenOptions());
        return imports.AddWasi(wasi).DefinePerInstance(lifetime =>
        {
            EmscriptenGuest? guest = null;
            return import => EmscriptenGuest.Knows(import, lifetime.Module)
                ? (guest ??= new EmscriptenGuest(configuration, lifetime)).Find(import)
                : null;
        });
    }

    /// <summary>Whether an import is one that <see cref="AddEmscripten"/> defines in the module <c>env</c>.</summary>
    /// <param name="import">The import.</param>
    public static bool Serves(ImportType import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return import.Module == EmscriptenGuest.EnvironmentName && EmscriptenGuest.KnowsFunction(import);
    }

    /// <summary>
    /// Says why an import of Emscripten's is not served, where that is known: its names are minified, or only a browser has what it
    /// asks for, or it belongs to dynamic libraries. Null for any other import.
    /// </summary>
    /// <param name="import">The import.</param>
    public static string? Explain(ImportType import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return UnservedImport.Explain(import);
    }

    /// <summary>Whether a module is a program that Emscripten made to go with its JavaScript, which exports no
    /// <c>_start</c>.</summary>
    /// <param name="module">The module.</param>
    public static bool IsProgram(WasmModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return StartProtocol.Applies(module);
    }
}
