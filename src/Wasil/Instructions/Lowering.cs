namespace Wasil.Instructions;

/// <summary>How engines treat an instruction. Each member but the first is a method of <see cref="IInstructionVisitor"/>.</summary>
internal enum Lowering : byte
{
    /// <summary>A method of its own.</summary>
    Own,
    /// <summary>A pure function of its operands.</summary>
    Numeric,
    /// <summary>A pure function of its operands and <see cref="Instruction.Lane"/>.</summary>
    NumericLane,
    /// <summary>A function of its operands that can trap.</summary>
    NumericTrap,
    Load,
    /// <summary>A load of 8 bytes into the lower half of a vector, then <see cref="InstructionInfo.Companion"/>.</summary>
    LoadExtend,
    /// <summary>A scalar load, then <see cref="InstructionInfo.Companion"/>.</summary>
    LoadSplat,
    /// <summary>A load into the lowest lane; the others are zero.</summary>
    LoadZero,
    /// <summary>A scalar load, then <see cref="InstructionInfo.Companion"/>, a lane's replacement.</summary>
    LoadLane,
    Store,
    /// <summary><see cref="InstructionInfo.Companion"/>, a lane's extraction, then a scalar store.</summary>
    StoreLane,
    AtomicLoad,
    AtomicStore,
    /// <summary>An atomic <see cref="InstructionInfo.AtomicOperation"/>.</summary>
    AtomicRmw,
    AtomicCmpxchg,
}
