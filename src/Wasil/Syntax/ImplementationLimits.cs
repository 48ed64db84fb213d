namespace Wasil.Syntax;

/// <summary>
/// How much a module may hold, which the specification leaves to implementations. They keep what a decoded module takes
/// in proportion to its bytes. Most are those of the JavaScript API ("Implementation-defined Limits" there).
/// </summary>
internal static class ImplementationLimits
{
    public const int Types = 1_000_000;
    public const int Imports = 1_000_000;
    public const int Functions = 1_000_000;
    public const int Tables = 100_000;
    public const int Memories = 100;
    public const int Tags = 1_000_000;
    public const int Globals = 1_000_000;
    public const int Exports = 1_000_000;
    public const int ElementSegments = 1_000_000;
    public const int DataSegments = 1_000_000;

    public const int Parameters = 1_000;
    public const int Results = 1_000;
    public const int StructFields = 10_000;

    /// <summary>
    /// Parameters, results and fields of all types together: a module describes one in a byte, and it takes 24 to 40 here.
    /// </summary>
    public const int TypeParts = 10_000_000;

    /// <summary>How many items an element segment has.</summary>
    public const int ElementItems = 10_000_000;

    /// <summary>Locals of a function, its parameters not counted.</summary>
    public const int Locals = 50_000;

    /// <summary>Operands of all instructions of a module that have more than a few dozen: calls, branches, blocks.</summary>
    public const long WideOperands = 200_000_000;

    /// <summary>A function body in bytes.</summary>
    public const int BodyBytes = 64 << 20;

    /// <summary>A name in bytes of UTF-8.</summary>
    public const int NameBytes = 100_000;
}
