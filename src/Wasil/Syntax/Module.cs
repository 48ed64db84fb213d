namespace Wasil.Syntax;

/// <summary>
/// A module as data, in the order and with the words of the specification's "Modules": what the decoder and the text parser
/// make, and what the encoder and the printer write. Nothing here has been validated; indices may be out of range.
/// Function bodies and constant expressions stay the bytes they are, as ranges of <see cref="Bytes"/>.
/// </summary>
internal sealed class Module
{
    private NameSection? _names;

    /// <summary>What the ranges below point into: the whole binary module, or what a text parser assembled.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    public RecType[] RecTypes { get; init; } = [];

    public SubType[] Types { get; init; } = [];

    public Import[] Imports { get; init; } = [];

    /// <summary>The type indices of the functions that the module defines; <see cref="Code"/> has their bodies.</summary>
    public uint[] Functions { get; init; } = [];

    public Table[] Tables { get; init; } = [];

    public MemoryType[] Memories { get; init; } = [];

    /// <summary>The type indices of the tags that the module defines.</summary>
    public uint[] Tags { get; init; } = [];

    public Global[] Globals { get; init; } = [];

    public Export[] Exports { get; init; } = [];

    public uint? Start { get; init; }

    public ElementSegment[] Elements { get; init; } = [];

    /// <summary>What the data count section says, or null where there is none.</summary>
    public uint? DataCount { get; init; }

    /// <summary>The bodies of the functions that the module defines: locals and expression, without the size before them.</summary>
    public ByteRange[] Code { get; init; } = [];

    public DataSegment[] Data { get; init; } = [];

    public CustomSectionRange[] CustomSections { get; init; } = [];

    /// <summary>The sections of a decoded module in their order, the custom ones and the empty ones among them.</summary>
    public SectionRange[] Sections { get; init; } = [];

    /// <summary>What the decoder met that some feature must be on for. Part of it lies in the encoding alone, as compact imports
    /// do, and cannot be seen in what was decoded.</summary>
    public WasmFeatures EncodingFeatures { get; init; }

    /// <summary>The names that the module gives its parts for whoever debugs it; read on first use.</summary>
    public NameSection Names => _names ??= NameSection.Of(this);

    /// <summary>Where the instruction at an offset in <see cref="Bytes"/> stands in the text that was parsed; null for a
    /// decoded module.</summary>
    public Func<long, TextPosition>? PositionOf { get; init; }

    /// <summary>The bytes of a range.</summary>
    public ReadOnlySpan<byte> Slice(ByteRange range) => Bytes.Span.Slice(range.Offset, range.Length);
}
