using Wasil.Binary;
using Wasil.Syntax;

namespace Wasil.Tests.Binary;

public class ModuleDecoderTests
{
    [Theory]
    [InlineData("", "unexpected end", 0)]
    [InlineData("00 'as'", "unexpected end", 3)]
    [InlineData("00 'asn' 01000000", "magic header not detected", 0)]
    [InlineData("00 'asm' 010000", "unexpected end", 7)]
    [InlineData("00 'asm' 02000000", "unknown binary version: expected 01 00 00 00, not 02 00 00 00", 4)]
    [InlineData("00 'asm' 0d000100", "unknown binary version: this is a component, not a module", 4)]
    [InlineData("00 'asm' 01000000 0e00", "malformed section id: 14", 8)]
    [InlineData("00 'asm' 01000000 8000", "malformed section id: 128", 8)]
    [InlineData("00 'asm' 01000000 01", "unexpected end", 9)]
    [InlineData("00 'asm' 01000000 01 03 00", "length out of bounds", 9)]
    [InlineData("00 'asm' 01000000 01 02 00", "unexpected end", 11)]
    [InlineData("00 'asm' 01000000 01 8180808000 00", null, 0)]
    [InlineData("00 'asm' 01000000 01 818080808000 00", "integer representation too long", 13)]
    [InlineData("00 'asm' 01000000 01 8180808010 00", "integer too large", 13)]
    public void Header_and_section_frames(string module, string? problem, int offset)
    {
        if (problem is null)
            ModuleDecoder.Decode(Bytes.Of(module), WasmFeatures.All);
        else
            Refuses(Bytes.Of(module), problem, offset, section: null);
    }

    [Fact]
    public void Sections_stand_in_their_order_once()
    {
        string[] inOrder = [.. "01 02 03 04 05 0d 06 07 09 0c 0a 0b".Split(' ').Select(id => id + " 00")];
        Assert.Equal(inOrder.Length, Bytes.Decode(inOrder).Sections.Length);
        for (int i = 0; i < inOrder.Length; i++)
        {
            Refuses(Bytes.Module(inOrder[i], inOrder[i]), "unexpected content after last section: there are two", 11, null);
            for (int j = 0; j < i; j++)
                Refuses(Bytes.Module(inOrder[i], inOrder[j]), "unexpected content after last section: the ", 11, null);
        }
    }

    [Theory]
    [InlineData("01", "unexpected end", 10, "type")]
    [InlineData("01 01 60 00 00 00", "section size mismatch: 1 bytes follow", 14, "type")]
    [InlineData("01 02 60 00 00 60", "unexpected end", 15, "type")]
    [InlineData("01 05 60 00 00", "length out of bounds", 10, "type")]
    [InlineData("01 01 61 00", "malformed definition type: 0x61", 11, "type")]
    [InlineData("01 01 60 01 60 00", "malformed value type", 13, "type")]
    [InlineData("01 01 60 01 ff7f 00", "malformed value type", 13, "type")]
    [InlineData("01 01 60 01 63 40 00", "malformed reference type", 14, "type")]
    [InlineData("01 01 60 01 64 7f 00", "malformed reference type", 14, "type")]
    [InlineData("01 01 60 01 64 8080808010 00", "integer too large", 18, "type")]
    [InlineData("01 01 5f 01 7f 02", "malformed mutability: expected 0 or 1, not 2", 14, "type")]
    [InlineData("01 01 5e 76 00", "malformed value type", 12, "type")]
    [InlineData("01 01 50 02 00 00 60 00 00", "malformed definition type: 2 supertypes", 12, "type")]
    [InlineData("01 01 4e 01 4e 00", "malformed definition type: 0x4e", 13, "type")]
    [InlineData("01 01 50 00 50 00 60 00 00", "malformed definition type: 0x50", 13, "type")]
    public void Types(string section, string problem, int offset, string name) =>
        Refuses(Bytes.Module(section), problem, offset, name);

    [Theory]
    [InlineData("02 01 00 00 05 00", "malformed import kind: 0x05", 13)]
    [InlineData("02 01 00 00 80 00", "malformed import kind: 0x80", 13)]
    [InlineData("02 01 01 'a' 01 'b' 7f 01 01 'c' 00 00", "malformed import kind: 0x7f", 15)]
    [InlineData("02 01 00 00 01 7f 00 00", "malformed reference type: 0x7f", 14)]
    [InlineData("02 01 00 00 01 70 02 00", "malformed limits flags: 0x02", 15)]
    [InlineData("02 01 00 00 02 10 00", "malformed limits flags: 0x10", 14)]
    [InlineData("02 01 00 00 03 7f 02", "malformed mutability", 15)]
    [InlineData("02 01 00 00 04 01 00", "malformed tag attribute: zero byte expected", 14)]
    [InlineData("02 01 09 'abc'", "length out of bounds", 11)]
    [InlineData("02 01 01 ff 00 00 00", "malformed UTF-8 encoding", 12)]
    public void Imports(string section, string problem, int offset) => Refuses(Bytes.Module(section), problem, offset, "import");

    [Theory]
    [InlineData("04 01 6f 08 00", "malformed limits flags: 0x08", 12, "table")]
    [InlineData("04 01 70 81 00 00 00", "malformed limits flags: 0x81", 12, "table")]
    [InlineData("04 01 40 01 70 00 00 d070 0b", "malformed table: zero byte expected, not 0x01", 12, "table")]
    [InlineData("04 01 40 00 70 00 00 d070", "unexpected end", 18, "table")]
    [InlineData("04 01 75 00 00", "malformed reference type: 0x75", 11, "table")]
    [InlineData("05 01 08 00 40", "invalid custom page size: 2^64", 13, "memory")]
    [InlineData("05 01 00 ffffffffffffffffff02", "integer too large", 21, "memory")]
    [InlineData("05 01 01 00", "unexpected end", 13, "memory")]
    [InlineData("0d 01 01 00", "malformed tag attribute", 11, "tag")]
    [InlineData("06 01 7f 02 4100 0b", "malformed mutability", 12, "global")]
    [InlineData("06 01 7f 00 4100", "unexpected end", 15, "global")]
    [InlineData("06 01 7f 00 4100 05", "END opcode expected", 15, "global")]
    [InlineData("06 01 7f 00 ff 0b", "illegal opcode ff", 13, "global")]
    [InlineData("07 01 01 'a' 05 00", "malformed export kind: 0x05", 13, "export")]
    [InlineData("07 01 02 c080 00 00", "malformed UTF-8 encoding", 12, "export")]
    [InlineData("07 01 03 eda080 00 00", "malformed UTF-8 encoding", 12, "export")]
    [InlineData("07 01 04 f4908080 00 00", "malformed UTF-8 encoding", 12, "export")]
    [InlineData("08 00 00", "section size mismatch", 11, "start")]
    [InlineData("09 01 08 00 00", "malformed elements segment kind: 8", 11, "element")]
    [InlineData("09 01 01 01 00", "malformed element kind: zero byte expected, not 0x01", 12, "element")]
    [InlineData("09 01 05 7f 00", "malformed reference type: 0x7f", 12, "element")]
    [InlineData("0c 8080808010", "integer too large", 14, "data count")]
    [InlineData("0b 01 03 00", "malformed data segment kind: 3", 11, "data")]
    [InlineData("0b 01 01 03 'a'", "length out of bounds", 12, "data")]
    [InlineData("00", "unexpected end", 10, "custom")]
    [InlineData("00 03 'a'", "length out of bounds", 10, "custom")]
    [InlineData("00 01 80", "malformed UTF-8 encoding", 11, "custom")]
    public void Other_sections(string section, string problem, int offset, string name) =>
        Refuses(Bytes.Module(section), problem, offset, name);

    [Theory]
    [InlineData("0a 01 00 00", "unexpected end", 12)]
    [InlineData("0a 01 02 00", "unexpected end", 13)]
    [InlineData("0a 01 04 00 0b", "length out of bounds", 11)]
    [InlineData("0a 01 03 01 8000", "unexpected end", 15)]
    [InlineData("0a 01 04 01 01 40 0b", "malformed value type", 14)]
    [InlineData("0a 01 0a 02 ffffffff0f 7f 01 7e 0b", "too many locals", 19)]
    [InlineData("0a 01 06 01 d18603 7f 0b", "implementation limit: more than 50000 locals", 13)]
    public void Function_bodies_have_a_frame_and_locals(string section, string problem, int offset) =>
        Refuses(Bytes.Module(section), problem, offset, "code");

    [Fact]
    public void Counts_of_sections_agree()
    {
        Refuses(Bytes.Module("01 01 60 00 00", "03 01 00"), "function and code section have inconsistent lengths: 1", 18, null);
        Refuses(Bytes.Module("0a 01 02 00 0b"), "function and code section have inconsistent lengths: 0", 14, null);
        Refuses(Bytes.Module("0c 01"), "data count and data section have inconsistent lengths: 1", 11, null);
        Refuses(Bytes.Module("0c 00", "0b 01 01 00"), "data count and data section have inconsistent lengths: 0", 16, null);
        Bytes.Decode("0b 01 01 00");
    }

    [Theory]
    [InlineData("01 01 5f 00", WasmFeatures.Gc)]
    [InlineData("01 01 5e 7f 00", WasmFeatures.Gc)]
    [InlineData("01 01 4e 00", WasmFeatures.Gc)]
    [InlineData("01 01 50 00 60 00 00", WasmFeatures.Gc)]
    [InlineData("01 01 60 01 6e 00", WasmFeatures.Gc)]
    [InlineData("01 01 60 01 73 00", WasmFeatures.Gc)]
    [InlineData("01 01 60 01 7b 00", WasmFeatures.Simd)]
    [InlineData("01 01 60 01 6f 00", WasmFeatures.ReferenceTypes)]
    [InlineData("01 01 60 01 70 00", WasmFeatures.ReferenceTypes)]
    [InlineData("01 01 60 01 69 00", WasmFeatures.Exceptions)]
    [InlineData("01 01 60 01 64 70 00", WasmFeatures.FunctionReferences)]
    [InlineData("01 01 60 01 63 00 00", WasmFeatures.FunctionReferences)]
    [InlineData("02 01 00 00 04 00 00", WasmFeatures.Exceptions)]
    [InlineData("02 01 00 00 7f 00", WasmFeatures.CompactImports)]
    [InlineData("04 01 40 00 70 00 00 d070 0b", WasmFeatures.FunctionReferences)]
    [InlineData("04 01 70 04 00", WasmFeatures.Memory64)]
    [InlineData("05 01 04 00", WasmFeatures.Memory64)]
    [InlineData("05 01 03 00 00", WasmFeatures.Threads)]
    [InlineData("05 01 08 00 00", WasmFeatures.CustomPageSizes)]
    [InlineData("0d 00", WasmFeatures.Exceptions)]
    [InlineData("0b 01 01 00", WasmFeatures.BulkMemory)]
    [InlineData("0c 00", WasmFeatures.BulkMemory)]
    public void What_belongs_to_a_feature_is_refused_without_it(string section, WasmFeatures feature)
    {
        byte[] module = Bytes.Module(section);
        ModuleDecoder.Decode(module, WasmFeatures.All);
        var problem = Assert.Throws<MalformedModuleException>(() => ModuleDecoder.Decode(module, WasmFeatures.All & ~feature));
        Assert.Contains($"the feature {feature} is not enabled", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_release_knows_tables_of_functions_and_limits_of_32_bits()
    {
        byte[] bytes = Bytes.Module("04 01 70 00 01", "05 01 00 01", "09 01 00 4100 0b 00");
        var module = ModuleDecoder.Decode(bytes, WasmFeatures.None);
        Assert.Equal(ValType.FuncRef, module.Tables[0].Type.Element);
        var problem = Assert.Throws<MalformedModuleException>(
            () => ModuleDecoder.Decode(Bytes.Module("05 01 00 8080808010"), WasmFeatures.None));
        Assert.StartsWith("integer too large", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compact_imports_share_a_module_and_perhaps_a_type()
    {
        var module = Bytes.Decode(
            "02 03 01'x' 00 7f 00  01'a' 00 7f 02 01'b' 00 00 01'c' 03 7f 01  01'a' 00 7e 00 05 02 01'd' 01'e'");
        Assert.Equal(
            ["a.b Func 0", "a.c Global 0", "a.d Func 5", "a.e Func 5"],
            module.Imports.Select(import => $"{import.ModuleName}.{import.Name} {import.Kind} {import.TypeIndex}"));
    }

    [Fact]
    public void Types_are_kept_by_group()
    {
        var module = Bytes.Decode(
            "01 04  4e 00  60 01 7f 02 7e 63 00  4e 02 50 00 5f 02 78 01 64 02 00  4f 01 01 5e 77 00  60 00 00");
        Assert.Equal([new RecType(0, 0), new RecType(0, 1), new RecType(1, 2), new RecType(3, 1)], module.RecTypes);
        Assert.Equal(
            [
                "True  [i32] -> [i64 (ref null 0)]", "False  (struct (field (mut i8)) (field (ref 2)))", "True 1 (array i16)",
                "True  [] -> []",
            ],
            module.Types.Select(type => $"{type.IsFinal} {type.Supertype} {type.Composite}"));
    }

    [Fact]
    public void All_forms_of_element_segments()
    {
        var module = Bytes.Decode("""
            09 08
            00 4101 0b 02 03 04
            01 00 01 05
            02 07 4102 0b 00 01 06
            03 00 00
            04 4103 0b 02 d200 0b d070 0b
            05 6f 01 d06f 0b
            06 08 4104 0b 64 00 01 d201 0b
            07 70 00
            """);
        Assert.Equal(
            [
                "elem Active 0 [41010B] (ref func): 3 4",
                "elem Passive 0 [] (ref func): 5",
                "elem Active 7 [41020B] (ref func): 6",
                "elem Declarative 0 [] (ref func): ",
                "elem Active 0 [41030B] funcref: [D2000B] [D0700B]",
                "elem Passive 0 [] externref: [D06F0B]",
                "elem Active 8 [41040B] (ref 0): [D2010B]",
                "elem Declarative 0 [] funcref: ",
            ],
            ModuleText.Lines(module).Where(line => line.StartsWith("elem", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tables_memories_and_data()
    {
        var module = Bytes.Decode(
            "04 02 70 05 01 02 40 00 64 6e 00 03 d06e 0b",
            "05 03 00 ffffffffffffffffff01 07 01 02 08 00 00",
            "0c 03",
            "0b 03 00 4101 0b 01'a' 01 02'bc' 02 01 4200 0b 00");
        Assert.Equal(["table i64 1 2 funcref", "table 3 (ref any)"], module.Tables.Select(table => table.Type.ToString()));
        Assert.Equal(
            ["memory 18446744073709551615", "memory i64 1 2 shared", "memory 0 (pagesize 1)"],
            module.Memories.Select(memory => memory.ToString()));
        Assert.Equal(3u, module.DataCount);
        Assert.Equal([(SegmentMode.Active, 0u), (SegmentMode.Passive, 0u), (SegmentMode.Active, 1u)],
            module.Data.Select(segment => (segment.Mode, segment.Memory)));
    }

    [Fact]
    public void Constant_expressions_end_where_their_blocks_are_closed()
    {
        // Not constant, which validation says: block, if, else, end, end, i32.const 11.
        var module = Bytes.Decode("06 02 7f 00 0240 0440 05 0b 0b 410b 0b 7e 00 4200 0b");
        Assert.Equal("02400440050B0B410B0B", Convert.ToHexString(module.Slice(module.Globals[0].Initializer)));
        Assert.Equal("42000B", Convert.ToHexString(module.Slice(module.Globals[1].Initializer)));
    }

    [Fact]
    public void Custom_sections_stand_anywhere_any_number_of_times()
    {
        var module = Bytes.Decode("00 01'a' 01", "01 00", "00 01'b' 02", "00 01'b'", "05 00", "00 00");
        Assert.Equal(
            [("a", 1, SectionId.Custom), ("b", 1, SectionId.Type), ("b", 0, SectionId.Type), ("", 0, SectionId.Memory)],
            module.CustomSections.Select(section => (section.Name, section.Contents.Length, section.After)));
    }

    [Fact]
    public void Counts_are_held_against_the_bytes_that_remain()
    {
        // Each would take gigabytes if it were believed.
        foreach (string id in new[] { "01", "02", "03", "04", "05", "0d", "06", "07", "09", "0a", "0b" })
        {
            string name = BinaryFormat.NameOf((SectionId)Convert.ToByte(id, 16));
            Refuses(Bytes.Module(id + " ffffffff0f"), "length out of bounds", 10, name);
            Refuses(Bytes.Module(id + " ffffff7f"), "length out of bounds", 10, name);
        }

        Refuses(Bytes.Module("01 01 60 ffffffff0f"), "length out of bounds", 12, "type");
        Refuses(Bytes.Module("01 01 5f ffffffff0f"), "length out of bounds", 12, "type");
        Refuses(Bytes.Module("01 01 4e ffffffff0f"), "length out of bounds", 12, "type");
        Refuses(Bytes.Module("09 01 01 00 ffffffff0f"), "length out of bounds", 13, "element");
    }

    [Fact]
    public void Implementation_limits()
    {
        Refuses(Repeat("01 01 60", 1_001, "7f", "00"), "implementation limit: more than 1000 parameters", 0, "type");
        Refuses(Repeat("01 01 60 00", 1_001, "7f"), "implementation limit: more than 1000 results", 0, "type");
        Refuses(Repeat("01 01 5f", 10_001, "7f00"), "implementation limit: more than 10000 fields", 0, "type");
        Refuses(Repeat("05", 101, "0000"), "implementation limit: more than 100 memories", 0, "memory");
        Refuses(Repeat("04", 100_001, "700000"), "implementation limit: more than 100000 tables", 0, "table");
        Refuses(Repeat("03", 1_000_001, "00"), "implementation limit: more than 1000000 functions", 0, "function");
        Refuses(Repeat("02 01 00 00 7e 00 00", 1_000_001, "00"), "implementation limit: more than 1000000 imports", 0, "import");
        Refuses(Repeat("01 02 4e 00 4e", 1_000_001, "5f00"), "implementation limit: more than 1000000 types", 0, "type");
        Refuses(Repeat("00", 100_001, "61"), "implementation limit: more than 100000 bytes in a name", 0, "custom");
        Refuses(Repeat("01", 10_001, "60" + "e807" + string.Concat(Enumerable.Repeat("7f", 1_000)) + "00"),
            "implementation limit: more than 10000000 parameters, results and fields of all types", 0, "type");
    }

    private static byte[] Repeat(string before, int count, string entry, string after = "")
    {
        var writer = new ByteWriter();
        byte[] entryBytes = Bytes.Of(entry);
        byte[] beforeBytes = Bytes.Of(before);
        writer.WriteBytes(BinaryFormat.Header);
        writer.WriteByte(beforeBytes[0]);
        int start = writer.Length;
        writer.WriteBytes(beforeBytes.AsSpan(1));
        writer.WriteU32((uint)count);
        for (int i = 0; i < count; i++)
            writer.WriteBytes(entryBytes);
        writer.WriteBytes(Bytes.Of(after));
        writer.InsertSize(start);
        return writer.ToArray();
    }

    /// <param name="module">The bytes.</param>
    /// <param name="problem">How the message begins.</param>
    /// <param name="offset">Where; 0 for anywhere.</param>
    /// <param name="section">The section the exception names.</param>
    private static void Refuses(byte[] module, string problem, int offset, string? section)
    {
        var exception = Assert.Throws<MalformedModuleException>(() => ModuleDecoder.Decode(module, WasmFeatures.All));
        Assert.StartsWith(problem, exception.Message, StringComparison.Ordinal);
        Assert.Equal(section, exception.Section);
        if (offset != 0)
            Assert.Equal(offset, exception.Offset);
    }
}
