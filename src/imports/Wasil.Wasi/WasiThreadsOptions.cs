namespace Wasil.Wasi;

/// <summary>What <see cref="WasiThreadsImports.AddWasiThreads"/> gives. Options are copied when they are used.</summary>
/// <threadsafety>One thread at a time while it is set; it is copied when it is used.</threadsafety>
public sealed class WasiThreadsOptions
{
    /// <summary>How many threads a guest may have at once besides the one that the host runs it on; 64 by default. One more
    /// is refused with <c>EAGAIN</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It was set below zero.</exception>
    public int MaxThreads
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 64;

    /// <summary>How large the memory that the threads share may become, in pages of 64 KiB; 65,536 (4 GiB) by default.
    /// It holds where the guest imports its memory and nothing else provides it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It was set below zero.</exception>
    public long MaxMemoryPages
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 65_536;
}
