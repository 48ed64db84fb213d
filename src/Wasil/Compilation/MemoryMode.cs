namespace Wasil.Compilation;

/// <summary>How accesses to memory are bounded.</summary>
internal enum MemoryMode
{
    /// <summary>Each access compares its end with the memory's length.</summary>
    Explicit,
}
