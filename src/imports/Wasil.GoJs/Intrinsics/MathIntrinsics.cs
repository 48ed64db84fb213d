using System.Numerics;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>Math</c>.</summary>
internal static class MathIntrinsics
{
    public static void Install(JsRealm realm)
    {
        JsObject math = realm.CreateObject();
        JsRealm.Define(realm.Global, "Math", math);
        JsRealm.Define(math, JsSymbol.ToStringTag, "Math");
        foreach ((string name, double value) in (ReadOnlySpan<(string, double)>)
        [
            ("PI", Math.PI), ("E", Math.E), ("LN2", Math.Log(2)), ("LN10", Math.Log(10)), ("LOG2E", 1 / Math.Log(2)),
            ("LOG10E", 1 / Math.Log(10)), ("SQRT2", Math.Sqrt(2)), ("SQRT1_2", Math.Sqrt(0.5)),
        ])
            JsRealm.Define(math, name, value);
        foreach ((string name, Func<double, double> function) in (ReadOnlySpan<(string, Func<double, double>)>)
        [
            ("abs", Math.Abs), ("acos", Math.Acos), ("acosh", Math.Acosh), ("asin", Math.Asin), ("asinh", Math.Asinh),
            ("atan", Math.Atan), ("atanh", Math.Atanh), ("cbrt", Math.Cbrt), ("ceil", Math.Ceiling), ("cos", Math.Cos),
            ("cosh", Math.Cosh), ("exp", Math.Exp), ("expm1", static x => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1),
            ("floor", Math.Floor), ("fround", static x => (float)x), ("log", Math.Log), ("log10", Math.Log10),
            ("log1p", static x => Math.Abs(x) < 1e-5 ? x - (x * x / 2) : Math.Log(1 + x)), ("log2", Math.Log2),
            ("round", static x => Math.Floor(x + 0.5)), ("sign", static x => double.IsNaN(x) || x == 0 ? x : Math.Sign(x)),
            ("sin", Math.Sin), ("sinh", Math.Sinh), ("sqrt", Math.Sqrt), ("tan", Math.Tan), ("tanh", Math.Tanh), ("trunc", Math.Truncate),
        ])
            realm.Define(math, name, 1, (_, arguments) => function(arguments.Number(0)));
        realm.Define(math, "atan2", 2, static (_, arguments) => Math.Atan2(arguments.Number(0), arguments.Number(1)));
        realm.Define(math, "pow", 2, static (_, arguments) => Power(arguments.Number(0), arguments.Number(1)));
        realm.Define(math, "imul", 2, static (_, arguments) =>
            (int)(Conversions.ToUInt32(arguments.At(0)) * Conversions.ToUInt32(arguments.At(1))));
        realm.Define(math, "clz32", 1, static (_, arguments) => BitOperations.LeadingZeroCount(Conversions.ToUInt32(arguments.At(0))));
        realm.Define(math, "max", 2, static (_, arguments) => Fold(arguments, double.NegativeInfinity, Math.Max));
        realm.Define(math, "min", 2, static (_, arguments) => Fold(arguments, double.PositiveInfinity, Math.Min));
        realm.Define(math, "hypot", 2, static (_, arguments) => Math.Sqrt(Fold(arguments, 0, static (sum, x) => sum + (x * x)).Number));
        realm.Define(math, "random", 0, (_, _) =>
        {
            Span<byte> bytes = stackalloc byte[sizeof(ulong)];
            realm.Runtime.Random(bytes);
            return (BitConverter.ToUInt64(bytes) >> 11) * (1.0 / (1UL << 53));
        });
    }

    private static JsValue Fold(ReadOnlySpan<JsValue> arguments, double start, Func<double, double, double> next)
    {
        foreach (JsValue value in arguments)
            start = next(start, Conversions.ToNumber(value));
        return start;
    }

    // Unlike IEEE's, JavaScript's has no number for 1 to a power that is none.
    private static double Power(double x, double y) =>
        double.IsNaN(y) || (Math.Abs(x) == 1 && double.IsInfinity(y)) ? double.NaN : Math.Pow(x, y);
}
