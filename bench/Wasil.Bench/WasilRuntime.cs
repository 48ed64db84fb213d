using System.Text;
using Wasil.Wasi;

namespace Wasil.Bench;

/// <summary>This repository's runtime.</summary>
internal sealed class WasilRuntime(WasmEngineOptions options) : Runtime
{
    private readonly WasmEngine _engine = new(options);

    public override Func<int, long> LoadKernel(byte[] module) =>
        _engine.Compile(module).Instantiate().GetFunction<Func<int, long>>("run");

    public override Func<string[], IGuest> LoadProgram(byte[] module)
    {
        WasmModule compiled = _engine.Compile(module);
        return arguments => new Guest(compiled, arguments);
    }

    public override ICallTarget LoadCalls(byte[] module) => new CallTarget(_engine, module);

    private sealed class Guest : IGuest
    {
        private readonly MemoryStream _output = new();
        private readonly WasmInstance _instance;

        public Guest(WasmModule module, string[] arguments)
        {
            WasmImports imports = new WasmImports().AddWasi(new WasiOptions
            {
                Args = arguments,
                Preopens = { ["/"] = WasiDirectory.ReadOnly(RealProgram.Tree) },
                Stdout = _output,
            });
            foreach (ImportType import in module.Imports)
            {
                if (import.Type is FunctionType function && !import.Module.StartsWith("wasi", StringComparison.Ordinal))
                    imports.Define(import.Module, import.Name, function.Signature, (_, _, results) => Zero(function.Signature, results));
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

        public void Dispose() => _instance.Dispose();

        private static void Zero(FuncType type, Span<WasmValue> results)
        {
            for (int i = 0; i < results.Length; i++)
                results[i] = type.Results[i].Kind == ValKind.I64 ? 0L : 0;
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
