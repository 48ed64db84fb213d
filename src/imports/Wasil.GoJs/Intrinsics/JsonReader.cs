using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary>Reads JSON as ECMAScript's <c>JSON.parse</c> does: texts may hold halves of surrogate pairs, the last of equal names
/// counts, and <c>__proto__</c> is a name like any other.</summary>
internal ref struct JsonReader
{
    private readonly JsRealm _realm;
    private readonly ReadOnlySpan<char> _text;
    private int _position;

    private JsonReader(JsRealm realm, string text)
    {
        _realm = realm;
        _text = text;
    }

    /// <exception cref="JsException">The text is no JSON, or lists within lists go deeper than the stack.</exception>
    public static JsValue Parse(JsRealm realm, string text)
    {
        var reader = new JsonReader(realm, text);
        JsValue value = reader.ReadValue();
        return reader.Peek() == '\0' && reader._position == text.Length ? value : throw reader.Unexpected();
    }

    // The next character that is no white space, or zero at the end.
    private char Peek()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\n' or '\r')
            _position++;
        return _position < _text.Length ? _text[_position] : '\0';
    }

    private JsValue ReadValue()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Errors.Range("Maximum call stack size exceeded");
        switch (Peek())
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return ReadText();
            case 't':
                return ReadWord("true", true);
            case 'f':
                return ReadWord("false", false);
            case 'n':
                return ReadWord("null", JsValue.Null);
            default:
                return ReadNumber();
        }
    }

    private JsObject ReadObject()
    {
        JsObject made = _realm.CreateObject();
        _position++;
        if (TryRead('}'))
            return made;
        do
        {
            if (Peek() != '"')
                throw Unexpected();
            string name = ReadText();
            if (!TryRead(':'))
                throw Unexpected();
            _realm.Runtime.Charge(HeapVisitor.BytesOfProperty);
            made.Define(name, new Property(ReadValue(), PropertyFlags.All));
            _realm.Runtime.Poll();
        }
        while (TryRead(','));
        return TryRead('}') ? made : throw Unexpected();
    }

    private JsArray ReadArray()
    {
        JsArray made = _realm.CreateArray();
        _position++;
        if (TryRead(']'))
            return made;
        do
        {
            // Lists grow by doubling.
            _realm.Runtime.Charge(2 * HeapVisitor.BytesOfValue);
            made.Add(ReadValue());
            _realm.Runtime.Poll();
        }
        while (TryRead(','));
        return TryRead(']') ? made : throw Unexpected();
    }

    private string ReadText()
    {
        _position++;
        StringBuilder? text = null;
        while (true)
        {
            int length = _text[_position..].IndexOfAny('"', '\\');
            if (length < 0)
                throw Unexpected(_text.Length);
            ReadOnlySpan<char> plain = _text.Slice(_position, length);
            int control = plain.IndexOfAnyInRange('\0', '\u001f');
            if (control >= 0)
                throw Unexpected(_position + control);
            _position += length + 1;
            if (_text[_position - 1] == '"')
                return text is null ? Make(plain) : Make(text.Append(plain).ToString());
            text ??= new StringBuilder();
            text.Append(plain).Append(ReadEscape());
        }
    }

    private char ReadEscape()
    {
        char c = _position < _text.Length ? _text[_position++] : throw Unexpected();
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _position + 4 <= _text.Length && ushort.TryParse(
                _text.Slice(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code):
                _position += 4;
                return (char)code;
            default:
                throw Unexpected(_position - 1);
        }
    }

    private readonly string Make(ReadOnlySpan<char> text)
    {
        _realm.Runtime.ChargeText(text.Length + (HeapVisitor.BytesOfObject / sizeof(char)));
        return text.ToString();
    }

    private JsValue ReadNumber()
    {
        int start = _position;
        int end = start;
        if (end < _text.Length && _text[end] == '-')
            end++;
        int digits = Digits(ref end);
        if (digits == 0 || (digits > 1 && _text[end - digits] == '0'))
            throw Unexpected(digits == 0 ? end : end - digits + 1);
        if (end < _text.Length && _text[end] == '.')
        {
            end++;
            if (Digits(ref end) == 0)
                throw Unexpected(end);
        }

        if (end < _text.Length && _text[end] is 'e' or 'E')
        {
            end++;
            if (end < _text.Length && _text[end] is '+' or '-')
                end++;
            if (Digits(ref end) == 0)
                throw Unexpected(end);
        }

        _position = end;
        return double.Parse(_text[start..end], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private readonly int Digits(ref int end)
    {
        int start = end;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
            end++;
        return end - start;
    }

    private JsValue ReadWord(string word, JsValue value)
    {
        if (!_text[_position..].StartsWith(word, StringComparison.Ordinal))
            throw Unexpected();
        _position += word.Length;
        return value;
    }

    private bool TryRead(char c)
    {
        if (Peek() != c)
            return false;
        _position++;
        return true;
    }

    private readonly JsException Unexpected() => Unexpected(_position);

    private readonly JsException Unexpected(int position) => Errors.Syntax(position < _text.Length
        ? $"Unexpected token '{_text[position]}' in JSON at position {position}" : "Unexpected end of JSON input");
}
