namespace Wasil.Instructions;

/// <summary>The type of an operand or result. The value types have their code in the binary format.</summary>
internal enum OperandType : byte
{
    /// <summary>i32 or i64: the address type of the memory or table that the immediates name.</summary>
    Address = 0,
    V128 = 0x7b,
    F64 = 0x7c,
    F32 = 0x7d,
    I64 = 0x7e,
    I32 = 0x7f,
}
