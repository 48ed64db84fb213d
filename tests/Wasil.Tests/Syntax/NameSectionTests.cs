using Wasil.Binary;
using Wasil.Syntax;
using Wasil.Tests.Binary;

namespace Wasil.Tests.Syntax;

public class NameSectionTests
{
    [Fact]
    public void A_module_without_names_has_none()
    {
        var names = Bytes.Decode("00 05'other' 00").Names;
        Assert.Null(names.ModuleName);
        Assert.Equal(0, names.Functions.Count);
        Assert.Null(names.Functions[0]);
        Assert.Null(names.Locals(0)[0]);
    }

    [Fact]
    public void All_kinds_of_names()
    {
        var names = Names("""
            00 04 03'mod'
            01 0b 03 00 01'a' 02 01'b' 8001 01'c'
            02 0e 02 01 01 00 01'x' 03 02 00 01'y' 02 01'z'
            03 06 01 00 01 05 01'l'
            04 04 01 00 01't'
            05 04 01 01 01'u'
            06 04 01 02 01'v'
            07 04 01 03 01'w'
            08 04 01 04 01'e'
            09 04 01 05 01'd'
            0a 06 01 07 01 02 01'f'
            0b 04 01 06 01'g'
            """);
        Assert.Equal("mod", names.ModuleName);
        Assert.Equal(["a", null, "b", null, "c"], new uint[] { 0, 1, 2, 3, 128 }.Select(index => names.Functions[index]));
        Assert.Equal([0u, 2u, 128u], names.Functions.Indices.ToArray());
        Assert.Equal("x", names.Locals(1)[0]);
        Assert.Equal(["y", null, "z"], new uint[] { 0, 1, 2 }.Select(index => names.Locals(3)[index]));
        Assert.Null(names.Locals(2)[0]);
        Assert.Equal("l", names.Labels(0)[5]);
        Assert.Equal("t", names.Types[0]);
        Assert.Equal("u", names.Tables[1]);
        Assert.Equal("v", names.Memories[2]);
        Assert.Equal("w", names.Globals[3]);
        Assert.Equal("e", names.Elements[4]);
        Assert.Equal("d", names.Data[5]);
        Assert.Equal("f", names.Fields(7)[2]);
        Assert.Equal("g", names.Tags[6]);
    }

    [Theory]
    [InlineData("01 05 02 00 01'a' 01", "a")]
    [InlineData("01 07 02 00 01'a' 01 01 ff", "a")]
    [InlineData("01 07 02 00 01'a' 01 05'b'", "a")]
    [InlineData("01 07 02 00 01'a' 00 01'b'", "a")]
    [InlineData("01 04 01 00 01'a' 01 07 01 00 01'b' 00 00 00", "a")]
    [InlineData("01 ff", null)]
    [InlineData("63 01 00 01 04 01 00 01'a'", "a")]
    [InlineData("01 02 7f 00", null)]
    [InlineData("01 00", null)]
    public void What_came_before_a_mistake_counts(string contents, string? first)
    {
        var names = Names(contents);
        Assert.Equal(first, names.Functions[0]);
        Assert.Null(names.Functions[1]);
    }

    [Fact]
    public void Locals_before_a_mistake_count()
    {
        var names = Names("02 0b 02 00 02 00 01'a' 01 02'bc' 01");
        Assert.Equal("a", names.Locals(0)[0]);
        Assert.Equal("bc", names.Locals(0)[1]);
        Assert.Equal(0, names.Locals(1).Count);

        names = Names("02 08 01 00 02 00 01'a' 01 05");
        Assert.Equal("a", names.Locals(0)[0]);
        Assert.Null(names.Locals(0)[1]);
    }

    [Fact]
    public void Many_names_make_no_strings_until_asked()
    {
        var writer = new ByteWriter();
        writer.WriteBytes(BinaryFormat.Header);
        writer.WriteByte(0);
        int section = writer.Length;
        writer.WriteName("name");
        writer.WriteByte(1);
        int map = writer.Length;
        const uint count = 200_000;
        writer.WriteU32(count);
        for (uint i = 0; i < count; i++)
        {
            writer.WriteU32(i);
            writer.WriteName($"function number {i}");
        }

        writer.InsertSize(map);
        writer.InsertSize(section);
        var module = ModuleDecoder.Decode(writer.ToArray(), WasmFeatures.Default);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("function number 199999", module.Names.Functions[count - 1]);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(bytes, 0, count * 16);
    }

    private static NameSection Names(string contents) => Bytes.Decode("00 04'name' " + contents).Names;
}
