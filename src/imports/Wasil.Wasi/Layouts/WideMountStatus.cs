using System.Runtime.InteropServices;

namespace Wasil.Wasi.Layouts;

/// <summary><see cref="MountStatus"/> where the memory has 64-bit addresses: 16 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct WideMountStatus
{
    [FieldOffset(0)]
    public byte Type;

    [FieldOffset(8)]
    public ulong NameBytes;
}
