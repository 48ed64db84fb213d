using System.Globalization;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>String</c>, <c>Number</c>, <c>Boolean</c> and <c>Symbol</c>. Go reaches no methods of values that are no objects, so
/// there are few.</summary>
internal static class PrimitiveIntrinsics
{
    public static void Install(JsRealm realm)
    {
        JsObject strings = Install(realm, "String", arguments =>
            arguments.IsEmpty ? "" : arguments[0].Reference is JsSymbol symbol ? Text(realm, symbol) : arguments.Text(0));
        realm.Define(strings, "fromCharCode", 1, (_, arguments) =>
        {
            realm.Runtime.ChargeText(arguments.Length);
            var text = new char[arguments.Length];
            for (int i = 0; i < text.Length; i++)
                text[i] = (char)Conversions.ToUInt32(arguments[i]);
            return new string(text);
        });

        JsObject numbers = Install(realm, "Number", static arguments => arguments.IsEmpty ? 0 : arguments.Number(0));
        JsRealm.Define(numbers, "MAX_SAFE_INTEGER", 9007199254740991.0);
        JsRealm.Define(numbers, "MIN_SAFE_INTEGER", -9007199254740991.0);
        JsRealm.Define(numbers, "MAX_VALUE", double.MaxValue);
        JsRealm.Define(numbers, "MIN_VALUE", double.Epsilon);
        JsRealm.Define(numbers, "EPSILON", Math.BitIncrement(1.0) - 1.0);
        JsRealm.Define(numbers, "POSITIVE_INFINITY", double.PositiveInfinity);
        JsRealm.Define(numbers, "NEGATIVE_INFINITY", double.NegativeInfinity);
        JsRealm.Define(numbers, "NaN", double.NaN);
        realm.Define(numbers, "isInteger", 1, static (_, arguments) =>
            arguments.At(0) is { IsNumber: true } value && double.IsInteger(value.Number));
        realm.Define(numbers, "isSafeInteger", 1, static (_, arguments) =>
            arguments.At(0) is { IsNumber: true } value && double.IsInteger(value.Number) && Math.Abs(value.Number) <= 9007199254740991.0);
        realm.Define(numbers, "isFinite", 1, static (_, arguments) =>
            arguments.At(0) is { IsNumber: true } value && double.IsFinite(value.Number));
        realm.Define(numbers, "isNaN", 1, static (_, arguments) =>
            arguments.At(0) is { IsNumber: true } value && double.IsNaN(value.Number));
        JsObject numberPrototype = numbers.Get("prototype").AsObject();
        realm.Define(numberPrototype, "toString", 1, static (thisValue, arguments) => ToText(ValueOf(thisValue).Number, arguments.At(0)));
        realm.Define(numberPrototype, "toFixed", 1, static (thisValue, arguments) =>
        {
            double digits = Conversions.ToInteger(arguments.At(0));
            if (digits is < 0 or > 100)
                throw Errors.Range("toFixed() digits argument must be between 0 and 100");
            double number = ValueOf(thisValue).Number;
            return double.IsFinite(number) && Math.Abs(number) < 1e21
                ? number.ToString($"F{(int)digits}", CultureInfo.InvariantCulture) : NumberText.Of(number);
        });

        Install(realm, "Boolean", static arguments => Conversions.ToBoolean(arguments.At(0)));
        InstallSymbols(realm);

        JsRealm.Define(realm.Global, "undefined", JsValue.Undefined);
        JsRealm.Define(realm.Global, "NaN", double.NaN);
        JsRealm.Define(realm.Global, "Infinity", double.PositiveInfinity);
        realm.Define(realm.Global, "isNaN", 1, static (_, arguments) => double.IsNaN(arguments.Number(0)));
        realm.Define(realm.Global, "isFinite", 1, static (_, arguments) => double.IsFinite(arguments.Number(0)));
        JsFunction parseFloat = realm.Define(realm.Global, "parseFloat", 1, static (_, arguments) => ParseFloat(arguments.Text(0)));
        JsFunction parseInt = realm.Define(realm.Global, "parseInt", 2, static (_, arguments) => ParseInt(arguments));
        JsRealm.Define(numbers, "parseFloat", parseFloat);
        JsRealm.Define(numbers, "parseInt", parseInt);
    }

    /// <summary>An object around a value that is none.</summary>
    public static JsObject Wrap(JsRealm realm, JsValue value) => new Wrapper(
        realm.Global.Get(value.Kind.ToString()).Reference is JsObject type && type.Get("prototype").TryGetObject(out JsObject? prototype)
            ? prototype : realm.ObjectPrototype,
        value);

    private static NativeFunction Install(JsRealm realm, string name, Converter convert)
    {
        JsObject prototype = realm.CreatePrototype(realm.ObjectPrototype);
        realm.Define(prototype, "valueOf", 0, static (thisValue, _) => ValueOf(thisValue));
        realm.Define(prototype, "toString", 0, (thisValue, _) => Text(realm, ValueOf(thisValue)));
        return realm.DefineClass(
            name, prototype, 1, arguments => new Wrapper(prototype, convert(arguments)), (_, arguments) => convert(arguments));
    }

    private static void InstallSymbols(JsRealm realm)
    {
        // An object, so that what is in it counts as the guest's memory.
        var shared = new JsObject(null);
        JsObject prototype = realm.CreatePrototype(realm.ObjectPrototype);
        realm.Define(prototype, "toString", 0, (thisValue, _) => Text(realm, ValueOf(thisValue)));
        realm.Define(prototype, "valueOf", 0, static (thisValue, _) => ValueOf(thisValue));
        JsObject symbols = realm.DefineClass(
            "Symbol",
            prototype,
            0,
            static _ => throw Errors.Type("Symbol is not a constructor"),
            static (_, arguments) => new JsSymbol(arguments.At(0).IsUndefined ? null : arguments.Text(0)));
        realm.Define(
            symbols,
            "for",
            1,
            (_, arguments) =>
            {
                string key = arguments.Text(0);
                if (shared.GetOwn(key) is { } present)
                    return present.Value;
                JsValue symbol = new JsSymbol(key);
                shared.Define(key, new Property(symbol, PropertyFlags.None));
                return symbol;
            },
            shared);
        JsRealm.Define(symbols, "iterator", JsSymbol.Iterator);
        JsRealm.Define(symbols, "asyncIterator", JsSymbol.AsyncIterator);
        JsRealm.Define(symbols, "toStringTag", JsSymbol.ToStringTag);
    }

    private static string Text(JsRealm realm, JsValue value)
    {
        if (value.Reference is JsSymbol { Description: { } text })
            realm.Runtime.ChargeText(text.Length + HeapVisitor.BytesOfObject);
        return value.ToString();
    }

    private static JsValue ValueOf(JsValue value) => value.TryGetObject(out Wrapper? wrapper) ? wrapper.Value : value;

    private static string ToText(double number, JsValue radix)
    {
        double digits = radix.IsUndefined ? 10 : Conversions.ToInteger(radix);
        if (digits is < 2 or > 36)
            throw Errors.Range("toString() radix must be between 2 and 36");
        if (digits == 10 || !double.IsFinite(number))
            return NumberText.Of(number);

        // A fraction is cut after as many digits as a float can hold.
        double whole = Math.Truncate(Math.Abs(number)), rest = Math.Abs(number) - whole;
        var text = new System.Text.StringBuilder();
        do
        {
            text.Insert(0, "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(whole % digits)]);
            whole = Math.Floor(whole / digits);
        }
        while (whole > 0);
        if (rest > 0)
            text.Append('.');
        for (int i = 0; i < 52 && rest > 0; i++)
        {
            rest *= digits;
            text.Append("0123456789abcdefghijklmnopqrstuvwxyz"[(int)rest]);
            rest -= Math.Truncate(rest);
        }

        return number < 0 ? $"-{text}" : text.ToString();
    }

    private static double ParseFloat(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (trimmed.StartsWith("Infinity") || trimmed.StartsWith("+Infinity"))
            return double.PositiveInfinity;
        if (trimmed.StartsWith("-Infinity"))
            return double.NegativeInfinity;
        int length = 0;
        while (length < trimmed.Length && length < 1024 && (char.IsAsciiDigit(trimmed[length]) || "+-.eE".Contains(trimmed[length])))
            length++;
        for (; length > 0; length--)
        {
            double value = NumberText.Parse(trimmed[..length].ToString());
            if (!double.IsNaN(value))
                return value;
        }

        return double.NaN;
    }

    private static double ParseInt(ReadOnlySpan<JsValue> arguments)
    {
        ReadOnlySpan<char> text = arguments.Text(0).AsSpan().Trim();
        uint radix = Conversions.ToUInt32(arguments.At(1));
        int sign = 1;
        if (text.Length > 0 && text[0] is '+' or '-')
        {
            sign = text[0] == '-' ? -1 : 1;
            text = text[1..];
        }

        if (radix is 0 or 16 && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            text = text[2..];
            radix = 16;
        }

        return radix is 1 or > 36 ? double.NaN : sign * NumberText.ParseInteger(text, radix == 0 ? 10 : (int)radix, whole: false);
    }

    private delegate JsValue Converter(ReadOnlySpan<JsValue> arguments);
}
