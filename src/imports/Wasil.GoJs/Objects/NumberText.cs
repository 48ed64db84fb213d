using System.Globalization;

namespace Wasil.GoJs.Objects;

/// <summary>Numbers and text, as ECMAScript converts them (Number::toString, StringToNumber).</summary>
internal static class NumberText
{
    public static string Of(double value)
    {
        if (value == (int)value && (value != 0 || !double.IsNegative(value)))
            return ((int)value).ToString(CultureInfo.InvariantCulture);
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "Infinity" : "-Infinity";
        if (value == 0)
            return "0";

        // .NET finds the same shortest digits and only sets them differently.
        string shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        int mark = shortest.IndexOf('E', StringComparison.Ordinal);
        string mantissa = mark < 0 ? shortest : shortest[..mark];
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        int exponent = mark < 0 ? ExponentOf(shortest) : int.Parse(shortest[(mark + 1)..], CultureInfo.InvariantCulture);
        return (value < 0 ? "-" : "") + Format(digits, exponent);
    }

    public static double Parse(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
            return 0;
        if (trimmed.Length > 2 && trimmed[0] == '0')
        {
            int radix = char.ToLowerInvariant(trimmed[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
            if (radix != 0)
                return ParseInteger(trimmed[2..], radix, whole: true);
        }

        return trimmed switch
        {
            "Infinity" or "+Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => char.IsAsciiDigit(trimmed[^1]) || trimmed[^1] == '.'
                ? double.TryParse(
                    trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                    CultureInfo.InvariantCulture, out double value) ? value : double.NaN
                : double.NaN,
        };
    }

    /// <summary>As <c>parseInt</c>: the digits at the start, or all where <paramref name="whole"/>.</summary>
    public static double ParseInteger(ReadOnlySpan<char> text, int radix, bool whole)
    {
        double value = 0;
        int count = 0;
        foreach (char c in text)
        {
            int digit = char.IsAsciiHexDigit(c) || char.IsAsciiLetter(c)
                ? char.IsAsciiDigit(c) ? c - '0' : char.ToLowerInvariant(c) - 'a' + 10
                : radix;
            if (digit >= radix)
            {
                if (whole)
                    return double.NaN;
                break;
            }

            value = (value * radix) + digit;
            count++;
        }

        return count == 0 ? double.NaN : value;
    }

    private static int ExponentOf(string plain)
    {
        int point = plain.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? plain : plain[..point];
        if (whole.TrimStart('0').Length > 0)
            return whole.Length - 1;
        string fraction = plain[(point + 1)..];
        return -(fraction.Length - fraction.TrimStart('0').Length) - 1;
    }

    private static string Format(string digits, int exponent)
    {
        int point = exponent + 1;
        if (point > 21 || point <= -6)
        {
            string mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
            return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}");
        }

        if (point >= digits.Length)
            return digits + new string('0', point - digits.Length);
        return point > 0
            ? $"{digits[..point]}.{digits[point..]}"
            : $"0.{new string('0', -point)}{digits}";
    }
}
