namespace Wasil.Bench;

/// <summary>Wasil, as its options say.</summary>
internal sealed class WasilSharedModule : SharedModule
{
    private readonly WasmInstance[] _instances;

    public WasilSharedModule(byte[] module, WasmEngineOptions options)
    {
        var memory = new WasmMemory(new MemoryType(new Limits(1, 1), isShared: true));
        WasmModule compiled = new WasmEngine(options).Compile(module);
        WasmImports imports = new WasmImports().Define("env", "memory", memory);
        _instances = [compiled.Instantiate(imports), compiled.Instantiate(imports)];
    }

    public override Func<int, int> Function(int thread, string name) => _instances[thread].GetFunction<Func<int, int>>(name);
}
