using System.Globalization;
using System.Runtime.CompilerServices;

namespace Wasil.GoJs.Objects;

/// <summary>Keys of properties: strings, which are equal by their text, and symbols.</summary>
internal sealed class PropertyKeys : IEqualityComparer<object>
{
    public static PropertyKeys Comparer { get; } = new();

    public static object Of(JsValue value) => value.Reference as JsSymbol ?? (object)Conversions.ToText(value);

    public static string OfIndex(long index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a key is an array index in its canonical form: what is larger than 2^32 - 2 is a name like others.</summary>
    public static bool IsIndex(object key, out long index)
    {
        const long most = uint.MaxValue - 1L;
        index = 0;
        if (key is not string { Length: > 0 and <= 10 } text || !char.IsAsciiDigit(text[0]) || (text[0] == '0' && text.Length > 1))
            return false;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            index = (index * 10) + (c - '0');
        }

        return index <= most;
    }

    bool IEqualityComparer<object>.Equals(object? x, object? y) =>
        ReferenceEquals(x, y) || (x is string text && y is string other && text == other);

    int IEqualityComparer<object>.GetHashCode(object obj) =>
        obj is string text ? text.GetHashCode(StringComparison.Ordinal) : RuntimeHelpers.GetHashCode(obj);
}
