using System.Runtime.Intrinsics;
using System.Text;

namespace Wasil.Tests.Interpreter;

/// <summary>Engines of different modes, side by side and linked to each other.</summary>
public class EngineModeTests
{
    private const string Inner = """
        (module $inner
          (memory (export "memory") 1)
          (global $count (export "count") (mut i32) (i32.const 0))
          (table $t (export "table") 4 funcref)
          (func (export "mix") (param i32 i64 f32 f64 v128 externref) (result externref v128 f64 f32 i64 i32)
            (global.set $count (i32.add (global.get $count) (i32.const 1)))
            local.get 5 local.get 4 local.get 3 local.get 2 local.get 1 local.get 0)
          (func (export "many") (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i64)
            (result i32 i32 i32 i32 i32 i32 i32 i64)
            local.get 0 local.get 1 local.get 2 local.get 3 local.get 4 local.get 5 local.get 16 local.get 17)
          (func $divide (export "divide") (param i32) (result i32) (i32.div_u (i32.const 100) (local.get 0)))
          (elem (i32.const 1) func $divide))
        """;

    private const string Outer = """
        (module $outer
          (import "inner" "mix" (func $mix (param i32 i64 f32 f64 v128 externref) (result externref v128 f64 f32 i64 i32)))
          (import "inner" "many" (func $many
            (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i64)
            (result i32 i32 i32 i32 i32 i32 i32 i64)))
          (import "inner" "divide" (func $divide (param i32) (result i32)))
          (import "inner" "table" (table $t 4 funcref))
          (import "inner" "count" (global $count (mut i32)))
          (type $unary (func (param i32) (result i32)))
          (func (export "mix") (param i32 i64 f32 f64 v128 externref) (result externref v128 f64 f32 i64 i32)
            local.get 0 local.get 1 local.get 2 local.get 3 local.get 4 local.get 5 call $mix)
          (func (export "many") (result i32 i32 i32 i32 i32 i32 i32 i64)
            i32.const 0 i32.const 1 i32.const 2 i32.const 3 i32.const 4 i32.const 5 i32.const 6 i32.const 7 i32.const 8
            i32.const 9 i32.const 10 i32.const 11 i32.const 12 i32.const 13 i32.const 14 i32.const 15 i32.const 16 i64.const 17
            call $many)
          (func $leaf (export "divide") (param i32) (result i32) (i32.add (call $divide (local.get 0)) (i32.const 1)))
          (func (export "indirect") (param i32 i32) (result i32)
            (call_indirect $t (type $unary) (local.get 1) (local.get 0)))
          (func (export "tail") (param i32 i32) (result i32)
            (return_call_indirect $t (type $unary) (local.get 1) (local.get 0)))
          (func (export "count") (result i32) global.get $count)
          (elem (table $t) (i32.const 2) func $leaf))
        """;

    public static TheoryData<WasmEngineMode, WasmEngineMode> Pairs => new(
        from outer in Enum.GetValues<WasmEngineMode>() from inner in Enum.GetValues<WasmEngineMode>() select (outer, inner));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Instances_of_any_two_modes_call_each_other(WasmEngineMode outerMode, WasmEngineMode innerMode)
    {
        using WasmInstance inner = Engine(innerMode).Compile(Inner).Instantiate();
        using WasmInstance outer = Engine(outerMode).Compile(Outer).Instantiate(new WasmImports().Define("inner", inner));

        object reference = new();
        Vector128<byte> vector = Vector128.Create(0x0123456789abcdefUL, 0xfedcba9876543210UL).AsByte();
        WasmValue[] results = outer.GetFunction("mix").Invoke(-1, long.MinValue, -0.5f, double.Epsilon, vector, WasmValue.FromExtern(reference));
        Assert.Equal(
            [WasmValue.FromExtern(reference), (WasmValue)vector, double.Epsilon, -0.5f, long.MinValue, -1], results);
        Assert.Equal(1, outer.GetFunction<Func<int>>("count")());
        Assert.Equal([0, 1, 2, 3, 4, 5, 16, 17L], outer.GetFunction("many").Invoke());

        Assert.Equal(51, outer.GetFunction<Func<int, int>>("divide")(2));
        Assert.Equal(25, outer.GetFunction<Func<int, int, int>>("indirect")(1, 4));
        Assert.Equal(26, outer.GetFunction<Func<int, int, int>>("indirect")(2, 4));
        Assert.Equal(26, outer.GetFunction<Func<int, int, int>>("tail")(2, 4));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_trap_tells_the_frames_of_both_engines(WasmEngineMode outerMode, WasmEngineMode innerMode)
    {
        using WasmInstance inner = Engine(innerMode).Compile(Inner).Instantiate();
        using WasmInstance outer = Engine(outerMode).Compile(Outer).Instantiate(new WasmImports().Define("inner", inner));
        TrapException trap = Assert.Throws<TrapException>(() => outer.GetFunction("divide").Invoke(0));
        Assert.Equal(TrapKind.IntegerDivideByZero, trap.Kind);
        Assert.Equal(
            ["inner!divide", "outer!leaf"], trap.WasmStack.Select(frame => $"{frame.ModuleName}!{frame.FunctionName}"));
        Assert.NotNull(trap.Offset);
        Assert.Equal(trap.Offset, trap.WasmStack[0].Offset);
    }

    [Fact]
    public void Auto_interprets_what_the_compiler_refuses()
    {
        // 1.7 MB of body, between functions that are compiled.
        var text = new StringBuilder("""
            (func $one (result i32) i32.const 1)
            (func (export "f") (param i32) (result i32) (call $large (local.get 0)))
            (func $large (export "large") (param i32) (result i32) (local $sum i32)
              (if (i32.eqz (local.get 0)) (then (return (call $one))))
              (local.set $sum (call $large (i32.sub (local.get 0) (i32.const 1))))
            """);
        for (int i = 0; i < 250_000; i++)
            text.Append("(local.set $sum (i32.add (local.get $sum) (i32.const 1)))");
        text.Append("local.get $sum)");

        WasmModule compiled = Engine(WasmEngineMode.Compiled).Compile(text.ToString());
        Assert.Equal([2], compiled.Prepare(TestContext.Current.CancellationToken).Select(refused => refused.FunctionIndex));
        Assert.Throws<RefusedFunctionException>(() => compiled.Instantiate().GetFunction("f").Invoke(1));

        WasmModule module = Engine(WasmEngineMode.Auto).Compile(text.ToString());
        Assert.Empty(module.Prepare(TestContext.Current.CancellationToken));
        using WasmInstance instance = module.Instantiate();
        Assert.Equal(500_001, instance.GetFunction<Func<int, int>>("f")(2));
        Assert.Equal([(WasmValue)500_001], instance.GetFunction("large").Invoke(2));
        TrapException trap = Assert.Throws<TrapException>(() => instance.GetFunction("f").Invoke(-1));
        Assert.Equal(TrapKind.CallStackExhausted, trap.Kind);
    }

    [Fact]
    public void The_interpreter_recurses_as_deep_as_its_budget_allows_and_no_deeper()
    {
        const string text = """
            (func $down (export "down") (param i32) (result i32)
              (if (result i32) (local.get 0)
                (then (i32.add (i32.const 1) (call $down (i32.sub (local.get 0) (i32.const 1)))))
                (else (i32.const 0))))
            (func (export "forever") (call 1))
            """;
        var options = new InstanceOptions { Limits = { StackBytes = 32 << 20 } };
        using WasmInstance instance = Engine(WasmEngineMode.Interpreted).Compile(text).Instantiate(options: options);
        // More than a thread's stack would hold, were it .NET's: the budget is what the thread has, or less.
        int depth = 0;
        TrapException? trap = null;
        var thread = new Thread(
            () =>
            {
                depth = instance.GetFunction<Func<int, int>>("down")(500_000);
                trap = Assert.Throws<TrapException>(() => instance.GetFunction("forever").Invoke());
            },
            48 << 20);
        thread.Start();
        thread.Join();
        Assert.Equal(500_000, depth);
        Assert.Equal(TrapKind.CallStackExhausted, trap!.Kind);
        Assert.True(trap.WasmStack.Count > 500_000, $"{trap.WasmStack.Count} frames");
    }

    [Fact]
    public void Interpreted_tail_calls_take_no_stack()
    {
        const string text = """
            (type $t (func (param i32 i64 v128 externref) (result i64)))
            (table 2 funcref)
            (elem (i32.const 0) func $even $odd)
            (func $even (export "even") (type $t) (local f64 externref)
              (if (i32.eqz (local.get 0)) (then (return (local.get 1))))
              (local.set 5 (local.get 3))
              (return_call $odd (i32.sub (local.get 0) (i32.const 1)) (i64.add (local.get 1) (i64.const 2)) (local.get 2) (local.get 5)))
            (func $odd (type $t)
              (return_call_indirect (type $t)
                (i32.sub (local.get 0) (i32.const 1)) (i64.add (local.get 1) (i64.const 1)) (local.get 2) (local.get 3) (i32.const 0)))
            """;
        using WasmInstance instance = Engine(WasmEngineMode.Interpreted).Compile(text).Instantiate();
        WasmValue[] results = instance.GetFunction("even").Invoke(1_000_000, 0L, Vector128<byte>.Zero, WasmValue.FromExtern(this));
        Assert.Equal([(WasmValue)1_500_000L], results);
    }

    [Fact]
    public void References_that_the_interpreter_has_let_go_are_collected()
    {
        const string text = """
            (import "env" "make" (func $make (result externref)))
            (func $drop (local externref) (local.set 0 (call $make)))
            (func (export "run") (call $drop))
            """;
        var made = new List<WeakReference>();
        using WasmInstance instance = Engine(WasmEngineMode.Interpreted).Compile(text).Instantiate(
            new WasmImports().Define("env", "make", () =>
            {
                object o = new();
                made.Add(new WeakReference(o));
                return o;
            }));
        instance.GetFunction<Action>("run")();
        GC.Collect();
        Assert.False(Assert.Single(made).IsAlive);
    }

    private static WasmEngine Engine(WasmEngineMode mode) => new(new WasmEngineOptions { Mode = mode });
}
