using System.Globalization;
using Wasil.Compilation;
using Wasil.Execution;
using Wasil.Instructions;
using Wasil.Syntax;
using Wasil.Tiering;

namespace Wasil.Tests.Interpreter;

/// <summary>
/// The same random programs on both engines: their results, traps, exceptions, memories, tables and globals must be the same.
/// WASIL_RANDOM_PROGRAMS is how many, WASIL_RANDOM_SEED the seed of the first module, and WASIL_RANDOM_VARIANTS 0 where these two engines
/// are to be all; eng/compare-engines runs a million.
/// </summary>
public class RandomProgramTests(ITestOutputHelper output)
{
    private static readonly WasmImports Host = new WasmImports()
        .Define("host", "mix", (int a, long b, double c) => (a * 31L) ^ b ^ BitConverter.DoubleToInt64Bits(c));

    private static readonly WasmEngine Interpreted = Engine(new() { Mode = WasmEngineMode.Interpreted });
    private static readonly WasmEngine Compiled = Engine(new() { Mode = WasmEngineMode.Compiled });

    // What else a compiler may be told to make of a module; one of several modules is also run so.
    private static readonly WasmEngine[] Variants =
    [
        Engine(new() { Mode = WasmEngineMode.Compiled, SplitAbove = 0 }),
        Engine(new() { Mode = WasmEngineMode.Compiled, GuardPages = false }),
        Engine(new() { Mode = WasmEngineMode.Compiled, Interruptible = true }),
        Engine(new() { Mode = WasmEngineMode.Interpreted, Interruptible = true }),
        // Functions go over to compiled code when they are called again, and loops when they are first reached, or some rounds later.
        Engine(new() { Tiering = new TieringOptions(0, InBackground: false, MinimumBytes: 0, WithTailCalls: true) }),
        Engine(new() { Tiering = new TieringOptions(1, InBackground: false, MinimumBytes: 0, WithTailCalls: true) }),
        Engine(new() { Interruptible = true, Tiering = new TieringOptions(3, InBackground: false, MinimumBytes: 0, WithTailCalls: true) }),
    ];

    [Fact]
    public void Both_engines_agree()
    {
        int modules = (Number("WASIL_RANDOM_PROGRAMS", 480) + RandomModule.Programs - 1) / RandomModule.Programs, first = Number("WASIL_RANDOM_SEED", 1);
        // On a compiler thread, which then need not be waited for at every function.
        (int programs, int trapped, int thrown) = CompilerThreads.Run(() =>
        {
            (int Programs, int Trapped, int Thrown) sum = default;
            for (int seed = first; seed < first + modules; seed++)
            {
                foreach (Outcome outcome in RunEverywhere(seed))
                {
                    sum.Programs++;
                    sum.Trapped += outcome.Trap is null ? 0 : 1;
                    sum.Thrown += outcome.Tag is null ? 0 : 1;
                }
            }

            return sum;
        });

        output.WriteLine($"{programs} programs, of which {trapped} trapped and {thrown} threw");
        // A generator whose programs all trap, or never do, tests little.
        Assert.InRange(trapped, programs / 50, programs / 2);
        Assert.InRange(thrown, programs / 200, programs / 2);
    }

    /// <summary>A row of the table that the generator does not know is one whose engines nobody compares.</summary>
    [Fact]
    public void Programs_have_every_instruction_there_is()
    {
        var seen = new HashSet<Opcode>();
        for (int seed = 1; seed <= 200; seed++)
        {
            ModuleTypes types = Compiled.Compile(RandomModule.Generate(seed)).Types;
            for (int i = 0; i < types.Module.Code.Length; i++)
            {
                ByteRange code = FunctionBody.Read(types, types.ImportedFunctions + i).Code;
                var reader = new InstructionReader(types.Module.Slice(code), code.Offset);
                while (reader.Next(out Instruction instruction))
                    seen.Add(instruction.Opcode);
            }
        }

        Assert.Empty(InstructionInfo.Opcodes.ToArray().Where(opcode => !seen.Contains(opcode)).Select(opcode => InstructionInfo.Of(opcode).Mnemonic));
    }

    private static WasmEngine Engine(WasmEngineOptions options)
    {
        options.Features = WasmFeatures.All;
        options.Deterministic = true;
        return new WasmEngine(options);
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Runs all programs of a module, one after the other in the same instance, of which each engine has one.</summary>
    private static IEnumerable<Outcome> RunEverywhere(int seed)
    {
        byte[] module = RandomModule.Generate(seed);
        List<WasmEngine> engines = [Interpreted, Compiled];
        if (seed % 8 < Variants.Length && Number("WASIL_RANDOM_VARIANTS", 1) != 0)
            engines.Add(Variants[seed % 8]);
        var guests = new List<WasmInstance>();
        try
        {
            foreach (WasmEngine engine in engines)
                guests.Add(engine.Compile(module).Instantiate(Host));
            for (int program = 0; program < RandomModule.Programs; program++)
            {
                Outcome expected = Run(guests[0], program);
                foreach (WasmInstance guest in guests[1..])
                {
                    Outcome actual = Run(guest, program);
                    if (!expected.Equals(actual) || Difference(guests[0], guest) is not null)
                    {
                        Assert.Fail($"Seed {seed}, program {program}, engine {guests.IndexOf(guest)}: {Difference(guests[0], guest)}\n"
                            + $"interpreted {expected}\notherwise   {actual}");
                    }
                }

                yield return expected;
            }
        }
        finally
        {
            foreach (WasmInstance guest in guests)
                guest.Dispose();
        }
    }

    private static Outcome Run(WasmInstance guest, int program)
    {
        guest.GetGlobal("g5").Value = RandomModule.Supply;
        try
        {
            return new Outcome(guest.GetFunction($"p{program}").Invoke(), null, null);
        }
        catch (TrapException trap)
        {
            return new Outcome([], trap.Kind, null);
        }
        catch (TaggedException exception)
        {
            return new Outcome(exception.Payload.ToArray(), null, exception.Tag.Type.ToString());
        }
    }

    /// <summary>The first of the things in which two instances differ.</summary>
    private static string? Difference(WasmInstance one, WasmInstance other)
    {
        for (int i = 0; i < RandomModule.ExportedGlobals; i++)
        {
            WasmValue left = one.GetGlobal($"g{i}").Value, right = other.GetGlobal($"g{i}").Value;
            if (!AreAlike(left, right, 3))
                return $"global {i} is {Text(left)} and {Text(right)}";
        }

        for (int i = 0; one.Exports.ContainsKey($"t{i}"); i++)
        {
            WasmTable left = one.GetTable($"t{i}"), right = other.GetTable($"t{i}");
            if (left.Count != right.Count)
                return $"table {i} has {left.Count} and {right.Count} elements";
            for (int j = 0; j < left.Count; j++)
            {
                if (!AreAlike(left[j], right[j], 3))
                    return $"table {i} has {Text(left[j])} and {Text(right[j])} at {j}";
            }
        }

        for (int i = 0; one.Exports.ContainsKey($"m{i}"); i++)
        {
            Span<byte> left = Bytes(one.GetMemory($"m{i}")), right = Bytes(other.GetMemory($"m{i}"));
            if (left.Length != right.Length)
                return $"memory {i} has {left.Length} and {right.Length} bytes";
            if (left.CommonPrefixLength(right) is var same && same < left.Length)
                return $"memory {i} has {left[same]:x2} and {right[same]:x2} at {same:x}";
        }

        return null;
    }

    private static Span<byte> Bytes(WasmMemory memory) => memory.Slice(0, (int)memory.Length);

    /// <summary>Whether two values are the same but for the identity of objects, down to some depth.</summary>
    private static bool AreAlike(WasmValue one, WasmValue other, int depth)
    {
        if (one.Kind != ValKind.Ref || other.Kind != ValKind.Ref)
            return one == other;
        if (one.IsNull || other.IsNull || depth == 0)
            return one.IsNull == other.IsNull;
        switch (one.AsExtern(), other.AsExtern())
        {
            case (WasmI31 left, WasmI31 right):
                return left.Equals(right);
            case (WasmStruct left, WasmStruct right):
                if (left.Fields.Length != right.Fields.Length)
                    return false;
                for (int i = 0; i < left.Fields.Length; i++)
                {
                    if (!AreAlike(left[i], right[i], depth - 1))
                        return false;
                }

                return true;
            case (WasmArray left, WasmArray right):
                if (left.Length != right.Length || left.ElementType.ToString() != right.ElementType.ToString())
                    return false;
                for (int i = 0; i < left.Length; i++)
                {
                    if (!AreAlike(left[i], right[i], depth - 1))
                        return false;
                }

                return true;
            case var (left, right):
                return left!.GetType() == right!.GetType() && left.ToString() == right.ToString();
        }
    }

    private static string Text(WasmValue value) => value.Kind switch
    {
        ValKind.F32 => $"{value} ({BitConverter.SingleToUInt32Bits(value.AsSingle()):x8})",
        ValKind.F64 => $"{value} ({BitConverter.DoubleToUInt64Bits(value.AsDouble()):x16})",
        _ => value.ToString(),
    };

    /// <summary>What comes out of a program: results, or a trap, or an exception with its payload.</summary>
    private sealed record Outcome(WasmValue[] Values, TrapKind? Trap, string? Tag)
    {
        public bool Equals(Outcome? other)
        {
            if (other is null || Trap != other.Trap || Tag != other.Tag || Values.Length != other.Values.Length)
                return false;
            for (int i = 0; i < Values.Length; i++)
            {
                if (!AreAlike(Values[i], other.Values[i], 3))
                    return false;
            }

            return true;
        }

        public override int GetHashCode() => HashCode.Combine(Values.Length, Trap, Tag);

        public override string ToString() =>
            (Trap is { } trap ? $"trap {trap}" : Tag is null ? "" : $"exception {Tag} ") + string.Join(", ", Values.Select(Text));
    }
}
