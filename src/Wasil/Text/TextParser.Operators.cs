using System.Buffers.Binary;
using System.Numerics;
using Wasil.Binary;
using Wasil.Instructions;

namespace Wasil.Text;

/// <content>Instructions that are no blocks: an opcode and its immediates.</content>
internal sealed partial class TextParser
{
    private void WriteOperator(ByteWriter target, Opcode opcode)
    {
        switch (opcode)
        {
            // These are two opcodes each, and what follows decides.
            case Opcode.Select when IsOpen("result"u8):
                WriteTypedSelect(target);
                return;
            case Opcode.RefTest or Opcode.RefCast or Opcode.RefCastDescEq:
                var type = ParseRefType();
                Write(target, type.IsNullable ? WithNull(opcode) : opcode);
                target.WriteHeapType(type.HeapType);
                return;
            default:
                Write(target, opcode);
                WriteImmediates(target, InstructionInfo.Of(opcode));
                return;
        }
    }

    private static Opcode WithNull(Opcode opcode) => opcode switch
    {
        Opcode.RefTest => Opcode.RefTestNull,
        Opcode.RefCast => Opcode.RefCastNull,
        _ => Opcode.RefCastDescEqNull,
    };

    private void WriteImmediates(ByteWriter target, InstructionInfo info)
    {
        switch (info.Immediates)
        {
            case ImmediateKind.None:
                break;
            case ImmediateKind.Label:
                target.WriteU32(TakeLabel());
                break;
            case ImmediateKind.Func:
                target.WriteU32(TakeIndex(_functionNames));
                break;
            case ImmediateKind.Type:
                target.WriteU32(TakeIndex(_typeNames));
                break;
            case ImmediateKind.Tag:
                target.WriteU32(TakeIndex(_tagNames));
                break;
            case ImmediateKind.Local:
                target.WriteU32(TakeIndex(_localNames));
                break;
            case ImmediateKind.Global:
                target.WriteU32(TakeIndex(_globalNames));
                break;
            case ImmediateKind.Table:
                target.WriteU32(TakeIndexOrZero(_tableNames));
                break;
            case ImmediateKind.Elem:
                target.WriteU32(TakeIndex(_elementNames));
                break;
            case ImmediateKind.Data:
                target.WriteU32(TakeDataIndex());
                break;
            case ImmediateKind.Memory:
                target.WriteU32(TakeIndexOrZero(_memoryNames));
                break;
            case ImmediateKind.CallIndirect:
                uint table = TakeIndexOrZero(_tableNames);
                target.WriteU32(ParseTypeUse(names: null));
                target.WriteU32(table);
                break;
            case ImmediateKind.TableTable:
                WriteTwoOrNone(target, _tableNames);
                break;
            case ImmediateKind.MemoryMemory:
                WriteTwoOrNone(target, _memoryNames);
                break;
            case ImmediateKind.ElemTable:
                uint filled = HasTwoIndices ? TakeIndex(_tableNames) : 0;
                target.WriteU32(TakeIndex(_elementNames));
                target.WriteU32(filled);
                break;
            case ImmediateKind.DataMemory:
                uint memory = HasTwoIndices ? TakeIndex(_memoryNames) : 0;
                target.WriteU32(TakeDataIndex());
                target.WriteU32(memory);
                break;
            case ImmediateKind.TypeField:
                uint structure = TakeIndex(_typeNames);
                target.WriteU32(structure);
                target.WriteU32(TakeIndex(_fieldNames.TryGetValue(structure, out var fields) ? fields : NoFields));
                break;
            case ImmediateKind.TypeLength:
                target.WriteU32(TakeIndex(_typeNames));
                target.WriteU32(TakeU32());
                break;
            case ImmediateKind.TypeData:
                target.WriteU32(TakeIndex(_typeNames));
                target.WriteU32(TakeDataIndex());
                break;
            case ImmediateKind.TypeElem:
                target.WriteU32(TakeIndex(_typeNames));
                target.WriteU32(TakeIndex(_elementNames));
                break;
            case ImmediateKind.TypeType:
                target.WriteU32(TakeIndex(_typeNames));
                target.WriteU32(TakeIndex(_typeNames));
                break;
            case ImmediateKind.Memarg:
                WriteMemoryArgument(target, info, TakeIndexOrZero(_memoryNames));
                break;
            case ImmediateKind.MemargLane:
                WriteMemoryArgument(target, info, IsMemoryBeforeLane ? TakeIndex(_memoryNames) : 0);
                target.WriteByte(TakeLane());
                break;
            case ImmediateKind.Lane:
                target.WriteByte(TakeLane());
                break;
            case ImmediateKind.Lanes16:
                WriteShuffle(target);
                break;
            case ImmediateKind.I32:
                target.WriteS32((int)TakeInteger(32));
                break;
            case ImmediateKind.I64:
                target.WriteS64((long)TakeInteger(64));
                break;
            case ImmediateKind.F32:
                target.WriteF32(TakeF32());
                break;
            case ImmediateKind.F64:
                target.WriteF64(TakeF64());
                break;
            case ImmediateKind.V128:
                Span<byte> vector = stackalloc byte[16];
                ParseVector(vector);
                target.WriteBytes(vector);
                break;
            case ImmediateKind.Labels:
                WriteLabels(target);
                break;
            case ImmediateKind.Heap:
                target.WriteHeapType(ParseHeapType());
                break;
            case ImmediateKind.Cast:
                uint label = TakeLabel();
                var from = ParseRefType();
                var to = ParseRefType();
                target.WriteByte((byte)((from.IsNullable ? 1 : 0) | (to.IsNullable ? 2 : 0)));
                target.WriteU32(label);
                target.WriteHeapType(from.HeapType);
                target.WriteHeapType(to.HeapType);
                break;
            case ImmediateKind.Fence:
                target.WriteByte(0);
                break;
            default:
                throw new InvalidOperationException($"No parser for {info.Mnemonic}.");
        }
    }

    private static readonly IndexSpace NoFields = new("field");

    private bool HasTwoIndices => IsIndex && Peek().Kind is TokenKind.Natural or TokenKind.Identifier;

    /// <summary>A lane is a number too, but nothing follows it.</summary>
    private bool IsMemoryBeforeLane => Is(TokenKind.Identifier)
        || (Is(TokenKind.Natural) && (Peek().Kind == TokenKind.Natural
            || IsMemoryArgument(Peek(), "offset="u8, out _)
            || IsMemoryArgument(Peek(), "align="u8, out _)));

    private uint TakeDataIndex()
    {
        _usesDataIndices = true;
        return TakeIndex(_dataNames);
    }

    private void WriteTwoOrNone(ByteWriter target, IndexSpace space)
    {
        bool given = IsIndex;
        target.WriteU32(given ? TakeIndex(space) : 0);
        target.WriteU32(given ? TakeIndex(space) : 0);
    }

    private void WriteTypedSelect(ByteWriter target)
    {
        List<ValType> types = [];
        while (TryOpen("result"u8))
        {
            ParseValTypes(types);
            Close();
        }

        Write(target, Opcode.SelectT);
        target.WriteU32((uint)types.Count);
        foreach (var type in types)
            target.WriteValType(type);
    }

    private void WriteLabels(ByteWriter target)
    {
        List<uint> labels = [TakeLabel()];
        while (IsIndex)
            labels.Add(TakeLabel());
        target.WriteU32((uint)labels.Count - 1);
        foreach (uint label in labels)
            target.WriteU32(label);
    }

    private void WriteMemoryArgument(ByteWriter target, InstructionInfo info, uint memory)
    {
        const uint MemoryFollows = 1 << 6;

        ulong offset = 0;
        uint align = (uint)BitOperations.Log2((uint)info.AccessBytes);
        if (IsMemoryArgument(Current, "offset="u8, out var digits))
        {
            if (!NumberLiteral.TryParseNatural(digits, out offset))
                throw Malformed(Current, "i64 constant out of range");
            At++;
        }

        if (IsMemoryArgument(Current, "align="u8, out digits))
        {
            if (!NumberLiteral.TryParseNatural(digits, out ulong bytes) || !BitOperations.IsPow2(bytes))
                throw Malformed(Current, "alignment must be a power of two");
            align = (uint)BitOperations.Log2(bytes);
            At++;
        }

        target.WriteU32(memory == 0 ? align : align | MemoryFollows);
        if (memory != 0)
            target.WriteU32(memory);
        target.WriteU64(offset);
    }

    private byte TakeLane()
    {
        var token = Take(TokenKind.Natural);
        return NumberLiteral.TryParseNatural(Text.Spelling(token), out ulong lane) && lane <= byte.MaxValue
            ? (byte)lane
            : throw Malformed(token, "i8 constant out of range");
    }

    private int CountNumbers()
    {
        int count = 0;
        while (Peek(count).Kind is TokenKind.Natural or TokenKind.Integer or TokenKind.Float)
            count++;
        return count;
    }

    private void WriteShuffle(ByteWriter target)
    {
        if (CountNumbers() != 16)
            throw Malformed(Current, "invalid lane length");
        for (int i = 0; i < 16; i++)
        {
            if (!Is(TokenKind.Natural))
                throw Malformed(Current, "i8 constant out of range");
            target.WriteByte(TakeLane());
        }
    }

    /// <summary>The shape and the lanes of a <c>v128.const</c>.</summary>
    private void ParseVector(Span<byte> vector)
    {
        var (width, floats) = TakeShape();
        int lanes = 128 / width;
        int given = CountNumbers();
        if (given < lanes && IsUnknown(Peek(given)))
            throw Unexpected(Peek(given));
        if (given != lanes)
            throw Malformed(Current, "wrong number of lane literals");
        Span<byte> lane = stackalloc byte[8];
        for (int i = 0; i < lanes; i++)
        {
            ulong bits = TakeLaneBits(width, floats);
            BinaryPrimitives.WriteUInt64LittleEndian(lane, bits);
            lane[..(width / 8)].CopyTo(vector[(i * width / 8)..]);
        }
    }
}
