using System.Globalization;
using System.Text;
using Wasil.Binary;
using Wasil.Syntax;
using Wasil.Text;
using Wasil.Validation;

namespace Wasil.Tests.Text;

public class TextPrinterTests
{
    private static Module Parse(string text) => TextParser.ParseModule(Encoding.UTF8.GetBytes(text));

    public static TheoryData<string?> Scripts => SpecSuite.Scripts();

    [Theory]
    [MemberData(nameof(Scripts))]
    public void WhatIsPrintedParsesToTheSame(string? path)
    {
        var script = ScriptParser.Parse(SpecSuite.Read(path));
        foreach (var command in script.Commands)
        {
            var source = command switch
            {
                ModuleCommand { Module: var module } => module,
                AssertInvalid { Module: var module } => module,
                AssertUnlinkable { Module: var module } => module,
                AssertModuleTrap { Module: var module } => module,
                _ => null,
            };
            if (source is null || TryRead(source) is not { } original)
                continue;
            string text = TextPrinter.Print(original);
            string place = string.Create(CultureInfo.InvariantCulture, $"{path}:{script.LineOf(command)}\n");
            Module again;
            try
            {
                again = Parse(text);
            }
            catch (MalformedModuleException exception)
            {
                throw new InvalidOperationException(place + text, exception);
            }

            Assert.Equal(text, TextPrinter.Print(again));

            Assert.Null(ModuleDifference.Find(original, again));
            // Binary modules may be in a form that is not the shortest.
            if (source is BinaryModule)
                continue;
            Assert.True(Comparable(original).AsSpan().SequenceEqual(Comparable(again)), place + text);
            Assert.Equal(NamesOf(original), NamesOf(again));
        }
    }

    [Fact]
    public void IsReadable()
    {
        const string Text = """
            (module $m
              (type $t (;0;) (sub (struct (field $x i32) (field (mut i8)))))
              (rec
                (type (;1;) (sub final $t (struct (field i32) (field (mut i8)) (field (ref null 2)))))
                (type (;2;) (func (param i32 i64 f32) (result (ref $t) i32))))
              (type (;3;) (func))
              (import "a\"\u{0}é" "b" (func $f (;0;) (type 2) (param i32 i64 f32) (result (ref $t) i32)))
              (table $tab (;0;) i64 1 2 funcref)
              (memory $"my mem" (;0;) 1 2 shared)
              (tag (;0;) (type 3))
              (global $f (;0;) (mut i32) (i32.const 1))
              (global (@name "f") (;1;) i32 i32.const 1 i32.const 2 i32.add)
              (export "run" (func $g))
              (start $g)
              (elem (;0;) (i64.const 0) func $f $g)
              (elem (;1;) funcref (ref.null func) (item ref.null func nop))
              (func $g (;1;) (type 3)
                (local i32 i32)
                (local $x f64)
                (local i64)
                block $a
                  block $a
                    local.get $x
                    f64.const -1.5E+300
                    drop
                    br $a
                    br 1
                    i32.const 0
                    if
                      i32.load offset=4 align=1
                    else
                      nop
                    end
                  end
                  v128.const i32x4 0x00000001 0x00000000 0xffffffff 0x00000000
                  call_indirect (type 2)
                  f32.const -nan:0x1
                end
                try_table (result i32) (catch 0 0) (catch_all_ref 0)
                end
                br_table 0 0 0)
              (data (;0;) (i32.const 0) "a\"\\\00\ff")
              (@custom "c" (before first) "x")
            )

            """;
        Assert.Equal(Text, TextPrinter.Print(Parse(Text)));
    }

    [Fact]
    public void GuestsSurviveTheWayThroughText()
    {
        const int Largest = 400_000;

        var guests = Places.Files(Places.Shared("guests"), "*.wasm").Where(path => new FileInfo(path).Length < Largest).ToArray();
        Assert.SkipWhen(guests.Length == 0, "There are no guests in shared/guests.");
        foreach (string path in guests)
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (!bytes.AsSpan().StartsWith("\0asm\x01\0\0\0"u8))
                continue;
            var original = ModuleDecoder.Decode(bytes, WasmFeatures.All);
            string text = TextPrinter.Print(original);
            var again = Parse(text);
            Assert.True(ModuleDifference.Find(original, again) is null, path);
            Assert.True(TextPrinter.Print(again) == text, path);
            ModuleValidator.Validate(again, WasmFeatures.All, 1);
        }
    }

    [Fact]
    public void DepthIsNoLimit()
    {
        const int Depth = 200_000;
        string blocks = string.Concat(Enumerable.Repeat("block $l ", Depth));
        string ends = string.Concat(Enumerable.Repeat("end ", Depth));
        var deep = Parse($"(func {blocks} br $l {ends})");
        Assert.Equal(Comparable(deep), Comparable(Parse(TextPrinter.Print(deep))));
    }

    private static Module? TryRead(ScriptModule source)
    {
        try
        {
            return source switch
            {
                TextModule text => text.Parse(WasmFeatures.All),
                QuotedModule quoted => quoted.Parse(WasmFeatures.All),
                BinaryModule binary => ModuleDecoder.Decode(binary.Bytes, WasmFeatures.All),
                _ => null,
            };
        }
        catch (MalformedModuleException)
        {
            return null;
        }
    }

    private static string NamesOf(Module module) => module.CustomSections
        .Where(section => section.Name == "name")
        .Select(section => Convert.ToHexString(module.Slice(section.Contents)))
        .FirstOrDefault("");

    /// <summary>The bytes of a module without what its text does not tell.</summary>
    private static byte[] Comparable(Module module) => ModuleEncoder.Encode(new Module
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
        Code = module.Code,
        Data = module.Data,
        CustomSections = [.. module.CustomSections.Where(section => section.Name != "name")],
    });
}
