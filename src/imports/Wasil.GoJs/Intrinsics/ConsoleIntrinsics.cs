using System.Text;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>console</c>: as in Node, what is printed goes to standard output and what warns to standard error.</summary>
internal static class ConsoleIntrinsics
{
    private const int MostDepth = 3;
    private const int MostItems = 100;

    public static void Install(JsRealm realm)
    {
        JsObject console = realm.CreateObject();
        JsRealm.Define(realm.Global, "console", console);
        foreach ((string name, int descriptor) in (ReadOnlySpan<(string, int)>)
            [("log", 1), ("info", 1), ("debug", 1), ("dir", 1), ("error", 2), ("warn", 2), ("trace", 2)])
        {
            realm.Define(console, name, 0, (_, arguments) =>
            {
                realm.Runtime.Configuration.Output.WriteLine(descriptor, Format(arguments));
                return JsValue.Undefined;
            });
        }
    }

    private static string Format(ReadOnlySpan<JsValue> arguments)
    {
        var text = new StringBuilder();
        for (int i = 0; i < arguments.Length; i++)
        {
            if (i > 0)
                text.Append(' ');
            if (arguments[i].Reference is string plain)
                text.Append(plain);
            else
                Inspect(text, arguments[i], 0);
        }

        return text.ToString();
    }

    private static void Inspect(StringBuilder text, JsValue value, int depth)
    {
        switch (value.Reference)
        {
            case string plain:
                text.Append('\'').Append(plain.Replace("'", "\\'", StringComparison.Ordinal)).Append('\'');
                break;
            case JsError error:
                text.Append(error.Get("stack"));
                break;
            case JsFunction function:
                text.Append($"[Function: {function.Get("name")}]");
                break;
            case DateObject date:
                text.Append(double.IsNaN(date.Time) ? "Invalid Date" : DateIntrinsics.Iso(date.Time));
                break;
            case JsArray or JsTypedArray:
                var list = value.AsObject();
                if (list is JsTypedArray typed)
                    text.Append($"{typed.ClassName}({typed.Length}) ");
                long length = list is JsArray array ? array.Length : ((JsTypedArray)list).Length;
                Items(text, "[", "]", Enumerable.Range(0, (int)Math.Min(length, MostItems)).Select(i => ((string?)null, list.GetIndex(i))),
                    length, depth);
                break;
            case JsObject target:
                string[] keys = [.. target.Keys];
                Items(text, "{", "}", keys.Take(MostItems).Select(key => ((string?)key, target.GetOwn(key)?.Value ?? default)), keys.Length, depth);
                break;
            default:
                text.Append(value.ToString());
                break;
        }
    }

    private static void Items(
        StringBuilder text, string open, string close, IEnumerable<(string? Key, JsValue Value)> items, long count, int depth)
    {
        if (count == 0)
        {
            text.Append(open).Append(close);
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
                text.Append(key).Append(": ");
            Inspect(text, value, depth + 1);
            separator = ", ";
        }

        if (count > MostItems)
            text.Append($", ... {count - MostItems} more");
        text.Append(' ').Append(close);
    }
}
