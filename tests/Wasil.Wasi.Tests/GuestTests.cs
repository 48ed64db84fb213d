using System.Text;

namespace Wasil.Wasi.Tests;

/// <summary>Programs that compilers made.</summary>
public class GuestTests
{
    [Fact]
    public void A_c_program_says_hello()
    {
        using var output = new MemoryStream();
        WasmModule module = WasmEngine.Default.Compile(File.ReadAllBytes(Path.Combine(Places.Repository, "samples", "guests", "hello.wasm")));
        using WasmInstance instance = module.Instantiate(new WasmImports().AddWasi(new WasiOptions { Args = ["hello"], Stdout = output }));
        Assert.Equal(0, instance.RunCommand());
        Assert.Equal("hello from C\n", Encoding.UTF8.GetString(output.ToArray()));
    }
}
