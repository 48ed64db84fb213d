using System.Collections;

namespace Wasil.Validation;

/// <summary>What engines weigh before they compile a function.</summary>
internal sealed class FunctionSummary
{
    /// <summary>How many instructions the body has.</summary>
    public required int Instructions { get; init; }

    /// <summary>The most operands that the stack holds between two instructions.</summary>
    public required int MaximumHeight { get; init; }

    /// <summary>How deep blocks are nested, the body of the function counted.</summary>
    public required int MaximumDepth { get; init; }

    /// <summary>How deep loops are nested; 0 where there are none.</summary>
    public required int LoopDepth { get; init; }

    /// <summary>How many loops there are.</summary>
    public required int Loops { get; init; }

    /// <summary>How many labels some <c>br_table</c> names.</summary>
    public required int BranchTableTargets { get; init; }

    /// <summary>How many labels the largest <c>br_table</c> has, repeated ones and the default counted.</summary>
    public required int LargestBranchTable { get; init; }

    /// <summary>
    /// For each block, in the order they begin, whether something branches to its label. The first is the body of the
    /// function, whose label is branched to by <c>return</c> as well.
    /// </summary>
    public required BitArray IsBranchTarget { get; init; }

    /// <summary>How many blocks there are, the body of the function counted.</summary>
    public int Blocks => IsBranchTarget.Length;

    /// <summary>How many blocks have a label that something branches to.</summary>
    public required int BranchTargets { get; init; }
}
