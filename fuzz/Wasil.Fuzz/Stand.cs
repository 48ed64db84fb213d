using Wasil.Wasi;

namespace Wasil.Fuzz;

/// <summary>What a module gets for its imports, whatever they are: WASI, functions that return zero, empty things of any
/// type.</summary>
internal static class Stand
{
    public static WasmImports In() => new WasmImports().DefinePerInstance(() => Make).AddWasi(new WasiOptions { Deterministic = true });

    /// <summary>Zero or null.</summary>
    public static WasmValue Zero(ValType type) => type.Kind switch
    {
        ValKind.I32 => 0,
        ValKind.I64 => 0L,
        ValKind.F32 => 0f,
        ValKind.F64 => 0d,
        ValKind.V128 => System.Runtime.Intrinsics.Vector128<byte>.Zero,
        _ => WasmValue.Null,
    };

    private static WasmExtern? Make(ImportType import)
    {
        switch (import.Type)
        {
            case FunctionType function:
                FuncType signature = function.Signature;
                foreach (ValType result in signature.Results)
                {
                    if (!result.IsDefaultable)
                        return null;
                }

                return HostFunction.From(signature, (Caller _, ReadOnlySpan<WasmValue> _, Span<WasmValue> results) =>
                {
                    for (int i = 0; i < results.Length; i++)
                        results[i] = Zero(signature.Results[i]);
                });
            case GlobalType { Content.IsDefaultable: true } global:
                return new WasmGlobal(global, Zero(global.Content));
            case MemoryType memory:
                return new WasmMemory(memory, new InstanceLimits { MemoryPages = 256 });
            case TableType { Element.IsDefaultable: true } table:
                return new WasmTable(table, new InstanceLimits { TableElements = 100_000 });
            default:
                return null;
        }
    }
}
