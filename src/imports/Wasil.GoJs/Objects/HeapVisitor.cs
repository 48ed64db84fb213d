namespace Wasil.GoJs.Objects;

/// <summary>Adds up what a guest keeps of the host's memory through JavaScript's objects: roughly, and never far too little.</summary>
internal sealed class HeapVisitor
{
    public const int BytesOfProperty = 96;

    private const int BytesOfObject = 64;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<JsObject> _pending = [];

    public long Bytes { get; private set; }

    public void AddBytes(long bytes) => Bytes += bytes;

    public void AddText(string text)
    {
        // Short ones are hardly worth the look-up, and may be counted twice.
        if (text.Length < 64 || _seen.Add(text))
            Bytes += 24 + (2L * text.Length);
    }

    public void Add(JsObject? value)
    {
        if (value is not null && _seen.Add(value))
            _pending.Push(value);
    }

    public void Add(JsValue value)
    {
        if (value.Reference is string text)
            AddText(text);
        else
            Add(value.Reference as JsObject);
    }

    public void Add(ReadOnlySpan<JsValue> values)
    {
        Bytes += 16L * values.Length;
        foreach (JsValue value in values)
            Add(value);
    }

    /// <summary>Follows all that was added, without recursion: a guest may make a list of any length.</summary>
    public long Finish()
    {
        while (_pending.TryPop(out JsObject? value))
        {
            Bytes += BytesOfObject;
            value.Visit(this);
        }

        return Bytes;
    }
}
