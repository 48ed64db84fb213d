using System.Globalization;
using System.Text;
using Wasil.Syntax;

namespace Wasil.Text;

/// <summary>How a printed module names the entries of an index space.</summary>
internal sealed class Identifiers
{
    private readonly NameMap _names;

    // An identifier can be bound once: names that come again are not written as identifiers.
    private readonly HashSet<uint> _repeated = [];

    public Identifiers(NameMap names)
    {
        _names = names;
        var known = new HashSet<string>();
        foreach (uint index in names.Indices)
        {
            if (!known.Add(names[index]!))
                _repeated.Add(index);
        }
    }

    public static Identifiers None { get; } = new(NameMap.Empty);

    /// <summary>How to refer to an entry: by its identifier, else by its index.</summary>
    public string this[uint index] => IdentifierOf(index) ?? index.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands where an entry is defined: an identifier, an annotation, or nothing.</summary>
    public string? Binding(uint index)
    {
        if (IdentifierOf(index) is { } identifier)
            return identifier;
        return _names[index] is { } name ? $"(@name {TextPrinter.Quote(name)})" : null;
    }

    /// <summary>A name that is not empty as an identifier.</summary>
    public static string Spell(string name)
    {
        foreach (char unit in name)
        {
            if (unit > 0x7f || !Lexer.IsIdentifierCharacter((byte)unit))
                return "$" + TextPrinter.Quote(name);
        }

        return "$" + name;
    }

    private string? IdentifierOf(uint index)
    {
        string? name = _names[index];
        return string.IsNullOrEmpty(name) || _repeated.Contains(index) ? null : Spell(name);
    }
}
