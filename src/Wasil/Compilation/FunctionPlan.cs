using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Compilation;

/// <summary>
/// What a first pass over a function finds out before any code is emitted: what the prologue has to fetch, which locals are hot,
/// and whether the JIT compiler can be trusted with it (docs/RATIONALE.md, "The compile budget").
/// </summary>
internal sealed class FunctionPlan
{
    /// <summary>Basic blocks times locals past which the JIT compiler's liveness analysis takes too long.</summary>
    private const long MaximumBlocksTimesLocals = 150_000;

    /// <summary>Locals that stay .NET locals when not all of them can.</summary>
    public const int HotLocals = 40;

    /// <summary>.NET locals past which the JIT compiler does not optimise at all; temporaries come on top.</summary>
    private const int MaximumLocals = 1_000;

    /// <summary>Loops within loops past which the JIT compiler is told not to optimise.</summary>
    private const int MaximumOptimizedLoopDepth = 64;

    private readonly bool[] _inFrame;

    private FunctionPlan(bool[] inFrame) => _inFrame = inFrame;

    public bool UsesMemory0 { get; private set; }

    public bool UsesMemories { get; private set; }

    /// <summary>Whether there are atomic accesses, which trap where their address is not aligned.</summary>
    public bool AsksForAlignment { get; private set; }

    public bool Calls { get; private set; }

    /// <summary>How often globals are accessed, one in a loop counting for several.</summary>
    public int GlobalAccesses { get; private set; }

    /// <summary>Whether the .NET frame is small enough to fit into what the host keeps free.</summary>
    public bool IsSmall => Instructions < 2_000;

    public int LoopDepth { get; private set; }

    public int Instructions { get; private set; }

    public int Blocks { get; private set; }

    /// <summary>Whether a local lives in frame memory instead of a .NET local.</summary>
    public bool IsInFrame(int local) => _inFrame[local];

    public bool HasFrame { get; private set; }

    /// <summary>Whether the JIT compiler would take too long to optimise this.</summary>
    public bool ForbidsOptimization => LoopDepth > MaximumOptimizedLoopDepth;

    /// <summary>Reads a function once.</summary>
    /// <param name="code">Its instructions.</param>
    /// <param name="baseOffset">Where they are in the module.</param>
    /// <param name="parameters">How many of its locals are parameters.</param>
    /// <param name="locals">How many locals it has, parameters included.</param>
    /// <param name="usesExceptions">Whether each call branches to where exceptions go.</param>
    /// <param name="parts">What is left to methods of its own, which counts as the locals that go there and come back.</param>
    public static FunctionPlan Make(
        ReadOnlySpan<byte> code, int baseOffset, int parameters, int locals, bool usesExceptions, CodePart[] parts)
    {
        var plan = new FunctionPlan(new bool[locals]);
        var weights = new long[locals];
        var loops = new List<bool>();
        int depth = 0, nextPart = 0, blocksBefore = 0;
        var reader = new InstructionReader(code, baseOffset);
        while (true)
        {
            if (nextPart < parts.Length && reader.Position == parts[nextPart].End)
            {
                plan.Blocks = blocksBefore + 2;
                nextPart++;
            }

            if (nextPart < parts.Length && reader.Position == parts[nextPart].Start)
            {
                foreach (int local in parts[nextPart].Entering.Concat(parts[nextPart].Leaving))
                    weights[local] += 1L << (3 * Math.Min(depth, 8));
                blocksBefore = plan.Blocks;
            }

            bool isInPart = nextPart < parts.Length && reader.Position >= parts[nextPart].Start;
            if (!reader.Next(out Instruction instruction))
                break;
            plan.Instructions++;
            switch (instruction.Opcode)
            {
                case Opcode.Loop:
                    loops.Add(true);
                    depth++;
                    plan.LoopDepth = Math.Max(plan.LoopDepth, depth);
                    plan.Blocks++;
                    break;
                case Opcode.Block or Opcode.If or Opcode.Try or Opcode.TryTable:
                    loops.Add(false);
                    plan.Blocks++;
                    break;
                case Opcode.End or Opcode.Delegate:
                    if (loops.Count > 0)
                    {
                        depth -= loops[^1] ? 1 : 0;
                        loops.RemoveAt(loops.Count - 1);
                    }

                    break;
                case Opcode.Else or Opcode.Br or Opcode.BrIf or Opcode.Catch or Opcode.CatchAll:
                    plan.Blocks++;
                    break;
                case Opcode.BrTable:
                    plan.Blocks++;
                    break;
                case Opcode.GlobalGet or Opcode.GlobalSet:
                    plan.GlobalAccesses += 1 << (3 * Math.Min(depth, 2));
                    break;
                case Opcode.LocalGet or Opcode.LocalSet or Opcode.LocalTee when isInPart:
                    break;
                case Opcode.LocalGet or Opcode.LocalSet or Opcode.LocalTee:
                    // A loop is taken to run eight times as often as what is around it.
                    weights[instruction.Index] += 1L << (3 * Math.Min(depth, 8));
                    break;
                case Opcode.Call or Opcode.CallIndirect or Opcode.CallRef
                    or Opcode.ReturnCall or Opcode.ReturnCallIndirect or Opcode.ReturnCallRef:
                    plan.Calls = true;
                    plan.Blocks += usesExceptions ? 1 : 0;
                    break;
                default:
                    if (InstructionInfo.Of(instruction.Opcode) is { AccessBytes: > 0 } info)
                    {
                        plan.AsksForAlignment |= info.Lowering
                            is Lowering.AtomicLoad or Lowering.AtomicStore or Lowering.AtomicRmw or Lowering.AtomicCmpxchg;
                        plan.UsesMemories = true;
                        plan.UsesMemory0 |= instruction.Memory == 0;
                    }

                    break;
            }
        }

        if (locals > MaximumLocals || (long)plan.Blocks * locals > MaximumBlocksTimesLocals)
            plan.MoveColdLocals(weights, parameters);
        return plan;
    }

    private void MoveColdLocals(long[] weights, int parameters)
    {
        int[] byWeight = [.. Enumerable.Range(parameters, Math.Max(0, weights.Length - parameters)).OrderByDescending(local => weights[local])];
        foreach (int local in byWeight.Skip(HotLocals))
        {
            _inFrame[local] = true;
            HasFrame = true;
        }
    }
}
