using System.Numerics;
using CsCheck;

namespace Wasil.Tests.Numerics;

/// <summary>Operands worth trying: all edges in all combinations, and then CsCheck's choice, edges among it.</summary>
internal static class Operands
{
    public static IReadOnlyList<ulong> IntegerEdges(int width)
    {
        var mask = Mask(width);
        ulong[] small = [0, 1, 2, 3, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 0x5555555555555555];
        return [.. small
            .Concat(new[] { 7, 8, 15, 16, 31, 32, 63 }.SelectMany(p => new[] { (1UL << p) - 1, 1UL << p, (1UL << p) + 1 }))
            .SelectMany(a => new[] { a & mask, ~a & mask, (0 - a) & mask })
            .Distinct()];
    }

    public static ulong Mask(int width) => width == 64 ? ulong.MaxValue : (1UL << width) - 1;

    public static BigInteger Signed(ulong bits, int width) =>
        (bits >> (width - 1)) == 0 ? bits : new BigInteger(bits) - (BigInteger.One << width);

    public static ulong Wrap(BigInteger value, int width) => (ulong)(value & Mask(width));

    public static BigInteger Saturate(BigInteger value, int width, bool signed)
    {
        var least = signed ? -(BigInteger.One << (width - 1)) : 0;
        var greatest = (BigInteger.One << (signed ? width - 1 : width)) - 1;
        return BigInteger.Clamp(value, least, greatest);
    }

    public static Gen<ulong> Integers(int width) => Some(IntegerEdges(width), width);

    public static Gen<ulong> Floats(SoftFloat format) => Some(format.Edges, format.Width);

    private static Gen<ulong> Some(IReadOnlyList<ulong> edges, int width) =>
        Gen.OneOf(Gen.Int[0, edges.Count - 1].Select(i => edges[i]), Gen.ULong.Select(bits => bits & Mask(width)));

    public static void ForAll(IReadOnlyList<ulong> edges, Gen<ulong> some, Action<ulong> check)
    {
        foreach (var a in edges) check(a);
        some.Sample(check, iter: 500, threads: 1);
    }

    public static void ForAll(IReadOnlyList<ulong> edges, Gen<ulong> some, Action<ulong, ulong> check)
    {
        foreach (var a in edges)
        {
            foreach (var b in edges) check(a, b);
        }

        Gen.Select(some, some).Sample(check, iter: 500, threads: 1);
    }
}
