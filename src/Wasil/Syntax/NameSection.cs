using System.Text;
using System.Text.Unicode;
using Wasil.Instructions;

namespace Wasil.Syntax;

/// <summary>
/// The custom section "name": what the parts of a module are called, for stack traces, profilers and the text format. See
/// "Name Section" in the specification's appendix; label, type, table, memory, global, segment, field and tag names are the
/// extended-name-section proposal's.
/// </summary>
/// <remarks>
/// A mistake in a custom section is no mistake of the module: what follows the first one is passed over, and what came before
/// it counts. Each kind of names is parsed when it is first asked for. Instances may be shared between threads: two that ask
/// at once do the same work twice.
/// </remarks>
internal sealed class NameSection
{
    private const int ModuleKind = 0;
    private const int FunctionKind = 1;
    private const int LocalKind = 2;
    private const int LabelKind = 3;
    private const int TypeKind = 4;
    private const int TableKind = 5;
    private const int MemoryKind = 6;
    private const int GlobalKind = 7;
    private const int ElementKind = 8;
    private const int DataKind = 9;
    private const int FieldKind = 10;
    private const int TagKind = 11;
    private const int Kinds = 12;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ByteRange[] _subsections = new ByteRange[Kinds];
    private readonly NameMap?[] _maps = new NameMap?[Kinds];
    private readonly IndirectNameMap?[] _indirectMaps = new IndirectNameMap?[Kinds];

    private NameSection(ReadOnlyMemory<byte> bytes, ByteRange contents)
    {
        _bytes = bytes;
        FindSubsections(contents);
    }

    /// <summary>The name section of a module; one without any names where it has none.</summary>
    public static NameSection Of(Module module)
    {
        foreach (var section in module.CustomSections)
        {
            if (section.Name == "name")
                return new NameSection(module.Bytes, section.Contents);
        }

        return new NameSection(default, default);
    }

    public string? ModuleName
    {
        get
        {
            var reader = ReaderOf(_subsections[ModuleKind]);
            try
            {
                return reader.AtEnd ? null : Encoding.UTF8.GetString(Slice(ReadName(ref reader)));
            }
            catch (MalformedModuleException)
            {
                return null;
            }
        }
    }

    public NameMap Functions => MapOf(FunctionKind);

    public NameMap Types => MapOf(TypeKind);

    public NameMap Tables => MapOf(TableKind);

    public NameMap Memories => MapOf(MemoryKind);

    public NameMap Globals => MapOf(GlobalKind);

    public NameMap Elements => MapOf(ElementKind);

    public NameMap Data => MapOf(DataKind);

    public NameMap Tags => MapOf(TagKind);

    /// <summary>The names of a function's locals, its parameters first. Made anew by each call.</summary>
    public NameMap Locals(uint function) => IndirectMapOf(LocalKind, function);

    /// <summary>The names of a function's labels, in the order of their blocks. Made anew by each call.</summary>
    public NameMap Labels(uint function) => IndirectMapOf(LabelKind, function);

    /// <summary>The names of a structure type's fields. Made anew by each call.</summary>
    public NameMap Fields(uint type) => IndirectMapOf(FieldKind, type);

    private void FindSubsections(ByteRange contents)
    {
        var reader = ReaderOf(contents);
        try
        {
            while (!reader.AtEnd)
            {
                byte kind = reader.ReadByte();
                int size = reader.ReadCount();
                var subsection = new ByteRange(reader.Offset, size);
                reader.ReadBytes(size);
                if (kind < Kinds && _subsections[kind].Length == 0)
                    _subsections[kind] = subsection;
            }
        }
        catch (MalformedModuleException)
        {
        }
    }

    private NameMap MapOf(int kind)
    {
        if (_maps[kind] is { } known)
            return known;
        var reader = ReaderOf(_subsections[kind]);
        return _maps[kind] = ReadMap(ref reader);
    }

    private NameMap IndirectMapOf(int kind, uint index)
    {
        var map = _indirectMaps[kind] ??= ReadIndirectMap(_subsections[kind]);
        int place = Array.BinarySearch(map.Indices, index);
        if (place < 0)
            return NameMap.Empty;
        var reader = ReaderOf(map.Maps[place]);
        return ReadMap(ref reader);
    }

    private NameMap ReadMap(ref ByteReader reader)
    {
        int count = 0;
        uint[] indices = [];
        ByteRange[] names = [];
        try
        {
            int announced = reader.ReadCount(2);
            indices = new uint[announced];
            names = new ByteRange[announced];
            while (count < announced)
            {
                uint index = reader.ReadU32();
                if (count > 0 && index <= indices[count - 1])
                    break;
                names[count] = ReadName(ref reader);
                indices[count++] = index;
            }
        }
        catch (MalformedModuleException)
        {
        }

        Array.Resize(ref indices, count);
        Array.Resize(ref names, count);
        return new NameMap(_bytes, indices, names);
    }

    /// <summary>Finds the maps within a map without keeping what is in them.</summary>
    private IndirectNameMap ReadIndirectMap(ByteRange subsection)
    {
        var indices = new List<uint>();
        var maps = new List<ByteRange>();
        var reader = ReaderOf(subsection);
        try
        {
            for (int left = reader.ReadCount(2); left > 0; left--)
            {
                uint index = reader.ReadU32();
                if (indices.Count > 0 && index <= indices[^1])
                    break;
                int start = reader.Offset;
                // Up to the end for now: where the map is cut short, the names before the cut count.
                indices.Add(index);
                maps.Add(new ByteRange(start, reader.Remaining));
                for (int names = reader.ReadCount(2); names > 0; names--)
                {
                    reader.ReadU32();
                    reader.ReadBytes(reader.ReadCount());
                }

                maps[^1] = new ByteRange(start, reader.Offset - start);
            }
        }
        catch (MalformedModuleException)
        {
        }

        return new IndirectNameMap([.. indices], [.. maps]);
    }

    private static ByteRange ReadName(ref ByteReader reader)
    {
        int length = reader.ReadCount();
        var name = new ByteRange(reader.Offset, length);
        if (!Utf8.IsValid(reader.ReadBytes(length)))
            reader.Fail("malformed UTF-8 encoding");
        return name;
    }

    private ByteReader ReaderOf(ByteRange range) => new(Slice(range), range.Offset, "name");

    private ReadOnlySpan<byte> Slice(ByteRange range) => _bytes.Span.Slice(range.Offset, range.Length);

    /// <param name="Indices">The outer indices, each larger than the one before.</param>
    /// <param name="Maps">Where the map of each stands.</param>
    private sealed record IndirectNameMap(uint[] Indices, ByteRange[] Maps);
}
