using System.Runtime.InteropServices;

namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>subscription</c>, one case of its union over the other: 48 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = Bytes)]
internal struct Subscription
{
    public const int Bytes = 48;

    /// <summary>The same in <c>wasi_unstable</c>, where an identifier comes before the clock.</summary>
    public const int UnstableBytes = 56;

    /// <summary><c>subscription_clock_abstime</c> in <see cref="ClockFlags"/>: the timeout is a reading of the clock.</summary>
    public const ushort AbsoluteTime = 1;

    [FieldOffset(0)]
    public ulong UserData;

    [FieldOffset(8)]
    public EventType Type;

    [FieldOffset(16)]
    public int Descriptor;

    [FieldOffset(16)]
    public ClockId Clock;

    [FieldOffset(24)]
    public ulong Timeout;

    [FieldOffset(32)]
    public ulong Precision;

    [FieldOffset(40)]
    public ushort ClockFlags;

    /// <summary>Reads one in either layout.</summary>
    /// <param name="bytes">As many bytes as the layout has.</param>
    public static Subscription Read(ReadOnlySpan<byte> bytes)
    {
        var subscription = MemoryMarshal.Read<Subscription>(bytes);
        if (bytes.Length == UnstableBytes && subscription.Type == EventType.Clock)
            bytes[24..].CopyTo(MemoryMarshal.AsBytes(new Span<Subscription>(ref subscription))[16..]);
        return subscription;
    }
}
