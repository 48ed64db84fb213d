using static Wasil.Tests.Numerics.Operands;

namespace Wasil.Tests.Numerics;

/// <summary>A v128 as the lanes of a shape, and vectors filled with the lanes worth trying.</summary>
internal static class Lanes
{
    public static int Width(string shape) => shape switch
    {
        "i8x16" => 8,
        "i16x8" => 16,
        "i32x4" or "f32x4" => 32,
        "i64x2" or "f64x2" => 64,
        _ => throw new ArgumentException(shape),
    };

    public static SoftFloat Format(string shape) => shape == "f32x4" ? SoftFloat.Single : SoftFloat.Double;

    public static (string Shape, string Operator) Split(string mnemonic)
    {
        var dot = mnemonic.IndexOf('.', StringComparison.Ordinal);
        return (mnemonic[..dot], mnemonic[(dot + 1)..]);
    }

    public static ulong[] Of(UInt128 vector, int width) =>
        [.. Enumerable.Range(0, 128 / width).Select(i => (ulong)(vector >> (i * width)) & Mask(width))];

    public static UInt128 Vector(IEnumerable<ulong> lanes, int width)
    {
        var (vector, shift) = (UInt128.Zero, 0);
        foreach (var lane in lanes)
        {
            vector |= (UInt128)lane << shift;
            shift += width;
        }

        return vector;
    }

    private static IReadOnlyList<ulong> Edges(string shape) => shape switch
    {
        "i8x16" => [.. Enumerable.Range(0, 256).Select(i => (ulong)i)],
        "f32x4" or "f64x2" => Format(shape).Edges,
        _ => IntegerEdges(Width(shape)),
    };

    /// <summary>Every edge in every lane; then vectors of random bits.</summary>
    public static IEnumerable<UInt128> Singles(string shape)
    {
        var width = Width(shape);
        foreach (var chunk in Edges(shape).Chunk(128 / width))
        {
            for (var turn = 0; turn < chunk.Length; turn++)
            {
                yield return Vector(chunk.Skip(turn).Concat(chunk.Take(turn)), width);
            }
        }

        for (var i = 0; i < 200; i++) yield return Random();
    }

    /// <summary>Every pair of edges (of bytes: every pair) in some lane; then vectors of random bits.</summary>
    public static IEnumerable<(UInt128 A, UInt128 B)> Pairs(string shape)
    {
        var width = Width(shape);
        var pairs = Edges(shape).SelectMany(a => Edges(shape).Select(b => (a, b)));
        foreach (var chunk in pairs.Chunk(128 / width))
        {
            yield return (Vector(chunk.Select(pair => pair.a), width), Vector(chunk.Select(pair => pair.b), width));
        }

        for (var i = 0; i < 200; i++) yield return (Random(), Random());
    }

    public static UInt128 Random() => new((ulong)System.Random.Shared.NextInt64(long.MinValue, long.MaxValue),
        (ulong)System.Random.Shared.NextInt64(long.MinValue, long.MaxValue));

    public static void Check(this Instruction instruction, int width, IEnumerable<Expected> expected, params UInt128[] operands)
    {
        var lanes = expected.ToArray();
        var format = width == 32 ? SoftFloat.Single : SoftFloat.Double;
        instruction.Check(
            actual => Of(actual, width).Zip(lanes, (lane, wanted) => wanted.Allows(format, lane)).All(right => right),
            () => string.Join(' ', lanes),
            operands);
    }
}
