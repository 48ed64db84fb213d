namespace Wasil.GoJs.Node;

/// <summary>What is known of a file. Times are in nanoseconds since 1970.</summary>
internal readonly record struct FileStatus(
    FileKind Kind, uint Permissions, ulong Device, ulong Inode, ulong Links, ulong Size, long Accessed, long Modified, long Changed);
