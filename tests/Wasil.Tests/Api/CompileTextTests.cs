namespace Wasil.Tests.Api;

/// <summary>An engine takes the text format as well, and tells of what is wrong by line and column.</summary>
public class CompileTextTests
{
    [Fact]
    public void A_text_becomes_a_module()
    {
        using var instance = WasmEngine.Default.Compile("""
            (module $adder
              (func (export "add") (param i32 i32) (result i32)
                (i32.add (local.get 0) (local.get 1))))
            """).Instantiate();
        Assert.Equal("adder", instance.Module.Name);
        Assert.Equal(5, instance.GetFunction<Func<int, int, int>>("add")(2, 3));
    }

    [Fact]
    public void A_malformed_text_is_told_of_by_line_and_column()
    {
        var failure = Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile("(module\n  (fun))"));
        Assert.Equal((2, 4), (failure.Line, failure.Column));
    }

    [Theory]
    [InlineData("(func\n  i32.const 1\n  f32.neg\n  drop)", 3, 3, "f32.neg")]
    [InlineData("(func\n  (drop\n    (f32.neg\n      (i32.const 1))))", 3, 6, "f32.neg")]
    [InlineData("(func (result i32)\n  (if (result i32) (i32.const 1)\n    (then (i32.const 1))\n    (else (i64.const 2))))", 4, 25, "end")]
    [InlineData("(func (result i32)\n  (if (result i32) (i64.const 1)\n    (then (i32.const 1))\n    (else (i32.const 2))))", 2, 4, "if")]
    [InlineData("(func (nop))\n(func (result i32)\n  nop)", 3, 6, "end")]
    [InlineData("(global $g i32 (i32.const 1))\n(global i32\n  (f32.const 1))", 3, 16, "end")]
    public void An_invalid_instruction_is_told_of_by_line_and_column(string text, int line, int column, string instruction)
    {
        var failure = Assert.Throws<InvalidModuleException>(() => WasmEngine.Default.Compile(text));
        Assert.Equal((instruction, line, column), (failure.Instruction, failure.Line, failure.Column));
        string[] message = failure.Message.Split('\n');
        Assert.StartsWith($"{line}:{column}: type mismatch", message[0], StringComparison.Ordinal);
        Assert.Equal("  " + text.Split('\n')[line - 1], message[1]);
        Assert.Equal(new string(' ', column + 1) + "^", message[2]);
    }

    [Theory]
    [InlineData("add.wasm", "ReadAllBytes(\"add.wasm\")")]
    [InlineData("/some (where)/add.wat", "ReadAllText(\"/some (where)/add.wat\")")]
    public void The_name_of_a_file_is_no_text(string name, string advice)
    {
        Assert.Contains(advice, Assert.Throws<ArgumentException>(() => WasmEngine.Default.Compile(name)).Message, StringComparison.Ordinal);
        Assert.Empty(WasmEngine.Default.Compile($";; {name}").Exports);
        Assert.Empty(WasmEngine.Default.Compile($" ;; {name}").Exports);
        Assert.Empty(WasmEngine.Default.Compile($"(module) ;; {name}").Exports);
        Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile(name + ".txt"));
    }

    [Fact]
    public void What_is_exported_has_types_of_its_kind()
    {
        using WasmInstance instance = WasmEngine.Default.Compile("""
            (memory (export "memory") 1 3)
            (table (export "table") 2 eqref)
            (global (export "global") i31ref (ref.null i31))
            (tag (export "tag") (param i64))
            (func (export "f") (param structref) (result arrayref) (ref.null array))
            """).Instantiate();
        Assert.Equal(3u, instance.Memory.Type.Limits.Maximum);
        Assert.Equal(ValType.EqRef, instance.GetTable("table").Type.Element);
        Assert.Equal(ValType.I31Ref, instance.GetGlobal("global").Type.Content);
        Assert.Equal(ValType.I64, instance.GetTag("tag").Type.Payload[0]);
        FuncType signature = instance.GetFunction("f").Type.Signature;
        Assert.Equal((ValType.StructRef, ValType.ArrayRef), (signature.Parameters[0], signature.Results[0]));
        Assert.Equal("func", HostFunction.From(() => 1).Type.Kind);
    }

    [Fact]
    public void An_invalid_declaration_has_no_line() =>
        Assert.Null(Assert.Throws<InvalidModuleException>(() => WasmEngine.Default.Compile("(memory 2 1)")).Line);
}
