namespace Wasil.Syntax;

/// <summary>The index spaces that imports and exports draw from, by their code in the binary format.</summary>
internal enum ExternKind : byte
{
    Func = 0,
    Table = 1,
    Memory = 2,
    Global = 3,
    Tag = 4,
}
