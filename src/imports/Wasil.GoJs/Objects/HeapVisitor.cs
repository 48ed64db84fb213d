namespace Wasil.GoJs.Objects;

/// <summary>Adds up what a guest keeps of the host's memory through JavaScript's objects: roughly, and never far too little.</summary>
internal sealed class HeapVisitor
{
    public const int BytesOfProperty = 96;

    public const int BytesOfValue = 16;

    public const int BytesOfObject = 64;

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
        switch (value.Reference)
        {
            case string text:
                AddText(text);
                break;
            case JsSymbol symbol:
                Add(symbol);
                break;
            case JsObject target:
                Add(target);
                break;
        }
    }

    public void Add(JsSymbol symbol)
    {
        if (symbol.Description is { } text && _seen.Add(symbol))
        {
            Bytes += BytesOfObject;
            AddText(text);
        }
    }

    public void Add(ReadOnlySpan<JsValue> values)
    {
        Bytes += BytesOfValue * (long)values.Length;
        foreach (JsValue value in values)
            Add(value);
    }

    /// <summary>Follows all that was added, without recursion: a guest may make a list of any length.</summary>
    /// <exception cref="OperationCanceledException">The guest is to end.</exception>
    public long Finish(CancellationToken cancellationToken)
    {
        while (_pending.TryPop(out JsObject? value))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bytes += BytesOfObject;
            value.Visit(this);
        }

        return Bytes;
    }
}
