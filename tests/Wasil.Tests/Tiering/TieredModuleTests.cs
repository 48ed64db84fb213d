using System.Globalization;
using Wasil.Tiering;

namespace Wasil.Tests.Tiering;

public class TieredModuleTests
{
    // Each takes a number of rounds, and has a loop that is in the middle of something else.
    private const string Loops = """
        (module
          (elem declare func $note)
          (global $calls (mut i32) (i32.const 0))
          (func $note (param i32) (result i32)
            (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
            (i32.add (local.get 0) (global.get $calls)))
          (func (export "plain") (param i32) (result i32) (local $i i32) (local $sum i32)
            (loop $next
              (local.set $sum (i32.add (local.get $sum) (i32.mul (local.get $i) (i32.const 3))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br_if $next (i32.lt_u (local.get $i) (local.get 0))))
            (local.get $sum))
          (func (export "nested") (param i32) (result i32) (local $i i32) (local $j i32) (local $sum i32)
            (loop $outer
              (local.set $sum (i32.add (call $note (local.get $sum)) (i32.const 7)))
              (local.set $j (i32.const 0))
              (block $done
                (br_if $done (i32.eq (i32.rem_u (local.get $i) (i32.const 5)) (i32.const 4)))
                (loop $inner
                  (local.set $sum (i32.xor (i32.mul (local.get $sum) (i32.const 31)) (local.get $j)))
                  (local.set $j (i32.add (local.get $j) (i32.const 1)))
                  (br_if $done (i32.gt_u (local.get $j) (i32.add (local.get $i) (i32.const 2))))
                  (br_if $inner (i32.lt_u (local.get $j) (local.get 0)))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br_if $outer (i32.lt_u (local.get $i) (local.get 0))))
            (local.get $sum))
          (func (export "arms") (param i32) (result i32) (local $i i32) (local $j i32) (local $sum i32)
            (loop $outer
              (local.set $j (i32.const 0))
              (local.set $sum
                (if (result i32) (i32.and (call $note (local.get $i)) (i32.const 1))
                  (then
                    (loop $even
                      (local.set $sum (i32.add (local.get $sum) (local.get $j)))
                      (local.set $j (i32.add (local.get $j) (i32.const 2)))
                      (br_if $even (i32.lt_u (local.get $j) (local.get 0))))
                    (i32.add (local.get $sum) (i32.const 1)))
                  (else
                    (local.set $sum (i32.rotl (local.get $sum) (i32.const 5)))
                    (loop $odd
                      (local.set $sum (i32.sub (local.get $sum) (local.get $j)))
                      (local.set $j (i32.add (local.get $j) (i32.const 3)))
                      (br_if $odd (i32.lt_u (local.get $j) (local.get 0))))
                    (i32.mul (local.get $sum) (i32.const 9)))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br_if $outer (i32.lt_u (local.get $i) (local.get 0))))
            (local.get $sum))
          (func (export "once") (param i32) (result i32) (local $i i32) (local $sum i32)
            (if (result i32) (i32.gt_u (local.get 0) (i32.const 3))
              (then
                (block $out
                  (loop $next
                    (local.set $sum (i32.add (local.get $sum) (i32.const 11)))
                    (local.set $i (i32.add (local.get $i) (i32.const 1)))
                    (br_if $out (i32.eq (local.get $i) (i32.const 1000)))
                    (br_if $next (i32.lt_u (local.get $i) (local.get 0)))))
                (local.get $sum))
              (else
                (loop $next
                  (local.set $sum (i32.sub (local.get $sum) (i32.const 1)))
                  (local.set $i (i32.add (local.get $i) (i32.const 1)))
                  (br_if $next (i32.le_u (local.get $i) (local.get 0))))
                (i32.mul (local.get $sum) (i32.const 100)))))
          (func (export "switch") (param i32) (result i32) (local $i i32) (local $sum i32)
            (loop $outer
              (block $c
                (block $b
                  (block $a
                    (br_table $a $b $c $b (i32.and (local.get $i) (i32.const 3))))
                  (local.set $sum (i32.add (local.get $sum) (i32.const 5))))
                (loop $again
                  (local.set $sum (i32.add (local.get $sum) (i32.const 1)))
                  (local.set $i (i32.add (local.get $i) (i32.const 1)))
                  (br_if $outer (i32.eq (i32.rem_u (local.get $sum) (i32.const 13)) (i32.const 1)))
                  (br_if $again (i32.rem_u (local.get $i) (i32.const 7)))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br_if $outer (i32.lt_u (local.get $i) (local.get 0))))
            (local.get $sum))
          (func (export "kinds") (param i32) (result i32) (local $i i32) (local $long i64) (local $single f32) (local $double f64)
            (local $vector v128) (local $reference externref) (local $function funcref)
            (local.set $function (ref.func $note))
            (local.set $vector (v128.const i32x4 1 2 3 4))
            (loop $next
              (local.set $long (i64.add (local.get $long) (i64.const 0x100000001)))
              (local.set $single (f32.add (local.get $single) (f32.const 0.5)))
              (local.set $double (f64.sub (local.get $double) (f64.const 0.25)))
              (local.set $vector (i32x4.add (local.get $vector) (i32x4.splat (local.get $i))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br_if $next (i32.lt_u (local.get $i) (local.get 0))))
            (i32.add
              (i32.add (i32.wrap_i64 (i64.shr_u (local.get $long) (i64.const 31))) (i32.trunc_f32_s (local.get $single)))
              (i32.add
                (i32.add (i32.trunc_f64_s (local.get $double)) (i32x4.extract_lane 3 (local.get $vector)))
                (i32.add (ref.is_null (local.get $reference)) (i32.mul (i32.const 2) (ref.is_null (local.get $function)))))))
          (func (export "waiting") (param i32) (result i32) (local $i i32)
            (i32.add
              (call $note (i32.const 40))
              (block (result i32)
                (loop $next
                  (local.set $i (i32.add (local.get $i) (i32.const 1)))
                  (br_if $next (i32.lt_u (local.get $i) (local.get 0))))
                (local.get $i)))))
        """;

    public static TheoryData<string> Functions => ["plain", "nested", "arms", "once", "switch", "kinds", "waiting"];

    // What stands before the inner loop is copied into a block more, which this branch would have to leave as well.
    [Theory]
    [InlineData("(br_on_cast_desc_eq $out anyref (ref $object) (global.get $object) (global.get $descriptor)) (drop)")]
    [InlineData("(br_on_cast $out anyref (ref $object) (global.get $object)) (drop)")]
    public void A_branch_on_a_cast_before_a_loop_leads_where_it_led(string branch)
    {
        string text = $"""
            (rec (type $object (descriptor $describing) (struct)) (type $describing (describes $object) (struct)))
            (global $descriptor (ref (exact $describing)) (struct.new $describing))
            (global $object (mut (ref null $object)) (ref.null $object))
            (func (export "f") (param $rounds i32) (result i32) (local $i i32) (local $j i32) (local $sum i32)
              (drop (block $out (result anyref)
                (loop $outer
                  (if (i32.gt_u (local.get $i) (i32.const 40))
                    (then (global.set $object (struct.new_desc $object (global.get $descriptor)))))
                  {branch}
                  (local.set $j (i32.const 0))
                  (loop $inner
                    (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (local.get $j)))
                    (br_if $inner (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 1))) (local.get $rounds))))
                  (local.set $i (i32.add (local.get $i) (i32.const 1)))
                  (br_if $outer (i32.lt_u (local.get $i) (i32.const 90))))
                (ref.null any)))
              (i32.add (local.get $sum) (local.get $i)))
            """;
        using WasmInstance expected = new WasmEngine(new WasmEngineOptions { Mode = WasmEngineMode.Interpreted, Features = WasmFeatures.All })
            .Compile(text).Instantiate();
        using WasmInstance instance = Engine(budget: 1).Compile(text).Instantiate();
        Assert.Equal(expected.GetFunction<Func<int, int>>("f")(30), instance.GetFunction<Func<int, int>>("f")(30));
    }

    private static WasmEngine Engine(int budget, bool isInterruptible = false) => new(new WasmEngineOptions
    {
        Mode = WasmEngineMode.Auto,
        Interruptible = isInterruptible,
        Features = WasmFeatures.All,
        Tiering = new TieringOptions(budget, InBackground: false, MinimumBytes: 0),
    });

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_loop_goes_on_in_compiled_code_wherever_it_stands(string name)
    {
        using WasmInstance expected = new WasmEngine(new WasmEngineOptions { Mode = WasmEngineMode.Compiled }).Compile(Loops).Instantiate();
        foreach (int budget in (int[])[0, 1, 2, 3, 5, 8, 13])
        {
            WasmModule module = Engine(budget).Compile(Loops);
            for (int rounds = 1; rounds < 60; rounds += 7)
            {
                // A module's code stays, and so only the first instances begin in the interpreter.
                using WasmInstance fresh = Engine(budget).Compile(Loops).Instantiate();
                using WasmInstance used = module.Instantiate();
                using WasmInstance other = expected.Module.Instantiate();
                int result = other.GetFunction<Func<int, int>>(name)(rounds);
                Assert.Equal(result, fresh.GetFunction<Func<int, int>>(name)(rounds));
                Assert.Equal(result, used.GetFunction<Func<int, int>>(name)(rounds));
            }
        }
    }

    [Fact]
    public void Loops_are_entered_save_where_operands_wait()
    {
        foreach (string name in (string[])["plain", "nested", "arms", "once", "switch", "kinds"])
        {
            WasmModule module = Engine(budget: 0).Compile(Loops);
            using WasmInstance guest = module.Instantiate();
            guest.GetFunction<Func<int, int>>(name)(50);
            Assert.True(((TieredModule)module.Code).TierUp.Made.Loops == 1, name);
        }

        WasmModule waiting = Engine(budget: 0).Compile(Loops);
        using WasmInstance last = waiting.Instantiate();
        last.GetFunction<Func<int, int>>("waiting")(50);
        Assert.Equal((2, 0), ((TieredModule)waiting.Code).TierUp.Made);
    }

    [Fact]
    public void An_inner_loop_is_entered_in_the_outer_ones_first_round()
    {
        const string text = """
            (module (func (export "run") (param $rounds i32) (result i32) (local $i i32) (local $j i32)
              (loop $outer
                (local.set $j (i32.const 0))
                (loop $inner
                  (br_if $inner (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 1))) (local.get $rounds))))
                (br_if $outer (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 3))))
              (i32.add (local.get $i) (local.get $j))))
            """;
        WasmModule module = Engine(budget: 100).Compile(text);
        using WasmInstance guest = module.Instantiate();
        Assert.Equal(100_003, guest.GetFunction<Func<int, int>>("run")(100_000));
        Assert.Equal((1, 1), ((TieredModule)module.Code).TierUp.Made);
    }

    [Fact]
    public void Functions_that_are_called_seldom_stay_in_the_interpreter()
    {
        WasmModule module = Engine(budget: 50).Compile(Loops);
        using WasmInstance guest = module.Instantiate();
        var plain = guest.GetFunction<Func<int, int>>("plain");
        for (int i = 0; i < 3; i++)
            plain(4);
        Assert.Equal((0, 0), ((TieredModule)module.Code).TierUp.Made);
        for (int i = 0; i < 200; i++)
            Assert.Equal(18, plain(4));
        Assert.Equal((1, 0), ((TieredModule)module.Code).TierUp.Made);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_trap_behind_a_loop_tells_where_it_was(int budget)
    {
        const string text = """
            (module $trapping
              (func $outer (export "run") (param i32)
                (call $inner (local.get 0)))
              (func $inner (param i32) (local $i i32) (local $j i32)
                (loop $next
                  (local.set $j (i32.const 5))
                  (loop $again
                    (local.set $i (i32.add (local.get $i) (i32.const 1)))
                    (br_if $again (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))
                  (br_if $next (i32.lt_u (local.get $i) (local.get 0))))
                (drop (i32.div_u (local.get $i) (local.get $j)))))
            """;
        TrapException expected = Assert.Throws<TrapException>(() => Run(new WasmEngine(new WasmEngineOptions { Mode = WasmEngineMode.Interpreted })));
        TrapException actual = Assert.Throws<TrapException>(() => Run(Engine(budget)));
        Assert.Equal(expected.Kind, actual.Kind);
        Assert.Equal(expected.Offset, actual.Offset);
        Assert.Equal(expected.WasmStack.Select(frame => frame.FunctionIndex), actual.WasmStack.Select(frame => frame.FunctionIndex));

        void Run(WasmEngine engine)
        {
            using WasmInstance guest = engine.Compile(text).Instantiate();
            guest.GetFunction<Action<int>>("run")(100);
        }
    }

    [Fact]
    public void Exceptions_pass_between_the_engines()
    {
        const string text = """
            (module
              (tag $odd (param i32))
              (func $throw (param i32)
                (if (i32.and (local.get 0) (i32.const 1)) (then (throw $odd (local.get 0)))))
              (func (export "run") (param $rounds i32) (result i32) (local $i i32) (local $sum i32)
                (loop $next
                  (local.set $sum (i32.add (local.get $sum)
                    (block $caught (result i32)
                      (try_table (catch $odd $caught) (call $throw (local.get $i)))
                      (i32.const 1000))))
                  (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $rounds))))
                (local.get $sum)))
            """;
        foreach (int budget in (int[])[0, 1, 4, 20])
        {
            using WasmInstance guest = Engine(budget).Compile(text).Instantiate();
            for (int i = 0; i < 3; i++)
                Assert.Equal((50 * 1000) + (50 * 50), guest.GetFunction<Func<int, int>>("run")(100));
        }
    }

    [Theory]
    [InlineData("try_table (catch $odd $caught)", "")]
    [InlineData("try (result i32) (do", "(catch $odd))")]
    public void A_loop_is_entered_within_what_catches(string before, string after)
    {
        string text = $$"""
            (module
              (tag $odd (param i32))
              (func $throw (param i32)
                (if (i32.gt_u (local.get 0) (i32.const 90)) (then (throw $odd (local.get 0)))))
              (func (export "run") (param $rounds i32) (result i32) (local $i i32)
                (block $caught (result i32)
                  ({{before}}
                    (loop $next
                      (call $throw (local.get $i))
                      (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $rounds))))
                    {{(after.Length > 0 ? "(i32.const -1))" : ")")}} {{after}}
                  {{(after.Length > 0 ? "" : "(i32.const -1)")}})))
            """;
        foreach (int budget in (int[])[0, 1, 4])
        {
            WasmModule module = Engine(budget).Compile(text);
            using WasmInstance guest = module.Instantiate();
            Assert.Equal(91, guest.GetFunction<Func<int, int>>("run")(100));
            Assert.True(((TieredModule)module.Code).TierUp.Made.Loops == 1);
            Assert.Equal(-1, guest.GetFunction<Func<int, int>>("run")(50));
        }
    }

    [Fact]
    public void What_cannot_be_interpreted_is_compiled()
    {
        // Two slots each, of which a frame has 65,536.
        string text = $"(module (func (export \"run\") (param i32) (result i32) (local {string.Concat(Enumerable.Repeat("v128 ", 40_000))}) (local.get 0)))";
        using WasmInstance guest = Engine(budget: 1_000).Compile(text).Instantiate();
        Assert.Equal(7, guest.GetFunction<Func<int, int>>("run")(7));
        Assert.Equal(8, guest.GetFunction<Func<int, int>>("run")(8));
    }

    [Fact]
    public void Compiled_code_comes_while_the_guest_runs()
    {
        var engine = new WasmEngine(new WasmEngineOptions
        {
            Interruptible = true,
            Tiering = new TieringOptions(10, InBackground: true, MinimumBytes: 0),
        });
        WasmModule module = engine.Compile("""
            (module
              (global $rounds (export "rounds") (mut i64) (i64.const 0))
              (func (export "run") (loop $next
                (global.set $rounds (i64.add (global.get $rounds) (i64.const 1)))
                (br $next))))
            """);
        using WasmInstance guest = module.Instantiate();
        using var end = new CancellationTokenSource();
        var tierUp = ((TieredModule)module.Code).TierUp;
        var watching = new Thread(() =>
        {
            SpinWait.SpinUntil(() => tierUp.Made == (1, 1), TimeSpan.FromSeconds(60));
            end.CancelAfter(50);
        });
        watching.Start();
        Assert.Throws<OperationCanceledException>(() => guest.GetFunction<Action<CancellationToken>>("run")(end.Token));
        watching.Join();
        Assert.Equal((1, 1), tierUp.Made);
    }

    // In the background, it may be compiled at any time.
    [Fact]
    public void A_function_that_was_compiled_right_after_it_was_bound_to_the_interpreter_runs()
    {
        WasmModule module = Engine(budget: 1_000).Compile(Loops);
        using WasmInstance guest = module.Instantiate();
        var function = guest.GetFunction("plain").Instance;
        Delegate bound = function.Instance.CodeOf(function);
        ((TieredModule)module.Code).TierUp.Compile(function.Index);
        Assert.Equal(18, guest.GetFunction<Func<int, int>>("plain")(4));
        Assert.NotSame(bound, function.Instance.CodeOf(function));
    }

    // What waits is compiled even when the guest that asked for it was ended.
    [Fact]
    public void A_guest_cannot_have_more_compiled_behind_its_back_than_waits_at_once()
    {
        const int count = 4_000;
        string functions = string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"(func $f{i} {string.Concat(Enumerable.Repeat("(drop (i64.const 77))", 100))})")));
        string calls = string.Concat(Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"(call $f{i})")));
        WasmModule module = new WasmEngine(new WasmEngineOptions { Tiering = new TieringOptions(0, InBackground: true, MinimumBytes: 0) })
            .Compile($"(module {functions} (func (export \"run\") {calls}))");
        using WasmInstance guest = module.Instantiate();
        TierUp tierUp = ((TieredModule)module.Code).TierUp;
        guest.GetFunction<Action>("run")();
        Assert.InRange(tierUp.WaitingBytes, 0, 1 << 18);
        Assert.True(SpinWait.SpinUntil(() => tierUp.WaitingBytes == 0, TimeSpan.FromSeconds(60)));
        // Those that found no room are asked for again.
        for (int i = 0; i < 200 && tierUp.Made.Functions < count; i++)
        {
            guest.GetFunction<Action>("run")();
            SpinWait.SpinUntil(() => tierUp.WaitingBytes == 0, TimeSpan.FromSeconds(60));
        }

        Assert.InRange(tierUp.Made.Functions, count, count + 1);
    }

    [Fact]
    public void Small_modules_are_compiled_from_the_start_and_those_with_tail_calls_too()
    {
        var engine = new WasmEngine(new WasmEngineOptions { Tiering = new TieringOptions(1_000, InBackground: true, MinimumBytes: 1 << 20) });
        Assert.IsNotType<TieredModule>(engine.Compile("(module (func))").Code);
        Assert.IsNotType<TieredModule>(Engine(0).Compile("(module (func $f (return_call $f)))").Code);
        string functions = string.Concat(Enumerable.Range(0, 200).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"(func {string.Concat(Enumerable.Repeat($"(drop (i64.const {i}))", 2_000))})")));
        Assert.IsType<TieredModule>(engine.Compile($"(module {functions})").Code);
    }
}
