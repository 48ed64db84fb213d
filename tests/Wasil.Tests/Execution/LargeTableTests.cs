using System.Globalization;

namespace Wasil.Tests.Execution;

/// <summary>Tables with many functions, which are made when they are asked for: nobody is to see that.</summary>
public class LargeTableTests
{
    private const int Functions = 300;

    private static readonly string Module = $$"""
        (module
          (type $t (func (result i32)))
          (table (export "table") {{Functions + 20}} 1000 funcref)
          (table $other 400 funcref)
          (elem (i32.const 10) {{Join(i => $"$f{i} ")}})
          (elem (i32.const 5) $f0 $f1)
          {{Join(i => $"(func $f{i} (type $t) (i32.const {i}))")}}
          (func (export "call") (param i32) (result i32) (call_indirect (type $t) (local.get 0)))
          (func (export "tail") (param i32) (result i32) (return_call_indirect (type $t) (local.get 0)))
          (func (export "call other") (param i32) (result i32) (call_indirect $other (type $t) (local.get 0)))
          (func (export "is null") (param i32) (result i32) (ref.is_null (table.get 0 (local.get 0))))
          (func (export "clear") (param i32) (table.set 0 (local.get 0) (ref.null func)))
          (func (export "move") (param i32 i32 i32) (table.copy 0 0 (local.get 0) (local.get 1) (local.get 2)))
          (func (export "copy") (param i32 i32 i32) (table.copy $other 0 (local.get 0) (local.get 1) (local.get 2)))
          (func (export "fill") (param i32 i32) (table.fill 0 (local.get 0) (ref.null func) (local.get 1)))
          (func (export "grow") (result i32) (table.grow 0 (ref.func $f7) (i32.const 600))))
        """;

    public static TheoryData<WasmEngineMode> Modes => new(Enum.GetValues<WasmEngineMode>());

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_element_can_be_called_and_read(WasmEngineMode mode)
    {
        using WasmInstance instance = Instantiate(mode);
        Func<int, int> call = instance.GetFunction<Func<int, int>>("call"), tail = instance.GetFunction<Func<int, int>>("tail");
        Func<int, int> isNull = instance.GetFunction<Func<int, int>>("is null");
        for (int i = 0; i < Functions; i++)
        {
            Assert.Equal(i, call(i + 10));
            Assert.Equal(i, tail(i + 10));
            Assert.Equal(0, isNull(i + 10));
            Assert.Equal(i, instance.GetTable("table")[i + 10].AsFunction()!.Invoke()[0].AsInt32());
        }

        Assert.Equal(1, call(6));
        foreach (int hole in (int[])[0, 4, 7, 9, Functions + 10, Functions + 19])
        {
            Assert.Equal(1, isNull(hole));
            Assert.True(instance.GetTable("table")[hole].IsNull);
            AssertEmpty(call, hole);
            AssertEmpty(tail, hole);
        }

        Assert.Equal(TrapKind.UndefinedElement, Assert.Throws<TrapException>(() => call(Functions + 20)).Kind);
        Assert.Equal(TrapKind.UndefinedElement, Assert.Throws<TrapException>(() => call(-1)).Kind);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void What_a_guest_clears_stays_empty(WasmEngineMode mode)
    {
        using WasmInstance instance = Instantiate(mode);
        var call = instance.GetFunction<Func<int, int>>("call");
        Assert.Equal(3, call(13));
        instance.GetFunction<Action<int>>("clear")(13);
        instance.GetFunction<Action<int>>("clear")(20);
        AssertEmpty(call, 13);
        AssertEmpty(call, 20);
        Assert.Equal(11, call(21));
        instance.GetTable("table")[30] = WasmValue.Null;
        AssertEmpty(call, 30);
    }

    [Fact]
    public void What_the_host_clears_first_stays_empty()
    {
        using WasmInstance instance = Instantiate(WasmEngineMode.Compiled);
        instance.GetTable("table")[30] = WasmValue.Null;
        AssertEmpty(instance.GetFunction<Func<int, int>>("call"), 30);
        Assert.Equal(21, instance.GetFunction<Func<int, int>>("call")(31));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Elements_that_nobody_asked_for_are_copied(WasmEngineMode mode)
    {
        using WasmInstance instance = Instantiate(mode);
        instance.GetFunction<Action<int, int, int>>("copy")(50, 12, 5);
        var other = instance.GetFunction<Func<int, int>>("call other");
        Assert.Equal([2, 3, 4, 5, 6], Enumerable.Range(50, 5).Select(other));
        AssertEmpty(other, 49);
        AssertEmpty(other, 55);

        using WasmInstance moved = Instantiate(mode);
        moved.GetFunction<Action<int, int, int>>("move")(0, 8, 4);
        var call = moved.GetFunction<Func<int, int>>("call");
        AssertEmpty(call, 0);
        AssertEmpty(call, 1);
        Assert.Equal([0, 1], Enumerable.Range(2, 2).Select(call));
        Assert.Equal(299, call(309));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void What_is_filled_or_grown_has_what_it_was_given(WasmEngineMode mode)
    {
        using WasmInstance instance = Instantiate(mode);
        var call = instance.GetFunction<Func<int, int>>("call");
        Assert.Equal(Functions + 20, instance.GetFunction<Func<int>>("grow")());
        Assert.Equal(7, call(Functions + 500));
        Assert.Equal(299, call(309));
        instance.GetFunction<Action<int, int>>("fill")(100, 50);
        AssertEmpty(call, 100);
        AssertEmpty(call, 149);
        Assert.Equal(89, call(99));
        Assert.Equal(140, call(150));
        Assert.Throws<TrapException>(() => instance.GetFunction<Action<int, int>>("fill")(900, 50));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Another_instance_calls_what_its_maker_never_asked_for(WasmEngineMode mode)
    {
        using WasmInstance instance = Instantiate(mode);
        using WasmInstance importing = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile($$"""
            (module
              (type $t (func (result i32)))
              (import "env" "table" (table {{Functions}} funcref))
              (func (export "call") (param i32) (result i32) (call_indirect (type $t) (local.get 0))))
            """).Instantiate(new WasmImports().Define("env", "table", instance.GetTable("table")));
        var call = importing.GetFunction<Func<int, int>>("call");
        Assert.Equal(40, call(50));
        Assert.Equal(40, call(50));
        AssertEmpty(call, 9);
        Assert.Equal(41, instance.GetFunction<Func<int, int>>("call")(51));
    }

    private static WasmInstance Instantiate(WasmEngineMode mode) =>
        new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(Module).Instantiate();

    private static string Join(Func<int, FormattableString> text) =>
        string.Concat(Enumerable.Range(0, Functions).Select(i => text(i).ToString(CultureInfo.InvariantCulture)));

    private static void AssertEmpty(Func<int, int> call, int index) =>
        Assert.Equal(TrapKind.UninitializedElement, Assert.Throws<TrapException>(() => call(index)).Kind);
}
