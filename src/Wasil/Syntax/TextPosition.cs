using System.Globalization;

namespace Wasil.Syntax;

/// <summary>A place in a text.</summary>
/// <param name="Offset">In bytes of UTF-8, from 0.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In code points, from 1.</param>
/// <param name="Source">The line itself.</param>
internal readonly record struct TextPosition(int Offset, int Line, int Column, string Source)
{
    /// <summary>A problem with its place: the line's and column's numbers before it, the line and a mark below the column after
    /// it.</summary>
    public string Describe(string problem)
    {
        const int Width = 120;

        // Columns are code points and the mark goes by UTF-16 units, as terminals go by neither; a text that fills its line
        // with astral characters gets a mark that is off. Generated texts have lines of megabytes: only what is near is shown.
        int mark = Math.Min(Column - 1, Source.Length);
        int from = mark <= Width / 2 ? 0 : mark - (Width / 2);
        string shown = Source.AsSpan(from, Math.Min(Width, Source.Length - from)).TrimEnd().ToString();
        var below = Source.AsSpan(from, mark - from).ToArray();
        for (int i = 0; i < below.Length; i++)
            below[i] = below[i] == '\t' ? '\t' : ' ';
        return string.Create(CultureInfo.InvariantCulture, $"{Line}:{Column}: {problem}\n  {shown}\n  {new string(below)}^");
    }
}
