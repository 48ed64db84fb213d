namespace Wasil.Bench;

/// <summary>This repository's runtime.</summary>
internal sealed class WasilRuntime(WasmEngineOptions options) : Runtime
{
    private readonly WasmEngine _engine = new(options);

    public override Func<int, long> LoadKernel(byte[] module) =>
        _engine.Compile(module).Instantiate().GetFunction<Func<int, long>>("run");

    public override ICallTarget LoadCalls(byte[] module) => new CallTarget(_engine, module);

    private sealed class CallTarget : ICallTarget
    {
        private readonly WasmModule _module;
        private readonly WasmImports _imports;
        private readonly WasmInstance _instance;

        public CallTarget(WasmEngine engine, byte[] module)
        {
            _module = engine.Compile(module);
            _imports = new WasmImports().Define("env", "add", (int a, int b) => a + b);
            _instance = _module.Instantiate(_imports);
            Add = _instance.GetFunction<Func<int, int, int>>("add");
            CallHost = _instance.GetFunction<Func<int, int>>("call_host");
        }

        public Func<int, int, int> Add { get; }

        public Func<int, int> CallHost { get; }

        public void Instantiate() => _module.Instantiate(_imports).Dispose();

        public void Dispose() => _instance.Dispose();
    }
}
