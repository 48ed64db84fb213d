using System.Runtime.Intrinsics;

namespace Wasil.Tests.Api;

/// <summary>An exported function becomes a delegate whose type is its signature.</summary>
public class TypedFunctionTests
{
    private delegate int Sum20(
        int a, int b, int c, int d, int e, int f, int g, int h, int i, int j,
        int k, int l, int m, int n, int o, int p, int q, int r, int s, int t);

    private delegate (int, long, float, double, int, long, float, double, int) Nine17(
        int a, long b, float c, double d, int e, long f, float g, double h, int i,
        int j, int k, int l, int m, int n, int o, int p, int q);

    private enum Colour
    {
        Green = 1,
        Red = -2,
    }

    private enum Large : ulong
    {
        Top = ulong.MaxValue,
    }

    [Fact]
    public void Numbers_arrive_as_they_are()
    {
        using WasmInstance i32 = Wat.Echo("i32"), i64 = Wat.Echo("i64"), f32 = Wat.Echo("f32"), f64 = Wat.Echo("f64");
        Assert.Equal(int.MinValue, i32.GetFunction<Func<int, int>>("f")(int.MinValue));
        Assert.Equal(uint.MaxValue, i32.GetFunction<Func<uint, uint>>("f")(uint.MaxValue));
        Assert.Equal(uint.MaxValue, i32.GetFunction<Func<int, uint>>("f")(-1));
        Assert.Equal(Colour.Red, i32.GetFunction<Func<Colour, Colour>>("f")(Colour.Red));
        Assert.Equal(long.MinValue, i64.GetFunction<Func<long, long>>("f")(long.MinValue));
        Assert.Equal(ulong.MaxValue, i64.GetFunction<Func<ulong, ulong>>("f")(ulong.MaxValue));
        Assert.Equal(Large.Top, i64.GetFunction<Func<long, Large>>("f")(-1));
        Assert.Equal(-0.5f, f32.GetFunction<Func<float, float>>("f")(-0.5f));
        Assert.Equal(double.Epsilon, f64.GetFunction<Func<double, double>>("f")(double.Epsilon));
    }

    [Fact]
    public void Vectors_may_have_any_lanes()
    {
        using WasmInstance instance = Wat.Echo("v128");
        Vector128<byte> bytes = Vector128.Create((byte)1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        Assert.Equal(bytes, instance.GetFunction<Func<Vector128<byte>, Vector128<byte>>>("f")(bytes));
        Assert.Equal(bytes.AsDouble(), instance.GetFunction<Func<Vector128<int>, Vector128<double>>>("f")(bytes.AsInt32()));
        Assert.Equal(bytes.AsUInt16(), instance.GetFunction<Func<Vector128<byte>, Vector128<ushort>>>("f")(bytes));
    }

    [Fact]
    public void References_are_functions_and_objects()
    {
        using WasmInstance functions = Wat.Echo("funcref"), objects = Wat.Echo("externref");
        WasmFunction f = functions.GetFunction("f");
        Assert.Same(f, functions.GetFunction<Func<WasmFunction?, WasmFunction?>>("f")(f));
        Assert.Null(functions.GetFunction<Func<WasmFunction?, WasmFunction?>>("f")(null));
        object thing = new();
        Assert.Same(thing, objects.GetFunction<Func<object?, object?>>("f")(thing));
        Assert.Equal("text", objects.GetFunction<Func<object?, object?>>("f")("text"));
        Assert.Equal(7, objects.GetFunction<Func<object?, object?>>("f")(7));
        Assert.Null(objects.GetFunction<Func<object?, object?>>("f")(null));
    }

    [Fact]
    public void A_function_is_the_same_thing_wherever_it_travels_as_an_object()
    {
        using WasmInstance functions = Wat.Echo("funcref"), objects = Wat.Echo("externref");
        WasmFunction f = functions.GetFunction("f");
        Assert.Same(f, objects.GetFunction<Func<object?, object?>>("f")(f));
        Assert.Same(f, functions.GetFunction<Func<object?, object?>>("f")(f));
        Assert.Same(f, objects.GetFunction("f").Invoke(f)[0].AsExtern());
        Assert.Same(f, objects.GetFunction("f").Invoke(WasmValue.FromExtern(f))[0].AsFunction());
        Assert.Throws<ArgumentException>(() => functions.GetFunction<Func<object?, object?>>("f")("no function"));
    }

    [Fact]
    public void References_that_may_not_be_null_are_checked()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (type $unary (func (param i32) (result i32)))
            (func (export "any") (param (ref func)) (result funcref) local.get 0)
            (func (export "unary") (param (ref null $unary)) (result funcref) local.get 0)
            (func $id (export "id") (type $unary) local.get 0)
            (func (export "nothing"))
            """);
        WasmFunction id = instance.GetFunction("id"), nothing = instance.GetFunction("nothing");
        var any = instance.GetFunction<Func<WasmFunction?, WasmFunction?>>("any");
        Assert.Same(nothing, any(nothing));
        Assert.Throws<ArgumentException>(() => any(null));
        Assert.Throws<ArgumentException>(() => instance.GetFunction("any").Invoke(WasmValue.Null));
        var unary = instance.GetFunction<Func<WasmFunction?, WasmFunction?>>("unary");
        Assert.Same(id, unary(id));
        Assert.Null(unary(null));
        Assert.Throws<ArgumentException>(() => unary(nothing));
        Assert.Throws<ArgumentException>(() => instance.GetFunction("unary").Invoke(nothing));
    }

    [Fact]
    public void Functions_of_another_engine_fit()
    {
        var other = new WasmEngine();
        using WasmInstance theirs = other.Compile("""(func (export "seven") (result i32) (i32.const 7))""").Instantiate();
        using WasmInstance ours = Wat.Instantiate("""
            (type $t (func (result i32)))
            (table funcref (elem $own))
            (func $own (type $t) (i32.const 1))
            (func (export "call") (param funcref) (result i32)
              (table.set (i32.const 0) (local.get 0))
              (call_indirect (type $t) (i32.const 0)))
            """);
        Assert.Equal(7, ours.GetFunction<Func<WasmFunction, int>>("call")(theirs.GetFunction("seven")));
    }

    [Fact]
    public void Up_to_sixteen_parameters_are_a_func()
    {
        for (int count = 0; count <= 20; count++)
        {
            using WasmInstance instance = Wat.Instantiate($"""
                (func (export "sum") (param {string.Join(' ', Enumerable.Repeat("i64", count))}) (result i64)
                  (i64.const 0)
                  {string.Concat(Enumerable.Range(0, count).Select(i => $"local.get {i} i64.const {i + 1} i64.mul i64.add "))})
                """);
            WasmValue[] arguments = [.. Enumerable.Range(1, count).Select(i => (WasmValue)(long)i)];
            Assert.Equal(Enumerable.Range(1, count).Sum(i => (long)i * i), instance.GetFunction("sum").Invoke(arguments)[0].AsInt64());
            if (count == 16)
            {
                var sum = instance.GetFunction<Func<
                    long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long>>("sum");
                Assert.Equal(1496, sum(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16));
            }
        }
    }

    [Fact]
    public void More_than_sixteen_parameters_take_a_delegate_type_of_ones_own()
    {
        using WasmInstance instance = Wat.Instantiate($"""
            (func (export "sum") (param {string.Join(' ', Enumerable.Repeat("i32", 20))}) (result i32)
              (i32.const 0) {string.Concat(Enumerable.Range(0, 20).Select(i => $"local.get {i} i32.const {i + 1} i32.mul i32.add "))})
            """);
        Assert.Equal(2870, instance.GetFunction<Sum20>("sum")(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20));
    }

    [Fact]
    public void Several_results_are_a_tuple()
    {
        using WasmInstance two = Wat.Echo("i32", "f64"), seven = Wat.Echo("i32", "i64", "f32", "f64", "i32", "i64", "f32");
        Assert.Equal((1, 2.5), two.GetFunction<Func<int, double, (int, double)>>("f")(1, 2.5));
        Assert.Equal((Colour.Green, 2.5), two.GetFunction<Func<int, double, (Colour Colour, double)>>("f")(1, 2.5));
        Assert.Equal(
            (1, 2L, 3f, 4.0, 5u, 6UL, 7f),
            seven.GetFunction<Func<int, long, float, double, int, long, float, (int, long, float, double, uint, ulong, float)>>("f")(
                1, 2, 3, 4, 5, 6, 7));
    }

    [Fact]
    public void More_than_seven_results_are_a_tuple_as_well()
    {
        using WasmInstance eight = Wat.Echo("i32", "i32", "i32", "i32", "i32", "i32", "i32", "externref");
        Assert.Equal(
            (1, 2, 3, 4, 5, 6, 7, (object)"8"),
            eight.GetFunction<Func<int, int, int, int, int, int, int, object, (int, int, int, int, int, int, int, object)>>("f")(
                1, 2, 3, 4, 5, 6, 7, "8"));
        using WasmInstance fifteen = Wat.Echo([.. Enumerable.Repeat("i64", 15)]);
        Assert.Equal(
            (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
            fifteen.GetFunction<Func<
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                (long, long, long, long, long, long, long, long, long, long, long, long, long, long, long)>>("f")(
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
    }

    [Fact]
    public void Wide_parameters_and_wide_results_go_together()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (func (export "f") (param i32 i64 f32 f64 i32 i64 f32 f64 i32 i32 i32 i32 i32 i32 i32 i32 i32)
              (result i32 i64 f32 f64 i32 i64 f32 f64 i32)
              local.get 0 local.get 1 local.get 2 local.get 3 local.get 4 local.get 5 local.get 6 local.get 7 local.get 16)
            """);
        Assert.Equal(
            (1, 2L, 3f, 4.0, 5, 6L, 7f, 8.0, 17),
            instance.GetFunction<Nine17>("f")(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17));
    }

    [Theory]
    [InlineData(typeof(Func<int, long>))]
    [InlineData(typeof(Action<int>))]
    [InlineData(typeof(Func<int>))]
    [InlineData(typeof(Func<float, int>))]
    [InlineData(typeof(Func<int, (int, int)>))]
    [InlineData(typeof(Func<object, int>))]
    [InlineData(typeof(Func<bool, int>))]
    [InlineData(typeof(Func<int, ValueTuple<int>>))]
    [InlineData(typeof(Func<int, int?>))]
    [InlineData(typeof(Func<int, Task<int>>))]
    [InlineData(typeof(Func<int, string>))]
    [InlineData(typeof(WasmCallback))]
    public void A_delegate_type_that_does_not_fit_is_refused_at_once(Type type)
    {
        using WasmInstance instance = Wat.Echo("i32");
        var get = typeof(WasmFunction).GetMethod(nameof(WasmFunction.As))!.MakeGenericMethod(type);
        var failure = Assert.Throws<System.Reflection.TargetInvocationException>(() => get.Invoke(instance.GetFunction("f"), null));
        Assert.IsType<ArgumentException>(failure.InnerException);
    }

    [Fact]
    public void The_refusal_tells_both_types()
    {
        using WasmInstance instance = Wat.Echo("i32");
        var failure = Assert.Throws<ArgumentException>(() => instance.GetFunction<Func<int, long>>("f"));
        Assert.Contains("[i32] -> [i32]", failure.Message, StringComparison.Ordinal);
        Assert.Contains("[i32] -> [i64]", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => instance.GetFunction<Delegate>("f"));
    }

    [Fact]
    public void A_missing_export_is_told_with_what_there_is()
    {
        using WasmInstance instance = Wat.Instantiate("""(func (export "add")) (memory (export "memory") 1)""");
        var missing = Assert.Throws<KeyNotFoundException>(() => instance.GetFunction("sub"));
        Assert.Contains("\"sub\"", missing.Message, StringComparison.Ordinal);
        Assert.Contains("add, memory", missing.Message, StringComparison.Ordinal);
        var other = Assert.Throws<ArgumentException>(() => instance.GetFunction("memory"));
        Assert.Contains("memory 1", other.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => instance.GetTable("add"));
        Assert.Throws<ArgumentException>(() => instance.GetGlobal("add"));
        Assert.Throws<ArgumentException>(() => instance.GetMemory("add"));
        Assert.Throws<ArgumentException>(() => instance.GetTag("add"));
        Assert.Throws<ArgumentNullException>(() => instance.GetFunction(null!));
        Assert.False(instance.TryGetFunction("sub", out _));
        Assert.False(instance.TryGetFunction("memory", out _));
        Assert.False(instance.TryGetFunction("sub", out Action? _));
        Assert.True(instance.TryGetFunction("add", out Action? add));
        add();
        Assert.Throws<ArgumentException>(() => instance.TryGetFunction("add", out Func<int>? _));
    }
}
