using System.Runtime.Intrinsics;

namespace Wasil.Tests.Api;

/// <summary>Functions of the host that guests call.</summary>
public class HostFunctionTests
{
    private readonly int _offset = 100;

    private delegate int Sum18(
        int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, int q, int r);

    private enum Colour
    {
        Red = -2,
    }

    private static int Double(int value) => value * 2;

    private int AddOffset(int value) => value + _offset;

    [Fact]
    public void Lambdas_and_methods_are_functions()
    {
        Delegate[] functions = [(int x) => x * 2, Double, AddOffset, new Func<int, int>(AddOffset), (uint x) => x + 1];
        Assert.Equal([10, 10, 105, 105, 6], functions.Select(function =>
        {
            using WasmInstance guest = Wat.Relay("(param i32) (result i32)", 1, Wat.Env("f", function));
            return guest.GetFunction<Func<int, int>>("f")(5);
        }));
        using WasmInstance group = Wat.Relay("(param i32) (result i32)", 1, new WasmImports().Define("env", "f", Double));
        Assert.Equal(14, group.GetFunction<Func<int, int>>("f")(7));
    }

    [Fact]
    public void All_delegates_of_a_multicast_are_called()
    {
        int calls = 0;
        Action function = () => calls++;
        function += () => calls += 10;
        using WasmInstance guest = Wat.Relay("", 0, Wat.Env("f", function));
        guest.GetFunction<Action>("f")();
        Assert.Equal(11, calls);
    }

    [Fact]
    public void A_leading_caller_is_the_instance_that_calls()
    {
        var imports = new WasmImports()
            .Define("env", "length", (Caller caller, int pages) => caller.Memory.Length * pages)
            .Define("env", "has", (Caller caller) => caller.HasMemory ? 1 : 0);
        const string text = """
            (import "env" "length" (func $length (param i32) (result i64)))
            (import "env" "has" (func $has (result i32)))
            (func (export "length") (result i64) (call $length (i32.const 2)))
            (func (export "has") (result i32) (call $has))
            """;
        using WasmInstance without = Wat.Instantiate(text, imports), with = Wat.Instantiate(text + "(memory 3)", imports);
        Assert.Equal(3 * 65536 * 2, with.GetFunction<Func<long>>("length")());
        Assert.Equal(1, with.GetFunction<Func<int>>("has")());
        Assert.Equal(0, without.GetFunction<Func<int>>("has")());
        Assert.Throws<InvalidOperationException>(() => without.GetFunction<Func<long>>("length")());
        WasmInstance? caller = null;
        using WasmInstance guest = Wat.Relay("", 0, Wat.Env("f", (Caller c) => { caller = c.Instance; }));
        guest.GetFunction<Action>("f")();
        Assert.Same(guest, caller);
    }

    [Fact]
    public void Results_may_be_enums_tuples_and_references()
    {
        using WasmInstance colour = Wat.Relay("(result i32)", 0, Wat.Env("f", () => Colour.Red));
        Assert.Equal(-2, colour.GetFunction<Func<int>>("f")());
        using WasmInstance pair = Wat.Relay("(result i32 f64)", 0, Wat.Env("f", () => (Colour.Red, 0.5)));
        Assert.Equal((-2, 0.5), pair.GetFunction<Func<(int, double)>>("f")());
        using WasmInstance nine = Wat.Relay(
            "(result i32 i32 i32 i32 i32 i32 i32 i64 externref)", 0, Wat.Env("f", () => (1, 2, 3, 4, 5, 6, 7, 8L, (object)"9")));
        Assert.Equal(
            (1, 2, 3, 4, 5, 6, 7, 8L, "9"), nine.GetFunction<Func<(int, int, int, int, int, int, int, long, object)>>("f")());
        using WasmInstance vector = Wat.Relay("(param v128) (result v128)", 1, Wat.Env("f", (Vector128<int> v) => (v + v).AsInt16()));
        Assert.Equal(
            Vector128.Create(4), vector.GetFunction<Func<Vector128<int>, Vector128<int>>>("f")(Vector128.Create(2)));
    }

    [Fact]
    public void Many_parameters_take_a_delegate_type_of_ones_own()
    {
        Sum18 sum = (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r) =>
            a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + (100 * q) + (1000 * r);
        string parameters = string.Join(' ', Enumerable.Repeat("i32", 18));
        using WasmInstance guest = Wat.Relay($"(param {parameters}) (result i32)", 18, Wat.Env("f", sum));
        Assert.Equal(
            136 + 1700 + 18000, guest.GetFunction<Sum18>("f")(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18));
    }

    [Fact]
    public void References_pass_both_ways()
    {
        object? seen = null;
        using WasmInstance objects = Wat.Relay("(param externref) (result externref)", 1, Wat.Env("f", (object? o) => seen = o));
        var f = objects.GetFunction<Func<object?, object?>>("f");
        Assert.Equal("x", f("x"));
        Assert.Equal("x", seen);
        Assert.Null(f(null));
        WasmFunction function = objects.GetFunction("f");
        Assert.Same(function, f(function));
        Assert.Same(function, seen);

        WasmFunction? called = null;
        using WasmInstance functions = Wat.Relay("(param funcref) (result funcref)", 1, Wat.Env("f", (WasmFunction? w) => called = w));
        Assert.Same(function, functions.GetFunction<Func<WasmFunction?, WasmFunction?>>("f")(function));
        Assert.Same(function, called);
        Assert.Null(functions.GetFunction<Func<WasmFunction?, WasmFunction?>>("f")(null));
    }

    [Fact]
    public void References_that_may_not_be_null_are_checked_when_the_host_returns_them()
    {
        object? value = "x";
        using WasmInstance guest = Wat.Relay("(param (ref extern)) (result (ref extern))", 1, Wat.Env("f", (object o) => value));
        var f = guest.GetFunction<Func<object, object?>>("f");
        Assert.Equal("x", f("y"));
        value = null;
        Assert.Throws<InvalidOperationException>(() => f("y"));

        WasmFunction? function = null;
        using WasmInstance typed = Wat.Instantiate("""
            (type $t (func (result i32)))
            (import "env" "f" (func $f (result (ref $t))))
            (func (export "f") (result i32) (call_ref $t (call $f)))
            (func (export "right") (type $t) (i32.const 3))
            (func (export "wrong") (result f32) (f32.const 3))
            """, Wat.Env("f", () => function));
        var call = typed.GetFunction<Func<int>>("f");
        function = typed.GetFunction("right");
        Assert.Equal(3, call());
        function = typed.GetFunction("wrong");
        Assert.Throws<InvalidOperationException>(() => call());
        function = null;
        Assert.Throws<InvalidOperationException>(() => call());
    }

    [Fact]
    public void A_callback_gets_and_gives_values()
    {
        var type = new FuncType([ValType.I32, ValType.ExternRef], [ValType.ExternRef, ValType.I64]);
        WasmImports imports = new WasmImports().Define("env", "f", type, (caller, arguments, results) =>
        {
            results[0] = arguments[1];
            results[1] = (long)arguments[0].AsInt32() + caller.Memory.Length;
        });
        using WasmInstance guest = Wat.Instantiate("""
            (import "env" "f" (func $f (param i32 externref) (result externref i64)))
            (memory 1)
            (func (export "f") (param i32 externref) (result externref i64) (call $f (local.get 0) (local.get 1)))
            """, imports);
        Assert.Equal(("x", 65540L), guest.GetFunction<Func<int, object, (object, long)>>("f")(4, "x"));
    }

    [Fact]
    public void A_callbacks_results_are_checked()
    {
        WasmValue given = default;
        using WasmInstance number = Wat.Relay("(result i64)", 0, new WasmImports().Define(
            "env", "f", new FuncType([], [ValType.I64]), (_, _, results) => results[0] = given));
        given = 1L;
        Assert.Equal(1, number.GetFunction<Func<long>>("f")());
        given = 1;
        Assert.Contains(
            "I32", Assert.Throws<InvalidOperationException>(() => number.GetFunction<Func<long>>("f")()).Message, StringComparison.Ordinal);
        using WasmInstance function = Wat.Relay("(result funcref)", 0, new WasmImports().Define(
            "env", "f", new FuncType([], [ValType.FuncRef]), (_, _, results) => results[0] = given));
        var get = function.GetFunction<Func<WasmFunction?>>("f");
        given = WasmValue.FromExtern("x");
        Assert.Throws<InvalidOperationException>(() => get());
        given = default;
        Assert.Throws<InvalidOperationException>(() => get());
        given = WasmValue.Null;
        Assert.Null(get());
        given = number.GetFunction("f");
        Assert.Same(number.GetFunction("f"), get());
        given = WasmValue.FromExtern(number.GetFunction("f"));
        Assert.Same(number.GetFunction("f"), get());
    }

    [Fact]
    public void An_exception_of_the_host_arrives_unchanged()
    {
        Exception thrown = new FormatException("mine");
        Delegate[] functions = [void () => throw thrown, void (Caller _) => throw thrown];
        foreach (Delegate function in functions)
        {
            using WasmInstance guest = Wat.Relay("", 0, Wat.Env("f", function));
            Assert.Same(thrown, Assert.Throws<FormatException>(() => guest.GetFunction<Action>("f")()));
            Assert.Same(thrown, Assert.Throws<FormatException>(() => guest.GetFunction("f").Invoke()));
        }

        thrown = Assert.Throws<NullReferenceException>(() => _ = ((string)null!).Length);
        using WasmInstance callback = Wat.Relay("", 0, new WasmImports().Define("env", "f", new FuncType([], []), (_, _, _) => throw thrown));
        Assert.Same(thrown, Assert.Throws<NullReferenceException>(() => callback.GetFunction<Action>("f")()));
    }

    [Fact]
    public void Host_and_guest_call_each_other()
    {
        using WasmInstance guest = Wat.Instantiate("""
            (import "env" "f" (func $f (param i32) (result i32)))
            (func (export "f") (param i32) (result i32) (i32.add (i32.const 1) (call $f (local.get 0))))
            """, Wat.Env("f", (Caller caller, int depth) =>
            depth == 0 ? 0 : caller.Instance.GetFunction<Func<int, int>>("f")(depth - 1)));
        Assert.Equal(51, guest.GetFunction<Func<int, int>>("f")(50));
    }

    [Fact]
    public void Endless_recursion_through_the_host_is_a_trap()
    {
        using WasmInstance guest = Wat.Instantiate("""
            (import "env" "f" (func $f))
            (func (export "f") (call $f))
            """, Wat.Env("f", (Caller caller) => caller.Instance.GetFunction<Action>("f")()));
        var trap = Assert.Throws<TrapException>(() => guest.GetFunction<Action>("f")());
        Assert.Equal(TrapKind.CallStackExhausted, trap.Kind);
        Assert.Equal(TrapKind.CallStackExhausted, Assert.Throws<TrapException>(() => guest.GetFunction<Action>("f")()).Kind);
    }

    [Theory]
    [InlineData(typeof(Action<string>))]
    [InlineData(typeof(Func<bool>))]
    [InlineData(typeof(Func<ValueTuple<int>>))]
    [InlineData(typeof(Func<(int, (int, int))>))]
    [InlineData(typeof(Func<ValueTuple<int, int, int, int, int, int, int, int>>))]
    [InlineData(typeof(Action<int[]>))]
    [InlineData(typeof(Action<nint>))]
    public void A_delegate_without_a_wasm_type_is_refused_at_once(Type type)
    {
        var parameters = type.GetMethod("Invoke")!.GetParameters().Select(
            parameter => System.Linq.Expressions.Expression.Parameter(parameter.ParameterType)).ToArray();
        Type result = type.GetMethod("Invoke")!.ReturnType;
        Delegate function = System.Linq.Expressions.Expression.Lambda(
            type, System.Linq.Expressions.Expression.Default(result), parameters).Compile();
        Assert.Throws<ArgumentException>(() => HostFunction.From(function));
        Assert.Throws<ArgumentException>(() => new WasmImports().Define("env", "f", function));
    }

    [Fact]
    public void One_function_serves_many_instances()
    {
        int calls = 0;
        HostFunction function = HostFunction.From(() => { calls++; });
        Assert.Equal("func [] -> []", function.Type.ToString());
        WasmImports imports = new WasmImports().Define("env", "f", function);
        using WasmInstance one = Wat.Relay("", 0, imports), other = Wat.Relay("", 0, imports);
        one.GetFunction<Action>("f")();
        other.GetFunction<Action>("f")();
        Assert.Equal(2, calls);
    }

    public static TheoryData<WasmEngineMode> Modes => [.. Enum.GetValues<WasmEngineMode>()];

    [Theory]
    [MemberData(nameof(Modes))]
    public void An_address_is_as_wide_as_the_modules_memory_has_it(WasmEngineMode mode)
    {
        var seen = new List<ulong>();
        var imports = new WasmImports()
            .Define("env", "few", (WasmAddress address, int number) =>
            {
                seen.Add(address);
                return new WasmAddress(address + 0x2_0000_0001UL);
            })
            .Define("env", "many", (Caller caller, long a, WasmAddress b, int c, long d, WasmAddress e, long f, uint g) =>
            {
                seen.AddRange([b, e]);
                return (ulong)a + b + e + g;
            })
            .Define("env", "mixed", (double a, WasmAddress b) =>
            {
                seen.Add(b);
                return a;
            });
        foreach ((string type, string memory) in ((string, string)[])[("i32", "(memory 1)"), ("i64", "(memory i64 1)"), ("i32", "")])
        {
            WasmModule module = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile($"""
                (import "env" "few" (func $few (param {type} i32) (result {type})))
                (import "env" "many" (func $many (param i64 {type} i32 i64 {type} i64 i32) (result i64)))
                (import "env" "mixed" (func $mixed (param f64 {type}) (result f64)))
                {memory}
                (func (export "few") (param {type}) (result {type}) (call $few (local.get 0) (i32.const -1)))
                (func (export "many") (param {type}) (result i64)
                  (call $many (i64.const 5) (local.get 0) (i32.const -1) (i64.const -1) (local.get 0) (i64.const -1) (i32.const -2)))
                (func (export "mixed") (param {type}) (result f64) (call $mixed (f64.const 0.5) (local.get 0)))
                """);
            using WasmInstance guest = module.Instantiate(imports);
            bool is64 = type == "i64";
            ulong address = is64 ? 0xffff_ffff_0000_0010 : 0xffff_fff0;
            WasmValue argument = is64 ? (WasmValue)address : (uint)address;
            WasmValue result = guest.GetFunction("few").Invoke(argument)[0];
            Assert.Equal(
                is64 ? unchecked(address + 0x2_0000_0001UL) : 0xffff_fff1, is64 ? result.AsUInt64() : result.AsUInt32());
            Assert.Equal(unchecked(5 + (2 * address) + 0xffff_fffe), guest.GetFunction("many").Invoke(argument)[0].AsUInt64());
            Assert.Equal(0.5, guest.GetFunction("mixed").Invoke(argument)[0].AsDouble());
            Assert.All(seen, other => Assert.Equal(address, other));
            Assert.Equal(4, seen.Count);
            seen.Clear();
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_host_calls_with_addresses_of_either_width(WasmEngineMode mode)
    {
        foreach (string type in (string[])["i32", "i64"])
        {
            using WasmInstance guest = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile($"""
                (func (export "f") (param {type}) (result {type} i32) (local.get 0) (i32.const 7))
                """).Instantiate();
            var function = guest.GetFunction<Func<WasmAddress, (WasmAddress, int)>>("f");
            Assert.Equal((new WasmAddress(0xffff_fff0), 7), function(0xffff_fff0UL));
            if (type == "i64")
                Assert.Equal((new WasmAddress(ulong.MaxValue), 7), function(ulong.MaxValue));
            else
                Assert.Throws<OverflowException>(() => function(0x1_0000_0000UL));
        }
    }

    [Fact]
    public void Addresses_of_another_width_do_not_link()
    {
        WasmImports imports = Wat.Env("f", (WasmAddress a, WasmAddress b) => { });
        foreach ((string types, string memory) in ((string, string)[])[("i64 i64", "1"), ("i32 i32", "i64 1"), ("i32 i64", "i64 1")])
        {
            LinkException error = Assert.Throws<LinkException>(() => Wat.Instantiate(
                $"""(import "env" "f" (func (param {types}))) (memory {memory})""", imports));
            Assert.Contains($"expected to be func [{types}]", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal("func [i32 i32] -> []", HostFunction.From((WasmAddress a, WasmAddress b) => { }).Type.ToString());
        Assert.Equal("17", new WasmAddress(17).ToString());
    }
}
