using System.Text;

namespace Wasil.Cli.Tests;

/// <summary>Modules written by hand: hex with spaces, and <c>'text'</c> for its UTF-8.</summary>
internal static class Modules
{
    // The functions of WASI that the programs below import, in this order, and their types.
    private const string WasiTypes = "01 03  60 04 7f 7f 7f 7f 01 7f  60 01 7f 00  60 00 00";

    private static readonly string WasiImports = $"02 03 {Import("fd_write", 0)} {Import("fd_read", 0)} {Import("proc_exit", 1)}";

    /// <summary>Functions of values: <c>add</c>, <c>divide</c>, <c>swap</c>, <c>half</c>, <c>negate</c>, <c>is_null</c>.</summary>
    public static byte[] Arithmetic { get; } = Module(
        "01 05  60 02 7f 7f 01 7f  60 02 7e 7c 02 7c 7e  60 01 7d 01 7d  60 01 7e 01 7e  60 01 6f 01 7f",
        "03 06 00 00 01 02 03 04",
        "07 06 03'add' 00 00 06'divide' 00 01 04'swap' 00 02 04'half' 00 03 06'negate' 00 04 07'is_null' 00 05",
        Code("2000 2001 6a", "2000 2001 6d", "2001 2000", "2000 43 0000003f 94", "42 00 2000 7d", "2000 d1"));

    /// <summary>A library in which <c>main</c> calls <c>divide</c>, which divides by zero.</summary>
    public static byte[] Trapping { get; } = Module(
        "01 02  60 02 7f 7f 01 7f  60 00 01 7f", "03 02 00 01", "07 01 04'main' 00 01", Code("2000 2001 6d", "4101 4100 1000"),
        "00 04'name' 01 0f 02 00 06'divide' 01 04'main'");

    /// <summary>A library whose <c>recurse</c> calls itself as often as its argument says.</summary>
    public static byte[] Recursive { get; } = Module(
        "01 01 60 01 7f 01 7f", "03 01 00", "07 01 07'recurse' 00 00",
        Code("2000 45 04 7f 4100 05 2000 4101 6b 1000 4101 6a 0b"));

    /// <summary>A program that imports what nobody has.</summary>
    public static byte[] Unlinkable { get; } = Module(
        "01 01 60 01 7f 00", "02 02 04'moon' 04'land' 00 00 04'moon' 04'fuel' 03 7f 00", "03 01 00",
        "07 01 06'_start' 00 01", Code(""));

    /// <summary>A program that never ends.</summary>
    public static byte[] Endless { get; } = Module(
        "01 01 60 00 00", "03 01 00", "07 01 06'_start' 00 00", Code("03 40 0c 00 0b"));

    /// <summary>A program that ends with exit code 7.</summary>
    public static byte[] Exiting { get; } = Program("4107 1002");

    /// <summary>A program that writes <c>hello</c> and then traps.</summary>
    public static byte[] WritingThenTrapping { get; } = Program(
        "4101 4100 4101 4118 1000 1a 00", "10000000 05000000 00000000 00000000 'hello'");

    /// <summary>A program that prompts with <c>&gt; </c>, reads a line, and writes it again.</summary>
    public static byte[] Prompting { get; } = Program(
        "4101 4100 4101 4118 1000 1a  4100 4108 4101 4118 1001 1a  410c 4118 28 02 00 36 02 00  4101 4108 4101 411c 1000 1a",
        "10000000 02000000 40000000 20000000 '> '");

    /// <summary>A program that writes lines for ever.</summary>
    public static byte[] Babbling { get; } = Program(
        "03 40 4101 4100 4101 4118 1000 1a 0c 00 0b", "10000000 02000000 00000000 00000000 'y' 0a");

    /// <summary>A module of these sections, each written with its id and without its size.</summary>
    public static byte[] Module(params string[] sections)
    {
        var bytes = new List<byte>("\0asm\x01\0\0\0"u8.ToArray());
        foreach (string section in sections)
        {
            byte[] contents = Of(section);
            bytes.Add(contents[0]);
            bytes.AddRange(Length(contents.Length - 1));
            bytes.AddRange(contents.AsSpan(1));
        }

        return [.. bytes];
    }

    private static byte[] Program(string instructions, string data = "") => Module(
        WasiTypes, WasiImports, "03 01 02", "05 01 00 01", "07 02 06'_start' 00 03 06'memory' 02 00", Code(instructions),
        $"0b 01 00 4100 0b {Convert.ToHexString([(byte)Of(data).Length])} {data}");

    private static string Import(string name, int type) =>
        $"16'wasi_snapshot_preview1' {name.Length:x2}'{name}' 00 {type:x2}";

    private static string Code(params string[] bodies)
    {
        var section = new StringBuilder($"0a {bodies.Length:x2}");
        foreach (string body in bodies)
            section.Append($" {Of(body).Length + 2:x2} 00 {body} 0b");
        return section.ToString();
    }

    private static byte[] Of(string notation)
    {
        var bytes = new List<byte>();
        string[] parts = notation.Split('\'');
        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i];
            bytes.AddRange(i % 2 == 1
                ? Encoding.UTF8.GetBytes(part)
                : Convert.FromHexString(part.Replace(" ", "", StringComparison.Ordinal)));
        }

        return [.. bytes];
    }

    private static byte[] Length(int length) => length < 0x80 ? [(byte)length] : [(byte)(length | 0x80), (byte)(length >> 7)];
}
