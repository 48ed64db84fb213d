using System.Text;
using Wasil.Binary;
using Wasil.Text;

namespace Wasil.Tests.Text;

/// <summary>Texts with something wrong in them are parsed or refused, and nothing else.</summary>
public class TextDamageTests
{
    private static readonly string[] Pieces =
    [
        "(", ")", "()", " ", "\"", "\\", ";;", "(;", ";)", "(@name \"x\")", "(@custom \"x\")", "(@custom",
        "(@metadata.code.branch_hint \"\\00\")", "$", "$x", "0", "-1", "4294967295", "4294967296",
        "18446744073709551615", "1e999", "nan:0x1", "inf", "0x", "offset=1", "align=2", "align=3", "offset=", "func",
        "(func", "(type", "(type 0)", "(param i32)", "(param $x i32)", "(result i32)", "(local i32)",
        "(import \"\" \"\")", "(export \"\")", "(elem", "(data", "(memory", "(table", "(global", "(tag", "(start 0)",
        "(rec", "(sub", "(field i32)", "(struct", "(array", "mut", "ref", "null", "block", "loop", "if", "else", "end",
        "try", "catch", "catch_all", "delegate", "try_table", "(then", "(else", "(do", "(catch 0", "(catch_all",
        "(delegate 0)", "(if", "(block", "(try", "br_table", "call_indirect", "select", "i32.const",
        "v128.const i32x4", "i8x16.shuffle", "v128.load8_lane", "memory.init", "ref.null", "ref.test", "br_on_cast",
        "struct.get", "array.new_fixed", "i64", "shared", "(pagesize 1)", "(pagesize", "declare", "item", "(item",
        "(offset", "\xff", "é", "\0",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void DamagedTextsAreParsedOrRefused(int seed)
    {
        var random = new Random(seed);
        var sources = Sources();
        for (int round = 0; round < 2_000; round++)
        {
            byte[] text = Damage(sources[random.Next(sources.Length)], random);
            try
            {
                var module = TextParser.ParseModule(text);
                ModuleEncoder.Encode(module);
                TextPrinter.Print(module);
            }
            catch (MalformedModuleException)
            {
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(Encoding.Latin1.GetString(text), exception);
            }
        }
    }

    private static string[] Sources()
    {
        List<string> sources =
        [
            "(module $m (type $t (func (param i32) (result i32))) (import \"a\" \"b\" (func $i (type $t))) (table 1 " +
                "funcref) (memory $mem 1) (func $f (export \"f\") (param $x i32) (result i32) (local $y i64) (block $l " +
                "(result i32) (if (result i32) (local.get $x) (then (call $f (i32.const 1))) (else (br $l (i32.load " +
                "offset=4 align=4 (local.get 0))))))) (data (i32.const 0) \"abc\") (elem (i32.const 0) $f))",
            "(rec (type $s (sub (struct (field $a (mut i8)) (field (ref null $s))))) (type $u (sub final $s (struct " +
                "(field (mut i8)) (field (ref null $s)) (field f64))))) (tag $e (param i32)) (func (try $l (do (throw $e " +
                "(i32.const 1))) (catch $e (drop)) (catch_all (rethrow $l)))) (func (block $h (try_table (catch_all $h) " +
                "nop))) (func (drop (struct.get $s $a (struct.new_default $s))))",
            "(func (drop (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 (v128.const f32x4 1 nan inf -0x1p-149) " +
                "(v128.const i64x2 1 2)))) (memory i64 1 2 shared) (table $t i64 0 externref) (global $g (mut (ref null " +
                "extern)) (ref.null extern)) (func try nop delegate 0) (func block $x loop $y br_table $x $y 0 end end)",
        ];
        if (SpecSuite.Root is not null)
        {
            string[] names = ["func", "if", "elem", "simd_lane", "type-subtyping", "annotations", "legacy/try_delegate"];
            foreach (string name in names)
            {
                var script = ScriptParser.Parse(SpecSuite.Read(name + ".wast"));
                var modules = script.Commands.OfType<ModuleCommand>().Select(command => command.Module).OfType<TextModule>();
                sources.AddRange(modules.Select(module => Encoding.Latin1.GetString(Source(module))));
            }
        }

        return [.. sources];
    }

    private static ReadOnlySpan<byte> Source(TextModule module)
    {
        int start = module.Text.Tokens[module.Start].Offset;
        return module.Text.Utf8[start..module.Text.Tokens[module.End].Offset];
    }

    private static byte[] Damage(string source, Random random)
    {
        var text = new StringBuilder(source);
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int place = random.Next(text.Length + 1);
            int length = Math.Min(random.Next(1, 12), text.Length - place);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(place, length);
                    break;
                case 1:
                    text.Insert(place, " " + Pieces[random.Next(Pieces.Length)] + " ");
                    break;
                case 2:
                    text.Insert(place, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    text.Length = place;
                    break;
                default:
                    text.Insert(random.Next(text.Length + 1), text.ToString(place, length));
                    break;
            }
        }

        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
