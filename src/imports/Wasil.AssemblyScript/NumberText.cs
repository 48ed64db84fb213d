using System.Globalization;

namespace Wasil.AssemblyScript;

/// <summary>Numbers as JavaScript writes them (ECMA-262, "Number::toString").</summary>
internal static class NumberText
{
    public static string Of(double number)
    {
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        if (number == 0)
            return "0";

        // .NET writes the shortest digits that lead back to the number, as JavaScript does.
        (string digits, int exponent) = Split(Math.Abs(number).ToString("R", CultureInfo.InvariantCulture));
        string sign = number < 0 ? "-" : "";
        int point = exponent + 1;
        return sign + (point switch
        {
            > 21 or <= -6 => digits.Length == 1
                ? $"{digits}e{exponent:+0;-0}"
                : $"{digits[0]}.{digits[1..]}e{exponent:+0;-0}",
            <= 0 => $"0.{new string('0', -point)}{digits}",
            _ when digits.Length <= point => digits + new string('0', point - digits.Length),
            _ => $"{digits[..point]}.{digits[point..]}",
        });
    }

    // Digits without zeros at either end, and the power of ten of the first.
    private static (string Digits, int Exponent) Split(string text)
    {
        int exponent = 0;
        int e = text.IndexOf('E', StringComparison.Ordinal);
        if (e >= 0)
        {
            exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }

        int point = text.IndexOf('.', StringComparison.Ordinal);
        int whole = point < 0 ? text.Length : point;
        string digits = text.Replace(".", "", StringComparison.Ordinal);
        int zeros = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), exponent + whole - 1 - zeros);
    }
}
