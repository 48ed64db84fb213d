using System.Globalization;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>console</c>: as in Node, what is printed goes to standard output and what warns to standard error.</summary>
internal static class ConsoleIntrinsics
{
    private const int MostDepth = 3;
    private const int MostItems = 100;
    private const int MostCharacters = 10_000;

    public static void Install(JsRealm realm)
    {
        JsObject console = realm.CreateObject();
        JsRealm.Define(realm.Global, "console", console);
        foreach ((string name, int descriptor) in (ReadOnlySpan<(string, int)>)
            [("log", 1), ("info", 1), ("debug", 1), ("dir", 1), ("error", 2), ("warn", 2), ("trace", 2)])
        {
            realm.Define(console, name, 0, (_, arguments) =>
            {
                realm.Runtime.Configuration.Output.WriteLine(descriptor, Format(realm, arguments));
                return JsValue.Undefined;
            });
        }
    }

    private static string Format(JsRealm realm, ReadOnlySpan<JsValue> arguments)
    {
        var text = new TextBuilder(realm.Runtime);
        for (int i = 0; i < arguments.Length; i++)
        {
            if (i > 0)
                text.Append(' ');
            if (arguments[i].Reference is string plain)
                text.Append(plain);
            else
                Inspect(realm, text, arguments[i], 0);
        }

        return text.ToString();
    }

    private static void Inspect(JsRealm realm, TextBuilder text, JsValue value, int depth)
    {
        switch (value.Reference)
        {
            case string plain:
                string shown = plain.Length <= MostCharacters ? plain : plain[..MostCharacters];
                text.Append($"'{shown.Replace("'", "\\'", StringComparison.Ordinal)}'");
                if (plain.Length > MostCharacters)
                    text.Append(string.Create(CultureInfo.InvariantCulture, $"... {plain.Length - MostCharacters} more characters"));
                break;
            case JsError error:
                text.Append(error.Get("stack").ToString());
                break;
            case JsFunction function:
                text.Append($"[Function: {Errors.Clip(function.Get("name").ToString())}]");
                break;
            case DateObject date:
                text.Append(double.IsNaN(date.Time) ? "Invalid Date" : DateIntrinsics.Iso(date.Time));
                break;
            case JsArray or JsTypedArray:
                var list = value.AsObject();
                if (list is JsTypedArray typed)
                    text.Append($"{typed.ClassName}({typed.Length}) ");
                long length = list is JsArray array ? array.Length : ((JsTypedArray)list).Length;
                Items(realm, text, "[", "]", Enumerable.Range(0, (int)Math.Min(length, MostItems)).Select(i => ((string?)null, list.GetIndex(i))),
                    length, depth);
                break;
            case JsObject target:
                List<string> keys = realm.NamesOf(target);
                Items(realm, text, "{", "}", keys.Take(MostItems).Select(key => ((string?)key, target.GetOwn(key)?.Value ?? default)), keys.Count, depth);
                break;
            default:
                text.Append(value.ToString());
                break;
        }
    }

    private static void Items(
        JsRealm realm, TextBuilder text, string open, string close, IEnumerable<(string? Key, JsValue Value)> items, long count, int depth)
    {
        if (count == 0)
        {
            text.Append(open + close);
            return;
        }

        if (depth == MostDepth)
        {
            text.Append(open == "[" ? "[Array]" : "[Object]");
            return;
        }

        text.Append(open);
        string separator = " ";
        foreach ((string? key, JsValue value) in items)
        {
            text.Append(separator);
            if (key is not null)
                text.Append($"{Errors.Clip(key)}: ");
            Inspect(realm, text, value, depth + 1);
            separator = ", ";
        }

        if (count > MostItems)
            text.Append($", ... {count - MostItems} more");
        text.Append($" {close}");
    }
}
