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
    /// <param name="caller">The thread that asks.</param>
    /// <param name="argument">What the new one gets, which is an address for C libraries.</param>
    public int Spawn(Caller caller, WasmAddress argument)
    {
        bool is64 = caller.HasMemory && caller.Memory.Is64;
        if (!caller.Instance.TryGetFunction(StartName, out WasmFunction? own)
            || !own.Signature.Parameters.SequenceEqual([ValType.I32, is64 ? ValType.I64 : ValType.I32]) || !own.Signature.Results.IsEmpty)
            return -(int)Errno.NotSupported;
        int id;
        lock (_gate)
            id = _lastId = _lastId == LargestId ? 1 : _lastId + 1;
        bool isStarted = _group.TryStart(caller, $"wasi-threads {id}", (instance, token) =>
        {
            if (is64)
                instance.GetFunction<Action<int, ulong, CancellationToken>>(StartName)(id, argument, token);
            else
                instance.GetFunction<Action<int, uint, CancellationToken>>(StartName)(id, (uint)argument.Value, token);
        });
        return isStarted ? id : -(int)Errno.Again;
    }
}
