namespace Wasil.Tests.Compilation;

/// <summary>
/// The result of a rotation compared with zero, in each way that leads the JIT compiler to it: it takes the flag of an instruction
/// that leaves flags alone (dotnet/runtime#129288).
/// </summary>
public class RotationTests
{
    public static TheoryData<string> Tests { get; } =
    [
        "(i32.eqz (i32.rotl (local.get 0) (i32.const 2)))",
        "(i32.eqz (i32.rotl (local.get 0) (local.get $two)))",
        "(i64.eqz (i64.rotr (local.get $wide) (i64.const 7)))",
        "(i64.eqz (i64.extend_i32_u (i32.rotr (local.get 0) (i32.const 7))))",
        "(i32.eq (i32.rotl (local.get 0) (i32.const 2)) (i32.const 0))",
        "(i32.ne (i32.const 0) (i32.rotl (local.get 0) (i32.const 2)))",
        "(i32.eq (local.get $zero) (i32.rotl (local.get 0) (i32.const 2)))",
        "(i32.lt_u (i32.rotl (local.get 0) (i32.const 2)) (i32.const 1))",
        "(i32.gt_u (i32.rotl (local.get 0) (i32.const 2)) (i32.const 0))",
        "(i64.le_u (i64.rotl (local.get $wide) (i64.const 2)) (i64.const 0))",
        "(if (result i32) (i32.rotl (local.get 0) (i32.const 2)) (then (i32.const 3)) (else (i32.const 4)))",
        "(select (i32.const 3) (i32.const 4) (i32.rotr (local.get 0) (i32.const 2)))",
        "(local.set $x (i32.rotl (local.get 0) (i32.const 2))) (if (result i32) (local.get $x) (then (i32.const 3)) (else (i32.const 4)))",
        "(local.set $x (i32.rotl (local.get 0) (i32.const 2))) (local.set $two (local.get $x)) (i32.eqz (local.get $two))",
        "(if (result i32) (local.tee $x (i32.rotl (local.get 0) (i32.const 2))) (then (local.get $x)) (else (i32.const 4)))",
        "(i32.eqz (block (result i32) (i32.rotl (local.get 0) (i32.const 2))))",
        "(i32.eqz (loop (result i32) (i32.rotl (local.get 0) (i32.const 2))))",
        "(i32.eqz (select (i32.rotl (local.get 0) (i32.const 2)) (i32.rotl (local.get 0) (i32.const 3)) (local.get $two)))",
        "(block (br_if 0 (i32.rotl (local.get 0) (i32.const 2))) (return (i32.const 9))) (i32.const 8)",
        "(block (result i32) (i32.const 5) (br_if 0 (i32.rotl (local.get 0) (i32.const 2))) (drop) (i32.const 6))",
        "(block (br_table 0 1 (i32.rotl (local.get 0) (i32.const 2)))) (i32.const 8)",
        "(i32.div_u (i32.const 100) (i32.rotl (local.get 0) (i32.const 2)))",
    ];

    public static TheoryData<string> Constants { get; } =
    [
        "(i32.div_s (i32.rotl (i32.const -1) (i32.const 31)) (i32.const 63))",
        "(i32.div_s (i32.rotl (i32.const -1) (i32.const 255)) (i32.const 63))",
        "(i32.div_s (i32.rotl (i32.const 1) (i32.const 31)) (i32.const 63))",
        "(i32.div_s (i32.rotr (i32.const 1) (i32.const 1)) (i32.const -63))",
        "(i32.rem_s (i32.rotr (i32.const 1) (i32.const 1)) (i32.const 63))",
        "(i32.rem_s (i32.rotl (i32.add (i32.const -2) (i32.const 1)) (i32.shl (i32.const 1) (i32.const 3))) (i32.const 63))",
        "(i32.div_s (i32.const -2147483648) (i32.rotl (i32.const 1) (i32.const 31)))",
        "(i32.shr_s (i32.rotl (i32.const 1) (i32.const 31)) (i32.const 3))",
        "(i32.lt_s (i32.rotl (i32.const 1) (i32.const 31)) (i32.const 3))",
        "(i32.wrap_i64 (i64.shr_s (i64.extend_i32_s (i32.rotl (i32.const 1) (i32.const 31))) (i64.const 20)))",
        "(i32.trunc_f64_s (f64.div (f64.convert_i32_s (i32.rotl (i32.const 1) (i32.const 31))) (f64.const 3)))",
        "(i32.wrap_i64 (i64.div_s (i64.rotl (i64.const 1) (i64.const 63)) (i64.const 0x100000003)))",
        "(local.set $x (i32.rotl (i32.const 1) (i32.const 31))) (i32.div_s (local.get $x) (i32.const 63))",
        "(local.set $x (i32.const 1)) (i32.div_s (i32.rotl (local.get $x) (i32.const 31)) (i32.const 63))",
        "(i32.div_s (select (i32.rotl (i32.const 1) (i32.const 31)) (i32.const 4) (local.get $two)) (i32.const 63))",
    ];

    [Theory]
    [MemberData(nameof(Constants))]
    public void A_rotated_constant_has_its_sign(string code) => A_rotated_value_is_compared_with_zero_as_it_is(code);

    [Theory]
    [MemberData(nameof(Tests))]
    public void A_rotated_value_is_compared_with_zero_as_it_is(string code)
    {
        string text = $"""
            (global $g (mut i32) (i32.const 0))
            (func (export "f") (param i32) (result i32) (local $wide i64) (local $x i32) (local $zero i32) (local $two i32)
              (local.set $wide (i64.extend_i32_u (local.get 0)))
              (local.set $two (i32.const 2))
              (global.set $g (local.get 0))
              {Result(code)})
            """;
        using WasmInstance compiled = Engine(WasmEngineMode.Compiled).Compile(text).Instantiate();
        using WasmInstance interpreted = Engine(WasmEngineMode.Interpreted).Compile(text).Instantiate();
        foreach (int argument in (ReadOnlySpan<int>)[0, 1, -1, 1 << 30])
            Assert.Equal(Outcome(interpreted, argument), Outcome(compiled, argument));
    }

    // A branch to the function itself takes its result along.
    private static string Result(string code) => code.Contains("br_table", StringComparison.Ordinal) ? $"(block {code} (drop) (return (i32.const 7))) (i32.const 5)" : code;

    private static WasmEngine Engine(WasmEngineMode mode) => new(new WasmEngineOptions { Mode = mode });

    private static string Outcome(WasmInstance instance, int argument)
    {
        try
        {
            return $"{instance.GetFunction<Func<int, int>>("f")(argument)}";
        }
        catch (TrapException trap)
        {
            return $"{trap.Kind}";
        }
    }
}
