using System.Globalization;
using System.Text;

namespace Wasil.Wasi.Tracing;

/// <summary>Bytes of a guest as text in quotes, escaped as in C.</summary>
internal static class Quoted
{
    public static void Append(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        text.Append('"');
        while (!bytes.IsEmpty)
        {
            bool isText = Rune.DecodeFromUtf8(bytes, out Rune rune, out int used) == System.Buffers.OperationStatus.Done;
            if (!isText)
            {
                foreach (byte each in bytes[..used])
                    text.Append(CultureInfo.InvariantCulture, $"\\x{each:x2}");
            }
            else if (Escape(rune) is { } escaped)
            {
                text.Append(escaped);
            }
            else
            {
                text.Append(rune);
            }

            bytes = bytes[used..];
        }

        text.Append('"');
    }

    private static string? Escape(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\\' => "\\\\",
        '"' => "\\\"",
        >= 0x20 and < 0x7f => null,
        < 0x80 => $"\\x{rune.Value:x2}",
        // Formats are not printed either, as they turn the direction of what follows.
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                ? $"\\u{{{rune.Value:x}}}"
                : null,
    };
}
