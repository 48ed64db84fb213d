namespace Wasil;

/// <summary>Something that one instance exports and another may import: a function, table, memory, global or tag. See "External
/// Addresses" in the specification.</summary>
/// <threadsafety>Each kind has its own rules.</threadsafety>
public abstract class WasmExtern
{
    private protected WasmExtern()
    {
    }

    /// <summary>The type as it is now: a memory or table has its present size as the minimum.</summary>
    public abstract ExternType Type { get; }

    /// <summary>What the linker hands to the instance.</summary>
    internal abstract object Address { get; }
}
