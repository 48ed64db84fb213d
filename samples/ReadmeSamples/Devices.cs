#region
using System.Text;
using Wasil;
using Wasil.Wasi;
#endregion

namespace ReadmeSamples;

internal static class Devices
{
    public static void Run()
    {
        #region
        WasmModule module = WasmEngine.Default.Compile(File.ReadAllBytes("samples/guests/greet.wasm"));
        var options = new WasiOptions
        {
            Args = ["greet", "Wasil"],
            Devices = { [1] = () => new Shouter() },
        };
        using WasmInstance guest = module.Instantiate(new WasmImports().AddWasi(options));
        guest.RunCommand();
        #endregion
    }
}

#region
internal sealed class Shouter : WasiDevice
{
    public override bool CanRead => false;

    public override Errno Write(ReadOnlySpan<byte> buffer, out int written)
    {
        Console.Write(Encoding.UTF8.GetString(buffer).ToUpperInvariant()); // HELLO, WASIL!
        written = buffer.Length;
        return Errno.Success;
    }

    public override Errno Poll(bool write, out ulong available)
    {
        available = 4096;
        return Errno.Success;
    }
}
#endregion
