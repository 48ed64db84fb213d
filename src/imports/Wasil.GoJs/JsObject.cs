using System.Diagnostics.CodeAnalysis;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs;

/// <summary>
/// A JavaScript object: properties, and a prototype that answers for those it lacks. It belongs to one <see cref="JsRealm"/>, and
/// is used by one thread at a time, the one that runs the program.
/// </summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public class JsObject
{
    private OrderedDictionary<object, Property>? _properties;

    /// <summary>Makes an object without properties.</summary>
    /// <param name="prototype">Where properties are looked up that it lacks itself, or null.</param>
    public JsObject(JsObject? prototype) => Prototype = prototype;

    /// <summary>Where properties are looked up that the object lacks itself, or null.</summary>
    public JsObject? Prototype { get; internal set; }

    /// <summary>The names of its own enumerable properties, as <c>Object.keys</c> gives them.</summary>
    public IEnumerable<string> Keys => OwnKeys()
        .Where(key => key is string && GetOwn(key) is { IsEnumerable: true }).Cast<string>();

    internal bool IsExtensible { get; private set; } = true;

    /// <summary>What <c>Object.prototype.toString</c> calls it.</summary>
    internal virtual string ClassName => "Object";

    /// <summary>A property.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="JsException">A getter or setter threw, or the property cannot be set.</exception>
    public JsValue this[string name]
    {
        get => Get(name);
        set => Put(name, value);
    }

    /// <summary>Gets a property, or undefined.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="JsException">Its getter threw.</exception>
    public JsValue Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Get((object)name, this);
    }

    /// <summary>Gets an element, or undefined.</summary>
    /// <param name="index">Which one.</param>
    public JsValue Get(long index) => GetIndex(index);

    /// <summary>Sets a property.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value.</param>
    /// <returns>False where the property may not be changed.</returns>
    public bool Set(string name, JsValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Set((object)name, value, this);
    }

    /// <summary>Sets an element.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="value">The value.</param>
    /// <returns>False where it may not be changed.</returns>
    public bool Set(long index, JsValue value) => SetIndex(index, value);

    /// <summary>Removes a property.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>False where it may not be removed.</returns>
    public bool Delete(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Delete((object)name);
    }

    /// <summary>Whether the object or a prototype of it has a property.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Has((object)name);
    }

    /// <summary>Calls a method.</summary>
    /// <param name="name">The property whose function is called.</param>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="InvalidCastException">The property is no function.</exception>
    /// <exception cref="JsException">The function threw.</exception>
    public JsValue Call(string name, params ReadOnlySpan<JsValue> arguments) => Get(name).AsFunction().Apply(this, arguments);

    /// <summary>The text that stands for it where no code of a guest may run.</summary>
    public override string ToString() => $"[object {ClassName}]";

    internal virtual Property? GetOwn(object key) =>
        _properties is not null && _properties.TryGetValue(key, out Property property) ? property : null;

    internal virtual JsValue Get(object key, JsValue receiver)
    {
        for (JsObject? holder = this; holder is not null; holder = holder.Prototype)
        {
            if (holder.GetOwn(key) is { } property)
            {
                return property.Accessor is null ? property.Value
                    : property.Accessor.Get is { } getter ? getter.Apply(receiver, []) : JsValue.Undefined;
            }
        }

        return JsValue.Undefined;
    }

    internal virtual JsValue GetIndex(long index) => Get(PropertyKeys.OfIndex(index), this);

    internal bool Has(object key)
    {
        for (JsObject? holder = this; holder is not null; holder = holder.Prototype)
        {
            if (holder.GetOwn(key) is not null)
                return true;
        }

        return false;
    }

    internal virtual bool Set(object key, JsValue value, JsValue receiver)
    {
        for (JsObject? holder = this; holder is not null; holder = holder.Prototype)
        {
            if (holder.GetOwn(key) is not { } property)
                continue;
            if (property.Accessor is { } accessor)
            {
                if (accessor.Set is null)
                    return false;
                accessor.Set.Apply(receiver, [value]);
                return true;
            }

            if (!property.IsWritable)
                return false;
            if (holder == this)
                return SetOwn(key, property with { Value = value });
            break;
        }

        return Define(key, new Property(value, PropertyFlags.All));
    }

    internal virtual bool SetIndex(long index, JsValue value) => Set(PropertyKeys.OfIndex(index), value, this);

    /// <summary>Sets a property as code in strict mode does.</summary>
    internal void Put(object key, JsValue value)
    {
        if (!Set(key, value, this))
            throw Errors.Type($"Cannot assign to read only property '{key}' of object");
    }

    /// <summary>Adds a property, or replaces one that is configurable.</summary>
    internal virtual bool Define(object key, Property property)
    {
        if (GetOwn(key) is { } present)
        {
            if (!present.IsConfigurable && !(present.IsWritable && property.Accessor is null && property.Flags == present.Flags))
                return false;
        }
        else if (!IsExtensible)
        {
            return false;
        }

        return SetOwn(key, property);
    }

    internal virtual bool Delete(object key)
    {
        if (GetOwn(key) is not { } property)
            return true;
        if (!property.IsConfigurable)
            return false;
        _properties?.Remove(key);
        return true;
    }

    /// <summary>The keys of its own properties, indices first.</summary>
    internal virtual IEnumerable<object> OwnKeys() => _properties is null ? [] : Ordered(_properties.Keys);

    internal virtual void PreventExtensions() => IsExtensible = false;

    /// <summary>Takes attributes from all properties, for <c>Object.freeze</c> and <c>Object.seal</c>.</summary>
    internal virtual void Restrict(PropertyFlags flags)
    {
        PreventExtensions();
        foreach (object key in OwnKeys().ToArray())
        {
            Property property = GetOwn(key)!.Value;
            SetOwn(key, property with { Flags = property.Flags & ~flags });
        }
    }

    internal virtual bool IsRestricted(PropertyFlags flags) =>
        !IsExtensible && OwnKeys().All(key => (GetOwn(key)!.Value.Flags & flags) == 0);

    /// <summary>What it refers to is counted among what a guest keeps, so each kind of object tells it all.</summary>
    internal virtual void Visit(HeapVisitor visitor)
    {
        visitor.Add(Prototype);
        if (_properties is null)
            return;
        visitor.AddBytes(_properties.Count * HeapVisitor.BytesOfProperty);
        foreach ((object key, Property property) in _properties)
        {
            if (key is string name)
                visitor.AddText(name);
            else
                visitor.Add((JsSymbol)key);
            visitor.Add(property.Value);
            visitor.Add(property.Accessor?.Get);
            visitor.Add(property.Accessor?.Set);
        }
    }

    private bool SetOwn(object key, Property property)
    {
        (_properties ??= new OrderedDictionary<object, Property>(PropertyKeys.Comparer))[key] = property;
        return true;
    }

    private static IEnumerable<object> Ordered(IEnumerable<object> keys)
    {
        object[] all = [.. keys];
        return all.Any(key => PropertyKeys.IsIndex(key, out _))
            ? all.OrderBy(key => PropertyKeys.IsIndex(key, out long index) ? index : long.MaxValue)
            : all;
    }
}
