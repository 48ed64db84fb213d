using System.Numerics;

namespace Wasil.Tests.Numerics;

/// <summary>What a float instruction may give: one bit pattern, or any NaN of a kind.</summary>
internal readonly record struct Expected(ulong Bits, bool IsNan = false, bool IsCanonical = false)
{
    public static implicit operator Expected(ulong bits) => new(bits);

    public bool Allows(SoftFloat format, ulong actual) => !IsNan
        ? actual == Bits
        : IsCanonical ? format.IsCanonicalNan(actual) : format.IsArithmeticNan(actual);

    public override string ToString() => IsCanonical ? "nan:canonical" : IsNan ? "nan:arithmetic" : $"0x{Bits:x}";
}

/// <summary>
/// IEEE 754 arithmetic on bit patterns, by exact fractions and one rounding at the end: slow, and written from the definition
/// alone, so that it shares no mistake with a processor or a compiler.
/// </summary>
internal sealed class SoftFloat(int width, int fractionBits)
{
    public static readonly SoftFloat Single = new(32, 23);
    public static readonly SoftFloat Double = new(64, 52);

    public int Width => width;

    private int Bias => (1 << (width - 2 - fractionBits)) - 1;
    private int LeastExponent => 1 - Bias - fractionBits;
    private ulong Quiet => 1UL << (fractionBits - 1);

    public ulong SignBit => 1UL << (width - 1);
    public ulong Infinity => (SignBit - 1) & ~((1UL << fractionBits) - 1);

    public bool IsNegative(ulong a) => (a & SignBit) != 0;
    public bool IsNan(ulong a) => Magnitude(a) > Infinity;
    public bool IsInfinity(ulong a) => Magnitude(a) == Infinity;
    public bool IsZero(ulong a) => Magnitude(a) == 0;
    public bool IsArithmeticNan(ulong a) => IsNan(a) && (a & Quiet) != 0;
    public bool IsCanonicalNan(ulong a) => Magnitude(a) == (Infinity | Quiet);

    public ulong Magnitude(ulong a) => a & (SignBit - 1);

    /// <summary>The specification's nans{z*}: canonical if every NaN among the operands is.</summary>
    public Expected Nans(params ulong[] operands) =>
        new(0, IsNan: true, IsCanonical: operands.All(a => !IsNan(a) || IsCanonicalNan(a)));

    public Fraction Value(ulong a)
    {
        var fraction = Magnitude(a) & ((1UL << fractionBits) - 1);
        var exponent = (int)(Magnitude(a) >> fractionBits);
        BigInteger significand = exponent == 0 ? fraction : fraction | (1UL << fractionBits);
        var value = Fraction.Scaled(significand, LeastExponent + Math.Max(exponent, 1) - 1);
        return IsNegative(a) ? value with { Numerator = -value.Numerator } : value;
    }

    /// <summary>Rounds to nearest, ties to even; <paramref name="negativeZero"/> says which zero an exact zero is.</summary>
    public ulong Round(Fraction value, bool negativeZero = false)
    {
        if (value.Numerator.IsZero) return negativeZero ? SignBit : 0;
        var sign = value.Numerator.Sign < 0 ? SignBit : 0;
        var numerator = BigInteger.Abs(value.Numerator);
        var exponent = Math.Max(
            (int)(numerator.GetBitLength() - value.Denominator.GetBitLength()) - fractionBits - 1, LeastExponent);
        while (true)
        {
            var scaled = new Fraction(numerator, value.Denominator) * Fraction.Scaled(1, -exponent);
            var significand = BigInteger.DivRem(scaled.Numerator, scaled.Denominator, out var rest);
            if (significand.GetBitLength() > fractionBits + 1)
            {
                exponent++;
                continue;
            }

            var half = (rest * 2).CompareTo(scaled.Denominator);
            if (half > 0 || (half == 0 && !significand.IsEven)) significand++;
            // A significand rounded up to the next power of two carries into the exponent field, which is what it should do.
            var bits = (ulong)significand + ((ulong)(exponent - LeastExponent) << fractionBits);
            return sign | Math.Min(bits, Infinity);
        }
    }

    public Expected Add(ulong a, ulong b)
    {
        if (IsNan(a) || IsNan(b)) return Nans(a, b);
        if (IsInfinity(a) && IsInfinity(b)) return a == b ? a : Nans();
        if (IsInfinity(a)) return a;
        if (IsInfinity(b)) return b;
        return Round(Value(a) + Value(b), negativeZero: IsZero(a) && IsZero(b) && IsNegative(a) && IsNegative(b));
    }

    public Expected Sub(ulong a, ulong b) => IsNan(b) ? Nans(a, b) : Add(a, b ^ SignBit);

    public Expected Mul(ulong a, ulong b)
    {
        var sign = (a ^ b) & SignBit;
        if (IsNan(a) || IsNan(b)) return Nans(a, b);
        if (IsInfinity(a) || IsInfinity(b)) return IsZero(a) || IsZero(b) ? Nans() : sign | Infinity;
        return Round(Value(a) * Value(b), sign != 0);
    }

    public Expected Div(ulong a, ulong b)
    {
        var sign = (a ^ b) & SignBit;
        if (IsNan(a) || IsNan(b)) return Nans(a, b);
        if (IsInfinity(a)) return IsInfinity(b) ? Nans() : sign | Infinity;
        if (IsInfinity(b)) return sign;
        if (IsZero(b)) return IsZero(a) ? Nans() : sign | Infinity;
        return Round(Value(a) / Value(b), sign != 0);
    }

    public Expected Sqrt(ulong a)
    {
        if (IsNan(a)) return Nans(a);
        if (IsZero(a)) return a;
        if (IsNegative(a)) return Nans();
        if (IsInfinity(a)) return a;
        const int extraBits = 160;
        var value = Value(a);
        var radicand = (value.Numerator * value.Denominator) << (2 * extraBits);
        var root = Root(radicand);
        // Between two integers, the middle stands for every irrational number there: no rounding boundary is that close.
        var doubled = (root * 2) + (root * root == radicand ? 0 : 1);
        return Round(new Fraction(doubled, value.Denominator << (extraBits + 1)));
    }

    public Expected Min(ulong a, ulong b) => Least(a, b, IsNegative(a) ? a : b, Less(a, b));

    public Expected Max(ulong a, ulong b) => Least(a, b, IsNegative(a) ? b : a, Less(b, a));

    private Expected Least(ulong a, ulong b, ulong ofZeros, bool aWins)
    {
        if (IsNan(a) || IsNan(b)) return Nans(a, b);
        return IsZero(a) && IsZero(b) ? ofZeros : aWins ? a : b;
    }

    public bool Less(ulong a, ulong b)
    {
        if (IsNan(a) || IsNan(b)) return false;
        if (IsInfinity(a) || IsInfinity(b)) return Rank(a) < Rank(b);
        return Value(a) < Value(b);
        int Rank(ulong c) => !IsInfinity(c) ? 0 : IsNegative(c) ? -1 : 1;
    }

    public bool Equal(ulong a, ulong b) => !IsNan(a) && !IsNan(b) && (a == b || (IsZero(a) && IsZero(b)));

    public Expected ToIntegral(ulong a, Func<Fraction, BigInteger> rounding)
    {
        if (IsNan(a)) return Nans(a);
        if (IsInfinity(a)) return a;
        return Round(new Fraction(rounding(Value(a)), 1), IsNegative(a));
    }

    /// <summary>The integer towards zero, or null where there is none: a NaN or an infinity.</summary>
    public BigInteger? Truncated(ulong a) => IsNan(a) || IsInfinity(a) ? null : Value(a).Truncated();

    /// <summary>The number of another format rounded to this one.</summary>
    public Expected From(SoftFloat other, ulong a)
    {
        if (other.IsNan(a)) return new Expected(0, IsNan: true, IsCanonical: other.IsCanonicalNan(a));
        if (other.IsInfinity(a)) return other.IsNegative(a) ? SignBit | Infinity : Infinity;
        return Round(other.Value(a), other.IsNegative(a));
    }

    private static BigInteger Root(BigInteger square)
    {
        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (square / root)) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }

    private IEnumerable<ulong> Positive()
    {
        // Exponents where something changes: the integers' ranges, the integers themselves, the halves.
        int[] powers = [-2, -1, 0, 1, 2, 7, 8, 15, 16, fractionBits - 1, fractionBits, fractionBits + 1, 31, 32, 53, 63, 64];
        foreach (var power in powers)
        {
            var bits = Round(Fraction.Scaled(1, power));
            yield return bits - 1;
            yield return bits;
            yield return bits + 1;
        }

        foreach (var doubled in new[] { 3, 5, 7, 9, 85 }) yield return Round(new Fraction(doubled, 2));
        foreach (var integer in new[] { int.MaxValue, uint.MaxValue, long.MaxValue - 1, 100, 4294967294L })
        {
            var bits = Round(new Fraction(integer, 1));
            yield return bits;
            yield return Round(new Fraction((integer * 2) - 1, 2));
        }

        yield return 0;
        yield return 1;
        yield return (1UL << fractionBits) - 1;
        yield return 1UL << fractionBits;
        yield return Infinity - 1;
        yield return Infinity;
        yield return Infinity | 1;
        yield return Infinity | (Quiet >> 1);
        yield return Infinity | (Quiet - 1);
        yield return Infinity | Quiet;
        yield return Infinity | Quiet | 0x1234;
        yield return SignBit - 1;
    }

    /// <summary>Every pattern around which an instruction changes its mind, and its negative.</summary>
    public IReadOnlyList<ulong> Edges => field ??= [.. Positive().SelectMany(a => new[] { a, a | SignBit }).Distinct()];
}

internal readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
{
    public static Fraction Scaled(BigInteger significand, int exponent) => exponent >= 0
        ? new Fraction(significand << exponent, 1)
        : new Fraction(significand, BigInteger.One << -exponent);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) =>
        new(a.Numerator * b.Denominator * b.Numerator.Sign, a.Denominator * BigInteger.Abs(b.Numerator));

    public static bool operator <(Fraction a, Fraction b) => a.Numerator * b.Denominator < b.Numerator * a.Denominator;

    public static bool operator >(Fraction a, Fraction b) => b < a;

    public BigInteger Truncated() => BigInteger.Divide(Numerator, Denominator);

    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    public BigInteger Ceiling() => -new Fraction(-Numerator, Denominator).Floor();

    public BigInteger Nearest()
    {
        var floor = Floor();
        var half = ((Numerator - (floor * Denominator)) * 2).CompareTo(Denominator);
        return half < 0 || (half == 0 && floor.IsEven) ? floor : floor + 1;
    }
}
