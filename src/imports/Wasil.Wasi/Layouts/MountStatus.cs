using System.Runtime.InteropServices;

namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>prestat</c> of a directory, which is the only kind there is: 8 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 8)]
internal struct MountStatus
{
    /// <summary>0 for a directory.</summary>
    [FieldOffset(0)]
    public byte Type;

    [FieldOffset(4)]
    public uint NameBytes;
}
