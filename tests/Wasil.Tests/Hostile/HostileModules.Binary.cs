using static Wasil.Tests.Hostile.Opcodes;

namespace Wasil.Tests.Hostile;

// Bytes that promise four thousand million of something and then end: whoever allocates what a count says before
// reading what it counts gives away gigabytes for a file of forty bytes.
internal static partial class HostileModules
{
    private const ulong Most = uint.MaxValue;

    private static readonly byte[] TypeSection = [1, 0x60, 0, 0];
    private static readonly byte[] FunctionSection = [1, 0];

    /// <summary>
    /// A section that says it holds 4,294,967,295 entries and holds none. <paramref name="section"/> is its number:
    /// 1 types, 2 imports, 3 functions, 4 tables, 5 memories, 6 globals, 7 exports, 9 elements, 10 code, 11 data, 13 tags.
    /// </summary>
    public static byte[] HugeSectionCount(byte section) =>
        ModuleBuilder.Raw((section, new ByteWriter().Unsigned(Most).ToArray()));

    /// <summary>A section that is said to be 4,294,967,295 bytes long.</summary>
    public static byte[] HugeSectionSize() =>
        [.. ModuleBuilder.Raw(), .. new ByteWriter().Byte(1).Unsigned(Most).ToArray(), .. TypeSection];

    /// <summary>A function type of 4,294,967,295 parameters.</summary>
    public static byte[] HugeParameterCount() =>
        ModuleBuilder.Raw((1, new ByteWriter().Byte(1).Byte(0x60).Unsigned(Most).Byte(TypeI32).ToArray()));

    /// <summary>A function type of 4,294,967,295 results.</summary>
    public static byte[] HugeResultCount() =>
        ModuleBuilder.Raw((1, new ByteWriter().Byte(1).Byte(0x60).Byte(0).Unsigned(Most).Byte(TypeI32).ToArray()));

    /// <summary>A recursion group of 4,294,967,295 types.</summary>
    public static byte[] HugeRecursionGroup() =>
        ModuleBuilder.Raw((1, new ByteWriter().Byte(1).Byte(0x4E).Unsigned(Most).ToArray()));

    /// <summary>An import whose module name is 4,294,967,295 bytes long.</summary>
    public static byte[] HugeName() =>
        ModuleBuilder.Raw((2, new ByteWriter().Byte(1).Unsigned(Most).Byte((byte)'a').ToArray()));

    /// <summary>A custom section whose name is longer than the section.</summary>
    public static byte[] HugeCustomName() =>
        ModuleBuilder.Raw((0, new ByteWriter().Unsigned(Most).Byte((byte)'a').ToArray()));

    /// <summary>
    /// A function with <paramref name="locals"/> locals of type <c>i64</c> in one group, 5 bytes in all. <c>() -> ()</c>.
    /// The specification allows up to 4,294,967,295.
    /// </summary>
    public static byte[] HugeLocalCount(uint locals = uint.MaxValue) => Single([], [], new ByteWriter(), (locals, TypeI64));

    /// <summary>A function whose groups of locals each pass, and together exceed 32 bits. <c>() -> ()</c>.</summary>
    public static byte[] HugeLocalSum() =>
        Single([], [], new ByteWriter(), (uint.MaxValue, TypeI64), (uint.MaxValue, TypeI32));

    /// <summary>A function of 4,294,967,295 groups of locals.</summary>
    public static byte[] HugeLocalGroupCount() => WithBody(new ByteWriter().Unsigned(Most).ToArray());

    /// <summary>A function body that is said to be 4,294,967,295 bytes long.</summary>
    public static byte[] HugeBodySize() =>
        ModuleBuilder.Raw((1, TypeSection), (3, FunctionSection),
            (10, new ByteWriter().Byte(1).Unsigned(Most).Byte(0).Op(End).ToArray()));

    /// <summary>A <c>br_table</c> of 4,294,967,295 targets.</summary>
    public static byte[] HugeBranchTable() =>
        WithBody(new ByteWriter().Byte(0).I32(0).Op(BrTable).Unsigned(Most).Op(End).ToArray());

    /// <summary>A <c>select</c> with 4,294,967,295 result types.</summary>
    public static byte[] HugeSelect() =>
        WithBody(new ByteWriter().Byte(0).Op(Unreachable).Op(0x1C).Unsigned(Most).Op(End).ToArray());

    /// <summary>An element segment of 4,294,967,295 functions.</summary>
    public static byte[] HugeElementSegment() =>
        ModuleBuilder.Raw((1, TypeSection), (4, [1, TypeFuncref, 0, 1]),
            (9, new ByteWriter().Byte(1).Byte(0).I32(0).Op(End).Unsigned(Most).ToArray()));

    /// <summary>A data segment of 4,294,967,295 bytes.</summary>
    public static byte[] HugeDataSegment() =>
        ModuleBuilder.Raw((5, [1, 0, 1]), (11, new ByteWriter().Byte(1).Byte(0).I32(0).Op(End).Unsigned(Most).ToArray()));

    /// <summary>A data count of 4,294,967,295, and no data section.</summary>
    public static byte[] HugeDataCount() => ModuleBuilder.Raw((12, new ByteWriter().Unsigned(Most).ToArray()));

    private static byte[] WithBody(byte[] body) =>
        ModuleBuilder.Raw((1, TypeSection), (3, FunctionSection),
            (10, new ByteWriter().Byte(1).Unsigned((ulong)body.Length).Bytes(body).ToArray()));
}
