using System.Globalization;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>Date</c>. Local time is that of the clock's time zone.</summary>
internal static class DateIntrinsics
{
    // What a Date can hold, in milliseconds from 1970 (ECMAScript, TimeClip).
    private const double Most = 8.64e15;

    private const double MillisecondsPerDay = 86_400_000;

    public static void Install(JsRealm realm)
    {
        JsObject prototype = realm.CreatePrototype(realm.ObjectPrototype);
        JsObject type = realm.DefineClass(
            "Date",
            prototype,
            7,
            arguments => new DateObject(prototype, TimeOf(realm, arguments)),
            (_, _) => Text(realm, realm.Runtime.Clock.UnixMilliseconds));
        realm.Define(type, "now", 0, (_, _) => realm.Runtime.Clock.UnixMilliseconds);
        realm.Define(type, "parse", 1, (_, arguments) => Parse(realm, arguments.Text(0)));
        realm.Define(type, "UTC", 7, static (_, arguments) => Clip(Make(arguments)));

        realm.Define(prototype, "getTime", 0, static (thisValue, _) => thisValue.This<DateObject>().Time);
        realm.Define(prototype, "valueOf", 0, static (thisValue, _) => thisValue.This<DateObject>().Time);
        realm.Define(prototype, "setTime", 1, static (thisValue, arguments) =>
            thisValue.This<DateObject>().Time = Clip(arguments.Number(0)));
        realm.Define(prototype, "getTimezoneOffset", 0, (thisValue, _) =>
            thisValue.This<DateObject>().Time is var time && double.IsNaN(time) ? time : -Offset(realm, time) / 60_000);
        foreach ((string name, Func<double, double> part) in (ReadOnlySpan<(string, Func<double, double>)>)
        [
            ("FullYear", static t => Civil(t).Year), ("Month", static t => Civil(t).Month - 1), ("Date", static t => Civil(t).Day),
            ("Day", static t => Modulo(Math.Floor(t / MillisecondsPerDay) + 4, 7)),
            ("Hours", static t => Math.Floor(Modulo(t, MillisecondsPerDay) / 3_600_000)),
            ("Minutes", static t => Math.Floor(Modulo(t, 3_600_000) / 60_000)),
            ("Seconds", static t => Math.Floor(Modulo(t, 60_000) / 1000)), ("Milliseconds", static t => Modulo(t, 1000)),
        ])
        {
            realm.Define(prototype, $"getUTC{name}", 0, (thisValue, _) =>
                thisValue.This<DateObject>().Time is var time && double.IsNaN(time) ? time : part(time));
            realm.Define(prototype, $"get{name}", 0, (thisValue, _) =>
                thisValue.This<DateObject>().Time is var time && double.IsNaN(time) ? time : part(time + Offset(realm, time)));
        }

        realm.Define(prototype, "toISOString", 0, static (thisValue, _) =>
            thisValue.This<DateObject>().Time is var time && double.IsNaN(time) ? throw Errors.Range("Invalid time value") : Iso(time));
        realm.Define(prototype, "toJSON", 1, static (thisValue, _) =>
            thisValue.This<DateObject>().Time is var time && double.IsNaN(time) ? JsValue.Null : Iso(time));
        realm.Define(prototype, "toString", 0, (thisValue, _) => Text(realm, thisValue.This<DateObject>().Time));
        realm.Define(prototype, "toUTCString", 0, static (thisValue, _) => UtcText(thisValue.This<DateObject>().Time));
    }

    /// <summary>A point in time in the form of ISO 8601 that JavaScript has.</summary>
    public static string Iso(double time)
    {
        (double year, int month, int day) = Civil(time);
        string text = year is >= 0 and <= 9999
            ? year.ToString("0000", CultureInfo.InvariantCulture)
            : year.ToString("+000000;-000000", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{text}-{month:00}-{day:00}T{TimeText(time)}.{Modulo(time, 1000):000}Z");
    }

    private static double TimeOf(JsRealm realm, ReadOnlySpan<JsValue> arguments)
    {
        if (arguments.IsEmpty)
            return realm.Runtime.Clock.UnixMilliseconds;
        if (arguments.Length > 1)
        {
            double local = Make(arguments);
            return double.IsNaN(local) ? local : Clip(local - Offset(realm, local));
        }

        JsValue value = arguments[0].TryGetObject(out DateObject? other) ? other.Time
            : arguments[0].TryGetObject(out JsObject? target) ? Conversions.ToPrimitive(target, preferText: false) : arguments[0];
        return value.IsString ? Parse(realm, value.AsString()) : Clip(Conversions.ToNumber(value));
    }

    // Year, month, day, hours, minutes, seconds, milliseconds; each may go beyond its range.
    private static double Make(ReadOnlySpan<JsValue> arguments)
    {
        Span<double> parts = [double.NaN, 0, 1, 0, 0, 0, 0];
        for (int i = 0; i < Math.Min(arguments.Length, parts.Length); i++)
        {
            parts[i] = Math.Truncate(Conversions.ToNumber(arguments[i]));
            if (!double.IsFinite(parts[i]) || Math.Abs(parts[i]) > Most)
                return double.NaN;
        }

        if (parts[0] is >= 0 and <= 99)
            parts[0] += 1900;
        double months = (parts[0] * 12) + parts[1];
        double days = DaysOf(Math.Floor(months / 12), (int)Modulo(months, 12)) + parts[2] - 1;
        return (days * MillisecondsPerDay) + (parts[3] * 3_600_000) + (parts[4] * 60_000) + (parts[5] * 1000) + parts[6];
    }

    private static double Clip(double time) =>
        double.IsFinite(time) && Math.Abs(time) <= Most ? Math.Truncate(time) + 0.0 : double.NaN;

    private static double Parse(JsRealm realm, string text)
    {
        const int most = 256;
        if (text.Length > most)
            return double.NaN;

        // A date alone is in UTC, a date with a time is local, as ECMAScript has it.
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset parsed))
            return double.NaN;
        double time = (parsed.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        bool hasZone = text.EndsWith('Z') || text.EndsWith("GMT", StringComparison.Ordinal)
            || (text.Length > 10 && text.AsSpan(10).IndexOfAny('+', '-') >= 0);
        return text.Length <= 10 || hasZone ? time : time - Offset(realm, time);
    }

    /// <summary>By how many milliseconds local time is ahead at a point in time.</summary>
    private static double Offset(JsRealm realm, double time)
    {
        double ticks = (time * TimeSpan.TicksPerMillisecond) + DateTime.UnixEpoch.Ticks;
        if (!(ticks >= 0 && ticks < DateTime.MaxValue.Ticks))
            ticks = DateTime.UnixEpoch.Ticks;
        return realm.Runtime.Clock.Time.LocalTimeZone.GetUtcOffset(new DateTime((long)ticks, DateTimeKind.Utc)).TotalMilliseconds;
    }

    private static string Text(JsRealm realm, double time)
    {
        if (double.IsNaN(time))
            return "Invalid Date";
        double offset = Offset(realm, time), local = time + offset;
        (double year, int month, int day) = Civil(local);
        string sign = offset < 0 ? "-" : "+";
        double minutes = Math.Abs(offset) / 60_000;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DayName(local)} {MonthName(month)} {day:00} {year:0000} {TimeText(local)} GMT{sign}{Math.Floor(minutes / 60):00}{minutes % 60:00}");
    }

    private static string UtcText(double time)
    {
        if (double.IsNaN(time))
            return "Invalid Date";
        (double year, int month, int day) = Civil(time);
        return string.Create(
            CultureInfo.InvariantCulture, $"{DayName(time)}, {day:00} {MonthName(month)} {year:0000} {TimeText(time)} GMT");
    }

    private static string TimeText(double time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Floor(Modulo(time, MillisecondsPerDay) / 3_600_000):00}:{Math.Floor(Modulo(time, 3_600_000) / 60_000):00}:{Math.Floor(Modulo(time, 60_000) / 1000):00}");

    private static string DayName(double time) =>
        CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames[(int)Modulo(Math.Floor(time / MillisecondsPerDay) + 4, 7)];

    private static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[month - 1];

    private static double Modulo(double x, double y) => x - (Math.Floor(x / y) * y);

    // The proleptic Gregorian calendar in years that begin in March, so that the day that comes and goes is the last.
    private static double DaysOf(double year, int month)
    {
        double y = month < 2 ? year - 1 : year;
        int m = (month + 10) % 12;
        return (y * 365) + Math.Floor(y / 4) - Math.Floor(y / 100) + Math.Floor(y / 400) + (((m * 153) + 2) / 5) - 719_468;
    }

    private static (double Year, int Month, int Day) Civil(double time)
    {
        double days = Math.Floor(time / MillisecondsPerDay) + 719_468;
        double era = Math.Floor(days / 146_097);
        int dayOfEra = (int)(days - (era * 146_097));
        int yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        int dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        int m = ((5 * dayOfYear) + 2) / 153;
        int month = m < 10 ? m + 3 : m - 9;
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, dayOfYear - (((153 * m) + 2) / 5) + 1);
    }
}
