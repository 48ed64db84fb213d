using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Wasil.Text;

/// <summary>Cuts a text into tokens. See "Lexical Format" and "Annotations" in the specification's text chapter.</summary>
/// <remarks>
/// The longest run of characters that may belong to a token is taken first and classified then, which makes two tokens
/// without space between them one reserved token, as the specification wants it.
/// </remarks>
internal ref struct Lexer
{
    private static readonly SearchValues<byte> IdentifierCharacters = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&'*+-./:<=>?@\\^_`|~"u8);

    private readonly ReadOnlySpan<byte> _utf8;

    // Up to where the source is UTF-8, so that nothing else here needs to look.
    private readonly int _limit;
    private readonly List<Token> _tokens = [];
    private readonly List<Token> _annotationTokens = [];
    private readonly List<Annotation> _annotations = [];
    private int _position;

    public Lexer(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _limit = LengthOfValidUtf8(utf8);
        while (Problem is null && Next(out var token))
        {
            if (token.Kind == TokenKind.LeftParen && PeekIs('@'))
                SkipAnnotation(token.Offset);
            else
                _tokens.Add(token);
        }

        if (Problem is not null)
            _tokens.Add(new Token(TokenKind.Invalid, _position, 0));
        _tokens.Add(new Token(TokenKind.End, Problem is null ? utf8.Length : _position, 0));
        Tokens = [.. _tokens];
        Annotations = [.. _annotations];
        AnnotationTokens = [.. _annotationTokens];
    }

    public Token[] Tokens { get; }

    public Annotation[] Annotations { get; }

    public Token[] AnnotationTokens { get; }

    /// <summary>What is wrong at <see cref="_position"/>, or null.</summary>
    public string? Problem { get; private set; }

    public static bool IsIdentifierCharacter(byte unit) => IdentifierCharacters.Contains(unit);

    private static int LengthOfValidUtf8(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
            return utf8.Length;
        int position = 0;
        while (Rune.DecodeFromUtf8(utf8[position..], out _, out int length) == OperationStatus.Done)
            position += length;
        return position;
    }

    private readonly bool PeekIs(char character) => _position < _limit && _utf8[_position] == character;

    private readonly bool PeekIs(char character, int ahead) =>
        _position + ahead < _limit && _utf8[_position + ahead] == character;

    private bool Fail(string problem, int position)
    {
        // Where the text ceases to be UTF-8 no other complaint about its end makes sense.
        bool cut = position >= _limit && _limit < _utf8.Length;
        Problem = cut ? "malformed UTF-8 encoding" : problem;
        _position = Math.Min(position, _limit);
        return false;
    }

    /// <summary>Reads a token; false at the end and where <see cref="Problem"/> was set.</summary>
    private bool Next(out Token token)
    {
        token = default;
        if (!SkipSpace())
            return false;
        if (_position == _limit)
            return _limit < _utf8.Length && Fail("", _position);

        int start = _position;
        byte first = _utf8[start];
        switch (first)
        {
            case (byte)'(':
                _position++;
                token = new Token(TokenKind.LeftParen, start, 1);
                return true;
            case (byte)')':
                _position++;
                token = new Token(TokenKind.RightParen, start, 1);
                return true;
            default:
                return ReadRun(out token);
        }
    }

    /// <summary>Skips space and comments; false where <see cref="Problem"/> was set.</summary>
    private bool SkipSpace()
    {
        while (_position < _limit)
        {
            switch (_utf8[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r':
                    _position++;
                    break;
                case (byte)';' when PeekIs(';', 1):
                    int length = _utf8[_position.._limit].IndexOfAny((byte)'\n', (byte)'\r');
                    _position = length < 0 ? _limit : _position + length;
                    break;
                case (byte)'(' when PeekIs(';', 1):
                    if (!SkipBlockComment())
                        return false;
                    break;
                default:
                    return true;
            }
        }

        return true;
    }

    private bool SkipBlockComment()
    {
        int depth = 0;
        while (true)
        {
            int next = _utf8[_position.._limit].IndexOfAny((byte)';', (byte)'(');
            if (next < 0)
                return Fail("unclosed comment", _limit);
            _position += next;
            if (PeekIs('(') && PeekIs(';', 1))
            {
                depth++;
                _position += 2;
            }
            else if (PeekIs(';') && PeekIs(')', 1))
            {
                _position += 2;
                if (--depth == 0)
                    return true;
            }
            else
            {
                _position++;
            }
        }
    }

    /// <summary>Reads the longest run of characters and strings that a token can consist of.</summary>
    private bool ReadRun(out Token token)
    {
        token = default;
        int start = _position;
        int strings = 0;
        int stringStart = 0;
        bool plain = true;
        while (_position < _limit)
        {
            byte unit = _utf8[_position];
            if (IsIdentifierCharacter(unit))
            {
                _position++;
            }
            else if (unit == '"')
            {
                stringStart = _position;
                strings++;
                if (!SkipString(isIdentifier: _position == start + 1 && _utf8[start] == '$'))
                    return false;
            }
            else if (unit is (byte)',' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' || (unit == ';' && !PeekIs(';', 1)))
            {
                plain = false;
                _position++;
            }
            else
            {
                break;
            }
        }

        if (_position == start)
            return Fail("illegal character", start);

        var spelling = _utf8[start.._position];
        TokenKind kind;
        if (strings == 0)
            kind = plain ? Classify(spelling) : TokenKind.Reserved;
        else if (strings > 1 || !plain || stringStart > start + 1 || SkippedStringEnd(stringStart) != _position)
            kind = TokenKind.Reserved;
        else if (stringStart == start)
            kind = TokenKind.String;
        else
            kind = spelling[0] == '$' ? TokenKind.Identifier : TokenKind.Reserved;

        if (kind == TokenKind.Identifier)
        {
            if (spelling.Length == 1 || spelling is [_, (byte)'"', (byte)'"'])
                return Fail("empty identifier", start);
            if (strings == 1 && !StringLiteral.IsName(spelling[1..]))
                return Fail("malformed UTF-8 encoding", start);
        }

        token = new Token(kind, start, spelling.Length);
        return true;
    }

    /// <summary>Where a string ends that has been read before.</summary>
    private readonly int SkippedStringEnd(int start)
    {
        int end = start + 1;
        while (_utf8[end] != '"')
            end += _utf8[end] == '\\' ? 2 : 1;
        return end + 1;
    }

    private bool SkipString(bool isIdentifier)
    {
        int start = _position++;
        while (true)
        {
            if (_position >= _limit)
                return Fail(isIdentifier ? "empty identifier" : "unclosed string literal", isIdentifier ? start : _limit);
            byte unit = _utf8[_position];
            switch (unit)
            {
                case (byte)'"':
                    _position++;
                    return true;
                case < 0x20 or 0x7f:
                    string problem = unit == '\n' ? "unclosed string literal" : "illegal control character in string literal";
                    return Fail(isIdentifier ? "empty identifier" : problem, _position);
                case (byte)'\\':
                    int length = StringLiteral.LengthOfEscape(_utf8[_position.._limit]);
                    if (length == 0)
                        return Fail(isIdentifier ? "empty identifier" : "illegal escape", _position);
                    _position += length;
                    break;
                default:
                    _position++;
                    break;
            }
        }
    }

    private void SkipAnnotation(int start)
    {
        int nameStart = ++_position;
        string? name;
        if (PeekIs('"'))
        {
            if (!SkipString(isIdentifier: true))
            {
                if (Problem == "empty identifier")
                    Problem = "empty annotation id";
                return;
            }

            var spelling = _utf8[nameStart.._position];
            if (!StringLiteral.TryDecodeName(spelling, out name))
            {
                Fail("malformed UTF-8 encoding", nameStart);
                return;
            }
        }
        else
        {
            int length = _utf8[nameStart.._limit].IndexOfAnyExcept(IdentifierCharacters);
            _position = length < 0 ? _limit : nameStart + length;
            name = Encoding.UTF8.GetString(_utf8[nameStart.._position]);
        }

        if (name.Length == 0)
        {
            Fail("empty annotation id", nameStart);
            return;
        }

        AnnotationKind? kind = name switch
        {
            "name" => AnnotationKind.Name,
            "custom" => AnnotationKind.Custom,
            "metadata.code.branch_hint" => AnnotationKind.BranchHint,
            _ => null,
        };
        int first = _annotationTokens.Count;
        for (int depth = 1; ;)
        {
            if (!Next(out var token))
            {
                if (Problem is null)
                    Fail("unclosed annotation", _limit);
                return;
            }

            depth += token.Kind == TokenKind.LeftParen ? 1 : token.Kind == TokenKind.RightParen ? -1 : 0;
            if (depth == 0)
                break;
            if (kind is not null)
                _annotationTokens.Add(token);
        }

        if (kind is { } known)
            _annotations.Add(new Annotation(known, start, _tokens.Count, first, _annotationTokens.Count - first));
    }

    private static TokenKind Classify(ReadOnlySpan<byte> spelling)
    {
        byte first = spelling[0];
        if (first == '$')
            return TokenKind.Identifier;
        if (first is >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'i' or (byte)'n')
        {
            var kind = NumberLiteral.Classify(spelling);
            if (kind != TokenKind.Reserved)
                return kind;
        }

        return first is >= (byte)'a' and <= (byte)'z' ? TokenKind.Keyword : TokenKind.Reserved;
    }
}
