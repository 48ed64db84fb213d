using Wasil.Wasi;

namespace Wasil.Cli.Hosts;

/// <summary>wasi-threads: starting threads, and the memory that they share.</summary>
internal sealed class WasiThreadsHost : HostPackage
{
    public override string Name => "wasi-threads";

    public override string Option => "wasi-threads";

    // The memory alone says nothing: programs of other toolchains share theirs too.
    public override bool Serves(ImportType import) => import is { Module: "wasi", Name: "thread-spawn" };

    public override bool Provides(ImportType import) => Serves(import) || import.Type is MemoryType { IsShared: true };

    public override bool WantsThreads(WasmModule module) => true;

    public override void AddTo(WasmImports imports, Guest guest)
    {
        var options = new WasiThreadsOptions { MaxThreads = guest.Threads ?? 0 };
        if (guest.MemoryPages is { } pages)
            options.MaxMemoryPages = pages;
        imports.AddWasiThreads(options);
    }
}
