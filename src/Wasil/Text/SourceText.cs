using System.Text;
using Wasil.Syntax;

namespace Wasil.Text;

/// <summary>A text of the text format, cut into tokens.</summary>
internal sealed class SourceText
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private int[]? _lineStarts;

    private SourceText(ReadOnlyMemory<byte> utf8, Lexer lexer)
    {
        _utf8 = utf8;
        Tokens = lexer.Tokens;
        Annotations = lexer.Annotations;
        AnnotationTokens = lexer.AnnotationTokens;
        Problem = lexer.Problem;
    }

    public Token[] Tokens { get; }

    public Annotation[] Annotations { get; }

    public Token[] AnnotationTokens { get; }

    /// <summary>
    /// What is wrong at the <see cref="TokenKind.Invalid"/> token, if there is one. It is for the parser to report: what is
    /// wrong before it comes first.
    /// </summary>
    public string? Problem { get; }

    public ReadOnlySpan<byte> Utf8 => _utf8.Span;

    public static SourceText Read(ReadOnlyMemory<byte> utf8) => new(utf8, new Lexer(utf8.Span));

    public ReadOnlySpan<byte> Spelling(Token token) => _utf8.Span.Slice(token.Offset, token.Length);

    /// <summary>The failure of a text at an offset in it.</summary>
    public MalformedModuleException Malformed(int offset, string problem) => new(problem, Position(offset));

    public TextPosition Position(int offset)
    {
        var utf8 = Utf8;
        int[] starts = _lineStarts ??= LineStarts(utf8);
        int found = Array.BinarySearch(starts, offset);
        int line = found >= 0 ? found : ~found - 1;
        int start = starts[line];
        int rest = utf8[start..].IndexOfAny((byte)'\n', (byte)'\r');
        int end = rest < 0 ? utf8.Length : start + rest;
        int column = 1;
        foreach (byte unit in utf8[start..offset])
        {
            if ((unit & 0xc0) != 0x80)
                column++;
        }

        return new TextPosition(offset, line + 1, column, Encoding.UTF8.GetString(utf8[start..end]));
    }

    private static int[] LineStarts(ReadOnlySpan<byte> utf8)
    {
        List<int> starts = [0];
        for (int i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n' || (utf8[i] == '\r' && !(i + 1 < utf8.Length && utf8[i + 1] == '\n')))
                starts.Add(i + 1);
        }

        return [.. starts];
    }
}
