using Wasil;

namespace ReadmeSamples;

internal static class Composition
{
    public static void Run()
    {
        #region
        WasmEngine engine = WasmEngine.Default;
        using WasmInstance math = engine.Compile("""
            (func (export "square") (param i64) (result i64) (i64.mul (local.get 0) (local.get 0)))
            """).Instantiate();
        var common = new WasmImports().Define("math", math);
        var imports = new WasmImports()
            .Define(common)
            .Define("env", "offset", () => 1L);
        using WasmInstance app = engine.Compile("""
            (import "math" "square" (func $square (param i64) (result i64)))
            (import "env" "offset" (func $offset (result i64)))
            (func (export "run") (param i64) (result i64)
              (i64.add (call $square (local.get 0)) (call $offset)))
            """).Instantiate(imports);
        Console.WriteLine(app.GetFunction<Func<long, long>>("run")(12)); // 145
        #endregion
    }
}
