using System.Text;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>TextEncoder</c>, <c>TextDecoder</c>, <c>btoa</c>, <c>atob</c>, and what escapes addresses.</summary>
internal static class TextIntrinsics
{
    public static void Install(JsRealm realm)
    {
        var encoder = new JsObject(realm.ObjectPrototype);
        JsRealm.Define(encoder, "encoding", "utf-8");
        realm.DefineClass("TextEncoder", encoder, 0, _ => new JsObject(encoder));
        realm.Define(encoder, "encode", 1, (_, arguments) =>
            realm.CreateBytes(arguments.At(0).IsUndefined ? [] : Encoding.UTF8.GetBytes(arguments.Text(0))));
        var decoder = new JsObject(realm.ObjectPrototype);
        JsRealm.Define(decoder, "encoding", "utf-8");
        realm.DefineClass("TextDecoder", decoder, 2, arguments =>
            arguments.At(0).IsUndefined || arguments.Text(0).ToLowerInvariant() is "utf-8" or "utf8"
                ? new JsObject(decoder)
                : throw Errors.Range($"The encoding {arguments.At(0)} is not supported"));
        realm.Define(decoder, "decode", 1, static (_, arguments) =>
        {
            ReadOnlySpan<byte> bytes = arguments.At(0).Reference switch
            {
                null => [],
                JsTypedArray array => array.Bytes,
                JsArrayBuffer buffer => buffer.Bytes,
                _ => throw Errors.Type("TextDecoder.decode takes an ArrayBuffer or a view of one"),
            };
            return Encoding.UTF8.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        });
        realm.Define(realm.Global, "btoa", 1, static (_, arguments) => arguments.Text(0) is var text && text.All(c => c <= 0xff)
            ? Convert.ToBase64String(Encoding.Latin1.GetBytes(text))
            : throw Errors.Of("The string to be encoded contains characters outside of the Latin1 range."));
        realm.Define(realm.Global, "atob", 1, static (_, arguments) =>
        {
            string text = string.Concat(arguments.Text(0).Where(c => !char.IsWhiteSpace(c))).TrimEnd('=');
            var bytes = new byte[text.Length];
            return Convert.TryFromBase64String(text.PadRight((text.Length + 3) & ~3, '='), bytes, out int count)
                ? Encoding.Latin1.GetString(bytes, 0, count)
                : throw Errors.Of("The string to be decoded is not correctly encoded.");
        });
        realm.Define(realm.Global, "encodeURIComponent", 1, static (_, arguments) => Escape(arguments.Text(0), "-_.!~*'()"));
        realm.Define(realm.Global, "encodeURI", 1, static (_, arguments) => Escape(arguments.Text(0), "-_.!~*'();/?:@&=+$,#"));
        realm.Define(realm.Global, "decodeURIComponent", 1, static (_, arguments) => Uri.UnescapeDataString(arguments.Text(0)));
        realm.Define(realm.Global, "decodeURI", 1, static (_, arguments) => Uri.UnescapeDataString(arguments.Text(0)));
    }

    private static string Escape(string text, string kept)
    {
        var escaped = new StringBuilder();
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            if (b < 0x80 && (char.IsAsciiLetterOrDigit((char)b) || kept.Contains((char)b)))
                escaped.Append((char)b);
            else
                escaped.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
