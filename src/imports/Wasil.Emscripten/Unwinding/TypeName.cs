using System.Text;

namespace Wasil.Emscripten.Unwinding;

/// <summary>Names of C++ types as programmers write them, out of the Itanium C++ ABI's type information.</summary>
internal static class TypeName
{
    private const int MaxBytes = 256;
    private const int MaxDepth = 16;

    /// <summary>Reads the name of the type that a <c>type_info</c> describes. It is the guest's word, and may be nonsense.</summary>
    /// <param name="memory">The guest's memory.</param>
    /// <param name="typeInfo">Where the <c>type_info</c> is: its virtual table and then its name.</param>
    public static string Read(WasmMemory memory, ulong typeInfo)
    {
        if (!memory.TryReadAddress(typeInfo + (uint)memory.AddressBytes, out ulong start))
            return "of a type that cannot be read";
        var text = new StringBuilder();
        for (ulong i = 0; i < MaxBytes && memory.TrySlice(start + i, 1, out Span<byte> character) && character[0] != 0; i++)
        {
            if (character[0] is < 0x21 or > 0x7e)
                return "of a type that cannot be read";
            text.Append((char)character[0]);
        }

        return text.Length == 0 ? "of a type that cannot be read" : Demangle(text.ToString());
    }

    /// <summary>A mangled type as it is written, or as it is mangled where it is more than names, numbers and pointers.</summary>
    public static string Demangle(string mangled)
    {
        ReadOnlySpan<char> rest = mangled;
        return TryType(ref rest, 0, out string name) && rest.IsEmpty ? name : mangled;
    }

    private static bool TryType(ref ReadOnlySpan<char> rest, int depth, out string name)
    {
        name = "";
        if (rest.IsEmpty || depth > MaxDepth)
            return false;
        char first = rest[0];
        if (char.IsAsciiDigit(first))
            return TrySourceName(ref rest, out name);
        if (first is 'N')
            return TryNested(ref rest, out name);
        rest = rest[1..];
        if (first is 'P' or 'K')
        {
            if (!TryType(ref rest, depth + 1, out string inner))
                return false;
            name = inner + (first == 'P' ? "*" : " const");
            return true;
        }

        if (first == 'S' && rest is ['t', ..])
        {
            rest = rest[1..];
            if (!TrySourceName(ref rest, out string inner))
                return false;
            name = "std::" + inner;
            return true;
        }

        name = first switch
        {
            'b' => "bool",
            'c' => "char",
            'a' => "signed char",
            'h' => "unsigned char",
            's' => "short",
            't' => "unsigned short",
            'i' => "int",
            'j' => "unsigned int",
            'l' => "long",
            'm' => "unsigned long",
            'x' => "long long",
            'y' => "unsigned long long",
            'f' => "float",
            'd' => "double",
            'e' => "long double",
            'w' => "wchar_t",
            'v' => "void",
            _ => "",
        };
        return name.Length > 0;
    }

    private static bool TryNested(ref ReadOnlySpan<char> rest, out string name)
    {
        rest = rest[1..];
        var parts = new List<string>();
        if (rest.StartsWith("St"))
        {
            rest = rest[2..];
            parts.Add("std");
        }

        while (!rest.IsEmpty && rest[0] != 'E')
        {
            if (!TrySourceName(ref rest, out string part))
            {
                name = "";
                return false;
            }

            // An inline namespace that the library keeps its versions apart with.
            if (part != "__2" && part != "__1")
                parts.Add(part);
        }

        name = string.Join("::", parts);
        if (rest.IsEmpty)
            return false;
        rest = rest[1..];
        return parts.Count > 0;
    }

    private static bool TrySourceName(ref ReadOnlySpan<char> rest, out string name)
    {
        name = "";
        int digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
            digits++;
        if (digits is 0 or > 4)
            return false;
        int length = int.Parse(rest[..digits], System.Globalization.CultureInfo.InvariantCulture);
        if (length == 0 || length > rest.Length - digits)
            return false;
        name = rest.Slice(digits, length).ToString();
        rest = rest[(digits + length)..];
        return true;
    }
}
