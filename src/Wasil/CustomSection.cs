namespace Wasil;

/// <summary>A custom section: bytes that have no meaning to WebAssembly itself. See "Custom Section" in the
/// specification.</summary>
/// <param name="Name">The section's name.</param>
/// <param name="Contents">The bytes after the name.</param>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public readonly record struct CustomSection(string Name, ReadOnlyMemory<byte> Contents);
