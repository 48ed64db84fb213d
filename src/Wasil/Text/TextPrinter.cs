using System.Globalization;
using System.Text;
using Wasil.Binary;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Text;

/// <summary>
/// Writes a module in the text format, such that parsing it gives the same module. Instructions are written flat, and
/// names are those of the name section; where two of a space are equal the later one becomes an annotation.
/// </summary>
/// <remarks>
/// What has no place in the text format is lost: numbers and types that were not in their shortest form, empty sections, runs
/// of locals that could have been one, and a data count that no instruction needs.
/// </remarks>
internal sealed partial class TextPrinter
{
    private readonly Module _module;
    private readonly TextWriter _out;
    private readonly NameSection _names;
    private readonly Identifiers _types;
    private readonly Identifiers _functions;
    private readonly Identifiers _tables;
    private readonly Identifiers _memories;
    private readonly Identifiers _globals;
    private readonly Identifiers _tags;
    private readonly Identifiers _elements;
    private readonly Identifiers _data;
    private readonly Dictionary<uint, Identifiers> _fields = [];

    // The index of the next entry of each space that imports begin.
    private uint _nextFunction;
    private uint _nextTable;
    private uint _nextMemory;
    private uint _nextGlobal;
    private uint _nextTag;

    private TextPrinter(Module module, TextWriter output)
    {
        _module = module;
        _out = output;
        _names = NameSection.Of(module);
        _types = new Identifiers(_names.Types);
        _functions = new Identifiers(_names.Functions);
        _tables = new Identifiers(_names.Tables);
        _memories = new Identifiers(_names.Memories);
        _globals = new Identifiers(_names.Globals);
        _tags = new Identifiers(_names.Tags);
        _elements = new Identifiers(_names.Elements);
        _data = new Identifiers(_names.Data);
    }

    /// <summary>Writes a module that was decoded or parsed; it need not be valid.</summary>
    /// <exception cref="MalformedModuleException">A function body is not in the binary format.</exception>
    public static void Print(Module module, TextWriter output) => new TextPrinter(module, output).PrintModule();

    public static string Print(Module module)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Print(module, output);
        return output.ToString();
    }

    private void PrintModule()
    {
        _out.Write("(module");
        if (_names.ModuleName is { Length: > 0 } name)
            _out.Write(" " + Identifiers.Spell(name));
        PrintTypes();
        PrintImports();
        PrintTables();
        PrintMemories();
        PrintTags();
        PrintGlobals();
        PrintExports();
        if (_module.Start is { } start)
        {
            BeginField("start");
            _out.Write($" {_functions[start]})");
        }

        PrintElements();
        for (int i = 0; i < _module.Code.Length; i++)
            PrintFunction(_nextFunction++, _module.Functions[i], _module.Code[i]);
        PrintData();
        PrintCustomSections();
        _out.Write("\n)\n");
    }

    private void PrintImports()
    {
        foreach (var import in _module.Imports)
        {
            BeginField("import");
            _out.Write($" {Quote(import.ModuleName)} {Quote(import.Name)} (");
            switch (import.Kind)
            {
                case ExternKind.Func:
                    PrintBinding("func", _functions, _nextFunction++);
                    _out.Write(import.IsExact ? " (exact" : "");
                    PrintTypeUse(import.TypeIndex, Identifiers.None);
                    _out.Write(import.IsExact ? ")" : "");
                    break;
                case ExternKind.Table:
                    PrintBinding("table", _tables, _nextTable++);
                    PrintTableType((TableType)import.Type!);
                    break;
                case ExternKind.Memory:
                    PrintBinding("memory", _memories, _nextMemory++);
                    PrintMemoryType((MemoryType)import.Type!);
                    break;
                case ExternKind.Global:
                    PrintBinding("global", _globals, _nextGlobal++);
                    PrintGlobalType((GlobalType)import.Type!);
                    break;
                default:
                    PrintBinding("tag", _tags, _nextTag++);
                    PrintTypeUse(import.TypeIndex, Identifiers.None);
                    break;
            }

            _out.Write("))");
        }
    }

    private void PrintTables()
    {
        foreach (var table in _module.Tables)
        {
            BeginField("table", _tables, _nextTable++);
            PrintTableType(table.Type);
            if (table.Initializer is { } initializer)
                PrintExpression(initializer, "");
            _out.Write(')');
        }
    }

    private void PrintMemories()
    {
        foreach (var type in _module.Memories)
        {
            BeginField("memory", _memories, _nextMemory++);
            PrintMemoryType(type);
            _out.Write(')');
        }
    }

    private void PrintTags()
    {
        foreach (uint type in _module.Tags)
        {
            BeginField("tag", _tags, _nextTag++);
            PrintTypeUse(type, Identifiers.None);
            _out.Write(')');
        }
    }

    private void PrintGlobals()
    {
        foreach (var global in _module.Globals)
        {
            BeginField("global", _globals, _nextGlobal++);
            PrintGlobalType(global.Type);
            PrintExpression(global.Initializer, "");
            _out.Write(')');
        }
    }

    private void BeginField(string keyword) => _out.Write("\n  (" + keyword);

    private void BeginField(string keyword, Identifiers identifiers, uint index)
    {
        _out.Write("\n  (");
        PrintBinding(keyword, identifiers, index);
    }

    /// <summary>A keyword, the name of what it defines, and its index as a comment.</summary>
    private void PrintBinding(string keyword, Identifiers identifiers, uint index)
    {
        _out.Write(keyword);
        if (identifiers.Binding(index) is { } binding)
            _out.Write(" " + binding);
        _out.Write($" (;{index};)");
    }

    private void PrintTypes()
    {
        foreach (var group in _module.RecTypes)
        {
            if (group.Count == 1)
            {
                PrintType((uint)group.First, "\n  ");
                continue;
            }

            BeginField("rec");
            for (int i = 0; i < group.Count; i++)
                PrintType((uint)(group.First + i), "\n    ");
            _out.Write(')');
        }
    }

    private void PrintType(uint index, string indent)
    {
        var type = _module.Types[index];
        bool isSub = !type.IsFinal || type.Supertype is not null;
        _out.Write(indent + "(");
        PrintBinding("type", _types, index);
        if (isSub)
            _out.Write((type.IsFinal ? " (sub final" : " (sub") + (type.Supertype is { } super ? " " + _types[super] : ""));
        if (type.Describes is { } described)
            _out.Write($" (describes {_types[described]})");
        if (type.Descriptor is { } descriptor)
            _out.Write($" (descriptor {_types[descriptor]})");
        switch (type.Composite)
        {
            case FuncType function:
                _out.Write(" (func");
                PrintSignature(function, Identifiers.None);
                break;
            case StructType structure:
                _out.Write(" (struct");
                var fields = FieldsOf(index);
                for (uint i = 0; i < structure.Fields.Length; i++)
                {
                    string name = fields.Binding(i) is { } binding ? binding + " " : "";
                    _out.Write($" (field {name}{Spell(structure.Fields[(int)i])})");
                }

                break;
            case ArrayType array:
                _out.Write(" (array " + Spell(array.Element));
                break;
        }

        _out.Write(isSub ? ")))" : "))");
    }

    private Identifiers FieldsOf(uint type)
    {
        if (!_fields.TryGetValue(type, out var fields))
            _fields[type] = fields = new Identifiers(_names.Fields(type));
        return fields;
    }

    private void PrintTypeUse(uint type, Identifiers locals)
    {
        _out.Write($" (type {_types[type]})");
        if (type < _module.Types.Length && _module.Types[type].Composite is FuncType signature)
            PrintSignature(signature, locals);
    }

    private void PrintSignature(FuncType signature, Identifiers locals)
    {
        bool open = false;
        for (uint i = 0; i < signature.Parameters.Length; i++)
        {
            // A parameter with a name stands alone, the others together.
            string? binding = locals.Binding(i);
            if (open && binding is not null)
                _out.Write(')');
            if (!open || binding is not null)
                _out.Write(" (param" + (binding is null ? "" : " " + binding));
            _out.Write(" " + Spell(signature.Parameters[(int)i]));
            open = binding is null;
            if (!open)
                _out.Write(')');
        }

        if (open)
            _out.Write(')');
        if (signature.Results.IsEmpty)
            return;
        _out.Write(" (result");
        foreach (var type in signature.Results)
            _out.Write(" " + Spell(type));
        _out.Write(')');
    }

    private void PrintTableType(TableType type) =>
        _out.Write($" {(type.Is64 ? "i64 " : "")}{Spell(type.Limits)} {Spell(type.Element)}");

    private void PrintMemoryType(MemoryType type)
    {
        _out.Write($" {(type.Is64 ? "i64 " : "")}{Spell(type.Limits)}{(type.IsShared ? " shared" : "")}");
        if (type.PageSizeLog2 != 16)
            _out.Write(string.Create(CultureInfo.InvariantCulture, $" (pagesize {1UL << type.PageSizeLog2})"));
    }

    private void PrintGlobalType(GlobalType type) =>
        _out.Write(type.IsMutable ? $" (mut {Spell(type.Content)})" : " " + Spell(type.Content));

    private static string Spell(Limits limits) => limits.Maximum is { } maximum
        ? string.Create(CultureInfo.InvariantCulture, $"{limits.Minimum} {maximum}")
        : limits.Minimum.ToString(CultureInfo.InvariantCulture);

    private string Spell(FieldType type)
    {
        string storage = type.Storage.IsPacked ? type.Storage.ToString() : Spell(type.Storage.Unpacked);
        return type.IsMutable ? $"(mut {storage})" : storage;
    }

    private string Spell(ValType type) => type.IsReference && !(type.IsNullable && type.HeapType.IsAbstract)
        ? $"(ref {(type.IsNullable ? "null " : "")}{Spell(type.HeapType)})"
        : type.ToString();

    private string Spell(HeapType type)
    {
        if (!type.IsIndex)
            return type.ToString();
        string name = _types[(uint)type.TypeIndex];
        return type.IsExact ? $"(exact {name})" : name;
    }

    private void PrintExports()
    {
        foreach (var export in _module.Exports)
        {
            (string keyword, var identifiers) = export.Kind switch
            {
                ExternKind.Func => ("func", _functions),
                ExternKind.Table => ("table", _tables),
                ExternKind.Memory => ("memory", _memories),
                ExternKind.Global => ("global", _globals),
                _ => ("tag", _tags),
            };
            BeginField("export");
            _out.Write($" {Quote(export.Name)} ({keyword} {identifiers[export.Index]}))");
        }
    }

    private void PrintElements()
    {
        for (uint i = 0; i < _module.Elements.Length; i++)
        {
            var segment = _module.Elements[i];
            BeginField("elem", _elements, i);
            if (segment.Mode == SegmentMode.Declarative)
                _out.Write(" declare");
            if (segment.Mode == SegmentMode.Active)
            {
                if (segment.Table != 0)
                    _out.Write($" (table {_tables[segment.Table]})");
                PrintExpression(segment.Offset, "offset");
            }

            if (segment.Functions is not null)
            {
                _out.Write(" func");
                foreach (uint function in segment.Functions)
                    _out.Write(" " + _functions[function]);
            }
            else
            {
                _out.Write(" " + Spell(segment.Type));
                foreach (var expression in segment.Expressions!)
                    PrintExpression(expression, "item");
            }

            _out.Write(')');
        }
    }

    private void PrintData()
    {
        for (uint i = 0; i < _module.Data.Length; i++)
        {
            var segment = _module.Data[i];
            BeginField("data", _data, i);
            if (segment.Mode == SegmentMode.Active)
            {
                if (segment.Memory != 0)
                    _out.Write($" (memory {_memories[segment.Memory]})");
                PrintExpression(segment.Offset, "offset");
            }

            _out.Write(' ');
            PrintBytes(_module.Slice(segment.Contents));
            _out.Write(')');
        }
    }

    private void PrintCustomSections()
    {
        foreach (var section in _module.CustomSections)
        {
            if (section.Name == "name")
                continue;
            string place = section.After switch
            {
                SectionId.Custom => "before first",
                SectionId.Function => "after func",
                SectionId.Element => "after elem",
                SectionId.DataCount => "after datacount",
                SectionId.Data => "after last",
                var id => "after " + BinaryFormat.NameOf(id),
            };
            _out.Write($"\n  (@custom {Quote(section.Name)} ({place}) ");
            PrintBytes(_module.Slice(section.Contents));
            _out.Write(')');
        }
    }

    private void PrintBytes(ReadOnlySpan<byte> bytes)
    {
        const string Digits = "0123456789abcdef";

        _out.Write('"');
        foreach (byte unit in bytes)
        {
            if (unit is < 0x20 or >= 0x7f)
            {
                _out.Write('\\');
                _out.Write(Digits[unit >> 4]);
                _out.Write(Digits[unit & 15]);
                continue;
            }

            if (unit is (byte)'"' or (byte)'\\')
                _out.Write('\\');
            _out.Write((char)unit);
        }

        _out.Write('"');
    }

    /// <summary>A name as a string: what is not ASCII stays readable.</summary>
    internal static string Quote(string name)
    {
        var text = new StringBuilder("\"");
        foreach (char unit in name)
        {
            if (unit is '"' or '\\')
                text.Append('\\').Append(unit);
            else if (char.GetUnicodeCategory(unit) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                text.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)unit:x}}}");
            else
                text.Append(unit);
        }

        return text.Append('"').ToString();
    }
}
