using System.Numerics;
using static Wasil.Tests.Numerics.Lanes;
using static Wasil.Tests.Numerics.Operands;

namespace Wasil.Tests.Numerics;

public class VectorIntegerTests
{
    private static readonly string[] Shapes = ["i8x16", "i16x8", "i32x4", "i64x2"];

    public static TheoryData<string> Unary => [.. All("abs", "neg"), "i8x16.popcnt"];

    public static TheoryData<string> Binary =>
    [
        .. All("add", "sub"), .. All("mul").Skip(1), .. All("min_s", "min_u", "max_s", "max_u").SkipLast(4),
        .. All("add_sat_s", "add_sat_u", "sub_sat_s", "sub_sat_u", "avgr_u").SkipLast(10), "i16x8.q15mulr_sat_s",
    ];

    public static TheoryData<string> Relations =>
    [
        .. All([.. IntegerModel.Relations.Keys]).Where(mnemonic => mnemonic[..5] != "i64x2" || mnemonic[^2..] != "_u"),
    ];

    public static TheoryData<string> Shifts => [.. All("shl", "shr_s", "shr_u")];

    public static TheoryData<string> EachShape => [.. Shapes];

    private static IEnumerable<string> All(params string[] operators) =>
        Shapes.SelectMany(shape => operators.Select(op => $"{shape}.{op}"));

    [Theory, MemberData(nameof(Unary))]
    public void UnaryIsTheModelsInEachLane(string mnemonic)
    {
        var (shape, op) = Split(mnemonic);
        var (width, model, instruction) = (Width(shape), IntegerModel.UnaryOperators[op], new Instruction(mnemonic));
        foreach (var a in Singles(shape))
        {
            instruction.Check(Vector(Of(a, width).Select(lane => Wrap(model(lane, width), width)), width), a);
        }
    }

    [Theory, MemberData(nameof(Binary)), InlineData("i16x8.relaxed_q15mulr_s")]
    public void BinaryIsTheModelsInEachLane(string mnemonic)
    {
        var (shape, op) = Split(mnemonic.Replace("relaxed_q15mulr_s", "q15mulr_sat_s", StringComparison.Ordinal));
        var (width, model, instruction) = (Width(shape), IntegerModel.BinaryOperators[op], new Instruction(mnemonic));
        foreach (var (a, b) in Pairs(shape))
        {
            var expected = Of(a, width).Zip(Of(b, width), (x, y) => Wrap(model(x, y, width), width));
            instruction.Check(Vector(expected, width), a, b);
        }
    }

    [Theory, MemberData(nameof(Relations))]
    public void RelationFillsALaneThatHolds(string mnemonic)
    {
        var (shape, op) = Split(mnemonic);
        var (width, model, instruction) = (Width(shape), IntegerModel.Relations[op], new Instruction(mnemonic));
        foreach (var (a, b) in Pairs(shape))
        {
            var expected = Of(a, width).Zip(Of(b, width), (x, y) => model(x, y, width) ? Mask(width) : 0);
            instruction.Check(Vector(expected, width), a, b);
        }
    }

    [Theory, MemberData(nameof(Shifts))]
    public void ShiftIsModuloTheLaneWidth(string mnemonic)
    {
        var (shape, op) = Split(mnemonic);
        var (width, model, instruction) = (Width(shape), IntegerModel.BinaryOperators[op], new Instruction(mnemonic));
        uint[] counts = [.. Enumerable.Range(0, 130).Select(i => (uint)i), 1u << 31, uint.MaxValue, uint.MaxValue - 7];
        foreach (var a in Singles(shape).Take(40))
        {
            foreach (var count in counts)
            {
                instruction.Check(Vector(Of(a, width).Select(lane => Wrap(model(lane, count, width), width)), width), a, count);
            }
        }
    }

    [Theory, MemberData(nameof(EachShape))]
    public void AllTrueAndBitmask(string shape)
    {
        var width = Width(shape);
        var (allTrue, bitmask) = (new Instruction($"{shape}.all_true"), new Instruction($"{shape}.bitmask"));
        var sparse = Enumerable.Range(0, 128).Select(i => UInt128.One << i);
        foreach (var a in Singles(shape).Concat(sparse).SelectMany(a => new[] { a, ~a }).Append(UInt128.Zero))
        {
            var lanes = Of(a, width);
            allTrue.Check(lanes.All(lane => lane != 0) ? 1u : 0u, a);
            bitmask.Check((UInt128)lanes.Select((lane, i) => (long)(lane >> (width - 1)) << i).Sum(), a);
        }
    }

    public static TheoryData<string, string> Widenings => new()
    {
        { "i16x8", "i8x16" }, { "i32x4", "i16x8" }, { "i64x2", "i32x4" },
    };

    private static BigInteger Number(ulong lane, int width, char sign) => sign == 's' ? Signed(lane, width) : lane;

    [Theory, MemberData(nameof(Widenings))]
    public void ExtendAndExtmul(string wide, string narrow)
    {
        var (width, half) = (Width(narrow), 64 / Width(narrow));
        foreach (var sign in "su")
        {
            foreach (var (name, skipped) in new[] { ("low", 0), ("high", half) })
            {
                var extend = new Instruction($"{wide}.extend_{name}_{narrow}_{sign}");
                var multiply = new Instruction($"{wide}.extmul_{name}_{narrow}_{sign}");
                foreach (var (a, b) in Pairs(narrow))
                {
                    var x = Of(a, width).Skip(skipped).Take(half).Select(lane => Number(lane, width, sign)).ToArray();
                    var y = Of(b, width).Skip(skipped).Take(half).Select(lane => Number(lane, width, sign));
                    extend.Check(Vector(x.Select(n => Wrap(n, width * 2)), width * 2), a);
                    multiply.Check(Vector(x.Zip(y, (n, k) => Wrap(n * k, width * 2)), width * 2), a, b);
                }
            }
        }
    }

    [Theory, InlineData("i16x8", "i8x16"), InlineData("i32x4", "i16x8")]
    public void ExtaddPairwise(string wide, string narrow)
    {
        var width = Width(narrow);
        foreach (var sign in "su")
        {
            var instruction = new Instruction($"{wide}.extadd_pairwise_{narrow}_{sign}");
            foreach (var (a, _) in Pairs(narrow).Concat(Singles(narrow).Select(a => (a, a))))
            {
                var sums = Of(a, width).Chunk(2).Select(pair => Number(pair[0], width, sign) + Number(pair[1], width, sign));
                instruction.Check(Vector(sums.Select(n => Wrap(n, width * 2)), width * 2), a);
            }
        }
    }

    [Theory, InlineData("i8x16", "i16x8"), InlineData("i16x8", "i32x4")]
    public void NarrowSaturates(string narrow, string wide)
    {
        var width = Width(wide);
        foreach (var sign in "su")
        {
            var instruction = new Instruction($"{narrow}.narrow_{wide}_{sign}");
            foreach (var (a, b) in Pairs(wide))
            {
                var lanes = Of(a, width).Concat(Of(b, width))
                    .Select(lane => Wrap(Saturate(Signed(lane, width), width / 2, sign == 's'), width / 2));
                instruction.Check(Vector(lanes, width / 2), a, b);
            }
        }
    }

    [Fact]
    public void DotProducts()
    {
        var dot = new Instruction("i32x4.dot_i16x8_s");
        foreach (var (a, b) in Pairs("i16x8").Append((Every(0x8000), Every(0x8000))))
        {
            var sums = Of(a, 16).Zip(Of(b, 16), (x, y) => Signed(x, 16) * Signed(y, 16)).Chunk(2);
            dot.Check(Vector(sums.Select(pair => Wrap(pair[0] + pair[1], 32)), 32), a, b);
        }

        var relaxed = new Instruction("i16x8.relaxed_dot_i8x16_i7x16_s");
        var accumulating = new Instruction("i32x4.relaxed_dot_i8x16_i7x16_add_s");
        foreach (var (a, b) in Pairs("i8x16").Append((Every(0x8080), Every(0x8080))))
        {
            var c = Random();
            var products = Of(a, 8).Zip(Of(b, 8), (x, y) => Signed(x, 8) * Signed(y, 8)).Chunk(2);
            var sums = products.Select(pair => Saturate(pair[0] + pair[1], 16, signed: true)).ToArray();
            relaxed.Check(Vector(sums.Select(sum => Wrap(sum, 16)), 16), a, b);
            var totals = sums.Chunk(2).Zip(Of(c, 32), (pair, lane) => Wrap(pair[0] + pair[1] + lane, 32));
            accumulating.Check(Vector(totals, 32), a, b, c);
        }

        static UInt128 Every(ulong lane) => Vector(Enumerable.Repeat(lane, 8), 16);
    }
}
