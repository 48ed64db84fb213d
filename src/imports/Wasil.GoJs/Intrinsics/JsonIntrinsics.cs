using System.Globalization;
using System.Runtime.CompilerServices;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>JSON</c>.</summary>
internal static class JsonIntrinsics
{
    private const int MostDepth = 512;

    public static void Install(JsRealm realm)
    {
        JsObject json = realm.CreateObject();
        JsRealm.Define(realm.Global, "JSON", json);
        JsRealm.Define(json, JsSymbol.ToStringTag, "JSON");
        realm.Define(json, "parse", 2, (_, arguments) =>
        {
            JsValue value = JsonReader.Parse(realm, arguments.Text(0));
            if (!arguments.At(1).TryGetObject(out JsFunction? reviver))
                return value;
            JsObject root = realm.CreateObject();
            root.Set("", value);
            realm.Runtime.Keep(root);
            return Revive(realm, root, "", reviver);
        });
        realm.Define(json, "stringify", 3, (_, arguments) =>
        {
            JsValue space = arguments.At(2);
            string indent = space.IsNumber ? new string(' ', (int)Math.Clamp(space.Number, 0, 10))
                : space.IsString ? space.AsString()[..Math.Min(10, space.AsString().Length)] : "";
            return Text(realm, arguments.At(0), arguments.At(1), indent) is { } text ? text : JsValue.Undefined;
        });
    }

    /// <summary>A value as JSON, or null where it has none.</summary>
    public static string? Text(JsRealm realm, JsValue value, JsValue replacer, string indent)
    {
        var writer = new Writer(realm, indent, replacer.Reference as JsFunction, replacer.Reference as JsArray);
        return writer.Write("", value, null, 0) ? writer.ToString() : null;
    }

    // ECMAScript, InternalizeJSONProperty.
    private static JsValue Revive(JsRealm realm, JsObject holder, string key, JsFunction reviver)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Errors.Range("Maximum call stack size exceeded");
        JsValue value = holder.Get(key);
        if (value.TryGetObject(out JsObject? target))
        {
            foreach (string name in realm.NamesOf(target))
            {
                JsValue revived = Revive(realm, target, name, reviver);
                if (revived.IsUndefined)
                    target.Delete(name);
                else
                    target.Define(name, new Property(revived, PropertyFlags.All));
            }
        }

        return reviver.Apply(holder, key, value);
    }

    private sealed class Writer(JsRealm realm, string indent, JsFunction? replacer, JsArray? names)
    {
        private readonly TextBuilder _text = new(realm.Runtime);
        private readonly HashSet<JsObject> _open = [];
        private readonly HashSet<string>? _names =
            names is null ? null : [.. names.ToArray().Where(name => !name.IsObject).Select(Conversions.ToText)];

        public override string ToString() => _text.ToString();

        public bool Write(string key, JsValue value, JsObject? holder, int depth)
        {
            if (value.TryGetObject(out JsObject? target) && target.Get("toJSON").TryGetObject(out JsFunction? convert))
                value = convert.Apply(target, key);
            if (replacer is not null)
                value = replacer.Apply(holder, key, value);
            if (value.TryGetObject(out Wrapper? wrapper))
                value = wrapper.Value;
            switch (value.Kind)
            {
                case JsKind.Undefined or JsKind.Function or JsKind.Symbol:
                    return false;
                case JsKind.String:
                    Quote(value.AsString());
                    return true;
                case JsKind.Number:
                    _text.Append(double.IsFinite(value.Number) ? value.ToString() : "null");
                    return true;
                case JsKind.Object:
                    WriteObject(value.AsObject(), depth + 1);
                    return true;
                default:
                    _text.Append(value.ToString());
                    return true;
            }
        }

        private void WriteObject(JsObject target, int depth)
        {
            if (depth > MostDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
                throw Errors.Range("Maximum call stack size exceeded");
            if (!_open.Add(target))
                throw Errors.Type("Converting circular structure to JSON");
            if (target is JsArray array)
                WriteElements(array, depth);
            else
                WriteProperties(target, depth);
            _open.Remove(target);
        }

        private void WriteElements(JsArray array, int depth)
        {
            _text.Append('[');
            for (long i = 0; i < array.Length; i++)
            {
                realm.Runtime.Poll();
                Separate(i == 0, depth);
                if (!Write(PropertyKeys.OfIndex(i), array.GetIndex(i), array, depth))
                    _text.Append("null");
            }

            Close(array.Length == 0, depth, ']');
        }

        private void WriteProperties(JsObject target, int depth)
        {
            _text.Append('{');
            bool isEmpty = true;
            List<string> keys = realm.NamesOf(target);
            foreach (string key in keys)
            {
                if (_names?.Contains(key) == false)
                    continue;
                int start = _text.Length;
                Separate(isEmpty, depth);
                Quote(key);
                _text.Append(indent.Length > 0 ? ": " : ":");
                if (Write(key, target.Get(key), target, depth))
                    isEmpty = false;
                else
                    _text.Truncate(start);
            }

            realm.Forget(keys);
            Close(isEmpty, depth, '}');
        }

        private void Separate(bool isFirst, int depth)
        {
            if (!isFirst)
                _text.Append(',');
            NewLine(depth);
        }

        private void Close(bool isEmpty, int depth, char end)
        {
            if (!isEmpty)
                NewLine(depth - 1);
            _text.Append(end);
        }

        private void NewLine(int depth)
        {
            if (indent.Length == 0)
                return;
            _text.Append('\n');
            for (int i = 0; i < depth; i++)
                _text.Append(indent);
        }

        private void Quote(string text)
        {
            _text.Append('"');
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                string? escape = c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ => null,
                };
                if (escape is not null)
                    _text.Append(escape);
                else if (c < ' ' || (char.IsSurrogate(c) && !IsPaired(text, i)))
                    _text.Append(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"));
                else
                    _text.Append(c);
            }

            _text.Append('"');
        }

        private static bool IsPaired(string text, int i) =>
            (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));
    }
}
