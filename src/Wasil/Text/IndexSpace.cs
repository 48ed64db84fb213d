namespace Wasil.Text;

/// <summary>The identifiers of an index space. See "Contexts" in the specification's text chapter.</summary>
/// <param name="word">What its entries are called in complaints.</param>
internal sealed class IndexSpace(string word)
{
    private readonly Dictionary<string, uint> _indices = [];
    private readonly Dictionary<uint, string> _names = [];

    /// <summary>What its entries are called in complaints.</summary>
    public string Word { get; } = word;

    /// <summary>How many entries it has, which is the index of the next one.</summary>
    public uint Count { get; private set; }

    /// <summary>The names to write into the name section, by index.</summary>
    public IEnumerable<KeyValuePair<uint, string>> Names => _names.OrderBy(entry => entry.Key);

    public bool HasNames => _names.Count > 0;

    /// <summary>Adds an entry; false where its identifier is taken.</summary>
    public bool TryAdd(string? identifier)
    {
        uint index = Count++;
        if (identifier is null)
            return true;
        _names[index] = identifier;
        return _indices.TryAdd(identifier, index);
    }

    /// <summary>Adds entries without identifiers.</summary>
    public void Add(uint count) => Count += count;

    /// <summary>Gives an entry a name of its own, as an annotation does, whatever its identifier.</summary>
    public void Rename(uint index, string name) => _names[index] = name;

    public bool TryFind(string identifier, out uint index) => _indices.TryGetValue(identifier, out index);
}
