using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Wasil.Instructions;

namespace Wasil.Tests.Instructions;

public class InstructionReaderTests
{
    [Fact]
    public void ReadsEveryOpcode()
    {
        foreach (InstructionListing.Entry entry in InstructionListing.Entries)
        {
            byte[] bytes = Encode(entry);
            var reader = new InstructionReader(bytes, 1000);

            Assert.True(reader.Next(out Instruction instruction), entry.ToString());
            Assert.Equal(entry.Opcode, instruction.Opcode);
            Assert.Equal(1000, instruction.Offset);
            Assert.True(reader.AtEnd, entry.ToString());
            Assert.False(reader.Next(out _));
        }
    }

    [Fact]
    public void RefusesEveryTruncation()
    {
        foreach (InstructionListing.Entry entry in InstructionListing.Entries)
        {
            byte[] bytes = Encode(entry);
            for (int length = 1; length < bytes.Length; length++)
            {
                var problem = Assert.Throws<MalformedModuleException>(() => Only(bytes.AsSpan(0, length)));
                Assert.True(
                    problem.Message.StartsWith("unexpected end", StringComparison.Ordinal)
                    || problem.Message.StartsWith("length out of bounds", StringComparison.Ordinal),
                    $"{entry}: {problem.Message}");
            }
        }
    }

    [Fact]
    public void RefusesEveryOtherOpcode()
    {
        var assigned = InstructionListing.Entries.Select(entry => entry.Opcode).ToHashSet();
        for (int code = 0; code < 0x100; code++)
        {
            if (code is 0xfb or 0xfc or 0xfd or 0xfe || assigned.Contains((Opcode)code))
                continue;
            Refuses($"illegal opcode {code:x2}", 0, [(byte)code, 0, 0, 0, 0]);
        }

        foreach (byte prefix in (byte[])[0xfb, 0xfc, 0xfd, 0xfe])
        {
            for (int code = 0; code < 0x400; code++)
            {
                if (!assigned.Contains((Opcode)(((prefix & 0xf) << 12) + code)))
                    Refuses($"illegal opcode {prefix:x2} {code:x2}", 0, [prefix, (byte)(code | 0x80), (byte)(code >> 7), 0, 0]);
            }
        }

        Refuses("illegal opcode fd 1006a", 0, Hex.Bytes("fd ea 80 04"));
        Refuses("illegal opcode fc ffffffff", 0, Hex.Bytes("fc ff ff ff ff 0f"));
        Refuses("integer representation too long", 5, Hex.Bytes("fc 80 80 80 80 80 00"));
    }

    [Fact]
    public void SubOpcodesMayBePadded() => Assert.Equal(Opcode.MemoryFill, Only(Hex.Bytes("fc 8b 80 80 80 00 00")).Opcode);

    [Theory]
    [InlineData("41 7f", ulong.MaxValue)]
    [InlineData("41 80 80 80 80 78", 0xffffffff80000000)]
    [InlineData("42 80 80 80 80 80 80 80 80 80 7f", 1ul << 63)]
    [InlineData("43 01 00 a0 7f", 0x7fa00001ul)]
    [InlineData("44 01 00 00 00 00 00 f4 7f", 0x7ff4000000000001ul)]
    public void ReadsConstants(string bytes, ulong bits) => Assert.Equal(bits, Only(Hex.Bytes(bytes)).Immediate);

    [Fact]
    public void ReadsVectors()
    {
        byte[] bytes = Hex.Bytes("fd 0c 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f");

        Assert.Equal(Vector128.Create(bytes, 2), Only(bytes).Vector);
    }

    [Theory]
    [InlineData("28 02 10", 2, 0u, 16ul)]
    [InlineData("28 3f 00", 63, 0u, 0ul)]
    [InlineData("28 42 05 10", 2, 5u, 16ul)]
    [InlineData("28 c3 00 00 ff ff ff ff ff ff ff ff ff 01", 3, 0u, ulong.MaxValue)]
    public void ReadsMemoryArguments(string bytes, int align, uint memory, ulong offset)
    {
        Instruction instruction = Only(Hex.Bytes(bytes));

        Assert.Equal((align, memory, offset), (instruction.Align, instruction.Memory, instruction.Immediate));
    }

    [Theory]
    [InlineData("28 80 01 00")]
    [InlineData("28 80 02 00")]
    [InlineData("28 c0 01 00 00")]
    public void RefusesMemoryFlags(string bytes) => Refuses("malformed memop flags", 1, Hex.Bytes(bytes));

    [Theory]
    [InlineData("02 40", Instruction.EmptyBlockType, 0L)]
    [InlineData("02 7f", -1L, 0L)]
    [InlineData("03 6f", -17L, 0L)]
    [InlineData("04 63 6e", ByteReader.RefNullCode, -18L)]
    [InlineData("04 64 07", ByteReader.RefCode, 7L)]
    [InlineData("02 05", 5L, 0L)]
    [InlineData("02 c0 00", 64L, 0L)]
    public void ReadsBlockTypes(string bytes, long type, long heap)
    {
        Instruction instruction = Only(Hex.Bytes(bytes));

        Assert.Equal((type, heap), (instruction.BlockType, instruction.BlockHeap));
    }

    [Theory]
    [InlineData("02 ff 7f", "malformed block type")]
    [InlineData("02 c0 7f", "malformed block type")]
    [InlineData("02 60", "malformed value type")]
    [InlineData("02 64 7f", "malformed reference type", 2)]
    public void RefusesBlockTypes(string bytes, string problem, int at = 1) => Refuses(problem, at, Hex.Bytes(bytes));

    [Fact]
    public void ReadsBranchTables()
    {
        var reader = new InstructionReader(Hex.Bytes("01 0e 03 01 80 01 02 07"), 0);
        reader.Next(out _);
        reader.Next(out Instruction instruction);
        var labels = new List<uint>();
        foreach (uint label in reader.Labels(instruction))
            labels.Add(label);

        Assert.Equal([1, 128, 2], labels);
        Assert.Equal((3, 7u), (instruction.ListCount, instruction.DefaultLabel));
    }

    [Theory]
    [InlineData("0e ff ff ff ff 0f 00")]
    [InlineData("0e 03 00 00")]
    [InlineData("1c ff ff ff ff 0f 7f")]
    [InlineData("1f 40 02 02 00 02")]
    public void RefusesListsThatTheBytesCannotHold(string bytes) =>
        Refuses("length out of bounds", bytes.StartsWith("1f", StringComparison.Ordinal) ? 2 : 1, Hex.Bytes(bytes));

    [Fact]
    public void ReadsCatchClauses()
    {
        var reader = new InstructionReader(Hex.Bytes("1f 63 70 04 00 05 01 01 06 02 02 03 03 80 01"), 0);
        reader.Next(out Instruction instruction);
        var clauses = new List<CatchClause>();
        foreach (CatchClause clause in reader.Catches(instruction))
            clauses.Add(clause);

        Assert.Equal((ByteReader.RefNullCode, -16L), (instruction.BlockType, instruction.BlockHeap));
        Assert.Equal(
            [
                new(CatchKind.Catch, 5, 1),
                new(CatchKind.CatchRef, 6, 2),
                new(CatchKind.CatchAll, 0, 3),
                new(CatchKind.CatchAllRef, 0, 128),
            ],
            clauses);
        Refuses("malformed catch clause", 3, Hex.Bytes("1f 40 01 04 00 00"));
    }

    [Fact]
    public void ReadsSelectTypes()
    {
        var reader = new InstructionReader(Hex.Bytes("1c 02 7f 64 03"), 0);
        reader.Next(out Instruction instruction);
        var types = new List<(int, long)>();
        foreach ((int, long) type in reader.Types(instruction))
            types.Add(type);

        Assert.Equal([(-1, 0L), (ByteReader.RefCode, 3L)], types);
    }

    [Fact]
    public void ReadsCasts()
    {
        Instruction instruction = Only(Hex.Bytes("fb 18 02 05 6e 80 01"));

        Assert.Equal((2, 5u, -18L, 128L), (instruction.CastFlags, instruction.Index, instruction.Heap, instruction.Heap2));
        Refuses("malformed cast flags", 2, Hex.Bytes("fb 18 04 05 6e 6d"));
    }

    [Fact]
    public void ReadsTwoIndicesInTheirOrder()
    {
        Instruction instruction = Only(Hex.Bytes("11 80 01 02"));

        Assert.Equal((128u, 2u), (instruction.Index, instruction.Index2));
    }

    [Fact]
    public void FenceNamesNoOrdering() => Refuses("zero byte expected", 2, Hex.Bytes("fe 03 01"));

    [Fact]
    public void InstructionsAreSmall() => Assert.True(Unsafe.SizeOf<Instruction>() <= 32);

    private static Instruction Only(ReadOnlySpan<byte> bytes)
    {
        var reader = new InstructionReader(bytes, 0);
        Assert.True(reader.Next(out Instruction instruction));
        Assert.True(reader.AtEnd);
        return instruction;
    }

    private static void Refuses(string problem, int at, byte[] bytes)
    {
        var thrown = Assert.Throws<MalformedModuleException>(() => new InstructionReader(bytes, 0).Next(out _));

        Assert.Equal($"{problem} at offset 0x{at:x}", thrown.Message);
    }

    private static byte[] Encode(InstructionListing.Entry entry)
    {
        byte[] code = entry.Prefix == 0
            ? [(byte)entry.Code]
            : [(byte)entry.Prefix, (byte)(entry.Code | 0x80), (byte)(entry.Code >> 7)];
        string immediates = entry.Immediates switch
        {
            "-" => "",
            "blocktype" => "7f",
            "blocktype catches" => "40 02 00 01 02 02 03",
            "labels" => "02 01 02 03",
            "types" => "02 7f 63 70",
            "memarg" => "40 81 01 82 01",
            "memarg lane" => "40 81 01 82 01 03",
            "lane" => "03",
            "i32" or "i64" => "ff 00",
            "f32" => "00 00 80 3f",
            "f64" => "00 00 00 00 00 00 f0 3f",
            "v128" or "lanes" => "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f",
            "heaptype" => "85 01",
            "cast" => "01 81 01 6e 85 01",
            "zero" => "00",
            _ when entry.Immediates.Contains(' ') => "81 01 82 01",
            _ => "81 01",
        };
        return [.. code, .. Hex.Bytes(immediates)];
    }
}
