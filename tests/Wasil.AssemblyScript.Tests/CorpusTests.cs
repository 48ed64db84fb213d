namespace Wasil.AssemblyScript.Tests;

/// <summary>Modules out of npm packages, where eng/corpus has fetched them.</summary>
public class CorpusTests
{
    [Theory]
    [InlineData("optimized.wasm", WasmEngineMode.Compiled)]
    [InlineData("optimized.wasm", WasmEngineMode.Interpreted)]
    [InlineData("optimized.simd.wasm", WasmEngineMode.Compiled)]
    [InlineData("optimized.simd.wasm", WasmEngineMode.Interpreted)]
    public void Sha_256(string file, WasmEngineMode mode)
    {
        string corpus = Environment.GetEnvironmentVariable("WASIL_CORPUS") is { Length: > 0 } named
            ? named
            : Path.Combine(Places.Repository, ".corpus");
        string path = Path.Combine(corpus, "as-sha256", file);
        Assert.SkipUnless(File.Exists(path), "There is no as-sha256; eng/corpus fetches it.");
        using WasmInstance instance = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(File.ReadAllBytes(path))
            .Instantiate(new WasmImports().AddAssemblyScript());
        int input = instance.GetGlobal("input").Value.AsInt32();
        int output = instance.GetGlobal("output").Value.AsInt32();
        instance.GetFunction<Action>("init")();
        "abc"u8.CopyTo(instance.Memory.Slice(input, 3));
        instance.GetFunction<Action<int, int>>("update")(input, 3);
        instance.GetFunction<Action<int>>("final")(output);
        Assert.Equal(
            "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", Convert.ToHexString(instance.Memory.Slice(output, 32)));
    }
}
