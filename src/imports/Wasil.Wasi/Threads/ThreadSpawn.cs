using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Threads;

/// <summary><c>wasi.thread-spawn</c> of one guest.</summary>
internal sealed class ThreadSpawn(InstanceLifetime lifetime, int maxThreads)
{
    private const string StartName = "wasi_thread_start";

    // Numbers of threads have 29 bits and are not zero; C libraries keep the rest for themselves.
    private const int LargestId = 0x1FFF_FFFF;

    private readonly WasmThreadGroup _group = new(lifetime, maxThreads);
    private readonly Lock _gate = new();
    private int _lastId;

    /// <summary>The number of the new thread, or an error below zero.</summary>
    public int Spawn(Caller caller, int argument)
    {
        if (!caller.Instance.TryGetFunction(StartName, out WasmFunction? own)
            || !own.Signature.Parameters.SequenceEqual([ValType.I32, ValType.I32]) || !own.Signature.Results.IsEmpty)
            return -(int)Errno.NotSupported;
        int id;
        lock (_gate)
            id = _lastId = _lastId == LargestId ? 1 : _lastId + 1;
        bool isStarted = _group.TryStart(caller, $"wasi-threads {id}", (instance, token) =>
            instance.GetFunction<Action<int, int, CancellationToken>>(StartName)(id, argument, token));
        return isStarted ? id : -(int)Errno.Again;
    }
}
