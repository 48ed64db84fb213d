using Wasil.Binary;

namespace Wasil.Tests.Binary;

public class BodyDecoderTests
{
    [Theory]
    [InlineData("0b", null, 0)]
    [InlineData("01 7f 0b", null, 0)]
    [InlineData("0240 0340 0b 0440 05 0b 0b 0b", null, 0)]
    [InlineData("0640 0700 0700 19 0b 0640 1800 0b", null, 0)]
    [InlineData("01", "unexpected end of section or function: END opcode expected", 1)]
    [InlineData("0240 0b", "unexpected end of section or function: END opcode expected", 3)]
    [InlineData("0b 01", "section size mismatch: 1 bytes follow", 1)]
    [InlineData("0b 0b", "section size mismatch: 1 bytes follow", 1)]
    [InlineData("05 0b", "END opcode expected: else", 0)]
    [InlineData("0440 05 05 0b 0b", "END opcode expected: else", 3)]
    [InlineData("0240 0700 0b 0b", "END opcode expected: catch", 2)]
    [InlineData("0640 19 19 0b 0b", "END opcode expected: catch_all", 3)]
    [InlineData("0640 19 1800 0b", "END opcode expected: delegate", 3)]
    [InlineData("ff 0b", "illegal opcode ff", 0)]
    [InlineData("41 808080808000 0b", "integer representation too long", 5)]
    [InlineData("4100 4100 4100 fc0800 00 0b", "data count section required", 6)]
    [InlineData("fc0900 0b", "data count section required", 0)]
    public void Bodies(string body, string? problem, int offset)
    {
        if (body.StartsWith("01 7f", StringComparison.Ordinal))
            body = "01 01 7f 0b";
        else
            body = "00 " + body;
        int size = Bytes.Of(body).Length;
        byte[] bytes = Bytes.Module("01 01 60 00 00", "03 01 00", $"0a 01 {size:x2} {body}");
        var module = ModuleDecoder.Decode(bytes, WasmFeatures.All);
        if (problem is null)
        {
            BodyDecoder.DecodeBodies(module);
            return;
        }

        var exception = Assert.Throws<MalformedModuleException>(() => BodyDecoder.DecodeBodies(module));
        Assert.StartsWith(problem, exception.Message, StringComparison.Ordinal);
        Assert.Equal("code", exception.Section);
        Assert.Equal(module.Code[0].Offset + 1 + offset, exception.Offset);
    }
}
