using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Wasil.Binary;
using Wasil.Syntax;
using Wasil.Text;

namespace Wasil.Fuzz;

/// <summary>
/// Damages modules in the text format: tokens, parentheses, numbers, bytes. Each must be refused with a line and a column, or come
/// back the same through printing and parsing. The number of a case is printed before those that take long, so a crash has a name.
/// </summary>
internal sealed partial class TextMutations(ulong seed)
{
    private const int LargestText = 40_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Where the lexer and the parser have their corners.
    private static readonly string[] Corners =
    [
        "(", ")", "((", "))", ";;", "(;", ";)", "\"", "\"\\u{110000}\"", "\"\\ff\"", "$", "$\"\"", "$\"a b\"", "(@x", "(@name \"n\")", "@",
        "0x", "1_", "-0x8000000000000000", "18446744073709551616", "nan:0x0", "nan:0x400000", "-nan:canonical", "0x1p-1075", "1e400", "inf",
        "offset=0xffffffffffffffff", "align=3", "align=0", "0x1.fffffffffffffp+1023", "i8", "v128", "(ref null func)", "(type 0)",
        "(param)", "(result i32)", "(local i64)", "(then)", "(else)", "end", "else", "(rec)", "(sub)", "(import \"\" \"\")", "(export \"e\")",
        "(pagesize 1)", "shared", "i64", "\u00e9", "\0", "\u2028",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-1", "127", "128", "0xffffffff", "-0x80000000", "0x7fffffffffffffff", "-0x8000000000000000", "18446744073709551615", "1_000",
        "1.5", "-0", "nan", "nan:0x1", "inf", "0x1p-1074", "1e308", "4294967296",
    ];

    private readonly string[] _texts = [.. Texts()];
    private int _refused, _passed, _failures;

    public int Run(int count, int first, TextWriter output)
    {
        output.WriteLine($"{_texts.Length} texts; {count:N0} mutations of seed {seed}");
        for (int number = first; number < count; number++)
        {
            string text = Mutate(Dice.For(seed, number));
            long start = Stopwatch.GetTimestamp();
            string? problem = Problem(text);
            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            if (problem is null && taken > Patience)
                problem = $"takes {taken.TotalSeconds:f1} s";
            if (problem is null)
                continue;
            _failures++;
            string folder = Path.Combine(Corpus.Root, "artifacts", "fuzz");
            Directory.CreateDirectory(folder);
            string path = Path.Combine(folder, $"text-{seed}-{number}.wat");
            File.WriteAllText(path, text);
            output.WriteLine($"FAILURE {number}: {problem.ReplaceLineEndings(" | ")}; kept as {path}");
        }

        output.WriteLine($"{_refused:N0} refused, {_passed:N0} came back the same, {_failures} failures");
        return _failures == 0 ? 0 : 1;
    }

    private string? Problem(string text)
    {
        Module module;
        try
        {
            module = TextParser.ParseModule(Encoding.UTF8.GetBytes(text), WasmFeatures.All);
        }
        catch (MalformedModuleException fault)
        {
            _refused++;
            return fault is { Line: > 0, Column: > 0 } ? null : $"refused without a place: {fault.Message}";
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }

        try
        {
            byte[] bytes = ModuleEncoder.Encode(module);
            string printed = TextPrinter.Print(ModuleDecoder.Decode(bytes, WasmFeatures.All));
            byte[] again = ModuleEncoder.Encode(TextParser.ParseModule(Encoding.UTF8.GetBytes(printed), WasmFeatures.All));
            if (!bytes.AsSpan().SequenceEqual(again))
                return "is another module after printing and parsing";
        }
        // A text may say what no module can, such as a branch to a label that is not there: the decoder then refuses it.
        catch (MalformedModuleException fault) when (fault.Line is null)
        {
            _refused++;
            return null;
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }

        _passed++;
        return null;
    }

    private string Mutate(Dice dice)
    {
        List<string> tokens = TokensOf(dice), others = TokensOf(dice);
        for (int times = 1 + dice.Below(3); times > 0 && tokens.Count > 0; times--)
        {
            int at = dice.Below(tokens.Count);
            // Blind damage is mostly refused at once; what fits its place gets further.
            if (dice.Below(4) == 0)
                Damage(tokens, at, others, dice);
            else
                Exchange(tokens, at, others, dice);
        }

        return string.Concat(tokens);
    }

    private static void Damage(List<string> tokens, int at, List<string> others, Dice dice)
    {
        int length = Math.Min(dice.Length(12), tokens.Count - at);
        switch (dice.Below(6))
        {
            case 0:
                tokens.RemoveRange(at, length);
                break;
            case 1:
                tokens.InsertRange(at, tokens.GetRange(at, length));
                break;
            case 2:
                tokens[at] = Corners[dice.Below(Corners.Length)];
                break;
            case 3:
                tokens.Insert(at, $" {Corners[dice.Below(Corners.Length)]} ");
                break;
            case 4:
                tokens.InsertRange(at, others.Skip(dice.Below(others.Count)).Take(dice.Length(40)));
                break;
            default:
                char[] letters = tokens[at].ToCharArray();
                letters[dice.Below(letters.Length)] = (char)(dice.Below(4) == 0 ? dice.Below(0xD800) : ' ' + dice.Below(95));
                tokens[at] = new string(letters);
                break;
        }
    }

    /// <summary>Puts a token, or all between two parentheses, where another of its kind is.</summary>
    private static void Exchange(List<string> tokens, int at, List<string> others, Dice dice)
    {
        List<string> from = dice.Below(2) == 0 ? tokens : others;
        char kind = KindOf(tokens[at]);
        int[] alike = [.. Enumerable.Range(0, from.Count).Where(i => KindOf(from[i]) == kind)];
        if (kind is ' ' or ')' || alike.Length == 0)
            return;
        int taken = alike[dice.Below(alike.Length)];
        if (kind == '(')
        {
            List<string> group = from.GetRange(taken, GroupLength(from, taken));
            int replaced = dice.Below(2) == 0 ? GroupLength(tokens, at) : 0;
            tokens.RemoveRange(at, replaced);
            if (replaced == 0 || dice.Below(4) != 0)
                tokens.InsertRange(at, group);
        }
        else
        {
            tokens[at] = kind == '0' && dice.Below(4) == 0 ? Numbers[dice.Below(Numbers.Length)] : from[taken];
        }
    }

    private static char KindOf(string token) => token[0] switch
    {
        '(' or ')' or '"' or '$' => token[0],
        '-' or '+' or (>= '0' and <= '9') => '0',
        var c when char.IsWhiteSpace(c) => ' ',
        _ => 'a',
    };

    private static int GroupLength(List<string> tokens, int start)
    {
        int depth = 0;
        for (int i = start; i < tokens.Count; i++)
        {
            depth += tokens[i] switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
                return i - start + 1;
        }

        return tokens.Count - start;
    }

    private List<string> TokensOf(Dice dice) => [.. Tokens().Matches(_texts[dice.Below(_texts.Length)]).Select(match => match.Value)];

    /// <summary>The modules of the specification's scripts, where they are found, and this repository's guests, printed.</summary>
    private static IEnumerable<string> Texts()
    {
        foreach (Specimen specimen in Corpus.Small().Concat(Corpus.Suite()))
        {
            string text = TextPrinter.Print(specimen.Parsed);
            if (text.Length < LargestText)
                yield return text;
        }

        foreach (string source in Corpus.SuiteTexts())
        {
            if (source.Length < LargestText)
                yield return source;
        }
    }

    // Rough: what it takes for tokens only has to be good enough to damage at places that mean something.
    [GeneratedRegex("""\s+|[()]|"(?:[^"\\]|\\.)*"|[^\s()"]+|.""", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
