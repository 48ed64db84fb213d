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

    public override Func<string[], Dictionary<string, string>, IGuest> LoadProgram(byte[] module)
    {
        Module compiled = Module.FromBytes(_engine, "program", module);
        return (arguments, folders) => new Guest(_engine, compiled, arguments, folders);
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
        private readonly Memory _memory;

        public Guest(Engine engine, Module module, string[] arguments, Dictionary<string, string> folders)
        {
            _linker = new Linker(engine);
            // It wants a memory to be exported for that.
            bool importsMemory = module.Imports.Any(import => import is MemoryImport);
            if (!importsMemory)
                _linker.DefineWasi();
            _store = new Store(engine);
            WasiConfiguration configuration = new WasiConfiguration().WithArgs(arguments).WithStandardOutput(_output);
            foreach ((string path, string folder) in folders)
                configuration = configuration.WithPreopenedDirectory(folder, path, mutable: false);
            _store.SetWasiConfiguration(configuration);
            Memory? imported = null;
            foreach (Import import in module.Imports)
            {
                if (import is MemoryImport memory)
                {
                    imported = new Memory(_store, memory.Minimum, memory.Maximum);
                    _linker.Define(import.ModuleName, import.Name, imported);
                }

                if (import is not FunctionImport function || (!importsMemory && RealProgram.IsWasi(import.ModuleName)))
                    continue;
                int answer = RealProgram.AnswerOf(import.ModuleName, import.Name);
                Function stub = Function.FromCallback(
                    _store,
                    (_, _, results) =>
                    {
                        for (int i = 0; i < results.Length; i++)
                        {
                            results[i] = function.Results[i] switch
                            {
                                ValueKind.Int64 => (long)answer,
                                ValueKind.Float32 => 0f,
                                ValueKind.Float64 => 0d,
                                _ => (ValueBox)answer,
                            };
                        }
                    },
                    function.Parameters, function.Results);
                _linker.Define(import.ModuleName, import.Name, stub);
            }

            _instance = _linker.Instantiate(_store, module);
            _memory = imported ?? _instance.GetMemory("memory")!;
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
            bytes.CopyTo(_memory.GetSpan(address, bytes.Length));

        public int ReadInt32(int address) => _memory.ReadInt32(address);

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
