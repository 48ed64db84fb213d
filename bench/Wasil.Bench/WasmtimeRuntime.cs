using Wasmtime;

namespace Wasil.Bench;

/// <summary>Wasmtime, by way of its own package for .NET, with its default options and garbage collection.</summary>
internal sealed class WasmtimeRuntime : Runtime
{
    private readonly Engine _engine = new(new Config().WithFunctionReferences(true).WithGc(true));

    public override Func<int, long> LoadKernel(byte[] module)
    {
        var store = new Store(_engine);
        Instance instance = new Linker(_engine).Instantiate(store, Module.FromBytes(_engine, "kernel", module));
        return instance.GetFunction<int, long>("run")!;
    }

    public override ICallTarget LoadCalls(byte[] module) => new CallTarget(_engine, module);

    public override void Dispose()
    {
        base.Dispose();
        _engine.Dispose();
    }

    private sealed class CallTarget : ICallTarget
    {
        private readonly Engine _engine;
        private readonly Linker _linker;
        private readonly Module _module;
        private readonly Store _store;

        public CallTarget(Engine engine, byte[] module)
        {
            _engine = engine;
            _module = Module.FromBytes(engine, "calls", module);
            _linker = new Linker(engine);
            _linker.DefineFunction("env", "add", (int a, int b) => a + b);
            _store = new Store(engine);
            Instance instance = _linker.Instantiate(_store, _module);
            Add = instance.GetFunction<int, int, int>("add")!;
            CallHost = instance.GetFunction<int, int>("call_host")!;
        }

        public Func<int, int, int> Add { get; }

        public Func<int, int> CallHost { get; }

        public void Instantiate()
        {
            // Wasmtime gives an instance back together with its store.
            using var store = new Store(_engine);
            _ = _linker.Instantiate(store, _module);
        }

        public void Dispose()
        {
            _store.Dispose();
            _linker.Dispose();
            _module.Dispose();
        }
    }
}
