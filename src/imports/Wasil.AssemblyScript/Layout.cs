namespace Wasil.AssemblyScript;

/// <summary>
/// How AssemblyScript's runtime lays out managed objects: a header of 20 bytes before the address that guests pass around,
/// which ends with the object's runtime id and size. See "Memory layout" in AssemblyScript's documentation.
/// </summary>
internal static class Layout
{
    public const int HeaderBytes = 20;


    /// <summary>How far before an object's address its runtime id is.</summary>
    public const int IdBefore = 8;

    /// <summary>How far before an object's address its size in bytes is.</summary>
    public const int SizeBefore = 4;

    public const int ArrayBufferId = 1;
    public const int StringId = 2;

    /// <summary>What a typed array starts with: its buffer, where in it the data starts, how many bytes.</summary>
    public const int ViewBytes = 12;

    /// <summary>The same for an array, which has a length behind that.</summary>
    public const int ArrayBytes = 16;
}
