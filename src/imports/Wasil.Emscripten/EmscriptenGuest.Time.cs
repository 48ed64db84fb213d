using System.Text;
using Wasil.Wasi;

namespace Wasil.Emscripten;

// Clocks and the calendar. struct tm has nine ints: seconds, minutes, hours, day, month from 0, years since 1900, day of the week from
// Sunday, day of the year from 0, whether it is summer time; a long, the seconds east of UTC; and the zone's name, which the C library sets.
internal sealed partial class EmscriptenGuest
{
    private const int TimeZoneNameBytes = 17;
    private static readonly long EarliestSecond = DateTimeOffset.MinValue.ToUnixTimeSeconds() + (2 * 86_400);
    private static readonly long LatestSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds() - (2 * 86_400);

    private double DateNow() => (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    private double Now() => _clock.GetElapsedTime(_clockStart).TotalMilliseconds;

    private int ClockTime(int clock, ulong result)
    {
        if (clock is < 0 or > 3)
            return (int)Errno.Invalid;
        long ticks = clock == 0 ? (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks : _clock.GetElapsedTime(_clockStart).Ticks;
        Memory.Write(result, ticks * 100);
        return 0;
    }

    /// <returns>An error where the year is none of .NET's, and what is nearest was written.</returns>
    private int LocalTime(long seconds, ulong result)
    {
        DateTimeOffset time = TimeZoneInfo.ConvertTime(Moment(seconds), _configuration.TimeZone);
        WriteCalendar(result, time);
        Memory.Write(result + 32, _configuration.TimeZone.IsDaylightSavingTime(time) ? 1 : 0);
        WriteLong(result + (_is64 ? 40UL : 36), (int)time.Offset.TotalSeconds);
        return IsKnown(seconds) ? 0 : (int)Errno.Overflow;
    }

    private int UniversalTime(long seconds, ulong result)
    {
        WriteCalendar(result, Moment(seconds));
        Memory.Write(result + 32, 0);
        WriteLong(result + (_is64 ? 40UL : 36), 0);
        return IsKnown(seconds) ? 0 : (int)Errno.Overflow;
    }

    // C's long is as wide as an address.
    private void WriteLong(ulong target, int value) => Memory.WriteAddress(target, (ulong)(long)value);

    private long MakeTime(ulong calendar)
    {
        if (ReadCalendar(calendar) is not { } local)
            return -1;
        TimeZoneInfo zone = _configuration.TimeZone;
        int summer = Memory.Read<int>(calendar + 32);
        // An hour that clocks skip is taken as if they had not been put forward.
        TimeSpan offset = zone.IsInvalidTime(local) ? zone.BaseUtcOffset : zone.GetUtcOffset(local);
        if (zone.IsAmbiguousTime(local) && summer >= 0)
        {
            TimeSpan[] offsets = zone.GetAmbiguousTimeOffsets(local);
            offset = summer > 0 ? offsets.Max() : offsets.Min();
        }

        long seconds = new DateTimeOffset(local, TimeSpan.Zero).ToUnixTimeSeconds() - (long)offset.TotalSeconds;
        LocalTime(seconds, calendar);
        return seconds;
    }

    private long MakeUniversalTime(ulong calendar)
    {
        if (ReadCalendar(calendar) is not { } time)
            return -1;
        long seconds = new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeSeconds();
        UniversalTime(seconds, calendar);
        return seconds;
    }

    private void SetTimeZone(WasmAddress timeZone, WasmAddress daylight, WasmAddress standardName, WasmAddress daylightName)
    {
        TimeZoneInfo zone = _configuration.TimeZone;
        int year = _clock.GetUtcNow().Year;
        TimeSpan january = zone.GetUtcOffset(new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        TimeSpan july = zone.GetUtcOffset(new DateTime(year, 7, 1, 0, 0, 0, DateTimeKind.Unspecified));
        TimeSpan standard = january < july ? january : july;
        TimeSpan summer = january < july ? july : january;
        WriteLong(timeZone, -(int)standard.TotalSeconds);
        Memory.Write(daylight, january == july ? 0 : 1);
        WriteZoneName(standardName, standard);
        WriteZoneName(daylightName, summer);
    }

    // Before 3.1.52 the names were to be allocated, and their addresses stored.
    private void SetTimeZoneAndAllocateNames(WasmAddress timeZone, WasmAddress daylight, WasmAddress names)
    {
        Func<ulong, ulong> allocate = RequiredMap("malloc");
        ulong standard = allocate(TimeZoneNameBytes);
        ulong summer = allocate(TimeZoneNameBytes);
        if (standard == 0 || summer == 0)
            return;
        SetTimeZone(timeZone, daylight, standard, summer);
        Memory.WriteAddress(names, standard);
        Memory.WriteAddress(names + AddressBytes, summer);
    }

    /// <summary>C's <c>strftime</c> in the locale <c>C</c>, which older compilers leave to the host.</summary>
    private WasmAddress FormatTime(WasmAddress result, WasmAddress size, WasmAddress format, WasmAddress calendar)
    {
        var text = new StringBuilder();
        // The last field is the long, which starts at a multiple of its width; of its value an int holds all there can be.
        int Field(int index) => Memory.Read<int>(calendar + (index == 9 && _is64 ? 40UL : (ulong)index * sizeof(int)));
        int most = (int)Math.Min(size, int.MaxValue);
        if (most == 0 || !CalendarText.TryFormat(text, Text(format), Field, most))
            return 0;
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (bytes.Length >= most)
            return 0;
        bytes.CopyTo(Memory.Slice(result, bytes.Length));
        Memory.Write(result + (ulong)bytes.Length, (byte)0);
        return (ulong)bytes.Length;
    }

    private void WriteZoneName(ulong target, TimeSpan offset)
    {
        TimeSpan size = offset.Duration();
        byte[] name = Encoding.ASCII.GetBytes($"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{size.Hours:00}{size.Minutes:00}\0");
        name.CopyTo(Memory.Slice(target, Math.Min(name.Length, TimeZoneNameBytes)));
    }

    private static bool IsKnown(long seconds) => seconds >= EarliestSecond && seconds <= LatestSecond;

    private static DateTimeOffset Moment(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, EarliestSecond, LatestSecond));

    private void WriteCalendar(ulong target, DateTimeOffset time)
    {
        ReadOnlySpan<int> fields =
        [
            time.Second, time.Minute, time.Hour, time.Day, time.Month - 1, time.Year - 1900, (int)time.DayOfWeek, time.DayOfYear - 1,
        ];
        for (int i = 0; i < fields.Length; i++)
            Memory.Write(target + ((ulong)i * sizeof(int)), fields[i]);
    }

    /// <summary>The time that a calendar says, whose fields may be outside their ranges, as C allows; null beyond the years that .NET
    /// counts.</summary>
    private DateTime? ReadCalendar(ulong calendar)
    {
        long Field(uint index) => Memory.Read<int>(calendar + (index * sizeof(int)));
        long months = (Field(5) * 12) + Field(4) + (1900 * 12);
        long year = Math.DivRem(months, 12, out long month);
        if (month < 0)
        {
            month += 12;
            year--;
        }

        if (year is < 2 or > 9998)
            return null;
        long seconds = ((Field(3) - 1) * 86_400) + (Field(2) * 3_600) + (Field(1) * 60) + Field(0);
        long first = new DateTimeOffset((int)year, (int)month + 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        return !IsKnown(first + seconds)
            ? null : DateTime.SpecifyKind(DateTimeOffset.FromUnixTimeSeconds(first + seconds).DateTime, DateTimeKind.Unspecified);
    }
}
