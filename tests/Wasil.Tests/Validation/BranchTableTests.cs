using Wasil.Instructions;
using Wasil.Validation;

namespace Wasil.Tests.Validation;

public class BranchTableTests
{
    private const byte Empty = 0x40;
    private const byte I32 = 0x7f;

    // Offsets in what is expected count from the first instruction.
    private static (BranchEntry[] Entries, FunctionSummary Summary) Analyze(uint type, params object[] code)
    {
        var sketch = new ModuleSketch();
        sketch.Type([], []);
        sketch.Type([ValType.I32], [ValType.I32]);
        sketch.Tags.Add(sketch.Type([ValType.I32], []));
        sketch.Function(type, [.. code, Opcode.End]);
        var module = sketch.Build();
        var (branches, summary) = new FunctionAnalyzer(ModuleValidator.Validate(module, WasmFeatures.All),
            WasmFeatures.All).Analyze(0);
        int start = module.Code[0].Offset + 1;
        return ([.. branches.Entries.ToArray().Select(entry =>
            entry with { Offset = entry.Offset - start, Target = entry.Target - start })], summary);
    }

    [Fact]
    public void StraightCodeHasNoBranches()
    {
        var (entries, summary) = Analyze(1, Opcode.LocalGet, 0, Opcode.LocalGet, 0, Opcode.I32Add);
        Assert.Empty(entries);
        Assert.Equal(4, summary.Instructions);
        Assert.Equal(2, summary.MaximumHeight);
        Assert.Equal(1, summary.MaximumDepth);
        Assert.Equal(1, summary.Blocks);
        Assert.Equal(0, summary.BranchTargets);
    }

    [Fact]
    public void IfAndElse()
    {
        var (entries, summary) = Analyze(
            1,
            Opcode.LocalGet, 0,         // 0
            Opcode.If, I32,             // 2
            Opcode.I32Const, 1,         // 4
            Opcode.Else,                // 6
            Opcode.I32Const, 2,         // 7
            Opcode.End);                // 9
        Assert.Equal([new BranchEntry(2, 7, 2, 0, 0), new BranchEntry(6, 10, 2, 1, 0)], entries);
        Assert.Equal(2, summary.Blocks);
        Assert.Equal(2, summary.MaximumDepth);
    }

    [Fact]
    public void IfWithoutElse()
    {
        var (entries, _) = Analyze(
            1,
            Opcode.LocalGet, 0,         // 0
            Opcode.LocalGet, 0,         // 2
            Opcode.If, 1,               // 4
            Opcode.I32Eqz,              // 6
            Opcode.End);                // 7
        Assert.Equal([new BranchEntry(4, 8, 1, 1, 0)], entries);
    }

    [Fact]
    public void BranchesKeepAndDrop()
    {
        var (entries, summary) = Analyze(
            1,
            Opcode.Block, I32,          // 0
            Opcode.I32Const, 7,         // 2
            Opcode.I32Const, 8,         // 4
            Opcode.LocalGet, 0,         // 6
            Opcode.BrIf, 0,             // 8: keeps one, drops one
            Opcode.Return,              // 10: the same, to the end of the body
            Opcode.End);                // 11
        Assert.Equal([new BranchEntry(8, 12, 2, 1, 1), new BranchEntry(10, 13, 2, 1, 1)], entries);
        Assert.Equal([true, true], summary.IsBranchTarget.Cast<bool>());
        Assert.Equal(3, summary.MaximumHeight);
    }

    [Fact]
    public void LoopsAreBranchedToAtTheirStart()
    {
        var (entries, summary) = Analyze(
            0,
            Opcode.Loop, Empty,         // 0
            Opcode.Loop, Empty,         // 2
            Opcode.Br, 1,               // 4
            Opcode.End,                 // 6
            Opcode.End,                 // 7
            Opcode.Loop, Empty,         // 8
            Opcode.I32Const, 0,         // 10
            Opcode.BrIf, 0,             // 12
            Opcode.End);                // 14
        Assert.Equal([new BranchEntry(4, 2, 0, 0, 0), new BranchEntry(12, 10, 1, 0, 0)], entries);
        Assert.Equal(3, summary.Loops);
        Assert.Equal(2, summary.LoopDepth);
        Assert.Equal([false, true, false, true], summary.IsBranchTarget.Cast<bool>());
    }

    [Fact]
    public void BranchTables()
    {
        var (entries, summary) = Analyze(
            0,
            Opcode.Block, Empty,        // 0
            Opcode.Block, Empty,        // 2
            Opcode.I32Const, 1,         // 4: left below the index, so dropped
            Opcode.I32Const, 0,         // 6
            Opcode.BrTable, 3, 0, 1, 0, 2,  // 8
            Opcode.End,                 // 14
            Opcode.End);                // 15
        Assert.Equal(
            [
                new BranchEntry(8, 15, 4, 0, 1), new BranchEntry(8, 16, 4, 0, 1), new BranchEntry(8, 15, 4, 0, 1),
                new BranchEntry(8, 17, 4, 0, 1),
            ],
            entries);
        Assert.Equal(3, summary.BranchTableTargets);
        Assert.Equal(4, summary.LargestBranchTable);
        Assert.Equal(3, summary.BranchTargets);
    }

    [Fact]
    public void CatchClauses()
    {
        var (entries, _) = Analyze(
            1,
            Opcode.I32Const, 5,                             // 0
            Opcode.Block, I32,                              // 2
            Opcode.I32Const, 6,                             // 4: above the block, below the try_table
            Opcode.TryTable, Empty, 1, (byte)0, 0, 0,       // 6: catch tag 0 to label 0
            Opcode.End,                                     // 12
            Opcode.End,                                     // 13
            Opcode.I32Add);                                 // 14
        Assert.Equal([new BranchEntry(6, 14, 1, 1, 1)], entries);
    }

    [Fact]
    public void OlderCatchesAreJumpedOver()
    {
        var (entries, _) = Analyze(
            1,
            Opcode.Try, I32,            // 0
            Opcode.I32Const, 1,         // 2
            Opcode.Catch, 0,            // 4
            Opcode.CatchAll,            // 6
            Opcode.Rethrow, 0,          // 7
            Opcode.End);                // 9
        Assert.Equal([new BranchEntry(4, 10, 2, 1, 0), new BranchEntry(6, 10, 2, 1, 0)], entries);
    }

    [Fact]
    public void BranchesOnReferences()
    {
        var (entries, _) = Analyze(
            0,
            Opcode.Block, (byte)0x6e,       // 0: anyref
            Opcode.Block, Empty,            // 2
            Opcode.RefNull, (byte)0x6e,     // 4
            Opcode.BrOnNull, 0,             // 6
            Opcode.BrOnNonNull, 1,          // 8
            Opcode.End,                     // 10
            Opcode.RefNull, (byte)0x6e,     // 11
            Opcode.BrOnCast, (byte)3, 0, (byte)0x6e, (byte)0x6d,    // 13
            Opcode.End,                     // 19
            Opcode.Drop);
        Assert.Equal(
            [new BranchEntry(6, 11, 2, 0, 0), new BranchEntry(8, 20, 3, 1, 0), new BranchEntry(13, 20, 3, 1, 0)], entries);
    }
}
