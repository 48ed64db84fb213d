using System.Globalization;
using System.Numerics;

namespace Wasil.Text;

/// <summary>
/// The values of number tokens, exactly: integers by their range, floats rounded once, to nearest, ties to even, into the
/// format asked for. See "Integers" and "Floating-Point" in the specification's text chapter.
/// </summary>
internal static class NumberLiteral
{
    // An exponent that is certainly out of range of either format, and far from overflow when digits are counted onto it.
    private const long HugeExponent = 1L << 40;

    /// <summary>Which kind of number a run of identifier characters is; reserved where it is none.</summary>
    public static TokenKind Classify(ReadOnlySpan<byte> spelling)
    {
        bool signed = spelling[0] is (byte)'+' or (byte)'-';
        var rest = signed ? spelling[1..] : spelling;
        if (rest.SequenceEqual("inf"u8) || rest.SequenceEqual("nan"u8))
            return TokenKind.Float;
        if (rest.StartsWith("nan:0x"u8))
            return IsHexDigits(rest[6..]) ? TokenKind.Float : TokenKind.Reserved;

        bool hex = rest.StartsWith("0x"u8);
        if (hex)
            rest = rest[2..];
        int length = LengthOfDigits(rest, hex);
        if (length == 0)
            return TokenKind.Reserved;
        if (length == rest.Length)
            return signed ? TokenKind.Integer : TokenKind.Natural;
        rest = rest[length..];
        if (rest[0] == '.')
            rest = rest[(1 + LengthOfDigits(rest[1..], hex))..];
        if (rest.IsEmpty)
            return TokenKind.Float;
        if ((rest[0] | 0x20) != (hex ? 'p' : 'e'))
            return TokenKind.Reserved;
        rest = rest[1..];
        if (!rest.IsEmpty && rest[0] is (byte)'+' or (byte)'-')
            rest = rest[1..];
        length = LengthOfDigits(rest, hex: false);
        return length > 0 && length == rest.Length ? TokenKind.Float : TokenKind.Reserved;
    }

    /// <summary>Whether this is digits, with single underscores between them.</summary>
    public static bool IsHexDigits(ReadOnlySpan<byte> text) => !text.IsEmpty && LengthOfDigits(text, hex: true) == text.Length;

    /// <summary>The value of digits and underscores; false where it needs more than 64 bits.</summary>
    public static bool TryParseHexDigits(ReadOnlySpan<byte> digits, out ulong value) => TryParseDigits(digits, 16, out value);

    /// <summary>The value of an integer token without a sign; false where it needs more than 64 bits.</summary>
    public static bool TryParseNatural(ReadOnlySpan<byte> spelling, out ulong value) =>
        spelling.StartsWith("0x"u8) ? TryParseDigits(spelling[2..], 16, out value) : TryParseDigits(spelling, 10, out value);

    /// <summary>
    /// The bits of an integer token that may be meant signed or unsigned; false where it is out of range of both. A sign,
    /// even plus, makes it signed.
    /// </summary>
    public static bool TryParseInteger(ReadOnlySpan<byte> spelling, int width, out ulong bits)
    {
        bool signed = spelling[0] is (byte)'+' or (byte)'-';
        bool negative = spelling[0] == '-';
        if (!TryParseNatural(signed ? spelling[1..] : spelling, out bits))
            return false;
        ulong mask = ulong.MaxValue >> (64 - width);
        ulong limit = negative ? (mask >> 1) + 1 : signed ? mask >> 1 : mask;
        if (bits > limit)
            return false;
        bits = (negative ? 0 - bits : bits) & mask;
        return true;
    }

    /// <summary>The bits of an <c>f32</c> token, or of an integer token taken for one; false where it is out of range.</summary>
    public static bool TryParseF32(ReadOnlySpan<byte> spelling, out uint bits)
    {
        bool fits = TryParseFloat(spelling, FloatFormat.F32, out ulong wide);
        bits = (uint)wide;
        return fits;
    }

    /// <summary>The bits of an <c>f64</c> token, or of an integer token taken for one; false where it is out of range.</summary>
    public static bool TryParseF64(ReadOnlySpan<byte> spelling, out ulong bits) =>
        TryParseFloat(spelling, FloatFormat.F64, out bits);

    private static int LengthOfDigits(ReadOnlySpan<byte> text, bool hex)
    {
        int length = 0;
        while (length < text.Length)
        {
            // An underscore belongs to the digits where one stands on either side of it.
            int digit = text[length] == '_' && length > 0 ? length + 1 : length;
            if (digit == text.Length || !(hex ? char.IsAsciiHexDigit((char)text[digit]) : char.IsAsciiDigit((char)text[digit])))
                break;
            length = digit + 1;
        }

        return length;
    }

    private static bool TryParseDigits(ReadOnlySpan<byte> digits, uint radix, out ulong value)
    {
        value = 0;
        foreach (byte unit in digits)
        {
            if (unit == '_')
                continue;
            ulong high = Math.BigMul(value, radix, out ulong low);
            value = low + (uint)HexDigit(unit);
            if (high != 0 || value < low)
                return false;
        }

        return true;
    }

    private static int HexDigit(byte unit) => unit <= '9' ? unit - '0' : (unit | 0x20) - 'a' + 10;

    private static bool TryParseFloat(ReadOnlySpan<byte> spelling, FloatFormat format, out ulong bits)
    {
        bool negative = spelling[0] == '-';
        var rest = spelling[0] is (byte)'+' or (byte)'-' ? spelling[1..] : spelling;
        bool fits;
        if (rest[0] == 'i')
        {
            bits = format.Infinity;
            fits = true;
        }
        else if (rest[0] == 'n')
        {
            ulong payload = 1UL << (format.FractionBits - 1);
            fits = rest.Length == 3
                || (TryParseHexDigits(rest[6..], out payload) && payload != 0 && payload >> format.FractionBits == 0);
            bits = format.Infinity | payload;
        }
        else
        {
            fits = rest.StartsWith("0x"u8) ? TryParseHex(rest[2..], format, out bits) : TryParseDecimal(rest, format, out bits);
        }

        if (negative)
            bits |= 1UL << format.SignBit;
        return fits;
    }

    private static bool TryParseHex(ReadOnlySpan<byte> rest, FloatFormat format, out ulong bits)
    {
        ulong mantissa = 0;
        long exponent = 0;
        bool sticky = false;
        bool fraction = false;
        int position = 0;
        for (; position < rest.Length && (rest[position] | 0x20) != 'p'; position++)
        {
            byte unit = rest[position];
            if (unit == '_')
                continue;
            if (unit == '.')
            {
                fraction = true;
                continue;
            }

            int digit = HexDigit(unit);
            if (mantissa >> 60 == 0)
            {
                mantissa = (mantissa << 4) | (uint)digit;
                exponent -= fraction ? 4 : 0;
            }
            else
            {
                sticky |= digit != 0;
                exponent += fraction ? 0 : 4;
            }
        }

        bits = 0;
        if (mantissa == 0)
            return true;
        if (position < rest.Length)
            exponent += ParseExponent(rest[(position + 1)..]);

        int shift = BitOperations.LeadingZeroCount(mantissa);
        mantissa <<= shift;
        exponent += 63 - shift;
        if (exponent > format.MaxExponent)
            return false;

        // A subnormal keeps as many bits fewer as its exponent lies below the least; with none kept it can still round up.
        long kept = format.FractionBits + 1 - Math.Max(0, format.MinExponent - exponent);
        if (kept < 0)
            return true;
        int dropped = 64 - (int)kept;
        ulong quotient = dropped == 64 ? 0 : mantissa >> dropped;
        ulong remainder = mantissa << (int)(kept & 63);
        if (kept == 0)
            remainder = mantissa;
        const ulong Half = 1UL << 63;
        if (remainder > Half || (remainder == Half && (sticky || (quotient & 1) != 0)))
            quotient++;

        // The carry of rounding up runs from the fraction into the exponent as it should: to the next power of two, from
        // the subnormals to the normal numbers, or to infinity.
        bits = exponent < format.MinExponent
            ? quotient
            : ((ulong)(exponent - format.MinExponent) << format.FractionBits) + quotient;
        return bits < format.Infinity;
    }

    private static bool TryParseDecimal(ReadOnlySpan<byte> rest, FloatFormat format, out ulong bits)
    {
        // The framework rounds correctly, and directly into either format, but is not written for underscores and
        // exponents of any size: it gets 0.ddd with the exponent that goes with that.
        int mantissaLength = rest.IndexOfAny((byte)'e', (byte)'E') is var at and >= 0 ? at : rest.Length;
        Span<byte> text = rest.Length < 200 ? stackalloc byte[256] : new byte[rest.Length + 56];
        text[0] = (byte)'.';
        int length = 1;
        long exponent = 0;
        bool fraction = false;
        foreach (byte unit in rest[..mantissaLength])
        {
            if (unit == '_')
                continue;
            if (unit == '.')
            {
                fraction = true;
                continue;
            }

            if (length > 1 || unit != '0')
            {
                text[length++] = unit;
                exponent += fraction ? 0 : 1;
            }
            else if (fraction)
            {
                exponent--;
            }
        }

        bits = 0;
        if (length == 1)
            return true;
        if (mantissaLength < rest.Length)
            exponent += ParseExponent(rest[(mantissaLength + 1)..]);
        if (exponent < -400)
            return true;
        if (exponent > 400)
            return false;

        text[length++] = (byte)'e';
        ((int)exponent).TryFormat(text[length..], out int written, default, CultureInfo.InvariantCulture);
        var number = text[..(length + written)];
        bits = format.FractionBits == FloatFormat.F32.FractionBits
            ? BitConverter.SingleToUInt32Bits(float.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture))
            : BitConverter.DoubleToUInt64Bits(double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture));
        return bits < format.Infinity;
    }

    private static long ParseExponent(ReadOnlySpan<byte> text)
    {
        bool negative = text[0] == '-';
        var digits = text[0] is (byte)'+' or (byte)'-' ? text[1..] : text;
        if (!TryParseDigits(digits, 10, out ulong magnitude) || magnitude > HugeExponent)
            magnitude = HugeExponent;
        return negative ? -(long)magnitude : (long)magnitude;
    }

    private readonly record struct FloatFormat(int FractionBits, int MinExponent, int MaxExponent, int SignBit)
    {
        public static FloatFormat F32 => new(23, -126, 127, 31);

        public static FloatFormat F64 => new(52, -1022, 1023, 63);

        public ulong Infinity => ((1UL << (SignBit - FractionBits)) - 1) << FractionBits;
    }
}
