using System.Text;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>TextEncoder</c>, <c>TextDecoder</c>, <c>btoa</c>, <c>atob</c>, and what escapes addresses.</summary>
internal static class TextIntrinsics
{
    public static void Install(JsRealm realm)
    {
        JsObject encoder = realm.CreatePrototype(realm.ObjectPrototype);
        JsRealm.Define(encoder, "encoding", "utf-8");
        realm.DefineClass("TextEncoder", encoder, 0, _ => new JsObject(encoder));
        realm.Define(encoder, "encode", 1, (_, arguments) =>
            realm.CreateBytes(arguments.At(0).IsUndefined ? [] : Encoding.UTF8.GetBytes(arguments.Text(0))));
        JsObject decoder = realm.CreatePrototype(realm.ObjectPrototype);
        JsRealm.Define(decoder, "encoding", "utf-8");
        realm.DefineClass("TextDecoder", decoder, 2, arguments =>
            arguments.At(0).IsUndefined || arguments.Text(0) is var name && (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
                ? new JsObject(decoder)
                : throw Errors.Range($"The encoding {arguments.At(0)} is not supported"));
        realm.Define(decoder, "decode", 1, (_, arguments) =>
        {
            ReadOnlySpan<byte> bytes = arguments.At(0).Reference switch
            {
                null => [],
                JsTypedArray array => array.Bytes,
                JsArrayBuffer buffer => buffer.Bytes,
                _ => throw Errors.Type("TextDecoder.decode takes an ArrayBuffer or a view of one"),
            };
            bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            realm.Runtime.ChargeText(Encoding.UTF8.GetCharCount(bytes));
            return Encoding.UTF8.GetString(bytes);
        });
        realm.Define(realm.Global, "btoa", 1, (_, arguments) =>
        {
            string text = arguments.Text(0);
            if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00ff') >= 0)
                throw Errors.Of("The string to be encoded contains characters outside of the Latin1 range.");
            realm.Runtime.ChargeText(4 * ((text.Length + 2L) / 3));
            return Convert.ToBase64String(Encoding.Latin1.GetBytes(text));
        });
        realm.Define(realm.Global, "atob", 1, (_, arguments) =>
        {
            // .NET leaves out white space by itself, but wants the end to be filled up.
            string text = arguments.Text(0);
            realm.Runtime.ChargeText(3L * text.Length);
            text = text.Replace("\f", "", StringComparison.Ordinal).TrimEnd('=', ' ', '\t', '\r', '\n');
            int digits = text.Length - text.AsSpan().CountAny(' ', '\t', '\r', '\n');
            var bytes = new byte[text.Length];
            return Convert.TryFromBase64String(text.PadRight(text.Length + (-digits & 3), '='), bytes, out int count)
                ? Encoding.Latin1.GetString(bytes, 0, count)
                : throw Errors.Of("The string to be decoded is not correctly encoded.");
        });
        realm.Define(realm.Global, "encodeURIComponent", 1, (_, arguments) => Escape(realm, arguments.Text(0), "-_.!~*'()"));
        realm.Define(realm.Global, "encodeURI", 1, (_, arguments) => Escape(realm, arguments.Text(0), "-_.!~*'();/?:@&=+$,#"));
        foreach (string name in (ReadOnlySpan<string>)["decodeURIComponent", "decodeURI"])
        {
            realm.Define(realm.Global, name, 1, (_, arguments) =>
            {
                string text = arguments.Text(0);
                realm.Runtime.ChargeText(2L * text.Length);
                return Uri.UnescapeDataString(text);
            });
        }
    }

    private static string Escape(JsRealm realm, string text, string kept)
    {
        var escaped = new TextBuilder(realm.Runtime);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || kept.Contains((char)rune.Value)))
            {
                escaped.Append((char)rune.Value);
                continue;
            }

            foreach (byte b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                escaped.Append('%');
                escaped.Append("0123456789ABCDEF"[b >> 4]);
                escaped.Append("0123456789ABCDEF"[b & 15]);
            }
        }

        return escaped.ToString();
    }
}
