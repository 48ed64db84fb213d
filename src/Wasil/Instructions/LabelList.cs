namespace Wasil.Instructions;

/// <summary>The labels of a <c>br_table</c> but for its default, read again from the bytes; to be used in a foreach.</summary>
internal ref struct LabelList
{
    private ByteReader _reader;
    private int _left;

    internal LabelList(ByteReader reader, int count)
    {
        _reader = reader;
        _left = count;
    }

    public uint Current { get; private set; }

    public readonly LabelList GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_left == 0)
            return false;
        _left--;
        Current = _reader.ReadU32();
        return true;
    }
}
