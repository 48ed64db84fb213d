using System.Collections.Frozen;
using System.Text;
using Wasil.Binary;
using Wasil.Instructions;

namespace Wasil.Text;

/// <summary>A place among the tokens of a text, and the ways to look at what stands there and to complain about it.</summary>
internal abstract class TokenParser
{
    /// <summary>
    /// The keywords that are not instructions: unexpected where they do not belong, while all others are unknown.
    /// </summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Keywords = FrozenSet.ToFrozenSet([
        "i32", "i64", "f32", "f64", "v128", "i8", "i16", "i8x16", "i16x8", "i32x4", "i64x2", "f32x4", "f64x2",
        "func", "extern", "any", "eq", "struct", "array", "exn", "none", "noextern", "nofunc", "noexn", "i31",
        "funcref", "externref", "anyref", "eqref", "structref", "arrayref", "exnref", "nullref", "nullexternref", "nullfuncref",
        "nullexnref", "i31ref", "ref", "null", "mut", "field", "sub", "final", "rec", "type", "param", "result", "local",
        "module", "import", "export", "start", "table", "memory", "global", "tag", "elem", "data", "declare", "item", "offset",
        "shared", "pagesize", "exact", "describes", "descriptor", "then", "do", "catch_ref", "catch_all_ref",
        "definition", "instance", "binary", "quote", "register", "invoke", "get", "script", "input", "output",
        "assert_malformed", "assert_malformed_custom", "assert_invalid", "assert_invalid_custom", "assert_unlinkable",
        "assert_return", "assert_trap", "assert_exception", "assert_exhaustion", "assert_suspension", "either", "thread", "wait",
        "nan:canonical", "nan:arithmetic", "ref.host", "ref.any", "ref.exn", "ref.struct", "ref.array", "ref.extern",
    ]).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Token[] _tokens;
    private readonly char[] _word = new char[64];

    protected TokenParser(SourceText text, int start, int end)
    {
        Text = text;
        _tokens = text.Tokens;
        At = start;
        End = end;
    }

    protected SourceText Text { get; }

    /// <summary>The index of the current token.</summary>
    protected int At { get; set; }

    /// <summary>
    /// The index of the token that ends what is parsed: the last one, or a parenthesis around a part of a script.
    /// </summary>
    protected int End { get; }

    protected Token Current => _tokens[At];

    protected bool AtEnd => At >= End;

    protected Token Peek(int ahead = 1) => _tokens[Math.Min(At + ahead, _tokens.Length - 1)];

    protected bool Is(TokenKind kind) => _tokens[At].Kind == kind;

    protected bool IsIndex => _tokens[At].Kind is TokenKind.Natural or TokenKind.Identifier;

    protected bool IsNumber => _tokens[At].Kind is TokenKind.Natural or TokenKind.Integer or TokenKind.Float;

    protected bool IsKeyword(Token token, ReadOnlySpan<byte> keyword) =>
        token.Kind == TokenKind.Keyword && Text.Spelling(token).SequenceEqual(keyword);

    protected bool IsKeyword(ReadOnlySpan<byte> keyword) => IsKeyword(Current, keyword);

    /// <summary>Whether a parenthesis and a keyword stand here.</summary>
    protected bool IsOpen(ReadOnlySpan<byte> keyword) => Is(TokenKind.LeftParen) && IsKeyword(Peek(), keyword);

    /// <summary>
    /// The keyword of a token, valid until the next call; empty where the token is none, or too long to be known.
    /// </summary>
    protected ReadOnlySpan<char> Word(Token token)
    {
        if (token.Kind != TokenKind.Keyword || token.Length > _word.Length)
            return [];
        Encoding.ASCII.GetChars(Text.Spelling(token), _word);
        return _word.AsSpan(0, token.Length);
    }

    protected Token Take(TokenKind kind)
    {
        if (!Is(kind))
            throw Unexpected();
        return _tokens[At++];
    }

    protected bool TryTake(TokenKind kind)
    {
        if (!Is(kind))
            return false;
        At++;
        return true;
    }

    protected bool TryTakeKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!IsKeyword(keyword))
            return false;
        At++;
        return true;
    }

    protected void TakeKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!TryTakeKeyword(keyword))
            throw Unexpected();
    }

    /// <summary>Takes a parenthesis and a keyword where they stand here.</summary>
    protected bool TryOpen(ReadOnlySpan<byte> keyword)
    {
        if (!IsOpen(keyword))
            return false;
        At += 2;
        return true;
    }

    protected void Open(ReadOnlySpan<byte> keyword)
    {
        Take(TokenKind.LeftParen);
        TakeKeyword(keyword);
    }

    protected void Close() => Take(TokenKind.RightParen);

    /// <summary>The index of the token after the parenthesis that closes the one at an index; the end where none does.</summary>
    protected int AfterParentheses(int index)
    {
        int depth = 0;
        for (; index < End; index++)
        {
            if (_tokens[index].Kind == TokenKind.LeftParen)
                depth++;
            else if (_tokens[index].Kind == TokenKind.RightParen && --depth == 0)
                return index + 1;
        }

        return End;
    }

    protected Token TokenAt(int index) => _tokens[Math.Min(index, _tokens.Length - 1)];

    /// <summary>The name of an identifier, without its <c>$</c>.</summary>
    protected string NameOf(Token identifier)
    {
        var spelling = Text.Spelling(identifier)[1..];
        if (spelling[0] != '"')
            return Encoding.ASCII.GetString(spelling);
        StringLiteral.TryDecodeName(spelling, out string? name);
        return name!;
    }

    protected string? TryTakeIdentifier() => Is(TokenKind.Identifier) ? NameOf(Take(TokenKind.Identifier)) : null;

    /// <summary>A string that must be UTF-8.</summary>
    protected string TakeName()
    {
        var token = Take(TokenKind.String);
        return StringLiteral.TryDecodeName(Text.Spelling(token), out string? name)
            ? name
            : throw Malformed(token, "malformed UTF-8 encoding");
    }

    /// <summary>Appends the bytes of all strings that stand here.</summary>
    protected void TakeStrings(ByteWriter target)
    {
        while (Is(TokenKind.String))
            StringLiteral.Decode(Text.Spelling(_tokens[At++]), target);
    }

    protected uint TakeU32()
    {
        var token = Take(TokenKind.Natural);
        return ParseU32(token);
    }

    protected ulong TakeU64()
    {
        var token = Take(TokenKind.Natural);
        return NumberLiteral.TryParseNatural(Text.Spelling(token), out ulong value)
            ? value
            : throw Malformed(token, "i64 constant out of range");
    }

    protected uint ParseU32(Token token) =>
        NumberLiteral.TryParseNatural(Text.Spelling(token), out ulong value) && value <= uint.MaxValue
            ? (uint)value
            : throw Malformed(token, "i32 constant out of range");

    /// <summary>A number token as the bits of an integer.</summary>
    protected ulong TakeInteger(int width)
    {
        var token = TakeNumber();
        return token.Kind != TokenKind.Float && NumberLiteral.TryParseInteger(Text.Spelling(token), width, out ulong bits)
            ? bits
            : throw OutOfRange(token);
    }

    protected uint TakeF32()
    {
        var token = TakeNumber();
        return NumberLiteral.TryParseF32(Text.Spelling(token), out uint bits) ? bits : throw OutOfRange(token);
    }

    protected ulong TakeF64()
    {
        var token = TakeNumber();
        return NumberLiteral.TryParseF64(Text.Spelling(token), out ulong bits) ? bits : throw OutOfRange(token);
    }

    /// <summary>The shape that a vector constant begins with: how wide its lanes are, and whether they are floats.</summary>
    protected (int Width, bool Floats) TakeShape()
    {
        (int Width, bool Floats) shape = Word(Current) switch
        {
            "i8x16" => (8, false),
            "i16x8" => (16, false),
            "i32x4" => (32, false),
            "i64x2" => (64, false),
            "f32x4" => (32, true),
            "f64x2" => (64, true),
            _ => throw Unexpected(),
        };
        At++;
        return shape;
    }

    protected ulong TakeLaneBits(int width, bool floats) =>
        !floats ? TakeInteger(width) : width == 32 ? TakeF32() : TakeF64();

    /// <summary>The abstract heap type that stands here, or null.</summary>
    protected HeapType? TryTakeAbstractHeapType()
    {
        HeapType? type = Word(Current) switch
        {
            "func" => HeapType.Func,
            "extern" => HeapType.Extern,
            "any" => HeapType.Any,
            "eq" => HeapType.Eq,
            "i31" => HeapType.I31,
            "struct" => HeapType.Struct,
            "array" => HeapType.Array,
            "exn" => HeapType.Exn,
            "none" => HeapType.None,
            "noextern" => HeapType.NoExtern,
            "nofunc" => HeapType.NoFunc,
            "noexn" => HeapType.NoExn,
            _ => null,
        };
        if (type is not null)
            At++;
        return type;
    }

    protected MalformedModuleException Malformed(Token token, string problem) => Text.Malformed(token.Offset, problem);

    /// <summary>The complaint about the current token: that it is unknown, or that it does not belong here.</summary>
    protected MalformedModuleException Unexpected() => Unexpected(Current);

    protected MalformedModuleException Unexpected(Token token)
    {
        string spelling = token.Length <= 64
            ? Encoding.UTF8.GetString(Text.Spelling(token))
            : Encoding.UTF8.GetString(Text.Utf8.Slice(token.Offset, 64)) + "...";
        return Malformed(token, token.Kind switch
        {
            TokenKind.Invalid => Text.Problem!,
            _ when IsUnknown(token) => $"unknown operator {spelling}",
            TokenKind.End => "unexpected token: the text ends here",
            _ => $"unexpected token {spelling}",
        });
    }

    /// <summary>Whether a token belongs nowhere.</summary>
    protected bool IsUnknown(Token token) =>
        token.Kind is TokenKind.Reserved or TokenKind.Invalid || (token.Kind == TokenKind.Keyword && !IsKnown(token));

    /// <summary>Whether a keyword is <c>offset=</c> or <c>align=</c>, and the number behind it.</summary>
    protected bool IsMemoryArgument(Token token, ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> number)
    {
        number = default;
        if (token.Kind != TokenKind.Keyword || !Text.Spelling(token).StartsWith(prefix))
            return false;
        number = Text.Spelling(token)[prefix.Length..];
        return !number.IsEmpty && NumberLiteral.Classify(number) == TokenKind.Natural;
    }

    private MalformedModuleException OutOfRange(Token token) => Malformed(token, "constant out of range");

    private Token TakeNumber() => IsNumber ? _tokens[At++] : throw Unexpected();

    private bool IsKnown(Token token)
    {
        var word = Word(token);
        return Keywords.Contains(word)
            || Mnemonics.TryGetOpcode(word, out _)
            || IsMemoryArgument(token, "offset="u8, out _)
            || IsMemoryArgument(token, "align="u8, out _);
    }
}
