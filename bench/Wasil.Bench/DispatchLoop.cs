using System.Text;

namespace Wasil.Bench;

/// <summary>
/// The loop of an interpreter as a module: one <c>br_table</c> with a case for each instruction, over so many locals. Compilers
/// make such functions of interpreters written in C, and other compilers find them hard.
/// </summary>
internal static class DispatchLoop
{
    private const int ProgramLength = 4096;

    /// <summary>A module whose <c>run</c> takes the number of steps.</summary>
    /// <param name="cases">How many instructions there are.</param>
    /// <param name="locals">How many locals their code uses.</param>
    public static string Text(int cases, int locals)
    {
        var text = new StringBuilder();
        Line("(module (memory 1)");
        // The program is random, the same for all.
        Line("  (func $load (local $i i32) (local $x i32) (local.set $x (i32.const 1))");
        Line("    (loop $next");
        Line("      (local.set $x (i32.xor (local.get $x) (i32.shl (local.get $x) (i32.const 13))))");
        Line("      (local.set $x (i32.xor (local.get $x) (i32.shr_u (local.get $x) (i32.const 17))))");
        Line("      (local.set $x (i32.xor (local.get $x) (i32.shl (local.get $x) (i32.const 5))))");
        Line($"      (i32.store16 (local.get $i) (i32.rem_u (local.get $x) (i32.const {cases})))");
        Line($"      (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 2))) (i32.const {2 * ProgramLength})))))");
        Line($"  (func (export \"run\") (param $n i32) (result i64) (local $pc i32) (local $acc i32) (local {Repeat("i32 ", locals)})");
        Line("    (call $load)");
        Line("    (loop $again");
        Line(string.Concat(Enumerable.Range(0, cases).Reverse().Select(i => $"(block $c{i} ")));
        Line($"      (br_table {string.Concat(Enumerable.Range(0, cases).Select(i => $"$c{i} "))} $c0 (i32.load16_u (local.get $pc)))");
        for (int i = 0; i < cases; i++)
        {
            int a = 3 + i * 7 % locals, b = 3 + (i * 13 + 5) % locals, c = 3 + (i * 29 + 11) % locals;
            Line(") ");
            Line($"(local.set $acc (i32.xor (i32.add (i32.mul (local.get $acc) (i32.const 31)) (local.get {a})) (i32.const {i})))");
            Line($"(local.set {b} (i32.add (i32.shr_u (local.get $acc) (i32.const {1 + i % 9})) (local.get {c})))");
            if (i % 5 == 0)
                Line($"(if (i32.and (local.get $acc) (i32.const {1 << (i % 20)})) (then (local.set {c} (local.get {a}))))");
            Line($"(local.set $pc (i32.and (i32.add (local.get $pc) (i32.const 2)) (i32.const {2 * ProgramLength - 1})))");
            Line("(br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))");
            Line("(return (i64.extend_i32_u (local.get $acc)))");
        }

        Line(") (i64.const 0)))");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
