using Wasil;

namespace ReadmeSamples;

internal static class UntypedCalls
{
    public static void Run()
    {
        #region
        WasmModule module = WasmEngine.Default.Compile("""
            (import "env" "unit" (global $unit i32))
            (func (export "split") (param i32) (result i32 i32)
              (i32.div_u (local.get 0) (global.get $unit))
              (i32.rem_u (local.get 0) (global.get $unit)))
            """);
        Console.WriteLine(module.Imports[0]); // env.unit: global i32
        Console.WriteLine(module.Exports[0]); // split: func [i32] -> [i32 i32]

        var unit = new WasmGlobal(new GlobalType(ValType.I32, isMutable: false), 60);
        using WasmInstance instance = module.Instantiate(new WasmImports().Define("env", "unit", unit));
        WasmFunction split = instance.GetFunction("split");
        WasmValue[] results = split.Invoke(125);
        Console.WriteLine(string.Join(", ", results)); // 2, 5

        var typed = split.As<Func<int, (int Minutes, int Seconds)>>();
        Console.WriteLine(typed(125).Seconds); // 5
        #endregion
    }
}
