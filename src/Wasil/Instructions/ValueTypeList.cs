namespace Wasil.Instructions;

/// <summary>The types of a <c>select</c>, read again from the bytes; to be used in a foreach.</summary>
internal ref struct ValueTypeList
{
    private ByteReader _reader;
    private int _left;

    internal ValueTypeList(ByteReader reader, int count)
    {
        _reader = reader;
        _left = count;
        Current = default;
    }

    /// <summary>Code and heap type, as <see cref="ByteReader.ReadValueType"/> gives them.</summary>
    public (int Code, long Heap) Current { get; private set; }

    public readonly ValueTypeList GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_left == 0)
            return false;
        _left--;
        Current = (_reader.ReadValueType(out long heap), heap);
        return true;
    }
}
