using System.Text;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Running;

/// <summary>Decodes text of Go's. The short strings that programs use again and again, names of properties above all, are only made
/// once.</summary>
internal sealed class TextCache(GoRuntime runtime)
{
    private const int MostBytes = 32;
    private const int Places = 1024;

    private readonly (byte[] Utf8, string Text)[] _texts = new (byte[], string)[Places];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes)
        {
            // A character has one to three bytes, so these are about as many as there can be.
            if (utf8.Length > TextBuilder.MostCharacters)
                throw new TrapException($"the guest hands over a text of {utf8.Length:N0} bytes");
            runtime.Charge(sizeof(char) * (long)utf8.Length);
            return Decode(utf8);
        }

        uint hash = 2166136261;
        foreach (byte b in utf8)
            hash = (hash ^ b) * 16777619;
        ref (byte[] Utf8, string Text) place = ref _texts[(hash ^ (hash >> 10)) % Places];
        if (place.Text is null || !utf8.SequenceEqual(place.Utf8))
            place = (utf8.ToArray(), Decode(utf8));
        return place.Text;
    }

    // As a TextDecoder does it: a mark of byte order at the start is no part of the text.
    private static string Decode(ReadOnlySpan<byte> utf8) =>
        Encoding.UTF8.GetString(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
}
