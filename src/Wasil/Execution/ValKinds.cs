namespace Wasil.Execution;

/// <summary>The kinds of types.</summary>
internal static class ValKinds
{
    /// <summary>
    /// The kind of a value type's code in the binary format, read as a signed number. The number types have one each, all others
    /// are references.
    /// </summary>
    public static ValKind Of(long code) => (code & 0x7f) switch
    {
        0x7f => ValKind.I32,
        0x7e => ValKind.I64,
        0x7d => ValKind.F32,
        0x7c => ValKind.F64,
        0x7b => ValKind.V128,
        _ => ValKind.Ref,
    };

    public static ValKind[] Of(ReadOnlySpan<ValType> types)
    {
        var kinds = new ValKind[types.Length];
        for (int i = 0; i < kinds.Length; i++)
            kinds[i] = types[i].Kind;
        return kinds;
    }
}
