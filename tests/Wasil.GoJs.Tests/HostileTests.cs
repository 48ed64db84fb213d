using System.Globalization;

namespace Wasil.GoJs.Tests;

/// <summary>Modules that import what Go's programs do and use it otherwise. Each ends with an error that says what it did.</summary>
[Collection("Memory of the process")]
public class HostileTests
{
    private const ulong Global = 0x7ff8_0001_0000_0005, Number = 0x3ff0_0000_0000_0000;

    [Theory]
    [InlineData("syscall/js.finalizeRef", "(i64.store (i32.const 72) (i64.const 1000))", "gives back reference 1000, which it does not have")]
    [InlineData("syscall/js.finalizeRef", "(i64.store (i32.const 72) (i64.const -1))", "gives back reference 4294967295")]
    [InlineData("syscall/js.valueGet", "(i64.store (i32.const 72) (i64.const 0x7ff8000100000063))", "uses reference 99, which it does not have")]
    [InlineData("syscall/js.valueGet", "(i64.store (i32.const 88) (i64.const 0x7fffffffffffffff))", "which are not in its memory")]
    [InlineData("syscall/js.valueGet", "(i64.store (i32.const 80) (i64.const -8)) (i64.store (i32.const 88) (i64.const 16))", "which are not in its memory")]
    [InlineData("syscall/js.valueGet", "(i64.store (i32.const 88) (i64.const -1))", "hands over -1 bytes")]
    [InlineData("syscall/js.stringVal", "(i64.store (i32.const 80) (i64.const 0x100000000))", "which are not in its memory")]
    [InlineData("syscall/js.valueCall", "(i64.store (i32.const 104) (i64.const 0x7fffffff))", "passes 2147483647 arguments")]
    [InlineData("syscall/js.valueCall", "(i64.store (i32.const 104) (i64.const 100000))", "out of bounds memory access")]
    [InlineData("syscall/js.valueLoadString", "", "valueLoadString is called with something else")]
    [InlineData("runtime.wasmWrite", "(i64.store (i32.const 72) (i64.const 3))", "writes to descriptor 3")]
    [InlineData("runtime.wasmWrite", "(i64.store (i32.const 72) (i64.const 1)) (i64.store (i32.const 80) (i64.const 0x10000)) (i32.store (i32.const 88) (i32.const 1))", "out of bounds memory access")]
    [InlineData("runtime.wasmWrite", "(i64.store (i32.const 72) (i64.const 1)) (i32.store (i32.const 88) (i32.const -1))", "out of bounds memory access")]
    [InlineData("runtime.getRandomData", "(i64.store (i32.const 80) (i64.const 0x10001))", "which are not in its memory")]
    [InlineData("syscall/js.copyBytesToGo", "(i64.store (i32.const 96) (i64.const 0x7ff80001000000ff))", "uses reference 255")]
    public void A_function_is_handed_nonsense(string name, string preparation, string expected) =>
        Fails(name, Call(preparation, 64), expected);

    [Theory]
    [InlineData(-8)]
    [InlineData(65_536)]
    [InlineData(65_530)]
    [InlineData(int.MinValue)]
    public void The_stack_pointer_lies_outside(int pointer)
    {
        foreach (string name in (string[])
            ["runtime.nanotime1", "syscall/js.valueGet", "syscall/js.valueCall", "syscall/js.valueNew", "syscall/js.finalizeRef"])
            Fails(name, Call("", pointer), "out of bounds memory access");
    }

    [Fact]
    public void References_are_counted()
    {
        // A string's reference is handed out once and given back twice.
        Fails(
            "syscall/js.stringVal",
            "(i64.store (i32.const 72) (i64.const 0)) (call $f (i32.const 64)) (i64.store (i32.const 72) (i64.load (i32.const 88))) (call $g (i32.const 64)) (call $g (i32.const 64))",
            "gives back reference 7, which it does not have",
            "syscall/js.finalizeRef");
    }

    [Fact]
    public void Timers_are_limited() => Fails(
        "runtime.scheduleTimeoutEvent",
        "(i64.store (i32.const 72) (i64.const 100000)) (loop (call $f (i32.const 64)) (br 0))",
        "more than 100,000 timers");

    [Fact]
    public void A_timer_that_nobody_clears_ends_the_program() => Fails(
        "runtime.scheduleTimeoutEvent", Call("", 64), "does not take notice of a timer");

    [Fact]
    public void References_are_limited() => Fails(
        "syscall/js.stringVal",
        """
        (i64.store (i32.const 72) (i64.const 128)) (i64.store (i32.const 80) (i64.const 4096))
        (loop (i32.store (i32.const 128) (i32.add (i32.const 1) (i32.load (i32.const 128)))) (call $f (i32.const 64)) (br 0))
        """,
        "the limit of GoJsOptions.MaxHeapBytes");

    [Fact]
    public void Names_of_properties_count_as_memory() => Fails(
        "syscall/js.valueSet",
        $"""
        (i64.store (i32.const 80) (i64.const 4096)) (i64.store (i32.const 88) (i64.const 32768)) (i64.store (i32.const 96) (i64.const {Number}))
        (loop (i32.store (i32.const 4096) (i32.add (i32.const 1) (i32.load (i32.const 4096)))) (call $f (i32.const 64)) (br 0))
        """,
        "the limit of GoJsOptions.MaxHeapBytes");

    [Fact]
    public void A_text_has_a_longest_length() => Fails(
        "syscall/js.stringVal", "(i64.store (i32.const 80) (i64.const 0x20000000))" + Call("(i64.store (i32.const 72) (i64.const 0))", 64),
        "hands over a text of 536,870,912 bytes", pages: 9000);

    [Fact]
    public void Arguments_of_calls_within_calls_are_limited()
    {
        // Each call passes what the memory's first half would hold as arguments, and calls itself.
        using WasmInstance instance = GoGuest.Engine.Compile($"""
            (import "gojs" "syscall/js.valueCall" (func $call (param i32)))
            (import "gojs" "syscall/js.valueInvoke" (func $invoke (param i32)))
            (memory (export "mem") 200)
            (global $depth (mut i32) (i32.const 0))
            (func (export "run") (param i32 i32)
              (i64.store (i32.const 72) (i64.const 0x7ff8000100000006))
              (i64.store (i32.const 80) (i64.const 4096))
              (i64.store (i32.const 88) (i64.const 16))
              (i64.store (i32.const 96) (i64.const 8192))
              (i64.store (i32.const 104) (i64.const 1))
              (i64.store (i32.const 8192) (i64.const {Number}))
              (call $call (i32.const 64))
              (i64.store (i32.const 512) (i64.load (i32.const 120)))
              (call $again))
            (func $again (export "resume")
              (global.set $depth (i32.add (global.get $depth) (i32.const 1)))
              (i64.store (i32.const 264) (i64.load (i32.const 512)))
              (i64.store (i32.const 272) (i64.const 65536))
              (i64.store (i32.const 280) (i64.const 1000000))
              (call $invoke (i32.const 256))
              (if (i32.eqz (i32.load8_u (i32.const 304))) (then
                (if (i32.gt_u (global.get $depth) (i32.const 10)) (then unreachable)))))
            (func (export "getsp") (result i32) (i32.const 256))
            (data (i32.const 4096) "_makeFuncWrapper")
            """).Instantiate(new WasmImports().AddGoJs(new GoJsOptions()));
        var trap = Assert.Throws<TrapException>(() => instance.RunCommand());
        Assert.Contains("Go did not end the program", trap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_numbers_come_to_an_end()
    {
        int parts = 0;
        using var end = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Run(
            "runtime.getRandomData",
            "(i64.store (i32.const 72) (i64.const 0)) (i64.store (i32.const 80) (i64.const 13107200)) (call $f (i32.const 64))",
            pages: 200,
            random: bytes =>
            {
                parts++;
                bytes.Fill(1);
                end.Cancel();
            },
            token: end.Token));
        Assert.Equal(1, parts);
    }

    [Fact]
    public void A_program_that_ignores_the_report_of_a_deadlock_ends()
    {
        Fails("runtime.nanotime1", "", "Go did not end the program");
    }

    [Fact]
    public void Setting_a_property_of_no_object_leaves_the_guest()
    {
        var failure = Assert.Throws<JsException>(() => Run("syscall/js.valueSet", Call(
            $"(i64.store (i32.const 72) (i64.const {Number}))", 64)));
        Assert.Contains("Reflect.set called on non-object", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_of_tinygo_are_told_apart()
    {
        var failure = Assert.Throws<LinkException>(() => GoGuest.Engine.Compile(
            """(import "gojs" "syscall/js.valueGet" (func (param i64 i32 i32) (result i64)))""")
            .Instantiate(new WasmImports().AddGoJs()));
        Assert.Contains("TinyGo", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_is_no_program_is_refused()
    {
        using WasmInstance instance = GoGuest.Engine.Compile(
            """(import "gojs" "runtime.nanotime1" (func (param i32)))""").Instantiate(new WasmImports().AddGoJs());
        var failure = Assert.Throws<InvalidOperationException>(() => instance.RunCommand());
        Assert.Contains("it has to export run, resume, getsp and a memory mem", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hoard", "the limit of GoJsOptions.MaxHeapBytes")]
    [InlineData("storm", "more than 100,000 timers at once")]
    [InlineData("deep", "call stack exhausted")]
    public void A_go_program_takes_too_much(string part, string expected)
    {
        var trap = Assert.Throws<TrapException>(() => GoGuest.Run(part, options => options.MaxHeapBytes = 100 << 20));
        Assert.Contains(expected, trap.Message, StringComparison.Ordinal);
        Assert.Equal(0, GoGuest.Run("hello").ExitCode);
    }

    [Fact]
    public void Texts_have_a_longest_length()
    {
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), GoGuest.Options("hello"));
        JsRealm realm = program.Realm;
        JsObject sparse = realm.Global["Array"].AsFunction().Construct(1000);
        string separator = new('x', 1 << 20);
        Assert.Equal("RangeError: Invalid string length", Assert.Throws<JsException>(() => sparse.Call("join", separator)).Message);
        Assert.Equal("", sparse.Call("join", "").AsString());
    }

    [Fact]
    public void An_array_within_itself_is_the_empty_text_there()
    {
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), GoGuest.Options("hello"));
        JsArray self = program.Realm.CreateArray(), other = program.Realm.CreateArray(1, self);
        Assert.Equal("", self.Call("join").AsString());
        self.Add(self);
        Assert.Equal("", self.Call("join").AsString());
        self.Add(2);
        self.Add(other);
        Assert.Equal(",2,1,", self.Call("toString").AsString());
        Assert.Equal("1-,2,", other.Call("join", "-").AsString());
    }

    [Fact]
    public void Texts_count_as_memory()
    {
        GoJsOptions options = GoGuest.Options("library");
        options.MaxHeapBytes = 8 << 20;
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), options);
        Assert.True(program.Start());
        Fails(program.Realm.Global["Array"].AsFunction().Construct(401), "join", new string('x', 1 << 17));
        // Doubled again and again, as text is made large by what has little.
        JsValue list = new string('x', 1 << 10);
        for (int i = 0; i < 40; i++)
            list = program.Realm.CreateArray(list, list);
        Fails(list.AsObject(), "toString");

        static void Fails(JsObject target, string function, params ReadOnlySpan<JsValue> arguments)
        {
            TrapException? trap = null;
            try
            {
                target.Call(function, arguments);
            }
            catch (TrapException thrown)
            {
                trap = thrown;
            }

            Assert.Contains("the limit of GoJsOptions.MaxHeapBytes", trap?.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Long_empty_arrays_take_no_time()
    {
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), GoGuest.Options("hello"));
        JsObject sparse = program.Realm.Global["Array"].AsFunction().Construct((double)uint.MaxValue);
        sparse.Call("forEach", program.Realm.CreateFunction("never", (_, _) => throw new InvalidOperationException()));
        Assert.Equal(uint.MaxValue, sparse.Get("length").AsNumber());
        Assert.Equal("RangeError: Invalid string length", Assert.Throws<JsException>(() => sparse.Call("join")).Message);
        Assert.Equal(-1, sparse.Call("indexOf", 1).AsNumber());
        Assert.Equal(-1, sparse.Call("lastIndexOf", 1).AsNumber());
        Assert.False(sparse.Call("includes", 1).AsBoolean());
        Assert.True(sparse.Call("includes", default(JsValue)).AsBoolean());
    }

    [Fact]
    public void Prototypes_make_no_circle()
    {
        using GoProgram program = GoProgram.Instantiate(GoGuest.Module(), GoGuest.Options("hello"));
        JsObject type = program.Realm.Global["Object"].AsObject(), reflect = program.Realm.Global["Reflect"].AsObject();
        JsObject first = program.Realm.CreateObject(), second = program.Realm.CreateObject();
        type.Call("setPrototypeOf", first, second);
        Assert.Contains(
            "Cyclic", Assert.Throws<JsException>(() => type.Call("setPrototypeOf", second, first)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "Cyclic", Assert.Throws<JsException>(() => type.Call("setPrototypeOf", first, first)).Message, StringComparison.Ordinal);
        Assert.False(reflect.Call("setPrototypeOf", second, first).AsBoolean());
        Assert.True(first.Get("none").IsUndefined);
    }

    private static string Call(string preparation, int pointer) =>
        $"{preparation} (call $f (i32.const {pointer.ToString(CultureInfo.InvariantCulture)}))";

    private static void Fails(string name, string body, string expected, string other = "runtime.nanotime1", int pages = 1)
    {
        var trap = Assert.Throws<TrapException>(() => Run(name, body, other, pages));
        Assert.Contains(expected, trap.Message, StringComparison.Ordinal);
    }

    private static void Run(
        string name, string body, string other = "runtime.nanotime1", int pages = 1, Wasi.WasiRandom? random = null,
        CancellationToken token = default)
    {
        using WasmInstance instance = GoGuest.Engine.Compile($"""
            (import "gojs" "{name}" (func $f (param i32)))
            (import "gojs" "{other}" (func $g (param i32)))
            (memory (export "mem") {pages})
            (func (export "run") (param i32 i32)
              (i64.store (i32.const 72) (i64.const {Global}))
              {body})
            (func (export "resume"))
            (func (export "getsp") (result i32) (i32.const 64))
            """).Instantiate(new WasmImports().AddGoJs(new GoJsOptions { MaxHeapBytes = 64 << 20, Random = random }), cancellationToken: token);
        instance.RunCommand(token);
    }
}
