namespace Wasil.JsStrings;

/// <summary>
/// The builtins, in the order of the proposal's "Overview". Where one is given what is no string, or what does not exist, the
/// guest traps. Indices and lengths are unsigned.
/// </summary>
internal static class Builtin
{
    // What a guest asks for over and over: strings of one code unit.
    private static readonly string[] Units = [.. Enumerable.Range(0, 256).Select(unit => ((char)unit).ToString())];

    public static object Cast(object? value) => String(value);

    public static int Test(object? value) => value is string ? 1 : 0;

    public static object FromCharCodeArray(WasmArray? array, uint start, uint end)
    {
        ReadOnlySpan<char> units = Array(array);
        if (start > end || end > (uint)units.Length)
            throw new TrapException($"An array of {units.Length} has no elements from {start} to {end}.");
        return new string(units[(int)start..(int)end]);
    }

    public static int IntoCharCodeArray(object? value, WasmArray? array, uint start)
    {
        string text = String(value);
        Span<char> units = array is null ? throw Null() : array.AsSpan<char>();
        if (start > (uint)units.Length || text.Length > units.Length - (int)start)
            throw new TrapException($"A string of {text.Length} does not fit into an array of {units.Length} from {start}.");
        text.CopyTo(units[(int)start..]);
        return text.Length;
    }

    public static object FromCharCode(int unit) => OfUnit((char)unit);

    public static object FromCodePoint(uint codePoint) => codePoint switch
    {
        <= char.MaxValue => OfUnit((char)codePoint),
        <= 0x10ffff => char.ConvertFromUtf32((int)codePoint),
        _ => throw new TrapException($"There is no code point {codePoint:x}."),
    };

    public static int CharCodeAt(object? value, uint index)
    {
        string text = String(value);
        return index < (uint)text.Length ? text[(int)index] : throw Outside(text, index);
    }

    public static int CodePointAt(object? value, uint index)
    {
        string text = String(value);
        if (index >= (uint)text.Length)
            throw Outside(text, index);
        int at = (int)index;
        return at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])
            ? char.ConvertToUtf32(text[at], text[at + 1])
            : text[at];
    }

    public static int Length(object? value) => String(value).Length;

    public static object Concat(object? left, object? right) => string.Concat(String(left), String(right));

    public static object Substring(object? value, uint start, uint end)
    {
        string text = String(value);
        uint stop = Math.Min(end, (uint)text.Length);
        return start >= stop ? "" : text[(int)start..(int)stop];
    }

    public static int Equal(object? left, object? right) => string.Equals(OrNull(left), OrNull(right), StringComparison.Ordinal) ? 1 : 0;

    public static int Compare(object? left, object? right) => Math.Sign(string.CompareOrdinal(String(left), String(right)));

    private static string OfUnit(char unit) => unit < Units.Length ? Units[unit] : unit.ToString();

    private static string String(object? value) => value as string ?? throw new TrapException("A string is expected.");

    private static string? OrNull(object? value) => value is null ? null : String(value);

    private static ReadOnlySpan<char> Array(WasmArray? array) => array is null ? throw Null() : array.AsReadOnlySpan<char>();

    private static TrapException Null() => new("The array is null.");

    private static TrapException Outside(string text, uint index) => new($"A string of {text.Length} has no unit {index}.");
}
