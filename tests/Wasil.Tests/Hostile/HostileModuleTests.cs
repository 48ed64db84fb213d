using System.Diagnostics;

namespace Wasil.Tests.Hostile;

/// <summary>Whatever a guest's author thinks up: it is compiled or refused, it traps, and the host goes on.</summary>
public class HostileModuleTests(ITestOutputHelper output)
{
    // Far more than anything takes; it is here so that a hang fails instead of hanging the run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Names => [.. HostileModules.All.Select(module => module.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Hostile_module_ends_as_it_should(string name)
    {
        HostileModule module = HostileModules.All.Single(each => each.Name == name);
        byte[] bytes = module.Build();
        var watch = Stopwatch.StartNew();
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => Check(module, bytes))) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(Patience), "The module hangs its host.");
        output.WriteLine($"{name}: {watch.ElapsedMilliseconds} ms");
        if (failure is not null)
            throw new Xunit.Sdk.XunitException(failure.ToString());
    }

    private void Check(HostileModule module, byte[] bytes)
    {
        switch (module.Outcome)
        {
            case HostileOutcome.Malformed:
                Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile(bytes));
                break;
            case HostileOutcome.Invalid:
                Assert.Throws<InvalidModuleException>(() => WasmEngine.Default.Compile(bytes));
                break;
            case HostileOutcome.TrapsAtInstantiation:
            {
                WasmModule compiled = WasmEngine.Default.Compile(bytes);
                Assert.Throws<TrapException>(() => compiled.Instantiate());
                break;
            }

            case HostileOutcome.ExhaustsStack:
            {
                using WasmInstance instance = WasmEngine.Default.Compile(bytes).Instantiate();
                TrapException trap = Assert.Throws<TrapException>(() => Run(instance, module));
                Assert.Equal(TrapKind.CallStackExhausted, trap.Kind);
                Assert.NotEmpty(trap.WasmStack);
                break;
            }

            case HostileOutcome.BeyondLimits:
            {
                // Either it is more than the limits allow, and that is said, or the guest is told so itself.
                Exception? said = Record.Exception(() =>
                {
                    using WasmInstance instance = WasmEngine.Default.Compile(bytes).Instantiate();
                    Run(instance, module);
                });
                Assert.True(said is null or WasmException, said?.ToString());
                break;
            }

            case HostileOutcome.Returns:
            {
                using WasmInstance instance = WasmEngine.Default.Compile(bytes).Instantiate();
                try
                {
                    Assert.Equal(module.Result, Run(instance, module));
                }
                catch (RefusedFunctionException refused)
                {
                    output.WriteLine(refused.Message);
                }

                break;
            }

            case HostileOutcome.RunsForever:
            {
                var engine = new WasmEngine(new WasmEngineOptions { Interruptible = true });
                using var end = new CancellationTokenSource(100);
                Assert.Throws<OperationCanceledException>(() =>
                {
                    using WasmInstance instance = engine.Compile(bytes).Instantiate(cancellationToken: end.Token);
                    instance.GetFunction("run").Invoke([], [], end.Token);
                });
                break;
            }
        }
    }

    private static object? Run(WasmInstance instance, HostileModule module)
    {
        WasmValue[] arguments = [.. module.Arguments.Select(argument => argument is long number ? (WasmValue)number : (int)argument)];
        WasmValue[] results = instance.GetFunction("run").Invoke(arguments);
        return results switch
        {
            [] => null,
            [{ Kind: ValKind.I64 } only] => only.AsInt64(),
            [var only] => only.AsInt32(),
            _ => results.Length,
        };
    }
}
