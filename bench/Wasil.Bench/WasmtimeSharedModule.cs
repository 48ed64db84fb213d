using System.Runtime.InteropServices;
using System.Text;

namespace Wasil.Bench;

/// <summary>
/// Wasmtime. Its package for .NET has no shared memories, so this calls the C interface of the library that the package brings, as
/// far as it is needed: a store for each thread, and one memory given to both.
/// </summary>
internal sealed unsafe partial class WasmtimeSharedModule : SharedModule
{
    private const string Library = "wasmtime";
    private const byte SharedMemoryKind = 4;
    private const byte I32Kind = 0;

    private readonly nint[] _contexts = new nint[2];
    private readonly ulong[][] _instances = [new ulong[4], new ulong[4]];

    public WasmtimeSharedModule(byte[] module)
    {
        nint config = wasm_config_new();
        wasmtime_config_wasm_threads_set(config, true);
        wasmtime_config_shared_memory_set(config, true);
        nint engine = wasm_engine_new_with_config(config);
        Check(wasmtime_module_new(engine, module, (nuint)module.Length, out nint compiled));
        Vector imports;
        wasmtime_module_imports(compiled, &imports);
        nint memoryType = wasm_externtype_as_memorytype_const(wasm_importtype_type(imports.Data[0]));
        Check(wasmtime_sharedmemory_new(engine, memoryType, out nint memory));
        for (int thread = 0; thread < _contexts.Length; thread++)
        {
            _contexts[thread] = wasmtime_store_context(wasmtime_store_new(engine, 0, 0));
            var given = new Extern { Kind = SharedMemoryKind, Pointer = memory };
            // SAFETY: an instance is a struct of 16 bytes, and the buffer holds 32.
            fixed (ulong* instance = _instances[thread])
                Check(wasmtime_instance_new(_contexts[thread], compiled, &given, 1, instance, out nint trap), trap);
        }
    }

    public override Func<int, int> Function(int thread, string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        Extern export;
        // SAFETY: as above; the name is given with its length.
        fixed (ulong* instance = _instances[thread])
        fixed (byte* start = text)
        {
            if (!wasmtime_instance_export_get(_contexts[thread], instance, start, (nuint)text.Length, &export))
                throw new ArgumentException($"There is no {name}.", nameof(name));
        }

        Extern found = export;
        return argument =>
        {
            Extern function = found;
            var value = new Value { Kind = I32Kind, I32 = argument };
            var result = default(Value);
            // SAFETY: the function's own part of an Extern lies behind its kind, eight bytes in.
            Check(wasmtime_func_call(_contexts[thread], (byte*)&function + 8, &value, 1, &result, 1, out nint trap), trap);
            return result.I32;
        };
    }

    private static void Check(nint error, nint trap = 0)
    {
        if (error != 0 || trap != 0)
            throw new InvalidOperationException("Wasmtime failed.");
    }

    [LibraryImport(Library)]
    private static partial nint wasm_config_new();

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_threads_set(nint config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_shared_memory_set(nint config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library)]
    private static partial nint wasm_engine_new_with_config(nint config);

    [LibraryImport(Library)]
    private static partial nint wasmtime_module_new(nint engine, byte[] module, nuint length, out nint compiled);

    [LibraryImport(Library)]
    private static partial void wasmtime_module_imports(nint module, Vector* imports);

    [LibraryImport(Library)]
    private static partial nint wasm_importtype_type(nint importType);

    [LibraryImport(Library)]
    private static partial nint wasm_externtype_as_memorytype_const(nint externType);

    [LibraryImport(Library)]
    private static partial nint wasmtime_sharedmemory_new(nint engine, nint type, out nint memory);

    [LibraryImport(Library)]
    private static partial nint wasmtime_store_new(nint engine, nint data, nint finalizer);

    [LibraryImport(Library)]
    private static partial nint wasmtime_store_context(nint store);

    [LibraryImport(Library)]
    private static partial nint wasmtime_instance_new(nint context, nint module, Extern* imports, nuint count, ulong* instance, out nint trap);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    private static partial bool wasmtime_instance_export_get(nint context, ulong* instance, byte* name, nuint length, Extern* found);

    [LibraryImport(Library)]
    private static partial nint wasmtime_func_call(
        nint context, byte* function, Value* arguments, nuint argumentCount, Value* results, nuint resultCount, out nint trap);

    // wasmtime_extern_t and wasmtime_val_t are a kind and a union, of 32 bytes; these are larger, as the library writes no more.
    [StructLayout(LayoutKind.Explicit, Size = 64)]
    private struct Extern
    {
        [FieldOffset(0)]
        public byte Kind;

        [FieldOffset(8)]
        public nint Pointer;
    }

    [StructLayout(LayoutKind.Explicit, Size = 64)]
    private struct Value
    {
        [FieldOffset(0)]
        public byte Kind;

        [FieldOffset(8)]
        public int I32;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Vector
    {
        public nuint Length;
        public nint* Data;
    }
}
