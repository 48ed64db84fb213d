namespace Wasil.GoJs.Objects;

/// <summary>ECMAScript's conversions between kinds of values ("Type Conversion").</summary>
internal static class Conversions
{
    public static string ToText(JsValue value) => value.Reference switch
    {
        JsObject target => ToText(target),
        JsSymbol => throw Errors.Type("Cannot convert a Symbol value to a string"),
        _ => value.ToString(),
    };

    // Whoever has more values than one converted holds on to the text of the first.
    private static string ToText(JsObject target)
    {
        string text = ToText(ToPrimitive(target, preferText: true, out JsFunction? convert));
        convert?.Realm.Runtime.Charge(sizeof(char) * (long)text.Length);
        return text;
    }

    public static double ToNumber(JsValue value) => value.Kind switch
    {
        JsKind.Number => value.Number,
        JsKind.Undefined => double.NaN,
        JsKind.Null => 0,
        JsKind.Boolean => value.AsBoolean() ? 1 : 0,
        JsKind.String => NumberText.Parse(value.AsString()),
        JsKind.Symbol => throw Errors.Type("Cannot convert a Symbol value to a number"),
        _ => ToNumber(ToPrimitive(value.AsObject(), preferText: false)),
    };

    public static bool ToBoolean(JsValue value) => value.Kind switch
    {
        JsKind.Undefined or JsKind.Null => false,
        JsKind.Boolean => value.AsBoolean(),
        JsKind.Number => value.Number is not 0 and not double.NaN,
        JsKind.String => value.AsString().Length > 0,
        _ => true,
    };

    public static double ToInteger(JsValue value)
    {
        double number = ToNumber(value);
        return double.IsNaN(number) ? 0 : Math.Truncate(number);
    }

    /// <summary>The low 32 bits of the integer, as the bitwise operators take them.</summary>
    public static uint ToUInt32(JsValue value)
    {
        double number = ToInteger(value);
        if (double.IsInfinity(number))
            return 0;
        double rest = Math.IEEERemainder(number, 4294967296.0);
        return (uint)(long)(rest < 0 ? rest + 4294967296.0 : rest);
    }

    /// <summary>A position within something, as the arguments of <c>slice</c> are: negative ones count from the end.</summary>
    public static int ToPosition(JsValue value, int length, int otherwise)
    {
        if (value.IsUndefined)
            return otherwise;
        double position = ToInteger(value);
        return (int)Math.Clamp(position < 0 ? length + position : position, 0, length);
    }

    public static JsValue ToPrimitive(JsObject target, bool preferText) => ToPrimitive(target, preferText, out _);

    private static JsValue ToPrimitive(JsObject target, bool preferText, out JsFunction? convert)
    {
        // Arrays and the like convert by joining their elements, which may be arrays again.
        foreach (string name in preferText ? (ReadOnlySpan<string>)["toString", "valueOf"] : ["valueOf", "toString"])
        {
            if (target.Get(name).TryGetObject(out convert))
            {
                JsValue result = convert.Apply(target, []);
                if (!result.IsObject)
                    return result;
            }
        }

        convert = null;
        if (target is JsError)
            return target.ToString();
        throw Errors.Type("Cannot convert object to primitive value");
    }
}
