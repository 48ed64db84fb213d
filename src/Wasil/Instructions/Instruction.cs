using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wasil.Instructions;

/// <summary>
/// An instruction as it stands in the binary format: its opcode and immediates. Which fields mean something follows from
/// <see cref="InstructionInfo.Immediates"/>; <see cref="ImmediateKind"/> says where each immediate is.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Instruction
{
    public Opcode Opcode;

    /// <summary>The binary logarithm of a memory access's alignment, below 64.</summary>
    public byte Align;

    public byte Lane;

    /// <summary>Where the opcode is, counted from the start of the module.</summary>
    public int Offset;

    public uint Index;

    public uint Index2;

    /// <summary>The bits of a constant, an i32 sign-extended; the offset of a memory access.</summary>
    public ulong Immediate;

    /// <summary>The upper half of <see cref="Vector"/>.</summary>
    public ulong Immediate2;

    /// <summary>The memory of a memarg, or of <c>memory.size</c>, <c>memory.grow</c>, <c>memory.fill</c>.</summary>
    public readonly uint Memory => Index;

    public readonly Vector128<byte> Vector => Vector128.Create(Immediate, Immediate2).AsByte();

    /// <summary>
    /// A type index, <see cref="EmptyBlockType"/>, or the negative code of a value type as <see cref="ByteReader.ReadValueType"/>
    /// gives it.
    /// </summary>
    public readonly long BlockType => (long)Immediate;

    /// <summary>
    /// The heap type if <see cref="BlockType"/> is <see cref="ByteReader.RefCode"/> or <see cref="ByteReader.RefNullCode"/>.
    /// </summary>
    public readonly long BlockHeap => (long)Immediate2;

    /// <summary>The block type without parameters and results.</summary>
    public const int EmptyBlockType = 0x40 - 0x80;

    /// <summary>A heap type, as <see cref="ByteReader.ReadHeapType"/> gives it; the source type of a branching cast.</summary>
    public readonly long Heap => (long)Immediate;

    /// <summary>The target heap type of a branching cast.</summary>
    public readonly long Heap2 => (long)Immediate2;

    /// <summary>Bit 0: the source type of a branching cast is nullable; bit 1: its target type.</summary>
    public readonly byte CastFlags => Lane;

    /// <summary>How many items the list of <c>br_table</c>, <c>select</c> or <c>try_table</c> has.</summary>
    public readonly int ListCount => (int)Index;

    /// <summary>Where the list's first item is, counted from the start of the bytes the reader was given.</summary>
    public readonly int ListPosition => (int)Index2;

    /// <summary>The label of <c>br_table</c> that is not in its list.</summary>
    public readonly uint DefaultLabel => (uint)Immediate;
}
