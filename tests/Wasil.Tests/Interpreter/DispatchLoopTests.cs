using System.Reflection;
using Wasil.Interpreter;

namespace Wasil.Tests.Interpreter;

/// <summary>What the JIT compiler needs the loop to be, or it falls back to code that is several times slower.</summary>
public class DispatchLoopTests
{
    private static readonly MethodInfo Loop = typeof(DispatchLoop).GetMethod(nameof(DispatchLoop.InterpretGuest))!;

    [Fact]
    public void The_loop_stays_below_the_limits_of_optimisation()
    {
        MethodBody body = Loop.GetMethodBody()!;
        Assert.InRange(body.GetILAsByteArray()!.Length, 1, 45_000);
        Assert.InRange(Enum.GetValues<OperationCode>().Length, 1, 600);
        Assert.InRange(body.LocalVariables.Count, 1, 200);
        // A protected region would keep the loop's state out of registers.
        Assert.Empty(body.ExceptionHandlingClauses);
    }

    [Fact]
    public void The_loop_is_compiled_ahead_where_the_host_is()
    {
        // Methods that ask for optimisation at once are left out of ReadyToRun images.
        Assert.False(Loop.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveOptimization));
        string project = File.ReadAllText(Path.Combine(Places.Repository, "src", "Wasil.Cli", "Wasil.Cli.csproj"));
        Assert.Contains("<PublishReadyToRun", project, StringComparison.Ordinal);
    }

    [Fact]
    public void Traces_know_the_loop_by_its_name() =>
        Assert.Equal(global::Wasil.Execution.GuestFrames.InterpreterMethod, Loop.Name);
}
