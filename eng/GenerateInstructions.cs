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

internal sealed class Output
{
    private const string Header =
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
                public static void Emit(ILGenerator il, Opcode opcode)
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

        return text.Append("""
                        default:
                            il.Emit(OpCodes.Call, MethodOf(opcode));
                            break;
                    }
                }

                /// <summary>The method of <see cref="Numeric"/> that has the meaning of <paramref name="opcode"/>.</summary>
                public static MethodInfo MethodOf(Opcode opcode)
                {
                    int slot = InstructionTable.Slot(opcode);
                    const BindingFlags statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
                    return Methods[slot] ??= Meaning.GetMethod(opcode.ToString(), statics)
                        ?? throw new MissingMethodException(nameof(Numeric), opcode.ToString());
                }
            }

            """).ToString();

        static bool HasCil(Row row) => row.Lowering == "Numeric" && row.LoweringWords is not ["call"];

        static string Cil(string instruction)
        {
            string[] parts = instruction.Split(':');
            IEnumerable<string> words = parts[0].Split('.').Select(Table.Pascal);
            string name = "OpCodes." + string.Join('_', words);
            return parts.Length == 1 ? name : $"{name}, (sbyte){parts[1]}";
        }
    }

    private static StringBuilder Start(string ns) =>
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
