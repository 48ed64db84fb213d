namespace Wasil.Tests.Hostile;

/// <summary>Whatever is on the stack when it runs out, and whatever stack it is: a trap, and the process goes on.</summary>
public class StackTests
{
    private static readonly string WideTypes = string.Join(' ', Enumerable.Range(0, 1000).Select(i => (i % 4) switch
    {
        0 => "i32",
        1 => "i64",
        2 => "f32",
        _ => "f64",
    }));

    private static readonly string WideArguments = string.Concat(Enumerable.Range(0, 1000).Select(i => $"local.get {i} "));

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["plain"] = """(func $f (export "f") (call $f) (call $f))""",
        ["wide"] = $"""
            (type $w (func (param {WideTypes}) (result {WideTypes})))
            (func $w (type $w) {WideArguments} call $w)
            (func $make (result {WideTypes}) {string.Concat(Enumerable.Range(0, 1000).Select(i => $"{WideTypes.Split(' ')[i]}.const 1 "))})
            (func (export "f") call $make call $w {string.Concat(Enumerable.Repeat("drop ", 1000))})
            """,
        ["wide indirect"] = $"""
            (type $w (func (param {WideTypes}) (result {WideTypes})))
            (table funcref (elem $w))
            (func $w (type $w) {WideArguments} i32.const 0 call_indirect (type $w))
            (func $make (result {WideTypes}) {string.Concat(Enumerable.Range(0, 1000).Select(i => $"{WideTypes.Split(' ')[i]}.const 1 "))})
            (func (export "f") call $make call $w {string.Concat(Enumerable.Repeat("drop ", 1000))})
            """,
        ["results"] = """
            (type $r (func (result i32 i64 f32 f64 v128 i32 i64)))
            (func $r (type $r) call $r)
            (func (export "f") call $r drop drop drop drop drop drop drop)
            """,
        ["vectors"] = $"""
            (func $v (param {string.Concat(Enumerable.Repeat("v128 ", 300))}) (result v128)
              {string.Concat(Enumerable.Range(0, 300).Select(i => $"local.get {i} "))} call $v)
            (func (export "f") {string.Concat(Enumerable.Repeat("v128.const i64x2 0 1 ", 300))} call $v drop)
            """,
        ["reference"] = """
            (elem declare func $f)
            (type $t (func))
            (func $f (export "f") (call_ref $t (ref.func $f)) (call_ref $t (ref.func $f)))
            """,
        ["host"] = """(import "env" "again" (func $again)) (func (export "f") (call $again) (call $again))""",
        ["host with a callback"] = """
            (import "env" "callback" (func $again (param i32) (result i32)))
            (func (export "f") (drop (call $again (i32.const 1))))
            """,
        ["two instances"] = """
            (import "env" "table" (table 2 funcref))
            (import "env" "number" (global $other i32))
            (type $t (func))
            (elem (i32.sub (i32.const 1) (global.get $other)) func $f)
            (func $f (export "f") (call_indirect (type $t) (global.get $other)) (call_indirect (type $t) (global.get $other)))
            """,
        ["start"] = """(func $f (call $f) (call $f)) (start $f)""",
        ["many locals"] = $"""
            (func $f (export "f") (local {string.Concat(Enumerable.Repeat("i64 ", 900))})
              {string.Concat(Enumerable.Range(0, 900).Select(i => $"(local.set {i} (i64.const {i}))"))}
              (call $f)
              {string.Concat(Enumerable.Range(0, 900).Select(i => $"(drop (i64.add (local.get {i}) (local.get {899 - i})))"))}
              (call $f))
            """,
    };

    public static TheoryData<string, int, long, WasmEngineMode> Attacks
    {
        get
        {
            var data = new TheoryData<string, int, long, WasmEngineMode>();
            foreach (string name in Texts.Keys)
            {
                foreach (WasmEngineMode mode in (WasmEngineMode[])[WasmEngineMode.Auto, WasmEngineMode.Interpreted])
                {
                    data.Add(name, 0, InstanceLimits.DefaultStackBytes, mode);
                    data.Add(name, 320 << 10, InstanceLimits.DefaultStackBytes, mode);
                    data.Add(name, 8 << 20, 7 << 20, mode);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Running_out_of_stack_is_a_trap(string name, int threadBytes, long stackBytes, WasmEngineMode mode)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => Attack(name, stackBytes, mode)), threadBytes);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    [Theory]
    [InlineData(WasmEngineMode.Auto)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void Any_limit_holds(WasmEngineMode mode)
    {
        foreach (string name in (string[])["plain", "wide", "results", "vectors", "reference", "many locals"])
        {
            WasmModule module = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(Texts[name]);
            foreach (long bytes in (long[])[1, 7, 8, 9, 63, 1_001, 4_095, 8_191, 20_011, 65_537])
            {
                using WasmInstance instance = module.Instantiate(options: new InstanceOptions { Limits = { StackBytes = bytes } });
                WasmFunction function = instance.GetFunction("f");
                Assert.Equal(TrapKind.CallStackExhausted, Assert.Throws<TrapException>(() => function.Invoke()).Kind);
            }
        }
    }

    private static void Attack(string name, long stackBytes, WasmEngineMode mode)
    {
        WasmModule module = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(Texts[name]);
        var options = new InstanceOptions { Limits = { StackBytes = stackBytes } };
        var table = new WasmTable(new TableType(ValType.FuncRef, new Limits(2)));
        WasmImports imports = new WasmImports()
            .Define("env", "again", (Caller caller) => caller.Instance.GetFunction<Action>("f")())
            .Define("env", "callback", HostFunction.From(
                new FuncType([ValType.I32], [ValType.I32]), (caller, arguments, results) =>
                {
                    caller.Instance.GetFunction("f").Invoke();
                    results[0] = 1;
                }))
            .Define("env", "table", table)
            .Define("env", "number", new WasmGlobal(new GlobalType(ValType.I32, isMutable: false), 1));
        // Twice: the first time functions are compiled on the way down.
        for (int i = 0; i < 2; i++)
        {
            TrapException trap;
            if (name == "start")
            {
                trap = Assert.Throws<TrapException>(() => module.Instantiate(imports, options));
            }
            else
            {
                using WasmInstance instance = module.Instantiate(imports, options);
                using WasmInstance other = module.Instantiate(
                    new WasmImports().Define(imports).Define("env", "number", new WasmGlobal(new GlobalType(ValType.I32, isMutable: false), 0)),
                    options);
                trap = Assert.Throws<TrapException>(() => instance.GetFunction("f").Invoke());
            }

            Assert.Equal(TrapKind.CallStackExhausted, trap.Kind);
            Assert.NotEmpty(trap.WasmStack);
        }
    }
}
