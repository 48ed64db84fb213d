using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Wasil.Numerics;
using static Wasil.Tests.Numerics.Lanes;
using static Wasil.Tests.Numerics.Operands;

namespace Wasil.Tests.Numerics;

public class VectorTests
{
    public static TheoryData<string> Shapes => ["i8x16", "i16x8", "i32x4", "i64x2", "f32x4", "f64x2"];

    [Fact]
    public void Bitwise()
    {
        var (not, and, andNot) = (new Instruction("v128.not"), new Instruction("v128.and"), new Instruction("v128.andnot"));
        var (or, xor, any) = (new Instruction("v128.or"), new Instruction("v128.xor"), new Instruction("v128.any_true"));
        string[] selecting =
        [
            "v128.bitselect", "i8x16.relaxed_laneselect", "i16x8.relaxed_laneselect", "i32x4.relaxed_laneselect",
            "i64x2.relaxed_laneselect",
        ];
        var selects = selecting.Select(mnemonic => new Instruction(mnemonic)).ToArray();
        foreach (var (a, b) in Pairs("i64x2"))
        {
            var mask = Random();
            not.Check(~a, a);
            and.Check(a & b, a, b);
            andNot.Check(a & ~b, a, b);
            or.Check(a | b, a, b);
            xor.Check(a ^ b, a, b);
            any.Check(a == 0 ? 0u : 1u, a);
            foreach (var select in selects) select.Check((a & mask) | (b & ~mask), a, b, mask);
        }

        for (var i = 0; i < 128; i++) any.Check(1, UInt128.One << i);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void SplatExtractAndReplace(string shape)
    {
        var width = Width(shape);
        var splat = new Instruction($"{shape}.splat");
        var replace = new Instruction($"{shape}.replace_lane");
        foreach (var a in Singles(shape))
        {
            var lanes = Of(a, width);
            var value = Of(Random(), width)[0];
            // Integer operands are wider than narrow lanes; what lies above the lane is ignored.
            var dirty = width < 32 ? value | 0xabcd0000 : value;
            splat.Check(Vector(Enumerable.Repeat(value, 128 / width), width), dirty);
            for (var i = 0; i < lanes.Length; i++)
            {
                var replaced = lanes.ToArray();
                replaced[i] = value;
                replace.Check(Vector(replaced, width), a, dirty, (UInt128)i);
                if (width >= 32)
                {
                    new Instruction($"{shape}.extract_lane").Check(lanes[i], a, (UInt128)i);
                }
                else
                {
                    new Instruction($"{shape}.extract_lane_s").Check(Wrap(Signed(lanes[i], width), 32), a, (UInt128)i);
                    new Instruction($"{shape}.extract_lane_u").Check(lanes[i], a, (UInt128)i);
                }
            }
        }
    }

    [Fact]
    public void SwizzleGivesZeroForAnIndexThatNamesNoLane()
    {
        var (swizzle, relaxed) = (new Instruction("i8x16.swizzle"), new Instruction("i8x16.relaxed_swizzle"));
        foreach (var indices in Singles("i8x16"))
        {
            var a = Random();
            var lanes = Of(a, 8);
            var expected = Vector(Of(indices, 8).Select(i => i < 16 ? lanes[i] : 0), 8);
            swizzle.Check(expected, a, indices);
            relaxed.Check(expected, a, indices);
        }
    }

    [Fact]
    public void ShuffleTakesLanesOfBoth()
    {
        var shuffle = new Instruction("i8x16.shuffle");
        for (var i = 0; i < 1000; i++)
        {
            var (a, b, lanes) = (Random(), Random(), Random() & Vector(Enumerable.Repeat(31UL, 16), 8));
            var both = Of(a, 8).Concat(Of(b, 8)).ToArray();
            shuffle.Check(Vector(Of(lanes, 8).Select(lane => both[lane]), 8), a, b, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static Vector128<byte> Reversed(Vector128<byte> a, Vector128<byte> b) => Numeric.I8x16Shuffle(
        a, b, Vector128.Create((byte)31, 30, 29, 28, 27, 26, 25, 24, 7, 6, 5, 4, 3, 2, 1, 0));

    [Fact]
    public void ShuffleByLanesThatTheJitKnows()
    {
        var a = Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        var expected = Vector128.Create((byte)115, 114, 113, 112, 111, 110, 109, 108, 7, 6, 5, 4, 3, 2, 1, 0);
        Assert.Equal(expected, Reversed(a, a + Vector128.Create((byte)100)));
    }

    [Fact]
    public void LoadsAndStores()
    {
        foreach (var vector in Singles("i64x2"))
        {
            var bits = (ulong)vector;
            foreach (var (name, width) in new[] { ("8x8", 8), ("16x4", 16), ("32x2", 32) })
            {
                var lanes = Of(bits, width).Take(64 / width).ToArray();
                new Instruction($"v128.load{name}_u").Check(Vector(lanes, width * 2), bits);
                var signed = lanes.Select(lane => Wrap(Signed(lane, width), width * 2));
                new Instruction($"v128.load{name}_s").Check(Vector(signed, width * 2), bits);
            }

            new Instruction("v128.load32_zero").Check(bits & Mask(32), bits & Mask(32));
            new Instruction("v128.load64_zero").Check(bits, bits);
            foreach (var width in new[] { 8, 16, 32, 64 })
            {
                var (value, operand) = (bits & Mask(width), width < 64 ? bits & Mask(32) : bits);
                new Instruction($"v128.load{width}_splat").Check(Vector(Enumerable.Repeat(value, 128 / width), width), operand);
                var a = Random();
                for (var i = 0; i < 128 / width; i++)
                {
                    var lanes = Of(a, width);
                    new Instruction($"v128.store{width}_lane").Check(lanes[i], a, (UInt128)i);
                    lanes[i] = value;
                    new Instruction($"v128.load{width}_lane").Check(Vector(lanes, width), a, operand, (UInt128)i);
                }
            }
        }
    }

    [Fact]
    public void ConstantsAreTheirHalves()
    {
        var constant = new Instruction("v128.const");
        foreach (var a in Singles("i64x2")) constant.Check(a, (ulong)a, (ulong)(a >> 64));
    }
}
