using System.Text;
using Wasil.Binary;
using Wasil.Instructions;
using Wasil.Syntax;
using Wasil.Text;
using Wasil.Validation;

namespace Wasil.Tests.Text;

public class TextParserTests
{
    private static Module Parse(string text) => TextParser.ParseModule(Encoding.UTF8.GetBytes(text));

    private static MalformedModuleException Fails(string text) => Assert.Throws<MalformedModuleException>(() => Parse(text));

    /// <summary>The module without its names.</summary>
    private static string Hex(string text)
    {
        var module = Parse(text);
        return Convert.ToHexStringLower(ModuleEncoder.Encode(new Module
        {
            Bytes = module.Bytes,
            RecTypes = module.RecTypes,
            Types = module.Types,
            Imports = module.Imports,
            Functions = module.Functions,
            Tables = module.Tables,
            Memories = module.Memories,
            Tags = module.Tags,
            Globals = module.Globals,
            Exports = module.Exports,
            Start = module.Start,
            Elements = module.Elements,
            DataCount = module.DataCount,
            Code = module.Code,
            Data = module.Data,
        }));
    }

    private static string Body(string text)
    {
        var module = Parse(text);
        return Convert.ToHexStringLower(module.Slice(module.Code[^1]));
    }

    [Theory]
    [InlineData("(func i32.const 1 drop)", "00" + "41011a0b")]
    [InlineData("(func (drop (i32.const 1)))", "00" + "41011a0b")]
    [InlineData("(func (local i32 i32) (local $x i32) (local i64) local.get $x drop)", "020" + "37f017e" + "20021a0b")]
    [InlineData("(func (param $a i32) (local $b i32) (local.set $b (local.get $a)))", "01017f" + "200021010b")]
    [InlineData("(func (block $l (br $l)) block $l br $l end $l)", "00" + "02400c000b" + "02400c000b" + "0b")]
    [InlineData("(func (block $l (block $l (br $l)) (br $l)))", "00" + "0240" + "02400c000b" + "0c000b" + "0b")]
    [InlineData("(func (if $l (i32.const 1) (then (br $l)) (else (nop))))", "00" + "4101" + "04400c00" + "05010b" + "0b")]
    [InlineData(
        "(func (block $l (if $l (br_if $l (i32.const 0) (i32.const 1)) (then))))",
        "00" + "0240" + "410041010d00" + "04400b" + "0b" + "0b")]
    [InlineData(
        "(func (if (result i32) (i32.const 1) (then (i32.const 2)) (else (i32.const 3))) drop)",
        "00" + "4101" + "047f" + "4102" + "05" + "4103" + "0b" + "1a0b")]
    [InlineData("(func (i32.const 1) if $x nop else $x end $x)", "00" + "4101" + "044001" + "050b" + "0b")]
    [InlineData("(func (param i32) (result i32) (block (param i32) (result i32)))", "00" + "02000b0b")]
    [InlineData("(func br_table 0 1 2)", "00" + "0e02000102" + "0b")]
    [InlineData("(func (try_table $l (catch_all $f) (br $l)))", null)]
    [InlineData(
        "(tag $e) (func (block $f (try_table $l (catch $e $f) (catch_all 0) (br $l))))",
        "00" + "0240" + "1f40" + "02" + "000000" + "0200" + "0c00" + "0b0b0b")]
    [InlineData(
        "(tag $e) (func (try $l (do (br $l)) (catch $e (rethrow $l)) (catch_all)))",
        "00" + "0640" + "0c00" + "0700" + "0900" + "19" + "0b0b")]
    [InlineData(
        "(tag $e) (func try $l br $l catch $e rethrow $l catch_all end)",
        "00" + "0640" + "0c00" + "0700" + "0900" + "19" + "0b0b")]
    [InlineData("(func (try $a (do (try (do) (delegate $a)))))", "00" + "0640" + "0640" + "1800" + "0b0b")]
    [InlineData("(func try $a try delegate $a end)", "00" + "0640" + "0640" + "1800" + "0b0b")]
    [InlineData(
        "(memory $a 1) (memory $b 1) (func (drop (i32.load8_u $b offset=0x10 align=1 (i32.const 0))))",
        "00" + "4100" + "2d400110" + "1a0b")]
    [InlineData(
        "(memory 1) (func (drop (v128.load8_lane 3 (i32.const 0) (v128.const i64x2 0 0))))",
        "00" + "4100" + "fd0c00000000000000000000000000000000" + "fd54000003" + "1a0b")]
    [InlineData(
        "(memory 1) (func (drop (v128.load8_lane 0 offset=1 3 (i32.const 0) (v128.const i64x2 0 0))))",
        "00" + "4100" + "fd0c00000000000000000000000000000000" + "fd54000103" + "1a0b")]
    [InlineData(
        "(memory 0) (memory $m 0) (data $d) (func memory.init $d memory.init $m $d memory.copy memory.copy $m 0 memory.fill " +
        "$m data.drop 0)",
        "00" + "fc080000" + "fc080001" + "fc0a0000" + "fc0a0100" + "fc0b01" + "fc0900" + "0b")]
    [InlineData("(func select select (result) select (result i32) (result i64))", "00" + "1b" + "1c00" + "1c027f7e" + "0b")]
    [InlineData(
        "(type $t (struct (field $a i32) (field $b (mut i64)))) (func struct.get $t $b struct.set 0 1 ref.cast (ref null $t) " +
        "ref.cast (ref $t) ref.test anyref ref.null $t ref.null none)",
        "00" + "fb020001" + "fb050001" + "fb1700" + "fb1600" + "fb156e" + "d000" + "d071" + "0b")]
    [InlineData("(func (block $l (br_on_cast $l anyref (ref i31))))", "00" + "0240" + "fb1801006e6c" + "0b0b")]
    [InlineData(
        "(func (v128.const i8x16 -1 255 0 1 2 3 4 5 6 7 8 9 10 11 12 13) (v128.const f32x4 1 -0 inf nan:0x1))",
        "00" + "fd0cffff00010203" + "0405060708090a0b0c0d" + "fd0c0000803f000000800000807f0100807f" + "0b")]
    [InlineData(
        "(func i32.const 0x80000000 i64.const -1 f32.const 0x1p-149 f64.const -nan)",
        "00" + "4180808080" + "78" + "427f" + "4301000000" + "44000000000000f8ff" + "0b")]
    [InlineData(
        "(memory 1 1 shared) (func atomic.fence (drop (i32.atomic.rmw8.add_u (i32.const 0) (i32.const 1))))",
        "00" + "fe0300" + "4100" + "4101" + "fe200000" + "1a0b")]
    public void WritesBodies(string text, string? body)
    {
        if (body is null)
            Assert.StartsWith("unknown label", Fails(text).Problem, StringComparison.Ordinal);
        else
            Assert.Equal(body, Body(text));
    }

    [Theory]
    [InlineData("(module (func (export \"a\") (export \"b\") (import \"m\" \"n\") (param i32)))",
        "(import \"m\" \"n\" (func (param i32))) (export \"a\" (func 0)) (export \"b\" (func 0))")]
    [InlineData(
        "(memory (export \"m\") (import \"a\" \"b\") 1 2)",
        "(import \"a\" \"b\" (memory 1 2)) (export \"m\" (memory 0))")]
    [InlineData("(table $t (export \"t\") funcref (elem $f $f)) (func $f)",
        "(table 2 2 funcref) (export \"t\" (table 0)) (elem (i32.const 0) func 0 0) (func)")]
    [InlineData("(type $g (func)) (table (ref null $g) (elem $f)) (func $f (type $g))",
        "(type (func)) (table 1 1 (ref null 0)) (elem (table 0) (offset (i32.const 0)) (ref null 0) (item ref.func 0)) " +
        "(func (type 0))")]
    [InlineData("(table i64 funcref (elem (ref.null func) (item ref.null func)))",
        "(table i64 2 2 funcref) (elem (i64.const 0) funcref (ref.null func) (ref.null func))")]
    [InlineData("(memory i64 (data \"abc\" \"d\"))", "(memory i64 1 1) (data (i64.const 0) \"abcd\")")]
    [InlineData("(memory (pagesize 1) (data \"abc\"))", "(memory 3 3 (pagesize 1)) (data (i32.const 0) \"abc\")")]
    [InlineData("(memory (data))", "(memory 0 0) (data (i32.const 0))")]
    [InlineData(
        "(table 0 funcref) (elem (i32.const 0) $f) (func $f)",
        "(table 0 funcref) (elem (table 0) (offset i32.const 0) func 0) (func)")]
    [InlineData("(table 0 funcref) (elem 0 (i32.const 0) 0) (func)", "(table 0 funcref) (elem (i32.const 0) func 0) (func)")]
    [InlineData("(memory 0) (data 0 (i32.const 0) \"a\")", "(memory 0) (data (memory 0) (offset i32.const 0) \"a\")")]
    [InlineData(
        "(func (param i32) (result i64) unreachable)",
        "(type (func (param i32) (result i64))) (func (type 0) unreachable)")]
    [InlineData("(func (param i32)) (type (func (param f32))) (func (param f32)) (func) (func (param i32))",
        "(type (func (param f32))) (type (func (param i32))) (type (func)) " +
        "(func (type 1)) (func (type 0)) (func (type 2)) (func (type 1))")]
    [InlineData("(type (sub (func))) (rec (type (func)) (type (func))) (func)",
        "(type (sub (func))) (rec (type (func)) (type (func))) (type (sub final (func))) (func (type 3))")]
    [InlineData(
        "(type (struct (field i32 i64) (field) (field $x (mut i8))))",
        "(type (sub final (struct (field i32) (field i64) (field (mut i8)))))")]
    [InlineData("(global (export \"g\") (mut i32) i32.const 1)", "(global (mut i32) (i32.const 1)) (export \"g\" (global 0))")]
    [InlineData(
        "(tag (export \"e\") (import \"a\" \"b\") (param i32))",
        "(import \"a\" \"b\" (tag (param i32))) (export \"e\" (tag 0))")]
    [InlineData("(elem declare func $f) (func $f) (start $f)", "(start 0) (func) (elem declare func 0)")]
    public void ExpandsAbbreviations(string text, string expanded) => Assert.Equal(Hex(expanded), Hex(text));

    [Theory]
    [InlineData("(module\n  (func\n    i32.foo))", "unknown operator i32.foo", 3, 5)]
    [InlineData("(func\n\t(i32.const 4294967296))", "constant out of range", 2, 13)]
    [InlineData("(func (br $x))", "unknown label $x", 1, 11)]
    [InlineData("(func (call $x))", "unknown function $x", 1, 13)]
    [InlineData("(func block)", "unexpected token", 1, 12)]
    [InlineData("(func (block)", "unexpected token: the text ends here", 1, 14)]
    [InlineData("(module (func)", "unexpected token: the text ends here", 1, 15)]
    [InlineData("(module) (module)", "unexpected token (", 1, 10)]
    [InlineData("(module))", "unexpected token )", 1, 9)]
    [InlineData("(module (func) func)", "unexpected token func", 1, 16)]
    [InlineData("(func end)", "unexpected token end", 1, 7)]
    [InlineData("(func (i32.add i32.const 1))", "unexpected token i32.const", 1, 16)]
    [InlineData("(func (then))", "unexpected token then", 1, 8)]
    [InlineData("(func (if (i32.const 1)))", "unexpected token )", 1, 24)]
    [InlineData("(func (if (then) (else) (else)))", "unexpected token else", 1, 26)]
    [InlineData("(func block $a end $b)", "mismatching label", 1, 20)]
    [InlineData("(func $\"a b\") (func $\"a b\")", "duplicate function $a b", 1, 21)]
    [InlineData("(func (param $x i32) (local $x i32))", "duplicate local $x", 1, 29)]
    [InlineData("(type $t (func (param i32))) (func (type $t) (param i64))", "inline function type", 1, 42)]
    [InlineData("(func) (import \"\" \"\" (func))", "import after function", 1, 9)]
    [InlineData("(tag) (memory (import \"\" \"\") 1)", "import after tag", 1, 16)]
    [InlineData("(func (ref.null 4294967295))", "unknown type 4294967295", 1, 17)]
    [InlineData("(type (sub 0 0 (func)))", "multiple supertypes", 1, 14)]
    [InlineData("(; é ;) \"", "unclosed string literal", 1, 10)]
    [InlineData("(import \"\" \"\\ff\" (func))", "malformed UTF-8 encoding", 1, 12)]
    [InlineData("", null, 0, 0)]
    [InlineData("(module)", null, 0, 0)]
    public void SaysWhatIsWrongAndWhere(string text, string? problem, int line, int column)
    {
        if (problem is null)
        {
            Parse(text);
            return;
        }

        var exception = Fails(text);
        Assert.StartsWith(problem, exception.Problem, StringComparison.Ordinal);
        Assert.Equal((line, column), (exception.Line, exception.Column));
        Assert.StartsWith($"{line}:{column}: {problem}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_imports_share_a_module_and_perhaps_a_type()
    {
        const string Text = """
            (type $t (func (param i32)))
            (import "m" (item "a" (func $a (type $t))) (item "b" (global $b i32)) (item "c" (memory 1)))
            (import "n" (item "d") (item "e") (item "f") (func (type $t)))
            (import "o" (item "g") (global i32))
            (import "p" "h" (func $h))
            (func (call $a (global.get $b)) (call $h) (call 3 (i32.const 0)))
            """;
        Module module = ParseCompact(Text);
        Assert.Equal(
            [
                "m.a Func 0", "m.b Global 0", "m.c Memory 0", "n.d Func 0", "n.e Func 0", "n.f Func 0", "o.g Global 0", "p.h Func 1",
            ],
            module.Imports.Select(import => $"{import.ModuleName}.{import.Name} {import.Kind} {import.TypeIndex}"));
        Assert.Equal("global i32", module.Imports[6].Type?.ToString());
        // Names and numbers stand for the places among all imports, or the calls would not be valid.
        new WasmEngine(new WasmEngineOptions { Features = WasmFeatures.All }).Compile(Text);
    }

    [Theory]
    [InlineData("""(import "m" (item "a" (func)) (item "b"))""")]
    [InlineData("""(import "m" (item "a") (item "b" (func)))""")]
    [InlineData("""(import "m" (item "a") (item "b"))""")]
    [InlineData("""(import "m" (item "a" (func) (func)))""")]
    [InlineData("""(import "m" (item (func)))""")]
    [InlineData("""(func) (import "m" (item "a" (func)))""")]
    public void Imports_that_share_nothing_are_refused(string text) =>
        Assert.Throws<MalformedModuleException>(() => ParseCompact(text));

    [Fact]
    public void Imports_are_shared_by_a_feature() => Assert.Contains(
        $"the feature {WasmFeatures.CompactImports} is not enabled",
        Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile("""(import "m" (item "a" (func)))""")).Message,
        StringComparison.Ordinal);

    private static Module ParseCompact(string text) =>
        TextParser.ParseModule(Encoding.UTF8.GetBytes(text), WasmFeatures.Default | WasmFeatures.CompactImports);

    [Fact]
    public void ShowsTheLine() => Assert.Equal(
        "2:10: unknown operator drip\n  \t(func \t drip))\n  \t      \t ^", Fails("(module\n\t(func \t drip))").Message);

    [Fact]
    public void ShowsOnlyWhatIsNearInALongLine()
    {
        string before = string.Concat(Enumerable.Repeat("nop ", 100_000));
        string after = string.Concat(Enumerable.Repeat(" nop", 100_000));
        string text = $"(func {before}oops{after})";
        string[] lines = Fails(text).Message.Split('\n');
        Assert.True(lines[1].Length < 130);
        Assert.Equal("oops", lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), 4));
    }

    [Fact]
    public void DepthIsNoLimit()
    {
        // Five levels each: a million in all.
        const int Depth = 200_000;
        string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Depth));

        string deep = Repeat("(block $l block (i32.eqz (if (nop) (then ") + Repeat("))) end)");
        Assert.Equal(1 + (11 * Depth) + 1, Parse($"(func {deep})").Code[0].Length);
        Assert.Equal(Depth + 1, Parse($"(global i32 {Repeat("(i32.eqz ")}{Repeat(")")})").Globals[0].Initializer.Length);
        Fails($"(func {Repeat("(block ")}");
        Fails($"(func {Repeat("block ")})");
        Fails(Repeat("("));
        Fails(Repeat("(module "));
        Fails($"(func {Repeat("(")}");
        Fails($"(type {Repeat("(ref ")}");
    }

    [Fact]
    public void NamesGoIntoTheNameSection()
    {
        var module = Parse("""
            (module $m
              (type $t (struct (field $a i32) (field i32) (field $c i32)))
              (import "" "" (func $f (param $ignored i32)))
              (table $tab 0 funcref) (memory $mem 0) (global $g i32 (i32.const 0)) (tag $e)
              (elem $el func) (data $d "")
              (func $"g h" (param $p i32) (param i32) (local $q i32)
                (block (loop $l) (if $k (i32.const 1) (then)))))
            """);
        var section = Assert.Single(module.CustomSections);
        Assert.Equal("name", section.Name);
        Assert.Equal(SectionId.Data, section.After);
        string expected = string.Concat(
            "0002" + "016d",
            "0109" + "02" + "000166" + "0103672068",
            "0209" + "01" + "01" + "02" + "000170" + "020171",
            "0309" + "01" + "01" + "02" + "01016c" + "02016b",
            "0404" + "01" + "000174",
            "0506" + "01" + "0003746162",
            "0606" + "01" + "00036d656d",
            "0704" + "01" + "000167",
            "0805" + "01" + "0002656c",
            "0904" + "01" + "000164",
            "0a09" + "01" + "00" + "02" + "000161" + "020163",
            "0b04" + "01" + "000165");
        Assert.Equal(expected, Convert.ToHexStringLower(module.Slice(section.Contents)));
    }

    [Fact]
    public void NameAnnotationsReplaceIdentifiers()
    {
        var module = Parse("""
            (module $m (@name "M") (func $f (@name "F") (param $p (@name "P") i32) (block $l (@name "L"))))
            """);
        string names = Encoding.Latin1.GetString(module.Slice(Assert.Single(module.CustomSections).Contents));
        Assert.All("MFPL", name => Assert.Contains(name, names));
        Assert.All("mfpl", name => Assert.DoesNotContain(name, names));
    }

    [Fact]
    public void CustomAnnotationsBecomeSections()
    {
        var module = Parse("""
            (@custom "a" "x" "y") (func) (@custom "b" (before func)) (@custom "c" (after code))
            (@custom "d" (before first) "\00")
            """);
        Assert.Equal(
            [("a", 2, SectionId.Data), ("b", 0, SectionId.Import), ("c", 0, SectionId.Code), ("d", 1, SectionId.Custom)],
            module.CustomSections.Select(section => (section.Name, section.Contents.Length, section.After)));
    }

    [Fact]
    public void BranchHintsBecomeASection()
    {
        var module = Parse("""
            (import "" "" (func))
            (func (local i32)
              (@metadata.code.branch_hint "\01") (if (local.get 0) (then (nop)))
              local.get 0 (@metadata.code.branch_hint "\00") br_if 0)
            """);
        var section = Assert.Single(module.CustomSections);
        Assert.Equal(("metadata.code.branch_hint", SectionId.DataCount), (section.Name, section.After));
        Assert.Equal("01" + "01" + "02" + "050101" + "0b0100", Convert.ToHexStringLower(module.Slice(section.Contents)));
        const string Body = "01017f" + "2000" + "0440010b" + "2000" + "0d00" + "0b";
        Assert.Equal(Body, Convert.ToHexStringLower(module.Slice(module.Code[0])));
    }

    [Fact]
    public void EveryMnemonicIsKnown()
    {
        foreach (var opcode in InstructionInfo.Opcodes)
        {
            string mnemonic = InstructionInfo.Of(opcode).Mnemonic;
            try
            {
                Parse($"(func {mnemonic})");
            }
            catch (MalformedModuleException exception)
            {
                Assert.DoesNotContain("unknown operator", exception.Problem, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void ParsedModulesAreValid() => ModuleValidator.Validate(
        Parse("(func (export \"add\") (param $a i32) (param $b i32) (result i32) (i32.add (local.get $a) (local.get $b)))"),
        WasmFeatures.Default,
        1);
}
