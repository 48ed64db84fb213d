using System.Globalization;
using Wasil.Syntax;

namespace Wasil;

/// <summary>
/// Bytes or a text that are not a module: they do not follow the
/// <see href="https://webassembly.github.io/spec/core/binary/index.html">binary format</see> or the
/// <see href="https://webassembly.github.io/spec/core/text/index.html">text format</see>. The problem is told in the words
/// that the specification's test suite uses, as "integer too large".
/// </summary>
public sealed class MalformedModuleException : WasmException
{
    internal MalformedModuleException(string problem, long offset, string? section = null, Exception? innerException = null)
        : base(Describe(problem, offset, section), innerException)
    {
        Problem = problem;
        Offset = offset;
        Section = section;
    }

    internal MalformedModuleException(string problem, TextPosition position)
        : base(position.Describe(problem))
    {
        Problem = problem;
        Offset = position.Offset;
        Line = position.Line;
        Column = position.Column;
    }

    /// <summary>The byte, counted from the start of the module or of the text, at which decoding or parsing failed.</summary>
    public long Offset { get; }

    /// <summary>
    /// The section the byte lies in, named as by the specification ("code", "type"), or null outside of all sections and in
    /// a text.
    /// </summary>
    public string? Section { get; }

    /// <summary>The line of a text, counted from 1; null for the binary format.</summary>
    public int? Line { get; }

    /// <summary>The column in the line of a text, in code points counted from 1; null for the binary format.</summary>
    public int? Column { get; }

    /// <summary>What is wrong, without where: begins with the words of the specification's test suite.</summary>
    internal string Problem { get; }

    private static string Describe(string problem, long offset, string? section)
    {
        string place = section is null ? "" : $" in the {section} section";
        return string.Create(CultureInfo.InvariantCulture, $"{problem} at offset 0x{offset:x}{place}");
    }
}
