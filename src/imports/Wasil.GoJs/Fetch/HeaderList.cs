using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Fetch;

/// <summary>The object <c>Headers</c>: names in lower case, each with its values in their order.</summary>
internal sealed class HeaderList(JsObject? prototype) : JsObject(prototype)
{
    private readonly List<(string Name, string Value)> _all = [];

    public IReadOnlyList<(string Name, string Value)> All => _all;

    internal override string ClassName => "Headers";

    public static JsObject Install(JsRealm realm)
    {
        JsObject prototype = realm.CreatePrototype(realm.ObjectPrototype);
        realm.DefineClass("Headers", prototype, 0, arguments => Create(realm, prototype, arguments.At(0)));
        realm.Define(prototype, "append", 2, static (thisValue, arguments) =>
        {
            thisValue.This<HeaderList>().Append(arguments.Text(0), arguments.Text(1));
            return JsValue.Undefined;
        });
        realm.Define(prototype, "set", 2, static (thisValue, arguments) =>
        {
            thisValue.This<HeaderList>().Remove(arguments.Text(0));
            thisValue.This<HeaderList>().Append(arguments.Text(0), arguments.Text(1));
            return JsValue.Undefined;
        });
        realm.Define(prototype, "delete", 1, static (thisValue, arguments) =>
        {
            thisValue.This<HeaderList>().Remove(arguments.Text(0));
            return JsValue.Undefined;
        });
        realm.Define(prototype, "get", 1, static (thisValue, arguments) => thisValue.This<HeaderList>().Find(arguments.Text(0)));
        realm.Define(prototype, "has", 1, static (thisValue, arguments) => thisValue.This<HeaderList>().Find(arguments.Text(0)) is not null);
        realm.Define(prototype, "getSetCookie", 0, (thisValue, _) => realm.CreateArray(
            [.. thisValue.This<HeaderList>()._all.Where(header => header.Name == "set-cookie").Select(header => (JsValue)header.Value)]));
        realm.Define(prototype, "forEach", 1, static (thisValue, arguments) =>
        {
            JsFunction function = arguments.Function(0);
            foreach ((string name, string value) in thisValue.This<HeaderList>().Combined().ToArray())
                function.Invoke(value, name, thisValue);
            return JsValue.Undefined;
        });
        realm.Define(prototype, "keys", 0, (thisValue, _) => realm.CreateIterator(
            thisValue, thisValue.This<HeaderList>().Combined().Select(header => (JsValue)header.Name).ToList().GetEnumerator()));
        realm.Define(prototype, "values", 0, (thisValue, _) => realm.CreateIterator(
            thisValue, thisValue.This<HeaderList>().Combined().Select(header => (JsValue)header.Value).ToList().GetEnumerator()));
        JsFunction entries = realm.Define(prototype, "entries", 0, (thisValue, _) => realm.CreateIterator(
            thisValue, thisValue.This<HeaderList>().Combined().Select(header => (JsValue)realm.CreateArray(header.Name, header.Value))
                .ToList().GetEnumerator()));
        JsRealm.Define(prototype, JsSymbol.Iterator, entries);
        return prototype;
    }

    /// <summary>Headers out of headers, pairs, or an object's properties.</summary>
    public static HeaderList Create(JsRealm realm, JsObject prototype, JsValue source)
    {
        var list = new HeaderList(prototype);
        if (source.TryGetObject(out HeaderList? other))
        {
            list._all.AddRange(other._all);
        }
        else if (source.TryGetObject(out JsArray? pairs))
        {
            foreach (JsValue pair in pairs.ToArray())
            {
                List<JsValue> parts = realm.ToList(pair);
                if (parts.Count != 2)
                    throw Errors.Type("Each header pair must have exactly two items");
                list.Append(Conversions.ToText(parts[0]), Conversions.ToText(parts[1]));
            }
        }
        else if (source.TryGetObject(out JsObject? properties))
        {
            foreach (string name in realm.NamesOf(properties))
                list.Append(name, Conversions.ToText(properties.Get(name)));
        }

        return list;
    }

    /// <exception cref="JsException">The name or value could end the header and begin another.</exception>
    public void Append(string name, string value)
    {
        value = value.Trim(' ', '\t', '\r', '\n');
        if (name.Length == 0 || name.Any(c => c <= ' ' || c >= 0x7f || "()<>@,;:\\\"/[]?={}".Contains(c)))
            throw Errors.Type($"Invalid header name: {name}");
        if (value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
            throw Errors.Type($"Invalid value of the header {name}");
        _all.Add((name.ToLowerInvariant(), value));
    }

    public string? Find(string name)
    {
        string[] values = [.. _all.Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value)];
        return values.Length == 0 ? null : string.Join(", ", values);
    }

    public void Remove(string name) => _all.RemoveAll(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase));

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        foreach ((string name, string value) in _all)
        {
            visitor.AddText(name);
            visitor.AddText(value);
        }
    }

    // Fetch, "sort and combine": cookies alone stay apart.
    private IEnumerable<(string Name, string Value)> Combined() => _all
        .GroupBy(header => header.Name).OrderBy(group => group.Key, StringComparer.Ordinal)
        .SelectMany(group => group.Key == "set-cookie" ? group.ToList() : [(group.Key, string.Join(", ", group.Select(header => header.Value)))]);
}
