using System.Text;

namespace Wasil.Bench;

/// <summary>Modules that make compilers work without end, or did once; what they cost stands in docs/THREAT_MODEL.md.</summary>
internal static class CompileBomb
{
    private const string Prefix = "bomb-";

    /// <summary>Whether a kernel's name is a bomb's.</summary>
    public static bool Is(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The module: its <c>run</c> hardly does anything once it is compiled.</summary>
    public static string Text(string name) => name[Prefix.Length..] switch
    {
        "loops" => Nested("(loop $l{0} ", 500, "(local.set $n (i32.add (local.get $n) (i32.const 1)))", ")"),
        "blocks" => Nested("(block ", 20_000, "(nop)", ")"),
        "targets" => Targets(50_000),
        "functions" => Functions(100_000),
        "locals" => Locals(5_000),
        "straight" => Straight(1 << 20),
        _ => throw new ArgumentException($"There is no {name}; there are loops, blocks, targets, functions, locals and straight."),
    };

    private static string Nested(string open, int depth, string inside, string close) => Module(
        string.Concat(Enumerable.Range(0, depth).Select(i => open.Replace("{0}", $"{i}", StringComparison.Ordinal)))
        + inside + string.Concat(Enumerable.Repeat(close, depth)));

    private static string Targets(int count) => Module(
        string.Concat(Enumerable.Range(0, count).Reverse().Select(i => $"(block $b{i} "))
        + $"(br_table {string.Concat(Enumerable.Range(0, count).Select(i => $"$b{i} "))} (local.get $n))"
        + string.Concat(Enumerable.Range(0, count).Select(i => $") (local.set $n (i32.xor (local.get $n) (i32.const {i})))")));

    private static string Functions(int count) => "(module "
        + string.Concat(Enumerable.Range(0, count).Select(i => $"(func (param i32) (result i32) (i32.add (local.get 0) (i32.const {i})))"))
        + $"(func (export \"run\") (param $n i32) (result i64) (i64.extend_i32_u (call {count - 1} (local.get $n)))))";

    private static string Locals(int count) => Module(
        string.Concat(Enumerable.Range(2, count - 1).Select(i => $"(local.set {i} (i32.add (local.get {i - 1}) (i32.const {i})))"))
        + $"(local.set $n (local.get {count}))",
        string.Concat(Enumerable.Repeat("i32 ", count)));

    // About ten bytes for each of these.
    private static string Straight(int bytes) => Module(string.Concat(Enumerable.Range(0, bytes / 10).Select(
        i => $"(local.set $n (i32.xor (i32.mul (local.get $n) (i32.const 33)) (i32.const {i % 60})))")));

    private static string Module(string body, string locals = "") => new StringBuilder("(module (func (export \"run\") (param $n i32) (result i64) (local ")
        .Append(locals).Append(") ").Append(body).Append(" (i64.extend_i32_u (local.get $n))))").ToString();
}
