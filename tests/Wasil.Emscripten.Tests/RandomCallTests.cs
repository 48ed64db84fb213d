namespace Wasil.Emscripten.Tests;

/// <summary>Whatever a guest passes, only traps, exits and cancellations come out of the functions that it is given.</summary>
public class RandomCallTests
{
    private static HostCalls Calls => RandomCalls.Create();

    [Fact]
    public void Only_traps_and_exits_come_out() => Assert.Empty(Calls.Failures(first: 1, count: 4, guests: 40));

    [Fact]
    public void All_are_served_in_these_types()
    {
        HostCalls calls = Calls;
        foreach (bool is64 in (bool[])[false, true])
        {
            WasmModule module = WasmEngine.Default.Compile(calls.ModuleText(is64, $"(memory (export \"memory\") {(is64 ? "i64" : "i32")} 1)"));
            Assert.All(module.Imports, import => Assert.True(import.Module != "env" || EmscriptenImports.Serves(import), import.Name));
            using var guest = new Guest(module);
            Assert.NotNull(guest.Instance);
        }
    }
}
