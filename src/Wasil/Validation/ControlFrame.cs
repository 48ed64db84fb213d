using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Wasil.Validation;

/// <summary>What opened a control frame, or what the frame became at its last <c>else</c> or <c>catch</c>.</summary>
internal enum FrameKind : byte
{
    Function,
    Block,
    Loop,
    If,
    Else,
    TryTable,

    // The older encoding of exceptions.
    Try,
    Catch,
    CatchAll,
}

/// <summary>The type of a block: one of the module's function types, or no parameters and at most one result.</summary>
internal readonly struct BlockSignature
{
    private const int Inline = -1;
    private const int Empty = -2;

    private readonly int _typeIndex;
    private readonly StackType _result;

    private BlockSignature(int typeIndex, StackType result)
    {
        _typeIndex = typeIndex;
        _result = result;
    }

    public static BlockSignature None => new(Empty, default);

    public static BlockSignature OfResult(StackType result) => new(Inline, result);

    public static BlockSignature OfFunction(int typeIndex) => new(typeIndex, default);

    public ReadOnlySpan<StackType> Parameters(ModuleContext context) => _typeIndex >= 0 ? context.Parameters(_typeIndex) : [];

    [UnscopedRef]
    public ReadOnlySpan<StackType> Results(ModuleContext context) => _typeIndex switch
    {
        >= 0 => context.Results(_typeIndex),
        Inline => MemoryMarshal.CreateReadOnlySpan(in _result, 1),
        _ => [],
    };
}

/// <summary>An entry of the control stack. See "Validation Algorithm" in the specification's appendix.</summary>
internal struct ControlFrame
{
    public FrameKind Kind;

    /// <summary>Whether the rest of the block cannot be reached, so that its stack has operands of every type.</summary>
    public bool IsUnreachable;

    /// <summary>The height of the operand stack below the block's parameters.</summary>
    public int Height;

    /// <summary>How many locals had been initialised before the block.</summary>
    public int InitializedHeight;

    /// <summary>The last <c>br_table</c> that was checked against this frame.</summary>
    public int CheckedBranchTable;

    public BlockSignature Signature;
}
