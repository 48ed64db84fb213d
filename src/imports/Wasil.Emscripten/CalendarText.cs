using System.Globalization;
using System.Text;

namespace Wasil.Emscripten;

/// <summary>Dates as C's <c>strftime</c> writes them in the locale <c>C</c> (ISO C, 7.29.3.5).</summary>
internal static class CalendarText
{
    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    /// <summary>Writes a date.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="format">The format.</param>
    /// <param name="field">The fields of a <c>struct tm</c> by their number, which may be outside their ranges.</param>
    /// <param name="most">How long the text may become.</param>
    /// <returns>Whether it did not become longer.</returns>
    public static bool TryFormat(StringBuilder text, string format, Func<int, int> field, int most)
    {
        for (int i = 0; i < format.Length; i++)
        {
            if (text.Length >= most)
                return false;
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }

            i++;
            // E and O ask for forms of other locales, which this one has not.
            if (format[i] is 'E' or 'O' && i + 1 < format.Length)
                i++;
            Append(text, format[i], field);
        }

        return text.Length < most;
    }

    private static void Append(StringBuilder text, char conversion, Func<int, int> field)
    {
        long year = field(5) + 1900L;
        int hour = field(2) % 12 is 0 ? 12 : field(2) % 12;
        switch (conversion)
        {
            case 'a': text.Append(Name(Names.AbbreviatedDayNames, 7, field(6))); break;
            case 'A': text.Append(Name(Names.DayNames, 7, field(6))); break;
            case 'b' or 'h': text.Append(Name(Names.AbbreviatedMonthNames, 12, field(4))); break;
            case 'B': text.Append(Name(Names.MonthNames, 12, field(4))); break;
            case 'c': AppendAll(text, "%a %b %e %H:%M:%S %Y", field); break;
            case 'C': Number(text, Floor(year, 100), 2); break;
            case 'd': Number(text, field(3), 2); break;
            case 'D' or 'x': AppendAll(text, "%m/%d/%y", field); break;
            case 'e': Number(text, field(3), 2, ' '); break;
            case 'F': AppendAll(text, "%Y-%m-%d", field); break;
            case 'g': Number(text, Remainder(WeekYear(field).Year, 100), 2); break;
            case 'G': text.Append(CultureInfo.InvariantCulture, $"{WeekYear(field).Year}"); break;
            case 'H': Number(text, field(2), 2); break;
            case 'I': Number(text, hour, 2); break;
            case 'j': Number(text, field(7) + 1L, 3); break;
            case 'm': Number(text, field(4) + 1L, 2); break;
            case 'M': Number(text, field(1), 2); break;
            case 'n': text.Append('\n'); break;
            case 'p': text.Append(field(2) >= 12 ? "PM" : "AM"); break;
            case 'r': AppendAll(text, "%I:%M:%S %p", field); break;
            case 'R': AppendAll(text, "%H:%M", field); break;
            case 'S': Number(text, field(0), 2); break;
            case 't': text.Append('\t'); break;
            case 'T' or 'X': AppendAll(text, "%H:%M:%S", field); break;
            case 'u': Number(text, field(6) == 0 ? 7 : field(6), 1); break;
            case 'U': Number(text, (field(7) + 7L - field(6)) / 7, 2); break;
            case 'V': Number(text, WeekYear(field).Week, 2); break;
            case 'w': Number(text, field(6), 1); break;
            case 'W': Number(text, (field(7) + 7L - Remainder(field(6) + 6L, 7)) / 7, 2); break;
            case 'y': Number(text, Remainder(year, 100), 2); break;
            case 'Y': text.Append(CultureInfo.InvariantCulture, $"{year}"); break;
            case 'z': AppendZone(text, field(9)); break;
            case 'Z': text.Append("UTC"); AppendZone(text, field(9)); break;
            case '%': text.Append('%'); break;
            default: text.Append('%').Append(conversion); break;
        }
    }

    private static void AppendAll(StringBuilder text, string format, Func<int, int> field) =>
        TryFormat(text, format, field, int.MaxValue);

    private static void AppendZone(StringBuilder text, int seconds)
    {
        long minutes = Math.Abs((long)seconds) / 60;
        text.Append(seconds < 0 ? '-' : '+');
        Number(text, minutes / 60, 2);
        Number(text, minutes % 60, 2);
    }

    private static void Number(StringBuilder text, long value, int width, char fill = '0') =>
        text.Append(value.ToString(CultureInfo.InvariantCulture).PadLeft(width, fill));

    private static string Name(string[] names, int count, int index) => (uint)index < (uint)count ? names[index] : "?";

    // The week of ISO 8601, whose year is another one around New Year; years outside .NET's have none.
    private static (long Year, long Week) WeekYear(Func<int, int> field)
    {
        long year = field(5) + 1900L;
        if (year is < 2 or > 9998)
            return (year, 1);
        DateTime day = new DateTime((int)year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(Math.Clamp(field(7), 0, 365));
        return (ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day));
    }

    private static long Floor(long value, long by) => (value - Remainder(value, by)) / by;

    private static long Remainder(long value, long by) => ((value % by) + by) % by;
}
