using System.Text;
using Wasil.Binary;
using Wasil.Syntax;
using Wasil.Text;

namespace Wasil;

/// <summary>
/// Turns modules from the binary format into the
/// <see href="https://webassembly.github.io/spec/core/text/index.html">text format</see> and back. Neither validates: what is
/// well-formed goes through. Names travel in the custom section "name" of the binary format, other custom sections as
/// <c>(@custom ...)</c> annotations.
/// </summary>
/// <threadsafety>Any threads at once.</threadsafety>
public static class WasmText
{
    /// <summary>Writes a module in the text format, with its instructions flat, one on a line.</summary>
    /// <param name="module">A module in the binary format.</param>
    /// <exception cref="MalformedModuleException">The bytes are no module.</exception>
    public static string ToText(ReadOnlyMemory<byte> module) => TextPrinter.Print(Decode(module));

    /// <summary>Writes a module in the text format to a writer, which suits large ones: their text has ten times their
    /// size.</summary>
    /// <param name="module">A module in the binary format.</param>
    /// <param name="output">What the text is written to, with line feeds for line ends. It is not flushed.</param>
    /// <exception cref="MalformedModuleException">The bytes are no module. Nothing has been written then.</exception>
    public static void Write(ReadOnlyMemory<byte> module, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        TextPrinter.Print(Decode(module), output);
    }

    /// <summary>Assembles a text, with or without <c>(module ...)</c> around its fields, to a module in the binary format.</summary>
    /// <param name="text">A module in the text format.</param>
    /// <exception cref="MalformedModuleException">The text is no module; the exception tells line and column.</exception>
    public static byte[] ToBinary(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ToBinary(Encoding.UTF8.GetBytes(text));
    }

    /// <inheritdoc cref="ToBinary(string)"/>
    /// <param name="utf8">A module in the text format, as UTF-8 without a byte order mark.</param>
    public static byte[] ToBinary(ReadOnlyMemory<byte> utf8) =>
        ModuleEncoder.Encode(TextParser.ParseModule(utf8, WasmFeatures.All));

    private static Module Decode(ReadOnlyMemory<byte> module)
    {
        var decoded = ModuleDecoder.Decode(module, WasmFeatures.All);
        BodyDecoder.DecodeBodies(decoded);
        return decoded;
    }
}
