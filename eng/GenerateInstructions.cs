#:property TargetFramework=net10.0
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property ManagePackageVersionsCentrally=false

// Turns src/Wasil/Instructions/instructions.tsv into the *.g.cs files that are checked in. Run at the root of the repository:
//
//     dotnet run eng/GenerateInstructions.cs              writes them
//     dotnet run eng/GenerateInstructions.cs -- --check   writes nothing; exits with 1 if one is not what it would write

using System.Globalization;
using System.Text;

const string table = "src/Wasil/Instructions/instructions.tsv";
if (!File.Exists(table))
    return Fail($"{table} is not here: run this at the root of the repository.");

bool check = args is ["--check"];
if (args.Length > 0 && !check)
    return Fail($"The only option is --check, not '{string.Join(' ', args)}'.");

List<Row> rows;
try
{
    rows = Table.Read(table);
}
catch (FormatException problem)
{
    return Fail(problem.Message);
}

var output = new Output(rows);
var files = new Dictionary<string, string>
{
    ["src/Wasil/Instructions/Opcode.g.cs"] = output.OpcodeEnum(),
    ["src/Wasil/Instructions/InstructionTable.g.cs"] = output.InstructionTable(),
    ["src/Wasil/Instructions/Mnemonics.g.cs"] = output.Mnemonics(),
    ["src/Wasil/Instructions/IInstructionVisitor.g.cs"] = output.Visitor(),
    ["src/Wasil/Instructions/InstructionDispatch.g.cs"] = output.Dispatch(),
    ["src/Wasil/Compilation/NumericEmitter.g.cs"] = output.NumericEmitter(),
};

const string operations = "src/Wasil/Interpreter/operations.tsv";
var interpreter = new InterpreterOutput(
    rows, [.. File.ReadAllLines(operations).Where(line => line.Length > 0 && line[0] != '#')]);
files["src/Wasil/Interpreter/OperationCode.g.cs"] = interpreter.Codes();
files["src/Wasil/Interpreter/OperationTable.g.cs"] = interpreter.Table();
files["src/Wasil/Interpreter/VectorOperations.g.cs"] = interpreter.Vectors();
files["src/Wasil/Interpreter/MemoryAccess.g.cs"] = interpreter.Accesses();
const string loop = "src/Wasil/Interpreter/DispatchLoop.cs";
files[loop] = InterpreterOutput.Splice(File.ReadAllText(loop), interpreter.Cases());

int stale = 0;
foreach ((string path, string text) in files)
{
    if (File.Exists(path) && File.ReadAllText(path) == text)
        continue;
    stale++;
    if (check)
        Console.Error.WriteLine($"{path} is stale: run dotnet run eng/GenerateInstructions.cs");
    else
        File.WriteAllText(path, text);
}

Console.WriteLine($"{rows.Count} instructions; {stale} of {files.Count} files {(check ? "stale" : "written")}.");
return check && stale > 0 ? 1 : 0;

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}

/// <summary>A line of the table. <c>Operands</c> is null where the type is not fixed.</summary>
internal sealed record Row(
    int Line,
    string Mnemonic,
    string Member,
    int Prefix,
    int Code,
    string Immediates,
    string[]? Operands,
    string[]? Results,
    string[] Features,
    string Lowering,
    string[] LoweringWords)
{
    public int Opcode => Prefix == 0 ? Code : (Prefix & 0xf) << 12 | Code;

    public string CodeText => Prefix == 0 ? $"{Code:x2}" : $"{Prefix:x2} {Code:x2}";

    public int AccessBytes =>
        LoweringWords is [var first, ..] && int.TryParse(first, CultureInfo.InvariantCulture, out int bytes) ? bytes : 0;

    public bool HasNative => LoweringWords is ["call", "native"];

    public bool SignExtends => Lowering == "Load" && LoweringWords is [_, "s"];

    public string? Companion => Lowering is "LoadExtend" or "LoadSplat" or "LoadLane" or "StoreLane" ? LoweringWords[1] : null;

    public string AtomicOperation => Lowering == "AtomicRmw" ? Table.Pascal(LoweringWords[1]) : "None";

    public int LaneCount => Immediates switch
    {
        "Lane" => int.Parse(Mnemonic.Split('.')[0].Split('x')[1], CultureInfo.InvariantCulture),
        "MemargLane" => 16 / AccessBytes,
        "Lanes16" => 32,
        _ => 0,
    };
}

internal static class Table
{
    private static readonly string[] OperandTypes = ["i32", "i64", "f32", "f64", "v128", "addr"];

    public static List<Row> Read(string path)
    {
        var rows = new List<Row>();
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#')
                continue;
            try
            {
                rows.Add(Parse(lines[i], i + 1));
            }
            catch (FormatException problem)
            {
                throw new FormatException($"{path}({i + 1}): {problem.Message}", problem);
            }
        }

        foreach (IGrouping<string, Row> same in rows.GroupBy(row => row.Member).Where(group => group.Count() > 1))
            throw new FormatException($"{path}({same.Last().Line}): a second row for {same.Key}.");
        foreach (IGrouping<int, Row> same in rows.GroupBy(row => row.Opcode).Where(group => group.Count() > 1))
            throw new FormatException($"{path}({same.Last().Line}): a second row with the code {same.First().CodeText}.");
        foreach (Row row in rows.Where(row => row.Companion is { } name && rows.All(other => other.Mnemonic != name)))
            throw new FormatException($"{path}({row.Line}): there is no instruction {row.Companion}.");
        return rows;
    }

    public static string Pascal(string name) =>
        string.Concat(name.Split('.', '_', '-', ' ').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static Row Parse(string line, int number)
    {
        string[] columns = line.Split('\t');
        if (columns is not [var mnemonic, var code, var immediates, var operands, var results, var feature, var lowering])
            throw new FormatException($"{columns.Length} columns where there should be 7.");

        int[] codes = [.. code.Split(' ').Select(word => int.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        if (codes is not ([< 0xfb] or [0xfb or 0xfc or 0xfd or 0xfe, < 0x1000]))
            throw new FormatException($"'{code}' is no opcode.");
        if ((operands == "*") != (results == "*"))
            throw new FormatException("Operands and results are both fixed, or both *.");

        string[] words = lowering.Split(' ');
        return new Row(
            number,
            mnemonic.Split(' ')[0],
            Pascal(mnemonic),
            codes.Length == 1 ? 0 : codes[0],
            codes[^1],
            Pascal(immediates),
            Types(operands),
            Types(results),
            feature.Split('|'),
            Pascal(words[0]),
            words[1..]);
    }

    private static string[]? Types(string column)
    {
        if (column is "*" or "-")
            return column == "*" ? null : [];
        string[] types = column.Split(' ');
        return types.FirstOrDefault(type => !OperandTypes.Contains(type)) is { } unknown
            ? throw new FormatException($"'{unknown}' is no type.")
            : types;
    }
}

/// <summary>The halves of the interpreter that follow from the table.</summary>
internal sealed class InterpreterOutput
{
    private const string Begin = "                // <generated>, from instructions.tsv by eng/GenerateInstructions.cs\n";
    private const string End = "                // </generated>\n";
    private const string Carried = "Carried";
    private const string CarriedOther = "CarriedOther";
    private const string Hot = "Hot";
    private const string After = "After";

    private readonly string[] _own;

    // What the loop has a case of its own for: scalar instructions, on memory 0 where they access memory.
    private readonly Row[] _numeric;
    private readonly Row[] _loads;
    private readonly Row[] _stores;
    private readonly Row[] _vectors;
    private readonly Row[] _accesses;
    private readonly List<Row> _rows;

    private readonly List<(string First, string Second)> _pairs = [];

    // The operations that also come with what the one before has given for their first operand.
    private readonly List<string> _carried = [];

    // Those that come with it for their second operand.
    private readonly List<string> _carriedOther = [];

    // The operations that go on to each other without a detour.
    private readonly List<string> _hot = [];

    // What is looked for first after an operation.
    private readonly Dictionary<string, string[]> _after = [];

    // What the loop has a case for that is no instruction's, and goes on to the next operation from a place of its own.
    private static readonly string[] OwnGoingOn =
    [
        "Jump", "BranchIf", "BranchUnless", "BranchTable", "Return", "ReturnFromCaller", "Call", "Constant", "Move", "MoveTwo", "Select",
        "GlobalGet", "GlobalSet",
    ];

    // What the loop has a case for that is no instruction's, and gives a number.
    private static readonly string[] OwnGivers = ["Constant", "Move", "Select", "GlobalGet"];

    public InterpreterOutput(List<Row> rows, string[] own)
    {
        _own = [.. own.Where(line => !line.Contains(' '))];
        foreach (string[] words in own.Where(line => line.Contains(' ')).Select(line => line.Split(' ')))
        {
            if (words[0] == Carried)
                _carried.Add(words[1]);
            else if (words[0] == CarriedOther)
                _carriedOther.Add(words[1]);
            else if (words[0] == Hot)
                _hot.Add(words[1]);
            else if (words[0] == After)
                _after.Add(words[1], words[2..]);
            else
                _pairs.Add((words[0], words[1]));
        }

        _rows = [.. rows.OrderBy(row => row.Opcode)];
        _numeric = [.. _rows.Where(row => row.Lowering is "Numeric" or "NumericTrap" && !HasVector(row))];
        _loads = [.. _rows.Where(row => row.Lowering == "Load" && !HasVector(row))];
        _stores = [.. _rows.Where(row => row.Lowering == "Store" && !HasVector(row))];
        _vectors = [.. _rows.Where(row => row.Lowering is "Numeric" or "NumericLane" && HasVector(row))];
        _accesses = [.. _rows.Where(row => row.AccessBytes > 0 && row.Lowering != "Own")];
    }

    /// <summary>Puts text between the marks in a file.</summary>
    public static string Splice(string file, string text)
    {
        int begin = file.IndexOf(Begin, StringComparison.Ordinal), end = file.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new FormatException("The marks of the generated cases are missing.");
        return file[..(begin + Begin.Length)] + text + file[end..];
    }

    public string Codes()
    {
        StringBuilder text = Output.Start("Wasil.Interpreter");
        text.Append("""
            /// <summary>
            /// What an <see cref="Operation"/> does: the operations of operations.tsv, then those of the scalar instructions. Of one
            /// with two operands there is a form whose right operand is a constant, and of a comparison one that branches.
            /// </summary>
            internal enum OperationCode : ushort
            {

            """);
        string[] names =
        [
            .. _own, .. _numeric.SelectMany(Forms), .. _loads.Concat(_stores).Select(row => row.Member), .. _pairs.SelectMany(FusedNames),
            .. _carried.Select(name => Carried + name), .. _carriedOther.Select(name => CarriedOther + name),
        ];
        // Those that are looked for most are found without a subtraction.
        foreach (string name in (string[])[.. _hot, .. names.Except(_hot)])
            text.Append(CultureInfo.InvariantCulture, $"    {name},\n");
        return text.Append("}\n").ToString();
    }

    public string Table()
    {
        StringBuilder text = new StringBuilder(Output.Header).Append("""
            using Wasil.Instructions;

            namespace Wasil.Interpreter;

            /// <summary>The operations of an instruction, where it has some of its own; else <see cref="OperationCode.Exit"/>.</summary>
            internal static class OperationTable
            {
                /// <summary>The operation on slots.</summary>
                public static OperationCode Plain(Opcode opcode) => opcode switch
                {

            """);
        foreach (Row row in _numeric.Concat(_loads).Concat(_stores))
            text.Append(CultureInfo.InvariantCulture, $"        Opcode.{row.Member} => OperationCode.{row.Member},\n");
        text.Append("        _ => OperationCode.Exit,\n    };\n");
        MapRows("The form whose right operand is a constant.", "WithConstant", _numeric.Where(row => row.Operands!.Length == 2), "", "Constant");
        MapRows("The operation that gives the same when its operands are exchanged.", "Exchanged",
            _numeric.Where(row => Exchanged(row) is not null), "", "", row => Exchanged(row)!);
        text.Append("""

                /// <summary>The operation that branches where a comparison holds, or where it does not.</summary>
                public static OperationCode Branch(OperationCode comparison, bool holds) => (comparison, holds) switch
                {

            """);
        foreach (Row row in _numeric.Where(IsComparison))
        {
            text.Append(CultureInfo.InvariantCulture, $"        (OperationCode.{row.Member}, true) => OperationCode.Branch{row.Member},\n");
            if (IsFloatComparison(row))
            {
                text.Append(CultureInfo.InvariantCulture, $"        (OperationCode.{row.Member}, false) => OperationCode.BranchNot{row.Member},\n");
                continue;
            }

            string opposite = With(row, s_opposites);
            text.Append(CultureInfo.InvariantCulture, $"        (OperationCode.{row.Member}, false) => OperationCode.Branch{opposite},\n");
            text.Append(CultureInfo.InvariantCulture, $"        (OperationCode.{row.Member}Constant, true) => OperationCode.Branch{row.Member}Constant,\n");
            text.Append(CultureInfo.InvariantCulture, $"        (OperationCode.{row.Member}Constant, false) => OperationCode.Branch{opposite}Constant,\n");
        }

        text.Append("        _ => OperationCode.Exit,\n    };\n");
        text.Append("""

                /// <summary>Two operations as one, where the second takes the first one's result; as its right operand, if that matters.</summary>
                public static OperationCode Fused(OperationCode first, OperationCode second, bool isRight) => (first, second, isRight) switch
                {

            """);
        foreach ((string first, string second) in _pairs)
        {
            string[] names = [.. FusedNames((first, second))];
            string side = names.Length == 1 ? "_" : "false";
            text.Append(CultureInfo.InvariantCulture, $"        (OperationCode.{first}, OperationCode.{second}, {side}) => OperationCode.{names[0]},\n");
            if (names.Length > 1)
                text.Append(CultureInfo.InvariantCulture, $"        (OperationCode.{first}, OperationCode.{second}, true) => OperationCode.{names[1]},\n");
        }

        text.Append("        _ => OperationCode.Exit,\n    };\n");
        Test("Whether an operation compares with a constant.", "IsComparisonWithConstant",
            _numeric.Where(IsComparison).Select(row => row.Member + "Constant"));
        Test("Whether an operation has a constant as its right operand.", "IsWithConstant",
            _numeric.Where(row => row.Operands!.Length == 2).Select(row => row.Member + "Constant"));
        Test("Whether an operation loads from memory.", "IsLoad", _loads.Select(row => row.Member));
        Test("Whether an operation made of two has a form for either side.", "HasSides",
            _pairs.Select(pair => FusedNames(pair).ToArray()).Where(names => names.Length > 1).SelectMany(names => names));
        Test("Whether an operation loads from memory at an address that is a sum with a constant.", "IsLoadOfSum",
            _loads.Select(row => "I32AddConstant" + row.Member).Where(name => _pairs.Any(pair => pair.First + pair.Second == name)));
        Test("Whether an operation is two that give an address.", "IsOfTwo", s_addressesOfTwo.Keys);
        Dictionary<string, string[]> cases = AllCases();
        Test("Whether an operation's result is carried to the next one, besides being in its slot.", "IsCarried",
            [.. OwnGivers, .. cases.Keys.Where(name => cases[name].Any(Gives))]);
        Test("Whether an operation leaves what is carried, and all slots.", "Carries",
            ["BranchIf", "BranchUnless", .. cases.Keys.Where(name => !cases[name].Any(line => line.Contains("ip->A", StringComparison.Ordinal)))]);
        Map("The form whose first operand is what is carried.", "OfCarried", _carried, Carried);
        Map("The form whose second operand is what is carried.", "OfCarriedOther", _carriedOther, CarriedOther);
        Test("Whether an operation gives the same when its operands in B and C are exchanged.", "IsSymmetric",
            _carried.Where(name => _numeric.Any(row => row.Operands!.Length == 2
                && ((row.Member == name && Exchanged(row) == name) || (IsIntegerComparison(row) && Exchanged(row) == row.Member && name == "Branch" + row.Member)))));
        return text.Append("}\n").ToString();

        void Test(string summary, string name, IEnumerable<string> codes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    /// <summary>{summary}</summary>\n");
            text.Append(CultureInfo.InvariantCulture, $"    public static bool {name}(OperationCode code) => code is\n        ");
            text.AppendJoin("\n        or ", codes.Select(code => "OperationCode." + code)).Append(";\n");
        }

        void Map(string summary, string name, IEnumerable<string> codes, string before)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    /// <summary>{summary}</summary>\n");
            text.Append(CultureInfo.InvariantCulture, $"    public static OperationCode {name}(OperationCode plain) => plain switch\n    {{\n");
            foreach (string code in codes)
                text.Append(CultureInfo.InvariantCulture, $"        OperationCode.{code} => OperationCode.{before}{code},\n");
            text.Append("        _ => OperationCode.Exit,\n    };\n");
        }

        void MapRows(string summary, string name, IEnumerable<Row> rows, string before, string after, Func<Row, string>? member = null)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    /// <summary>{summary}</summary>\n");
            text.Append(CultureInfo.InvariantCulture, $"    public static OperationCode {name}(OperationCode plain) => plain switch\n    {{\n");
            foreach (Row row in rows)
                text.Append(CultureInfo.InvariantCulture, $"        OperationCode.{row.Member} => OperationCode.{before}{member?.Invoke(row) ?? row.Member}{after},\n");
            text.Append("        _ => OperationCode.Exit,\n    };\n");
        }
    }

    public string Cases()
    {
        var text = new StringBuilder();
        HashSet<string> goneTo = [.. _hot, .. _after.Values.SelectMany(next => next)];
        foreach ((string name, string[] lines) in AllCases())
        {
            text.Append(CultureInfo.InvariantCulture, $"                case OperationCode.{name}:\n");
            if (goneTo.Contains(name))
                text.Append(CultureInfo.InvariantCulture, $"                At{name}:\n");
            foreach (string line in lines)
                text.Append(CultureInfo.InvariantCulture, $"                    {line}\n");
            if (CallsOut(lines))
                text.Append("                    goto Refresh;\n");
            else if (!_hot.Contains(name) && !_after.ContainsKey(name))
                text.Append("                    goto Next;\n");
            else
                GoOn(name, isHot: _hot.Contains(name));
        }

        foreach (string name in OwnGoingOn)
        {
            text.Append(CultureInfo.InvariantCulture, $"                After{name}:\n");
            GoOn(name, isHot: true, isThere: name is "Call" or "Return" or "ReturnFromCaller");
        }

        return text.ToString();

        void GoOn(string name, bool isHot, bool isThere = false)
        {
            const string indent = "                    ";
            if (!isThere)
                text.Append(CultureInfo.InvariantCulture, $"{indent}ip++;\n");
            text.Append(CultureInfo.InvariantCulture, $"#if TRACE_OPERATIONS\n{indent}OperationTrace.Count(ip->Code);\n#endif\n");
            if (isHot || _after.ContainsKey(name))
                text.Append(CultureInfo.InvariantCulture, $"{indent}next = ip->Code;\n");
            foreach (string next in _after.GetValueOrDefault(name, []))
                text.Append(CultureInfo.InvariantCulture, $"{indent}if (next == OperationCode.{next})\n{indent}    goto At{next};\n");
            if (!isHot)
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}goto Same;\n");
                return;
            }

            text.Append(CultureInfo.InvariantCulture, $"{indent}switch (next)\n{indent}{{\n");
            foreach (string next in _hot)
                text.Append(CultureInfo.InvariantCulture, $"{indent}    case OperationCode.{next}: goto At{next};\n");
            text.Append(CultureInfo.InvariantCulture, $"{indent}    default: goto Same;\n{indent}}}\n\n");
        }
    }

    private Dictionary<string, string[]> AllCases()
    {
        var cases = new Dictionary<string, string[]>();
        foreach (Row row in _numeric)
        {
            string type = row.Operands![0];
            bool binary = row.Operands.Length == 2;
            string b = Slot(type, "B");
            string[] operands = binary ? [b, Slot(row.Operands[1], "C")] : [b];
            cases.Add(row.Member, Compute(row, operands, isConstant: false));
            if (binary)
                cases.Add(row.Member + "Constant", Compute(row, [b, Constant(type)], isConstant: true));
            if (!IsComparison(row))
                continue;
            Condition condition = ConditionOf(row, operands);
            cases.Add("Branch" + row.Member, Branch(condition.Holds));
            if (IsIntegerComparison(row))
                cases.Add($"Branch{row.Member}Constant", Branch(ConditionOf(row, [b, type == "i64" ? "(long)ip->Low" : "ip->Low"]).Holds));
            else
                cases.Add("BranchNot" + row.Member, Branch(condition.Fails));
        }

        foreach (Row row in _loads)
            cases.Add(row.Member, [.. Bound("B"), .. LoadOf(row)]);
        foreach (Row row in _stores)
            cases.Add(row.Member, [.. Bound("B"), StoreOf(row)]);
        foreach ((string first, string second) in _pairs)
        {
            string[] names = [.. FusedNames((first, second))];
            if (s_addressesOfTwo.TryGetValue(first, out string? address))
            {
                cases.Add(names[0], [$"end = (uint)({address}) + (ulong)(uint)ip->High;", "if (end > length)", "    goto OutOfBounds;", .. LoadOf(Form(second).Row!)]);
                continue;
            }

            if (_loads.FirstOrDefault(row => first == "I32AddConstant" + row.Member) is { } load)
            {
                // The constant and the end take what a load by itself has for its end.
                string loaded = $"{(load.AccessBytes < 4 ? "(int)" : "")}*({(load.AccessBytes < 4 ? MemoryType(load) : ClrType(load.Results![0]))}*)(memory + end - {load.AccessBytes})";
                Row then = Form(second).Row!;
                string[] bound = [.. cases[first].TakeWhile(line => !Gives(line))];
                for (int side = 0; side < names.Length; side++)
                {
                    string[] operands = [loaded, Slot(then.Operands![0], "C")];
                    cases.Add(names[side], [.. bound, .. Give(then.Results![0], Expression(then, side == 1 ? [operands[1], operands[0]] : operands))]);
                }

                continue;
            }

            for (int side = 0; side < names.Length; side++)
                cases.Add(names[side], [.. Fuse(Form(first), Form(second), isRight: side == 1)]);
        }

        foreach (string name in _carried)
        {
            string[] lines = name is "BranchIf" or "BranchUnless"
                ? Branch($"{Slot("i32", "B")} {(name == "BranchIf" ? "!=" : "==")} 0")
                : cases[name];
            cases.Add(Carried + name, OfCarried(name, lines, "B"));
        }

        foreach (string name in _carriedOther)
            cases.Add(CarriedOther + name, OfCarried(name, cases[name], "C"));

        return cases;
    }

    private static string[] OfCarried(string name, string[] lines, string field)
    {
        string[] carried =
        [
            .. lines.Select(line => line
                .Replace($"*(int*)(fp + ip->{field})", "(int)carried", StringComparison.Ordinal)
                .Replace($"*(uint*)(fp + ip->{field})", "(uint)carried", StringComparison.Ordinal)
                .Replace($"*(long*)(fp + ip->{field})", "(long)carried", StringComparison.Ordinal)),
        ];
        return carried.SequenceEqual(lines) ? throw new FormatException($"{name} has no operand in {field} that is carried.") : carried;
    }

    // What gives an address by two operations, once a load is the third: the end of what it reads takes the place of one constant.
    private static readonly Dictionary<string, string> s_addressesOfTwo = new()
    {
        ["I32ShlConstantI32AddConstant"] = "(*(int*)(fp + ip->B) << ip->C) + ip->Low",
        ["I32ShlConstantI32Add"] = "(*(int*)(fp + ip->B) << ip->Low) + *(int*)(fp + ip->C)",
        ["I32AddI32AddConstant"] = "*(int*)(fp + ip->B) + *(int*)(fp + ip->C) + ip->Low",
    };

    // What must be read again after a call: see the loop's Refresh.
    private static bool CallsOut(string[] lines) =>
        lines.Any(line => line.Contains("OutOfLine.", StringComparison.Ordinal) || line.Contains("InRange(", StringComparison.Ordinal));

    // After what is carried, for together they would cost the JIT compiler a local each.
    private const string GiveCarried = "fp[ip->A] = carried;";

    private static bool Gives(string line) => line.StartsWith("carried = ", StringComparison.Ordinal);

    // Which operand is which is told by where a NaN comes from, so floats have a form for either side.
    private IEnumerable<string> FusedNames((string First, string Second) pair)
    {
        yield return pair.First + pair.Second;
        if (Form(pair.Second) is { Row: { Lowering: "Numeric" } row, IsBranch: false } && row.Operands![0][0] == 'f')
            yield return pair.First + pair.Second + "Right";
    }

    private readonly record struct OperationForm(Row? Row, bool IsConstant, bool IsBranch, string Name);

    private OperationForm Form(string name)
    {
        string rest = name;
        bool isBranch = rest.StartsWith("Branch", StringComparison.Ordinal);
        if (isBranch)
            rest = rest["Branch".Length..];
        bool isConstant = rest.EndsWith("Constant", StringComparison.Ordinal);
        if (isConstant)
            rest = rest[..^"Constant".Length];
        if (name == "Constant" || (isBranch && rest is "If" or "Unless"))
            return new OperationForm(null, false, isBranch, name);
        return new OperationForm(
            _rows.FirstOrDefault(row => row.Member == rest) ?? throw new FormatException($"There is no operation {name}."), isConstant, isBranch, name);
    }

    // B and C are the first one's operands. What else there is goes to the places that are left.
    private static IEnumerable<string> Fuse(OperationForm first, OperationForm second, bool isRight)
    {
        if (first.Row is null)
            return ["end = ip->Long;", "if (end > length)", "    goto OutOfBounds;", .. second.Row!.Lowering == "Load" ? LoadOf(second.Row) : [StoreOf(second.Row)]];
        Row row = first.Row;
        string type = row.Results![0];
        var before = new List<string>();
        string value;
        if (row.Lowering == "Load")
        {
            before.AddRange(Bound("B"));
            value = $"*({ClrType(type)}*)(memory + end - {row.AccessBytes})";
            if (row.AccessBytes < 4)
                value = $"(int)*({MemoryType(row)}*)(memory + end - {row.AccessBytes})";
        }
        else
        {
            string b = Slot(row.Operands![0], "B");
            value = Expression(row, first.IsConstant ? [b, Constant(row.Operands[0])] : [b, Slot(row.Operands[1], "C")]);
        }

        if (second.Row is null || second.IsBranch)
        {
            // Its result is kept: it may be a local.
            const string result = "(int)carried";
            string condition = second.Row is null
                ? $"{result} {(second.Name == "BranchIf" ? "!=" : "==")} 0"
                : ConditionOf(second.Row, [result, second.IsConstant ? "(int)(short)ip->C" : Slot("i32", "C")]).Holds;
            return [.. Give("i32", value), .. Branch(condition)];
        }

        Row target = second.Row;
        if (target.Lowering is "Load" or "Store")
        {
            string reach = first.IsConstant ? "(uint)ip->High" : "ip->Long";
            return
            [
                $"end = (uint){value} + (ulong){reach};", "if (end > length)", "    goto OutOfBounds;",
                .. target.Lowering == "Load" ? LoadOf(target) : [StoreOf(target)],
            ];
        }

        string other = second.IsConstant
            ? first.IsConstant ? "ip->High" : "ip->Low"
            : Slot(target.Operands![0], first.IsConstant || row.Lowering == "Load" ? "C" : "D");
        string[] operands = isRight ? [other, value] : [value, other];
        return [.. before, .. Give(target.Results![0], Expression(target, operands))];
    }

    private static string[] Bound(string field) =>
        [$"end = *(uint*)(fp + ip->{field}) + ip->Long;", "if (end > length)", "    goto OutOfBounds;"];

    private static string[] Branch(string condition) => [$"if ({condition})", "    ip += ip->Target;"];

    private static string[] LoadOf(Row row)
    {
        string value = $"*({MemoryType(row)}*)(memory + end - {row.AccessBytes})";
        string result = row.Results![0] switch
        {
            "i32" when row.SignExtends => $"(uint)(int){value}",
            "i64" when row.SignExtends => $"(ulong){value}",
            _ => value,
        };
        return row.Results[0][0] == 'i' ? [$"carried = {result};", GiveCarried] : [$"fp[ip->A] = {result};"];
    }

    private static string StoreOf(Row row)
    {
        string type = MemoryType(row);
        return $"*({type}*)(memory + end - {row.AccessBytes}) = *({type}*)(fp + ip->C);";
    }

    public string Vectors()
    {
        StringBuilder text = new StringBuilder(Output.Header).Append("""
            using System.Runtime.Intrinsics;
            using Wasil.Instructions;
            using Wasil.Numerics;

            namespace Wasil.Interpreter;

            /// <summary>The instructions on vectors, apart from the loop, which would become too large for the JIT compiler.</summary>
            internal static unsafe class VectorOperations
            {
                /// <summary>Executes one; its opcode is in D, a third operand in E, a lane in <see cref="Operation.High"/>, which for relaxed
                /// instructions tells whether the result may be the processor's.</summary>
                public static void Execute(Operation* at, ulong* fp)
                {
                    // SAFETY: the slots lie in the frame, as the lowering has laid it out and the call has checked it.
                    switch ((Opcode)at->D)
                    {

            """);
        foreach (Row row in _vectors)
        {
            string[] operands = [.. row.Operands!.Select((type, i) => Place(type, "fp + at->" + "BCE"[i]))];
            if (row.Lowering == "NumericLane")
                operands = [.. operands, "at->High"];
            text.Append(CultureInfo.InvariantCulture, $"            case Opcode.{row.Member}:\n");
            string value = $"Numeric.{row.Member}({string.Join(", ", operands)})";
            if (row.HasNative)
                value = $"at->High != 0 ? Numeric.{row.Member}Native({string.Join(", ", operands)}) : {value}";
            text.Append(CultureInfo.InvariantCulture, $"                {Store(row.Results![0], "fp + at->A", value)}\n");
            text.Append("                break;\n");
        }

        return text.Append("""
                        default:
                            throw new System.Diagnostics.UnreachableException();
                    }
                }
            }

            """).ToString();
    }

    public string Accesses()
    {
        StringBuilder text = new StringBuilder(Output.Header).Append("""
            using System.Runtime.Intrinsics;
            using Wasil.Execution;
            using Wasil.Instructions;
            using Wasil.Numerics;

            namespace Wasil.Interpreter;

            /// <summary>
            /// Accesses that the loop has no case for: atomic ones, of vectors, to memories other than the first, and by 64-bit addresses.
            /// </summary>
            internal static unsafe class MemoryAccess
            {
                /// <summary>Executes one.</summary>
                /// <param name="opcode">Which.</param>
                /// <param name="place">Where in memory; all bytes of the access were checked.</param>
                /// <param name="at">Its operation: the result in A, the value or a lane's vector in C, a second value in the A behind.</param>
                /// <param name="fp">The frame.</param>
                /// <param name="lane">A lane, where the instruction has one.</param>
                public static void Execute(Opcode opcode, byte* place, Operation* at, ulong* fp, int lane)
                {
                    // SAFETY: the caller has checked the access, and the slots lie in the frame.
                    switch (opcode)
                    {

            """);
        foreach (Row row in _accesses)
        {
            string? statement = Access(row);
            if (statement is null)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"            case Opcode.{row.Member}:\n                {statement}\n                break;\n");
        }

        return text.Append("""
                        default:
                            throw new System.Diagnostics.UnreachableException();
                    }
                }
            }

            """).ToString();

        static string? Access(Row row)
        {
            bool vector = HasVector(row);
            string bits = $"*({(row.AccessBytes switch { 1 => "byte", 2 => "ushort", 4 => "int", _ => "long" })}*)place";
            string unsigned = row.AccessBytes switch { 1 => "byte", 2 => "ushort", 4 => "uint", _ => "ulong" };
            string operand = $"*({unsigned}*)(fp + at->C)";
            return row.Lowering switch
            {
                "AtomicLoad" => $"fp[at->A] = Atomics.Load<{unsigned}>(place);",
                "AtomicStore" => $"Atomics.Store(place, {operand});",
                "AtomicRmw" => $"fp[at->A] = Atomics.{row.AtomicOperation}(place, {operand});",
                "AtomicCmpxchg" => $"fp[at->A] = Atomics.Cmpxchg(place, {operand}, *({unsigned}*)(fp + at[1].A));",
                "Load" when vector => "*(Vector128<byte>*)(fp + at->A) = *(Vector128<byte>*)place;",
                "Store" when vector => "*(Vector128<byte>*)place = *(Vector128<byte>*)(fp + at->C);",
                "Load" when row.SignExtends => $"fp[at->A] = {(row.Results![0] == "i32" ? "(uint)(int)" : "(ulong)")}*({MemoryType(row)}*)place;",
                "Load" => $"fp[at->A] = *({MemoryType(row)}*)place;",
                "Store" => $"*({MemoryType(row)}*)place = *({MemoryType(row)}*)(fp + at->C);",
                "LoadExtend" or "LoadSplat" or "LoadZero" =>
                    $"*(Vector128<byte>*)(fp + at->A) = Numeric.{row.Member}({bits});",
                "LoadLane" => $"*(Vector128<byte>*)(fp + at->A) = Numeric.{row.Member}(*(Vector128<byte>*)(fp + at->C), {bits}, lane);",
                "StoreLane" =>
                    $"*({MemoryType(row)}*)place = ({MemoryType(row)})Numeric.{row.Member}(*(Vector128<byte>*)(fp + at->C), lane);",
                _ => null,
            };
        }
    }

    private static readonly Dictionary<string, string> s_opposites = new()
    {
        ["eq"] = "ne", ["ne"] = "eq", ["lt_s"] = "ge_s", ["lt_u"] = "ge_u", ["gt_s"] = "le_s", ["gt_u"] = "le_u",
        ["le_s"] = "gt_s", ["le_u"] = "gt_u", ["ge_s"] = "lt_s", ["ge_u"] = "lt_u",
    };

    private static readonly Dictionary<string, string> s_exchanged = new()
    {
        ["add"] = "add", ["mul"] = "mul", ["and"] = "and", ["or"] = "or", ["xor"] = "xor", ["eq"] = "eq", ["ne"] = "ne",
        ["lt_s"] = "gt_s", ["lt_u"] = "gt_u", ["gt_s"] = "lt_s", ["gt_u"] = "lt_u",
        ["le_s"] = "ge_s", ["le_u"] = "ge_u", ["ge_s"] = "le_s", ["ge_u"] = "le_u",
    };

    private static string With(Row row, Dictionary<string, string> names)
    {
        string[] parts = row.Mnemonic.Split('.');
        return global::Table.Pascal($"{parts[0]}.{names[parts[1]]}");
    }

    // Not of floats: of two NaNs an addition gives the first.
    private static string? Exchanged(Row row) =>
        row.Operands![0][0] == 'i' && s_exchanged.ContainsKey(row.Mnemonic.Split('.')[1]) ? With(row, s_exchanged) : null;

    private readonly record struct Condition(string Holds, string Fails);

    private static bool HasVector(Row row) => row.Operands!.Concat(row.Results!).Contains("v128");

    private static bool IsComparison(Row row) => row.Operands!.Length == 2 && row.Lowering == "Numeric"
        && row.LoweringWords[0].Split(',')[^1] is "ceq" or "clt" or "cgt" or "clt.un" or "cgt.un";

    private static bool IsIntegerComparison(Row row) => IsComparison(row) && row.Operands![0][0] == 'i';

    private static bool IsFloatComparison(Row row) => IsComparison(row) && row.Operands![0][0] == 'f';

    private static IEnumerable<string> Forms(Row row)
    {
        yield return row.Member;
        if (row.Operands!.Length == 2)
            yield return row.Member + "Constant";
        if (IsComparison(row))
            yield return "Branch" + row.Member;
        if (IsIntegerComparison(row))
            yield return $"Branch{row.Member}Constant";
        if (IsFloatComparison(row))
            yield return "BranchNot" + row.Member;
    }

    private static string MemoryType(Row row)
    {
        string type = (row.Lowering is "Load" ? row.Results![0] : row.Operands![^1]) switch { "v128" => "", var scalar => scalar };
        return (row.AccessBytes, row.SignExtends) switch
        {
            (1, true) => "sbyte",
            (1, _) => "byte",
            (2, true) => "short",
            (2, _) => "ushort",
            (4, true) => "int",
            (4, _) => "uint",
            _ => "ulong",
        };
    }

    private static string ClrType(string type) => type switch
    {
        "i32" => "int",
        "i64" => "long",
        "f32" => "float",
        "f64" => "double",
        _ => "Vector128<byte>",
    };

    private static string Place(string type, string address) => $"*({ClrType(type)}*)({address})";

    private static string Slot(string type, string field) => Place(type, $"fp + ip->{field}");

    private static string Constant(string type) => type switch
    {
        "i32" => "ip->Low",
        "i64" => "(long)ip->Long",
        "f32" => "ip->Single",
        _ => "ip->Double",
    };

    // The upper half of an i32's slot is written as well, so that a copy of the whole slot does not wait for two stores.
    private static string Store(string type, string address, string value) => type switch
    {
        "i32" => $"*(ulong*)({address}) = (uint){value};",
        _ => $"*({ClrType(type)}*)({address}) = {value};",
    };

    // What an operation gives is in its slot and, so that the next one need not wait for that, carried to it.
    private static string[] Give(string type, string value) => type switch
    {
        "i32" => [$"carried = (uint){value};", GiveCarried],
        "i64" => [$"carried = (ulong){value};", GiveCarried],
        _ => [Store(type, "fp + ip->A", value)],
    };

    private static string[] Compute(Row row, string[] operands, bool isConstant)
    {
        if (IsComparison(row))
            return [$"carried = {ConditionOf(row, operands).Holds} ? 1UL : 0UL;", GiveCarried];
        string value = Expression(row, operands);
        string[] store = Give(row.Results![0], value);
        if (row.Lowering != "NumericTrap")
            return store;
        if (row.Operands!.Length == 2)
        {
            string least = row.Operands[0] == "i64" ? "long.MinValue" : "int.MinValue";
            return
            [
                $"if ({operands[1]} == 0)",
                "    goto DivideByZero;",
                .. row.Mnemonic.EndsWith("div_s", StringComparison.Ordinal)
                    ? (string[])[$"if ({operands[1]} == -1 && {operands[0]} == {least})", "    goto IntegerOverflow;"]
                    : [],
                .. store,
            ];
        }

        string apart = Store(row.Results[0], "fp + ip->A", value);
        return [$"if (!Numeric.{row.Member}InRange({operands[0]}))", $"    goto {(row.Operands[0] == "f32" ? "F32" : "F64")}OutOfRange;", apart];
    }

    private static Condition ConditionOf(Row row, string[] operands)
    {
        bool isFloat = row.Operands![0][0] == 'f';
        string unsigned = row.Operands[0] == "i64" ? "(ulong)" : "(uint)";
        (string a, string b) = (operands[0], operands[1]);
        Condition? condition = null;
        foreach (string word in row.LoweringWords[0].Split(','))
        {
            condition = word switch
            {
                "ldc.i4.0" => condition,
                "ceq" when condition is { } other => new Condition(other.Fails, other.Holds),
                "ceq" => new Condition($"{a} == {b}", $"{a} != {b}"),
                "clt" => new Condition($"{a} < {b}", isFloat ? $"!({a} < {b})" : $"{a} >= {b}"),
                "cgt" => new Condition($"{a} > {b}", isFloat ? $"!({a} > {b})" : $"{a} <= {b}"),
                // Of floats: or unordered.
                "clt.un" when isFloat => new Condition($"!({a} >= {b})", $"{a} >= {b}"),
                "cgt.un" when isFloat => new Condition($"!({a} <= {b})", $"{a} <= {b}"),
                "clt.un" => new Condition($"{unsigned}{a} < {unsigned}{b}", $"{unsigned}{a} >= {unsigned}{b}"),
                "cgt.un" => new Condition($"{unsigned}{a} > {unsigned}{b}", $"{unsigned}{a} <= {unsigned}{b}"),
                _ => throw new FormatException($"{row.Mnemonic}: no condition is made of {word}."),
            };
        }

        return condition!.Value;
    }

    // What must not be inlined into the loop: see OutOfLine.cs.
    private static readonly string[] AsksProcessor = ["F32ConvertI64U", "F64ConvertI64U"];

    // What C# has a short expression for that needs no method of Numerics inlined.
    private static string? Written(Row row, string[] operands)
    {
        string a = operands[0];
        string clr = ClrType(row.Operands![0]);
        string count = clr == "long" ? $"(int){operands[^1]}" : operands[^1];
        return row.LoweringWords[0] switch
        {
            "ldc.i4.0,ceq" or "ldc.i4.0,conv.i8,ceq" => $"({a} == 0 ? 1 : 0)",
            "conv.i1" or "conv.i1,conv.i8" => $"((sbyte){a})",
            "conv.i2" or "conv.i2,conv.i8" => $"((short){a})",
            "conv.i4" or "conv.i4,conv.i8" => $"((int){a})",
            "conv.i8" => $"((long){a})",
            "conv.u8" => $"((long)(uint){a})",
            "conv.r4" => $"((float){a})",
            "conv.r8" => $"((double){a})",
            // A conversion from unsigned numbers would ask what the processor has.
            "conv.r.un,conv.r4" => $"((float)(long)(uint){a})",
            "conv.r.un,conv.r8" => $"((double)(long)(uint){a})",
            _ => row.Mnemonic[4..] switch
            {
                "rotl" => $"({clr})BitOperations.RotateLeft((u{clr}){a}, {count})",
                "rotr" => $"({clr})BitOperations.RotateRight((u{clr}){a}, {count})",
                "div_u" => $"({clr})((u{clr}){a} / (u{clr}){operands[1]})",
                "rem_u" => $"({clr})((u{clr}){a} % (u{clr}){operands[1]})",
                "div_s" => $"({a} / {operands[1]})",
                _ => null,
            },
        };
    }

    // The JIT compiler inlines only so many methods into one, so what C# has an operator for is written as that.
    private static string Expression(Row row, string[] operands)
    {
        string operation = row.LoweringWords[0] switch
        {
            "add" => "+",
            "sub" => "-",
            "mul" => "*",
            "and" => "&",
            "or" => "|",
            "xor" => "^",
            "div" => "/",
            var words when words.EndsWith(",shl", StringComparison.Ordinal) => "<<",
            var words when words.EndsWith(",shr", StringComparison.Ordinal) => ">>",
            var words when words.EndsWith(",shr.un", StringComparison.Ordinal) => ">>>",
            _ => "",
        };
        if (operation.Length == 0 && Written(row, operands) is { } written)
            return written;
        if (operation.Length == 0)
            return $"{(AsksProcessor.Contains(row.Member) ? "OutOfLine" : "Numeric")}.{row.Member}({string.Join(", ", operands)})";
        bool isShift = operation.Length > 1;
        string right = isShift && row.Operands![0] == "i64" ? $"(int){operands[1]}" : operands[1];
        return $"({operands[0]} {operation} {right})";
    }
}

internal sealed class Output
{
    public const string Header =
        "// <auto-generated>\n// From instructions.tsv by eng/GenerateInstructions.cs.\n// </auto-generated>\n#nullable enable\n\n";

    private readonly List<Row> _rows;

    // Opcodes are sparse; tables have a slot for each single byte, then for each sub-opcode of each prefix up to its last.
    private readonly Dictionary<int, (int First, int Count)> _prefixes = [];
    private readonly Row?[] _slots;

    // The members of the visitor: the lowerings that are shared, then the instructions of their own.
    private readonly List<string> _visits;

    public Output(List<Row> rows)
    {
        _rows = [.. rows.OrderBy(row => row.Opcode)];
        int slots = 0x100;
        foreach (IGrouping<int, Row> group in _rows.Where(row => row.Prefix != 0).GroupBy(row => row.Prefix))
        {
            int count = group.Max(row => row.Code) + 1;
            _prefixes.Add(group.Key, (slots, count));
            slots += count;
        }

        _slots = new Row?[slots];
        foreach (Row row in _rows)
            _slots[(row.Prefix == 0 ? 0 : _prefixes[row.Prefix].First) + row.Code] = row;

        _visits =
        [
            .. _rows.Where(row => row.Lowering != "Own").Select(row => row.Lowering).Distinct().Order(StringComparer.Ordinal),
            .. _rows.Where(row => row.Lowering == "Own").Select(row => row.Member),
        ];
    }

    public string OpcodeEnum()
    {
        StringBuilder text = Start("Wasil.Instructions");
        text.Append("""
            /// <summary>
            /// The opcodes, named after their mnemonics. A single byte stands for itself; a sub-opcode behind a prefix is put below the
            /// prefix's last four bits, FC 0A as 0xC00A.
            /// </summary>
            internal enum Opcode : ushort
            {

            """);
        foreach (Row row in _rows)
            text.Append(CultureInfo.InvariantCulture, $"    {row.Member} = 0x{row.Opcode:X2},\n");
        return text.Append("}\n").ToString();
    }

    public string InstructionTable()
    {
        List<string> signatures = [.. _rows.Where(row => row.Operands is not null).Select(Signature).Distinct()];
        if (signatures.Count >= byte.MaxValue)
            throw new FormatException("More signatures than a byte can number.");
        var pool = new List<string>();
        var bounds = new List<(int Operands, int Results, int End)>();
        foreach (string signature in signatures)
        {
            Row row = _rows.First(row => row.Operands is not null && Signature(row) == signature);
            int start = pool.Count;
            pool.AddRange(row.Operands!.Select(OperandType));
            int middle = pool.Count;
            pool.AddRange(row.Results!.Select(OperandType));
            bounds.Add((start, middle, pool.Count));
        }

        StringBuilder text = Start("Wasil.Instructions");
        text.Append("""
            /// <summary>The columns of the table by slot; <see cref="InstructionInfo"/> is the way to them.</summary>
            internal static class InstructionTable
            {
                public const byte NoSignature = byte.MaxValue;

                /// <summary>The slot of an opcode that is a member of <see cref="Opcode"/>.</summary>
                public static int Slot(Opcode opcode) =>
                    (int)opcode < 0x100 ? (int)opcode : FirstSlots[(int)opcode >> 12] + ((int)opcode & 0xfff);

                /// <summary>The slot of a prefix's sub-opcode 0 and how many slots the prefix has: none if it is no prefix.</summary>
                public static int FirstSlot(byte prefix, out int count)
                {
                    int first;
                    (first, count) = prefix switch
                    {

            """);
        foreach ((int prefix, (int first, int count)) in _prefixes)
            text.Append(CultureInfo.InvariantCulture, $"            0x{prefix:x2} => ({first}, {count}),\n");
        text.Append("""
                        _ => (0, 0),
                    };
                    return first;
                }

                public static ReadOnlySpan<OperandType> Operands(byte signature) => signature == NoSignature
                    ? []
                    : Types[SignatureStarts[signature]..SignatureMiddles[signature]];

                public static ReadOnlySpan<OperandType> Results(byte signature) => signature == NoSignature
                    ? []
                    : Types[SignatureMiddles[signature]..SignatureEnds[signature]];


            """);
        IEnumerable<int> firstSlots = Enumerable.Range(0xf0, 16).Select(prefix => _prefixes.GetValueOrDefault(prefix).First);
        Array(text, "private", "ushort", "FirstSlots", firstSlots.Select(Number));
        Array(text, "private", "OperandType", "Types", pool.Select(type => "OperandType." + type));
        Array(text, "private", "byte", "SignatureStarts", bounds.Select(bound => Number(bound.Operands)));
        Array(text, "private", "byte", "SignatureMiddles", bounds.Select(bound => Number(bound.Results)));
        Array(text, "private", "byte", "SignatureEnds", bounds.Select(bound => Number(bound.End)));
        Array(text, "public", "Opcode", "Opcodes", _rows.Select(row => "Opcode." + row.Member));
        Column(text, "ImmediateKind", "Immediates", row => $"ImmediateKind.{row?.Immediates ?? "Unassigned"}");
        Column(text, "Lowering", "Lowerings", row => $"Lowering.{row?.Lowering ?? "Own"}");
        Column(text, "byte", "Visits", row => Number(row is null ? byte.MaxValue : VisitIndex(row)));
        Column(text, "byte", "Signatures", row =>
            row?.Operands is null ? "NoSignature" : Number(signatures.IndexOf(Signature(row))));
        Column(text, "WasmFeatures", "Features", row =>
            string.Join(" | ", (row?.Features ?? ["None"]).Select(feature => "WasmFeatures." + feature)));
        Column(text, "byte", "AccessBytes", row => Number(row?.AccessBytes ?? 0));
        Column(text, "byte", "SignExtensions", row => row is { SignExtends: true } ? "1" : "0");
        Column(text, "byte", "LaneCounts", row => Number(row?.LaneCount ?? 0));
        Column(text, "Opcode", "Companions", row => "Opcode." + (row?.Companion is { } name ? Table.Pascal(name) : "Nop"));
        Column(text, "AtomicOperation", "AtomicOperations", row => "AtomicOperation." + (row?.AtomicOperation ?? "None"));
        text.Length--;
        return text.Append("}\n").ToString();

        static string Signature(Row row) => string.Join(' ', row.Operands!) + " -> " + string.Join(' ', row.Results!);
    }

    public string Mnemonics()
    {
        StringBuilder text = new StringBuilder(Header).Append("""
            using System.Collections.Frozen;

            namespace Wasil.Instructions;

            /// <summary>The names of the instructions in the text format.</summary>
            internal static class Mnemonics
            {
                private static readonly string[] Names =
                [

            """);
        foreach (Row?[] line in _slots.Chunk(4))
            text.Append("        ").AppendJoin(' ', line.Select(row => $"\"{row?.Mnemonic}\",")).Append('\n');
        return text.Append("""
                ];

                private static readonly FrozenDictionary<string, Opcode>.AlternateLookup<ReadOnlySpan<char>> Opcodes =
                    ReadOpcodes().GetAlternateLookup<ReadOnlySpan<char>>();

                /// <summary>By slot; empty where there is no instruction.</summary>
                public static ReadOnlySpan<string> BySlot => Names;

                /// <summary>
                /// The opcode of a mnemonic. Of those that share one it is the first: <c>Select</c> rather than <c>SelectT</c>,
                /// <c>RefTest</c> and <c>RefCast</c> rather than <c>RefTestNull</c> and <c>RefCastNull</c>; what follows the mnemonic
                /// in the text decides between them.
                /// </summary>
                public static bool TryGetOpcode(ReadOnlySpan<char> mnemonic, out Opcode opcode) =>
                    Opcodes.TryGetValue(mnemonic, out opcode);

                private static FrozenDictionary<string, Opcode> ReadOpcodes()
                {
                    var opcodes = new Dictionary<string, Opcode>();
                    foreach (Opcode opcode in InstructionTable.Opcodes)
                        opcodes.TryAdd(Names[InstructionTable.Slot(opcode)], opcode);
                    return opcodes.ToFrozenDictionary();
                }
            }

            """).ToString();
    }

    public string Visitor()
    {
        StringBuilder text = Start("Wasil.Instructions");
        text.Append("""
            /// <summary>
            /// What an engine does with each instruction: a method for each shared <see cref="Lowering"/>, and one for each instruction
            /// that has no other like it. <see cref="InstructionDispatch"/> calls them.
            /// </summary>
            internal interface IInstructionVisitor
            {

            """);
        foreach (string visit in _visits)
            text.Append(CultureInfo.InvariantCulture, $"    void {visit}(in Instruction instruction);\n");
        return text.Append("}\n").ToString();
    }

    public string Dispatch()
    {
        StringBuilder text = Start("Wasil.Instructions");
        text.Append("""
            /// <summary>Calls the method of a visitor that an instruction belongs to.</summary>
            internal static class InstructionDispatch
            {
                public static void Visit<TVisitor>(ref TVisitor visitor, in Instruction instruction)
                    where TVisitor : IInstructionVisitor, allows ref struct
                {
                    switch (InstructionTable.Visits[InstructionTable.Slot(instruction.Opcode)])
                    {

            """);
        for (int i = 0; i < _visits.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"            case {i}: visitor.{_visits[i]}(instruction); break;\n");
        return text.Append("""
                        default: throw new System.Diagnostics.UnreachableException();
                    }
                }
            }

            """).ToString();
    }

    public string NumericEmitter()
    {
        StringBuilder text = new StringBuilder(Header).Append("""
            using System.Diagnostics.CodeAnalysis;
            using System.Reflection;
            using System.Reflection.Emit;
            using Wasil.Instructions;
            using Wasil.Numerics;

            namespace Wasil.Compilation;

            /// <summary>
            /// Emits the instructions lowered as <see cref="Lowering.Numeric"/>, <see cref="Lowering.NumericLane"/> and
            /// <see cref="Lowering.NumericTrap"/>: CIL where CIL has the very same meaning, else a call to the method of
            /// <see cref="Numeric"/> that is named as the opcode.
            /// </summary>
            internal static class NumericEmitter
            {
                [DynamicallyAccessedMembers(
                    DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods)]
                private static readonly Type Meaning = typeof(Numeric);

                private static readonly MethodInfo?[] Methods = new MethodInfo?[InstructionTable.Immediates.Length];

                /// <summary>
                /// Emits the instruction; its operands are on the stack, then the lane as an int32 if it is a
                /// <see cref="Lowering.NumericLane"/>.
                /// </summary>
                /// <param name="il">Where to.</param>
                /// <param name="opcode">The instruction.</param>
                /// <param name="native">Whether results may be those of the processor, where the specification lets them differ.</param>
                public static void Emit(ILGenerator il, Opcode opcode, bool native)
                {
                    switch (opcode)
                    {

            """);
        foreach (IGrouping<string, Row> group in _rows.Where(HasCil).GroupBy(row => row.LoweringWords[0]))
        {
            foreach (Row row in group)
                text.Append(CultureInfo.InvariantCulture, $"            case Opcode.{row.Member}:\n");
            foreach (string instruction in group.Key.Split(','))
                text.Append(CultureInfo.InvariantCulture, $"                il.Emit({Cil(instruction)});\n");
            text.Append("                break;\n");
        }

        foreach (Row row in _rows.Where(row => row.HasNative))
            text.Append(CultureInfo.InvariantCulture, $"            case Opcode.{row.Member} when native:\n");
        return text.Append("""
                            il.Emit(OpCodes.Call, Find(opcode + "Native"));
                            break;
                        default:
                            il.Emit(OpCodes.Call, MethodOf(opcode));
                            break;
                    }
                }

                /// <summary>The method of <see cref="Numeric"/> that has the meaning of <paramref name="opcode"/>.</summary>
                public static MethodInfo MethodOf(Opcode opcode) =>
                    Methods[InstructionTable.Slot(opcode)] ??= Find(opcode.ToString());

                private static MethodInfo Find(string name) =>
                    Meaning.GetMethod(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                        ?? throw new MissingMethodException(nameof(Numeric), name);
            }

            """).ToString();

        static bool HasCil(Row row) => row.Lowering == "Numeric" && row.LoweringWords is not ["call", ..];

        static string Cil(string instruction)
        {
            string[] parts = instruction.Split(':');
            IEnumerable<string> words = parts[0].Split('.').Select(Table.Pascal);
            string name = "OpCodes." + string.Join('_', words);
            return parts.Length == 1 ? name : $"{name}, (sbyte){parts[1]}";
        }
    }

    public static StringBuilder Start(string ns) =>
        new StringBuilder(Header).Append(CultureInfo.InvariantCulture, $"namespace {ns};\n\n");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string OperandType(string type) => type == "addr" ? "Address" : Table.Pascal(type);

    private int VisitIndex(Row row) => _visits.IndexOf(row.Lowering == "Own" ? row.Member : row.Lowering);

    private void Column(StringBuilder text, string type, string name, Func<Row?, string> value) =>
        Array(text, "public", type, name, _slots.Select(value));

    private static void Array(StringBuilder text, string access, string type, string name, IEnumerable<string> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"    {access} static ReadOnlySpan<{type}> {name} =>\n    [\n");
        var line = new StringBuilder();
        foreach (string value in values)
        {
            if (line.Length + value.Length > 118)
            {
                text.Append("       ").Append(line).Append('\n');
                line.Clear();
            }

            line.Append(' ').Append(value).Append(',');
        }

        text.Append("       ").Append(line).Append("\n    ];\n\n");
    }
}
