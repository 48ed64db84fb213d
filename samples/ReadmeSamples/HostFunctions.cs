using Wasil;

namespace ReadmeSamples;

internal static class HostFunctions
{
    public static void Run()
    {
        #region
        var imports = new WasmImports()
            .Define("env", "log", (Caller caller, int start, int length) =>
                Console.WriteLine(caller.Memory.ReadString(start, length)));
        WasmModule module = WasmEngine.Default.Compile("""
            (import "env" "log" (func $log (param i32 i32)))
            (memory 1)
            (data (i32.const 16) "hello from the guest")
            (func (export "greet") (call $log (i32.const 16) (i32.const 20)))
            """);
        using WasmInstance guest = module.Instantiate(imports);
        guest.GetFunction<Action>("greet")(); // hello from the guest
        #endregion
    }
}
