namespace Wasil.Tests.Api;

/// <summary>Exceptions between guests and the host: who catches what, and what arrives.</summary>
public class ExceptionTests
{
    /// <summary>Catches whatever the import <c>env.f</c> lets out, and tells by which clause.</summary>
    private const string Catcher = """
        (module
          (import "env" "tag" (tag $tag (param i32 i64)))
          (import "env" "f" (func $f (param i32) (result i32)))
          (table funcref (elem $f))
          (tag $own)
          (func (export "catch") (param i32) (result i32)
            (block $all
              (block $tag (result i32 i64)
                (try_table (catch $own $all) (catch $tag $tag) (catch_all $all)
                  (return (call $f (local.get 0))))
                (unreachable))
              (return (i32.add (i32.wrap_i64) (i32.mul (i32.const 1000)))))
            (i32.const -1))
          (func (export "catch_legacy") (param i32) (result i32)
            (try (result i32)
              (do (call $f (local.get 0)))
              (catch $own (i32.const -2))
              (catch $tag (i32.add (i32.wrap_i64) (i32.mul (i32.const 1000))))
              (catch_all (i32.const -1))))
          (func (export "catch_indirect") (param i32) (result i32)
            (block $tag (result i32 i64)
              (return (try_table (result i32) (catch $tag $tag)
                (call_indirect (param i32) (result i32) (local.get 0) (i32.const 0)))))
            (return (i32.add (i32.wrap_i64) (i32.mul (i32.const 1000)))))
          (func (export "tail") (param i32) (result i32) (return_call $f (local.get 0)))
          (func (export "pass") (param i32) (result i32) (call $f (local.get 0)))
          (func (export "throw") (param i32) (throw $tag (local.get 0) (i64.const 7))))
        """;

    private static readonly WasmModule CatcherModule = WasmEngine.Default.Compile(Catcher);
    private readonly WasmTag _tag = new(ValType.I32, ValType.I64);

    private WasmInstance Instantiate(Func<int, int> f) => CatcherModule.Instantiate(
        new WasmImports().Define("env", "tag", _tag).Define("env", "f", f));

    [Theory]
    [InlineData("catch")]
    [InlineData("catch_legacy")]
    [InlineData("catch_indirect")]
    public void Guest_catches_what_the_host_throws(string name)
    {
        using WasmInstance guest = Instantiate(n => n == 0 ? 5 : throw new TaggedException(_tag, n, 23L));
        var call = guest.GetFunction<Func<int, int>>(name);
        Assert.Equal(5, call(0));
        Assert.Equal(23_009, call(9));
        Assert.Equal(5, call(0));
    }

    [Theory]
    [InlineData("catch")]
    [InlineData("catch_legacy")]
    public void Guest_catches_tags_that_it_does_not_know_by_catch_all(string name)
    {
        using WasmInstance guest = Instantiate(_ => throw new TaggedException(new WasmTag(ValType.I32, ValType.I64), 1, 2L));
        Assert.Equal(-1, guest.GetFunction<Func<int, int>>(name)(0));
    }

    [Theory]
    [InlineData("catch")]
    [InlineData("catch_legacy")]
    [InlineData("catch_indirect")]
    [InlineData("tail")]
    public void Other_exceptions_of_the_host_pass_through(string name)
    {
        Exception[] exceptions =
        [
            new InvalidOperationException("host"), new OperationCanceledException("host"), new WasmExitException(3),
            new FormatException("host"),
        ];
        using WasmInstance guest = Instantiate(n => throw exceptions[n]);
        for (int i = 0; i < exceptions.Length; i++)
        {
            Exception? thrown = Record.Exception(() => guest.GetFunction<Func<int, int>>(name)(i));
            Assert.Same(exceptions[i], thrown);
        }
    }

    [Theory]
    [InlineData("unreachable", "unreachable")]
    [InlineData("(drop (i32.load (i32.const -1)))", "out of bounds memory access")]
    [InlineData("(drop (i32.div_u (i32.const 1) (i32.const 0)))", "integer divide by zero")]
    [InlineData("(call $deep)", "call stack exhausted")]
    [InlineData("(call_indirect (i32.const 0))", "uninitialized element")]
    [InlineData("(throw_ref (ref.null exn))", "null exception reference")]
    public void Traps_are_not_caught(string trap, string message)
    {
        using WasmInstance guest = Wat.Instantiate($"""
            (memory 1) (table 1 funcref)
            (func $deep (call $deep) (call $deep))
            (func $trap {trap})
            (func (export "new") (block $all (try_table (catch_all $all) (call $trap))))
            (func (export "new_ref") (block $all (result exnref) (try_table (catch_all_ref $all) (call $trap)) (return)) drop)
            (func (export "near") (block $all (try_table (catch_all $all) {trap})))
            (func (export "old") (try (do (call $trap)) (catch_all)))
            (func (export "old_near") (try (do {trap}) (catch_all)))
            """);
        foreach (string name in (string[])["new", "new_ref", "near", "old", "old_near"])
            Assert.Equal(message, Assert.Throws<TrapException>(() => guest.GetFunction<Action>(name)()).Message);
    }

    [Fact]
    public void Cancellation_is_not_caught()
    {
        var engine = new WasmEngine(new WasmEngineOptions { Interruptible = true });
        using WasmInstance guest = engine.Compile("""
            (func $spin (loop $again (br $again)))
            (func (export "spin") (loop $again (block $all (try_table (catch_all $all) (call $spin))) (br $again)))
            (func (export "spin_old") (loop $again (try (do (call $spin)) (catch_all)) (br $again)))
            """).Instantiate(options: new InstanceOptions { SurvivesCancellation = true });
        foreach (string name in (string[])["spin", "spin_old"])
        {
            using var end = new CancellationTokenSource(20);
            Assert.Throws<OperationCanceledException>(() => guest.GetFunction<Action<CancellationToken>>(name)(end.Token));
        }
    }

    [Fact]
    public void Host_catches_what_the_guest_throws()
    {
        using WasmInstance guest = Instantiate(n => n);
        TaggedException thrown = Assert.Throws<TaggedException>(() => guest.GetFunction<Action<int>>("throw")(5));
        Assert.Same(_tag, thrown.Tag);
        Assert.Equal([5, 7L], thrown.Payload.ToArray());
        Assert.Equal("exception with 5, 7", thrown.Message);
        // The instance may be called again.
        Assert.Equal(3, guest.GetFunction<Func<int, int>>("catch")(3));
        Assert.Throws<TaggedException>(() => guest.GetFunction("throw").Invoke(1));
    }

    [Theory]
    [InlineData("pass")]
    [InlineData("tail")]
    public void Exception_of_the_host_comes_back_as_the_same_object(string name)
    {
        var exception = new TaggedException(_tag, 1, 2L);
        using WasmInstance guest = Instantiate(n => throw exception);
        Assert.Same(exception, Assert.Throws<TaggedException>(() => guest.GetFunction<Func<int, int>>(name)(0)));
        Assert.Contains(nameof(Exception_of_the_host_comes_back_as_the_same_object), exception.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Exception_tells_which_functions_it_left()
    {
        using WasmInstance guest = Wat.Instantiate("""
            (module $m
              (tag $t)
              (func $inner (nop) (throw $t))
              (func $middle (try (do (call $inner)) (catch $t (rethrow 0))))
              (func $outer (export "f") (call $middle)))
            """);
        TaggedException thrown = Assert.Throws<TaggedException>(() => guest.GetFunction<Action>("f")());
        Assert.Equal(["inner", "middle", "outer"], thrown.WasmStack.Select(frame => frame.FunctionName));
        Assert.NotNull(thrown.WasmStack[0].Offset);
        Assert.All(thrown.WasmStack.Skip(1), frame => Assert.Null(frame.Offset));
        Assert.Equal("exception without values", thrown.Message);
    }

    [Fact]
    public void Deep_exception_keeps_its_innermost_frames()
    {
        using WasmInstance guest = Wat.Instantiate("""
            (tag $t (param i32))
            (func $f (export "f") (param i32)
              (if (i32.eqz (local.get 0)) (then (throw $t (i32.const 1))))
              (call $f (i32.sub (local.get 0) (i32.const 1))))
            """);
        TaggedException thrown = Assert.Throws<TaggedException>(() => guest.GetFunction<Action<int>>("f")(5_000));
        Assert.Equal(64, thrown.WasmStack.Count);
    }

    [Fact]
    public void Reference_to_an_exception_travels_through_the_host()
    {
        object? seen = null;
        using WasmInstance guest = Wat.Instantiate(
            """
            (import "env" "see" (func $see (param exnref) (result exnref)))
            (tag $t (param i32))
            (func $throw (throw $t (i32.const 42)))
            (func (export "f") (result i32)
              (block $again (result i32)
                (try_table (catch $t $again)
                  (block $caught (result exnref)
                    (try_table (catch_all_ref $caught) (call $throw))
                    (unreachable))
                  (throw_ref (call $see)))
                (unreachable)))
            """,
            new WasmImports().Define("env", "see", HostFunction.From(
                new FuncType([ValType.Ref(HeapType.Exn, true)], [ValType.Ref(HeapType.Exn, true)]), (_, arguments, results) =>
                {
                    seen = arguments[0].AsExtern();
                    results[0] = arguments[0];
                })));
        Assert.Equal(42, guest.GetFunction<Func<int>>("f")());
        Assert.Equal([42], Assert.IsType<TaggedException>(seen).Payload.ToArray());
    }

    [Fact]
    public void Exception_crosses_instances_that_know_nothing_of_exceptions()
    {
        using WasmInstance thrower = Wat.Instantiate("""
            (tag $t (export "t") (param i32))
            (func (export "f") (param i32) (result i32) (throw $t (local.get 0)))
            """);
        using WasmInstance middle = Wat.Relay("(param i32) (result i32)", 1, new WasmImports().Define("env", thrower));
        using WasmInstance catcher = Wat.Instantiate(
            """
            (import "thrower" "t" (tag $t (param i32)))
            (import "middle" "f" (func $f (param i32) (result i32)))
            (func (export "f") (param i32) (result i32)
              (block $caught (result i32)
                (try_table (catch $t $caught) (call $f (local.get 0)) (drop))
                (i32.const 0))
              (i32.add (i32.const 1)))
            """,
            new WasmImports().Define("thrower", thrower).Define("middle", middle));
        Assert.Equal(8, catcher.GetFunction<Func<int, int>>("f")(7));
    }

    [Fact]
    public void Tag_that_is_imported_twice_is_caught_by_either_name()
    {
        using WasmInstance guest = Wat.Instantiate(
            """
            (import "env" "t" (tag $a (param i32)))
            (import "env" "t" (tag $b (param i32)))
            (tag $c (param i32))
            (func (export "near") (result i32)
              (block $h (result i32)
                (try_table (catch $c $h) (catch $a $h) (throw $b (i32.const 3)))
                (unreachable)))
            (func $throw (throw $b (i32.const 4)))
            (func (export "far") (result i32)
              (try (result i32) (do (call $throw) (i32.const 0)) (catch $c) (catch $a)))
            """,
            new WasmImports().Define("env", "t", new WasmTag(ValType.I32)));
        Assert.Equal(3, guest.GetFunction<Func<int>>("near")());
        Assert.Equal(4, guest.GetFunction<Func<int>>("far")());
    }

    [Fact]
    public void Payload_has_every_kind_of_value()
    {
        using WasmInstance guest = Wat.Instantiate("""
            (tag $t (param i32 i64 f32 f64 v128 externref funcref))
            (func $throw (param externref)
              (throw $t (i32.const 1) (i64.const 2) (f32.const 3) (f64.const 4) (v128.const i64x2 5 6) (local.get 0) (ref.func $throw)))
            (elem declare func $throw)
            (func (export "f") (param externref) (result i32 i64 f32 f64 v128 externref funcref)
              (block $caught (result i32 i64 f32 f64 v128 externref funcref)
                (try_table (catch $t $caught) (call $throw (local.get 0)))
                (unreachable)))
            """);
        object host = new();
        WasmValue[] values = guest.GetFunction("f").Invoke(WasmValue.FromExtern(host));
        Assert.Equal([1, 2L, 3f, 4d], values[..4]);
        Assert.Same(host, values[5].AsExtern());
        Assert.NotNull(values[6].AsFunction());
    }

    [Fact]
    public void Functions_with_many_results_throw_as_well()
    {
        string results = string.Join(' ', Enumerable.Repeat("i32", 30));
        string values = string.Concat(Enumerable.Repeat("(i32.const 1) ", 30));
        using WasmInstance guest = Wat.Instantiate($"""
            (tag $t)
            (func $three (param i32) (result i32 i64 f64)
              (if (local.get 0) (then (throw $t))) (i32.const 1) (i64.const 2) (f64.const 3))
            (func $many (param i32) (result {results}) (if (local.get 0) (then (throw $t))) {values})
            (func (export "three") (param i32) (result i32)
              (block $h (try_table (catch_all $h) (call $three (local.get 0)) (drop) (drop) (return)))
              (i32.const 9))
            (func (export "many") (param i32) (result i32)
              (block $h (try_table (catch_all $h) (call $many (local.get 0)) (return)))
              (i32.const 9))
            """);
        foreach (string name in (string[])["three", "many"])
        {
            Assert.Equal(1, guest.GetFunction<Func<int, int>>(name)(0));
            Assert.Equal(9, guest.GetFunction<Func<int, int>>(name)(1));
        }
    }

    [Fact]
    public void Locals_and_operands_are_as_they_were_when_it_was_thrown()
    {
        using WasmInstance guest = Wat.Instantiate("""
            (tag $t)
            (global $g (mut i32) (i32.const 0))
            (func $throw (global.set $g (i32.const 50)) (throw $t))
            (func (export "f") (param $x i32) (result i32) (local $y i32)
              (local.set $y (i32.const 100))
              (i32.add (local.get $x)
                (i32.add (global.get $g)
                  (block $h (result i32)
                    (block $caught
                      (try_table (catch_all $caught)
                        (local.set $x (i32.const 1000))
                        (local.set $y (i32.const 10000))
                        (call $throw)
                        (local.set $y (i32.const 7))))
                    (i32.add (local.get $x) (local.get $y))))))
            """);
        Assert.Equal(11_003, guest.GetFunction<Func<int, int>>("f")(3));
    }

    [Fact]
    public void Handler_may_be_a_loop_or_the_function()
    {
        using WasmInstance guest = Wat.Instantiate("""
            (tag $t (param i32))
            (func $throw (param i32) (throw $t (local.get 0)))
            (func (export "loop") (param i32) (result i32)
              (i32.const 0)
              (loop $again (param i32) (result i32)
                (local.set 0 (i32.add (i32.const 1)))
                (if (param) (i32.lt_u (local.get 0) (i32.const 10))
                  (then (try_table (catch $t $again) (call $throw (local.get 0)))))
                (local.get 0)))
            (func (export "function") (param i32) (result i32)
              (try_table (catch $t 0) (call $throw (local.get 0)))
              (i32.const 0))
            """);
        Assert.Equal(10, guest.GetFunction<Func<int, int>>("loop")(0));
        Assert.Equal(6, guest.GetFunction<Func<int, int>>("function")(6));
    }

    [Fact]
    public void Both_encodings_catch_what_the_other_throws()
    {
        using WasmInstance guest = Wat.Instantiate("""
            (tag $t (param i32))
            (func $old (param i32) (try (do (throw $t (local.get 0))) (catch $t (drop) (rethrow 0))))
            (func $new (param i32)
              (block $r (result exnref) (try_table (catch_all_ref $r) (throw $t (local.get 0))) (return))
              (throw_ref))
            (func (export "new_of_old") (param i32) (result i32)
              (block $h (result i32) (try_table (catch $t $h) (call $old (local.get 0))) (i32.const 0)))
            (func (export "old_of_new") (param i32) (result i32)
              (try (result i32) (do (call $new (local.get 0)) (i32.const 0)) (catch $t)))
            (func (export "nested") (param i32) (result i32)
              (try (result i32)
                (do
                  (block $h (result i32)
                    (try_table (catch $t $h)
                      (try (do (call $old (local.get 0))) (delegate 0)))
                    (i32.const 0))
                  (call $new (i32.add (i32.const 1)))
                  (i32.const 0))
                (catch $t (i32.add (i32.const 100)))))
            """);
        foreach (string name in (string[])["new_of_old", "old_of_new"])
            Assert.Equal(5, guest.GetFunction<Func<int, int>>(name)(5));
        Assert.Equal(106, guest.GetFunction<Func<int, int>>("nested")(5));
    }

    [Fact]
    public void Host_gives_values_of_the_tags_types()
    {
        Assert.Throws<ArgumentException>(() => new TaggedException(_tag, 1));
        Assert.Throws<ArgumentException>(() => new TaggedException(_tag, 1, 2));
        Assert.Throws<ArgumentException>(() => new TaggedException(new WasmTag(ValType.FuncRef), WasmValue.FromExtern("no function")));
        Assert.Throws<ArgumentNullException>(() => new TaggedException(null!));
    }

    [Fact]
    public void Start_function_may_throw()
    {
        Assert.Throws<TaggedException>(() => Wat.Instantiate("(tag $t) (func $f (throw $t)) (start $f)"));
    }

    [Fact]
    public void Host_function_in_the_middle_catches()
    {
        WasmInstance? guest = null;
        int Middle(int n)
        {
            try
            {
                guest!.GetFunction<Action<int>>("throw")(n);
                return 0;
            }
            catch (TaggedException caught) when (caught.Tag == _tag)
            {
                return caught.Payload[0].AsInt32() + 1;
            }
        }

        using (guest = Instantiate(Middle))
            Assert.Equal(8, guest.GetFunction<Func<int, int>>("catch")(7));
    }
}
