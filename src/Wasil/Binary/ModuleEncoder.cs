using Wasil.Syntax;

namespace Wasil.Binary;

/// <summary>
/// Writes a module in the binary format: sections in their order, custom sections where they stood, every number and every
/// segment in its shortest form. Function bodies, constant expressions and contents are copied as they are.
/// </summary>
internal sealed class ModuleEncoder
{
    private readonly Module _module;
    private readonly ByteWriter _writer;

    // Toolchains write sections that hold nothing, and a custom section may stand after one of them.
    private readonly HashSet<SectionId> _kept;

    private ModuleEncoder(Module module)
    {
        _module = module;
        _writer = new ByteWriter(module.Bytes.Length + 64);
        _kept = [.. module.Sections.Select(section => section.Id)];
    }

    public static byte[] Encode(Module module)
    {
        var encoder = new ModuleEncoder(module);
        encoder.WriteModule();
        return encoder._writer.ToArray();
    }

    private void WriteModule()
    {
        _writer.WriteBytes(BinaryFormat.Header);
        WriteCustomSections(SectionId.Custom);
        foreach (var id in BinaryFormat.SectionOrder)
        {
            WriteSection(id);
            WriteCustomSections(id);
        }
    }

    private void WriteSection(SectionId id)
    {
        switch (id)
        {
            case SectionId.Type:
                WriteEntries(id, _module.RecTypes, WriteRecType);
                break;
            case SectionId.Import:
                WriteEntries(id, _module.Imports, WriteImport);
                break;
            case SectionId.Function:
                WriteEntries(id, _module.Functions, _writer.WriteU32);
                break;
            case SectionId.Table:
                WriteEntries(id, _module.Tables, WriteTable);
                break;
            case SectionId.Memory:
                WriteEntries(id, _module.Memories, _writer.WriteMemoryType);
                break;
            case SectionId.Tag:
                WriteEntries(id, _module.Tags, WriteTagType);
                break;
            case SectionId.Global:
                WriteEntries(id, _module.Globals, WriteGlobal);
                break;
            case SectionId.Export:
                WriteEntries(id, _module.Exports, WriteExport);
                break;
            case SectionId.Start:
                WriteIndex(id, _module.Start);
                break;
            case SectionId.Element:
                WriteEntries(id, _module.Elements, WriteElementSegment);
                break;
            case SectionId.DataCount:
                WriteIndex(id, _module.DataCount);
                break;
            case SectionId.Code:
                WriteEntries(id, _module.Code, WriteSized);
                break;
            case SectionId.Data:
                WriteEntries(id, _module.Data, WriteDataSegment);
                break;
        }
    }

    private void WriteEntries<T>(SectionId id, T[] entries, Action<T> write)
    {
        if (entries.Length == 0 && !_kept.Contains(id))
            return;
        int start = BeginSection(id);
        _writer.WriteU32((uint)entries.Length);
        foreach (var entry in entries)
            write(entry);
        _writer.InsertSize(start);
    }

    private void WriteIndex(SectionId id, uint? index)
    {
        if (index is not { } value)
            return;
        int start = BeginSection(id);
        _writer.WriteU32(value);
        _writer.InsertSize(start);
    }

    private void WriteCustomSections(SectionId after)
    {
        foreach (var section in _module.CustomSections)
        {
            if (section.After != after)
                continue;
            int start = BeginSection(SectionId.Custom);
            _writer.WriteName(section.Name);
            Copy(section.Contents);
            _writer.InsertSize(start);
        }
    }

    private int BeginSection(SectionId id)
    {
        _writer.WriteByte((byte)id);
        return _writer.Length;
    }

    private void WriteRecType(RecType group)
    {
        if (group.Count != 1)
        {
            _writer.WriteByte(0x4e);
            _writer.WriteU32((uint)group.Count);
        }

        foreach (var type in _module.Types.AsSpan(group.First, group.Count))
            _writer.WriteSubType(type);
    }

    private void WriteImport(Import import)
    {
        _writer.WriteName(import.ModuleName);
        _writer.WriteName(import.Name);
        _writer.WriteByte(import.IsExact ? BinaryFormat.ExactFunction : (byte)import.Kind);
        switch (import.Type)
        {
            case TableType table:
                _writer.WriteTableType(table);
                break;
            case MemoryType memory:
                _writer.WriteMemoryType(memory);
                break;
            case GlobalType global:
                _writer.WriteGlobalType(global);
                break;
            default:
                if (import.Kind == ExternKind.Tag)
                    WriteTagType(import.TypeIndex);
                else
                    _writer.WriteU32(import.TypeIndex);
                break;
        }
    }

    private void WriteTable(Table table)
    {
        if (table.Initializer is not null)
        {
            _writer.WriteByte(0x40);
            _writer.WriteByte(0x00);
        }

        _writer.WriteTableType(table.Type);
        if (table.Initializer is { } initializer)
            Copy(initializer);
    }

    private void WriteTagType(uint typeIndex)
    {
        _writer.WriteByte(0x00);
        _writer.WriteU32(typeIndex);
    }

    private void WriteGlobal(Global global)
    {
        _writer.WriteGlobalType(global.Type);
        Copy(global.Initializer);
    }

    private void WriteExport(Export export)
    {
        _writer.WriteName(export.Name);
        _writer.WriteByte((byte)export.Kind);
        _writer.WriteU32(export.Index);
    }

    private void WriteElementSegment(ElementSegment segment)
    {
        // Bit 0: not active; bit 1: a table index follows, or declarative; bit 2: the items are expressions. The short
        // forms without a type stand for (ref func) with indices and for funcref with expressions.
        bool active = segment.Mode == SegmentMode.Active;
        bool expressions = segment.Expressions is not null;
        bool full = active
            ? segment.Table != 0 || (expressions && segment.Type != ValType.FuncRef)
            : segment.Mode == SegmentMode.Declarative;
        _writer.WriteByte((byte)((active ? 0 : 1) | (full ? 2 : 0) | (expressions ? 4 : 0)));
        if (active)
        {
            if (full)
                _writer.WriteU32(segment.Table);
            Copy(segment.Offset);
        }

        if (!active || full)
        {
            if (expressions)
                _writer.WriteValType(segment.Type);
            else
                _writer.WriteByte(0x00);
        }

        _writer.WriteU32((uint)segment.Count);
        foreach (uint function in segment.Functions ?? [])
            _writer.WriteU32(function);
        foreach (var expression in segment.Expressions ?? [])
            Copy(expression);
    }

    private void WriteDataSegment(DataSegment segment)
    {
        bool active = segment.Mode == SegmentMode.Active;
        _writer.WriteByte((byte)(!active ? 1 : segment.Memory == 0 ? 0 : 2));
        if (active)
        {
            if (segment.Memory != 0)
                _writer.WriteU32(segment.Memory);
            Copy(segment.Offset);
        }

        WriteSized(segment.Contents);
    }

    private void WriteSized(ByteRange range)
    {
        _writer.WriteU32((uint)range.Length);
        Copy(range);
    }

    private void Copy(ByteRange range) => _writer.WriteBytes(_module.Slice(range));
}
