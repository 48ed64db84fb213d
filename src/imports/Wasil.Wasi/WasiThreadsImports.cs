using Wasil.Wasi.Threads;

namespace Wasil.Wasi;

/// <summary>Adds threads to what modules are given.</summary>
/// <threadsafety>As <see cref="WasmImports"/>: one thread at a time for a set of imports.</threadsafety>
public static class WasiThreadsImports
{
    /// <summary>
    /// Defines <c>wasi.thread-spawn</c> of the wasi-threads proposal: guests start threads of the host, each with an instance of its
    /// own and all with one shared memory. A shared memory that a module imports is made as well, one for each guest. The
    /// engine has to be <see cref="WasmEngineOptions.Interruptible"/>, since a guest ends with all its threads.
    /// </summary>
    /// <param name="imports">What to add to. What else is in it is called by all threads of a guest, at once.</param>
    /// <param name="options">Limits; the defaults where null.</param>
    /// <returns>The same imports.</returns>
    /// <remarks>
    /// A guest ends when one of its threads traps, throws what a host function threw, or exits: the call that the host has made
    /// throws what that thread did, and <see cref="WasmInstance.RunCommand"/> returns the exit code. It also ends when
    /// <c>RunCommand</c> has run its <c>_start</c>, and when the instance is disposed. Its threads then leave their loops, waits,
    /// and the host functions that honour their token; the call that ends them waits a second for those that do not.
    /// </remarks>
    public static WasmImports AddWasiThreads(this WasmImports imports, WasiThreadsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(imports);
        options ??= new WasiThreadsOptions();
        (int maxThreads, var limits) = (options.MaxThreads, new InstanceLimits { MemoryPages = options.MaxMemoryPages });
        return imports.DefinePerInstance(lifetime =>
        {
            ThreadSpawn? threads = null;
            return import => import switch
            {
                { Module: "wasi", Name: "thread-spawn" } =>
                    HostFunction.From((threads ??= new ThreadSpawn(lifetime, maxThreads)).Spawn),
                { Type: MemoryType { IsShared: true } type } => MakeMemory(type, limits, lifetime),
                _ => null,
            };
        });
    }

    private static WasmMemory MakeMemory(MemoryType type, InstanceLimits limits, InstanceLifetime lifetime)
    {
        var memory = new WasmMemory(type, limits);
        lifetime.OnEnd(memory.Dispose);
        return memory;
    }
}
