using Wasil.Binary;
using Wasil.Syntax;

namespace Wasil.Tests.Binary;

/// <summary>Modules written by hand: hex with spaces, and <c>'text'</c> for its UTF-8.</summary>
internal static class Bytes
{
    /// <summary>The bytes of a notation such as <c>"00 'asm' 01000000"</c>.</summary>
    public static byte[] Of(string notation)
    {
        var bytes = new List<byte>();
        string[] parts = notation.Split('\'');
        for (int i = 0; i < parts.Length; i++)
        {
            bytes.AddRange(i % 2 == 1
                ? System.Text.Encoding.UTF8.GetBytes(parts[i])
                : Convert.FromHexString(string.Concat(parts[i].Where(c => !char.IsWhiteSpace(c)))));
        }

        return [.. bytes];
    }

    /// <summary>A module of these sections, each written with its id and without its size.</summary>
    public static byte[] Module(params string[] sections)
    {
        var writer = new ByteWriter();
        writer.WriteBytes("\0asm\x01\0\0\0"u8);
        foreach (string section in sections)
        {
            byte[] bytes = Of(section);
            writer.WriteByte(bytes[0]);
            writer.WriteU32((uint)bytes.Length - 1);
            writer.WriteBytes(bytes.AsSpan(1));
        }

        return writer.ToArray();
    }

    public static Module Decode(params string[] sections) => ModuleDecoder.Decode(Module(sections), WasmFeatures.All);
}
