using System.IO.Compression;
using System.Text;

namespace Wasil.Tests.Api;

/// <summary>Modules that come out of streams.</summary>
public class CompileStreamTests
{
    private static readonly byte[] Module = WasmText.ToBinary("""(module (func (export "f") (result i32) (i32.const 42)))"""u8.ToArray());

    [Fact]
    public void A_stream_is_read_from_where_it_stands_and_stays_open()
    {
        using var stream = new MemoryStream([1, 2, 3, .. Module]) { Position = 3 };
        Assert.Equal(42, Run(WasmEngine.Default.Compile(stream)));
        Assert.Equal(stream.Length, stream.Position);
        Assert.True(stream.CanRead);
        Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile(stream));
    }

    [Fact]
    public void A_stream_need_not_know_its_length()
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(Module);
        packed.Position = 0;
        using var unpacking = new GZipStream(packed, CompressionMode.Decompress);
        Assert.Equal(42, Run(WasmEngine.Default.Compile(unpacking)));
    }

    [Fact]
    public void What_is_no_module_is_told_as_ever()
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes("(module)"));
        Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile(text));
        using var past = new MemoryStream(Module) { Position = 1000 };
        Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile(past));
        using var cut = new MemoryStream(Module[..^2]);
        Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile(cut));
        Assert.Throws<ArgumentNullException>(() => WasmEngine.Default.Compile((Stream)null!));
    }

    private static int Run(WasmModule module)
    {
        using WasmInstance instance = module.Instantiate();
        return instance.GetFunction<Func<int>>("f")();
    }
}
