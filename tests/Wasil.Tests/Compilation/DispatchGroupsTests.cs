using System.Globalization;
using System.Text;

namespace Wasil.Tests.Compilation;

/// <summary>
/// Functions that are one loop around one table, as Go's compiler makes them, are put into groups where they are to be split: whatever they do
/// to go from piece to piece, they do the same then.
/// </summary>
public class DispatchGroupsTests
{
    private static readonly WasmEngine Interpreted = new(new WasmEngineOptions { Mode = WasmEngineMode.Interpreted });
    private static readonly WasmEngine Whole = new(new WasmEngineOptions { Mode = WasmEngineMode.Compiled });
    private static readonly WasmEngine Split = new(new WasmEngineOptions { Mode = WasmEngineMode.Compiled, SplitAbove = 0 });

    [Fact]
    public void Random_pieces_go_where_they_went()
    {
        int traps = 0, results = 0;
        for (int seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            string text = Function(random, random.Next(2, 40), random.Next(1, 6));
            string[] expected = Outcomes(Interpreted, text);
            foreach (WasmEngine engine in (WasmEngine[])[Whole, Split])
            {
                string[] actual = Outcomes(engine, text);
                for (int i = 0; i < expected.Length; i++)
                    Assert.True(expected[i] == actual[i], $"seed {seed}, argument {i}: {actual[i]}, not {expected[i]}");
            }

            traps += expected.Count(outcome => outcome.StartsWith("trap", StringComparison.Ordinal));
            results += expected.Count(outcome => !outcome.StartsWith("trap", StringComparison.Ordinal));
        }

        // Else the pieces would hardly ever be left.
        Assert.True(results > 500 && traps > 50, $"{results} results, {traps} traps");
    }

    [Fact]
    public void A_large_function_is_split_by_itself_and_optimised()
    {
        string text = Function(new Random(7), 600, 40);
        using var methods = new JittedMethods();
        string[] actual = Outcomes(Whole, text);
        Assert.Equal(Outcomes(Interpreted, text), actual);
        // What the runtime tells of methods comes late.
        SpinWait.SpinUntil(() => methods.Seen >= 10, TimeSpan.FromSeconds(30));
        Assert.True(methods.Seen >= 10, $"{methods.Seen} methods");
        Assert.Equal(0, methods.NotOptimized);
    }

    // Such a branch is not one that can be written anew, so there are no groups.
    [Theory]
    [InlineData("(br_on_cast_desc_eq $out anyref (ref $object) (global.get $object) (global.get $descriptor)) (drop)", 20)]
    [InlineData("(br_on_cast_desc_eq_fail $out anyref (ref $other) (global.get $object) (global.get $otherwise)) (drop)", 20)]
    [InlineData("(br_on_cast $out anyref (ref $object) (global.get $object)) (drop)", 20)]
    [InlineData("(br_on_cast $out anyref (ref i31) (global.get $object)) (drop)", 31)]
    public void A_branch_on_a_cast_out_of_a_piece_leads_where_it_led(string branch, int expected)
    {
        string text = $"""
            (rec (type $object (descriptor $describing) (struct)) (type $describing (describes $object) (struct)))
            (rec (type $other (descriptor $another) (struct (field i32))) (type $another (describes $other) (struct)))
            (global $descriptor (ref (exact $describing)) (struct.new $describing))
            (global $otherwise (ref (exact $another)) (struct.new $another))
            (global $object (ref null $object) (struct.new_desc $object (global.get $descriptor)))
            (func (export "f") (param $next i32) (result i32) (local $sum i32)
              (drop (block $out (result anyref)
                (loop $again
                  (block (block (block (block (br_table 0 1 2 3 (local.get $next)))
                    (local.set $sum (i32.const 10)) (local.set $next (i32.const 2)) (br $again))
                    (local.set $sum (i32.const 11)) (local.set $next (i32.const 3)) (br $again))
                    (local.set $sum (i32.add (local.get $sum) (i32.const 10)))
                    {branch}
                    (local.set $sum (i32.add (local.get $sum) (i32.const 10))))
                  (local.set $sum (i32.add (local.get $sum) (i32.const 1))))
                (ref.null any)))
              (local.get $sum))
            """;
        foreach (int splitAbove in (int[])[int.MaxValue, 0])
        {
            using WasmInstance instance = new WasmEngine(new WasmEngineOptions
            {
                Mode = WasmEngineMode.Compiled,
                SplitAbove = splitAbove,
                Features = WasmFeatures.All,
            }).Compile(text).Instantiate();
            Assert.Equal(expected, instance.GetFunction<Func<int, int>>("f")(0));
        }
    }

    // Tables that lead everywhere from everywhere would be as long for each group as for the function.
    [Fact]
    public void A_table_in_any_order_does_not_become_many()
    {
        const int Pieces = 4_000;
        var text = new StringBuilder("(func (export \"f\") (param $next i32) (result i32) (local $sum i32) (loop $again ");
        for (int i = 0; i < Pieces; i++)
            text.Append("(block ");
        text.Append("(br_table");
        for (int i = 0; i < 200_000; i++)
            text.Append(CultureInfo.InvariantCulture, $" {(i * 7_919L) % Pieces}");
        text.Append(" 0 (local.get $next))");
        for (int i = 0; i < Pieces; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $") (local.set $sum (i32.xor (i32.mul (local.get $sum) (i32.const 31)) (i32.const {i})))");
            text.Append("(local.set $sum (i32.rotl (local.get $sum) (i32.const 3)))");
        }

        text.Append(") (local.get $sum))");
        using WasmInstance compiled = Whole.Compile(text.ToString()).Instantiate();
        using WasmInstance interpreted = Interpreted.Compile(text.ToString()).Instantiate();
        foreach (int next in (int[])[0, 1, 3_999, 199_999, 200_000, -1])
            Assert.Equal(interpreted.GetFunction<Func<int, int>>("f")(next), compiled.GetFunction<Func<int, int>>("f")(next));
    }

    private static string[] Outcomes(WasmEngine engine, string text)
    {
        using WasmInstance instance = engine.Compile(text).Instantiate();
        var run = instance.GetFunction<Func<int, int, long>>("f");
        return [.. Enumerable.Range(0, 12).Select(i =>
        {
            try
            {
                return run(i < 10 ? i : i == 10 ? -1 : 1_000_000, 60).ToString(CultureInfo.InvariantCulture);
            }
            catch (TrapException trap)
            {
                return $"trap {trap.Kind}: {string.Join(" <- ", trap.WasmStack)}";
            }
        })];
    }

    /// <summary>A function of many pieces, which ends after so many of them.</summary>
    private static string Function(Random random, int pieces, int statements)
    {
        // Several numbers may lead to a piece, and none to some.
        int[] table = [.. Enumerable.Range(0, pieces).SelectMany(piece => Enumerable.Repeat(piece, random.Next(8) switch { 0 => 0, 1 => 3, _ => 1 }))];
        if (random.Next(4) == 0)
            random.Shuffle(table);
        if (table.Length == 0)
            table = [0];
        var text = new StringBuilder("""
            (memory 1)
            (func $helper (param i32) (result i32) (i32.rem_u (local.get 0) (i32.const 5)))
            (func $f (export "f") (param $next i32) (param $left i32) (result i64) (local $sum i64) (local $a i32) (local $other i32)
              (block $out
                (loop $again

            """);
        for (int i = 0; i < pieces; i++)
            text.Append("(block ");
        text.Append(CultureInfo.InvariantCulture, $"(br_table {string.Join(' ', table)} {random.Next(pieces)} (local.get $next))");
        for (int i = 0; i < pieces; i++)
        {
            text.Append(")\n");
            text.Append("(br_if $out (i32.eqz (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))");
            for (int k = random.Next(statements + 1); k > 0; k--)
                Statement(i);
            Leave();
        }

        text.Append("""
                )
              )
              (i64.add (local.get $sum) (i64.extend_i32_u (local.get $a))))
            """);
        return text.ToString();

        void Statement(int piece)
        {
            switch (random.Next(10))
            {
                case 0:
                    text.Append("(local.set $a (call $helper (i32.wrap_i64 (local.get $sum))))");
                    break;
                case 1:
                    text.Append(CultureInfo.InvariantCulture, $"(i64.store (i32.const {random.Next(64) * 8}) (local.get $sum))");
                    break;
                case 2:
                    text.Append(CultureInfo.InvariantCulture, $"(local.set $sum (i64.xor (local.get $sum) (i64.load (i32.const {random.Next(64) * 8}))))");
                    break;
                case 3:
                    // It is left where it stands in the way: a piece that reads it cannot be the first of a group.
                    text.Append("(local.set $other (local.get $next)) (local.set $a (i32.add (local.get $a) (local.get $other)))");
                    break;
                case 4:
                    text.Append("(block $inner (loop $round (br_if $inner (i32.gt_u (local.get $a) (i32.const 9))) ");
                    text.Append("(local.set $a (i32.add (local.get $a) (i32.const 1))) (br_if $round (i32.and (local.get $a) (i32.const 1)))");
                    text.Append("(br_if $out (i32.eq (local.get $a) (i32.const 8)))))");
                    break;
                case 5 when random.Next(6) == 0:
                    text.Append("(local.set $a (i32.div_u (local.get $a) (i32.and (i32.wrap_i64 (local.get $sum)) (i32.const 3))))");
                    break;
                case 6:
                    text.Append("(if (i32.and (local.get $a) (i32.const 1)) (then (local.set $a (i32.shr_u (local.get $a) (i32.const 1)))) ");
                    text.Append(CultureInfo.InvariantCulture, $"(else (local.set $next (i32.const {random.Next(table.Length)})) (br $again)))");
                    break;
                default:
                    text.Append(CultureInfo.InvariantCulture, $"(local.set $sum (i64.add (i64.mul (local.get $sum) (i64.const 31)) (i64.const {piece + 1})))");
                    break;
            }
        }

        void Leave()
        {
            string target = random.Next(table.Length + 1).ToString(CultureInfo.InvariantCulture);
            switch (random.Next(9))
            {
                case 0 or 1:
                    text.Append(CultureInfo.InvariantCulture, $"(local.set $next (i32.const {target})) (br $again)");
                    break;
                case 2:
                    text.Append(CultureInfo.InvariantCulture, $"(local.set $next (i32.rem_u (i32.wrap_i64 (local.get $sum)) (i32.const {table.Length + 2}))) (br $again)");
                    break;
                case 3:
                    text.Append(CultureInfo.InvariantCulture, $"(if (i64.eqz (i64.and (local.get $sum) (i64.const 1))) (then (local.set $next (i32.const {target})) (br $again)))");
                    break;
                case 4:
                    text.Append(CultureInfo.InvariantCulture, $"(local.set $next (i32.const {target}))");
                    text.Append("(block $stay (br_table $stay $again $out $stay (i32.and (local.get $a) (i32.const 7))))");
                    break;
                case 5 when random.Next(5) == 0:
                    text.Append("(return (local.get $sum))");
                    break;
                case 6:
                    text.Append(CultureInfo.InvariantCulture, $"(local.set $next (i32.const {target})) (br_if $again (i32.lt_u (local.get $a) (i32.const 4)))");
                    break;
            }
        }
    }
}
