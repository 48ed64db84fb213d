using System.Numerics;
using System.Text;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Binary;

/// <summary>
/// Reads the binary format. What is refused here is malformed by the specification, or beyond
/// <see cref="ImplementationLimits"/>; whether indices and types fit together is the validator's question.
/// </summary>
/// <remarks>
/// Of function bodies only the frame and the locals are read: the validator decodes every instruction anyway, and
/// <see cref="BodyDecoder"/> does so without validating. Counts are held against the bytes that remain before anything is
/// allocated for them, and nothing recurses.
/// </remarks>
internal sealed partial class ModuleDecoder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly WasmFeatures _features;
    private readonly ArrayBuilder<SectionRange> _sections = new();
    private readonly ArrayBuilder<CustomSectionRange> _customSections = new();
    private SectionId _lastSection = SectionId.Custom;

    private RecType[] _recTypes = [];
    private SubType[] _types = [];
    private Import[] _imports = [];
    private uint[] _functions = [];
    private Table[] _tables = [];
    private MemoryType[] _memories = [];
    private uint[] _tags = [];
    private Global[] _globals = [];
    private Export[] _exports = [];
    private uint? _start;
    private ElementSegment[] _elements = [];
    private uint? _dataCount;
    private ByteRange[] _code = [];
    private DataSegment[] _data = [];
    private WasmFeatures _required;

    private ModuleDecoder(ReadOnlyMemory<byte> bytes, WasmFeatures features)
    {
        _bytes = bytes;
        _features = features;
    }

    /// <summary>Reads a module, whose ranges keep referring to <paramref name="bytes"/>.</summary>
    /// <exception cref="MalformedModuleException">The bytes are no module, or a larger one than is supported.</exception>
    public static Module Decode(ReadOnlyMemory<byte> bytes, WasmFeatures features)
    {
        var decoder = new ModuleDecoder(bytes, features);
        decoder.ReadModule();
        return new Module
        {
            Bytes = bytes,
            RecTypes = decoder._recTypes,
            Types = decoder._types,
            Imports = decoder._imports,
            Functions = decoder._functions,
            Tables = decoder._tables,
            Memories = decoder._memories,
            Tags = decoder._tags,
            Globals = decoder._globals,
            Exports = decoder._exports,
            Start = decoder._start,
            Elements = decoder._elements,
            DataCount = decoder._dataCount,
            Code = decoder._code,
            Data = decoder._data,
            CustomSections = decoder._customSections.ToArray(),
            Sections = decoder._sections.ToArray(),
            EncodingFeatures = decoder._required,
        };
    }

    private void ReadModule()
    {
        var reader = new ByteReader(_bytes.Span, 0);
        ReadHeader(ref reader);
        while (!reader.AtEnd)
            ReadSection(ref reader);

        if (_functions.Length != _code.Length)
        {
            reader.Fail("function and code section have inconsistent lengths: "
                + $"{_functions.Length} functions are declared, {_code.Length} have a body");
        }

        if (_dataCount is { } count && count != (uint)_data.Length)
        {
            reader.Fail("data count and data section have inconsistent lengths: "
                + $"{count} segments are declared, there are {_data.Length}");
        }
    }

    private static void ReadHeader(ref ByteReader reader)
    {
        if (!reader.ReadBytes(4).SequenceEqual(BinaryFormat.Header[..4]))
            reader.Fail("magic header not detected: a module begins with the bytes 00 61 73 6d", 0);
        var version = reader.ReadBytes(4);
        if (version.SequenceEqual(BinaryFormat.ComponentVersion))
            reader.Fail("unknown binary version: this is a component, not a module", 4);
        if (!version.SequenceEqual(BinaryFormat.Header[4..]))
            reader.Fail($"unknown binary version: expected 01 00 00 00, not {Hex(version)}", 4);
    }

    private void ReadSection(ref ByteReader module)
    {
        int start = module.Position;
        var id = (SectionId)module.ReadByte();
        if (id > SectionId.Tag)
            module.Fail($"malformed section id: {(byte)id}", start);
        Require(FeatureOf(id), "malformed section id", ref module, start);
        CheckOrder(id, ref module, start);

        int size = ReadLength(ref module);
        var contents = new ByteRange(module.Offset, size);
        var reader = new ByteReader(module.ReadBytes(size), contents.Offset, BinaryFormat.NameOf(id));
        _sections.Add(new SectionRange(id, contents));
        ReadContents(id, ref reader);
        if (!reader.AtEnd)
            reader.Fail($"section size mismatch: {reader.Remaining} bytes follow the section's contents");
    }

    private static WasmFeatures FeatureOf(SectionId id) => id switch
    {
        SectionId.DataCount => WasmFeatures.BulkMemory,
        SectionId.Tag => WasmFeatures.Exceptions,
        _ => WasmFeatures.None,
    };

    private void CheckOrder(SectionId id, ref ByteReader module, int position)
    {
        if (id == SectionId.Custom)
            return;
        var order = BinaryFormat.SectionOrder;
        if (order.IndexOf(id) <= order.IndexOf(_lastSection))
        {
            string problem = id == _lastSection
                ? $"there are two {BinaryFormat.NameOf(id)} sections"
                : $"the {BinaryFormat.NameOf(id)} section belongs before the {BinaryFormat.NameOf(_lastSection)} section";
            module.Fail($"unexpected content after last section: {problem}", position);
        }

        _lastSection = id;
    }

    private void ReadContents(SectionId id, ref ByteReader reader)
    {
        switch (id)
        {
            case SectionId.Custom:
                ReadCustomSection(ref reader);
                break;
            case SectionId.Type:
                ReadTypes(ref reader);
                break;
            case SectionId.Import:
                ReadImports(ref reader);
                break;
            case SectionId.Function:
                ReadFunctions(ref reader);
                break;
            case SectionId.Table:
                ReadTables(ref reader);
                break;
            case SectionId.Memory:
                ReadMemories(ref reader);
                break;
            case SectionId.Tag:
                ReadTags(ref reader);
                break;
            case SectionId.Global:
                ReadGlobals(ref reader);
                break;
            case SectionId.Export:
                ReadExports(ref reader);
                break;
            case SectionId.Start:
                _start = reader.ReadU32();
                break;
            case SectionId.Element:
                ReadElementSegments(ref reader);
                break;
            case SectionId.DataCount:
                _dataCount = reader.ReadU32();
                break;
            case SectionId.Code:
                ReadCode(ref reader);
                break;
            case SectionId.Data:
                ReadDataSegments(ref reader);
                break;
        }
    }

    private void ReadCustomSection(ref ByteReader reader)
    {
        string name = ReadName(ref reader);
        _customSections.Add(new CustomSectionRange(name, Take(ref reader, reader.Remaining), _lastSection));
    }

    private static string ReadName(ref ByteReader reader)
    {
        int start = reader.Position;
        int length = ReadLength(ref reader);
        if (length > ImplementationLimits.NameBytes)
            FailLimit(ref reader, start, ImplementationLimits.NameBytes, "bytes in a name");
        var bytes = reader.ReadBytes(length);
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            reader.Fail("malformed UTF-8 encoding", reader.Position - length + Math.Max(e.Index, 0));
            return null;
        }
    }

    /// <summary>
    /// The length of a list. Where the bytes cannot hold it, it is cut to one entry more than they can: little enough to
    /// allocate, and reading them fails where the specification says.
    /// </summary>
    private static int ReadCount(ref ByteReader reader, int limit, string entries, int entryBytes)
    {
        int start = reader.Position;
        int count = ReadLength(ref reader);
        if (count > limit)
            FailLimit(ref reader, start, limit, entries);
        return Math.Min(count, (reader.Remaining / entryBytes) + 1);
    }

    /// <summary>
    /// A length, which the specification holds against the bytes from its own first one on: that so many follow is found out
    /// by reading them.
    /// </summary>
    private static int ReadLength(ref ByteReader reader)
    {
        int start = reader.Position;
        uint length = reader.ReadU32();
        if (length > (uint)(reader.Bytes.Length - start))
            reader.Fail($"length out of bounds: {length}", start);
        return (int)length;
    }

    private static ByteRange Take(ref ByteReader reader, int length)
    {
        var range = new ByteRange(reader.Offset, length);
        reader.ReadBytes(length);
        return range;
    }

    private void Require(WasmFeatures required, string problem, ref ByteReader reader, int position)
    {
        _required |= required;
        var missing = required & ~_features;
        if (missing != 0)
        {
            // One at a time: the name of several flags may be that of a set which they happen to make up.
            var first = (WasmFeatures)(1 << BitOperations.TrailingZeroCount((int)missing));
            reader.Fail($"{problem}: the feature {first} is not enabled", position);
        }
    }

    private static void FailLimit(ref ByteReader reader, int position, int limit, string what) =>
        reader.Fail($"implementation limit: more than {limit} {what}", position);

    private static string Hex(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (byte b in bytes)
            text.Append(text.Length == 0 ? "" : " ").Append(b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
