using Wasil.Syntax;

namespace Wasil.Binary;

/// <summary>What the decoder and the encoder have to agree on: the header, and which section stands where.</summary>
internal static class BinaryFormat
{
    /// <summary>The magic number and the version of a module.</summary>
    public static ReadOnlySpan<byte> Header => "\0asm\x01\0\0\0"u8;

    /// <summary>The kind of an import that is a function of exactly its type.</summary>
    public const byte ExactFunction = 0x20;

    /// <summary>What stands in place of the version where the bytes are a component of the component model.</summary>
    public static ReadOnlySpan<byte> ComponentVersion => [0x0d, 0x00, 0x01, 0x00];

    /// <summary>The order of the sections in a module; custom sections stand anywhere.</summary>
    public static ReadOnlySpan<SectionId> SectionOrder =>
    [
        SectionId.Type, SectionId.Import, SectionId.Function, SectionId.Table, SectionId.Memory, SectionId.Tag,
        SectionId.Global, SectionId.Export, SectionId.Start, SectionId.Element, SectionId.DataCount, SectionId.Code,
        SectionId.Data,
    ];

    /// <summary>The specification's word for a section.</summary>
    public static string NameOf(SectionId id) => id switch
    {
        SectionId.Custom => "custom",
        SectionId.Type => "type",
        SectionId.Import => "import",
        SectionId.Function => "function",
        SectionId.Table => "table",
        SectionId.Memory => "memory",
        SectionId.Global => "global",
        SectionId.Export => "export",
        SectionId.Start => "start",
        SectionId.Element => "element",
        SectionId.Code => "code",
        SectionId.Data => "data",
        SectionId.DataCount => "data count",
        _ => "tag",
    };
}
