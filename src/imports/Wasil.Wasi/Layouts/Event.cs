using System.Runtime.InteropServices;

namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>event</c>: 32 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = Bytes)]
internal struct Event
{
    public const int Bytes = 32;

    [FieldOffset(0)]
    public ulong UserData;

    [FieldOffset(8)]
    public ushort Error;

    [FieldOffset(10)]
    public EventType Type;

    /// <summary>How many bytes can be read or written at once.</summary>
    [FieldOffset(16)]
    public ulong Available;

    [FieldOffset(24)]
    public EventFlags Flags;
}
