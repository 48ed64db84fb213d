using System.Text;

namespace Wasil.Tests.Interpreter;

/// <summary>
/// Chains of instructions each of which takes the result of the one before, which is where the interpreter makes one operation of
/// two and carries results in a register: every chain of two, and of three of the most frequent, on both engines.
/// </summary>
public class OperationChainTests
{
    private static readonly string[] Integers =
    [
        "(i32.add X Y)", "(i32.add Y X)", "(i32.add X (i32.const 12))", "(i32.sub X Y)", "(i32.sub Y X)", "(i32.sub X (i32.const 3))", "(i32.mul X Y)",
        "(i32.mul X (i32.const 10))", "(i32.and X Y)", "(i32.and Y X)", "(i32.and X (i32.const 252))", "(i32.or X Y)", "(i32.or X (i32.const 5))",
        "(i32.xor X Y)", "(i32.xor Y X)", "(i32.xor X (i32.const -1))", "(i32.shl X Y)", "(i32.shl X (i32.const 2))", "(i32.shr_u X Y)",
        "(i32.shr_u X (i32.const 3))", "(i32.shr_s X (i32.const 2))", "(i32.rotl X (i32.const 7))", "(i32.rotr X (i32.const 9))",
        "(i32.rem_u X (i32.const 6))", "(i32.div_u X (i32.const 3))", "(i32.eqz X)", "(i32.extend8_s X)", "(i32.lt_u X (i32.const 30))",
        "(i32.eq X (i32.const 1))", "(i32.ne X (i32.const 1))", "(i32.load offset=8 X)", "(i32.load8_u offset=3 X)", "(i32.load8_s X)", "(i32.load16_u X)", "(i32.load16_s X)",
        "(i32.wrap_i64 (i64.load offset=8 X))", "(i32.trunc_sat_f64_s (f64.load X))", "(i32.trunc_sat_f32_s (f32.load X))",
        "(i32.wrap_i64 (i64.extend_i32_u X))", "(i32.wrap_i64 (i64.extend_i32_s X))", "(i32.trunc_sat_f64_s (f64.convert_i32_s X))", "(i32.trunc_sat_f64_s (f64.convert_i32_u X))",
        "(call $store (i32.load offset=4 X))", "(block (result i32) (i32.store offset=4 X Y) (i32.load offset=4 X))", "(block (result i32) (i32.store8 X Y) (i32.load X))",
        "(block (result i32) (i32.store offset=64 (i32.const 0) X) (i32.load offset=64 (i32.const 0)))",
        "(block (result i32) (i32.store8 offset=65 (i32.const 0) X) (i32.load8_u (i32.const 65)))",
        "(if (result i32) X (then (i32.const 11)) (else Y))", "(if (result i32) (i32.eqz X) (then (i32.const 11)) (else Y))",
        "(if (result i32) (i32.eq X Y) (then (i32.const 11)) (else Y))", "(if (result i32) (i32.ne X Y) (then (i32.const 11)) (else Y))",
        "(if (result i32) (i32.lt_s X Y) (then (i32.const 11)) (else Y))", "(if (result i32) (i32.lt_u X Y) (then (i32.const 11)) (else Y))",
        "(if (result i32) (i32.gt_u X Y) (then (i32.const 11)) (else Y))", "(if (result i32) (i32.ge_u X Y) (then (i32.const 11)) (else Y))",
        "(if (result i32) (i32.le_u X Y) (then (i32.const 11)) (else Y))", "(if (result i32) (i32.eq X (i32.const 4)) (then (i32.const 11)) (else Y))",
        "(if (result i32) (i32.ge_s X (i32.const 4)) (then (i32.const 11)) (else Y))", "(if (result i32) (i32.le_u X (i32.const 4)) (then (i32.const 11)) (else Y))",
        "(if (result i32) (i32.gt_s X (i32.const 4)) (then (i32.const 11)) (else Y))", "(if (result i32) (i32.ge_u X (i32.const 4)) (then (i32.const 11)) (else Y))",
    ];

    private static readonly string[] FrequentIntegers =
    [
        "(i32.add X Y)", "(i32.add X (i32.const 12))", "(i32.and X Y)", "(i32.and X (i32.const 252))", "(i32.xor X Y)", "(i32.shl X (i32.const 2))",
        "(i32.shr_u X (i32.const 3))", "(i32.rotl X (i32.const 7))", "(i32.rotr X (i32.const 9))", "(i32.or X Y)", "(i32.load offset=8 X)", "(i32.load8_u offset=3 X)",
        "(i32.wrap_i64 (i64.load offset=8 X))", "(block (result i32) (i32.store offset=4 X Y) (i32.load offset=4 X))",
        "(if (result i32) X (then (i32.const 11)) (else Y))", "(if (result i32) (i32.eqz X) (then (i32.const 11)) (else Y))",
        "(if (result i32) (i32.lt_u X Y) (then (i32.const 11)) (else Y))",
    ];

    private static readonly string[] Longs =
    [
        "(i64.add X Y)", "(i64.add Y X)", "(i64.add X (i64.const 12))", "(i64.sub X Y)", "(i64.sub Y X)", "(i64.mul X Y)", "(i64.mul X (i64.const 10))", "(i64.and X Y)",
        "(i64.and X (i64.const 252))", "(i64.or X Y)", "(i64.xor X Y)", "(i64.xor X (i64.const -1))", "(i64.shl X (i64.const 2))", "(i64.shr_u X (i64.const 3))",
        "(i64.rotl X (i64.const 7))", "(i64.rem_u X Y)", "(if (result i64) (i64.eqz X) (then (i64.const 11)) (else Y))",
        "(if (result i64) (i64.eq X (i64.const 1)) (then (i64.const 11)) (else Y))", "(if (result i64) (i64.ne X (i64.const 1)) (then (i64.const 11)) (else Y))",
        "(i64.load offset=8 (i32.wrap_i64 X))", "(block (result i64) (i64.store offset=4 (i32.wrap_i64 X) Y) (i64.load offset=4 (i32.wrap_i64 X)))",
        "(block (result i64) (i64.store offset=64 (i32.const 0) X) (i64.load offset=64 (i32.const 0)))",
        "(i64.trunc_sat_f64_s (f64.convert_i64_s X))", "(i64.reinterpret_f64 (f64.reinterpret_i64 X))",
        "(block (result i64) (f64.store offset=64 (i32.const 0) (f64.reinterpret_i64 X)) (i64.reinterpret_f64 (f64.load offset=64 (i32.const 0))))",
    ];

    [Fact]
    public void Chains_of_two_integers() => Agree("i32", [.. Integers.SelectMany(_ => Integers, (inner, outer) => outer.Replace("X", inner))]);

    [Fact]
    public void Chains_of_three_integers() => Agree("i32",
        [.. FrequentIntegers.SelectMany(_ => FrequentIntegers, (inner, outer) => outer.Replace("X", inner)).SelectMany(_ => FrequentIntegers, (inner, outer) => outer.Replace("X", inner))]);

    [Fact]
    public void Chains_of_two_long_integers() => Agree("i64", [.. Longs.SelectMany(_ => Longs, (inner, outer) => outer.Replace("X", inner))]);

    // Two moves in a row, as swapped locals and arguments of calls need, and one of a local that the other changes.
    [Fact]
    public void Moves_that_stand_together() => Agree("i32",
    [
        "(block (result i32) (local.set 2 X) (local.set 3 Y) (local.set 1 (local.get 2)) (local.set 0 (local.get 3)) (i32.sub X Y))",
        "(block (result i32) (local.set 2 X) (local.set 0 Y) (local.set 1 (local.get 0)) (local.set 2 (local.get 1)) (i32.add (local.get 2) (i32.mul X Y)))",
        "(i32.sub X (block (result i32) (local.set 0 Y) (local.set 1 (local.get 0)) Y))",
    ]);

    // A sum of a local and a constant waits until it is needed, and what changes the local may come before that.
    [Fact]
    public void Sums_that_wait_on_the_stack() => Agree("i32",
    [
        "(i32.sub (i32.add X (i32.const 5)) (block (result i32) (local.set 0 Y) X))",
        "(i32.mul (i32.add X (i32.const 5)) (i32.add (local.tee 0 (i32.add X (i32.const 1))) (i32.const 7)))",
        "(i32.add (i32.add (i32.add X (i32.const 0x7fffffff)) (i32.const 0x7fffffff)) (i32.add Y (i32.const -3)))",
        "(block (result i32) (i32.store offset=4 (i32.add X (i32.const 16)) (i32.load8_u (i32.add Y (i32.const 3)))) (i32.load (i32.add X (i32.const 20))))",
        "(block (result i32) (i32.store8 (i32.add Y (i32.const 16)) (local.tee 1 (i32.mul X X))) (i32.add (i32.load (i32.const 16)) Y))",
        "(block (result i32) (i64.store offset=8 (i32.add X (i32.const 1)) (i64.extend_i32_s (i32.add X (i32.const -9)))) (i32.load offset=12 (i32.add X (i32.const 1))))",
        "(block (result i32) (i32.store (i32.add X (i32.const 16)) (i32.add Y (i32.const 3))) (i32.load offset=16 X))",
        "(block (result i32) (i32.store offset=0xffffffff (i32.add X (i32.const -1)) Y) X)",
        "(i32.add (i32.add X (i32.const 4)) (if (result i32) (i32.lt_u X Y) (then (local.set 0 (i32.const 90)) X) (else Y)))",
        "(i32.add (i32.add X (i32.const 4)) (block (result i32) (drop (br_if 0 (i32.add Y (i32.const -3)) (i32.add X (i32.const -5)))) (local.set 0 (i32.const 8)) (i32.add X (i32.const 2))))",
        "(loop (result i32) (local.set 0 (i32.add X (i32.const 2))) (br_if 0 (i32.lt_u (i32.add X (i32.const 3)) Y)) (i32.add X (i32.const 100)))",
        "(select (i32.add X (i32.const 1)) (i32.add Y (i32.const 2)) (i32.add X (i32.const -16)))",
        "(if (result i32) (i32.add X (i32.const -16)) (then (i32.add X (i32.const 1))) (else (i32.add Y (i32.const 2))))",
        "(block (result i32) (drop (i32.add X (i32.const 1))) (local.set 2 (i32.add X (i32.const 9))) (i32.xor (local.get 2) (i32.load8_u offset=3 (i32.add Y (i32.const 1)))))",
        "(i32.sub (call $store (i32.add X (i32.const 6))) (i32.add X (i32.const 7)))",
        "(return (i32.add Y (i32.const 12)))",
    ]);

    // Accesses past the end, with every way to make an address that has an operation of its own.
    [Fact]
    public void Addresses_of_two_operations_are_checked() => Agree("i32",
    [
        .. ((string[])["i32.load", "i32.load8_u", "i32.load offset=0xfff8", "i32.load8_u offset=0xffff", "i32.load offset=0xffffffff", "i32.wrap_i64 (i64.load offset=0xfff0"])
            .SelectMany(_ => (string[])
            [
                "(i32.add (i32.shl X (i32.const 2)) (i32.const 8))", "(i32.add (i32.shl X (i32.const 2)) Y)", "(i32.add (i32.add X Y) (i32.const 4))",
                "(i32.add (i32.shl X (i32.const 34)) (i32.const -64))", "(i32.add (i32.add X Y) (i32.const -24))", "(i32.add X (i32.const 0xfff0))",
            ], (load, address) => $"(i32.xor Y ({load} {address}){(load.Contains("wrap") ? ")" : "")})"),
    ]);

    private static void Agree(string type, string[] expressions)
    {
        var text = new StringBuilder("(memory (export \"m\") 1) (data (i32.const 0) \"\\01\\80\\03\\04\\ff\\06\\07\\08\\09\\0a\\0b\\fc\\0d\\0e\\0f\\10\") (func $store (param i32) (result i32) (local.get 0))");
        for (int i = 0; i < expressions.Length; i++)
        {
            string body = expressions[i].Replace("X", "(local.get 0)").Replace("Y", "(local.get 1)");
            text.Append($"\n(func (export \"f{i}\") (param {type} {type}) (result {type}) (local {type} {type}) {body})");
        }

        using WasmInstance compiled = Instantiate(WasmEngineMode.Compiled, text.ToString());
        using WasmInstance interpreted = Instantiate(WasmEngineMode.Interpreted, text.ToString());
        for (int i = 0; i < expressions.Length; i++)
        {
            foreach ((long a, long b) in ((long, long)[])[(0, 1), (16, 3), (-5, 40)])
            {
                string expected = Call(compiled, type, i, a, b), actual = Call(interpreted, type, i, a, b);
                if (expected != actual)
                    Assert.Fail($"{expressions[i]} of {a} and {b} is {expected}, and interpreted {actual}");
            }
        }

        Assert.True(compiled.GetMemory("m").Slice(0, 1 << 16).SequenceEqual(interpreted.GetMemory("m").Slice(0, 1 << 16)));
    }

    private static WasmInstance Instantiate(WasmEngineMode mode, string text) =>
        new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(text).Instantiate();

    private static string Call(WasmInstance instance, string type, int index, long a, long b)
    {
        try
        {
            return type == "i32"
                ? $"{instance.GetFunction<Func<int, int, int>>($"f{index}")((int)a, (int)b)}"
                : $"{instance.GetFunction<Func<long, long, long>>($"f{index}")(a, b)}";
        }
        catch (TrapException trap)
        {
            return $"{trap.Kind}";
        }
    }
}
