namespace Wasil.Syntax;

/// <summary>
/// An array whose length is not known yet. What .NET's own collections do with the structures of this assembly cannot be
/// compiled ahead of time, as both belong to different assemblies, and is a good part of the time until a small guest runs;
/// this can. (Lists of classes and of numbers are compiled with .NET.)
/// </summary>
internal sealed class ArrayBuilder<T>
    where T : struct
{
    private T[] _items;

    /// <param name="capacity">How many items it has room for at first.</param>
    public ArrayBuilder(int capacity = 4) => _items = new T[Math.Max(capacity, 4)];

    public int Count { get; private set; }

    public ref T this[int index] => ref _items[index];

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            var grown = new T[_items.Length * 2];
            Array.Copy(_items, grown, Count);
            _items = grown;
        }

        _items[Count++] = item;
    }

    public T[] ToArray()
    {
        if (Count == _items.Length)
            return _items;
        var items = new T[Count];
        Array.Copy(_items, items, Count);
        return items;
    }
}
