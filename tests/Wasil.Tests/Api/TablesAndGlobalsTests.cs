using System.Runtime.Intrinsics;

namespace Wasil.Tests.Api;

/// <summary>Tables, globals and tags, made by modules or by the host.</summary>
public class TablesAndGlobalsTests
{
    [Fact]
    public void A_tables_elements_are_read_and_set()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (table (export "t") 3 5 funcref)
            (elem (i32.const 1) $one)
            (func $one (export "one") (result i32) (i32.const 1))
            (func (export "call") (param i32) (result i32) (call_indirect (result i32) (local.get 0)))
            """);
        WasmTable table = instance.GetTable("t");
        WasmFunction one = instance.GetFunction("one");
        Assert.Equal(3, table.Count);
        Assert.True(table[0].IsNull);
        Assert.Same(one, table[1].AsFunction());
        table[2] = one;
        Assert.Equal(1, instance.GetFunction<Func<int, int>>("call")(2));
        table[2] = WasmValue.Null;
        Assert.Equal(
            TrapKind.UninitializedElement, Assert.Throws<TrapException>(() => instance.GetFunction<Func<int, int>>("call")(2)).Kind);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[3] = one);
        Assert.Throws<ArgumentException>(() => table[0] = 1);
        Assert.Throws<ArgumentException>(() => table[0] = WasmValue.FromExtern("x"));
        Assert.Equal(3, table.Grow(2, one));
        Assert.Equal("table 5 5 funcref", table.Type.ToString());
        Assert.Same(one, table[4].AsFunction());
        Assert.Equal(-1, table.Grow(1, WasmValue.Null));
        Assert.Equal(-1, table.Grow(int.MaxValue, WasmValue.Null));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Grow(-1, WasmValue.Null));
        Assert.Throws<ArgumentException>(() => table.Grow(0, 1));
    }

    [Fact]
    public void Exports_are_looked_for_by_kind()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (memory (export "m") 1) (table (export "t") 1 funcref) (global (export "g") i32 (i32.const 5)) (tag (export "e")) (func (export "f"))
            """);
        Assert.True(instance.TryGetMemory("m", out WasmMemory? memory));
        Assert.Same(instance.GetMemory("m"), memory);
        Assert.True(instance.TryGetTable("t", out WasmTable? table));
        Assert.Same(instance.GetTable("t"), table);
        Assert.True(instance.TryGetGlobal("g", out WasmGlobal? global));
        Assert.Equal(5, global.Value.AsInt32());
        Assert.True(instance.TryGetTag("e", out WasmTag? tag));
        Assert.Same(instance.GetTag("e"), tag);
        foreach (string name in (string[])["f", "M", ""])
        {
            Assert.False(instance.TryGetMemory(name, out memory));
            Assert.False(instance.TryGetTable(name, out table));
            Assert.False(instance.TryGetGlobal(name, out global));
            Assert.False(instance.TryGetTag(name, out tag));
            Assert.Null((object?)memory ?? (object?)table ?? (object?)global ?? tag);
        }

        Assert.False(instance.TryGetTable("m", out _));
        Assert.Throws<ArgumentNullException>(() => instance.TryGetMemory(null!, out _));
    }

    [Fact]
    public void Tables_of_the_host_are_checked()
    {
        using WasmInstance instance = Wat.Instantiate("""(func (export "f"))""");
        WasmFunction f = instance.GetFunction("f");
        ValType nonNull = ValType.Ref(HeapType.Func, nullable: false);
        Assert.Throws<ArgumentException>(() => new WasmTable(new TableType(nonNull, new Limits(1))));
        Assert.Throws<ArgumentException>(() => new WasmTable(new TableType(ValType.I32, new Limits(1))));
        Assert.Throws<ArgumentException>(() => new WasmTable(new TableType(ValType.FuncRef, new Limits(2, 1))));
        Assert.Throws<ArgumentException>(() => new WasmTable(new TableType(ValType.FuncRef, new Limits(1)), WasmValue.FromExtern("x")));
        Assert.Throws<ResourceLimitException>(() => new WasmTable(new TableType(ValType.FuncRef, new Limits(uint.MaxValue))));
        Assert.Throws<ResourceLimitException>(() => new WasmTable(
            new TableType(ValType.FuncRef, new Limits(11)), new InstanceLimits { TableElements = 10 }));
        var table = new WasmTable(new TableType(nonNull, new Limits(2)), f);
        Assert.Same(f, table[1].AsFunction());
        Assert.Throws<ArgumentException>(() => table[0] = WasmValue.Null);
        Assert.Throws<ArgumentException>(() => table.Grow(1, WasmValue.Null));
        var limited = new WasmTable(new TableType(ValType.ExternRef, new Limits(1)), new InstanceLimits { TableElements = 2 });
        Assert.Equal(1, limited.Grow(1, WasmValue.FromExtern("x")));
        Assert.Equal("x", limited[1].AsExtern());
        Assert.Equal(-1, limited.Grow(1, WasmValue.Null));
    }

    [Fact]
    public void Two_instances_share_a_table()
    {
        var table = new WasmTable(new TableType(ValType.FuncRef, new Limits(1)));
        WasmImports imports = new WasmImports().Define("env", "t", table);
        using WasmInstance one = Wat.Instantiate("""
            (import "env" "t" (table 1 funcref)) (elem (i32.const 0) $f) (func $f (result i32) (i32.const 7))
            """, imports);
        using WasmInstance other = Wat.Instantiate("""
            (import "env" "t" (table 1 funcref))
            (func (export "call") (result i32) (call_indirect (result i32) (i32.const 0)))
            """, imports);
        Assert.Equal(7, other.GetFunction<Func<int>>("call")());
        one.Dispose();
        Assert.Throws<ObjectDisposedException>(() => other.GetFunction<Func<int>>("call")());
    }

    // A register of 64 bits holds more than a global of 32 does.
    [Fact]
    public void A_global_of_32_bits_equals_the_number_that_a_guest_put_there()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (global (export "i32") (mut i32) (i32.const -1))
            (global (export "f32") (mut f32) (f32.const 0))
            (func (export "set") (param i64 i64)
              (global.set 0 (i32.wrap_i64 (local.get 0)))
              (global.set 1 (f32.reinterpret_i32 (i32.wrap_i64 (local.get 1)))))
            """);
        Assert.Equal<WasmValue>(-1, instance.GetGlobal("i32").Value);
        instance.GetFunction<Action<long, long>>("set")(-1, -1L << 32);
        Assert.Equal<WasmValue>(-1, instance.GetGlobal("i32").Value);
        Assert.Equal<WasmValue>(0f, instance.GetGlobal("f32").Value);
    }

    [Fact]
    public void Globals_hold_values_of_their_type()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (global (export "constant") i32 (i32.const 3))
            (global (export "i64") (mut i64) (i64.const 4))
            (global (export "v128") (mut v128) (v128.const i64x2 1 2))
            (global (export "ref") (mut externref) (ref.null extern))
            (global (export "func") (mut (ref func)) (ref.func $f))
            (func $f (export "f"))
            (func (export "get") (result i64) (global.get 1))
            """);
        WasmGlobal constant = instance.GetGlobal("constant"), number = instance.GetGlobal("i64");
        Assert.Equal(3, constant.Value.AsInt32());
        Assert.Throws<InvalidOperationException>(() => constant.Value = 4);
        number.Value = long.MinValue;
        Assert.Equal(long.MinValue, instance.GetFunction<Func<long>>("get")());
        Assert.Throws<ArgumentException>(() => number.Value = 1);
        Assert.Throws<ArgumentException>(() => number.Value = WasmValue.Null);
        WasmGlobal vector = instance.GetGlobal("v128");
        Assert.Equal(Vector128.Create(1UL, 2UL).AsByte(), vector.Value.AsVector128());
        vector.Value = Vector128.Create(3UL, 4UL).AsByte();
        Assert.Equal(Vector128.Create(3UL, 4UL).AsByte(), vector.Value.AsVector128());
        WasmGlobal reference = instance.GetGlobal("ref");
        reference.Value = WasmValue.FromExtern(this);
        Assert.Same(this, reference.Value.AsExtern());
        WasmGlobal function = instance.GetGlobal("func");
        Assert.Same(instance.GetFunction("f"), function.Value.AsFunction());
        Assert.Throws<ArgumentException>(() => function.Value = WasmValue.Null);
        Assert.Throws<ArgumentException>(() => function.Value = WasmValue.FromExtern("x"));
        Assert.Equal("global (mut i64)", number.Type.ToString());
    }

    [Fact]
    public void Two_instances_share_a_global()
    {
        var number = new WasmGlobal(new GlobalType(ValType.I32, isMutable: true), 1);
        var text = new WasmGlobal(new GlobalType(ValType.ExternRef, isMutable: true), WasmValue.FromExtern("a"));
        WasmImports imports = new WasmImports().Define("env", "n", number).Define("env", "r", text);
        const string module = """
            (import "env" "n" (global $n (mut i32)))
            (import "env" "r" (global $r (mut externref)))
            (func (export "set") (param i32 externref) (global.set $n (local.get 0)) (global.set $r (local.get 1)))
            (func (export "get") (result i32 externref) (global.get $n) (global.get $r))
            """;
        using WasmInstance one = Wat.Instantiate(module, imports), other = Wat.Instantiate(module, imports);
        one.GetFunction<Action<int, object>>("set")(5, "b");
        Assert.Equal((5, "b"), other.GetFunction<Func<(int, object)>>("get")());
        Assert.Equal(5, number.Value.AsInt32());
        number.Value = 6;
        text.Value = WasmValue.Null;
        one.Dispose();
        Assert.Equal((6, null!), other.GetFunction<Func<(int, object)>>("get")());
        Assert.Throws<ArgumentException>(() => new WasmGlobal(new GlobalType(ValType.I32, false), 1L));
        Assert.Throws<ArgumentException>(() => new WasmGlobal(new GlobalType(ValType.Ref(HeapType.Extern, false), false), WasmValue.Null));
    }

    [Fact]
    public void A_tag_of_the_host_is_what_a_module_imports()
    {
        var tag = new WasmTag(ValType.I32, ValType.F64);
        Assert.Equal([ValType.I32, ValType.F64], tag.Type.Payload.ToArray());
        WasmImports imports = new WasmImports().Define("env", "t", tag);
        using WasmInstance instance = Wat.Instantiate("""
            (import "env" "t" (tag $t (param i32 f64))) (export "t" (tag $t)) (tag (export "own"))
            """, imports);
        Assert.Same(tag, instance.GetTag("t"));
        Assert.NotSame(tag, instance.GetTag("own"));
        Assert.Throws<LinkException>(() => Wat.Instantiate("""(import "env" "t" (tag (param i32)))""", imports));
    }
}
