using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Wasil.Interpreter;

namespace Wasil.Tests.Interpreter;

/// <summary>What the JIT compiler needs the loop to be, or it falls back to code that is several times slower.</summary>
public class DispatchLoopTests
{
    private const int LargestInlined = 100;

    private static readonly MethodInfo Loop = typeof(DispatchLoop).GetMethod(nameof(DispatchLoop.InterpretGuest))!;

    [Fact]
    public void The_loop_stays_below_the_limits_of_optimisation()
    {
        MethodBody body = Loop.GetMethodBody()!;
        byte[] code = body.GetILAsByteArray()!;
        // Of 60,000 bytes and 20,000 instructions.
        Assert.InRange(code.Length, 1, 58_000);
        Assert.InRange(InstructionsOf(code), 1, 19_000);
        Assert.InRange(Enum.GetValues<OperationCode>().Length, 1, 600);
        Assert.InRange(body.LocalVariables.Count, 1, 200);
        // A protected region would keep the loop's state out of registers.
        Assert.Empty(body.ExceptionHandlingClauses);
    }

    /// <summary>
    /// Elsewhere than in an image the JIT compiler would compile the loop three times and more while it runs, each time for as long,
    /// and not as well; what has memory of its own on the stack it cannot replace there, and optimises at once.
    /// </summary>
    [Fact]
    public void The_loop_is_optimised_at_once() => Assert.Contains(OpCodes.Localloc.Value, OpcodesOf(Loop.GetMethodBody()!.GetILAsByteArray()!));

    private static int InstructionsOf(byte[] code) => OpcodesOf(code).Count;

    private static List<short> OpcodesOf(byte[] code)
    {
        Dictionary<short, OpCode> opcodes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(opcode => opcode.Value);
        var found = new List<short>();
        for (int at = 0; at < code.Length;)
        {
            OpCode opcode = opcodes[code[at] == 0xfe ? (short)(0xfe00 | code[at + 1]) : code[at]];
            found.Add(opcode.Value);
            at += opcode.Size + opcode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => sizeof(byte),
                OperandType.InlineVar => sizeof(short),
                OperandType.InlineI8 or OperandType.InlineR => sizeof(long),
                OperandType.InlineSwitch => sizeof(int) + (sizeof(int) * BitConverter.ToInt32(code, at + opcode.Size)),
                _ => sizeof(int),
            };
        }

        return found;
    }

    /// <summary>Whether an image has the loop, and the runtime takes it from there, is what eng/publish-ready tries.</summary>
    [Fact]
    public void The_loop_can_be_compiled_ahead()
    {
        // Methods that ask for optimisation at once are left out of ReadyToRun images.
        Assert.False(Loop.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveOptimization));
        Assert.Contains("eng/publish-ready", File.ReadAllText(Path.Combine(Places.Repository, ".ci", "run")), StringComparison.Ordinal);
    }

    /// <summary>Code that was compiled ahead holds for one answer, and is thrown away, method by method, where the processor has another.</summary>
    [Fact]
    public void The_loop_does_not_ask_what_the_processor_has()
    {
        // What every x64 processor that .NET runs on has, or what is no matter of the processor.
        string[] always = [nameof(X86Base), nameof(Sse), nameof(Sse2), nameof(Sse3), nameof(Ssse3), nameof(Sse41), nameof(Sse42), nameof(Popcnt), nameof(AdvSimd), "X64", "Arm64"];
        var asked = new SortedSet<string>();
        foreach (MethodBase method in InlinedInto(Loop, []).Where(method => method.Name == "get_IsSupported"))
        {
            Type type = method.DeclaringType!;
            Type processor = type.DeclaringType ?? type;
            if (!always.Contains(processor.Name))
                asked.Add($"{processor.Name}.{type.Name}");
        }

        Assert.Empty(asked);
    }

    // The methods called that may be inlined, and those that they call. Larger ones are not, unless they ask to be.
    private static HashSet<MethodBase> InlinedInto(MethodBase caller, HashSet<MethodBase> found)
    {
        byte[] code = caller.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int at = 0; at + sizeof(int) < code.Length; at++)
        {
            // Every `call` is found so; operands that look like one seldom name a method.
            if (code[at] != OpCodes.Call.Value || BitConverter.ToInt32(code, at + 1) >> 24 is not (0x06 or 0x0a or 0x2b))
                continue;
            MethodBase? callee;
            try
            {
                callee = caller.Module.ResolveMethod(BitConverter.ToInt32(code, at + 1));
            }
            catch (ArgumentException)
            {
                continue;
            }

            bool isOurs = callee?.Module == Loop.Module && !callee.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoInlining)
                && (callee.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining)
                    || callee.GetMethodBody()?.GetILAsByteArray()!.Length <= LargestInlined);
            if (callee is not null && (isOurs || callee.Name == "get_IsSupported") && found.Add(callee) && isOurs)
                InlinedInto(callee, found);
        }

        return found;
    }

    [Fact]
    public void Traces_know_the_loop_by_its_name() =>
        Assert.Equal(global::Wasil.Execution.GuestFrames.InterpreterMethod, Loop.Name);
}
