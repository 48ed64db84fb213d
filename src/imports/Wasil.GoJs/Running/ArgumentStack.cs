using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Running;

/// <summary>Room for the arguments of calls, which nest, so that a call allocates nothing for them.</summary>
internal sealed class ArgumentStack
{
    // Calls nest as deep as the guest's stack lets them, and each may bring as many arguments as one may have.
    private const int Most = 1 << 22;

    private JsValue[] _values = new JsValue[256];
    private int _top;

    /// <summary>Takes room. It must be given back in the opposite order.</summary>
    /// <exception cref="JsException">All calls together have too many arguments.</exception>
    public Span<JsValue> Take(int count)
    {
        if (Most - _top < count)
            throw Errors.Range("Calls within calls have too many arguments");

        // Those before keep the array that they have.
        if (_values.Length - _top < count)
        {
            _values = new JsValue[Math.Max(_values.Length * 2, _top + count)];
        }

        Span<JsValue> room = _values.AsSpan(_top, count);
        _top += count;
        return room;
    }

    // Values that have moved to a larger array count there alone: the smaller ones together are no larger.
    public void Visit(HeapVisitor visitor) => visitor.Add(_values);

    public void GiveBack(Span<JsValue> room)
    {
        // A value that stayed here would not be collected.
        room.Clear();
        _top -= room.Length;
    }
}
