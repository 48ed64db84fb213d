using System.Globalization;

namespace Wasil.Tests.Compilation;

/// <summary>
/// Arithmetic quiets a signalling NaN, also where it would change nothing else: RyuJIT drops a multiplication by one and its like
/// wherever it gets to know the operand.
/// </summary>
public class SignallingNaNTests
{
    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (string type in (string[])["f32", "f64", "f32x4", "f64x2"])
            {
                foreach (string operation in (string[])["mul 1", "div 1", "mul -1", "div -1", "sub 0", "add -0", "sub -0", "add 0"])
                {
                    foreach (string way in Ways.Keys)
                        cases.Add(type, operation, way);
                }
            }

            return cases;
        }
    }

    // How the operand reaches the instruction: K stands for the constant, S for what lies on the stack already.
    private static Dictionary<string, string> Ways { get; } = new()
    {
        ["literal"] = "(OP S K)",
        ["left literal"] = "(OP K S)",
        ["local"] = "(local.set $k K) (OP S (local.get $k))",
        ["tee"] = "(OP (local.tee $k K) S)",
        ["parameter"] = "(local.set $p K) (OP S (local.get $p))",
        ["block"] = "(OP S (block (result T) K))",
        ["loop"] = "K S (loop (param T T) (result T) OP)",
        ["branch"] = "(OP S (block (result T) (br 0 K)))",
        ["select"] = "(OP S (select K K (local.get $c)))",
        ["negated"] = "(OP S (NEG (NEG K)))",
        ["negated in a local"] = "(local.set $k (NEG (NEG K))) (OP S (local.get $k))",
        ["untouched local"] = "(OP S (local.get $zero))",
        ["across a branch"] = "(local.set $k K) (if (local.get $c) (then (nop))) (OP S (local.get $k))",
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_quieted(string type, string operation, string way)
    {
        bool wide = type.StartsWith("f64", StringComparison.Ordinal);
        bool vector = type.Contains('x', StringComparison.Ordinal);
        string scalar = type[..3];
        string[] parts = operation.Split(' ');
        string literal = $"({scalar}.const {parts[1]})";
        string lanes = string.Join(' ', Enumerable.Repeat(parts[1], wide ? 2 : 4));
        string operand = $"({scalar}.reinterpret_i{scalar[1..]} (local.get $x))";
        string body = Ways[way]
            .Replace("OP", $"{type}.{parts[0]}", StringComparison.Ordinal)
            .Replace("NEG", $"{type}.neg", StringComparison.Ordinal)
            .Replace("T", vector ? "v128" : type, StringComparison.Ordinal)
            .Replace("K", vector ? $"(v128.const {type} {lanes})" : literal, StringComparison.Ordinal)
            .Replace("S", vector ? $"({type}.splat {operand})" : operand, StringComparison.Ordinal);
        AssertQuieted(scalar, vector ? "v128" : type, body, vector ? $"{type}.extract_lane 0" : "");
    }

    [Theory]
    [InlineData("f32", "(f32x4.mul (f32x4.splat S) (f32x4.splat (f32.const 1)))")]
    [InlineData("f64", "(f64x2.div (f64x2.splat S) (f64x2.splat (f64.const 1)))")]
    [InlineData("f32", "(local.set $k (f32x4.splat (f32.const 1))) (f32x4.mul (f32x4.splat S) (local.get $k))")]
    [InlineData("f32", "(f32x4.sub (f32x4.splat S) (i32x4.splat (i32.const 0)))")]
    public void Is_quieted_by_a_splat_constant(string scalar, string body) => AssertQuieted(
        scalar,
        "v128",
        body.Replace("S", $"({scalar}.reinterpret_i{scalar[1..]} (local.get $x))", StringComparison.Ordinal),
        scalar == "f32" ? "f32x4.extract_lane 0" : "f64x2.extract_lane 0");

    [Theory]
    [InlineData("(i32.reinterpret_f32 (f32.const nan:0x200000))")]
    [InlineData("(local.set $f (f32.const nan:0x200000)) (i32.reinterpret_f32 (local.get $f))")]
    [InlineData("(i32.reinterpret_f32 (f32x4.extract_lane 1 (v128.const i32x4 0 0x7fa00000 0 0)))")]
    [InlineData("(local.set $v (v128.const i32x4 0 0x7fa00000 0 0)) (i32.reinterpret_f32 (f32x4.extract_lane 1 (local.get $v)))")]
    [InlineData("(i32.const 0) (f32.const nan:0x200000) f32.store (i32.load (i32.const 0))")]
    public void Is_kept_where_it_is_only_moved(string body)
    {
        string text = $"(memory 1) (func (export \"run\") (result i32) (local $f f32) (local $v v128) {body})";
        using var instance = WasmEngine.Default.Compile(text).Instantiate();
        Assert.Equal(0x7fa00000, instance.GetFunction<Func<int>>("run")());
    }

    private static void AssertQuieted(string scalar, string type, string body, string toScalar)
    {
        bool wide = scalar == "f64";
        string integer = "i" + scalar[1..];
        string text = string.Create(CultureInfo.InvariantCulture, $"""
            (func (export "run") (param $x {integer}) (param $c i32) (param $p {type}) (result {integer})
              (local $k {type}) (local $zero {type})
              {body} {toScalar} {integer}.reinterpret_{scalar})
            """);
        using var instance = WasmEngine.Default.Compile(text).Instantiate();
        WasmValue zero = type switch { "f32" => 0f, "f64" => 0d, _ => default(System.Runtime.Intrinsics.Vector128<byte>) };
        var result = instance.GetFunction("run").Invoke(wide ? (WasmValue)0x7ff4000000000000 : 0x7fa00000, 1, zero)[0];
        if (wide)
            Assert.Equal(0x7ffc000000000000, result.AsInt64() & long.MaxValue);
        else
            Assert.Equal(0x7fe00000, result.AsInt32() & int.MaxValue);
    }
}
