using System.Globalization;
using System.Text;

namespace Wasil.Tests.Compilation;

/// <summary>
/// Small programs whose accesses lie at the end of memory, made of statements that an optimising compiler does less for than
/// is written: it narrows, drops, merges or moves what it loads and stores.
/// </summary>
internal static class AccessProgram
{
    public const int PageBytes = 65_536;

    // $p is the address and {o} a static offset. $a to $v hold values from one statement to the next; $sum is the result.
    // What is stored elsewhere goes to the first 64 bytes.
    private static readonly string[] Statements =
    [
        // Dropped, or never read.
        "(drop (i32.load8_u offset={o} (local.get $p)))",
        "(drop (i32.load16_s offset={o} (local.get $p)))",
        "(drop (i32.load offset={o} (local.get $p)))",
        "(drop (i64.load offset={o} (local.get $p)))",
        "(drop (f64.load offset={o} (local.get $p)))",
        "(drop (v128.load offset={o} (local.get $p)))",
        "(drop (v128.load32_splat offset={o} (local.get $p)))",
        "(drop (v128.load8x8_s offset={o} (local.get $p)))",
        "(drop (v128.load16_lane offset={o} 3 (local.get $p) (local.get $v)))",
        "(drop (i32.eq (i32.load offset={o} (local.get $p)) (i32.const 7)))",
        "(drop (select (i32.load offset={o} (local.get $p)) (i32.const 1) (local.get $a)))",
        "(local.set $b (i64.load offset={o} (local.get $p)))",
        "(local.set $a (i32.load offset={o} (local.get $p)))",
        "(local.set $v (v128.load offset={o} (local.get $p)))",
        "(local.set $b (i64.load offset={o} (local.get $p))) (local.set $b (i64.const 3))",
        "(local.set $a (i32.load offset={o} (local.get $p))) (if (local.get $p) (then (local.set $a (i32.const 3))))",
        "(block $out (result i32) (i32.load offset={o} (local.get $p)) (br_if $out (i32.const 1) (local.get $p)) drop) (local.set $a)",
        "(block $out (drop (i64.load offset={o} (local.get $p))) (br_if $out (local.get $a)) (local.set $b (i64.const 1)))",
        "(block $out (i64.load offset={o} (local.get $p)) (br $out))",

        // Narrowed.
        "(local.set $a (i32.wrap_i64 (i64.load offset={o} (local.get $p))))",
        "(call $add (i64.extend_i32_s (i32.wrap_i64 (i64.load offset={o} (local.get $p)))))",
        "(call $add (i64.extend_i32_u (i32.wrap_i64 (i64.add (i64.load offset={o} (local.get $p)) (local.get $b)))))",
        "(call $add (i64.extend_i32_u (i32.wrap_i64 (i64.shr_u (i64.load offset={o} (local.get $p)) (i64.const 32)))))",
        "(local.set $b (i64.load offset={o} (local.get $p))) (call $add (i64.extend_i32_u (i32.wrap_i64 (local.get $b))))",
        "(call $add (i64.extend_i32_u (i32.and (i32.load offset={o} (local.get $p)) (i32.const 255))))",
        "(call $add (i64.extend_i32_u (i32.and (i32.const 65535) (i32.load offset={o} (local.get $p)))))",
        "(call $add (i64.and (i64.load offset={o} (local.get $p)) (i64.const 0xffffffff)))",
        "(call $add (i64.extend8_s (i64.load offset={o} (local.get $p))))",
        "(call $add (i64.extend32_s (i64.load offset={o} (local.get $p))))",
        "(call $add (i64.extend_i32_s (i32.extend16_s (i32.load offset={o} (local.get $p)))))",
        "(call $add (i64.extend_i32_s (i32.extend8_s (i32.load16_u offset={o} (local.get $p)))))",
        "(local.set $a (i32.load offset={o} (local.get $p))) (call $add (i64.extend_i32_s (i32.extend8_s (local.get $a))))",
        "(i64.store8 (i32.const 0) (i64.load offset={o} (local.get $p)))",
        "(i64.store16 (i32.const 2) (i64.load offset={o} (local.get $p)))",
        "(i64.store32 (i32.const 4) (i64.mul (i64.load offset={o} (local.get $p)) (i64.const 5)))",
        "(i32.store8 (i32.const 8) (i32.load offset={o} (local.get $p)))",
        "(i32.store16 (i32.const 10) (i32.load offset={o} (local.get $p)))",
        "(i32.store8 (i32.const 9) (i32.shr_u (i32.load offset={o} (local.get $p)) (i32.const 24)))",
        "(local.set $b (i64.load offset={o} (local.get $p))) (i64.store8 (i32.const 12) (local.get $b))",
        "(if (i32.and (i32.load offset={o} (local.get $p)) (i32.const 128)) (then (call $add (i64.const 1))))",
        "(if (i32.eqz (i32.and (i32.load offset={o} (local.get $p)) (i32.const 1))) (then (call $add (i64.const 1))))",
        "(call $add (i64.extend_i32_u (i32.and (i32.load offset={o} (local.get $p)) (i32.const 0x10000))))",
        "(call $add (i64.extend_i32_u (i32.and (i32.load offset={o} (local.get $p)) (i32.const 0x3ffffff))))",
        "(call $add (i64.extend_i32_u (i32.and (i32.const 0xff000000) (i32.load offset={o} (local.get $p)))))",
        "(if (i32.and (i32.load offset={o} (local.get $p)) (i32.const 0x10000)) (then (call $add (i64.const 1))))",
        "(if (i32.eqz (i32.and (i32.load offset={o} (local.get $p)) (i32.const 0x80000000))) (then (call $add (i64.const 1))))",
        "(if (i32.eq (i32.and (i32.load offset={o} (local.get $p)) (i32.const 0xffff0000)) (i32.const 0x10000)) (then (call $add (i64.const 1))))",
        "(i32.store8 (i32.const 9) (i32.and (i32.load offset={o} (local.get $p)) (i32.const 0x3ffffff)))",
        "(call $add (i64.extend_i32_u (i32.and (i32.and (i32.load offset={o} (local.get $p)) (i32.const 0x3ffffff)) (i32.const 0xff))))",
        "(call $add (i64.and (i64.load offset={o} (local.get $p)) (i64.const 0x100000000)))",
        "(if (i64.eqz (i64.and (i64.load offset={o} (local.get $p)) (i64.const 0xffffffff00000000))) (then (call $add (i64.const 1))))",
        "(call $add (i64.extend_i32_u (i32.wrap_i64 (i64.and (i64.load offset={o} (local.get $p)) (i64.const 0x1ffffffff)))))",
        "(if (i64.ne (i64.and (i64.load32_u offset={o} (local.get $p)) (i64.const 0x1ffff0000)) (i64.const 0)) (then (call $add (i64.const 1))))",
        "(local.set $a (i32.shl (local.get $a) (i32.load offset={o} (local.get $p))))",
        "(call $add (i64.rotl (i64.const 77) (i64.load offset={o} (local.get $p))))",
        "(call $add (i64.shl (i64.load offset={o} (local.get $p)) (i64.const 56)))",
        "(call $add (i64.reinterpret_f64 (f64.load offset={o} (local.get $p))))",
        "(i64.store32 (i32.const 16) (i64.reinterpret_f64 (f64.load offset={o} (local.get $p))))",
        "(call $add (i64.extend_i32_u (i32x4.extract_lane 0 (v128.load offset={o} (local.get $p)))))",
        "(call $add (i64x2.extract_lane 0 (v128.load offset={o} (local.get $p))))",
        "(call $add (i64.extend_i32_s (i8x16.extract_lane_s 2 (v128.load offset={o} (local.get $p)))))",
        "(local.set $v (v128.load offset={o} (local.get $p))) (call $add (i64x2.extract_lane 0 (local.get $v)))",
        "(local.set $v (i16x8.extend_low_i8x16_u (v128.load offset={o} (local.get $p))))",
        "(v128.store (i32.const 32) (i64x2.extend_low_i32x4_s (v128.load offset={o} (local.get $p))))",
        "(v128.store (i32.const 32) (f64x2.promote_low_f32x4 (v128.load offset={o} (local.get $p))))",
        "(v128.store (i32.const 32) (i32x4.extmul_low_i16x8_s (v128.load offset={o} (local.get $p)) (local.get $v)))",
        "(v128.store (i32.const 32) (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (v128.load offset={o} (local.get $p)) (local.get $v)))",
        "(v128.store (i32.const 32) (i8x16.splat (i32.load offset={o} (local.get $p))))",
        "(v128.store (i32.const 32) (i16x8.replace_lane 1 (local.get $v) (i32.load offset={o} (local.get $p))))",
        "(v128.store64_lane 0 (i32.const 48) (v128.load offset={o} (local.get $p)))",
        "(v128.store8_lane 1 (i32.const 48) (v128.load offset={o} (local.get $p)))",

        // Decided without looking.
        "(call $add (i64.mul (i64.load offset={o} (local.get $p)) (i64.const 0)))",
        "(call $add (i64.extend_i32_u (i32.and (i32.load offset={o} (local.get $p)) (i32.const 0))))",
        "(call $add (i64.or (i64.load offset={o} (local.get $p)) (i64.const -1)))",
        "(call $add (i64.extend_i32_u (i32.lt_u (i32.load offset={o} (local.get $p)) (i32.const 0))))",
        "(call $add (i64.rem_u (i64.load offset={o} (local.get $p)) (i64.const 1)))",
        "(call $add (i64.sub (local.tee $b (i64.load offset={o} (local.get $p))) (local.get $b)))",
        "(call $add (i64.extend_i32_u (i64.eq (local.tee $b (i64.load offset={o} (local.get $p))) (local.get $b))))",
        "(call $add (select (i64.load offset={o} (local.get $p)) (i64.const 4) (i32.const 0)))",
        "(call $add (select (i64.const 4) (i64.load offset={o} (local.get $p)) (local.get $p)))",

        // Used whole, in their order with effects.
        "(call $add (i64.load offset={o} (local.get $p)))",
        "(call $add (i64.load32_s offset={o} (local.get $p)))",
        "(local.set $b (i64.load offset={o} (local.get $p))) (call $add (local.get $b))",
        "(i32.store (i32.const 20) (i32.const 5)) (local.set $b (i64.load offset={o} (local.get $p))) (i32.store (i32.const 20) (i32.const 6)) (call $add (local.get $b))",
        "(i64.load offset={o} (local.get $p)) (i32.store8 (i32.const 24) (i32.const 9)) (call $add)",
        "(i32.load offset={o} (local.get $p)) (global.set $g (i32.const 1)) (local.set $a)",
        "(i32.load offset={o} (local.get $p)) (i32.div_u (i32.const 8) (local.get $z)) i32.add (local.set $a)",
        "(i32.load offset={o} (local.get $p)) (if (local.get $z) (then (unreachable))) (local.set $a)",
        "(i64.load offset={o} (local.get $p)) (call $poke) (call $add)",
        "(i64.store (i32.const 56) (i64.add (i64.load offset={o} (local.get $p)) (local.get $b)))",
        "(block $out (br_if $out (i32.load offset={o} (local.get $p))) (call $add (i64.const 5)))",
        "(local.set $i (i32.const 3)) (loop $again (call $add (local.get $b)) (local.set $b (i64.load offset={o} (local.get $p))) (br_if $again (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))",
        "(local.set $i (i32.const 3)) (loop $again (local.set $p (i32.add (local.get $p) (i32.const 1))) (call $add (i64.load32_u offset={o} (local.get $p))) (br_if $again (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))",
        "(v128.store (i32.const 32) (i32x4.add (v128.load offset={o} (local.get $p)) (local.get $v)))",
        "(v128.store (i32.const 32) (i32x4.dot_i16x8_s (v128.load offset={o} (local.get $p)) (local.get $v)))",
        "(f64.store (i32.const 40) (f64.promote_f32 (f32.load offset={o} (local.get $p))))",
        "(f32.store (i32.const 40) (f32.demote_f64 (f64.load offset={o} (local.get $p))))",
        "(drop (i32.load (i32.load offset={o} (local.get $p))))",

        // Atomic: aligned addresses alone get to memory at all.
        "(drop (i32.atomic.load offset={o} (local.get $p)))",
        "(drop (i64.atomic.load offset={o} (local.get $p)))",
        "(local.set $b (i64.atomic.load offset={o} (local.get $p)))",
        "(local.set $a (i32.wrap_i64 (i64.atomic.load offset={o} (local.get $p))))",
        "(call $add (i64.extend_i32_u (i32.and (i32.atomic.load offset={o} (local.get $p)) (i32.const 255))))",
        "(call $add (i64.atomic.load offset={o} (local.get $p)))",
        "(call $add (i64.atomic.load32_u offset={o} (local.get $p)))",
        "(call $add (i64.extend_i32_u (i32.atomic.load8_u offset={o} (local.get $p))))",
        "(call $add (i64.extend_i32_u (i32.atomic.load16_u offset={o} (local.get $p))))",
        "(call $add (i64.load8_u offset={o} (local.get $p))) (call $add (i64.atomic.load offset={o} (local.get $p)))",
        "(i64.atomic.load offset={o} (local.get $p)) (i32.store8 (i32.const 24) (i32.const 9)) (call $add)",
        "(call $add (i64.mul (i64.atomic.load offset={o} (local.get $p)) (i64.const 0)))",
        "(i64.atomic.store offset={o} (local.get $p) (i64.const 5)) (call $add (i64.atomic.load offset={o} (local.get $p)))",
        "(call $add (i64.atomic.rmw.add offset={o} (local.get $p) (i64.const 5)))",
        "(drop (i32.atomic.rmw.cmpxchg offset={o} (local.get $p) (i32.const 5) (i32.const 6)))",

        // Where an earlier check may cover a later one, and where it must not.
        "(call $add (i64.load32_u offset={o8} (local.get $p))) (call $add (i64.load32_u offset={o} (local.get $p)))",
        "(call $add (i64.load8_u offset={o} (local.get $p))) (call $add (i64.load8_u offset={o4} (local.get $p)))",
        "(call $add (i64.load8_u offset={o} (local.get $p))) (local.set $p (i32.add (local.get $p) (i32.const 3))) (call $add (i64.load8_u offset={o} (local.get $p)))",
        "(if (local.get $a) (then (local.set $p (i32.add (local.get $p) (i32.const 5)))) (else (call $add (i64.load8_u offset={o8} (local.get $p))))) (call $add (i64.load8_u offset={o} (local.get $p)))",
        "(block $out (br_if $out (local.get $a)) (call $add (i64.load8_u offset={o8} (local.get $p)))) (call $add (i64.load8_u offset={o8} (local.get $p)))",
        "(local.set $i (i32.const 3)) (loop $again (call $add (i64.load8_u offset={o} (local.get $p))) (call $add (i64.load8_u offset={o} (local.tee $p (i32.add (local.get $p) (i32.const 1))))) (br_if $again (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))",
        "(call $add (i64.load8_u offset={o} (i32.and (local.get $p) (i32.const 0xffff))))",
        "(call $add (i64.load16_u offset={o} (i32.rem_u (local.get $p) (i32.const 65535))))",
        "(call $add (i64.load32_u (i32.add (i32.and (local.get $p) (i32.const 0xfff0)) (i32.const 14))))",
        "(drop (memory.grow (i32.const 0))) (call $add (i64.load8_u offset={o} (local.get $p)))",

        // Stores that may be merged or dropped.
        "(i32.store8 offset={o} (local.get $p) (i32.const 0x55)) (i32.store8 offset={o1} (local.get $p) (i32.const 0x55))",
        "(i32.store16 offset={o} (local.get $p) (i32.const 0x1234)) (i32.store16 offset={o2} (local.get $p) (i32.const 0x5678))",
        "(i32.store offset={o} (local.get $p) (i32.const 1)) (i32.store offset={o4} (local.get $p) (i32.const 2))",
        "(i64.store offset={o} (local.get $p) (i64.const 0))",
        "(i32.store offset={o} (local.get $p) (i32.const 7)) (i64.store offset={o} (local.get $p) (i64.const 9))",
        "(i32.store8 offset={o} (local.get $p) (i32.add (i32.load8_u offset={o} (local.get $p)) (i32.const 1)))",
        "(i64.store offset={o} (local.get $p) (i64.xor (i64.load offset={o} (local.get $p)) (i64.const -1)))",
        "(v128.store offset={o} (local.get $p) (v128.const i64x2 0 0))",
        "(i64.store offset={o} (local.get $p) (i64.const 0)) (i64.store offset={o8} (local.get $p) (i64.const 0))",
        "(i32.store offset={o} (local.get $p) (local.get $a)) (local.set $a (i32.load offset={o} (local.get $p)))",
        "(v128.store32_lane offset={o} 1 (local.get $p) (local.get $v))",
    ];

    /// <summary>Each statement alone, then random ones one after the other.</summary>
    public static IEnumerable<string> All(int pairs)
    {
        foreach (string statement in Statements)
            yield return Module([At(statement, 0)]);
        var random = new Random(11);
        for (int i = 0; i < pairs; i++)
        {
            int count = random.Next(2, 5);
            yield return Module([.. Enumerable.Range(0, count).Select(_ =>
                At(Statements[random.Next(Statements.Length)], random.Next(0, 12)))]);
        }
    }

    private static string At(string statement, int offset)
    {
        foreach (int further in (ReadOnlySpan<int>)[1, 2, 4, 8])
            statement = statement.Replace($"{{o{further}}}", Number(offset + further), StringComparison.Ordinal);
        return statement.Replace("{o}", Number(offset), StringComparison.Ordinal);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Module(string[] statements)
    {
        var text = new StringBuilder();
        text.Append("""
            (module
              (memory (export "memory") 1 2)
              (global $g (export "g") (mut i32) (i32.const 0))
              (global $sum (export "sum") (mut i64) (i64.const 0))
              (func $poke (i32.store8 (i32.const 60) (i32.const 1)))
              (func $add (param i64) (global.set $sum (i64.add (i64.rotl (global.get $sum) (i64.const 7)) (local.get 0))))
              (func (export "run") (param $p i32) (param $z i32)
                (local $a i32) (local $i i32) (local $b i64) (local $v v128)

            """);
        foreach (string statement in statements)
            text.Append("    ").Append(statement).Append('\n');
        return text.Append("))").ToString();
    }
}
