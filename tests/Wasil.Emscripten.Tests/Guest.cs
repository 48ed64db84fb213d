using System.Text;
using Wasil.Wasi;

namespace Wasil.Emscripten.Tests;

/// <summary>A guest of <c>tests/guests/emscripten</c>, or one written in a test, and what it wrote.</summary>
internal sealed class Guest : IDisposable
{
    private readonly MemoryStream _stdout = new();
    private readonly MemoryStream _stderr = new();
    private readonly WasmModule _module;
    private WasmInstance? _instance;

    public Guest(WasmModule module, params string[] args)
    {
        _module = module;
        Wasi = new WasiOptions { Args = ["guest", .. args], Stdout = _stdout, Stderr = _stderr };
    }

    /// <summary>Every engine there is.</summary>
    public static TheoryData<WasmEngineMode> Modes => [WasmEngineMode.Auto, WasmEngineMode.Compiled, WasmEngineMode.Interpreted];

    /// <summary>Every compiler that the larger guests were made by, on every engine.</summary>
    public static TheoryData<string, WasmEngineMode> Builds
    {
        get
        {
            var builds = new TheoryData<string, WasmEngineMode>();
            foreach (string version in Versions)
            {
                foreach (WasmEngineMode mode in Enum.GetValues<WasmEngineMode>())
                    builds.Add(version, mode);
            }

            return builds;
        }
    }

    /// <summary>What the names of the guests end in: 3.1.69, 6.0.5, and the same with 64-bit addresses.</summary>
    private static string[] Versions => ["3", "6", "6_64"];

    public WasiOptions Wasi { get; }

    public EmscriptenOptions Options { get; } = new();

    public WasmImports More { get; } = new();

    public WasmInstance Instance => _instance ??= _module.Instantiate(new WasmImports().AddEmscripten(Wasi, Options).Define(More));

    public string Out => Encoding.UTF8.GetString(_stdout.ToArray());

    public string Error => Encoding.UTF8.GetString(_stderr.ToArray());

    public static Guest Of(string name, WasmEngineMode mode, params string[] args) => new(
        new WasmEngine(new WasmEngineOptions { Mode = mode })
            .Compile(File.ReadAllBytes(Path.Combine(Places.Repository, "tests", "guests", "emscripten", name + ".wasm"))),
        args);

    public static Guest OfText(string text) => new(WasmEngine.Default.Compile(text));

    public void Dispose() => _instance?.Dispose();
}
