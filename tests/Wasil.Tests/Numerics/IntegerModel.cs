using System.Numerics;
using static Wasil.Tests.Numerics.Operands;

namespace Wasil.Tests.Numerics;

/// <summary>The integer operators of the specification by name, for any width, over unbounded integers or bit by bit.</summary>
internal static class IntegerModel
{
    public delegate BigInteger Unary(ulong a, int width);

    public delegate BigInteger Binary(ulong a, ulong b, int width);

    public static readonly Dictionary<string, Unary> UnaryOperators = new()
    {
        ["clz"] = (a, n) => Bits(a, n).Reverse().TakeWhile(bit => !bit).Count(),
        ["ctz"] = (a, n) => Bits(a, n).TakeWhile(bit => !bit).Count(),
        ["popcnt"] = (a, n) => Bits(a, n).Count(bit => bit),
        ["extend8_s"] = (a, _) => Signed(a & 0xff, 8),
        ["extend16_s"] = (a, _) => Signed(a & 0xffff, 16),
        ["extend32_s"] = (a, _) => Signed(a & 0xffffffff, 32),
        ["abs"] = (a, n) => BigInteger.Abs(Signed(a, n)),
        ["neg"] = (a, n) => -Signed(a, n),
    };

    public static readonly Dictionary<string, Binary> BinaryOperators = new()
    {
        ["add"] = (a, b, _) => new BigInteger(a) + b,
        ["sub"] = (a, b, _) => new BigInteger(a) - b,
        ["mul"] = (a, b, _) => new BigInteger(a) * b,
        ["div_s"] = (a, b, n) => BigInteger.Divide(Signed(a, n), Signed(b, n)),
        ["div_u"] = (a, b, _) => a / b,
        ["rem_s"] = (a, b, n) => BigInteger.Remainder(Signed(a, n), Signed(b, n)),
        ["rem_u"] = (a, b, _) => a % b,
        ["and"] = (a, b, n) => FromBits(Bits(a, n).Zip(Bits(b, n), (x, y) => x && y)),
        ["or"] = (a, b, n) => FromBits(Bits(a, n).Zip(Bits(b, n), (x, y) => x || y)),
        ["xor"] = (a, b, n) => FromBits(Bits(a, n).Zip(Bits(b, n), (x, y) => x != y)),
        ["shl"] = (a, b, n) => new BigInteger(a) << Count(b, n),
        ["shr_s"] = (a, b, n) => Signed(a, n) >> Count(b, n),
        ["shr_u"] = (a, b, n) => new BigInteger(a) >> Count(b, n),
        ["rotl"] = (a, b, n) => (new BigInteger(a) << Count(b, n)) | (new BigInteger(a) >> (n - Count(b, n))),
        ["rotr"] = (a, b, n) => (new BigInteger(a) >> Count(b, n)) | (new BigInteger(a) << (n - Count(b, n))),
        ["add_sat_s"] = (a, b, n) => Saturate(Signed(a, n) + Signed(b, n), n, signed: true),
        ["add_sat_u"] = (a, b, n) => Saturate(new BigInteger(a) + b, n, signed: false),
        ["sub_sat_s"] = (a, b, n) => Saturate(Signed(a, n) - Signed(b, n), n, signed: true),
        ["sub_sat_u"] = (a, b, n) => Saturate(new BigInteger(a) - b, n, signed: false),
        ["min_s"] = (a, b, n) => BigInteger.Min(Signed(a, n), Signed(b, n)),
        ["min_u"] = (a, b, _) => Math.Min(a, b),
        ["max_s"] = (a, b, n) => BigInteger.Max(Signed(a, n), Signed(b, n)),
        ["max_u"] = (a, b, _) => Math.Max(a, b),
        ["avgr_u"] = (a, b, _) => (new BigInteger(a) + b + 1) / 2,
        ["q15mulr_sat_s"] = (a, b, n) => Saturate(((Signed(a, n) * Signed(b, n)) + 0x4000) >> 15, n, signed: true),
    };

    public static readonly Dictionary<string, Func<ulong, ulong, int, bool>> Relations = new()
    {
        ["eq"] = (a, b, _) => a == b,
        ["ne"] = (a, b, _) => a != b,
        ["lt_s"] = (a, b, n) => Signed(a, n) < Signed(b, n),
        ["lt_u"] = (a, b, _) => a < b,
        ["gt_s"] = (a, b, n) => Signed(a, n) > Signed(b, n),
        ["gt_u"] = (a, b, _) => a > b,
        ["le_s"] = (a, b, n) => Signed(a, n) <= Signed(b, n),
        ["le_u"] = (a, b, _) => a <= b,
        ["ge_s"] = (a, b, n) => Signed(a, n) >= Signed(b, n),
        ["ge_u"] = (a, b, _) => a >= b,
    };

    private static int Count(ulong b, int width) => (int)(b % (ulong)width);

    private static IEnumerable<bool> Bits(ulong a, int width) => Enumerable.Range(0, width).Select(i => ((a >> i) & 1) != 0);

    private static BigInteger FromBits(IEnumerable<bool> bits) =>
        bits.Reverse().Aggregate(BigInteger.Zero, (n, bit) => (n * 2) + (bit ? 1 : 0));
}
