using System.Runtime.CompilerServices;

namespace Wasil.Instructions;

/// <summary>
/// Decodes the instructions of a function body or a constant expression one after the other, by the
/// <see href="https://webassembly.github.io/spec/core/binary/instructions.html">binary format</see> alone: blocks need not
/// match, indices need not exist, and every feature is on.
/// </summary>
internal ref struct InstructionReader
{
    private ByteReader _reader;

    /// <param name="bytes">The instructions.</param>
    /// <param name="baseOffset">Where in the module <paramref name="bytes"/> start.</param>
    /// <param name="section">The section they are in, for error messages.</param>
    public InstructionReader(ReadOnlySpan<byte> bytes, int baseOffset, string? section = null) =>
        _reader = new ByteReader(bytes, baseOffset, section);

    /// <summary>Where the next instruction is, counted from the start of the bytes.</summary>
    public int Position
    {
        readonly get => _reader.Position;
        set => _reader.Position = value;
    }

    /// <summary>Where the next instruction is, counted from the start of the module.</summary>
    public readonly int Offset => _reader.Offset;

    public readonly bool AtEnd => _reader.AtEnd;

    /// <summary>The next instruction, or false where the bytes end.</summary>
    /// <exception cref="MalformedModuleException">No instruction is encoded so.</exception>
    public bool Next(out Instruction instruction)
    {
        instruction = default;
        if (_reader.AtEnd)
            return false;

        instruction.Offset = _reader.Offset;
        byte code = _reader.ReadByte();
        instruction.Opcode = (Opcode)code;
        ImmediateKind kind = InstructionTable.Immediates[code];
        if (kind == ImmediateKind.Unassigned)
            kind = ReadPrefixed(code, ref instruction);

        // Most instructions that compilers emit have no immediate or one index, and a switch on ranges is a chain of branches.
        if (kind == ImmediateKind.None)
            return true;
        if (kind <= ImmediateKind.Memory)
        {
            instruction.Index = _reader.ReadU32();
            return true;
        }

        switch (kind)
        {
            case >= ImmediateKind.CallIndirect and <= ImmediateKind.TypeType:
                instruction.Index = _reader.ReadU32();
                instruction.Index2 = _reader.ReadU32();
                break;

            case ImmediateKind.Memarg:
                ReadMemarg(ref instruction);
                break;

            case ImmediateKind.MemargLane:
                ReadMemarg(ref instruction);
                instruction.Lane = _reader.ReadByte();
                break;

            case ImmediateKind.Lane:
                instruction.Lane = _reader.ReadByte();
                break;

            case ImmediateKind.I32:
                instruction.Immediate = (ulong)_reader.ReadS32();
                break;

            case ImmediateKind.I64:
                instruction.Immediate = (ulong)_reader.ReadS64();
                break;

            case ImmediateKind.F32:
                instruction.Immediate = _reader.ReadF32Bits();
                break;

            case ImmediateKind.F64:
                instruction.Immediate = _reader.ReadF64Bits();
                break;

            case ImmediateKind.V128 or ImmediateKind.Lanes16:
                instruction.Immediate = _reader.ReadF64Bits();
                instruction.Immediate2 = _reader.ReadF64Bits();
                break;

            case ImmediateKind.Block:
                ReadBlockType(ref instruction);
                break;

            case ImmediateKind.TryTable:
                ReadBlockType(ref instruction);
                // A clause takes two bytes at least: its kind and a label.
                StartList(ref instruction, _reader.ReadCount(2));
                for (int i = 0; i < instruction.ListCount; i++)
                    CatchList.Read(ref _reader);
                break;

            case ImmediateKind.Labels:
                ReadLabels(ref instruction);
                break;

            case ImmediateKind.Types:
                StartList(ref instruction, _reader.ReadCount());
                for (int i = 0; i < instruction.ListCount; i++)
                    _reader.ReadValueType(out _);
                break;

            case ImmediateKind.Heap:
                instruction.Immediate = (ulong)_reader.ReadHeapType();
                break;

            case ImmediateKind.Cast:
                ReadCast(ref instruction);
                break;

            case ImmediateKind.Fence:
                if (_reader.ReadByte() != 0)
                    _reader.Fail("zero byte expected", _reader.Position - 1);
                break;

            default:
                throw new InvalidOperationException($"No decoder for {kind}.");
        }

        return true;
    }

    /// <summary>The labels of a <c>br_table</c> that this reader has read, without the default.</summary>
    public readonly LabelList Labels(in Instruction instruction) => new(ListOf(instruction), instruction.ListCount);

    /// <summary>The catch clauses of a <c>try_table</c> that this reader has read.</summary>
    public readonly CatchList Catches(in Instruction instruction) => new(ListOf(instruction), instruction.ListCount);

    /// <summary>The types of a <c>select</c> that this reader has read.</summary>
    public readonly ValueTypeList Types(in Instruction instruction) => new(ListOf(instruction), instruction.ListCount);

    private readonly ByteReader ListOf(in Instruction instruction)
    {
        ByteReader list = _reader;
        list.Position = instruction.ListPosition;
        return list;
    }

    private readonly void StartList(ref Instruction instruction, int count)
    {
        instruction.Index = (uint)count;
        instruction.Index2 = (uint)_reader.Position;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ImmediateKind ReadPrefixed(byte prefix, ref Instruction instruction)
    {
        int start = _reader.Position - 1;
        int first = InstructionTable.FirstSlot(prefix, out int count);
        if (count == 0)
            _reader.Fail($"illegal opcode {prefix:x2}", start);

        uint code = _reader.ReadU32();
        ImmediateKind kind = code < (uint)count ? InstructionTable.Immediates[first + (int)code] : ImmediateKind.Unassigned;
        if (kind == ImmediateKind.Unassigned)
            _reader.Fail($"illegal opcode {prefix:x2} {code:x2}", start);
        instruction.Opcode = (Opcode)((uint)(prefix & 0xf) << 12 | code);
        return kind;
    }

    private void ReadMemarg(ref Instruction instruction)
    {
        const uint memoryFollows = 1 << 6;

        int start = _reader.Position;
        uint flags = _reader.ReadU32();
        if (flags >= memoryFollows)
        {
            if (flags >= 2 * memoryFollows)
                _reader.Fail("malformed memop flags", start);
            instruction.Index = _reader.ReadU32();
        }

        instruction.Align = (byte)(flags & (memoryFollows - 1));
        instruction.Immediate = _reader.ReadU64();
    }

    private void ReadBlockType(ref Instruction instruction)
    {
        int start = _reader.Position;
        byte code = _reader.PeekByte();
        if (code == 0x40)
        {
            _reader.ReadByte();
            instruction.Immediate = unchecked((ulong)Instruction.EmptyBlockType);
        }
        else if (code is > 0x40 and < 0x80)
        {
            instruction.Immediate = (ulong)_reader.ReadValueType(out long heap);
            instruction.Immediate2 = (ulong)heap;
        }
        else
        {
            long index = _reader.ReadS33();
            if (index < 0)
                _reader.Fail("malformed block type", start);
            instruction.Immediate = (ulong)index;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadLabels(ref Instruction instruction)
    {
        StartList(ref instruction, _reader.ReadCount());
        for (int i = 0; i < instruction.ListCount; i++)
            _reader.ReadU32();
        instruction.Immediate = _reader.ReadU32();
    }

    private void ReadCast(ref Instruction instruction)
    {
        byte flags = _reader.ReadByte();
        if (flags > 3)
            _reader.Fail("malformed cast flags", _reader.Position - 1);
        instruction.Lane = flags;
        instruction.Index = _reader.ReadU32();
        instruction.Immediate = (ulong)_reader.ReadHeapType();
        instruction.Immediate2 = (ulong)_reader.ReadHeapType();
    }
}
