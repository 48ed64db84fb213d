namespace Wasil.Compilation;

/// <summary>What decides which code is emitted for a function; a part of every key of compiled code.</summary>
/// <param name="Memory">How accesses to memory are bounded.</param>
/// <param name="Polls">Whether loops and functions look whether they are to end.</param>
/// <param name="Deterministic">Whether instructions with several allowed results give the same one on every machine.</param>
/// <param name="SplitAbove">Which <see cref="CountingGenerator.Size"/> a function may have before it is split into several methods; 0 splits all that can be.</param>
internal readonly record struct CodeOptions(MemoryMode Memory, bool Polls, bool Deterministic, int SplitAbove);
