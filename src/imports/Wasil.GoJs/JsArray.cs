using System.Runtime.InteropServices;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs;

/// <summary>A JavaScript array. Elements that were never set read as undefined.</summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public sealed class JsArray : JsObject
{
    private const long MostGap = 1 << 20;
    private const long MostLength = uint.MaxValue;

    private readonly JsRealm _realm;
    private readonly List<JsValue> _elements;
    private long _length;
    private bool _isFrozen;

    internal JsArray(JsRealm realm, ReadOnlySpan<JsValue> elements)
        : base(realm.ArrayPrototype)
    {
        _realm = realm;
        _elements = [.. elements];
        _length = elements.Length;
    }

    /// <summary>How many elements it has.</summary>
    public long Length
    {
        get => _length;
        internal set
        {
            if (value is < 0 or > MostLength)
                throw Errors.Range("Invalid array length");
            RequireChangeable();
            if (value < _elements.Count)
                _elements.RemoveRange((int)value, _elements.Count - (int)value);
            _length = value;
        }
    }

    /// <summary>The elements, up to the last that was set. They are only there until the array changes.</summary>
    public ReadOnlySpan<JsValue> Elements => CollectionsMarshal.AsSpan(_elements);

    internal override string ClassName => "Array";

    /// <summary>Adds an element at the end.</summary>
    /// <param name="value">The element.</param>
    public void Add(JsValue value)
    {
        if (!SetIndex(_length, value))
            throw Errors.Type("Cannot add property to a frozen array");
    }

    /// <summary>Whether an element was set.</summary>
    internal bool HasIndex(long index) => (ulong)index < (ulong)_elements.Count && !_elements[(int)index].IsHole;

    /// <summary>One element for each index below the length.</summary>
    internal JsValue[] ToArray()
    {
        Fill(_length);
        _realm.Runtime.Charge(HeapVisitor.BytesOfValue * _length);
        return [.. _elements];
    }

    /// <summary>Puts other elements in place of some.</summary>
    internal void Splice(int start, int count, ReadOnlySpan<JsValue> items)
    {
        RequireChangeable();
        Fill(_length);
        _elements.RemoveRange(start, count);
        _realm.Runtime.Charge(HeapVisitor.BytesOfValue * (long)items.Length);
        _elements.InsertRange(start, items);
        _length = _elements.Count;
    }

    internal Span<JsValue> Changeable()
    {
        RequireChangeable();
        return Filled();
    }

    /// <summary>The elements themselves, one for each index below the length. They are only there until the array changes.</summary>
    internal Span<JsValue> Filled()
    {
        Fill(_length);
        return CollectionsMarshal.AsSpan(_elements);
    }

    internal override JsValue GetIndex(long index) =>
        (ulong)index < (ulong)_elements.Count ? _elements[(int)index]
        : (ulong)index < (ulong)_length ? JsValue.Undefined
        : base.GetIndex(index);

    internal override bool SetIndex(long index, JsValue value)
    {
        if (index is < 0 or >= MostLength)
            return base.SetIndex(index, value);
        if (_isFrozen || (index >= _length && !IsExtensible))
            return false;
        if (index < _elements.Count)
        {
            _elements[(int)index] = value;
            return true;
        }

        Fill(index);
        _elements.Add(value);
        _length = Math.Max(_length, index + 1);
        return true;
    }

    internal override Property? GetOwn(object key)
    {
        if (PropertyKeys.IsIndex(key, out long index))
        {
            if (index < _elements.Count && !_elements[(int)index].IsHole)
                return new Property(_elements[(int)index], _isFrozen ? PropertyFlags.Enumerable : PropertyFlags.All);
            if (index < _length)
                return null;
        }

        if (key is "length")
            return new Property(_length, _isFrozen ? PropertyFlags.None : PropertyFlags.Writable);
        return base.GetOwn(key);
    }

    internal override JsValue Get(object key, JsValue receiver) => key is "length" ? _length : base.Get(key, receiver);

    internal override bool Set(object key, JsValue value, JsValue receiver)
    {
        if (key is "length")
        {
            if (_isFrozen)
                return false;
            double length = Conversions.ToNumber(value);
            if (length != (uint)length)
                throw Errors.Range("Invalid array length");
            Length = (long)length;
            return true;
        }

        return PropertyKeys.IsIndex(key, out long index) ? SetIndex(index, value) : base.Set(key, value, receiver);
    }

    internal override bool Define(object key, Property property) =>
        key is "length" ? Set(key, property.Value, this)
        : PropertyKeys.IsIndex(key, out long index) ? SetIndex(index, property.Value)
        : base.Define(key, property);

    internal override bool Delete(object key)
    {
        if (!PropertyKeys.IsIndex(key, out long index))
            return key is not "length" && base.Delete(key);
        if (_isFrozen)
            return false;
        if (index < _elements.Count)
            _elements[(int)index] = JsValue.Hole;
        return true;
    }

    internal override IEnumerable<object> OwnKeys() =>
        Enumerable.Range(0, _elements.Count).Where(index => !_elements[index].IsHole).Select(index => (object)PropertyKeys.OfIndex(index)).Append("length").Concat(base.OwnKeys());

    internal override void Restrict(PropertyFlags flags)
    {
        PreventExtensions();
        _isFrozen |= (flags & PropertyFlags.Writable) != 0;
    }

    internal override bool IsRestricted(PropertyFlags flags) => !IsExtensible && ((flags & PropertyFlags.Writable) == 0 || _isFrozen);

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.Add(Elements);
        visitor.AddBytes(HeapVisitor.BytesOfValue * (long)(_elements.Capacity - _elements.Count));
    }

    private void RequireChangeable()
    {
        if (_isFrozen)
            throw Errors.Type("Cannot assign to read only property of a frozen array");
    }

    // A guest may set the length to what it likes; memory is only taken for elements that are near others.
    private void Fill(long count)
    {
        if (count - _elements.Count > MostGap)
            throw Errors.Range("Invalid array length");
        int first = _elements.Count;
        if (count <= first)
            return;
        _realm.Runtime.Charge(HeapVisitor.BytesOfValue * (count - first));
        CollectionsMarshal.SetCount(_elements, (int)count);
        CollectionsMarshal.AsSpan(_elements)[first..].Fill(JsValue.Hole);
    }
}
