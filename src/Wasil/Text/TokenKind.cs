namespace Wasil.Text;

/// <summary>The classes of tokens in the text format. See "Tokens" in the specification.</summary>
internal enum TokenKind : byte
{
    /// <summary>After the last token, and at the end of a part of a script.</summary>
    End,

    LeftParen,

    RightParen,

    Keyword,

    /// <summary>An integer without a sign.</summary>
    Natural,

    /// <summary>An integer with a sign.</summary>
    Integer,

    Float,

    String,

    /// <summary>A <c>$</c> and a name, which may be a string.</summary>
    Identifier,

    /// <summary>A run of characters that is no other token.</summary>
    Reserved,

    /// <summary>
    /// Where the source stops to consist of tokens; <see cref="SourceText.Problem"/> says why. Always the last but the end.
    /// </summary>
    Invalid,
}
