using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>Object</c> and its prototype.</summary>
internal static class ObjectIntrinsics
{
    public static void Install(JsRealm realm)
    {
        JsObject prototype = realm.ObjectPrototype;
        realm.Define(prototype, "toString", 0, static (thisValue, _) => $"[object {ClassOf(thisValue)}]");
        realm.Define(prototype, "toLocaleString", 0, static (thisValue, _) => Conversions.ToText(thisValue));
        realm.Define(prototype, "valueOf", 0, static (thisValue, _) => thisValue);
        realm.Define(prototype, "hasOwnProperty", 1, static (thisValue, arguments) =>
            thisValue.This<JsObject>().GetOwn(PropertyKeys.Of(arguments.At(0))) is not null);
        realm.Define(prototype, "propertyIsEnumerable", 1, static (thisValue, arguments) =>
            thisValue.This<JsObject>().GetOwn(PropertyKeys.Of(arguments.At(0))) is { IsEnumerable: true });
        realm.Define(prototype, "isPrototypeOf", 1, static (thisValue, arguments) =>
        {
            for (JsObject? above = (arguments.At(0).Reference as JsObject)?.Prototype; above is not null; above = above.Prototype)
            {
                if (above == thisValue.Reference)
                    return true;
            }

            return false;
        });

        JsObject type = realm.DefineClass(
            "Object", prototype, 1, arguments => ToObject(realm, arguments.At(0)), (_, arguments) => ToObject(realm, arguments.At(0)));
        realm.Define(type, "keys", 1, (_, arguments) => Names(realm, Argument(realm, arguments)));
        realm.Define(type, "values", 1, (_, arguments) =>
        {
            JsObject target = Argument(realm, arguments);
            return Collect(realm, target, key => target.Get(key));
        });
        realm.Define(type, "entries", 1, (_, arguments) =>
        {
            JsObject target = Argument(realm, arguments);
            return Collect(realm, target, key => realm.CreateArray(key, target.Get(key)));
        });
        realm.Define(type, "fromEntries", 1, (_, arguments) =>
        {
            JsObject made = realm.CreateObject();
            realm.Runtime.Keep(made);
            foreach (JsValue entry in realm.ToList(arguments.At(0)))
            {
                realm.Runtime.Charge(HeapVisitor.BytesOfProperty);
                made.Put(PropertyKeys.Of(entry.This<JsObject>().Get(0)), entry.This<JsObject>().Get(1));
            }

            return made;
        });
        realm.Define(type, "assign", 2, (_, arguments) =>
        {
            JsObject target = Argument(realm, arguments);
            foreach (JsValue source in arguments.Length > 1 ? arguments[1..] : [])
            {
                if (source.TryGetObject(out JsObject? from))
                {
                    foreach (string key in realm.NamesOf(from))
                    {
                        realm.Runtime.Charge(HeapVisitor.BytesOfProperty);
                        target.Put(key, from.Get(key));
                    }
                }
            }

            return target;
        });
        realm.Define(type, "create", 2, (_, arguments) =>
        {
            var made = new JsObject(arguments.At(0).Reference as JsObject);
            realm.Runtime.Keep(made);
            return arguments.At(1).TryGetObject(out JsObject? properties) ? DefineAll(realm, made, properties) : made;
        });
        realm.Define(type, "defineProperty", 3, static (_, arguments) =>
            ReflectIntrinsics.Define(arguments) ? arguments.At(0) : throw Errors.Type($"Cannot redefine property: {arguments.At(1)}"));
        realm.Define(type, "defineProperties", 2, (_, arguments) =>
            DefineAll(realm, arguments.At(0).This<JsObject>(), arguments.At(1).This<JsObject>()));
        realm.Define(type, "getOwnPropertyDescriptor", 2, (_, arguments) =>
            ReflectIntrinsics.Describe(realm, Argument(realm, arguments), PropertyKeys.Of(arguments.At(1))));
        realm.Define(type, "getOwnPropertyNames", 1, (_, arguments) =>
            realm.CreateArray([.. realm.KeysOf(Argument(realm, arguments)).OfType<string>().Select(key => (JsValue)key)]));
        realm.Define(type, "getPrototypeOf", 1, (_, arguments) => Argument(realm, arguments).Prototype);
        realm.Define(type, "setPrototypeOf", 2, static (_, arguments) =>
        {
            if (arguments.At(0).TryGetObject(out JsObject? target) && !ReflectIntrinsics.SetPrototype(target, arguments.At(1)))
                throw Errors.Type("Cyclic or fixed prototype value");
            return arguments.At(0);
        });
        realm.Define(type, "is", 2, static (_, arguments) => arguments.At(0) == arguments.At(1)
            && (!arguments.At(0).IsNumber || double.IsNegative(arguments.At(0).Number) == double.IsNegative(arguments.At(1).Number)));
        Restriction(realm, type, "freeze", "isFrozen", PropertyFlags.Writable | PropertyFlags.Configurable);
        Restriction(realm, type, "seal", "isSealed", PropertyFlags.Configurable);
        Restriction(realm, type, "preventExtensions", "", PropertyFlags.None);
        realm.Define(type, "isExtensible", 1, static (_, arguments) => arguments.At(0).Reference is JsObject { IsExtensible: true });
        realm.Define(type, "hasOwn", 2, (_, arguments) =>
            Argument(realm, arguments).GetOwn(PropertyKeys.Of(arguments.At(1))) is not null);
    }

    /// <summary>The object that a value is or stands for.</summary>
    public static JsObject ToObject(JsRealm realm, JsValue value) => value.Reference as JsObject
        ?? (value.IsNullish ? realm.CreateObject() : PrimitiveIntrinsics.Wrap(realm, value));

    public static JsArray Names(JsRealm realm, JsObject target) =>
        realm.CreateArray([.. realm.NamesOf(target).Select(key => (JsValue)key)]);

    private static JsArray Collect(JsRealm realm, JsObject target, Func<string, JsValue> select)
    {
        JsArray made = realm.CreateArray();
        realm.Runtime.Keep(made);
        foreach (string name in realm.NamesOf(target))
        {
            realm.Runtime.Charge(2 * HeapVisitor.BytesOfValue);
            made.Add(select(name));
        }

        return made;
    }

    private static JsObject Argument(JsRealm realm, ReadOnlySpan<JsValue> arguments) =>
        arguments.At(0).IsNullish ? throw Errors.Type("Cannot convert undefined or null to object") : ToObject(realm, arguments.At(0));

    private static string ClassOf(JsValue value) => value.Kind switch
    {
        JsKind.Undefined => "Undefined",
        JsKind.Null => "Null",
        JsKind.Object or JsKind.Function => value.AsObject() is var target
            && target.Get(JsSymbol.ToStringTag, target) is { IsString: true } tag ? tag.AsString() : value.AsObject().ClassName,
        var kind => kind.ToString(),
    };

    private static JsObject DefineAll(JsRealm realm, JsObject target, JsObject properties)
    {
        foreach (string key in realm.NamesOf(properties))
        {
            realm.Runtime.Charge(HeapVisitor.BytesOfProperty);
            if (!ReflectIntrinsics.Define([target, key, properties.Get(key)]))
                throw Errors.Type($"Cannot redefine property: {key}");
        }

        return target;
    }

    private static void Restriction(JsRealm realm, JsObject type, string set, string test, PropertyFlags flags)
    {
        realm.Define(type, set, 1, (_, arguments) =>
        {
            if (arguments.At(0).TryGetObject(out JsObject? target))
                target.Restrict(flags);
            return arguments.At(0);
        });
        if (test.Length > 0)
        {
            realm.Define(type, test, 1, (_, arguments) =>
                !arguments.At(0).TryGetObject(out JsObject? target) || target.IsRestricted(flags));
        }
    }
}
