using System.Globalization;

namespace Wasil.Cli;

/// <summary>Times as a person writes them: <c>500ms</c>, <c>10s</c>, <c>2m</c>, <c>1h</c>; a number alone counts seconds.</summary>
internal static class Duration
{
    // What a timer of .NET takes.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    public static bool TryParse(string text, out TimeSpan duration)
    {
        (string number, double seconds) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], 0.001),
            _ when text.EndsWith('s') => (text[..^1], 1),
            _ when text.EndsWith('m') => (text[..^1], 60),
            _ when text.EndsWith('h') => (text[..^1], 3600),
            _ => (text, 1.0),
        };
        bool valid = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count)
            && count * seconds > 0 && count * seconds <= Longest.TotalSeconds;
        duration = valid ? TimeSpan.FromSeconds(count * seconds) : default;
        return valid;
    }
}
