using System.Globalization;
using System.Text;

namespace Wasil.Syntax;

/// <summary>Names as messages show them: a module may call things anything, and what it says must not look like a line of a log,
/// or move a terminal's cursor.</summary>
internal static class OneLine
{
    /// <summary>The name with <c>\u{a}</c> for a line feed, and so on for all that controls rather than prints.</summary>
    public static string Of(string name)
    {
        StringBuilder? result = null;
        for (int i = 0; i < name.Length; i++)
        {
            char unit = name[i];
            if (IsPrintable(unit))
            {
                result?.Append(unit);
                continue;
            }

            result ??= new StringBuilder(name, 0, i, name.Length + 16);
            result.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)unit:x}}}");
        }

        return result?.ToString() ?? name;
    }

    private static bool IsPrintable(char unit) => unit is >= ' ' and < '\u007f'
        || char.GetUnicodeCategory(unit) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
