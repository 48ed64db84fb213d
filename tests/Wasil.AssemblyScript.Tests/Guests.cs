using System.Text;

namespace Wasil.AssemblyScript.Tests;

/// <summary>The guests of <c>tests/guests/assemblyscript</c>, and what they wrote.</summary>
internal sealed class Guests : IDisposable
{
    private readonly MemoryStream _stdout = new();
    private readonly MemoryStream _stderr = new();

    public Guests(string name, Action<AssemblyScriptOptions>? configure = null)
    {
        var options = new AssemblyScriptOptions { Stdout = _stdout, Stderr = _stderr, Args = ["asc", "guest"] };
        configure?.Invoke(options);
        Instance = Compile(name).Instantiate(new WasmImports().AddAssemblyScript(options));
        Guest = new AssemblyScriptGuest(Instance);
    }

    /// <summary>One program for each of the compiler's runtimes.</summary>
    public static TheoryData<string> Runtimes => ["host_incremental", "host_minimal", "host_stub", "host_debug"];

    public WasmInstance Instance { get; }

    public AssemblyScriptGuest Guest { get; }

    public string Out => Encoding.UTF8.GetString(_stdout.ToArray());

    public string Error => Encoding.UTF8.GetString(_stderr.ToArray());

    public static WasmModule Compile(string name, WasmEngine? engine = null) => (engine ?? WasmEngine.Default).Compile(
        File.ReadAllBytes(Path.Combine(Places.Repository, "tests", "guests", "assemblyscript", name + ".wasm")));

    public void Dispose() => Instance.Dispose();
}
