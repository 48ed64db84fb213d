using System.Globalization;
using System.Text;

namespace Wasil.Cli.Streams;

/// <summary>Says before each line which thread it comes from.</summary>
internal sealed class ThreadPrefixWriter(TextWriter writer) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => writer.Write(value);

    public override void WriteLine(string? value) =>
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{Environment.CurrentManagedThreadId}] {value}"));
}
