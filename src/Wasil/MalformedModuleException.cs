using System.Globalization;

namespace Wasil;

/// <summary>
/// Bytes that are not a module: they do not follow the
/// <see href="https://webassembly.github.io/spec/core/binary/index.html">binary format</see>. Messages begin with the words
/// the specification's test suite uses, as "integer too large".
/// </summary>
public sealed class MalformedModuleException : WasmException
{
    internal MalformedModuleException(string problem, long offset, string? section = null, Exception? innerException = null)
        : base(Describe(problem, offset, section), innerException)
    {
        Offset = offset;
        Section = section;
    }

    /// <summary>The byte, counted from the start of the module, at which decoding failed.</summary>
    public long Offset { get; }

    /// <summary>
    /// The section the byte lies in, named as by the specification ("code", "type"), or null outside of all sections.
    /// </summary>
    public string? Section { get; }

    private static string Describe(string problem, long offset, string? section)
    {
        string place = section is null ? "" : $" in the {section} section";
        return string.Create(CultureInfo.InvariantCulture, $"{problem} at offset 0x{offset:x}{place}");
    }
}
