namespace Wasil.Wasi;

/// <summary>A name in a directory.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">What kind of thing it names; a symbolic link is not followed.</param>
/// <param name="Inode">The thing's inode.</param>
/// <threadsafety>Any threads at once: it is a value.</threadsafety>
public readonly record struct WasiDirectoryEntry(string Name, WasiFileType Type, ulong Inode);
