namespace Wasil.AssemblyScript;

/// <summary>Which types of .NET stand for which types of AssemblyScript's elements.</summary>
internal static class ElementType
{
    /// <summary>How runtime type information describes elements of a type.</summary>
    /// <exception cref="NotSupportedException">No type of AssemblyScript is like it.</exception>
    public static TypeFlags FlagsOf(Type type) =>
        type == typeof(byte) || type == typeof(bool) ? TypeFlags.ValueAlign0
        : type == typeof(sbyte) ? TypeFlags.ValueAlign0 | TypeFlags.ValueSigned
        : type == typeof(ushort) || type == typeof(char) ? TypeFlags.ValueAlign1
        : type == typeof(short) ? TypeFlags.ValueAlign1 | TypeFlags.ValueSigned
        : type == typeof(uint) ? TypeFlags.ValueAlign2
        : type == typeof(int) ? TypeFlags.ValueAlign2 | TypeFlags.ValueSigned
        : type == typeof(ulong) ? TypeFlags.ValueAlign3
        : type == typeof(long) ? TypeFlags.ValueAlign3 | TypeFlags.ValueSigned
        : type == typeof(float) ? TypeFlags.ValueAlign2 | TypeFlags.ValueSigned | TypeFlags.ValueFloat
        : type == typeof(double) ? TypeFlags.ValueAlign3 | TypeFlags.ValueSigned | TypeFlags.ValueFloat
        : type == typeof(string) ? TypeFlags.ValueAlign2 | TypeFlags.ValueManaged
        : throw new NotSupportedException($"No type of AssemblyScript's arrays stands for {type}.");

    /// <summary>The bytes of an element.</summary>
    public static int SizeOf(TypeFlags flags) =>
        flags.HasFlag(TypeFlags.ValueAlign0) ? 1
        : flags.HasFlag(TypeFlags.ValueAlign1) ? 2
        : flags.HasFlag(TypeFlags.ValueAlign2) ? 4
        : 8;
}
