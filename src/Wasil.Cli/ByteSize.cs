using System.Globalization;

namespace Wasil.Cli;

/// <summary>Sizes as a person writes them: a number of bytes, or of KiB, MiB, GiB as in <c>64M</c> or <c>64MiB</c>.</summary>
internal static class ByteSize
{
    public static bool TryParse(string text, out long bytes)
    {
        ReadOnlySpan<char> number = text;
        foreach (string suffix in (ReadOnlySpan<string>)["iB", "B"])
        {
            if (number.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                number = number[..^suffix.Length];
                break;
            }
        }

        int shift = ShiftOf(number);
        if (shift > 0)
            number = number[..^1];
        bool valid = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            && count <= long.MaxValue >> shift;
        bytes = valid ? count << shift : 0;
        return valid;
    }

    private static int ShiftOf(ReadOnlySpan<char> number) => number.IsEmpty ? 0 : char.ToUpperInvariant(number[^1]) switch
    {
        'K' => 10,
        'M' => 20,
        'G' => 30,
        'T' => 40,
        _ => 0,
    };
}
