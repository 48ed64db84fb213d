using System.Globalization;

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

    private MalformedModuleException(string message, string problem, long offset, int line, int column)
        : base(message)
    {
        Problem = problem;
        Offset = offset;
        Line = line;
        Column = column;
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

    /// <summary>A failure of the text format, with the line of the source and a mark below the column.</summary>
    internal static MalformedModuleException InText(string problem, int offset, int line, int column, string source)
    {
        const int Width = 120;

        string place = string.Create(CultureInfo.InvariantCulture, $"{line}:{column}: {problem}");

        // Columns are code points and the mark goes by UTF-16 units, as terminals go by neither; a text that fills its line
        // with astral characters gets a mark that is off. Generated texts have lines of megabytes: only what is near is shown.
        int mark = Math.Min(column - 1, source.Length);
        int from = mark <= Width / 2 ? 0 : mark - (Width / 2);
        string shown = source.AsSpan(from, Math.Min(Width, source.Length - from)).TrimEnd().ToString();
        var below = source.AsSpan(from, mark - from).ToArray();
        for (int i = 0; i < below.Length; i++)
            below[i] = below[i] == '\t' ? '\t' : ' ';
        return new MalformedModuleException($"{place}\n  {shown}\n  {new string(below)}^", problem, offset, line, column);
    }

    private static string Describe(string problem, long offset, string? section)
    {
        string place = section is null ? "" : $" in the {section} section";
        return string.Create(CultureInfo.InvariantCulture, $"{problem} at offset 0x{offset:x}{place}");
    }
}
