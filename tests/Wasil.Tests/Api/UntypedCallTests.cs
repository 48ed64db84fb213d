using System.Runtime.Intrinsics;

namespace Wasil.Tests.Api;

/// <summary>Calls whose types are only known at run time.</summary>
public class UntypedCallTests
{
    [Fact]
    public void Values_of_every_kind_go_through()
    {
        using WasmInstance instance = Wat.Echo("i32", "i64", "f32", "f64", "v128", "funcref", "externref");
        WasmFunction f = instance.GetFunction("f");
        WasmValue[] values = [-1, 1L << 40, 0.5f, -0.25, Vector128.Create((byte)9), f, WasmValue.FromExtern("x")];
        Assert.Equal(values, f.Invoke(values));
        var results = new WasmValue[7];
        f.Invoke(values, results);
        Assert.Equal(values, results);
        values[5] = values[6] = WasmValue.Null;
        Assert.Equal(values, f.Invoke(values));
    }

    [Fact]
    public void Arguments_and_results_may_share_their_place()
    {
        using WasmInstance swap = Wat.Instantiate("""
            (func (export "swap") (param i32 i32) (result i32 i32) local.get 1 local.get 0)
            """);
        WasmValue[] values = [1, 2];
        swap.GetFunction("swap").Invoke(values, values);
        Assert.Equal([2, 1], values);
    }

    [Fact]
    public void Wrong_arguments_are_the_hosts_mistake()
    {
        using WasmInstance instance = Wat.Echo("i32", "externref");
        WasmFunction f = instance.GetFunction("f");
        Assert.Throws<ArgumentException>(() => f.Invoke());
        Assert.Throws<ArgumentException>(() => f.Invoke(1));
        Assert.Throws<ArgumentException>(() => f.Invoke(1, WasmValue.Null, 2));
        Assert.Throws<ArgumentException>(() => f.Invoke(1L, WasmValue.Null));
        Assert.Throws<ArgumentException>(() => f.Invoke(WasmValue.Null, WasmValue.Null));
        Assert.Throws<ArgumentException>(() => f.Invoke(1, 2));
        Assert.Throws<ArgumentException>(() => f.Invoke([1, WasmValue.Null], new WasmValue[1]));
        Assert.Throws<ArgumentException>(() => f.Invoke([1, WasmValue.Null], new WasmValue[3]));
        Assert.Contains(
            "[i32 externref]", Assert.Throws<ArgumentException>(() => f.Invoke(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_says_what_it_is()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (func $named (export "a") (param i32)) (func (export "b") (result i64) (i64.const 1))
            """);
        Assert.Equal("func named [i32] -> []", instance.GetFunction("a").ToString());
        Assert.Equal("func 1 [] -> [i64]", instance.GetFunction("b").ToString());
        Assert.Equal("func [] -> [i64]", instance.GetFunction("b").Type.ToString());
        Assert.Same(instance.GetFunction("b"), instance.Exports["b"]);
    }
}
