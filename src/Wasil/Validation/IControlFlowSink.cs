namespace Wasil.Validation;

/// <summary>
/// Hears of a function's control flow while the function is validated. Implemented by structs, so that validation alone,
/// with <see cref="NoSink"/>, pays nothing for it. Offsets count from the start of the module.
/// </summary>
internal interface IControlFlowSink
{
    /// <summary>An instruction has been validated.</summary>
    /// <param name="height">How many operands the stack holds after it.</param>
    void Instruction(int height);

    /// <summary>A block begins.</summary>
    /// <param name="kind">What kind of block.</param>
    /// <param name="bodyOffset">The first instruction inside.</param>
    /// <param name="height">How many operands lie below the block's parameters.</param>
    void Open(FrameKind kind, int bodyOffset, int height);

    /// <summary>The condition of the <c>if</c> just opened is false.</summary>
    /// <param name="offset">The <c>if</c>.</param>
    /// <param name="kept">How many parameters the block has.</param>
    void SkipThen(int offset, int kept);

    /// <summary>A part of the innermost block ends, and <c>else</c> or an older <c>catch</c> begins another.</summary>
    /// <param name="kind">What begins.</param>
    /// <param name="offset">The instruction that separates the parts.</param>
    /// <param name="bodyOffset">The first instruction of the new part.</param>
    /// <param name="kept">How many results the block has.</param>
    void Separate(FrameKind kind, int offset, int bodyOffset, int kept);

    /// <summary>An instruction, or a case of one, can branch.</summary>
    /// <param name="offset">The instruction.</param>
    /// <param name="label">The label, counted from the innermost block.</param>
    /// <param name="kept">How many values the branch takes along.</param>
    /// <param name="height">How many operands the stack holds, those taken along included.</param>
    void Branch(int offset, uint label, int kept, int height);

    /// <summary>The branches from here on are those of a <c>br_table</c>, as many as it has labels, the default's last.</summary>
    void BranchTable(int labels);

    /// <summary>The innermost block ends.</summary>
    /// <param name="nextOffset">The instruction after its end.</param>
    void Close(int nextOffset);
}

/// <summary>Hears nothing.</summary>
internal readonly struct NoSink : IControlFlowSink
{
    public void Instruction(int height)
    {
    }

    public void Open(FrameKind kind, int bodyOffset, int height)
    {
    }

    public void SkipThen(int offset, int kept)
    {
    }

    public void Separate(FrameKind kind, int offset, int bodyOffset, int kept)
    {
    }

    public void Branch(int offset, uint label, int kept, int height)
    {
    }

    public void BranchTable(int labels)
    {
    }

    public void Close(int nextOffset)
    {
    }
}
