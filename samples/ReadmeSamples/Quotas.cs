#region
using System.Text;
using Wasil;
using Wasil.Wasi;
#endregion

namespace ReadmeSamples;

internal static class Quotas
{
    public static void Run()
    {
        #region
        using var output = new MemoryStream();
        var options = new WasiOptions
        {
            Args = ["greet", "Wasil"],
            Stdout = output,
            Limits =
            {
                OpenDescriptors = 16,
                BytesWritten = 5,
                EntriesCreated = 100,
                OnExceeded = quota =>
                {
                    Console.WriteLine($"no more of {quota}"); // no more of BytesWritten
                },
            },
        };
        WasmModule module = WasmEngine.Default.Compile(File.ReadAllBytes("samples/guests/greet.wasm"));
        using WasmInstance guest = module.Instantiate(new WasmImports().AddWasi(options));
        guest.RunCommand();
        Console.WriteLine(Encoding.UTF8.GetString(output.ToArray())); // Hello
        #endregion
    }
}
