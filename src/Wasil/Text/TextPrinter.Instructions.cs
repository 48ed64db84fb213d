using System.Globalization;
using System.Numerics;
using System.Text;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Text;

internal sealed partial class TextPrinter
{
    // Deeper blocks are not indented further: of a million nested ones the indentation alone would be a terabyte.
    private const int DeepestIndent = 40;

    private readonly List<string?> _labels = [];
    private uint _blocks;
    private Identifiers _locals = Identifiers.None;

    private void PrintFunction(uint index, uint type, ByteRange range)
    {
        _locals = new Identifiers(_names.Locals(index));
        BeginField("func", _functions, index);
        PrintTypeUse(type, _locals);
        var bytes = _module.Slice(range);
        var reader = new ByteReader(bytes, range.Offset, "code");
        PrintLocals(ref reader, type);
        var instructions = new InstructionReader(bytes[reader.Position..], reader.Offset, "code");
        PrintBody(ref instructions, _names.Labels(index));
        _out.Write(')');
        _locals = Identifiers.None;
    }

    private void PrintLocals(ref ByteReader reader, uint type)
    {
        bool isFunction = type < _module.Types.Length && _module.Types[type].Composite is FuncType;
        uint local = isFunction ? (uint)((FuncType)_module.Types[type].Composite).Parameters.Length : 0;
        ulong total = 0;
        bool open = false;
        int start = reader.Position;
        for (int runs = reader.ReadCount(2); runs > 0; runs--)
        {
            uint count = reader.ReadU32();
            string spelling = Spell(TypeCodes.ValTypeOf(reader.ReadValueType(out long heap), heap));
            total += count;
            if (total > ImplementationLimits.Locals)
                reader.Fail("too many locals", start);
            for (; count > 0; count--)
            {
                string? binding = _locals.Binding(local++);
                if (open && binding is not null)
                    _out.Write(')');
                if (!open || binding is not null)
                    _out.Write("\n    (local" + (binding is null ? "" : " " + binding));
                _out.Write(" " + spelling);
                open = binding is null;
                if (!open)
                    _out.Write(')');
            }
        }

        if (open)
            _out.Write(')');
    }

    /// <summary>
    /// A constant expression: one instruction folded, several in the parentheses of a keyword where there is one.
    /// </summary>
    private void PrintExpression(ByteRange range, string keyword)
    {
        var reader = new InstructionReader(_module.Slice(range), range.Offset);
        var spellings = new List<string>();
        while (ReadInstruction(ref reader, NameMap.Empty, out _) is { } spelling)
            spellings.Add(spelling);
        string all = string.Join(' ', spellings);
        _out.Write(spellings.Count == 1 ? $" ({all})" : keyword.Length > 0 ? $" ({keyword} {all})" : " " + all);
    }

    private void PrintBody(ref InstructionReader reader, NameMap labels)
    {
        while (ReadInstruction(ref reader, labels, out int depth) is { } spelling)
        {
            _out.Write('\n');
            for (int i = Math.Min(depth, DeepestIndent) + 2; i > 0; i--)
                _out.Write("  ");
            _out.Write(spelling);
        }
    }

    /// <summary>Spells the next instruction and keeps track of the labels; null at the end of the expression.</summary>
    /// <param name="reader">Where the instruction stands.</param>
    /// <param name="labels">The names of the blocks of the function.</param>
    /// <param name="depth">In how many blocks it stands.</param>
    private string? ReadInstruction(ref InstructionReader reader, NameMap labels, out int depth)
    {
        if (reader.Position == 0)
        {
            _labels.Clear();
            _blocks = 0;
        }

        depth = _labels.Count;
        if (!reader.Next(out var instruction) || (instruction.Opcode == Opcode.End && depth == 0))
            return null;
        switch (instruction.Opcode)
        {
            case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Try or Opcode.TryTable:
                string? name = labels[_blocks++];
                name = string.IsNullOrEmpty(name) ? null : name;
                string spelling = Spell(instruction, ref reader, name is null ? "" : " " + Identifiers.Spell(name));
                _labels.Add(name);
                return spelling;
            case Opcode.Else or Opcode.Catch or Opcode.CatchAll:
                depth = Math.Max(0, depth - 1);
                return Spell(instruction, ref reader);
            case Opcode.End or Opcode.Delegate:
                // The label of a delegate is one around its try.
                depth = Math.Max(0, depth - 1);
                _labels.RemoveRange(depth, _labels.Count - depth);
                return Spell(instruction, ref reader);
            default:
                return Spell(instruction, ref reader);
        }
    }

    private string Spell(in Instruction instruction, ref InstructionReader reader, string label = "")
    {
        var info = InstructionInfo.Of(instruction.Opcode);
        return info.Mnemonic + label + SpellImmediates(instruction, info, ref reader);
    }

    private string SpellImmediates(in Instruction instruction, InstructionInfo info, ref InstructionReader reader)
    {
        uint index = instruction.Index;
        uint second = instruction.Index2;
        switch (info.Immediates)
        {
            case ImmediateKind.None or ImmediateKind.Fence:
                return "";
            case ImmediateKind.Label:
                return " " + LabelOf(index);
            case ImmediateKind.Func:
                return " " + _functions[index];
            case ImmediateKind.Type:
                return " " + _types[index];
            case ImmediateKind.Tag:
                return " " + _tags[index];
            case ImmediateKind.Local:
                return " " + _locals[index];
            case ImmediateKind.Global:
                return " " + _globals[index];
            case ImmediateKind.Table:
                return Optional(_tables, index);
            case ImmediateKind.Elem:
                return " " + _elements[index];
            case ImmediateKind.Data:
                return " " + _data[index];
            case ImmediateKind.Memory:
                return Optional(_memories, index);
            case ImmediateKind.CallIndirect:
                return $"{Optional(_tables, second)} (type {_types[index]})";
            case ImmediateKind.TableTable:
                return index == 0 && second == 0 ? "" : $" {_tables[index]} {_tables[second]}";
            case ImmediateKind.MemoryMemory:
                return index == 0 && second == 0 ? "" : $" {_memories[index]} {_memories[second]}";
            case ImmediateKind.ElemTable:
                return $"{Optional(_tables, second)} {_elements[index]}";
            case ImmediateKind.DataMemory:
                return $"{Optional(_memories, second)} {_data[index]}";
            case ImmediateKind.TypeField:
                return $" {_types[index]} {FieldsOf(index)[second]}";
            case ImmediateKind.TypeLength:
                return $" {_types[index]} {Spell(second)}";
            case ImmediateKind.TypeData:
                return $" {_types[index]} {_data[second]}";
            case ImmediateKind.TypeElem:
                return $" {_types[index]} {_elements[second]}";
            case ImmediateKind.TypeType:
                return $" {_types[index]} {_types[second]}";
            case ImmediateKind.Memarg:
                return MemoryArgument(instruction, info);
            case ImmediateKind.MemargLane:
                return $"{MemoryArgument(instruction, info)} {Spell(instruction.Lane)}";
            case ImmediateKind.Lane:
                return " " + Spell(instruction.Lane);
            case ImmediateKind.Lanes16:
                return string.Concat(Enumerable.Range(0, 16).Select(LaneOf(instruction)));
            case ImmediateKind.I32 or ImmediateKind.I64:
                return " " + ((long)instruction.Immediate).ToString(CultureInfo.InvariantCulture);
            case ImmediateKind.F32:
                return " " + SpellF32((uint)instruction.Immediate);
            case ImmediateKind.F64:
                return " " + SpellF64(instruction.Immediate);
            case ImmediateKind.V128:
                return " i32x4" + TwoLanes(instruction.Immediate) + TwoLanes(instruction.Immediate2);
            case ImmediateKind.Block:
                return BlockType(instruction);
            case ImmediateKind.TryTable:
                string clauses = "";
                foreach (var clause in reader.Catches(instruction))
                    clauses += Spell(clause);
                return BlockType(instruction) + clauses;
            case ImmediateKind.Labels:
                var text = new StringBuilder();
                foreach (uint label in reader.Labels(instruction))
                    text.Append(' ').Append(LabelOf(label));
                return text.Append(' ').Append(LabelOf(instruction.DefaultLabel)).ToString();
            case ImmediateKind.Types:
                string types = "";
                foreach (var (code, heap) in reader.Types(instruction))
                    types += " " + Spell(TypeCodes.ValTypeOf(code, heap));
                return $" (result{types})";
            case ImmediateKind.Heap when instruction.Opcode == Opcode.RefNull:
                return " " + Spell(TypeCodes.HeapTypeOf(instruction.Heap));
            case ImmediateKind.Heap:
                bool nullable = instruction.Opcode is Opcode.RefTestNull or Opcode.RefCastNull or Opcode.RefCastDescEqNull;
                return " " + SpellReference(instruction.Heap, nullable);
            case ImmediateKind.Cast:
                string from = SpellReference(instruction.Heap, (instruction.CastFlags & 1) != 0);
                return $" {LabelOf(index)} {from} {SpellReference(instruction.Heap2, (instruction.CastFlags & 2) != 0)}";
            default:
                throw new InvalidOperationException($"No printer for {info.Mnemonic}.");
        }
    }

    private static Func<int, string> LaneOf(Instruction instruction) =>
        lane => " " + Spell((uint)((lane < 8 ? instruction.Immediate : instruction.Immediate2) >> (lane % 8 * 8)) & 0xff);

    private static string TwoLanes(ulong half) =>
        string.Create(CultureInfo.InvariantCulture, $" 0x{(uint)half:x8} 0x{half >> 32:x8}");

    private static string Spell(uint number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Optional(Identifiers identifiers, uint index) => index == 0 ? "" : " " + identifiers[index];

    private string SpellReference(long heap, bool nullable) => Spell(ValType.Ref(TypeCodes.HeapTypeOf(heap), nullable));

    /// <summary>A label by its identifier, where that does not stand for another label further inside.</summary>
    private string LabelOf(uint depth)
    {
        // An identifier from far outside is not worth the search.
        const int Farthest = 64;

        if (depth < Math.Min(_labels.Count, Farthest) && _labels[^((int)depth + 1)] is { } name)
        {
            int innermost = _labels.FindLastIndex(label => label == name);
            if (innermost == _labels.Count - 1 - (int)depth)
                return Identifiers.Spell(name);
        }

        return Spell(depth);
    }

    private string Spell(CatchClause clause) => clause.Kind switch
    {
        CatchKind.Catch => $" (catch {_tags[clause.Tag]} {LabelOf(clause.Label)})",
        CatchKind.CatchRef => $" (catch_ref {_tags[clause.Tag]} {LabelOf(clause.Label)})",
        CatchKind.CatchAll => $" (catch_all {LabelOf(clause.Label)})",
        _ => $" (catch_all_ref {LabelOf(clause.Label)})",
    };

    private string BlockType(in Instruction instruction)
    {
        if (instruction.BlockType == Instruction.EmptyBlockType)
            return "";
        return instruction.BlockType >= 0
            ? $" (type {_types[(uint)instruction.BlockType]})"
            : $" (result {Spell(TypeCodes.ValTypeOf((int)instruction.BlockType, instruction.BlockHeap))})";
    }

    private string MemoryArgument(in Instruction instruction, InstructionInfo info)
    {
        string text = Optional(_memories, instruction.Memory);
        if (instruction.Immediate != 0)
            text += string.Create(CultureInfo.InvariantCulture, $" offset={instruction.Immediate}");
        if (instruction.Align != BitOperations.Log2((uint)info.AccessBytes))
            text += string.Create(CultureInfo.InvariantCulture, $" align={1UL << instruction.Align}");
        return text;
    }

    private static string SpellF32(uint bits)
    {
        float value = BitConverter.UInt32BitsToSingle(bits);
        return float.IsFinite(value)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : SpellSpecial(bits >> 31 != 0, bits & 0x7f_ffff, 0x40_0000);
    }

    private static string SpellF64(ulong bits)
    {
        double value = BitConverter.UInt64BitsToDouble(bits);
        return double.IsFinite(value)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : SpellSpecial(bits >> 63 != 0, bits & 0xf_ffff_ffff_ffff, 0x8_0000_0000_0000);
    }

    private static string SpellSpecial(bool negative, ulong payload, ulong canonical)
    {
        string sign = negative ? "-" : "";
        return payload == 0 ? sign + "inf"
            : payload == canonical ? sign + "nan"
            : string.Create(CultureInfo.InvariantCulture, $"{sign}nan:0x{payload:x}");
    }
}
