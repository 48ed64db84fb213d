namespace Wasil.Tests.Api;

/// <summary>How an instance comes to be, and what is left where it does not.</summary>
public class InstantiationTests
{
    [Fact]
    public void Segments_come_before_the_start_function_and_that_before_initialize()
    {
        var log = new List<string>();
        using WasmInstance instance = Wat.Instantiate("""
            (import "env" "log" (func $log (param i32)))
            (memory 1)
            (data (i32.const 0) "\2a")
            (start $start)
            (func $start (call $log (i32.load (i32.const 0))))
            (func (export "_initialize") (call $log (i32.const 2)))
            """, Wat.Env("log", (Caller caller, int number) => { log.Add($"{number} {caller.Instance.Exports.Count}"); }));
        Assert.Equal(["42 1", "2 1"], log);
    }

    [Fact]
    public void Initialize_is_left_to_the_host_on_request_and_where_it_takes_something()
    {
        int calls = 0;
        WasmImports imports = Wat.Env("f", () => { calls++; });
        const string import = """(import "env" "f" (func $f)) """;
        Wat.Instantiate(import + """(func (export "_initialize") call $f)""", imports, new InstanceOptions { Initialize = false }).Dispose();
        Wat.Instantiate(import + """(func (export "_initialize") (param i32) call $f)""", imports).Dispose();
        Wat.Instantiate(import + """(memory (export "_initialize") 1)""", imports).Dispose();
        Assert.Equal(0, calls);
        Wat.Instantiate(import + """(func (export "_initialize") call $f)""", imports).Dispose();
        Assert.Equal(1, calls);
    }

    [Fact]
    public void What_a_failed_instance_did_before_stays()
    {
        var memory = new WasmMemory(new MemoryType(new Limits(1)));
        var table = new WasmTable(new TableType(ValType.FuncRef, new Limits(1)));
        WasmImports imports = new WasmImports().Define("env", "m", memory).Define("env", "t", table);
        var trap = Assert.Throws<TrapException>(() => Wat.Instantiate("""
            (import "env" "m" (memory 1))
            (import "env" "t" (table 1 funcref))
            (elem (i32.const 0) $f)
            (data (i32.const 0) "a")
            (data (i32.const 65536) "b")
            (func $f (result i32) (i32.const 5))
            """, imports));
        Assert.Equal(TrapKind.MemoryOutOfBounds, trap.Kind);
        Assert.Equal("a", memory.ReadString(0, 1));
        Assert.Equal(5, table[0].AsFunction()!.Invoke()[0].AsInt32());
    }

    [Fact]
    public void A_start_function_that_traps_fails_the_instance()
    {
        Assert.Equal(
            TrapKind.Unreachable, Assert.Throws<TrapException>(() => Wat.Instantiate("(start $f) (func $f unreachable)")).Kind);
        var thrown = new FormatException();
        Assert.Same(thrown, Assert.Throws<FormatException>(() => Wat.Instantiate(
            """(import "env" "f" (func $f)) (start $f)""", Wat.Env("f", void () => throw thrown))));
    }

    [Fact]
    public void Segments_that_do_not_fit_trap()
    {
        Assert.Equal(TrapKind.TableOutOfBounds, Assert.Throws<TrapException>(
            () => Wat.Instantiate("(table 1 funcref) (elem (i32.const 1) $f) (func $f)")).Kind);
        Assert.Equal(TrapKind.MemoryOutOfBounds, Assert.Throws<TrapException>(
            () => Wat.Instantiate("(memory 1) (data (i32.const -1) \"x\")")).Kind);
    }

    [Fact]
    public void Every_limit_holds()
    {
        var options = new InstanceOptions { Limits = { MemoryPages = 2, TableElements = 3, StackBytes = 64 << 10 } };
        Assert.Throws<ResourceLimitException>(() => Wat.Instantiate("(memory 3)", null, options));
        Assert.Throws<ResourceLimitException>(() => Wat.Instantiate("(memory 1) (memory 3)", null, options));
        Assert.Throws<ResourceLimitException>(() => Wat.Instantiate("(table 4 funcref)", null, options));
        Assert.Throws<ResourceLimitException>(() => Wat.Instantiate("(table 10000001 funcref)"));
        using WasmInstance instance = Wat.Instantiate("""
            (memory 1) (table 1 funcref)
            (func (export "memory") (param i32) (result i32) (memory.grow (local.get 0)))
            (func (export "table") (param i32) (result i32) (table.grow (ref.null func) (local.get 0)))
            (func $deep (export "deep") (param i32) (result i32)
              (if (result i32) (local.get 0)
                (then (i32.add (i32.const 1) (call $deep (i32.sub (local.get 0) (i32.const 1)))))
                (else (i32.const 0))))
            """, null, options);
        Assert.Equal(-1, instance.GetFunction<Func<int, int>>("memory")(2));
        Assert.Equal(1, instance.GetFunction<Func<int, int>>("memory")(1));
        Assert.Equal(-1, instance.GetFunction<Func<int, int>>("table")(3));
        Assert.Equal(1, instance.GetFunction<Func<int, int>>("table")(2));
        Assert.Equal(100, instance.GetFunction<Func<int, int>>("deep")(100));
        Assert.Equal(TrapKind.CallStackExhausted, Assert.Throws<TrapException>(
            () => instance.GetFunction<Func<int, int>>("deep")(5000)).Kind);
    }

    [Fact]
    public void Limits_are_shared_by_all_memories_and_all_tables_of_an_instance()
    {
        var options = new InstanceOptions { Limits = { MemoryPages = 5, TableElements = 5 } };
        using WasmInstance instance = Wat.Instantiate("""
            (memory $a 1) (memory $b 2) (table $t 1 funcref) (table $u 2 funcref)
            (func (export "a") (param i32) (result i32) (memory.grow $a (local.get 0)))
            (func (export "b") (param i32) (result i32) (memory.grow $b (local.get 0)))
            (func (export "t") (param i32) (result i32) (table.grow $t (ref.null func) (local.get 0)))
            (func (export "u") (param i32) (result i32) (table.grow $u (ref.null func) (local.get 0)))
            """, options: options);
        foreach ((string first, string second) in ((string, string)[])[("a", "b"), ("t", "u")])
        {
            var grow = instance.GetFunction<Func<int, int>>(first);
            var growOther = instance.GetFunction<Func<int, int>>(second);
            Assert.Equal(-1, grow(3));
            Assert.Equal(1, grow(1));
            Assert.Equal(-1, growOther(2));
            Assert.Equal(2, growOther(1));
            Assert.Equal(-1, grow(1));
            Assert.Equal(-1, growOther(1));
            Assert.Equal(2, grow(0));
        }

        foreach (string text in (string[])["(memory 3) (memory 3)", "(table 3 funcref) (table 3 funcref)"])
            Assert.Throws<ResourceLimitException>(() => Wat.Instantiate(text, options: options));
    }

    [Fact]
    public void Limits_must_make_sense()
    {
        var limits = new InstanceLimits();
        Assert.Throws<ArgumentOutOfRangeException>(() => limits.MemoryPages = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => limits.MemoryPages = 1L << 48);
        Assert.Throws<ArgumentOutOfRangeException>(() => limits.TableElements = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => limits.StackBytes = 0);
        limits.MemoryPages = 0;
        limits.TableElements = 0;
        limits.MemoryPages = null;
        Assert.Equal(InstanceLimits.DefaultStackBytes, limits.StackBytes);
    }

    [Fact]
    public void Options_are_copied_when_they_are_used()
    {
        var options = new WasmEngineOptions { Features = WasmFeatures.Core1 };
        var engine = new WasmEngine(options);
        options.Features = WasmFeatures.All;
        Assert.Equal(WasmFeatures.Core1, engine.Features);
        var instanceOptions = new InstanceOptions { Limits = { MemoryPages = 2 } };
        using WasmInstance instance = Wat.Instantiate("""(memory (export "memory") 1)""", null, instanceOptions);
        instanceOptions.Limits.MemoryPages = 10;
        Assert.Equal(-1, instance.Memory.Grow(2));
    }

    [Theory]
    [InlineData(WasmFeatures.Simd, "(func (param v128))")]
    [InlineData(WasmFeatures.MultiValue, "(func (result i32 i32) (i32.const 1) (i32.const 2))")]
    [InlineData(WasmFeatures.Threads, "(memory 1 1 shared)")]
    [InlineData(WasmFeatures.MultiMemory, "(memory 1) (memory 1)")]
    [InlineData(WasmFeatures.Memory64, "(memory i64 1)")]
    [InlineData(WasmFeatures.SignExtension, "(func (drop (i32.extend8_s (i32.const 1))))")]
    public void What_is_switched_off_is_refused(WasmFeatures feature, string text)
    {
        Assert.True(new WasmEngine().Compile(text).RequiredFeatures.HasFlag(feature));
        var without = new WasmEngine(new WasmEngineOptions { Features = WasmFeatures.Default & ~feature });
        Assert.ThrowsAny<WasmException>(() => without.Compile(text));
    }

    [Fact]
    public void A_module_tells_what_it_is()
    {
        WasmModule module = WasmEngine.Default.Compile("""
            (module $name
              (import "env" "f" (func (param i32)))
              (import "env" "g" (global (mut i64)))
              (memory (export "memory") 1 2)
              (table (export "table") 3 funcref)
              (func (export "f") (result f32) (f32.const 1)))
            """);
        Assert.Equal("name", module.Name);
        Assert.Same(WasmEngine.Default, module.Engine);
        Assert.Equal(["env.f: func [i32] -> []", "env.g: global (mut i64)"], module.Imports.Select(import => import.ToString()));
        Assert.Equal(
            ["memory: memory 1 2", "table: table 3 funcref", "f: func [] -> [f32]"], module.Exports.Select(export => export.ToString()));
        Assert.Equal(["func", "global"], module.Imports.Select(import => import.Type.Kind));
        Assert.Equal(WasmFeatures.MutableGlobals, module.RequiredFeatures & WasmFeatures.Core1);
        WasmModule unnamed = WasmEngine.Default.Compile("\0asm\u0001\0\0\0\0\u0003\u0001x\u0007\0\u0003\u0001x\u0008"u8.ToArray());
        Assert.Null(unnamed.Name);
        Assert.Empty(unnamed.Imports);
        Assert.Equal(["x:07", "x:08"], unnamed.CustomSections.Select(
            section => $"{section.Name}:{Convert.ToHexString(section.Contents.Span)}"));
    }

    [Fact]
    public void A_module_makes_many_instances_on_many_threads()
    {
        WasmModule module = WasmEngine.Default.Compile("""
            (global $n (mut i32) (i32.const 0))
            (func (export "next") (result i32) (global.set $n (i32.add (global.get $n) (i32.const 1))) (global.get $n))
            """);
        Parallel.For(0, 50, _ =>
        {
            using WasmInstance instance = module.Instantiate();
            var next = instance.GetFunction<Func<int>>("next");
            Assert.Equal((1, 2), (next(), next()));
        });
    }
}
