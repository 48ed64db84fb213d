using Wasil.Binary;

namespace Wasil.Tests.Binary;

public class ByteWriterTests
{
    [Theory]
    [InlineData(0UL, "00")]
    [InlineData(0x7fUL, "7F")]
    [InlineData(0x80UL, "8001")]
    [InlineData(0xffff_ffffUL, "FFFFFFFF0F")]
    [InlineData(ulong.MaxValue, "FFFFFFFFFFFFFFFFFF01")]
    public void Unsigned_numbers_take_the_shortest_form(ulong value, string expected)
    {
        var writer = new ByteWriter();
        writer.WriteU64(value);
        Assert.Equal(expected, Convert.ToHexString(writer.Written));
        Assert.Equal(writer.Length, ByteWriter.LengthOfU64(value));
    }

    [Theory]
    [InlineData(0L, "00")]
    [InlineData(63L, "3F")]
    [InlineData(64L, "C000")]
    [InlineData(-1L, "7F")]
    [InlineData(-64L, "40")]
    [InlineData(-65L, "BF7F")]
    [InlineData((long)int.MinValue, "8080808078")]
    [InlineData(long.MaxValue, "FFFFFFFFFFFFFFFFFF00")]
    [InlineData(long.MinValue, "8080808080808080807F")]
    public void Signed_numbers_take_the_shortest_form(long value, string expected)
    {
        var writer = new ByteWriter();
        writer.WriteS64(value);
        Assert.Equal(expected, Convert.ToHexString(writer.Written));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(70_000)]
    public void A_size_moves_what_it_measures(int size)
    {
        var writer = new ByteWriter(1);
        writer.WriteByte(0x2a);
        int start = writer.Length;
        for (int i = 0; i < size; i++)
            writer.WriteByte((byte)i);
        writer.InsertSize(start);
        writer.WriteByte(0x2b);

        var expected = new ByteWriter();
        expected.WriteByte(0x2a);
        expected.WriteU32((uint)size);
        for (int i = 0; i < size; i++)
            expected.WriteByte((byte)i);
        expected.WriteByte(0x2b);
        Assert.Equal(expected.ToArray(), writer.ToArray());
    }

    [Fact]
    public void Names_are_strict_utf8()
    {
        var writer = new ByteWriter(1);
        writer.WriteName("aé€😀");
        Assert.Equal("0A61C3A9E282ACF09F9880", Convert.ToHexString(writer.Written));
        Assert.Throws<System.Text.EncoderFallbackException>(() => writer.WriteName("\ud800"));
    }

    [Fact]
    public void Floats_are_written_by_their_bits()
    {
        var writer = new ByteWriter(1);
        writer.WriteF32(0x7fa0_0001);
        writer.WriteF64(0x7ff4_0000_0000_0001);
        Assert.Equal("0100A07F010000000000F47F", Convert.ToHexString(writer.Written));
    }
}
