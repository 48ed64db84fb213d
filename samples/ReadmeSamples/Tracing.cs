#region
using Wasil;
using Wasil.Wasi;
#endregion

namespace ReadmeSamples;

internal static class Tracing
{
    public static void Run()
    {
        #region
        WasmModule module = WasmEngine.Default.Compile(File.ReadAllBytes("samples/guests/greet.wasm"));
        WasmImports imports = new WasmImports()
            .AddWasi(new WasiOptions { Args = ["greet", "Wasil"] })
            .TraceWasi(WasiTracer.To(call =>
            {
                if (call.Function == "fd_write")
                    Console.WriteLine(call.Arguments[1]); // [iovs, ["Hello, Wasil", "!\n"]]
            }));
        using WasmInstance guest = module.Instantiate(imports);
        guest.RunCommand();
        #endregion
    }
}
