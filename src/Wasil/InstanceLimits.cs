using Wasil.Execution;

namespace Wasil;

/// <summary>What one instance may use. The defaults hold where nothing is said, so no guest is without limits.</summary>
/// <threadsafety>One thread at a time while it is set; it is copied when it is used.</threadsafety>
public sealed class InstanceLimits
{
    /// <summary>The stack that a guest may use by default: 1 MiB.</summary>
    public const long DefaultStackBytes = 1 << 20;

    /// <summary>How many elements tables may have by default: 10,000,000, as in browsers.</summary>
    public const int DefaultTableElements = 10_000_000;

    /// <summary>What the structures, arrays and exceptions of a guest may take by default: 1 GiB.</summary>
    public const long DefaultHeapBytes = 1 << 30;

    /// <summary>
    /// How large the memories that the module defines may become together, in pages of 64 KiB. By default 65,536 (4 GiB, all
    /// that 32-bit addresses reach), and 262,144 (16 GiB) where one of them has 64-bit addresses. What is not touched costs
    /// address space only.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It was set below zero or above 2^48-1, which is 2^64 bytes.</exception>
    public long? MemoryPages
    {
        get;
        set
        {
            if (value is { } pages)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(pages);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(pages, 1L << 48);
            }

            field = value;
        }
    }

    /// <summary>How many elements the tables that the module defines may have together; 10,000,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It was set below zero.</exception>
    public int TableElements
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = DefaultTableElements;

    /// <summary>
    /// How much the structures, arrays and exceptions that the instance makes may take together while anybody refers to them, in bytes of
    /// .NET's heap, 1 GiB by default. What is in use is estimated, within a few percent of the limit or a few MiB; past it a guest traps. An
    /// object counts for the instance that made it, wherever references to it are kept. Where the process as a whole runs out
    /// of memory, the limit is what is left.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It was set below zero.</exception>
    public long HeapBytes
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = DefaultHeapBytes;

    /// <summary>How much of the calling thread's stack a call into the guest may use, in bytes, 1 MiB by default; never more
    /// than 64 MiB, nor than the thread has, less what the host keeps for itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It was not set above zero.</exception>
    public long StackBytes
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = DefaultStackBytes;

    internal ResourceBudget MemoryBudget(params ReadOnlySpan<MemoryType> memories)
    {
        bool any64 = false;
        foreach (MemoryType memory in memories)
            any64 |= memory.Is64;
        return new ResourceBudget((ulong)(MemoryPages ?? (any64 ? 262_144 : 65_536)) << 16);
    }

    internal ResourceBudget TableBudget() => new((ulong)TableElements);

    internal InstanceLimits Copy() => (InstanceLimits)MemberwiseClone();
}
