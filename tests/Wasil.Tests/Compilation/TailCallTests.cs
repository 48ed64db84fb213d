using System.Text;
using Wasil.Tests.Api;

namespace Wasil.Tests.Compilation;

/// <summary>Tail calls need no stack, whatever calls whatever: each of these would exhaust it: a frame is larger than the two bytes that there are for each call.</summary>
public class TailCallTests
{
    private const int Calls = 100_000;

    private static readonly InstanceOptions SmallStack = new() { Limits = { StackBytes = 256 << 10 } };

    /// <summary>Functions that call each other in turn; each takes the count last, and gives 77 when it is zero.</summary>
    private static string Ring(string[] parameters, string locals = "", string before = "", string after = "")
    {
        var text = new StringBuilder();
        for (int i = 0; i < parameters.Length; i++)
        {
            int next = (i + 1) % parameters.Length;
            int count = Split(parameters[i]).Length;
            text.Append($"""
                (func $f{i} (param {parameters[i]} i32) (result i32) {locals}
                  (if (i32.eqz (local.get {count})) (then (return (i32.const 77))))
                  {before}
                  {Constants(parameters[next])} (i32.sub (local.get {count}) (i32.const 1))
                  return_call $f{next}
                  {after})

                """);
        }

        text.Append($"""(func (export "f") (param i32) (result i32) {Constants(parameters[0])} local.get 0 call $f0)""");
        return text.ToString();
    }

    private static string[] Split(string types) => types.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Constants(string types) => string.Concat(Split(types).Select(Constant));

    private static string Constant(string type) => type == "v128" ? "(v128.const i64x2 1 2) " : $"({type}.const 1) ";

    private static string Many(string types, int count) => string.Join(' ', Enumerable.Repeat(types, count));

    private static void Run(string text, WasmEngine? engine = null)
    {
        using WasmInstance guest = (engine ?? WasmEngine.Default).Compile(text).Instantiate(options: SmallStack);
        Assert.Equal(77, guest.GetFunction<Func<int, int>>("f")(Calls));
    }

    [Fact]
    public void Between_signatures_of_any_size() => Run(Ring(
    [
        "", "i32 i64 f32 f64", Many("i64", 12), Many("f64 i32", 7), Many("v128", 5), Many("i64", 40), "f32", Many("v128 i32 f64", 10),
    ]));

    [Fact]
    public void Out_of_interruptible_code() =>
        Run(Ring(["", "i64 i64", Many("i64", 20)]), new WasmEngine(new WasmEngineOptions { Interruptible = true }));

    [Fact]
    public void Out_of_functions_whose_locals_live_in_frame_memory() =>
        Run(Ring(["", "i64"], $"(local {Many("i64", 1_500)})"));

    [Fact]
    public void Out_of_functions_that_are_not_optimised() => Run(Ring(
        ["", "i64", Many("i64", 20)],
        before: $"{string.Concat(Enumerable.Repeat("(loop ", 70))}{new string(')', 70)}"));

    [Fact]
    public void Out_of_functions_that_are_too_large_to_be_optimised() => Run(Ring(
        ["", "i64", Many("i64", 20)],
        "(local $x i32)",
        string.Concat(Enumerable.Repeat("(local.set $x (i32.mul (i32.add (local.get $x) (i32.const 123)) (i32.const 31)))\n", 6_000))));

    [Fact]
    public void Out_of_handlers() => Run("(tag $t)" + Ring(
        ["", "i64", Many("i64", 20)], before: "block $h try_table (catch_all $h)", after: "end end unreachable"));

    [Theory]
    [InlineData("(return_call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (i32.and (local.get 0) (i32.const 1)))")]
    [InlineData("(return_call_ref $t (i32.sub (local.get 0) (i32.const 1)) (table.get (i32.and (local.get 0) (i32.const 1))))")]
    [InlineData("(block $h (try_table (catch_all $h) (return_call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (i32.and (local.get 0) (i32.const 1))))) (unreachable)")]
    [InlineData("(try (do (return_call_ref $t (i32.sub (local.get 0) (i32.const 1)) (table.get (i32.and (local.get 0) (i32.const 1))))) (catch_all)) (unreachable)")]
    public void From_instance_to_instance(string call)
    {
        using WasmInstance table = Wat.Instantiate("""
            (type $t (func (param i32) (result i32)))
            (table (export "table") 2 (ref null $t))
            """);
        string text = $$"""
            (type $t (func (param i32) (result i32)))
            (import "env" "table" (table 2 (ref null $t)))
            (func $f (export "f") (type $t)
              (if (i32.eqz (local.get 0)) (then (return (i32.const 77))))
              {{call}})
            (elem declare func $f)
            (func (export "set") (param i32) (table.set (local.get 0) (ref.func $f)))
            """;
        var imports = new WasmImports().Define("env", table);
        using WasmInstance even = WasmEngine.Default.Compile(text).Instantiate(imports, SmallStack);
        using WasmInstance odd = WasmEngine.Default.Compile(text).Instantiate(imports, SmallStack);
        even.GetFunction<Action<int>>("set")(0);
        odd.GetFunction<Action<int>>("set")(1);
        Assert.Equal(77, even.GetFunction<Func<int, int>>("f")(Calls));
        Assert.Equal(77, odd.GetFunction<Func<int, int>>("f")(Calls));
    }

    [Fact]
    public void To_imports_and_back()
    {
        using WasmInstance first = Wat.Instantiate(
            """
            (type $t (func (param i32) (result i32)))
            (table (export "table") 1 (ref null $t))
            (func (export "f") (type $t)
              (if (i32.eqz (local.get 0)) (then (return (i32.const 77))))
              (return_call_ref $t (i32.sub (local.get 0) (i32.const 1)) (table.get (i32.const 0))))
            """,
            options: SmallStack);
        using WasmInstance second = Wat.Instantiate(
            """
            (type $t (func (param i32) (result i32)))
            (import "first" "table" (table 1 (ref null $t)))
            (import "first" "f" (func $first (type $t)))
            (elem (table 0) (i32.const 0) (ref null $t) (item (ref.func $f)))
            (func $f (export "f") (type $t) (return_call $first (local.get 0)))
            """,
            new WasmImports().Define("first", first), SmallStack);
        Assert.Equal(77, second.GetFunction<Func<int, int>>("f")(Calls));
        Assert.Equal(77, first.GetFunction<Func<int, int>>("f")(Calls));
    }

    [Fact]
    public void To_functions_of_the_host()
    {
        int calls = 0;
        using WasmInstance guest = Wat.Instantiate(
            """
            (import "env" "f" (func $host (param i32) (result i32)))
            (func $f (param i32) (result i32) (return_call $host (local.get 0)))
            (func (export "f") (param i32) (result i32)
              (loop $again
                (drop (call $f (local.get 0)))
                (br_if $again (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
              (return_call $host (i32.const 77)))
            """,
            Wat.Env("f", (int n) =>
            {
                calls++;
                return n;
            }),
            SmallStack);
        Assert.Equal(77, guest.GetFunction<Func<int, int>>("f")(1_000));
        Assert.Equal(1_001, calls);
    }

    [Fact]
    public void To_itself_with_its_parameters_exchanged_and_its_locals_zero()
    {
        using WasmInstance guest = Wat.Instantiate("""
            (func $f (export "f") (param $a i64) (param $b i64) (param $n i32) (result i64) (local $x i64) (local $y v128)
              (if (i64.ne (local.get $x) (i64.const 0)) (then (unreachable)))
              (if (v128.any_true (local.get $y)) (then (unreachable)))
              (local.set $x (i64.const 1))
              (local.set $y (v128.const i64x2 1 1))
              (if (i32.eqz (local.get $n)) (then (return (i64.sub (local.get $a) (local.get $b)))))
              (return_call $f (local.get $b) (i64.add (local.get $a) (local.get $x)) (i32.sub (local.get $n) (i32.const 1))))
            """, options: SmallStack);
        var f = guest.GetFunction<Func<long, long, int, long>>("f");
        Assert.Equal(10 - 3, f(10, 3, 0));
        Assert.Equal(3 - 11, f(10, 3, 1));
        Assert.Equal(10 - 3, f(10, 3, 2 * Calls));
    }

    [Fact]
    public void Exception_of_a_callee_is_not_caught_where_the_caller_was()
    {
        using WasmInstance guest = Wat.Instantiate("""
            (tag $t)
            (func $throw (throw $t))
            (func $f (block $h (try_table (catch_all $h) (return_call $throw))))
            (func $g (try (do (return_call $throw)) (catch_all)))
            (func (export "f") (result i32) (block $h (try_table (catch_all $h) (call $f)) (return (i32.const 1))) (i32.const 2))
            (func (export "g") (result i32) (block $h (try_table (catch_all $h) (call $g)) (return (i32.const 1))) (i32.const 2))
            """);
        Assert.Equal(2, guest.GetFunction<Func<int>>("f")());
        Assert.Equal(2, guest.GetFunction<Func<int>>("g")());
    }
}
