namespace Wasil.Fuzz;

/// <summary>Random numbers that are the same everywhere and for ever: SplitMix64.</summary>
internal sealed class Dice(ulong seed)
{
    private static readonly byte[] Interesting = [0x00, 0x01, 0x0B, 0x40, 0x41, 0x5F, 0x60, 0x7C, 0x7E, 0x7F, 0x80, 0xFC, 0xFD, 0xFF];

    private ulong _state = seed;

    /// <summary>Dice of their own for one of many cases.</summary>
    public static Dice For(ulong seed, int number) => new(new Dice(seed + ((ulong)number * 0x2545_F491_4F6C_DD1D)).Next());

    public ulong Next()
    {
        ulong z = _state += 0x9E37_79B9_7F4A_7C15;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 up to and without <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)Math.Max(limit, 1));

    public byte Byte() => Below(2) == 0 ? Interesting[Below(Interesting.Length)] : (byte)Next();

    /// <summary>A number up to <paramref name="limit"/> that is mostly small.</summary>
    public int Length(int limit) => Below(Math.Min(limit, 1 << Below(10)) + 1);
}
