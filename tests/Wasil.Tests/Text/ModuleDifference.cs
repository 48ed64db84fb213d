using System.Globalization;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Tests.Text;

/// <summary>Compares modules by what they mean, whatever the form of their numbers, types and runs of locals.</summary>
internal sealed class ModuleDifference
{
    private readonly Module _left;
    private readonly Module _right;

    private ModuleDifference(Module left, Module right)
    {
        _left = left;
        _right = right;
    }

    /// <summary>The first difference, or null.</summary>
    public static string? Find(Module left, Module right)
    {
        var difference = new ModuleDifference(left, right);
        return difference.OfTypes() ?? difference.OfDeclarations() ?? difference.OfSegments() ?? difference.OfBodies()
            ?? difference.OfNames() ?? difference.OfCustomSections();
    }

    private string? OfTypes()
    {
        if (!_left.RecTypes.AsSpan().SequenceEqual(_right.RecTypes))
            return "recursion groups";
        return Each("type", _left.Types, _right.Types, (left, right) =>
            left.IsFinal == right.IsFinal && left.Supertype == right.Supertype && AreEqual(left.Composite, right.Composite));
    }

    private static bool AreEqual(CompositeType left, CompositeType right) => (left, right) switch
    {
        (FuncType a, FuncType b) => a.Parameters.SequenceEqual(b.Parameters) && a.Results.SequenceEqual(b.Results),
        (StructType a, StructType b) => a.Fields.SequenceEqual(b.Fields),
        (ArrayType a, ArrayType b) => a.Element == b.Element,
        _ => false,
    };

    private string? OfDeclarations() =>
        Each("import", _left.Imports, _right.Imports, (left, right) =>
            left with { Type = null } == right with { Type = null } && left.Type?.ToString() == right.Type?.ToString())
        ?? Each("function", _left.Functions, _right.Functions, (left, right) => left == right)
        ?? Each("table", _left.Tables, _right.Tables, (left, right) =>
            left.Type.ToString() == right.Type.ToString() && left.Initializer.HasValue == right.Initializer.HasValue
            && (left.Initializer is null || AreEqual(left.Initializer.Value, right.Initializer!.Value)))
        ?? Each("memory", _left.Memories, _right.Memories, (left, right) =>
            left.ToString() == right.ToString() && left.PageSizeLog2 == right.PageSizeLog2)
        ?? Each("tag", _left.Tags, _right.Tags, (left, right) => left == right)
        ?? Each("global", _left.Globals, _right.Globals, (left, right) =>
            left.Type.ToString() == right.Type.ToString() && AreEqual(left.Initializer, right.Initializer))
        ?? Each("export", _left.Exports, _right.Exports, (left, right) => left == right)
        ?? (_left.Start == _right.Start ? null : "start");

    private string? OfSegments() =>
        Each("element segment", _left.Elements, _right.Elements, (left, right) =>
            left.Mode == right.Mode && left.Table == right.Table && left.Type == right.Type
            && (left.Mode != SegmentMode.Active || AreEqual(left.Offset, right.Offset))
            && AreEqual(left.Functions, right.Functions) && AreEqual(left.Expressions, right.Expressions))
        ?? Each("data segment", _left.Data, _right.Data, (left, right) =>
            left.Mode == right.Mode && left.Memory == right.Memory
            && (left.Mode != SegmentMode.Active || AreEqual(left.Offset, right.Offset))
            && _left.Slice(left.Contents).SequenceEqual(_right.Slice(right.Contents)));

    private static bool AreEqual(uint[]? left, uint[]? right) => left.AsSpan().SequenceEqual(right) && left is null == right is null;

    private bool AreEqual(ByteRange[]? left, ByteRange[]? right) =>
        left is null || right is null ? left == right : Each("", left, right, AreEqual) is null;

    private string? OfBodies()
    {
        if (_left.Code.Length != _right.Code.Length)
            return "bodies";
        for (int i = 0; i < _left.Code.Length; i++)
        {
            var left = new ByteReader(_left.Slice(_left.Code[i]), _left.Code[i].Offset);
            var right = new ByteReader(_right.Slice(_right.Code[i]), _right.Code[i].Offset);
            if (!LocalsOf(ref left).SequenceEqual(LocalsOf(ref right)))
                return Numbered("locals of body", i);
            var instructions = new InstructionReader(left.Bytes[left.Position..], left.Offset);
            var others = new InstructionReader(right.Bytes[right.Position..], right.Offset);
            if (DifferenceOf(ref instructions, ref others) is { } difference)
                return $"{Numbered("body", i)}: {difference}";
        }

        return null;
    }

    private static List<(uint Count, ValType Type)> LocalsOf(ref ByteReader reader)
    {
        var locals = new List<(uint Count, ValType Type)>();
        for (uint runs = reader.ReadU32(); runs > 0; runs--)
        {
            uint count = reader.ReadU32();
            // `eqref` is short for `(ref null eq)`.
            var type = TypeCodes.ValTypeOf(reader.ReadValueType(out long heap), heap);
            if (count == 0)
                continue;
            if (locals.Count > 0 && locals[^1].Type == type)
                locals[^1] = (locals[^1].Count + count, type);
            else
                locals.Add((count, type));
        }

        return locals;
    }

    private bool AreEqual(ByteRange left, ByteRange right)
    {
        var instructions = new InstructionReader(_left.Slice(left), left.Offset);
        var others = new InstructionReader(_right.Slice(right), right.Offset);
        return DifferenceOf(ref instructions, ref others) is null;
    }

    private static string? DifferenceOf(ref InstructionReader left, ref InstructionReader right)
    {
        while (true)
        {
            bool hasLeft = left.Next(out var one), hasRight = right.Next(out var other);
            if (hasLeft != hasRight)
                return "one goes on";
            if (!hasLeft)
                return null;
            if (!AreEqual(one, ref left, other, ref right))
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"{one.Opcode} at 0x{one.Offset:x} and {other.Opcode} at 0x{other.Offset:x}");
            }
        }
    }

    private static bool AreEqual(in Instruction left, ref InstructionReader leftReader, in Instruction right, ref InstructionReader rightReader)
    {
        var kind = InstructionInfo.Of(left.Opcode).Immediates;
        bool isList = kind is ImmediateKind.Labels or ImmediateKind.TryTable or ImmediateKind.Types;
        if (left.Opcode != right.Opcode || left.Align != right.Align || left.Lane != right.Lane || left.Index != right.Index
            || (!isList && left.Index2 != right.Index2))
            return false;
        if (kind is ImmediateKind.Block or ImmediateKind.TryTable)
        {
            if (!AreEqualBlockTypes(left, right))
                return false;
        }
        else if (left.Immediate != right.Immediate || left.Immediate2 != right.Immediate2)
        {
            return false;
        }

        return !isList || ListOf(left, ref leftReader).SequenceEqual(ListOf(right, ref rightReader));
    }

    private static bool AreEqualBlockTypes(in Instruction left, in Instruction right)
    {
        if (left.BlockType >= 0 || right.BlockType >= 0
            || left.BlockType == Instruction.EmptyBlockType || right.BlockType == Instruction.EmptyBlockType)
            return left.BlockType == right.BlockType;
        return TypeCodes.ValTypeOf((int)left.BlockType, left.BlockHeap) == TypeCodes.ValTypeOf((int)right.BlockType, right.BlockHeap);
    }

    private static List<(long, long, long)> ListOf(in Instruction instruction, ref InstructionReader reader)
    {
        var list = new List<(long, long, long)>();
        switch (InstructionInfo.Of(instruction.Opcode).Immediates)
        {
            case ImmediateKind.Labels:
                foreach (uint label in reader.Labels(instruction))
                    list.Add((label, 0, 0));
                break;
            case ImmediateKind.TryTable:
                foreach (var clause in reader.Catches(instruction))
                    list.Add(((long)clause.Kind, clause.Tag, clause.Label));
                break;
            default:
                foreach (var (code, heap) in reader.Types(instruction))
                    list.Add((TypeCodes.ValTypeOf(code, heap).GetHashCode(), 0, 0));
                break;
        }

        return list;
    }

    private string? OfNames()
    {
        NameSection left = _left.Names, right = _right.Names;
        int Count(ExternKind kind, int defined) => defined + _left.Imports.Count(import => import.Kind == kind);
        int functions = Count(ExternKind.Func, _left.Functions.Length);
        // The text format has no module without a name that has one.
        string? difference = (left.ModuleName ?? "") == (right.ModuleName ?? "") ? null : "module name";
        difference ??= OfNames("function", left.Functions, right.Functions, functions)
            ?? OfNames("type", left.Types, right.Types, _left.Types.Length)
            ?? OfNames("table", left.Tables, right.Tables, Count(ExternKind.Table, _left.Tables.Length))
            ?? OfNames("memory", left.Memories, right.Memories, Count(ExternKind.Memory, _left.Memories.Length))
            ?? OfNames("global", left.Globals, right.Globals, Count(ExternKind.Global, _left.Globals.Length))
            ?? OfNames("tag", left.Tags, right.Tags, Count(ExternKind.Tag, _left.Tags.Length))
            ?? OfNames("element segment", left.Elements, right.Elements, _left.Elements.Length)
            ?? OfNames("data segment", left.Data, right.Data, _left.Data.Length);
        for (int i = 0; i < _left.Types.Length && difference is null; i++)
        {
            if (_left.Types[i].Composite is StructType structure)
                difference = OfNames("field", left.Fields((uint)i), right.Fields((uint)i), structure.Fields.Length);
        }

        for (int i = 0; i < _left.Code.Length && difference is null; i++)
        {
            uint function = (uint)(functions - _left.Code.Length + i);
            var reader = new ByteReader(_left.Slice(_left.Code[i]), 0);
            int locals = (int)LocalsOf(ref reader).Sum(run => run.Count);
            if (_left.Functions[i] < _left.Types.Length && _left.Types[_left.Functions[i]].Composite is FuncType type)
                locals += type.Parameters.Length;
            int blocks = 0;
            var instructions = new InstructionReader(reader.Bytes[reader.Position..], 0);
            while (instructions.Next(out var instruction))
                blocks += instruction.Opcode is Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Try or Opcode.TryTable ? 1 : 0;
            difference = OfNames("local", left.Locals(function), right.Locals(function), locals)
                ?? OfNames("label", left.Labels(function), right.Labels(function), blocks);
            difference = difference is null ? null : $"{Numbered("function", (int)function)}: {difference}";
        }

        return difference;
    }

    private static string? OfNames(string kind, NameMap left, NameMap right, int count)
    {
        if (left.Count == 0 && right.Count == 0)
            return null;
        for (int i = 0; i < count; i++)
        {
            // An empty name of a label is no name.
            if ((left[(uint)i] ?? "") != (right[(uint)i] ?? ""))
                return Numbered($"name '{left[(uint)i]}' or '{right[(uint)i]}' of {kind}", i);
        }

        return null;
    }

    private string? OfCustomSections() => Each(
        "custom section",
        [.. _left.CustomSections.Where(section => section.Name != "name")],
        [.. _right.CustomSections.Where(section => section.Name != "name")],
        (left, right) => left.Name == right.Name && _left.Slice(left.Contents).SequenceEqual(_right.Slice(right.Contents)));

    private static string? Each<T>(string what, T[] left, T[] right, Func<T, T, bool> areEqual)
    {
        if (left.Length != right.Length)
            return Numbered($"{left.Length} and {right.Length} times {what}", 0);
        for (int i = 0; i < left.Length; i++)
        {
            if (!areEqual(left[i], right[i]))
                return Numbered(what, i);
        }

        return null;
    }

    private static string Numbered(string what, int index) => string.Create(CultureInfo.InvariantCulture, $"{what} {index}");
}
