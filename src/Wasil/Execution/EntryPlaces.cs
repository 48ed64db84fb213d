namespace Wasil.Execution;

/// <summary>
/// Where instances of a module have their entries: in the order in which code came to call by way of them, since most functions
/// of a large module are never called so, and each instance has a table of its own.
/// </summary>
internal sealed class EntryPlaces
{
    private readonly Dictionary<int, int> _places = [];
    private int[] _functions = new int[4];
    private int _count;

    /// <summary>How many there are by now.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The function whose entry is at a place.</summary>
    public int FunctionAt(int place) => Volatile.Read(ref _functions)[place];

    /// <summary>The place of a function's entry. One thread may ask at a time.</summary>
    public int Of(int functionIndex)
    {
        if (_places.TryGetValue(functionIndex, out int known))
            return known;
        int place = _count;
        _places.Add(functionIndex, place);
        // Who reads the former array meanwhile finds all there that was counted.
        if (place == _functions.Length)
        {
            int[] grown = new int[2 * place];
            _functions.CopyTo(grown, 0);
            Volatile.Write(ref _functions, grown);
        }

        _functions[place] = functionIndex;
        Volatile.Write(ref _count, place + 1);
        return place;
    }
}
