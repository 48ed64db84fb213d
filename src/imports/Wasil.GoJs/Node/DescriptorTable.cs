namespace Wasil.GoJs.Node;

/// <summary>The files that a program has open. The lowest number that is free comes next, as in POSIX.</summary>
internal sealed class DescriptorTable : IDisposable
{
    private const int Most = 4096;

    private readonly SortedDictionary<int, OpenedFile> _files = [];
    private readonly PriorityQueue<int, int> _free = new();
    private int _next;

    public OpenedFile this[int descriptor] =>
        _files.TryGetValue(descriptor, out OpenedFile? file) ? file : throw new NodeError("EBADF");

    public int Add(OpenedFile file)
    {
        if (_files.Count == Most)
        {
            file.Dispose();
            throw new NodeError("EMFILE");
        }

        if (!_free.TryDequeue(out int descriptor, out _))
            descriptor = _next++;
        _files.Add(descriptor, file);
        return descriptor;
    }

    public void Close(int descriptor)
    {
        if (!_files.Remove(descriptor, out OpenedFile? file))
            throw new NodeError("EBADF");
        _free.Enqueue(descriptor, descriptor);
        file.Dispose();
    }

    public void Dispose()
    {
        foreach (OpenedFile file in _files.Values)
            file.Dispose();
        _files.Clear();
    }
}
