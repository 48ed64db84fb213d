using static Wasil.Tests.Hostile.Opcodes;

namespace Wasil.Tests.Hostile;

public class ModuleBuilderTests
{
    [Fact]
    public void An_empty_module_is_the_preamble() =>
        Assert.Equal("0061736D01000000", Convert.ToHexString(new ModuleBuilder().ToArray()));

    [Fact]
    public void A_function_that_adds_comes_out_as_in_the_specification()
    {
        var module = new ModuleBuilder();
        uint type = module.Type([TypeI32, TypeI32], [TypeI32]);
        uint add = module.Function(type, new ByteWriter().Get(0).Get(1).Op(I32Add));
        Assert.Equal(
            "0061736D01000000" + // preamble
            "0107" + "01" + "60027F7F017F" + // one type
            "0302" + "01" + "00" + // one function of type 0
            "0707" + "01" + "0372756E" + "0000" + // one export, "run"
            "0A09" + "01" + "07" + "00" + "200020016A0B", // one body of 7 bytes, no locals
            Convert.ToHexString(module.Export("run", add).ToArray()));
    }

    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7F")]
    [InlineData(128, "8001")]
    [InlineData(624_485, "E58E26")]
    [InlineData(uint.MaxValue, "FFFFFFFF0F")]
    public void Unsigned_numbers_are_as_short_as_they_can_be(ulong value, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(new ByteWriter().Unsigned(value).Written));

    [Theory]
    [InlineData(0, "00")]
    [InlineData(63, "3F")]
    [InlineData(64, "C000")]
    [InlineData(-64, "40")]
    [InlineData(-65, "BF7F")]
    [InlineData(-123_456, "C0BB78")]
    [InlineData(long.MinValue, "8080808080808080807F")]
    public void Signed_numbers_carry_their_sign_in_the_last_byte(long value, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(new ByteWriter().Signed(value).Written));

    [Fact]
    public void Every_hostile_module_can_be_made_and_has_a_name_of_its_own()
    {
        Assert.All(HostileModules.All, module =>
            Assert.True(module.Build().AsSpan().StartsWith<byte>([0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00])));
        Assert.Equal(HostileModules.All.Count, HostileModules.All.Select(module => module.Name).Distinct().Count());
    }

    [Fact]
    public void The_body_of_a_straight_line_is_as_long_as_asked_for() =>
        Assert.InRange(HostileModules.StraightLine(5_000_000).Length, 5_000_000, 5_000_100);
}
