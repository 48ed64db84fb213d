using System.Text;

namespace Wasil.Syntax;

/// <summary>
/// Names by index, as places in the module's bytes: strings are made when they are asked for, since a module of 100,000
/// functions has as many names and needs few of them.
/// </summary>
internal sealed class NameMap
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly uint[] _indices;
    private readonly ByteRange[] _names;

    /// <param name="bytes">What the names are ranges of.</param>
    /// <param name="indices">The indices named, each larger than the one before.</param>
    /// <param name="names">Their names, of valid UTF-8.</param>
    public NameMap(ReadOnlyMemory<byte> bytes, uint[] indices, ByteRange[] names)
    {
        _bytes = bytes;
        _indices = indices;
        _names = names;
    }

    public static NameMap Empty { get; } = new(default, [], []);

    public int Count => _indices.Length;

    /// <summary>The indices that have a name, in rising order.</summary>
    public ReadOnlySpan<uint> Indices => _indices;

    /// <summary>The name of an index, or null where it has none.</summary>
    public string? this[uint index] => TryGetUtf8(index, out var name) ? Encoding.UTF8.GetString(name) : null;

    /// <summary>The UTF-8 of an index's name.</summary>
    public bool TryGetUtf8(uint index, out ReadOnlySpan<byte> name)
    {
        // Where every function has a name, the place is the index.
        int place = index < (uint)_indices.Length && _indices[index] == index
            ? (int)index
            : Array.BinarySearch(_indices, index);
        name = place >= 0 ? _bytes.Span.Slice(_names[place].Offset, _names[place].Length) : default;
        return place >= 0;
    }
}
