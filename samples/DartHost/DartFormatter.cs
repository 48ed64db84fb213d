using Wasil;
using Wasil.JsStrings;

namespace DartHost;

/// <summary>The module of <c>@wasm-fmt/dart_fmt</c>, started and ready to format.</summary>
internal sealed class DartFormatter : IDisposable
{
    private readonly DartImports _dart;
    private readonly WasmInstance _instance;

    /// <param name="module">dart_fmt.wasm.</param>
    /// <param name="log">Where the program prints to.</param>
    public DartFormatter(byte[] module, TextWriter log)
    {
        _dart = new DartImports(log);
        _instance = WasmEngine.Default.Compile(module).Instantiate(
            new WasmImports().AddJsStrings().AddJsStringConstants("S").DefinePerInstance(() => _dart.Resolve));
        _dart.Start(_instance);
    }

    /// <summary>Formats Dart source.</summary>
    /// <exception cref="FormatException">It is no Dart.</exception>
    public string Format(string source, string fileName)
    {
        object? result = _dart.Call(_dart.Properties["format"], source, fileName, """{"lineEnding":"\n"}""");
        var properties = (Dictionary<string, object?>)result!;
        return true.Equals(properties["success"])
            ? (string)properties["code"]!
            : throw new FormatException(properties["error"] as string);
    }

    public void Dispose() => _instance.Dispose();
}
