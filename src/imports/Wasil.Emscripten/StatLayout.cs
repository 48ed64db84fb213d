namespace Wasil.Emscripten;

/// <summary>Where the fields of <c>struct stat</c> lie, which Emscripten made smaller in the spring of 2023.</summary>
/// <param name="Bytes">How large it is.</param>
/// <param name="Mode">Where the mode lies.</param>
/// <param name="Links">Where the number of links lies.</param>
/// <param name="Size">Where the size lies, which block size, blocks, times and inode follow.</param>
internal readonly record struct StatLayout(int Bytes, int Mode, int Links, int Size)
{
    private static readonly StatLayout Old = new(112, 12, 16, 40);
    private static readonly StatLayout Present = new(96, 4, 8, 24);
    private static readonly StatLayout Wide = new(104, 4, 8, 32);

    /// <summary>
    /// The layout that a module expects. Nothing in it says so, but in those releases the functions of the calendar took the
    /// time by its address. A module that imports none of them is taken for one of today's.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="is64">Whether its addresses have 64 bits, and with them C's <c>long</c>.</param>
    public static StatLayout Of(WasmModule module, bool is64)
    {
        // Nobody has built programs with 64-bit addresses by those.
        if (is64)
            return Wide;
        foreach (ImportType import in module.Imports)
        {
            if (import is { Module: EmscriptenGuest.EnvironmentName, Name: "_localtime_js" or "_gmtime_js", Type: FunctionType { Signature: var type } }
                && type.Parameters.SequenceEqual([ValType.I32, ValType.I32]))
                return Old;
        }

        return Present;
    }
}
