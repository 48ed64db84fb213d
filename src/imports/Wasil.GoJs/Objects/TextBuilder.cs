using System.Text;
using Wasil.GoJs.Running;

namespace Wasil.GoJs.Objects;

/// <summary>A text that a guest has the host put together. It counts as the guest's memory while it grows, and ends where
/// JavaScript's texts do.</summary>
internal sealed class TextBuilder(GoRuntime runtime)
{
    /// <summary>How many characters the longest text has that Node makes.</summary>
    public const int MostCharacters = (1 << 29) - 24;

    // Two bytes a character, and all of it once more when the text is made.
    private const int BytesOfCharacter = 4;

    private readonly StringBuilder _text = new();
    private long _room = 256;

    public int Length => _text.Length;

    /// <exception cref="JsException">The text would be longer than JavaScript's may be.</exception>
    /// <exception cref="TrapException">The guest keeps too much.</exception>
    public void Append(ReadOnlySpan<char> text)
    {
        Require(text.Length);
        _text.Append(text);
    }

    /// <inheritdoc cref="Append(ReadOnlySpan{char})"/>
    public void Append(char c)
    {
        Require(1);
        _text.Append(c);
    }

    /// <summary>Takes back what was appended last.</summary>
    public void Truncate(int length) => _text.Length = length;

    public override string ToString() => _text.ToString();

    private void Require(int more)
    {
        long length = _text.Length + (long)more;
        if (length <= _room)
            return;
        if (length > MostCharacters)
            throw Errors.Range("Invalid string length");
        runtime.Poll();
        long room = Math.Max(length, 2 * _room);
        runtime.Charge(BytesOfCharacter * (room - _room));
        _room = room;
    }
}
