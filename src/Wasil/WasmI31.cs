using System.Globalization;

namespace Wasil;

/// <summary>
/// An <c>i31</c>: an integer of 31 bits that a guest keeps among its references. Two of the same value are the same to
/// <c>ref.eq</c>, and equal here, though they need not be the same .NET object. See "Scalars" in the specification.
/// </summary>
/// <threadsafety>Immutable: any threads may use it at once.</threadsafety>
public sealed class WasmI31 : WasmObject, IEquatable<WasmI31>
{
    private const int SmallestKept = -1024;
    private const int LargestKept = 4095;

    private static readonly DefType Stand = new(DefType.HeapKind.I31);
    private static readonly WasmI31[] Kept = Keep();

    // Compiled code reads this: the 31 bits with their sign extended.
    internal readonly int Signed;

    private WasmI31(int signed)
        : base(Stand) => Signed = signed;

    /// <summary>The value as a signed number.</summary>
    public int Value => Signed;

    /// <summary>The reference that stands for a number; its highest bit is dropped, as <c>ref.i31</c> does.</summary>
    /// <param name="value">The number.</param>
    public static WasmI31 Of(int value) => OfKept(value) ?? new WasmI31((value << 1) >> 1);

    /// <summary>The reference that stands for a number, where it was made already.</summary>
    internal static WasmI31? OfKept(int value)
    {
        uint index = (uint)(((value << 1) >> 1) - SmallestKept);
        WasmI31[] kept = Kept;
        return index < (uint)kept.Length ? kept[index] : null;
    }

    /// <summary>Whether both stand for the same number.</summary>
    public bool Equals(WasmI31? other) => other is not null && other.Signed == Signed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WasmI31);

    /// <inheritdoc/>
    public override int GetHashCode() => Signed;

    /// <summary>The number.</summary>
    public override string ToString() => Signed.ToString(CultureInfo.InvariantCulture);

    private static WasmI31[] Keep()
    {
        var kept = new WasmI31[LargestKept - SmallestKept + 1];
        for (int i = 0; i < kept.Length; i++)
            kept[i] = new WasmI31(SmallestKept + i);
        return kept;
    }
}
