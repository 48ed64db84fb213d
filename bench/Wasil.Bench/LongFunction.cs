using System.Text;

namespace Wasil.Bench;

/// <summary>
/// Functions that are long or have many locals, and run often: <c>long-straight</c> has a megabyte of arithmetic, loads and
/// stores without a branch, as unrolled ciphers and generated tables have, and <c>long-locals</c> 5,000 locals, which all live
/// through each round, as unoptimised builds make them.
/// </summary>
internal static class LongFunction
{
    private const string Prefix = "long-";

    /// <summary>Whether a kernel's name is one of these.</summary>
    public static bool Is(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>How many rounds are about a second.</summary>
    public static int SizeOf(string name) => name == Prefix + "straight" ? 5_000 : 50_000;

    /// <summary>The module: its <c>run</c> takes the number of rounds.</summary>
    public static string Text(string name) => name[Prefix.Length..] switch
    {
        "straight" => Straight(1 << 20),
        "locals" => Locals(5_000),
        _ => throw new ArgumentException($"There is no {name}; there are straight and locals."),
    };

    // A statement takes about 23 bytes.
    private static string Straight(int bytes)
    {
        const int Locals = 12;
        var body = new StringBuilder();
        for (int i = 0, written = 0; i < bytes / 23; i++)
        {
            // Each local has its turn, so that no statement can be dropped.
            int target = 1 + written % Locals, first = 1 + (written * 5 + 3) % Locals, second = 1 + (written * 7 + 1) % Locals;
            written += i % 4 == 3 ? 0 : 1;
            body.Append(i % 4 == 3
                ? $"(i32.store offset={i % 997 * 4} (i32.const 0) (i32.rotl (local.get {first}) (i32.xor (local.get {second}) (i32.const {i}))))"
                : i % 4 == 1
                ? $"(local.set {target} (i32.add (i32.load offset={i % 991 * 4} (i32.and (local.get {first}) (i32.const 1020))) (i32.xor (local.get {second}) (local.get {target}))))"
                : $"(local.set {target} (i32.xor (i32.mul (local.get {first}) (i32.const {2 * i + 1})) (i32.add (local.get {second}) (local.get {target}))))");
            body.Append('\n');
        }

        return Module(Locals, body);
    }

    private static string Locals(int count)
    {
        var body = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            body.Append(
                $"(local.set {1 + (i + 1) % count} (i32.xor (i32.mul (local.get {1 + i}) (i32.const 33)) (local.get {1 + i * 31 % count})))\n");
        }

        for (int i = 0; i < count; i++)
            body.Append($"(local.set 1 (i32.add (i32.rotl (local.get 1) (i32.const 3)) (local.get {1 + i})))\n");
        return Module(count, body);
    }

    private static string Module(int locals, StringBuilder body) => $"""
        (module (memory 1)
          (func $body (param $seed i32) (result i32) (local {string.Concat(Enumerable.Repeat("i32 ", locals))})
            (local.set 1 (i32.add (local.get $seed) (i32.const 123456789)))
            {body}
            (i32.add (local.get $seed) (local.get 1)))
          (func (export "run") (param $n i32) (result i64) (local $x i32)
            (loop $again
              (local.set $x (call $body (local.get $x)))
              (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
            (i64.extend_i32_u (local.get $x))))
        """;
}
