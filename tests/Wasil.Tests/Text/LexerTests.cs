using System.Text;
using Wasil.Text;

namespace Wasil.Tests.Text;

public class LexerTests
{
    private static SourceText Read(string text) => SourceText.Read(Encoding.UTF8.GetBytes(text));

    private static string Kinds(string text) => string.Join(' ', Read(text).Tokens[..^1].Select(token => token.Kind));

    [Theory]
    [InlineData("", "")]
    [InlineData("()", "LeftParen RightParen")]
    [InlineData("a1.b/c $x \"s\" 0 +1 -0x1 1. 1e5", "Keyword Identifier String Natural Integer Integer Float Float")]
    [InlineData("inf -inf nan +nan nan:0x1 nan:canonical nan:1", "Float Float Float Float Float Keyword Keyword")]
    [InlineData("a(b)c", "Keyword LeftParen Keyword RightParen Keyword")]
    [InlineData("a;;b\nc;;", "Keyword Keyword")]
    [InlineData("a;;b\rc", "Keyword Keyword")]
    [InlineData("a(;(;;)b;)c", "Keyword Keyword")]
    [InlineData("\"a\"\"b\"", "Reserved")]
    [InlineData("\"a\"b", "Reserved")]
    [InlineData("a\"b\"", "Reserved")]
    [InlineData("0$x", "Reserved")]
    [InlineData("$x$y", "Identifier")]
    [InlineData("$\"x y\"", "Identifier")]
    [InlineData("$\"x\"y", "Reserved")]
    [InlineData("a,b", "Reserved")]
    [InlineData("; ,{}[]", "Reserved Reserved")]
    [InlineData("A", "Reserved")]
    [InlineData("@x", "Reserved")]
    [InlineData("0x", "Reserved")]
    [InlineData("1_000 1__0 1_ _1 0x_1", "Natural Reserved Reserved Reserved Reserved")]
    [InlineData("0x1.8p-3 0x1p 1e+ .5 1.e1 0x.8", "Float Reserved Reserved Reserved Float Reserved")]
    [InlineData("(@x (a) ; b \")\" (;c;)) d", "Keyword")]
    [InlineData("(@\"x y\" a) d", "Keyword")]
    [InlineData("offset=0x10", "Keyword")]
    public void CutsTokens(string text, string kinds) => Assert.Equal(kinds, Kinds(text));

    [Theory]
    [InlineData("(;", "unclosed comment")]
    [InlineData("(;(;;)", "unclosed comment")]
    [InlineData("\"a", "unclosed string literal")]
    [InlineData("\"a\n\"", "unclosed string literal")]
    [InlineData("\"a\t\"", "illegal control character")]
    [InlineData("\"\\x\"", "illegal escape")]
    [InlineData("\"\\u{110000}\"", "illegal escape")]
    [InlineData("\"\\u{d800}\"", "illegal escape")]
    [InlineData("\"\\u{}\"", "illegal escape")]
    [InlineData("$", "empty identifier")]
    [InlineData("$\"\"", "empty identifier")]
    [InlineData("$\"\\ff\"", "malformed UTF-8 encoding")]
    [InlineData("ä", "illegal character")]
    [InlineData("\u0001", "illegal character")]
    [InlineData("(@)", "empty annotation id")]
    [InlineData("(@x (y)", "unclosed annotation")]
    public void StopsAtWhatIsNoToken(string text, string problem)
    {
        var source = Read("a " + text);
        Assert.Equal([TokenKind.Keyword, TokenKind.Invalid, TokenKind.End], source.Tokens.Select(token => token.Kind));
        Assert.StartsWith(problem, source.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(";; \xff")]
    [InlineData("(; \xff ;)")]
    [InlineData("\"\xff\"")]
    [InlineData("(@a \xff)")]
    [InlineData("$x\xff")]
    [InlineData("\xff")]
    public void EverythingIsUtf8(string latin1)
    {
        var source = SourceText.Read(Encoding.Latin1.GetBytes(latin1));
        Assert.Equal("malformed UTF-8 encoding", source.Problem);
        Assert.Equal(latin1.IndexOf('\xff', StringComparison.Ordinal), source.Tokens[^2].Offset);
    }

    [Fact]
    public void DecodesEscapes()
    {
        const string Text = """"\t\n\r\"\'\\\00\fF\u{1F600}\u{1_0}é"""";
        var bytes = new Wasil.Binary.ByteWriter();
        StringLiteral.Decode(Encoding.UTF8.GetBytes($"\"{Text}\""), bytes);
        Assert.Equal([9, 10, 13, 34, 39, 92, 0, 255, 0xf0, 0x9f, 0x98, 0x80, 16, 0xc3, 0xa9], bytes.Written.ToArray());
    }

    [Fact]
    public void KeepsKnownAnnotationsBesideTheTokens()
    {
        var source = Read("(func (@name \"f\" (@x)) (@other) (@custom) nop)");
        Assert.Equal("LeftParen Keyword Keyword RightParen", string.Join(' ', source.Tokens[..^1].Select(token => token.Kind)));
        Assert.Equal([AnnotationKind.Name, AnnotationKind.Custom], source.Annotations.Select(annotation => annotation.Kind));
        Assert.All(source.Annotations, annotation => Assert.Equal(2, annotation.Before));
    }

    [Fact]
    public void FindsPositions()
    {
        var source = Read("a\nä b\r\nc\rd");
        Assert.Equal((1, 1), Place(source, 0));
        Assert.Equal((2, 3), Place(source, 5));
        Assert.Equal((3, 1), Place(source, 8));
        Assert.Equal((4, 1), Place(source, 10));
        Assert.Equal((4, 2), Place(source, 11));
    }

    [Fact]
    public void NestsWithoutEnd()
    {
        const int Depth = 1_000_000;
        Assert.Equal("", Kinds(string.Concat(Enumerable.Repeat("(;", Depth)) + string.Concat(Enumerable.Repeat(";)", Depth))));
        Assert.Equal("", Kinds("(@x " + new string('(', Depth) + new string(')', Depth) + ")"));
    }

    private static (int Line, int Column) Place(SourceText source, int offset)
    {
        var position = source.Position(offset);
        return (position.Line, position.Column);
    }
}
