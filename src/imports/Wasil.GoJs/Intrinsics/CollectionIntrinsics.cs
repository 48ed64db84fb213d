using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>Map</c> and <c>Set</c>, and their weak forms, which keep what is in them as long as they are kept themselves.</summary>
internal static class CollectionIntrinsics
{
    public static void Install(JsRealm realm)
    {
        foreach (string name in (ReadOnlySpan<string>)["Map", "WeakMap", "Set", "WeakSet"])
        {
            bool isMap = name.EndsWith("Map", StringComparison.Ordinal);
            JsObject prototype = realm.CreatePrototype(realm.ObjectPrototype);
            JsRealm.Define(prototype, JsSymbol.ToStringTag, name);
            realm.DefineClass(name, prototype, 0, arguments =>
            {
                var made = new Collection(prototype);
                if (!arguments.At(0).IsNullish)
                {
                    List<JsValue> items = realm.ToList(arguments.At(0));
                    realm.Runtime.Charge(HeapVisitor.BytesOfProperty * (long)items.Count);
                    foreach (JsValue item in items)
                        made.Items[isMap ? item.This<JsObject>().Get(0) : item] = isMap ? item.This<JsObject>().Get(1) : item;
                }

                return made;
            });
            realm.Define(prototype, "has", 1, static (thisValue, arguments) =>
                thisValue.This<Collection>().Items.ContainsKey(arguments.At(0)));
            realm.Define(prototype, "delete", 1, static (thisValue, arguments) =>
                thisValue.This<Collection>().Items.Remove(arguments.At(0)));
            realm.Define(prototype, isMap ? "set" : "add", isMap ? 2 : 1, (thisValue, arguments) =>
            {
                thisValue.This<Collection>().Items[arguments.At(0)] = arguments.At(isMap ? 1 : 0);
                return thisValue;
            });
            if (isMap)
            {
                realm.Define(prototype, "get", 1, static (thisValue, arguments) =>
                    thisValue.This<Collection>().Items.GetValueOrDefault(arguments.At(0)));
            }

            if (!name.StartsWith("Weak", StringComparison.Ordinal))
                Iterate(realm, prototype, isMap);
        }
    }

    private static void Iterate(JsRealm realm, JsObject prototype, bool isMap)
    {
        realm.DefineGetter(prototype, "size", static thisValue => thisValue.This<Collection>().Items.Count);
        realm.Define(prototype, "clear", 0, static (thisValue, _) =>
        {
            thisValue.This<Collection>().Items.Clear();
            return JsValue.Undefined;
        });
        realm.Define(prototype, "forEach", 1, static (thisValue, arguments) =>
        {
            JsFunction function = arguments.Function(0);
            OrderedDictionary<JsValue, JsValue> items = thisValue.This<Collection>().Items;
            for (int i = 0; i < items.Count; i++)
            {
                (JsValue key, JsValue value) = items.GetAt(i);
                function.Invoke(value, key, thisValue);
            }

            return JsValue.Undefined;
        });
        JsFunction keys = realm.Define(prototype, "keys", 0, (thisValue, _) =>
            realm.CreateIterator(thisValue, Each(thisValue.This<Collection>(), static (key, _) => key)));
        JsFunction values = realm.Define(prototype, "values", 0, (thisValue, _) =>
            realm.CreateIterator(thisValue, Each(thisValue.This<Collection>(), static (_, value) => value)));
        JsFunction entries = realm.Define(prototype, "entries", 0, (thisValue, _) =>
            realm.CreateIterator(thisValue, Each(thisValue.This<Collection>(), (key, value) => realm.CreateArray(key, value))));
        JsRealm.Define(prototype, JsSymbol.Iterator, isMap ? entries : values);
    }

    private static IEnumerator<JsValue> Each(Collection collection, Func<JsValue, JsValue, JsValue> select)
    {
        for (int i = 0; i < collection.Items.Count; i++)
        {
            (JsValue key, JsValue value) = collection.Items.GetAt(i);
            yield return select(key, value);
        }
    }

    private sealed class Collection(JsObject prototype) : JsObject(prototype)
    {
        public OrderedDictionary<JsValue, JsValue> Items { get; } = [];

        internal override void Visit(HeapVisitor visitor)
        {
            base.Visit(visitor);
            visitor.AddBytes(Items.Count * HeapVisitor.BytesOfProperty);
            foreach ((JsValue key, JsValue value) in Items)
            {
                visitor.Add(key);
                visitor.Add(value);
            }
        }
    }
}
