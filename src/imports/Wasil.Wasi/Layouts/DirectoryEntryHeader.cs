using System.Runtime.InteropServices;

namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>dirent</c>, which the name follows: 24 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct DirectoryEntryHeader
{
    /// <summary>The cookie of the entry behind this one.</summary>
    [FieldOffset(0)]
    public ulong Next;

    [FieldOffset(8)]
    public ulong Inode;

    [FieldOffset(16)]
    public uint NameBytes;

    [FieldOffset(20)]
    public WasiFileType Type;
}
