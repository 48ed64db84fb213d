namespace Wasil.Instructions;

/// <summary>What an instruction lowered as <see cref="Lowering.AtomicRmw"/> does to the value in memory.</summary>
internal enum AtomicOperation : byte
{
    None,
    Add,
    Sub,
    And,
    Or,
    Xor,
    Xchg,
}
