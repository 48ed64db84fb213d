namespace Wasil.Tests.Hostile;

/// <summary>
/// Modules that attack a runtime. Each generator returns the bytes of a module that exports a function <c>run</c>; its
/// summary states the type of <c>run</c>. All are valid except where <see cref="All"/> says otherwise.
/// </summary>
/// <remarks>
/// Memory accesses have too many variants for one name each: <see cref="MemoryAccess"/> and <see cref="MemoryShape"/>
/// list those.
/// </remarks>
internal static partial class HostileModules
{
    public static readonly IReadOnlyList<HostileModule> All =
    [
        Returning(644_999_275, nameof(StraightLine), "(i32) -> i32", () => StraightLine(), 7),
        Returning(10_000, nameof(NestedBlocks), "(i32) -> i32", () => NestedBlocks(), 0),
        Returning(1, "NestedBlocksLeftAtOnce", "(i32) -> i32", () => NestedBlocks(), 5),
        Returning(10_000, nameof(NestedIfs), "(i32) -> i32", () => NestedIfs(), 1),
        Returning(1_568_983_921_536_607_863L, nameof(ManyLocals), "(i64) -> i64", () => ManyLocals(), 7L),
        Returning(782, nameof(NestedLoops), "(i32) -> i32", () => NestedLoops(), 100_001),
        Returning(94_245, nameof(WideBranchTable), "(i32) -> i32", () => WideBranchTable(), 31_415),
        Interpreting(300, 100, -1_010_992_791),
        Interpreting(300, 200, -126_055_335),
        Interpreting(300, 300, -1_825_013_552),
        Interpreting(1_000, 100, -1_668_102_649),
        Interpreting(1_000, 200, -1_135_014_629),
        Interpreting(1_000, 300, -1_902_174_958),
        Interpreting(1_800, 100, -2_046_382_924),
        Interpreting(1_800, 200, -105_823_040),
        Interpreting(1_800, 300, 1_671_445_150),
        Returning(300_000, nameof(DeepExpression), "(i32) -> i32", () => DeepExpression(), 3),
        Returning(333_333_000L, nameof(ManyParameters), "() -> i64", () => ManyParameters()),
        Returning(333_333_000L, "ManyParametersIndirect", "() -> i64", () => ManyParameters(indirect: true)),
        Returning(333_333_000L, nameof(ManyResults), "() -> i64", () => ManyResults()),
        .. ((string[])["Call", "Loop", "Block", "If", "BrIf", "BrTable", "TailCall"]).Select(kind =>
            Returning(1, nameof(WideInstructions) + kind, "() -> i32", () => WideInstructions(kind, 1_500))),
        .. ((string[])["Call", "Loop", "If", "BrIf"]).Select(kind =>
            Returning(1, "Few" + nameof(WideInstructions) + kind, "() -> i32", () => WideInstructions(kind, 70))),
        new("TooMany" + nameof(WideInstructions), "() -> i32", HostileOutcome.BeyondLimits, () => WideInstructions("Call", 2_000_000)),
        Returning(77_778, nameof(ManyFunctions), "(i32, i32) -> i32", () => ManyFunctions(), 77_777, 1),
        Returning(1_000, nameof(DeepRecursion), "(i32) -> i32", () => DeepRecursion(), 1_000),
        Returning(65_536, nameof(GrowMemoryForever), "() -> i32", () => GrowMemoryForever()),

        new(nameof(InfiniteRecursion), "() -> i32", HostileOutcome.ExhaustsStack, () => InfiniteRecursion()),
        new(nameof(InfiniteRecursionInTailPosition), "() -> ()", HostileOutcome.ExhaustsStack,
            () => InfiniteRecursionInTailPosition()),
        new(nameof(InfiniteMutualRecursion), "(i32) -> i32", HostileOutcome.ExhaustsStack, () => InfiniteMutualRecursion())
            { Arguments = [1] },
        new(nameof(RecursionWithManyLocals), "(i64) -> i64", HostileOutcome.ExhaustsStack, () => RecursionWithManyLocals())
            { Arguments = [1L] },
        new("RecursionWithTooManyLocals", "(i64) -> i64", HostileOutcome.ExhaustsStack, () => RecursionWithManyLocals(20_000))
            { Arguments = [1L] },

        new(nameof(InfiniteLoop), "() -> ()", HostileOutcome.RunsForever, () => InfiniteLoop()),
        new(nameof(StartRunsForever), "() -> ()", HostileOutcome.RunsForever, () => StartRunsForever()),

        new(nameof(StartTraps), "() -> ()", HostileOutcome.TrapsAtInstantiation, () => StartTraps()),
        new(nameof(DataOutOfBounds), "() -> ()", HostileOutcome.TrapsAtInstantiation, () => DataOutOfBounds()),
        new("DataAtTheLastAddress", "() -> ()", HostileOutcome.TrapsAtInstantiation, () => DataOutOfBounds(-1)),
        new(nameof(ElementOutOfBounds), "() -> ()", HostileOutcome.TrapsAtInstantiation, () => ElementOutOfBounds()),
        new("ElementAtTheLastIndex", "() -> ()", HostileOutcome.TrapsAtInstantiation, () => ElementOutOfBounds(-1)),

        new(nameof(HugeMemory), "() -> i32", HostileOutcome.BeyondLimits, () => HugeMemory()),
        new(nameof(HugeTable), "() -> i32", HostileOutcome.BeyondLimits, () => HugeTable()),
        new(nameof(ManyHugeTables), "() -> i32", HostileOutcome.BeyondLimits, () => ManyHugeTables()),
        new(nameof(GrowTableForever), "() -> i32", HostileOutcome.BeyondLimits, () => GrowTableForever()),
        new(nameof(HugeLocalCount), "() -> ()", HostileOutcome.BeyondLimits, () => HugeLocalCount()),
        new("MillionLocals", "() -> ()", HostileOutcome.BeyondLimits, () => HugeLocalCount(1_000_000)),

        new("MemoryOverFourGigabytes", "() -> i32", HostileOutcome.Invalid, () => HugeMemory(65_537)),

        .. ((ReadOnlySpan<byte>)[1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 13]).ToArray().Select(section =>
            Malformed($"{nameof(HugeSectionCount)}{section}", () => HugeSectionCount(section))),
        Malformed(nameof(HugeSectionSize), HugeSectionSize),
        Malformed(nameof(HugeParameterCount), HugeParameterCount),
        Malformed(nameof(HugeResultCount), HugeResultCount),
        Malformed(nameof(HugeRecursionGroup), HugeRecursionGroup),
        Malformed(nameof(HugeName), HugeName),
        Malformed(nameof(HugeCustomName), HugeCustomName),
        Malformed(nameof(HugeLocalSum), HugeLocalSum),
        Malformed(nameof(HugeLocalGroupCount), HugeLocalGroupCount),
        Malformed(nameof(HugeBodySize), HugeBodySize),
        Malformed(nameof(HugeBranchTable), HugeBranchTable),
        Malformed(nameof(HugeSelect), HugeSelect),
        Malformed(nameof(HugeElementSegment), HugeElementSegment),
        Malformed(nameof(HugeDataSegment), HugeDataSegment),
        Malformed(nameof(HugeDataCount), HugeDataCount),
    ];

    private static HostileModule Returning(
        object result, string name, string signature, Func<byte[]> build, params object[] arguments) =>
        new(name, signature, HostileOutcome.Returns, build) { Arguments = arguments, Result = result };

    private static HostileModule Interpreting(int cases, int locals, int result) =>
        new($"{nameof(InterpreterLoop)}{cases}x{locals}", "(i32, i32) -> i32", HostileOutcome.Returns,
            () => InterpreterLoop(cases, locals))
        { Arguments = [100_000, 42], Result = result };

    private static HostileModule Malformed(string name, Func<byte[]> build) =>
        new(name, "none", HostileOutcome.Malformed, build);
}
