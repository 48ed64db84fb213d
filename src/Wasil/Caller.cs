using Wasil.Execution;

namespace Wasil;

/// <summary>The instance that calls a host function: the one whose import it satisfied.</summary>
/// <threadsafety>For the thread that it was given to.</threadsafety>
public readonly ref struct Caller
{
    private readonly ModuleInstance _instance;

    internal Caller(ModuleInstance instance) => _instance = instance;

    /// <summary>The calling instance. While it is being instantiated (segments, start function) its exports can be used
    /// already.</summary>
    public WasmInstance Instance => WasmInstance.Of(_instance);

    /// <summary>The caller's first memory, exported or not.</summary>
    /// <exception cref="InvalidOperationException">The caller has no memory.</exception>
    public WasmMemory Memory => _instance.Memory0 is { } memory
        ? WasmMemory.Of(memory)
        : throw new InvalidOperationException("The calling instance has no memory.");

    /// <summary>Asks for an end of the call from the host that led here. Host functions that take long honour it by throwing
    /// <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken => _instance.HostToken;

    /// <summary>Whether the caller has a memory.</summary>
    public bool HasMemory => _instance.Memory0 is not null;
}
