using System.Text;
using Wasil.Wasi;

namespace Wasil.Bench;

/// <summary>This repository's runtime.</summary>
internal sealed class WasilRuntime(WasmEngineOptions options) : Runtime
{
    private readonly WasmEngine _engine = new(options);

    public override Func<int, long> LoadKernel(byte[] module) =>
        _engine.Compile(module).Instantiate().GetFunction<Func<int, long>>("run");

    public override Func<string[], Dictionary<string, string>, IGuest> LoadProgram(byte[] module)
    {
        WasmModule compiled = _engine.Compile(module);
        return (arguments, folders) => new Guest(compiled, arguments, folders);
    }

    public override ICallTarget LoadCalls(byte[] module) => new CallTarget(_engine, module);

    private sealed class Guest : IGuest
    {
        private readonly MemoryStream _output = new();
        private readonly WasmInstance _instance;

        public Guest(WasmModule module, string[] arguments, Dictionary<string, string> folders)
        {
            var options = new WasiOptions { Args = arguments, Stdout = _output };
            foreach ((string path, string folder) in folders)
                options.Preopens[path] = WasiDirectory.ReadOnly(folder);
            // Wasmtime serves WASI only to who exports a memory; so nobody does here.
            bool importsMemory = module.Imports.Any(import => import.Type is MemoryType);
            var imports = new WasmImports();
            if (!importsMemory)
                imports.AddWasi(options);
            foreach (ImportType import in module.Imports)
            {
                if (import.Type is MemoryType memory)
                    imports.Define(import.Module, import.Name, new WasmMemory(memory));
                if (import.Type is not FunctionType function || (!importsMemory && RealProgram.IsWasi(import.Module)))
                    continue;
                int answer = RealProgram.AnswerOf(import.Module, import.Name);
                imports.Define(import.Module, import.Name, function.Signature, (_, _, results) => Answer(answer, function.Signature, results));
            }

            _instance = module.Instantiate(imports, new InstanceOptions { Initialize = false });
        }

        public string Output => Encoding.UTF8.GetString(_output.ToArray());

        public long Call(string export, params int[] arguments)
        {
            WasmValue[] results = _instance.GetFunction(export).Invoke([.. arguments.Select(argument => (WasmValue)argument)]);
            return results is [var result] ? (result.Kind == ValKind.I32 ? result.AsInt32() : result.AsInt64()) : 0;
        }

        public void Start() => _instance.RunCommand();

        public void Write(int address, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_instance.Memory.Slice(address, bytes.Length));

        public int ReadInt32(int address) => _instance.Memory.Read<int>(address);

        public void Dispose() => _instance.Dispose();

        private static void Answer(int answer, FuncType type, Span<WasmValue> results)
        {
            for (int i = 0; i < results.Length; i++)
            {
                results[i] = type.Results[i].Kind switch
                {
                    ValKind.I64 => (long)answer,
                    ValKind.F32 => 0f,
                    ValKind.F64 => 0d,
                    _ => (WasmValue)answer,
                };
            }
        }
    }

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
