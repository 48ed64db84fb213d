using Wasil;

namespace ReadmeSamples;

internal static class LimitsAndTraps
{
    public static void Run()
    {
        #region
        WasmModule module = WasmEngine.Default.Compile("""
            (memory (export "memory") 1)
            (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
            (func $share (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
            (func $report (export "report") (param i32) (result i32)
              (i32.add (i32.const 1) (call $share (i32.const 100) (local.get 0))))
            """);
        using WasmInstance guest = module.Instantiate(options: new InstanceOptions
        {
            Limits = { MemoryPages = 16, TableElements = 1_000, StackBytes = 256 << 10 },
        });
        Console.WriteLine(guest.GetFunction<Func<int, int>>("grow")(16)); // -1
        try
        {
            guest.GetFunction<Func<int, int>>("report")(0);
        }
        catch (TrapException trap)
        {
            Console.WriteLine(trap.Message); // integer divide by zero
            Console.WriteLine(string.Join(" <- ", trap.WasmStack)); // share[1]:0x4d <- report[2]
        }
        #endregion
    }
}
