namespace Wasil;

/// <summary>What one instance may use. The defaults hold where nothing is said, so no guest is without limits.</summary>
public sealed class InstanceLimits
{
    /// <summary>The stack that a guest may use by default: 1 MiB.</summary>
    public const long DefaultStackBytes = 1 << 20;

    /// <summary>How many elements a table may have by default: 10,000,000, as in browsers.</summary>
    public const int DefaultTableElements = 10_000_000;

    /// <summary>
    /// How large each memory that the module defines may become, in pages of 64 KiB. By default 65,536 (4 GiB, all that 32-bit
    /// addresses reach) and 262,144 (16 GiB) for 64-bit memories. What is not touched costs address space only.
    /// </summary>
    public long? MemoryPages { get; set; }

    /// <summary>How many elements each table that the module defines may have.</summary>
    public int TableElements { get; set; } = DefaultTableElements;

    /// <summary>How much of the calling thread's stack a call into the guest may use, in bytes; never more than the thread
    /// has, less what the host keeps for itself.</summary>
    public long StackBytes { get; set; } = DefaultStackBytes;

    internal ulong MemoryBytes(MemoryType type) => (ulong)(MemoryPages ?? (type.Is64 ? 262_144 : 65_536)) << 16;

    internal InstanceLimits Copy() => (InstanceLimits)MemberwiseClone();
}
