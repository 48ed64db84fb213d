using Wasil;

namespace ReadmeSamples;

internal static class Exceptions
{
    public static void Run()
    {
        #region
        var tag = new WasmTag(ValType.I32);
        var imports = new WasmImports()
            .Define("env", "failure", tag)
            .Define("env", "open", (int number) => number > 0 ? number : throw new TaggedException(tag, 13));
        WasmModule module = WasmEngine.Default.Compile("""
            (import "env" "failure" (tag $failure (param i32)))
            (import "env" "open" (func $open (param i32) (result i32)))
            (func (export "try_open") (param i32) (result i32)
              (block $failed (result i32)
                (return (try_table (result i32) (catch $failure $failed) (call $open (local.get 0)))))
              (i32.mul (i32.const -1)))
            (func $give_up (export "give_up") (throw $failure (i32.const 7)))
            """);
        using WasmInstance guest = module.Instantiate(imports);
        var tryOpen = guest.GetFunction<Func<int, int>>("try_open");
        Console.WriteLine($"{tryOpen(5)}, {tryOpen(0)}"); // 5, -13
        try
        {
            guest.GetFunction<Action>("give_up")();
        }
        catch (TaggedException thrown) when (thrown.Tag == tag)
        {
            Console.WriteLine(thrown.Payload[0].AsInt32()); // 7
        }
        #endregion
    }
}
