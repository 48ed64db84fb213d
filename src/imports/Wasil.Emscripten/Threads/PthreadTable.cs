namespace Wasil.Emscripten.Threads;

/// <summary>The threads of one program. The guest names them by addresses, which may be any numbers at all.</summary>
internal sealed class PthreadTable(InstanceLifetime lifetime, int maxThreads)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, Pthread> _running = [];
    private readonly Queue<ulong> _ended = [];

    public WasmThreadGroup Group { get; } = new(lifetime, maxThreads);

    /// <summary>The thread that the host runs the program on. It has its address once the program has told it.</summary>
    public Pthread Main { get; private set; } = new(0);

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _running.Count == 0;
        }
    }

    public void SetMain(ulong address)
    {
        lock (_gate)
            Main = new Pthread(address) { KeepAlive = Main.KeepAlive };
    }

    /// <summary>Enters a thread, or says that one of that address runs.</summary>
    public Pthread? Add(ulong address)
    {
        var thread = new Pthread(address);
        lock (_gate)
            return address != Main.Address && _running.TryAdd(address, thread) ? thread : null;
    }

    /// <summary>A thread has left the guest's code, or has never entered it.</summary>
    public void Remove(Pthread thread)
    {
        lock (_gate)
        {
            _running.Remove(thread.Address);
            if (thread.IsReleased)
                _ended.Enqueue(thread.Address);
        }

        // It may wait for the last one to end.
        Main.Notify();
    }

    /// <summary>The program has ended, and its threads with it.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _running.Clear();
            _ended.Clear();
        }
    }

    /// <summary>The guest has no more use for a thread.</summary>
    /// <returns>Whether its memory can be given back at once, as it is not on its own stack any more.</returns>
    public bool Release(ulong address)
    {
        lock (_gate)
        {
            if (!_running.TryGetValue(address, out Pthread? thread))
                return true;
            thread.IsReleased = true;
            return false;
        }
    }

    /// <summary>Takes a thread that has ended after it was released.</summary>
    public bool TryTakeEnded(out ulong address)
    {
        lock (_gate)
            return _ended.TryDequeue(out address);
    }

    /// <summary>Tells a thread that there is mail; one that is not there is not told.</summary>
    public void Notify(ulong address)
    {
        Pthread? thread;
        lock (_gate)
            thread = address == Main.Address ? Main : _running.GetValueOrDefault(address);
        thread?.Notify();
    }
}
