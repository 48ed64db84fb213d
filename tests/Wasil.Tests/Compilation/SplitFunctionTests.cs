using System.Globalization;
using System.Text;

namespace Wasil.Tests.Compilation;

/// <summary>
/// Functions that are compiled in parts do what they do whole, and nobody sees the parts: the spec suite and the guests run so with
/// WASIL_SPLIT set, random programs always.
/// </summary>
public class SplitFunctionTests
{
    private static WasmEngine Engine(bool isSplit, bool interruptible = false)
    {
        var options = new WasmEngineOptions { Mode = WasmEngineMode.Compiled, Interruptible = interruptible, Features = WasmFeatures.All };
        if (isSplit)
            options.SplitAbove = 0;
        return new WasmEngine(options);
    }

    /// <summary>Ways out of a nest of blocks, from within arms that are parts: to loops, ends, with values, and out of the function.</summary>
    private const string Ways = """
        (module (memory (export "memory") 1) (global $count (mut i32) (i32.const 0))
          (func $note (param i32) (global.set $count (i32.add (i32.mul (global.get $count) (i32.const 31)) (local.get 0))))
          (func $check (param i32) (if (i32.eq (local.get 0) (i32.const 77)) (then unreachable)))
          (func $run (export "run") (param $n i32) (param $way i32) (result i64) (local $sum i64) (local $i i32) (local $f f64)
            (local.set $sum (i64.const 7))
            (loop $again
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (local.set $sum
                (i64.add (local.get $sum)
                  (block $value (result i64)
                    (block $end
                      (if (i32.and (local.get $i) (i32.const 1))
                        (then
                          (call $note (local.get $i))
                          (br_if $end (i32.eq (local.get $way) (i32.const 1)))
                          (if (i32.eq (local.get $way) (i32.const 2)) (then (return (i64.mul (local.get $sum) (i64.const 3)))))
                          (if (i32.eq (local.get $way) (i32.const 3)) (then (br $value (i64.const 1000))))
                          (local.set $f (f64.add (local.get $f) (f64.convert_i32_s (local.get $i)))))
                        (else
                          (call $check (local.get $way))
                          (i64.store (i32.const 16) (local.get $sum))
                          (if (i32.eq (local.get $way) (i32.const 4)) (then (drop (i32.load (i32.const 65533)))))
                          (if (i32.eq (local.get $way) (i32.const 5)) (then (drop (i32.load (i32.add (local.get $i) (i32.const 65535))))))
                          (if (i32.eq (local.get $way) (i32.const 6)) (then (drop (i32.div_s (local.get $i) (i32.const 0)))))
                          (br_if $again (i32.lt_s (local.get $i) (local.get $n))))))
                    (i64.trunc_f64_s (local.get $f)))))
              (br_if $again (i32.lt_s (local.get $i) (local.get $n))))
            (i64.add (local.get $sum) (i64.extend_i32_u (global.get $count))))
          (func $deep (export "deep") (param $n i32) (result i32) (local $sum i32)
            (if (local.get $n)
              (then
                (call $note (local.get $n))
                (local.set $sum (call $deep (i32.sub (local.get $n) (i32.const 1))))
                (local.set $sum (i32.add (local.get $sum) (i32.const 1)))))
            (local.get $sum))
          (func (export "endless") (param $n i32)
            (if (local.get $n) (then (call $note (local.get $n)) (loop $l (call $note (i32.const 1)) (br $l))))))
        """;

    [Fact]
    public void Every_way_out_of_a_part_leads_where_it_led()
    {
        for (int way = 0; way <= 6; way++)
        {
            for (int count = 0; count < 6; count++)
                Assert.Equal(Outcome(Engine(isSplit: false), count, way), Outcome(Engine(isSplit: true), count, way));
        }
    }

    // What a part has written before a branch is read where the branch goes, and nowhere else. No part can hold the branch itself,
    // which looks at a reference that is a local, or takes one along.
    [Theory]
    [InlineData("(br_if $taken (i32.ne (local.get $way) (ref.is_null (local.get $object))))", "")]
    [InlineData("(br_on_null $taken (local.get $null)) (drop)", "")]
    [InlineData("(br_on_non_null $taken (local.get $object))", "(result (ref $object))")]
    [InlineData("(br_on_cast $taken anyref (ref $object) (local.get $object)) (drop)", "(result (ref $object))")]
    [InlineData("(br_on_cast_fail $taken anyref (ref i31) (local.get $object)) (drop)", "(result anyref)")]
    [InlineData(
        "(br_on_cast_desc_eq $taken anyref (ref $object) (local.get $object) (global.get $descriptor)) (drop)", "(result (ref $object))")]
    [InlineData(
        "(br_on_cast_desc_eq_fail $taken anyref (ref $object) (local.get $null) (global.get $descriptor)) (drop)", "(result anyref)")]
    [InlineData("(br_on_cast $taken anyref (ref $object) (global.get $object)) (drop)", "(result (ref $object))")]
    [InlineData(
        "(br_on_cast_desc_eq $taken anyref (ref $object) (global.get $object) (global.get $descriptor)) (drop)", "(result (ref $object))")]
    public void What_is_written_before_a_branch_is_there_where_it_goes(string branch, string result)
    {
        string text = $"""
            (rec
              (type $object (descriptor $descriptor) (struct))
              (type $descriptor (describes $object) (struct)))
            (global $descriptor (ref (exact $descriptor)) (struct.new $descriptor))
            (global $object (ref null $object) (struct.new_desc $object (global.get $descriptor)))
            (global $count (mut i32) (i32.const 0))
            (func (export "f") (param $way i32) (result i32)
              (local $value i32) (local $object (ref null $object)) (local $null (ref null $object))
              (local.set $object (global.get $object))
              (block $taken {result}
                (if (local.get $way)
                  (then (local.set $value (i32.add (local.get $way) (i32.const 40))) (global.set $count (local.get $way))))
                {branch}
                (return (i32.const -1)))
              {(result.Length > 0 ? "(drop)" : "")}
              (local.get $value))
            """;
        foreach (bool isSplit in (bool[])[false, true])
        {
            using WasmInstance instance = Engine(isSplit).Compile(text).Instantiate();
            Assert.Equal(47, instance.GetFunction<Func<int, int>>("f")(7));
        }
    }

    [Fact]
    public void A_trap_in_a_part_has_the_stack_and_the_offset_that_it_has_in_the_whole_function()
    {
        string whole = Outcome(Engine(isSplit: false), 6, 77);
        Assert.Equal(whole, Outcome(Engine(isSplit: true), 6, 77));
        Assert.Matches("^trap Unreachable: check.1.:0x[0-9a-f]+ <- run.2. ", whole);
    }

    [Fact]
    public void Parts_take_their_share_of_the_stack()
    {
        using WasmInstance instance = Engine(isSplit: true).Compile(Ways).Instantiate();
        var deep = instance.GetFunction<Func<int, int>>("deep");
        Assert.Equal(1_000, deep(1_000));
        for (int i = 0; i < 3; i++)
        {
            TrapException trap = Assert.Throws<TrapException>(() => deep(100_000_000));
            Assert.Equal(TrapKind.CallStackExhausted, trap.Kind);
        }

        Assert.Equal(1_000, deep(1_000));
    }

    [Fact]
    public void A_loop_in_a_part_can_be_interrupted()
    {
        using WasmInstance instance = Engine(isSplit: true, interruptible: true).Compile(Ways).Instantiate();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.ThrowsAny<OperationCanceledException>(() => instance.GetFunction("endless").Invoke([(WasmValue)1], [], cancellation.Token));
    }

    [Fact]
    public void A_function_beyond_what_the_JIT_compiler_optimises_is_split_by_itself()
    {
        // Some 200 KB of CIL, with a way back and one out now and then.
        var text = new StringBuilder("(func (export \"f\") (param $n i32) (result i32) (local $a i32) (local $b i32) (local $c i64) (block $out (loop $again");
        for (int i = 0; i < 4_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"(local.set $a (i32.add (i32.mul (local.get $a) (i32.const 33)) (i32.xor (local.get $b) (i32.const {i}))))");
            text.Append("(local.set $b (i32.rotl (local.get $a) (i32.wrap_i64 (local.get $c))))");
            if (i % 16 == 0)
                text.Append(CultureInfo.InvariantCulture, $"(local.set $c (i64.add (local.get $c) (i64.extend_i32_u (local.get $b)))) (br_if $out (i32.eq (local.get $b) (i32.const {i})))");
        }

        text.Append("(br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))) (i32.xor (local.get $a) (i32.wrap_i64 (local.get $c))))");
        WasmEngine interpreter = new(new WasmEngineOptions { Mode = WasmEngineMode.Interpreted });
        using WasmInstance compiled = Engine(isSplit: false).Compile(text.ToString()).Instantiate();
        using WasmInstance interpreted = interpreter.Compile(text.ToString()).Instantiate();
        Assert.Equal(interpreted.GetFunction<Func<int, int>>("f")(9), compiled.GetFunction<Func<int, int>>("f")(9));
    }

    private static string Outcome(WasmEngine engine, int count, int way)
    {
        using WasmInstance instance = engine.Compile(Ways).Instantiate();
        string outcome;
        try
        {
            outcome = string.Create(CultureInfo.InvariantCulture, $"{instance.GetFunction<Func<int, int, long>>("run")(count, way)}");
        }
        catch (TrapException trap)
        {
            outcome = $"trap {trap.Kind}: {string.Join(" <- ", trap.WasmStack)} ";
        }

        return string.Create(CultureInfo.InvariantCulture, $"{outcome} memory {instance.Memory.Slice(16, 1)[0]}");
    }

    // Four instructions of a byte each, three of which name a local: the limit of those is reached long before the others.
    [Fact]
    public void What_names_locals_more_often_than_the_compiler_optimises_is_split()
    {
        string statement = "(local.set $a (i32.add (local.get $b) (local.get $a))) (local.set $b (i32.xor (local.get $a) (local.get $b)))";
        string text = $$"""
            (module (func $many (export "many") (param $n i32) (result i32) (local $a i32) (local $b i32)
              (local.set $b (local.get $n))
              {{string.Concat(Enumerable.Repeat(statement, 2_000))}}
              (local.get $a)))
            """;
        using var methods = new JittedMethods();
        using WasmInstance guest = new WasmEngine(new WasmEngineOptions { Mode = WasmEngineMode.Compiled }).Compile(text).Instantiate();
        guest.GetFunction<Func<int, int>>("many")(1);
        using WasmInstance small = new WasmEngine(new WasmEngineOptions { Mode = WasmEngineMode.Compiled })
            .Compile("(module (func (export \"one\") (param i32) (result i32) (local.get 0)))").Instantiate();
        small.GetFunction<Func<int, int>>("one")(1);
        SpinWait.SpinUntil(() => methods.Seen >= 2, TimeSpan.FromSeconds(30));
        Assert.True(methods.Seen >= 2);
        Assert.Equal(0, methods.NotOptimized);
    }
}
