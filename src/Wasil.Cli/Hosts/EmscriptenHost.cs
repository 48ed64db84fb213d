using Wasil.Emscripten;
using Wasil.Wasi;

namespace Wasil.Cli.Hosts;

/// <summary>Programs of Emscripten, those that go with its JavaScript and those that need a function of <c>env</c>.</summary>
internal sealed class EmscriptenHost : HostPackage
{
    public override string Name => "Emscripten";

    public override string Option => "emscripten";

    public override bool RunsPrograms => true;

    public override bool Serves(ImportType import) =>
        EmscriptenImports.Serves(import) || import is { Module: "env", Name: "memory", Type: MemoryType }
        || import.Module == "wasi_snapshot_preview1";

    // A program may import functions of WASI alone and still be started in Emscripten's way.
    public override bool IsNeededBy(WasmModule module) =>
        EmscriptenImports.IsProgram(module) || module.Imports.Any(EmscriptenImports.Serves);

    public override bool WantsThreads(WasmModule module) =>
        module.Imports.Any(import => import is { Module: "env", Name: "__pthread_create_js" });

    public override void AddTo(WasmImports imports, Guest guest)
    {
        var options = new EmscriptenOptions { MaxThreads = guest.Threads ?? 0 };
        if (guest.MemoryPages is { } pages)
            options.MaxMemoryPages = pages;
        imports.AddEmscripten(WasiHost.OptionsFor(guest), options);
    }
}
