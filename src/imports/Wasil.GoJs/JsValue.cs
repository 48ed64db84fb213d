using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs;

/// <summary>A value as JavaScript has them: what Go's <c>js.Value</c> stands for.</summary>
/// <remarks>Two values are equal as under <c>===</c>, except that NaN equals itself.</remarks>
/// <threadsafety>A value: each thread has its own copy. What a reference in it refers to has its own rules.</threadsafety>
public readonly struct JsValue : IEquatable<JsValue>
{
    // Numbers live in _number and have this tag; every other value is its _object. No value but an object is allocated.
    private static readonly object NumberTag = new Tag();
    private static readonly object NullTag = new Tag();
    private static readonly object TrueTag = new Tag();
    private static readonly object FalseTag = new Tag();

    private readonly object? _object;
    private readonly double _number;

    private JsValue(object? value, double number = 0)
    {
        _object = value;
        _number = number;
    }

    /// <summary>The value of what was never set.</summary>
    public static JsValue Undefined => default;

    /// <summary>JavaScript's <c>null</c>.</summary>
    public static JsValue Null { get; } = new(NullTag);

    /// <summary>JavaScript's <c>true</c>.</summary>
    public static JsValue True { get; } = new(TrueTag);

    /// <summary>JavaScript's <c>false</c>.</summary>
    public static JsValue False { get; } = new(FalseTag);

    /// <summary>What it is.</summary>
    public JsKind Kind => _object switch
    {
        null => JsKind.Undefined,
        string => JsKind.String,
        JsFunction => JsKind.Function,
        JsObject => JsKind.Object,
        JsSymbol => JsKind.Symbol,
        _ when _object == NumberTag => JsKind.Number,
        _ when _object == NullTag => JsKind.Null,
        _ => JsKind.Boolean,
    };

    /// <summary>Whether it is undefined.</summary>
    public bool IsUndefined => _object is null;

    /// <summary>Whether it is null.</summary>
    public bool IsNull => _object == NullTag;

    /// <summary>Whether it is undefined or null.</summary>
    public bool IsNullish => _object is null || _object == NullTag;

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => _object == NumberTag;

    /// <summary>Whether it is a string.</summary>
    public bool IsString => _object is string;

    /// <summary>Whether it is an object, functions included.</summary>
    public bool IsObject => _object is JsObject;

    /// <summary>What stands in an array where nothing was set. It is undefined to everybody but the array.</summary>
    internal static JsValue Hole { get; } = new(null, 1);

    internal bool IsHole => _object is null && _number != 0;

    internal object? Reference => _object;

    internal double Number => _number;

    /// <summary>A string; null becomes JavaScript's null.</summary>
    /// <param name="value">The string.</param>
    public static implicit operator JsValue(string? value) => value is null ? Null : new JsValue(value);

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsValue(double value) => new(NumberTag, value);

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsValue(int value) => new(NumberTag, value);

    /// <summary>A boolean.</summary>
    /// <param name="value">The boolean.</param>
    public static implicit operator JsValue(bool value) => value ? True : False;

    /// <summary>An object; null becomes JavaScript's null.</summary>
    /// <param name="value">The object.</param>
    public static implicit operator JsValue(JsObject? value) => value is null ? Null : new JsValue(value);

    /// <summary>A symbol; null becomes JavaScript's null.</summary>
    /// <param name="value">The symbol.</param>
    public static implicit operator JsValue(JsSymbol? value) => value is null ? Null : new JsValue(value);

    /// <summary>Whether two values are the same.</summary>
    public static bool operator ==(JsValue left, JsValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(JsValue left, JsValue right) => !left.Equals(right);

    /// <summary>The string it is.</summary>
    /// <exception cref="InvalidCastException">It is no string.</exception>
    public string AsString() => _object as string ?? throw Mismatch("string");

    /// <summary>The number it is.</summary>
    /// <exception cref="InvalidCastException">It is no number.</exception>
    public double AsNumber() => IsNumber ? _number : throw Mismatch("number");

    /// <summary>The boolean it is.</summary>
    /// <exception cref="InvalidCastException">It is no boolean.</exception>
    public bool AsBoolean() => _object == TrueTag || (_object == FalseTag ? false : throw Mismatch("boolean"));

    /// <summary>The object or function it is.</summary>
    /// <exception cref="InvalidCastException">It is none.</exception>
    public JsObject AsObject() => _object as JsObject ?? throw Mismatch("object");

    /// <summary>The function it is.</summary>
    /// <exception cref="InvalidCastException">It is none.</exception>
    public JsFunction AsFunction() => _object as JsFunction ?? throw Mismatch("function");

    /// <summary>The object it is, or false.</summary>
    /// <typeparam name="T">The kind of object.</typeparam>
    /// <param name="value">The object.</param>
    public bool TryGetObject<T>([NotNullWhen(true)] out T? value)
        where T : JsObject => (value = _object as T) is not null;

    /// <inheritdoc/>
    public bool Equals(JsValue other) => _object switch
    {
        null => other._object is null,
        string text => other._object is string otherText && text == otherText,
        _ => _object == other._object && _number.Equals(other._number),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _object switch
    {
        null => 0,
        string text => text.GetHashCode(StringComparison.Ordinal),
        _ when IsNumber => _number.GetHashCode(),
        _ => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_object),
    };

    /// <summary>The value as text, as JavaScript's <c>String()</c> makes it; but no guest code runs for it.</summary>
    public override string ToString() => Kind switch
    {
        JsKind.Undefined => "undefined",
        JsKind.Null => "null",
        JsKind.Boolean => AsBoolean() ? "true" : "false",
        JsKind.Number => NumberText.Of(_number),
        JsKind.String => (string)_object!,
        _ => _object!.ToString()!,
    };

    private InvalidCastException Mismatch(string wanted) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The value is no {wanted}: it is {Kind switch
        {
            JsKind.Undefined => "undefined",
            JsKind.Null => "null",
            JsKind.Object => "an object",
            _ => $"a {Kind.ToString().ToLowerInvariant()}",
        }}."));

    private sealed class Tag;
}
