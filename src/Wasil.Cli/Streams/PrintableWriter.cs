using System.Globalization;
using System.Text;

namespace Wasil.Cli.Streams;

/// <summary>
/// Text that the command itself writes. Names in modules may hold anything, sequences that control a terminal too: characters
/// that do not print are written as <c>\u{1b}</c>. Line feeds and tabs stay.
/// </summary>
/// <param name="stream">Where it goes.</param>
/// <param name="flushes">Whether nothing is held back.</param>
internal sealed class PrintableWriter(Stream stream, bool flushes = false) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(false)) { NewLine = "\n" };

    public override Encoding Encoding => _writer.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        WritePrintable(buffer);
        FlushIfAsked();
    }

    public override void WriteLine() => WriteLine("");

    public override void WriteLine(string? value)
    {
        WritePrintable(value);
        _writer.WriteLine();
        FlushIfAsked();
    }

    public override void Flush() => _writer.Flush();

    private void WritePrintable(ReadOnlySpan<char> buffer)
    {
        int start = 0;
        for (int i = 0; i < buffer.Length; i++)
        {
            if (IsPrintable(buffer[i]))
                continue;
            _writer.Write(buffer[start..i]);
            _writer.Write($"\\u{{{(int)buffer[i]:x}}}");
            start = i + 1;
        }

        _writer.Write(buffer[start..]);
    }

    // Formats are not, as they turn the direction of what follows.
    private static bool IsPrintable(char unit) => unit is >= ' ' and < '\u007f' or '\n' or '\t'
        || char.GetUnicodeCategory(unit) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private void FlushIfAsked()
    {
        if (flushes)
            _writer.Flush();
    }
}
