using System.Collections.Concurrent;
using System.Text;

namespace Wasil.GoJs.Tests;

/// <summary>Runs the parts of tests/guests/go/js, and other programs of Go's.</summary>
internal static class GoGuest
{
    private static readonly ConcurrentDictionary<string, WasmModule> Modules = new();

    public static WasmEngine Engine { get; } = new(new WasmEngineOptions { Interruptible = true });

    public static string Folder { get; } = Path.Combine(Places.Repository, "tests", "guests", "go");

    public static WasmModule Module(string name = "js.wasm") =>
        Modules.GetOrAdd(name, name => Engine.Compile(File.ReadAllBytes(Path.Combine(Folder, name))));

    public static GoJsOptions Options(string part, params string[] arguments) => new()
    {
        Args = ["js", part, .. arguments],
        Environment = { ["GUEST"] = "bar" },
    };

    public static (int ExitCode, string Output, string Errors) Run(
        string part, Action<GoJsOptions>? change = null, CancellationToken token = default)
    {
        GoJsOptions options = Options(part, "x", "y");
        return Run(Module(), options, change, token);
    }

    public static (int ExitCode, string Output, string Errors) Run(
        WasmModule module, GoJsOptions options, Action<GoJsOptions>? change = null, CancellationToken token = default)
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        options.Stdout = output;
        options.Stderr = errors;
        change?.Invoke(options);
        using WasmInstance instance = module.Instantiate(new WasmImports().AddGoJs(options), cancellationToken: token);
        int code = instance.RunCommand(token);
        return (code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(errors.ToArray()));
    }
}
