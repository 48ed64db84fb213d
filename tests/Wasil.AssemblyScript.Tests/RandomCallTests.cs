namespace Wasil.AssemblyScript.Tests;

/// <summary>Whatever a guest passes or answers, nothing comes out but what is said to.</summary>
public class RandomCallTests
{
    private static HostCalls Calls => RandomCalls.Create();

    [Fact]
    public void Only_traps_and_exits_come_out() => Assert.Empty(Calls.Failures(first: 1, count: 4, guests: 40));

    [Fact]
    public void All_are_served_in_these_types()
    {
        WasmModule module = WasmEngine.Default.Compile(Calls.ModuleText(is64: false, "(memory (export \"memory\") 1)"));
        using WasmInstance instance = module.Instantiate(new WasmImports().AddAssemblyScript());
        Assert.NotNull(instance);
    }
}
