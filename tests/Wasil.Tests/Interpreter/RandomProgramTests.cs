using System.Globalization;
using System.Text;

namespace Wasil.Tests.Interpreter;

/// <summary>
/// The same random programs on both engines, and compiled in parts. WASIL_RANDOM_PROGRAMS is how many, and WASIL_RANDOM_SEED with which to begin;
/// eng/compare-engines runs a million.
/// </summary>
public class RandomProgramTests(ITestOutputHelper output)
{
    private static readonly WasmEngine Compiled = new(new WasmEngineOptions { Mode = WasmEngineMode.Compiled, Features = WasmFeatures.All });
    private static readonly WasmEngine Split = new(
        new WasmEngineOptions { Mode = WasmEngineMode.Compiled, Features = WasmFeatures.All, SplitAbove = 0 });
    private static readonly WasmEngine Interpreted = new(new WasmEngineOptions { Mode = WasmEngineMode.Interpreted, Features = WasmFeatures.All });

    [Fact]
    public void Both_engines_agree()
    {
        int count = Number("WASIL_RANDOM_PROGRAMS", 100), first = Number("WASIL_RANDOM_SEED", 1);
        int trapped = 0;
        for (int seed = first; seed < first + count; seed++)
        {
            byte[] module = RandomProgram.Generate(seed);
            string compiled = Run(Compiled, module), interpreted = Run(Interpreted, module);
            string split = Run(Split, module);
            if (compiled != interpreted || split != compiled)
                Assert.Fail($"Seed {seed}:\ncompiled    {compiled}\nsplit       {split}\ninterpreted {interpreted}");
            trapped += compiled.StartsWith("trap", StringComparison.Ordinal) ? 1 : 0;
        }

        output.WriteLine($"{count} programs, of which {trapped} trapped");
        // A generator whose programs all trap, or never do, tests little.
        Assert.InRange(trapped, count / 20, count * 19 / 20);
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>All that a program leaves: its results or how it ended, its globals and its memory.</summary>
    private static string Run(WasmEngine engine, byte[] module)
    {
        using WasmInstance instance = engine.Compile(module).Instantiate();
        var text = new StringBuilder();
        try
        {
            text.AppendJoin(", ", instance.GetFunction("run").Invoke());
        }
        catch (TrapException trap)
        {
            text.Append(CultureInfo.InvariantCulture, $"trap {trap.Kind}");
        }
        catch (TaggedException exception)
        {
            text.Append("exception ").AppendJoin(", ", exception.Payload.ToArray());
        }

        for (int i = 0; i < 5; i++)
            text.Append(CultureInfo.InvariantCulture, $"; {instance.GetGlobal($"g{i}").Value}");
        var hash = new HashCode();
        hash.AddBytes(instance.Memory.Slice(0, (int)instance.Memory.Length));
        return text.Append(CultureInfo.InvariantCulture, $"; memory {hash.ToHashCode():x}").ToString();
    }
}
