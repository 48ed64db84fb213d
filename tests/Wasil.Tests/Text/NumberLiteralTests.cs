using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using Wasil.Text;

namespace Wasil.Tests.Text;

public class NumberLiteralTests
{
    private static byte[] Utf8(string text) => Encoding.ASCII.GetBytes(text);

    [Theory]
    [InlineData("0", 32, 0ul)]
    [InlineData("4294967295", 32, 0xffff_fffful)]
    [InlineData("-2147483648", 32, 0x8000_0000ul)]
    [InlineData("+2147483647", 32, 0x7fff_fffful)]
    [InlineData("-0x8000_0000", 32, 0x8000_0000ul)]
    [InlineData("255", 8, 0xfful)]
    [InlineData("-128", 8, 0x80ul)]
    [InlineData("-1", 64, ulong.MaxValue)]
    [InlineData("0xffff_ffff_ffff_ffff", 64, ulong.MaxValue)]
    [InlineData("18446744073709551615", 64, ulong.MaxValue)]
    [InlineData("-9223372036854775808", 64, 0x8000_0000_0000_0000ul)]
    [InlineData("0000000000000000000000000000001", 32, 1ul)]
    public void ParsesIntegers(string text, int width, ulong bits)
    {
        Assert.True(NumberLiteral.TryParseInteger(Utf8(text), width, out ulong actual));
        Assert.Equal(bits, actual);
    }

    [Theory]
    [InlineData("4294967296", 32)]
    [InlineData("-2147483649", 32)]
    [InlineData("+2147483648", 32)]
    [InlineData("256", 8)]
    [InlineData("-129", 8)]
    [InlineData("18446744073709551616", 64)]
    [InlineData("184467440737095516150", 64)]
    [InlineData("-9223372036854775809", 64)]
    [InlineData("0x1_0000_0000_0000_0000", 64)]
    public void RefusesIntegersOutOfRange(string text, int width) =>
        Assert.False(NumberLiteral.TryParseInteger(Utf8(text), width, out _));

    [Theory]
    [InlineData("0", 0u)]
    [InlineData("-0", 0x8000_0000u)]
    [InlineData("-0x0p99999999999999999999", 0x8000_0000u)]
    [InlineData("1_0.5_0e0_1", 0x42d2_0000u)]
    [InlineData("inf", 0x7f80_0000u)]
    [InlineData("-nan", 0xffc0_0000u)]
    [InlineData("nan:0x20_0000", 0x7fa0_0000u)]
    [InlineData("1e-99999999999999999999", 0u)]
    [InlineData("0x1p-149", 1u)]
    [InlineData("0x1p-150", 0u)]
    [InlineData("0x1.000001p-150", 1u)]
    [InlineData("0x1.0000000000000000000000000000000001p-150", 1u)]
    [InlineData("0x3p-150", 2u)]
    [InlineData("0x1.fffffep-127", 0x0080_0000u)]
    [InlineData("0x1.fffffcp-127", 0x007f_ffffu)]
    [InlineData("0x1.fffffefffffff8000000p127", 0x7f7f_ffffu)]
    [InlineData("0x1.0000010000000000000000000p0", 0x3f80_0000u)]
    [InlineData("0x1.0000010000000000000000001p0", 0x3f80_0001u)]
    [InlineData("0x1.000003p0", 0x3f80_0002u)]
    [InlineData("0x100000000000000000000000000000000000000p-152", 0x3f80_0000u)]
    [InlineData("340282356779733623858607532500980858880", 0x7f7f_ffffu)]
    [InlineData("1.00000005960464477539062500000000000000000000000000000000", 0x3f80_0000u)]
    [InlineData("1.00000005960464477539062500000000000000000000000000000001", 0x3f80_0001u)]
    [InlineData(
        "7.00649232162408535461864791644958065640130970938257885878534141944895541342930300743319094181060791015625e-46",
        0u)]
    [InlineData(
        "7.00649232162408535461864791644958065640130970938257885878534141944895541342930300743319094181060791015626e-46",
        1u)]
    public void RoundsToF32(string text, uint bits)
    {
        Assert.True(NumberLiteral.TryParseF32(Utf8(text), out uint actual));
        Assert.Equal(bits, actual);
    }

    [Theory]
    [InlineData("0x1p128")]
    [InlineData("0x1.ffffffp127")]
    [InlineData("1e39")]
    [InlineData("340282356779733661637539395458142568448")]
    [InlineData("1e99999999999999999999")]
    [InlineData("nan:0x0")]
    [InlineData("nan:0x80_0000")]
    [InlineData("nan:0x1_0000_0000_0000_0000")]
    public void RefusesF32OutOfRange(string text) => Assert.False(NumberLiteral.TryParseF32(Utf8(text), out _));

    [Theory]
    [InlineData("0x1p-1074", 1ul)]
    [InlineData("0x1p-1075", 0ul)]
    [InlineData("0x1.0000000000001p-1075", 1ul)]
    [InlineData("0x1.fffffffffffffp1023", 0x7fef_ffff_ffff_fffful)]
    [InlineData("0x1.fffffffffffff7ffffffffffffp1023", 0x7fef_ffff_ffff_fffful)]
    [InlineData("4.9406564584124654e-324", 1ul)]
    [InlineData("2.4703282292062327e-324", 0ul)]
    [InlineData("nan:0xf_ffff_ffff_ffff", 0x7fff_ffff_ffff_fffful)]
    [InlineData("179769313486231570000000000000000000000e270", 0x7fef_ffff_ffff_fffful)]
    public void RoundsToF64(string text, ulong bits)
    {
        Assert.True(NumberLiteral.TryParseF64(Utf8(text), out ulong actual));
        Assert.Equal(bits, actual);
    }

    [Theory]
    [InlineData("0x1p1024")]
    [InlineData("0x1.fffffffffffff8p1023")]
    [InlineData("1e309")]
    [InlineData("nan:0x10_0000_0000_0000")]
    public void RefusesF64OutOfRange(string text) => Assert.False(NumberLiteral.TryParseF64(Utf8(text), out _));

    [Fact]
    public void ReadsLongZeros()
    {
        string text = "0." + new string('0', 20_000) + "1e20001";
        Assert.True(NumberLiteral.TryParseF64(Utf8(text), out ulong bits));
        Assert.Equal(1.0, BitConverter.UInt64BitsToDouble(bits));
    }

    [Fact]
    public void DecimalsRoundExactly() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 25], Gen.Int[-70, 50]).Sample((high, extra, exponent) =>
        {
            // Digits in number and place such that both formats overflow, round and become subnormal.
            string digits = string.Create(CultureInfo.InvariantCulture, $"{high}{new string('0', extra / 2)}{extra}");
            var numerator = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
            var denominator = BigInteger.One;
            if (exponent < 0)
                denominator = BigInteger.Pow(10, -exponent);
            else
                numerator *= BigInteger.Pow(10, exponent);
            ulong expected = Round(numerator, denominator, 23, -126, out bool fits);
            bool parsed = NumberLiteral.TryParseF32(Utf8($"{digits}e{exponent}"), out uint actual);
            return parsed == fits && (!fits || actual == expected);
        });

    [Fact]
    public void HexRoundsExactly() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[-1250, 1000], Gen.Int[0, 16], Gen.Bool).Sample(sample =>
        {
            var (high, low, exponent, point, isF32) = sample;
            exponent = isF32 ? exponent / 8 : exponent;
            string digits = high.ToString("x", CultureInfo.InvariantCulture) + low.ToString("x16", CultureInfo.InvariantCulture);
            var numerator = ((BigInteger)high << 64) | low;
            var denominator = BigInteger.One;
            int scale = exponent - (4 * point);
            if (scale < 0)
                denominator <<= -scale;
            else
                numerator <<= scale;
            string text = $"0x{digits[..^point]}.{digits[^point..]}p{exponent}";
            ulong expected = Round(numerator, denominator, isF32 ? 23 : 52, isF32 ? -126 : -1022, out bool fits);
            ulong actual;
            bool parsed;
            if (isF32)
            {
                parsed = NumberLiteral.TryParseF32(Utf8(text), out uint bits);
                actual = bits;
            }
            else
            {
                parsed = NumberLiteral.TryParseF64(Utf8(text), out actual);
            }

            return parsed == fits && (!fits || actual == expected);
        });

    [Fact]
    public void ShortestDecimalsReadBack() =>
        Gen.ULong.Sample(bits =>
        {
            double wide = BitConverter.UInt64BitsToDouble(bits & 0x7fff_ffff_ffff_ffff);
            float narrow = BitConverter.UInt32BitsToSingle((uint)bits & 0x7fff_ffff);
            return (!double.IsFinite(wide)
                    || (NumberLiteral.TryParseF64(Utf8(wide.ToString("R", CultureInfo.InvariantCulture)), out ulong wideBits)
                        && wideBits == BitConverter.DoubleToUInt64Bits(wide)))
                && (!float.IsFinite(narrow)
                    || (NumberLiteral.TryParseF32(Utf8(narrow.ToString("R", CultureInfo.InvariantCulture)), out uint narrowBits)
                        && narrowBits == BitConverter.SingleToUInt32Bits(narrow)));
        });

    /// <summary>The nearest float by exact arithmetic, ties to even.</summary>
    private static ulong Round(BigInteger numerator, BigInteger denominator, int fractionBits, int minExponent, out bool fits)
    {
        // The unit of the last place: that of the subnormals, doubled until the quotient fits into the mantissa.
        int unit = minExponent - fractionBits;
        fits = true;
        if (numerator.IsZero)
            return 0;
        long estimate = numerator.GetBitLength() - denominator.GetBitLength();
        int ulp = (int)Math.Max(unit, estimate - fractionBits - 1);
        BigInteger rounded;
        while (true)
        {
            var (n, d) = ulp < 0 ? (numerator << -ulp, denominator) : (numerator, denominator << ulp);
            rounded = BigInteger.DivRem(2 * n, 2 * d, out var remainder);
            int half = remainder.CompareTo(d);
            if (half > 0 || (half == 0 && !rounded.IsEven))
                rounded++;
            if (rounded <= BigInteger.One << (fractionBits + 1))
                break;
            ulp++;
        }

        ulong bits = ((ulong)(ulp - unit) << fractionBits) + (ulong)rounded;
        fits = bits < (fractionBits == 23 ? 0x7f80_0000ul : 0x7ff0_0000_0000_0000ul);
        return bits;
    }
}
