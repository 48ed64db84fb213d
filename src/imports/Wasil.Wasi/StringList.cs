using System.Text;

namespace Wasil.Wasi;

/// <summary>Arguments or environment variables as a guest gets them: UTF-8 strings that each end with a zero byte.</summary>
internal sealed class StringList
{
    private readonly byte[][] _strings;

    private StringList(byte[][] strings, uint bytes)
    {
        _strings = strings;
        Bytes = bytes;
    }

    public uint Count => (uint)_strings.Length;

    /// <summary>The bytes of all strings, zero bytes included.</summary>
    public uint Bytes { get; }

    public ReadOnlySpan<byte[]> Strings => _strings;

    /// <exception cref="ArgumentException">A string contains a zero character, or they are too long together.</exception>
    public static StringList Of(IEnumerable<string> strings, string what)
    {
        var encoded = new List<byte[]>();
        long bytes = 0;
        foreach (string text in strings)
        {
            if (text is null || text.Contains('\0', StringComparison.Ordinal))
                throw new ArgumentException($"{what} may be neither null nor contain the character U+0000, which ends them.");
            bytes += Encoding.UTF8.GetByteCount(text) + 1;
            if (bytes > WasiOptions.MaxStringBytes)
                throw new ArgumentException($"{what} have more than {WasiOptions.MaxStringBytes:N0} bytes together.");
            encoded.Add([.. Encoding.UTF8.GetBytes(text), 0]);
        }

        return new StringList([.. encoded], (uint)bytes);
    }
}
