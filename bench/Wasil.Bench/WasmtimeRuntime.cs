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

    public override Func<string[], IGuest> LoadProgram(byte[] module)
    {
        Module compiled = Module.FromBytes(_engine, "program", module);
        return arguments => new Guest(_engine, compiled, arguments);
    }

    public override ICallTarget LoadCalls(byte[] module) => new CallTarget(_engine, module);

    public override void Dispose()
    {
        base.Dispose();
        _engine.Dispose();
    }

    private sealed class Guest : IGuest
    {
        private readonly string _output = Path.GetTempFileName();
        private readonly Linker _linker;
        private readonly Store _store;
        private readonly Instance _instance;

        public Guest(Engine engine, Module module, string[] arguments)
        {
            _linker = new Linker(engine);
            _linker.DefineWasi();
            _store = new Store(engine);
            _store.SetWasiConfiguration(new WasiConfiguration().WithArgs(arguments).WithStandardOutput(_output)
                .WithPreopenedDirectory(RealProgram.Tree, "/", mutable: false));
            foreach (Import import in module.Imports)
            {
                if (import is not FunctionImport function || import.ModuleName.StartsWith("wasi", StringComparison.Ordinal))
                    continue;
                Function zero = Function.FromCallback(
                    _store,
                    (_, _, results) =>
                    {
                        for (int i = 0; i < results.Length; i++)
                            results[i] = function.Results[i] == ValueKind.Int64 ? 0L : 0;
                    },
                    function.Parameters, function.Results);
                _linker.Define(import.ModuleName, import.Name, zero);
            }

            _instance = _linker.Instantiate(_store, module);
        }

        public string Output => File.ReadAllText(_output);

        public long Call(string export, params int[] arguments)
        {
            object? result = _instance.GetFunction(export)!.Invoke([.. arguments.Select(argument => (ValueBox)argument)]);
            return result switch { int number => number, long number => number, _ => 0 };
        }

        public void Start()
        {
            try
            {
                _instance.GetAction("_start")!();
            }
            catch (WasmtimeException exit) when (exit.ExitCode == 0)
            {
            }
        }

        public void Write(int address, ReadOnlySpan<byte> bytes) =>
            bytes.CopyTo(_instance.GetMemory("memory")!.GetSpan(address, bytes.Length));

        public void Dispose()
        {
            _store.Dispose();
            _linker.Dispose();
            File.Delete(_output);
        }
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
