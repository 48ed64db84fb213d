namespace Wasil.Compilation;

/// <summary>What decides which code is emitted for a function; a part of every key of compiled code.</summary>
/// <param name="Memory">How accesses to memory are bounded.</param>
internal readonly record struct CodeOptions(MemoryMode Memory)
{
    public static CodeOptions Default => new(MemoryMode.Explicit);
}
