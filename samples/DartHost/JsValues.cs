using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Wasil;

namespace DartHost;

// What JavaScript's values are here: null; Undefined; bool; double, and WasmI31 where the program makes a number of a small
// integer by itself; string; List<object?> for arrays; Dictionary for plain objects; and the classes below.

/// <summary>JavaScript's <c>undefined</c>.</summary>
internal sealed class Undefined
{
    public static readonly Undefined Value = new();

    public override string ToString() => "undefined";
}

/// <summary>A function of Dart that JavaScript may call.</summary>
/// <param name="Function">Dart's object.</param>
/// <param name="Export">The module's export that calls it.</param>
internal sealed record DartFunction(object? Function, string Export);

/// <summary>An <c>ArrayBuffer</c>.</summary>
internal sealed record JsBuffer(byte[] Bytes);

/// <summary>What a <see cref="JsView"/> shows; the numbers are those that Dart knows the classes by.</summary>
internal enum ViewKind
{
    Int8 = 6,
    Uint8,
    Uint8Clamped,
    Int16,
    Uint16,
    Int32,
    Uint32,
    Float32,
    Float64,
    Data,
}

/// <summary>A typed array or a <c>DataView</c>.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Buffer">The bytes.</param>
/// <param name="Offset">Where in them it starts.</param>
/// <param name="Length">How many elements it has; of a <c>DataView</c>, bytes.</param>
internal sealed record JsView(ViewKind Kind, JsBuffer Buffer, int Offset, int Length)
{
    public int Width => WidthOf(Kind);

    public Span<byte> Bytes => Buffer.Bytes.AsSpan(Offset, Length * Width);

    public object this[int index]
    {
        get
        {
            ReadOnlySpan<byte> at = Bytes[(index * Width)..];
            return Kind switch
            {
                ViewKind.Int8 => (double)(sbyte)at[0],
                ViewKind.Uint8 or ViewKind.Uint8Clamped or ViewKind.Data => (double)at[0],
                ViewKind.Int16 => (double)BitConverter.ToInt16(at),
                ViewKind.Uint16 => (double)BitConverter.ToUInt16(at),
                ViewKind.Int32 => (double)BitConverter.ToInt32(at),
                ViewKind.Uint32 => (double)BitConverter.ToUInt32(at),
                ViewKind.Float32 => (double)BitConverter.ToSingle(at),
                _ => BitConverter.ToDouble(at),
            };
        }

        set
        {
            Span<byte> at = Bytes.Slice(index * Width, Width);
            double number = JsConversion.ToNumber(value);
            _ = Kind switch
            {
                ViewKind.Float32 => BitConverter.TryWriteBytes(at, (float)number),
                ViewKind.Float64 => BitConverter.TryWriteBytes(at, number),
                ViewKind.Uint8Clamped => (at[0] = (byte)Math.Clamp(Math.Round(number), 0, 255)) >= 0,
                _ => Write(at, JsConversion.ToInt32(number)),
            };
        }
    }

    public static int WidthOf(ViewKind kind) => kind switch
    {
        ViewKind.Int16 or ViewKind.Uint16 => 2,
        ViewKind.Int32 or ViewKind.Uint32 or ViewKind.Float32 => 4,
        ViewKind.Float64 => 8,
        _ => 1,
    };

    /// <summary>The constructor of typed arrays with one argument: a length, a buffer, or something with elements.</summary>
    public static JsView Of(ViewKind kind, object? argument)
    {
        int width = WidthOf(kind);
        switch (argument)
        {
            case JsBuffer buffer:
                return new JsView(kind, buffer, 0, buffer.Bytes.Length / width);
            case double or WasmI31:
                int length = (int)JsConversion.ToNumber(argument);
                return new JsView(kind, new JsBuffer(new byte[checked(length * width)]), 0, length);
            default:
                int count = JsConversion.LengthOf(argument);
                var made = new JsView(kind, new JsBuffer(new byte[count * width]), 0, count);
                for (int i = 0; i < count; i++)
                    made[i] = JsConversion.ElementOf(argument, i)!;
                return made;
        }
    }

    /// <summary>Another view of the same buffer.</summary>
    /// <param name="kind">What it shows.</param>
    /// <param name="start">Counted in bytes from where this one starts.</param>
    /// <param name="length">How many elements it has.</param>
    public JsView Part(ViewKind kind, int start, int length) => new(kind, Buffer, Offset + start, length);

    private static bool Write(Span<byte> at, int number) => at.Length switch
    {
        1 => (at[0] = (byte)number) >= 0,
        2 => BitConverter.TryWriteBytes(at, (short)number),
        _ => BitConverter.TryWriteBytes(at, number),
    };
}

/// <summary>A <c>RegExp</c>.</summary>
internal sealed class JsRegExp(string pattern, string flags)
{
    private readonly Regex _regex = new(
        pattern,
        RegexOptions.CultureInvariant
        | (flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : 0)
        | (flags.Contains('m', StringComparison.Ordinal) ? RegexOptions.Multiline : 0)
        | (flags.Contains('s', StringComparison.Ordinal) ? RegexOptions.Singleline : 0));

    public string Flags => flags;

    public int LastIndex { get; set; }

    public bool Has(char flag) => flags.Contains(flag, StringComparison.Ordinal);

    /// <summary>The first match, or null.</summary>
    public JsMatch? Execute(string text)
    {
        bool moves = Has('g') || Has('y');
        int start = moves ? LastIndex : 0;
        Match? match = start <= text.Length ? _regex.Match(text, start) : null;
        if (match is not { Success: true } || (Has('y') && match.Index != start))
        {
            if (moves)
                LastIndex = 0;
            return null;
        }

        if (moves)
            LastIndex = match.Index + match.Length;
        return new JsMatch(match);
    }
}

/// <summary>What a <see cref="JsRegExp"/> has found: the groups, and where.</summary>
internal sealed class JsMatch(Match match)
    : List<object?>(match.Groups.Values.Select(group => group.Success ? group.Value : (object)Undefined.Value))
{
    public int Index => match.Index;
}

/// <summary>JavaScript's conversions between its types.</summary>
internal static class JsConversion
{
    public static double ToNumber(object? value) => value switch
    {
        double number => number,
        WasmI31 number => number.Value,
        bool truth => truth ? 1 : 0,
        null => 0,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN,
        _ => double.NaN,
    };

    public static int ToInt32(double number) => double.IsFinite(number) ? unchecked((int)(long)(number % 4294967296)) : 0;

    public static string ToText(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number when number == Math.Truncate(number) && Math.Abs(number) < 1e21 =>
            new BigInteger(number).ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        List<object?> array => string.Join(',', array.Select(ToText)),
        _ => value.ToString() ?? "",
    };

    public static string ToText(BigInteger number, int radix)
    {
        if (number.IsZero)
            return "0";
        var digits = new Stack<char>();
        for (BigInteger rest = BigInteger.Abs(number); !rest.IsZero; rest /= radix)
            digits.Push("0123456789abcdefghijklmnopqrstuvwxyz"[(int)(rest % radix)]);
        return (number.Sign < 0 ? "-" : "") + string.Concat(digits);
    }

    public static bool AreSame(object? left, object? right) => (left, right) switch
    {
        (double or WasmI31, double or WasmI31) => ToNumber(left) == ToNumber(right),
        (string a, string b) => a == b,
        (bool a, bool b) => a == b,
        _ => ReferenceEquals(left, right),
    };

    public static int LengthOf(object? value) => value switch
    {
        string text => text.Length,
        List<object?> array => array.Count,
        JsView view => view.Length,
        _ => 0,
    };

    public static object? ElementOf(object? value, int index) => value switch
    {
        List<object?> array => (uint)index < (uint)array.Count ? array[index] : Undefined.Value,
        JsView view => (uint)index < (uint)view.Length ? view[index] : Undefined.Value,
        string text => (uint)index < (uint)text.Length ? text[index].ToString() : Undefined.Value,
        _ => Undefined.Value,
    };

    /// <summary>Sets an element; an array grows as it has to.</summary>
    public static void SetElement(object? value, int index, object? element)
    {
        if (value is JsView view)
        {
            view[index] = element!;
            return;
        }

        var array = (List<object?>)value!;
        while (array.Count <= index)
            array.Add(Undefined.Value);
        array[index] = element;
    }

    /// <summary>Which class Dart takes a value for.</summary>
    public static int ClassOf(object? value) => value switch
    {
        Undefined => 1,
        bool => 2,
        double or WasmI31 => 3,
        string => 4,
        List<object?> => 5,
        JsView view => (int)view.Kind,
        JsBuffer => 16,
        _ => 19,
    };
}
