namespace Wasil.Tests.Interpreter;

/// <summary>Where the lowering to register code puts values, in shapes that compilers seldom emit.</summary>
public class LoweringTests
{
    [Theory]
    [InlineData(WasmEngineMode.Compiled)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void A_value_below_a_dropped_one_goes_into_a_local(WasmEngineMode mode)
    {
        var engine = new WasmEngine(new WasmEngineOptions { Mode = mode });
        using WasmInstance instance = engine.Compile("""
            (func $two (result i32 i32) i32.const 7 i32.const 9)
            (func (export "f") (param i32) (result i32 i32) (local i32 i32)
              call $two
              (drop (i32.add (local.get 0) (local.get 0)))
              local.set 1
              local.set 2
              local.get 1
              local.get 2)
            """).Instantiate();
        Assert.Equal((9, 7), instance.GetFunction<Func<int, (int, int)>>("f")(100));
    }

    /// <summary>Calls remember what they have found in a table; whatever changes it has to be seen by the next one.</summary>
    [Theory]
    [InlineData(WasmEngineMode.Compiled)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void Indirect_calls_see_what_the_table_has_now(WasmEngineMode mode)
    {
        var engine = new WasmEngine(new WasmEngineOptions { Mode = mode });
        WasmModule module = engine.Compile("""
            (type $first (func (param f32)))
            (type $same (func (result i32)))
            (type $int (func (result i32)))
            (import "env" "table" (table $t 2 100 funcref))
            (global $own (mut i32) (i32.const 0))
            (elem declare func $get $ten $other)
            (func $get (result i32) (global.get $own))
            (func $ten (type $same) (i32.const 10))
            (func $other (param i32 i32 i32 i32 i32 i32) (result i64) (local i64 i64 i64 i64 i64 i64) (local.get 8))
            (func (export "own") (param i32) (global.set $own (local.get 0)))
            (func (export "put") (param i32 i32)
              (table.set $t (local.get 0)
                (if (result funcref) (i32.eqz (local.get 1)) (then (ref.func $get))
                  (else (if (result funcref) (i32.eq (local.get 1) (i32.const 1)) (then (ref.func $ten))
                    (else (if (result funcref) (i32.eq (local.get 1) (i32.const 2)) (then (ref.func $other)) (else (ref.null func)))))))))
            (func (export "grow") (result i32) (table.grow $t (ref.func $ten) (i32.const 1)))
            (func (export "call") (param i32) (result i32) (call_indirect $t (type $int) (local.get 0)))
            """);
        var table = new WasmTable(new TableType(ValType.FuncRef, new Limits(2, 100)));
        using WasmInstance one = module.Instantiate(new WasmImports().Define("env", "table", table));
        using WasmInstance two = module.Instantiate(new WasmImports().Define("env", "table", table));
        one.GetFunction<Action<int>>("own")(1);
        two.GetFunction<Action<int>>("own")(2);
        var call = one.GetFunction<Func<int, int>>("call");
        var putOne = one.GetFunction<Action<int, int>>("put");
        var putTwo = two.GetFunction<Action<int, int>>("put");
        for (int round = 0; round < 3; round++)
        {
            putOne(0, 0);
            Assert.Equal(1, call(0));
            putTwo(0, 0);
            Assert.Equal(2, call(0));
            putOne(0, 1);
            Assert.Equal(10, call(0));
            putOne(0, 2);
            Assert.Equal(TrapKind.IndirectCallTypeMismatch, Assert.Throws<TrapException>(() => call(0)).Kind);
            putTwo(0, 3);
            Assert.Equal(TrapKind.UninitializedElement, Assert.Throws<TrapException>(() => call(0)).Kind);
            // There may be room behind the end.
            int end = one.GetFunction<Func<int>>("grow")() + 1;
            Assert.Equal(10, call(end - 1));
            foreach (int past in (int[])[end, end + 1, 100, int.MaxValue, int.MinValue, -1])
                Assert.Equal(TrapKind.UndefinedElement, Assert.Throws<TrapException>(() => call(past)).Kind);
        }
    }

    /// <summary>More locals than are cleared at once, and fewer, where a call before has left something.</summary>
    [Theory]
    [InlineData(WasmEngineMode.Compiled)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void Locals_are_zero_at_first(WasmEngineMode mode)
    {
        var engine = new WasmEngine(new WasmEngineOptions { Mode = mode });
        for (int locals = 0; locals < 12; locals++)
        {
            string sum = string.Concat(Enumerable.Range(1, locals).Select(i => $"(i64.or ")) + "(i64.const 0)"
                + string.Concat(Enumerable.Range(1, locals).Select(i => $"(local.get {i}))"));
            using WasmInstance instance = engine.Compile($$"""
                (func $fill (param i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64))
                (func $sum (param i64) (result i64) {{(locals > 0 ? "(local" + string.Concat(Enumerable.Repeat(" i64", locals)) + ")" : "")}} {{sum}})
                (func (export "f") (param i64) (result i64)
                  (call $fill {{string.Concat(Enumerable.Repeat("(local.get 0)", 18))}})
                  (call $sum (local.get 0)))
                """).Instantiate();
            Assert.Equal(0, instance.GetFunction<Func<long, long>>("f")(-1));
        }
    }

    [Theory]
    [InlineData(WasmEngineMode.Compiled)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void References_outlive_calls_by_way_of_functions_without_any(WasmEngineMode mode)
    {
        var engine = new WasmEngine(new WasmEngineOptions { Mode = mode });
        using WasmInstance instance = engine.Compile("""
            (import "env" "enter" (func $enter))
            (global $other (mut externref) (ref.null extern))
            (func $leaf (export "leaf") (local externref externref)
              (local.set 0 (global.get $other)) (local.set 1 (global.get $other)))
            (func $between (param i32) (if (local.get 0) (then (call $leaf)) (else (call $enter))))
            (func (export "f") (param externref externref i32) (result externref)
              (global.set $other (local.get 1))
              (call $between (local.get 2))
              (local.get 0))
            """).Instantiate(new WasmImports().Define("env", "enter", (Caller caller) => caller.Instance.GetFunction<Action>("leaf")()));
        var f = instance.GetFunction<Func<object, object, int, object>>("f");
        Assert.Equal("kept", f("kept", "other", 1));
        Assert.Equal("kept", f("kept", "other", 0));
    }
}
