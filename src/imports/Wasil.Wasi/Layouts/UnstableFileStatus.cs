using System.Runtime.InteropServices;

namespace Wasil.Wasi.Layouts;

/// <summary>The <c>filestat</c> of <c>wasi_unstable</c>, which counts links in 32 bits: 56 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 56)]
internal struct UnstableFileStatus(in WasiFileStatus status)
{
    [FieldOffset(0)]
    public ulong Device = status.Device;

    [FieldOffset(8)]
    public ulong Inode = status.Inode;

    [FieldOffset(16)]
    public WasiFileType Type = status.Type;

    [FieldOffset(20)]
    public uint Links = (uint)Math.Min(status.Links, uint.MaxValue);

    [FieldOffset(24)]
    public ulong Size = status.Size;

    [FieldOffset(32)]
    public ulong Accessed = status.Accessed;

    [FieldOffset(40)]
    public ulong Modified = status.Modified;

    [FieldOffset(48)]
    public ulong Changed = status.Changed;
}
