using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Wasil.Binary;

namespace Wasil.Text;

/// <summary>The bytes that a string stands for. See "Strings" and "Names" in the specification's text chapter.</summary>
internal static class StringLiteral
{
    /// <summary>The length of the escape at the start of a text, or 0 where there is none.</summary>
    public static int LengthOfEscape(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
            return 0;
        switch (text[1])
        {
            case (byte)'t' or (byte)'n' or (byte)'r' or (byte)'"' or (byte)'\'' or (byte)'\\':
                return 2;
            case (byte)'u':
                int end = text.IndexOf((byte)'}');
                return end >= 0 && text[2] == '{' && TryReadCodePoint(text[3..end], out _) ? end + 1 : 0;
            default:
                return text.Length > 2 && IsHex(text[1]) && IsHex(text[2]) ? 3 : 0;
        }
    }

    /// <summary>Appends the bytes of a string that the lexer accepted, quotes included in its spelling.</summary>
    public static void Decode(ReadOnlySpan<byte> spelling, ByteWriter target)
    {
        var rest = spelling[1..^1];
        Span<byte> utf8 = stackalloc byte[4];
        while (true)
        {
            int plain = rest.IndexOf((byte)'\\');
            target.WriteBytes(plain < 0 ? rest : rest[..plain]);
            if (plain < 0)
                return;
            rest = rest[plain..];
            int length = LengthOfEscape(rest);
            switch (rest[1])
            {
                case (byte)'t':
                    target.WriteByte((byte)'\t');
                    break;
                case (byte)'n':
                    target.WriteByte((byte)'\n');
                    break;
                case (byte)'r':
                    target.WriteByte((byte)'\r');
                    break;
                case (byte)'u':
                    TryReadCodePoint(rest[3..(length - 1)], out var rune);
                    target.WriteBytes(utf8[..rune.EncodeToUtf8(utf8)]);
                    break;
                default:
                    target.WriteByte(length == 3
                        ? byte.Parse(rest[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                        : rest[1]);
                    break;
            }

            rest = rest[length..];
        }
    }

    /// <summary>Whether the bytes of a string are UTF-8, as those of a name must be.</summary>
    public static bool IsName(ReadOnlySpan<byte> spelling)
    {
        var bytes = new ByteWriter(spelling.Length);
        Decode(spelling, bytes);
        return Utf8.IsValid(bytes.Written);
    }

    public static bool TryDecodeName(ReadOnlySpan<byte> spelling, [NotNullWhen(true)] out string? name)
    {
        var bytes = new ByteWriter(spelling.Length);
        Decode(spelling, bytes);
        name = Utf8.IsValid(bytes.Written) ? Encoding.UTF8.GetString(bytes.Written) : null;
        return name is not null;
    }

    private static bool IsHex(byte unit) => char.IsAsciiHexDigit((char)unit);

    private static bool TryReadCodePoint(ReadOnlySpan<byte> digits, out Rune rune)
    {
        rune = default;
        return NumberLiteral.IsHexDigits(digits)
            && NumberLiteral.TryParseHexDigits(digits, out ulong value)
            && value <= uint.MaxValue
            && Rune.TryCreate((uint)value, out rune);
    }
}
