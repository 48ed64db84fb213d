using Wasil.Instructions;

namespace Wasil.Tests.Instructions;

public class ByteReaderTests
{
    private const string TooLong = "integer representation too long";
    private const string TooLarge = "integer too large";
    private const string End = "unexpected end";

    [Theory]
    [InlineData("00", 0u)]
    [InlineData("7f", 127u)]
    [InlineData("80 01", 128u)]
    [InlineData("80 00", 0u)]
    [InlineData("83 80 80 80 00", 3u)]
    [InlineData("ff ff ff ff 0f", uint.MaxValue)]
    public void ReadsU32(string bytes, uint expected) => Assert.Equal(expected, Reader(bytes).ReadU32());

    [Theory]
    [InlineData("", End, 0)]
    [InlineData("80", End, 1)]
    [InlineData("80 80 80 80 80 00", TooLong, 4)]
    [InlineData("ff ff ff ff 8f 00", TooLong, 4)]
    [InlineData("83 80 80 80 10", TooLarge, 4)]
    [InlineData("ff ff ff ff 7f", TooLarge, 4)]
    public void RefusesU32(string bytes, string problem, int at) =>
        Refuses(bytes, problem, at, static (ref reader) => reader.ReadU32());

    [Theory]
    [InlineData("ff ff ff ff ff ff ff ff ff 01", ulong.MaxValue)]
    [InlineData("80 80 80 80 80 80 80 80 80 00", 0ul)]
    [InlineData("80 80 80 80 10", 1ul << 32)]
    public void ReadsU64(string bytes, ulong expected) => Assert.Equal(expected, Reader(bytes).ReadU64());

    [Theory]
    [InlineData("80 80 80 80 80 80 80 80 80 02", TooLarge, 9)]
    [InlineData("80 80 80 80 80 80 80 80 80 80 00", TooLong, 9)]
    [InlineData("80 80 80", End, 3)]
    public void RefusesU64(string bytes, string problem, int at) =>
        Refuses(bytes, problem, at, static (ref reader) => reader.ReadU64());

    [Theory]
    [InlineData("00", 0)]
    [InlineData("3f", 63)]
    [InlineData("40", -64)]
    [InlineData("7f", -1)]
    [InlineData("ff 7f", -1)]
    [InlineData("ff 00", 127)]
    [InlineData("80 7f", -128)]
    [InlineData("ff ff ff ff 07", int.MaxValue)]
    [InlineData("80 80 80 80 78", int.MinValue)]
    public void ReadsS32(string bytes, int expected) => Assert.Equal(expected, Reader(bytes).ReadS32());

    [Theory]
    [InlineData("80 80 80 80 70", TooLarge, 4)]
    [InlineData("ff ff ff ff 0f", TooLarge, 4)]
    [InlineData("ff ff ff ff 4f", TooLarge, 4)]
    [InlineData("80 80 80 80 80 00", TooLong, 4)]
    [InlineData("80 80", End, 2)]
    public void RefusesS32(string bytes, string problem, int at) =>
        Refuses(bytes, problem, at, static (ref reader) => reader.ReadS32());

    [Theory]
    [InlineData("80 80 80 80 70", -(1L << 32))]
    [InlineData("ff ff ff ff 0f", uint.MaxValue)]
    [InlineData("40", -64L)]
    public void ReadsS33(string bytes, long expected) => Assert.Equal(expected, Reader(bytes).ReadS33());

    [Theory]
    [InlineData("80 80 80 80 10", TooLarge, 4)]
    [InlineData("ff ff ff ff 6f", TooLarge, 4)]
    [InlineData("ff ff ff ff ff 00", TooLong, 4)]
    public void RefusesS33(string bytes, string problem, int at) =>
        Refuses(bytes, problem, at, static (ref reader) => reader.ReadS33());

    [Theory]
    [InlineData("7f", -1L)]
    [InlineData("ff ff ff ff ff ff ff ff ff 00", long.MaxValue)]
    [InlineData("80 80 80 80 80 80 80 80 80 7f", long.MinValue)]
    [InlineData("80 80 80 80 78", -(1L << 31))]
    public void ReadsS64(string bytes, long expected) => Assert.Equal(expected, Reader(bytes).ReadS64());

    [Theory]
    [InlineData("80 80 80 80 80 80 80 80 80 01", TooLarge, 9)]
    [InlineData("ff ff ff ff ff ff ff ff ff 7e", TooLarge, 9)]
    [InlineData("80 80 80 80 80 80 80 80 80 80 00", TooLong, 9)]
    public void RefusesS64(string bytes, string problem, int at) =>
        Refuses(bytes, problem, at, static (ref reader) => reader.ReadS64());

    [Theory]
    [InlineData("70", -0x10L)]
    [InlineData("74", -0x0cL)]
    [InlineData("69", -0x17L)]
    [InlineData("00", 0L)]
    [InlineData("c0 00", 64L)]
    public void ReadsHeapTypes(string bytes, long expected) => Assert.Equal(expected, Reader(bytes).ReadHeapType());

    [Theory]
    [InlineData("7f")]
    [InlineData("40")]
    [InlineData("63")]
    [InlineData("68")]
    [InlineData("75")]
    [InlineData("f0 7f")]
    public void RefusesHeapTypes(string bytes) =>
        Refuses(bytes, "malformed reference type", 0, static (ref reader) => reader.ReadHeapType());

    [Theory]
    [InlineData("7b", -5, 0L)]
    [InlineData("70", -16, 0L)]
    [InlineData("63 70", ByteReader.RefNullCode, -16L)]
    [InlineData("64 05", ByteReader.RefCode, 5L)]
    public void ReadsValueTypes(string bytes, int code, long heap)
    {
        Assert.Equal(code, Reader(bytes).ReadValueType(out long actual));
        Assert.Equal(heap, actual);
    }

    [Theory]
    [InlineData("40")]
    [InlineData("78")]
    [InlineData("60")]
    [InlineData("00")]
    [InlineData("ff")]
    public void RefusesValueTypes(string bytes) =>
        Refuses(bytes, "malformed value type", 0, static (ref reader) => reader.ReadValueType(out _));

    [Fact]
    public void ReadsFixedWidths()
    {
        ByteReader reader = Reader("00 00 80 3f 00 00 00 00 00 00 f0 3f 01 02");

        Assert.Equal(0x3f800000u, reader.ReadF32Bits());
        Assert.Equal(0x3ff0000000000000ul, reader.ReadF64Bits());
        Assert.Equal([1, 2], reader.ReadBytes(2).ToArray());
        Assert.True(reader.AtEnd);
    }

    [Fact]
    public void RefusesCountsThatTheBytesCannotHold() =>
        Refuses("ff ff ff ff 0f 00", "length out of bounds", 0, static (ref reader) => reader.ReadCount());

    [Fact]
    public void ErrorsSayWhere()
    {
        var problem = Assert.Throws<MalformedModuleException>(() => new ByteReader([0x80], 0x19, "code").ReadU32());

        Assert.Equal(0x1a, problem.Offset);
        Assert.Equal("code", problem.Section);
        Assert.Equal("unexpected end of section or function at offset 0x1a in the code section", problem.Message);
    }

    private delegate void Read(ref ByteReader reader);

    private static void Refuses(string bytes, string problem, int at, Read read)
    {
        var thrown = Assert.Throws<MalformedModuleException>(() =>
        {
            ByteReader reader = Reader(bytes);
            read(ref reader);
        });
        Assert.Equal($"{problem} at offset 0x{at + 100:x}", thrown.Message);
        Assert.Equal(at + 100, thrown.Offset);
    }

    private static ByteReader Reader(string bytes) => new(Hex.Bytes(bytes), 100);
}
