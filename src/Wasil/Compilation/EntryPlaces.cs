namespace Wasil.Compilation;

/// <summary>
/// Where instances of a module have their entries: in the order in which code came to call by way of them, since most functions
/// of a large module are never called so, and each instance has a table of its own.
/// </summary>
internal sealed class EntryPlaces
{
    private readonly Dictionary<int, int> _places = [];

    /// <summary>The place of a function's entry. One thread may ask at a time.</summary>
    public int Of(int functionIndex)
    {
        if (!_places.TryGetValue(functionIndex, out int place))
            _places.Add(functionIndex, place = _places.Count);
        return place;
    }
}
