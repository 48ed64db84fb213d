using System.Runtime.InteropServices;

namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>filestat</c>: 64 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal struct FileStatus
{
    public FileStatus(in WasiFileStatus status)
    {
        Device = status.Device;
        Inode = status.Inode;
        Type = status.Type;
        Links = status.Links;
        Size = status.Size;
        Accessed = status.Accessed;
        Modified = status.Modified;
        Changed = status.Changed;
    }

    [FieldOffset(0)]
    public ulong Device;

    [FieldOffset(8)]
    public ulong Inode;

    [FieldOffset(16)]
    public WasiFileType Type;

    [FieldOffset(24)]
    public ulong Links;

    [FieldOffset(32)]
    public ulong Size;

    /// <summary>When it was read last, in nanoseconds since 1970, as the two that follow.</summary>
    [FieldOffset(40)]
    public ulong Accessed;

    [FieldOffset(48)]
    public ulong Modified;

    [FieldOffset(56)]
    public ulong Changed;
}
