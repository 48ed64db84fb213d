namespace Wasil.Tests.Api;

/// <summary>Hosts put functions of their own around what guests import.</summary>
public class WrappingTests
{
    private const string Text = """
        (import "env" "f" (func $f (param i32) (result i32)))
        (func (export "f") (param i32) (result i32) (call $f (local.get 0)))
        """;

    private static int Call(WasmImports imports, int argument)
    {
        using WasmInstance instance = Wat.Instantiate(Text, imports);
        return instance.GetFunction<Func<int, int>>("f")(argument);
    }

    private static Func<WasmFunction, Delegate> Adding(int number) => original =>
    {
        var inner = original.As<Func<int, int>>();
        return (int x) => inner(x) + number;
    };

    [Fact]
    public void What_was_defined_before_is_wrapped_and_what_comes_later_replaces_all_of_it()
    {
        WasmImports imports = Wat.Env("f", (int x) => x).Wrap("env", "f", Adding(1));
        Assert.Equal(6, Call(imports, 5));
        Assert.Equal(26, Call(imports.Wrap("env", "f", original => (int x) => (int)original.Invoke(x)[0].AsInt32() + 20), 5));
        Assert.Equal(26, Call(imports.Wrap("env", "g", Adding(1000)).Wrap("other", "f", Adding(1000)), 5));
        Assert.Equal(26, Call(new WasmImports().Define(imports), 5));
        Assert.Equal(10, Call(imports.Define("env", "f", (int x) => x * 2), 5));
        Assert.Equal(13, Call(imports.Wrap("env", "f", Adding(3)), 5));
    }

    [Fact]
    public void The_latest_wrapper_is_the_outermost()
    {
        var order = new List<string>();
        Func<WasmFunction, Delegate> Noting(string name) => original => (int x) =>
        {
            order.Add(name);
            return original.Invoke(x)[0].AsInt32();
        };
        Call(Wat.Env("f", (int x) => x).Wrap("env", "f", Noting("inner")).Wrap("env", "f", Noting("outer")), 1);
        Assert.Equal(["outer", "inner"], order);
    }

    [Fact]
    public void Each_instance_has_its_own_wrapper_and_its_original_sees_the_caller()
    {
        int made = 0;
        WasmImports imports = Wat.Env("f", (Caller caller, int address) => caller.Memory.Read<int>(address))
            .Wrap("env", "f", original =>
            {
                int own = ++made, calls = 0;
                return (Caller caller, int address) => (own * 100) + (++calls * 10) + original.Invoke(address)[0].AsInt32();
            });
        string text = Text + """(memory (export "memory") 1) (data (i32.const 16) "\07")""";
        using WasmInstance one = Wat.Instantiate(text, imports), other = Wat.Instantiate(text, imports);
        one.Memory.Write(16, 3);
        Assert.Equal(113, one.GetFunction<Func<int, int>>("f")(16));
        Assert.Equal(123, one.GetFunction<Func<int, int>>("f")(16));
        Assert.Equal(217, other.GetFunction<Func<int, int>>("f")(16));
    }

    [Fact]
    public void All_functions_can_be_wrapped_at_once_and_nothing_else_is_asked_for()
    {
        var asked = new List<string>();
        int calls = 0;
        WasmImports imports = Wat.Env("f", (int x) => x).Define("env", "g", () => { })
            .Define("env", "m", new WasmMemory(new MemoryType(new Limits(1))))
            .Wrap((import, original) =>
            {
                asked.Add(import.Name);
                return import.Name == "g" ? null : HostFunction.From(original.Signature, (_, arguments, results) =>
                {
                    calls++;
                    original.Invoke(arguments, results);
                });
            });
        using WasmInstance instance = Wat.Instantiate("""
            (import "env" "f" (func $f (param i32) (result i32))) (import "env" "m" (memory 1)) (import "env" "g" (func $g))
            (func (export "f") (result i32) (call $g) (call $f (i32.const 4)))
            """, imports);
        Assert.Equal(4, instance.GetFunction<Func<int>>("f")());
        Assert.Equal(["f", "g"], asked);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Functions_of_other_instances_and_of_packages_can_be_wrapped()
    {
        using WasmInstance other = Wat.Instantiate("""
            (func (export "f") (param i32) (result i32) (i32.div_s (i32.const 100) (local.get 0)))
            """);
        WasmImports imports = new WasmImports().Define("env", other).Wrap("env", "f", Adding(1));
        Assert.Equal(51, Call(imports, 2));
        var trap = Assert.Throws<TrapException>(() => Call(imports, 0));
        Assert.Equal(TrapKind.IntegerDivideByZero, trap.Kind);
        WasmImports package = new WasmImports()
            .DefinePerInstance(() => import => import.Name == "f" ? HostFunction.From((int x) => x + 7) : null)
            .Wrap("env", "f", Adding(1));
        Assert.Equal(10, Call(package, 2));
    }

    [Fact]
    public void Exceptions_of_the_original_go_through_the_wrapper()
    {
        WasmImports imports = Wat.Env("f", (int x) => x == 0 ? throw new WasmExitException(3) : x).Wrap("env", "f", Adding(1));
        Assert.Equal(3, Assert.Throws<WasmExitException>(() => Call(imports, 0)).ExitCode);
        WasmImports catching = Wat.Env("f", (int x) => x == 0 ? throw new IOException("gone") : x).Wrap("env", "f", original => (int x) =>
        {
            try
            {
                return original.Invoke(x)[0].AsInt32();
            }
            catch (IOException)
            {
                return -1;
            }
        });
        Assert.Equal(-1, Call(catching, 0));
    }

    [Fact]
    public void A_guest_catches_what_the_original_throws()
    {
        var tag = new WasmTag(ValType.I32);
        WasmImports imports = new WasmImports().Define("env", "t", tag)
            .Define("env", "f", (int x) => x == 0 ? throw new TaggedException(tag, 9) : x)
            .Wrap("env", "f", Adding(1));
        using WasmInstance instance = Wat.Instantiate("""
            (import "env" "t" (tag $t (param i32))) (import "env" "f" (func $f (param i32) (result i32)))
            (func (export "f") (param i32) (result i32)
              (block $caught (result i32)
                (return (try_table (result i32) (catch $t $caught) (call $f (local.get 0))))))
            """, imports);
        Assert.Equal(9, instance.GetFunction<Func<int, int>>("f")(0));
        Assert.Equal(6, instance.GetFunction<Func<int, int>>("f")(5));
    }

    [Fact]
    public void What_does_not_fit_is_told()
    {
        Assert.Throws<LinkException>(() => Call(new WasmImports().Wrap("env", "f", Adding(1)), 0));
        var failure = Assert.Throws<LinkException>(() =>
            Call(Wat.Env("f", (int x) => x).Wrap("env", "f", _ => (long x) => x), 0));
        Assert.Equal("f", failure.ImportName);
        Assert.Contains("func [i64] -> [i64] was given", failure.Message, StringComparison.Ordinal);
        Assert.Throws<LinkException>(() => Call(Wat.Env("f", (long x) => 1).Wrap("env", "f", Adding(1)), 0));
        Assert.Throws<ArgumentNullException>(() => Call(Wat.Env("f", (int x) => x).Wrap("env", "f", _ => null!), 0));
        var imports = new WasmImports();
        Assert.Throws<ArgumentNullException>(() => imports.Wrap(null!, "f", Adding(1)));
        Assert.Throws<ArgumentNullException>(() => imports.Wrap("env", null!, Adding(1)));
        Assert.Throws<ArgumentNullException>(() => imports.Wrap("env", "f", null!));
        Assert.Throws<ArgumentNullException>(() => imports.Wrap(null!));
    }

    [Fact]
    public void Threads_have_wrappers_of_their_own()
    {
        int made = 0;
        var engine = new WasmEngine(new WasmEngineOptions { Interruptible = true });
        WasmImports imports = Wat.Env("f", (int x) => x).Wrap("env", "f", original =>
        {
            int own = ++made;
            return (int x) => (own * 10) + original.Invoke(x)[0].AsInt32();
        });
        using WasmInstance instance = engine.Compile(Text).Instantiate(imports);
        using WasmInstance same = instance.InstantiateForThread();
        using WasmInstance changed = instance.InstantiateForThread(_ => HostFunction.From((int x) => -x));
        Assert.Equal(12, instance.GetFunction<Func<int, int>>("f")(2));
        Assert.Equal(22, same.GetFunction<Func<int, int>>("f")(2));
        Assert.Equal(28, changed.GetFunction<Func<int, int>>("f")(2));
    }
}
