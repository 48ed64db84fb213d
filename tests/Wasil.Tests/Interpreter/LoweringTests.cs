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
