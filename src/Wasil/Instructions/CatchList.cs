namespace Wasil.Instructions;

/// <summary>The catch clauses of a <c>try_table</c>, read again from the bytes; to be used in a foreach.</summary>
internal ref struct CatchList
{
    private ByteReader _reader;
    private int _left;

    internal CatchList(ByteReader reader, int count)
    {
        _reader = reader;
        _left = count;
        Current = default;
    }

    public CatchClause Current { get; private set; }

    public readonly CatchList GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_left == 0)
            return false;
        _left--;
        Current = Read(ref _reader);
        return true;
    }

    internal static CatchClause Read(ref ByteReader reader)
    {
        var kind = (CatchKind)reader.ReadByte();
        if (kind > CatchKind.CatchAllRef)
            reader.Fail("malformed catch clause", reader.Position - 1);
        uint tag = kind <= CatchKind.CatchRef ? reader.ReadU32() : 0;
        return new CatchClause(kind, tag, reader.ReadU32());
    }
}
