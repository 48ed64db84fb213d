using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>Reflect</c>, and property descriptors.</summary>
internal static class ReflectIntrinsics
{
    public static void Install(JsRealm realm)
    {
        JsObject reflect = realm.CreateObject();
        JsRealm.Define(realm.Global, "Reflect", reflect);
        JsRealm.Define(reflect, JsSymbol.ToStringTag, "Reflect");
        realm.Define(reflect, "get", 2, static (_, arguments) => Target(arguments).Get(PropertyKeys.Of(arguments.At(1)), arguments[0]));
        realm.Define(reflect, "set", 3, static (_, arguments) =>
            Target(arguments).Set(PropertyKeys.Of(arguments.At(1)), arguments.At(2), arguments[0]));
        realm.Define(reflect, "has", 2, static (_, arguments) => Target(arguments).Has(PropertyKeys.Of(arguments.At(1))));
        realm.Define(reflect, "deleteProperty", 2, static (_, arguments) => Target(arguments).Delete(PropertyKeys.Of(arguments.At(1))));
        realm.Define(reflect, "apply", 3, (_, arguments) =>
            arguments.Function(0).Apply(arguments.At(1), realm.ToList(arguments.At(2)).ToArray()));
        realm.Define(reflect, "construct", 2, (_, arguments) =>
            arguments.Function(0).Construct(realm.ToList(arguments.At(1)).ToArray()));
        realm.Define(reflect, "ownKeys", 1, (_, arguments) => realm.CreateArray(
            [.. realm.KeysOf(Target(arguments)).Select(key => key as string is { } name ? (JsValue)name : (JsSymbol)key)]));
        realm.Define(reflect, "getPrototypeOf", 1, static (_, arguments) => Target(arguments).Prototype);
        realm.Define(reflect, "setPrototypeOf", 2, static (_, arguments) => SetPrototype(Target(arguments), arguments.At(1)));
        realm.Define(reflect, "isExtensible", 1, static (_, arguments) => Target(arguments).IsExtensible);
        realm.Define(reflect, "preventExtensions", 1, static (_, arguments) =>
        {
            Target(arguments).PreventExtensions();
            return true;
        });
        realm.Define(reflect, "defineProperty", 3, static (_, arguments) => Define(arguments));
        realm.Define(reflect, "getOwnPropertyDescriptor", 2, (_, arguments) =>
            Describe(realm, Target(arguments), PropertyKeys.Of(arguments.At(1))));
    }

    /// <summary>Defines a property by the target, key and descriptor among arguments.</summary>
    public static bool Define(ReadOnlySpan<JsValue> arguments)
    {
        JsObject target = Target(arguments);
        object key = PropertyKeys.Of(arguments.At(1));
        JsObject descriptor = arguments.At(2).TryGetObject(out JsObject? given)
            ? given : throw Errors.Type("Property description must be an object");
        Property? present = target.GetOwn(key);
        PropertyFlags flags = present?.Flags ?? PropertyFlags.None;
        foreach ((string name, PropertyFlags flag) in (ReadOnlySpan<(string, PropertyFlags)>)
        [
            ("writable", PropertyFlags.Writable), ("enumerable", PropertyFlags.Enumerable), ("configurable", PropertyFlags.Configurable),
        ])
        {
            if (descriptor.Has(name))
                flags = Conversions.ToBoolean(descriptor.Get(name)) ? flags | flag : flags & ~flag;
        }

        if (descriptor.Has("get") || descriptor.Has("set"))
        {
            var accessor = new Accessor(
                descriptor.Has("get") ? descriptor.Get("get").Reference as JsFunction : present?.Accessor?.Get,
                descriptor.Has("set") ? descriptor.Get("set").Reference as JsFunction : present?.Accessor?.Set);
            return target.Define(key, new Property(default, flags & ~PropertyFlags.Writable, accessor));
        }

        JsValue value = descriptor.Has("value") ? descriptor.Get("value") : present?.Value ?? JsValue.Undefined;
        return target.Define(key, new Property(value, flags, descriptor.Has("value") ? null : present?.Accessor));
    }

    public static JsValue Describe(JsRealm realm, JsObject target, object key)
    {
        if (target.GetOwn(key) is not { } property)
            return JsValue.Undefined;
        JsObject descriptor = realm.CreateObject();
        if (property.Accessor is { } accessor)
        {
            descriptor.Set("get", accessor.Get is { } get ? get : JsValue.Undefined);
            descriptor.Set("set", accessor.Set is { } set ? set : JsValue.Undefined);
        }
        else
        {
            descriptor.Set("value", property.Value);
            descriptor.Set("writable", property.IsWritable);
        }

        descriptor.Set("enumerable", property.IsEnumerable);
        descriptor.Set("configurable", property.IsConfigurable);
        return descriptor;
    }

    public static bool SetPrototype(JsObject target, JsValue value)
    {
        var prototype = value.Reference as JsObject;
        if (prototype is null && !value.IsNull)
            throw Errors.Type("Object prototype may only be an Object or null");
        if (!target.IsExtensible && target.Prototype != prototype)
            return false;
        for (JsObject? above = prototype; above is not null; above = above.Prototype)
        {
            if (above == target)
                return false;
        }

        target.Prototype = prototype;
        return true;
    }

    private static JsObject Target(ReadOnlySpan<JsValue> arguments) =>
        arguments.At(0).TryGetObject(out JsObject? target) ? target : throw Errors.Type("Reflect method called on non-object");
}
