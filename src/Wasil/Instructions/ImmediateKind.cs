namespace Wasil.Instructions;

/// <summary>
/// What follows an opcode in the binary format, in the order of the binary format, and in which fields of
/// <see cref="Instruction"/> it is found.
/// </summary>
internal enum ImmediateKind : byte
{
    /// <summary>No instruction has this opcode.</summary>
    Unassigned,
    None,

    // One index, in Instruction.Index. InstructionReader relies on these being neighbours: Label to Memory.
    Label,
    Func,
    Type,
    Tag,
    Local,
    Global,
    Table,
    Elem,
    Data,
    /// <summary>A memory index.</summary>
    Memory,

    // Two indices, in Instruction.Index and Index2. InstructionReader relies on these being neighbours: CallIndirect to TypeType.
    /// <summary>Type, table.</summary>
    CallIndirect,
    /// <summary>Destination, source.</summary>
    TableTable,
    /// <summary>Element segment, table.</summary>
    ElemTable,
    /// <summary>Destination, source.</summary>
    MemoryMemory,
    /// <summary>Data segment, memory.</summary>
    DataMemory,
    /// <summary>Type, field.</summary>
    TypeField,
    /// <summary>Type, number of elements.</summary>
    TypeLength,
    /// <summary>Type, data segment.</summary>
    TypeData,
    /// <summary>Type, element segment.</summary>
    TypeElem,
    /// <summary>Destination, source.</summary>
    TypeType,

    /// <summary>
    /// Alignment, memory, offset: <see cref="Instruction.Align"/>, <see cref="Instruction.Memory"/>,
    /// <see cref="Instruction.Immediate"/>.
    /// </summary>
    Memarg,
    /// <summary>A <see cref="Memarg"/>, then <see cref="Instruction.Lane"/>.</summary>
    MemargLane,
    /// <summary><see cref="Instruction.Lane"/>.</summary>
    Lane,
    /// <summary>Sixteen lane indices: <see cref="Instruction.Vector"/>.</summary>
    Lanes16,

    // Constants: their bits in Instruction.Immediate, an i32 sign-extended; a v128 in Instruction.Vector.
    I32,
    I64,
    F32,
    F64,
    V128,

    /// <summary><see cref="Instruction.BlockType"/> and <see cref="Instruction.BlockHeap"/>.</summary>
    Block,
    /// <summary>A block type, then a list of catch clauses.</summary>
    TryTable,
    /// <summary>A list of labels, then <see cref="Instruction.DefaultLabel"/>.</summary>
    Labels,
    /// <summary>A list of value types.</summary>
    Types,
    /// <summary><see cref="Instruction.Heap"/>.</summary>
    Heap,
    /// <summary>
    /// <see cref="Instruction.CastFlags"/>, a label in <see cref="Instruction.Index"/>, <see cref="Instruction.Heap"/>,
    /// <see cref="Instruction.Heap2"/>.
    /// </summary>
    Cast,
    /// <summary>A zero byte.</summary>
    Fence,
}
