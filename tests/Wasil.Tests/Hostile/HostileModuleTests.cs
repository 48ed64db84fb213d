using System.Diagnostics;

namespace Wasil.Tests.Hostile;

/// <summary>Whatever a guest's author thinks up: it is compiled or refused, it traps, and the host goes on.</summary>
public class HostileModuleTests(ITestOutputHelper output)
{
    // Far more than anything takes; it is here so that a hang fails instead of hanging the run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string, WasmEngineMode> Attacks => new(
        from module in HostileModules.All
        from mode in (WasmEngineMode[])[WasmEngineMode.Auto, WasmEngineMode.Interpreted]
        select (module.Name, mode));

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Hostile_module_ends_as_it_should(string name, WasmEngineMode mode)
    {
        HostileModule module = HostileModules.All.Single(each => each.Name == name);
        byte[] bytes = module.Build();
        var watch = Stopwatch.StartNew();
        string? problem = null;
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => problem = HostileAttempt.Make(module, bytes, mode))) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(Patience), "The module hangs its host.");
        output.WriteLine($"{name}, {mode}: {watch.ElapsedMilliseconds} ms");
        Assert.Null(failure);
        Assert.Null(problem);
    }
}
