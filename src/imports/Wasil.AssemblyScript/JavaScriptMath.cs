namespace Wasil.AssemblyScript;

/// <summary>
/// <c>Math</c> as JavaScript has it (ECMA-262, "The Math Object"), where .NET's differs or is less exact.
/// </summary>
internal static class JavaScriptMath
{
    /// <summary>Halves are rounded up, and what becomes zero keeps its sign.</summary>
    public static double Round(double x)
    {
        double floor = Math.Floor(x);
        double rounded = x - floor >= 0.5 ? floor + 1 : floor;
        return Math.CopySign(rounded, x);
    }

    /// <summary>A base of ±1 to an infinite power, and anything to a power that is no number, is no number.</summary>
    public static double Pow(double x, double y) =>
        double.IsNaN(y) || (Math.Abs(x) == 1 && double.IsInfinity(y)) ? double.NaN : Math.Pow(x, y);

    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;

    public static double Hypot(double x, double y)
    {
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return double.PositiveInfinity;
        double large = Math.Max(Math.Abs(x), Math.Abs(y)), small = Math.Min(Math.Abs(x), Math.Abs(y));
        if (large == 0 || double.IsNaN(large))
            return large;
        // Scaled, so that no square leaves the range.
        double ratio = small / large;
        return large * Math.Sqrt(1 + (ratio * ratio));
    }

    public static double Clz32(double x) => System.Numerics.BitOperations.LeadingZeroCount((uint)ToInt32(x));

    public static double Imul(double x, double y) => unchecked(ToInt32(x) * ToInt32(y));

    /// <summary>e^x - 1, which near zero has to come from more than the difference.</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) < 1e-5)
            return x + (x * x / 2);
        double power = Math.Exp(x);
        // Kahan: the error of the exponential is taken out again by the logarithm of what it really gave.
        double difference = power - 1;
        return Math.Abs(x) > 1 || difference == 0 ? difference : difference * (x / Math.Log(power));
    }

    /// <summary>log(1 + x), likewise.</summary>
    public static double Log1p(double x)
    {
        double sum = 1 + x;
        return Math.Abs(x) < 1e-300 ? x
            : sum == 1 ? x
            : double.IsInfinity(sum) || sum <= 0 ? Math.Log(sum)
            : Math.Log(sum) * (x / (sum - 1));
    }

    public static double Asinh(double x)
    {
        if (x == 0 || double.IsInfinity(x) || double.IsNaN(x))
            return x;
        double positive = Math.Abs(x);
        double result = positive > 1e150
            ? Math.Log(positive) + Math.Log(2)
            : Log1p(positive + (positive * positive / (1 + Math.Sqrt((positive * positive) + 1))));
        return Math.CopySign(result, x);
    }

    public static double Atanh(double x) =>
        x == 0 || Math.Abs(x) >= 1 ? Math.Atanh(x) : Math.CopySign(0.5 * Log1p(2 * Math.Abs(x) / (1 - Math.Abs(x))), x);

    /// <summary>ToInt32 of ECMA-262: the integer part modulo 2^32.</summary>
    public static int ToInt32(double x)
    {
        if (!double.IsFinite(x))
            return 0;
        double remainder = Math.IEEERemainder(Math.Truncate(x), 4294967296.0);
        return unchecked((int)(long)remainder);
    }
}
