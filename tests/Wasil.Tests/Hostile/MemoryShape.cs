using static Wasil.Tests.Hostile.Opcodes;

namespace Wasil.Tests.Hostile;

/// <summary>
/// A way to access memory of which an optimising compiler may do less than is written: drop the value, use part of it,
/// merge it with its neighbour. A guard page only notices what is really done, so each of these must still trap when
/// its last byte lies outside, and must leave behind what was stored before the trap.
/// </summary>
/// <param name="Width">How many bytes from the address on must be in bounds.</param>
/// <param name="Body">The instructions; local 0 is the address, local 1 an <c>i64</c> and local 2 an <c>i32</c>.</param>
/// <param name="Stored">How many bytes from the address on are set to 0x55 before the last access.</param>
/// <param name="StoreWidth">How many of those one store writes: it writes all of them or traps.</param>
internal sealed record MemoryShape(string Name, int Width, Func<ByteWriter> Body, int Stored = 0, int StoreWidth = 1)
{
    public static readonly IReadOnlyList<MemoryShape> All =
    [
        new("drop i64.load", 8, () => Load(I64Load).Op(Drop)),
        new("drop i32.load", 4, () => Load(I32Load).Op(Drop)),
        new("drop i32.load16_u", 2, () => Load(I32Load16U).Op(Drop)),
        new("drop f64.load", 8, () => Load(F64Load).Op(Drop)),
        new("drop v128.load", 16, () => Vector(V128Load).Op(Drop)),
        new("drop v128.load32_zero", 4, () => Vector(V128Load32Zero).Op(Drop)),
        new("a load into a local that is never read", 8, () => Load(I64Load).Set(1)),
        new("a load into a local that is overwritten", 8, () => Load(I64Load).Set(1).I64(1).Set(1).Get(1).Op(Drop)),
        new("wrap of i64.load", 8, () => Load(I64Load).Op(I32WrapI64).Set(2)
            .I32(0).Get(2).Op(I32Store8, 0, 0)),
        new("i32.load and 255", 4, () => new ByteWriter()
            .I32(0).Get(0).Op(I32Load, 0, 0).I32(255).Op(I32And).Op(I32Store, 0, 0)),
        new("i32.load and 65535", 4, () => new ByteWriter()
            .I32(0).Get(0).Op(I32Load, 0, 0).I32(65_535).Op(I32And).Op(I32Store, 0, 0)),
        new("store8 of i64.load", 8, () => new ByteWriter().I32(0).Get(0).Op(I64Load, 0, 0).Op(I64Store8, 0, 0)),
        new("store16 of i32.load", 4, () => new ByteWriter().I32(0).Get(0).Op(I32Load, 0, 0).Op(I32Store16, 0, 0)),
        new("store32 of i64.load", 8, () => new ByteWriter().I32(0).Get(0).Op(I64Load, 0, 0).Op(I64Store32, 0, 0)),
        new("shift left of i64.load", 8, () => new ByteWriter()
            .I32(0).Get(0).Op(I64Load, 0, 0).I64(56).Op(0x86).Op(I64Store, 0, 0)),
        new("lane 0 of v128.load", 16, () => new ByteWriter()
            .I32(0).Get(0).Op(PrefixFD, V128Load).Unsigned(0).Unsigned(0)
            .Op(PrefixFD, I64x2ExtractLane).Byte(0).Op(I64Store, 0, 0)),
        new("i64.load times zero", 8, () => new ByteWriter()
            .I32(0).Get(0).Op(I64Load, 0, 0).I64(0).Op(I64Mul).Op(I64Store, 0, 0)),
        new("drop i64.load after i32.load8_u", 8, () => new ByteWriter()
            .I32(0).Get(0).Op(I32Load8U, 0, 0).Op(I32Store8, 0, 0).Get(0).Op(I64Load, 0, 0).Op(Drop)),
        new("drop i64.load twice", 8, () => new ByteWriter()
            .Get(0).Op(I64Load, 0, 0).Op(Drop).Get(0).Op(I64Load, 0, 0).Op(Drop)),
        new("drop i32.load8_u behind i32.load8_u", 2, () => new ByteWriter()
            .Get(0).Op(I32Load8U, 0, 0).Op(Drop).Get(0).Op(I32Load8U, 0, 1).Op(Drop)),
        new("eight byte stores side by side", 8, () => Bytes(8), Stored: 7),
        new("two byte stores side by side", 2, () => Bytes(2), Stored: 1),
        new("two word stores side by side", 8, () => new ByteWriter()
            .Get(0).I32(0x55555555).Op(I32Store, 0, 0).Get(0).I32(0x55555555).Op(I32Store, 0, 4), Stored: 4, StoreWidth: 4),
        new("a store overwritten by a store that traps", 8, () => new ByteWriter()
            .Get(0).I32(0x55).Op(I32Store8, 0, 0).Get(0).I64(0).Op(I64Store, 0, 0), Stored: 1),
    ];

    /// <summary>
    /// A module with a memory of one page, exported as <c>memory</c>, and the shape as <c>run (i32 address) -> ()</c>.
    /// The other bytes of the memory it may write are the first eight.
    /// </summary>
    public byte[] Module()
    {
        var module = new ModuleBuilder();
        uint type = module.Type([TypeI32], []);
        uint memory = module.Memory(1);
        uint run = module.Function(type, Body(), (1, TypeI64), (1, TypeI32));
        return module.Export("memory", ModuleBuilder.MemoryKind, memory).Export("run", run).ToArray();
    }

    /// <summary>How many bytes from <paramref name="address"/> on have to be 0x55 after the shape trapped there.</summary>
    public int StoredAt(uint address) =>
        address >= 65_536 ? 0 : Math.Min(Stored, 65_536 - (int)address) / StoreWidth * StoreWidth;

    public override string ToString() => Name;

    private static ByteWriter Load(byte code) => new ByteWriter().Get(0).Op(code, 0, 0);

    private static ByteWriter Vector(byte code) => new ByteWriter().Get(0).Op(PrefixFD, code).Unsigned(0).Unsigned(0);

    private static ByteWriter Bytes(int count)
    {
        var body = new ByteWriter();
        for (uint i = 0; i < count; i++)
            body.Get(0).I32(0x55).Op(I32Store8, 0, i);
        return body;
    }
}
