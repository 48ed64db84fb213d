namespace Wasil.Tests.Numerics;

/// <summary>The float operators of the specification by name, on bit patterns of either format.</summary>
internal static class FloatModel
{
    public static readonly Dictionary<string, Func<SoftFloat, ulong, Expected>> UnaryOperators = new()
    {
        ["abs"] = (f, a) => f.Magnitude(a),
        ["neg"] = (f, a) => a ^ f.SignBit,
        ["sqrt"] = (f, a) => f.Sqrt(a),
        ["ceil"] = (f, a) => f.ToIntegral(a, value => value.Ceiling()),
        ["floor"] = (f, a) => f.ToIntegral(a, value => value.Floor()),
        ["trunc"] = (f, a) => f.ToIntegral(a, value => value.Truncated()),
        ["nearest"] = (f, a) => f.ToIntegral(a, value => value.Nearest()),
    };

    public static readonly Dictionary<string, Func<SoftFloat, ulong, ulong, Expected>> BinaryOperators = new()
    {
        ["add"] = (f, a, b) => f.Add(a, b),
        ["sub"] = (f, a, b) => f.Sub(a, b),
        ["mul"] = (f, a, b) => f.Mul(a, b),
        ["div"] = (f, a, b) => f.Div(a, b),
        ["min"] = (f, a, b) => f.Min(a, b),
        ["max"] = (f, a, b) => f.Max(a, b),
        ["copysign"] = (f, a, b) => f.Magnitude(a) | (b & f.SignBit),
        ["pmin"] = (f, a, b) => f.Less(b, a) ? b : a,
        ["pmax"] = (f, a, b) => f.Less(a, b) ? b : a,
        ["relaxed_min"] = (f, a, b) => f.Min(a, b),
        ["relaxed_max"] = (f, a, b) => f.Max(a, b),
    };

    public static readonly Dictionary<string, Func<SoftFloat, ulong, ulong, bool>> Relations = new()
    {
        ["eq"] = (f, a, b) => f.Equal(a, b),
        ["ne"] = (f, a, b) => !f.Equal(a, b),
        ["lt"] = (f, a, b) => f.Less(a, b),
        ["gt"] = (f, a, b) => f.Less(b, a),
        ["le"] = (f, a, b) => f.Less(a, b) || f.Equal(a, b),
        ["ge"] = (f, a, b) => f.Less(b, a) || f.Equal(a, b),
    };
}
