namespace Wasil.Compilation;

/// <summary>How accesses to memory are bounded.</summary>
internal enum MemoryMode
{
    /// <summary>Each access compares its end with the memory's length.</summary>
    Explicit,

    /// <summary>Whatever a 32-bit address and a small offset can reach beyond the memory may not be accessed, and the fault is
    /// the trap. Accesses that this does not suit are compared all the same.</summary>
    GuardPages,
}
