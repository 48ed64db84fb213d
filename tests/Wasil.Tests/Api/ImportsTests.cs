namespace Wasil.Tests.Api;

/// <summary>What modules are given, and what is said where it does not fit.</summary>
public class ImportsTests
{
    private const string Text = """
        (import "env" "f" (func $f (result i32))) (func (export "f") (result i32) (call $f))
        """;

    private static int Call(WasmImports imports)
    {
        using WasmInstance instance = Wat.Instantiate(Text, imports);
        return instance.GetFunction<Func<int>>("f")();
    }

    private static WasmImportResolver Always(WasmExtern? value) => _ => value;

    [Fact]
    public void The_later_definition_wins()
    {
        WasmImports imports = Wat.Env("f", () => 1).Define("env", "f", () => 2);
        Assert.Equal(2, Call(imports));
        Assert.Equal(3, Call(imports.DefinePerInstance(() => Always(HostFunction.From(() => 3)))));
        Assert.Equal(3, Call(imports.DefinePerInstance(() => Always(null))));
        Assert.Equal(4, Call(imports.Define("env", "f", () => 4)));
        Assert.Equal(5, Call(imports.Define(Wat.Env("f", () => 5))));
        WasmImports first = Wat.Env("f", () => 6).Define(imports);
        Assert.Equal(5, Call(first));
        imports.Define("env", "f", () => 7);
        Assert.Equal(5, Call(first));
        Assert.Equal(7, Call(imports));
        Assert.Equal(7, Call(imports.Define(imports)));
    }

    [Fact]
    public void Another_instances_exports_can_be_given()
    {
        using WasmInstance other = Wat.Instantiate("""
            (func (export "f") (result i32) (i32.const 8)) (memory (export "m") 1)
            """);
        Assert.Equal(8, Call(new WasmImports().Define("env", other)));
        using WasmInstance user = Wat.Instantiate("""
            (import "a" "m" (memory 1)) (import "a" "f" (func (result i32))) (export "f" (func 0))
            """, new WasmImports().Define("a", other));
        Assert.Same(other.GetFunction("f"), user.GetFunction("f"));
    }

    [Fact]
    public void State_is_made_for_each_instance_that_needs_it()
    {
        int made = 0;
        var asked = new List<string>();
        WasmImports imports = new WasmImports().DefinePerInstance(() =>
        {
            made++;
            int count = 0;
            HostFunction next = HostFunction.From(() => ++count);
            return import =>
            {
                asked.Add(import.ToString());
                return import.Type is FunctionType ? next : null;
            };
        });
        using WasmInstance one = Wat.Instantiate(Text, imports), other = Wat.Instantiate(Text, imports);
        Assert.Equal(["env.f: func [] -> [i32]", "env.f: func [] -> [i32]"], asked);
        Assert.Equal(1, one.GetFunction<Func<int>>("f")());
        Assert.Equal(2, one.GetFunction<Func<int>>("f")());
        Assert.Equal(1, other.GetFunction<Func<int>>("f")());
        using WasmInstance without = Wat.Instantiate("(memory 1)", imports);
        Assert.Equal(2, made);
    }

    [Theory]
    [InlineData("(func (result i32))", "func [] -> [i32]")]
    [InlineData("(memory 1)", "memory 1")]
    [InlineData("(table 1 funcref)", "table 1 funcref")]
    [InlineData("(global i32)", "global i32")]
    [InlineData("(tag)", "tag [] -> []")]
    public void A_missing_import_is_named(string type, string expected)
    {
        var failure = Assert.Throws<LinkException>(() => Wat.Instantiate($"""(import "some" "thing" {type})""", Wat.Env("f", () => 1)));
        Assert.Equal(("some", "thing"), (failure.ImportModule, failure.ImportName));
        Assert.Contains($"some.thing: {expected}", failure.Message, StringComparison.Ordinal);
        Assert.Throws<LinkException>(() => Wat.Instantiate($"""(import "some" "thing" {type})"""));
    }

    [Theory]
    [InlineData("(func (param i32) (result i32))", "func")]
    [InlineData("(func)", "func")]
    [InlineData("(func (result i64))", "func")]
    [InlineData("(func (result i32 i32))", "func")]
    [InlineData("(func (result externref))", "func")]
    [InlineData("(memory 1)", "func")]
    [InlineData("(table 1 funcref)", "func")]
    [InlineData("(global i32)", "func")]
    [InlineData("(tag)", "func")]
    [InlineData("(func (result i32))", "memory")]
    [InlineData("(memory 3)", "memory")]
    [InlineData("(memory 1 4)", "memory")]
    [InlineData("(memory i64 1)", "memory")]
    [InlineData("(memory 1 5 shared)", "memory")]
    [InlineData("(global i32)", "memory")]
    [InlineData("(table 3 funcref)", "table")]
    [InlineData("(table 1 4 funcref)", "table")]
    [InlineData("(table 1 externref)", "table")]
    [InlineData("(memory 1)", "table")]
    [InlineData("(global i64)", "global")]
    [InlineData("(global (mut i32))", "global")]
    [InlineData("(func (result i32))", "global")]
    [InlineData("(tag (param i32))", "tag")]
    [InlineData("(func)", "tag")]
    public void What_does_not_fit_is_told_with_both_types(string expected, string given)
    {
        WasmExtern value = given switch
        {
            "func" => HostFunction.From(() => 1),
            "memory" => new WasmMemory(new MemoryType(new Limits(2, 5))),
            "table" => new WasmTable(new TableType(ValType.FuncRef, new Limits(2, 5))),
            "global" => new WasmGlobal(new GlobalType(ValType.I32, false), 1),
            _ => new WasmTag(),
        };
        WasmImports imports = new WasmImports().Define("some", "thing", value);
        WasmModule module = WasmEngine.Default.Compile($"""(import "some" "thing" {expected})""");
        var failure = Assert.Throws<LinkException>(() => module.Instantiate(imports));
        Assert.Contains("some.thing", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"expected to be {module.Imports[0].Type}", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"{value.Type} was given", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guests_function_must_have_the_imports_type()
    {
        using WasmInstance other = Wat.Instantiate("""(func (export "f") (result i64) (i64.const 8))""");
        var failure = Assert.Throws<LinkException>(() => Wat.Instantiate(Text, new WasmImports().Define("env", other)));
        Assert.Contains("func [] -> [i64] was given", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_cannot_be_defined()
    {
        var imports = new WasmImports();
        Assert.Throws<ArgumentNullException>(() => imports.Define(null!, "f", () => { }));
        Assert.Throws<ArgumentNullException>(() => imports.Define("env", null!, () => { }));
        Assert.Throws<ArgumentNullException>(() => imports.Define("env", "f", (Delegate)null!));
        Assert.Throws<ArgumentNullException>(() => imports.Define("env", "f", (WasmExtern)null!));
        Assert.Throws<ArgumentNullException>(() => imports.Define("env", (WasmInstance)null!));
        Assert.Throws<ArgumentNullException>(() => imports.Define(null!));
        Assert.Throws<ArgumentNullException>(() => imports.DefinePerInstance((Func<WasmImportResolver>)null!));
        Assert.Throws<ArgumentNullException>(() => new FuncType((IEnumerable<ValType>)null!, []));
    }
}
