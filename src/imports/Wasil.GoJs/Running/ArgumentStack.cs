namespace Wasil.GoJs.Running;

/// <summary>Room for the arguments of calls, which nest, so that a call allocates nothing for them.</summary>
internal sealed class ArgumentStack
{
    private JsValue[] _values = new JsValue[256];
    private int _top;

    /// <summary>Takes room. It must be given back in the opposite order.</summary>
    public Span<JsValue> Take(int count)
    {
        // Those before keep the array that they have.
        if (_values.Length - _top < count)
        {
            _values = new JsValue[Math.Max(_values.Length * 2, _top + count)];
        }

        Span<JsValue> room = _values.AsSpan(_top, count);
        _top += count;
        return room;
    }

    public void GiveBack(Span<JsValue> room)
    {
        // A value that stayed here would not be collected.
        room.Clear();
        _top -= room.Length;
    }
}
