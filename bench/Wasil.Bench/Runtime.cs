namespace Wasil.Bench;

/// <summary>A WebAssembly runtime as the benchmarks see it.</summary>
internal abstract class Runtime : IDisposable
{
    /// <summary>The runtimes that are compared where nothing else is asked for: each over the last.</summary>
    public static readonly string[] Names = ["wasil", "wasmtime"];

    public static Runtime Create(string name) => name switch
    {
        "wasil" => new WasilRuntime(new WasmEngineOptions()),
        "wasil-explicit" => new WasilRuntime(new WasmEngineOptions { GuardPages = false }),
        "wasil-interruptible" => new WasilRuntime(new WasmEngineOptions { Interruptible = true }),
        "wasil-interpreted" => new WasilRuntime(new WasmEngineOptions { Mode = WasmEngineMode.Interpreted }),
        "wasmtime" => new WasmtimeRuntime(),
        _ => throw new ArgumentException(
            $"There is no runtime {name}; there are wasil, wasil-explicit, wasil-interruptible, wasil-interpreted and wasmtime."),
    };

    /// <summary>Compiles a module and gives its <c>run</c>.</summary>
    public abstract Func<int, long> LoadKernel(byte[] module);

    /// <summary>Compiles a program; the function makes instances with arguments of the command line and folders, by the guest's
    /// paths, that they may read.</summary>
    public abstract Func<string[], Dictionary<string, string>, IGuest> LoadProgram(byte[] module);

    /// <summary>Compiles a module that is called in the benchmark of calls, with a host function <c>env.add</c>.</summary>
    public abstract ICallTarget LoadCalls(byte[] module);

    public virtual void Dispose()
    {
    }
}
