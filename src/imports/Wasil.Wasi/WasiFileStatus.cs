namespace Wasil.Wasi;

/// <summary>What is known about a file, directory or link. Times are nanoseconds since 1970-01-01T00:00:00Z.</summary>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Device">Which file system it lies in.</param>
/// <param name="Inode">Which one it is there.</param>
/// <param name="Links">How many names it has.</param>
/// <param name="Size">Its bytes; of a symbolic link, those of its target.</param>
/// <param name="Accessed">When it was last read.</param>
/// <param name="Modified">When its content last changed.</param>
/// <param name="Changed">When this status last changed.</param>
/// <param name="Mode">The nine permission bits of POSIX, which WASI has no use for.</param>
/// <threadsafety>Any threads at once: it is a value.</threadsafety>
public readonly record struct WasiFileStatus(
    WasiFileType Type, ulong Device, ulong Inode, ulong Links, ulong Size, ulong Accessed, ulong Modified, ulong Changed, int Mode);
