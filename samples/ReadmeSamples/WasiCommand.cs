#region
using System.Text;
using Wasil;
using Wasil.Wasi;
#endregion

namespace ReadmeSamples;

internal static class WasiCommand
{
    public static void Run()
    {
        #region
        using var output = new MemoryStream();
        var wasi = new WasiOptions
        {
            Args = ["greet", "Wasil"],
            Environment = { ["GREETING"] = "Ahlan" },
            Stdout = output,
        };
        WasmModule module = WasmEngine.Default.Compile(File.ReadAllBytes("samples/guests/greet.wasm"));
        using WasmInstance guest = module.Instantiate(new WasmImports().AddWasi(wasi));
        int exitCode = guest.RunCommand();
        Console.Write($"{exitCode}: {Encoding.UTF8.GetString(output.ToArray())}"); // 0: Ahlan, Wasil!
        #endregion
    }
}
