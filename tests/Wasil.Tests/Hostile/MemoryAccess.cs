using static Wasil.Tests.Hostile.Opcodes;

namespace Wasil.Tests.Hostile;

/// <summary>A load or store instruction, and modules that do it at any address.</summary>
/// <param name="Code">The bytes of the instruction before its alignment and offset.</param>
/// <param name="Width">How many bytes it touches.</param>
/// <param name="Type">What it loads or stores: one of the four number types, or <c>v128</c>.</param>
/// <param name="Lane">It works on lane 0 of a vector that it takes from the stack.</param>
internal sealed record MemoryAccess(string Mnemonic, byte[] Code, int Width, byte Type, bool IsStore, bool Lane = false)
{
    /// <summary>Offsets that an effective address can go wrong at: the page, the sign, and 32 bits.</summary>
    public static readonly IReadOnlyList<uint> Offsets =
        [0, 1, 7, 8, 65_520, 65_528, 65_535, 65_536, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF8, 0xFFFF_FFFF];

    public static readonly IReadOnlyList<MemoryAccess> All = [.. Scalars(), .. Vectors()];

    /// <summary>
    /// A module with a memory of one page, exported as <c>memory</c>, and this access at <paramref name="offset"/>.
    /// A load is <c>(i32 address) -> type</c> and a store <c>(i32 address, type) -> ()</c>, where <c>i64</c> stands for
    /// a vector: its lane 0, or both its lanes alike.
    /// </summary>
    public byte[] Module(uint offset)
    {
        byte visible = Type == TypeV128 ? TypeI64 : Type;
        var body = new ByteWriter().Get(0);
        if (IsStore)
            body.Get(1);
        else if (Lane)
            body.I64(-1);
        if (Type == TypeV128 && (IsStore || Lane))
            body.Op(PrefixFD, I64x2Splat);
        body.Bytes(Code).Unsigned(0).Unsigned(offset);
        if (Lane)
            body.Byte(0);
        if (Type == TypeV128 && !IsStore)
            body.Op(PrefixFD, I64x2ExtractLane).Byte(0);

        var module = new ModuleBuilder();
        uint type = IsStore ? module.Type([TypeI32, visible], []) : module.Type([TypeI32], [visible]);
        uint memory = module.Memory(1);
        return module.Export("memory", ModuleBuilder.MemoryKind, memory).Export("run", module.Function(type, body)).ToArray();
    }

    /// <summary>Whether this access at <paramref name="address"/> plus <paramref name="offset"/> stays in one page.</summary>
    public bool InBounds(uint address, uint offset) => (ulong)address + offset + (ulong)Width <= 65_536;

    public override string ToString() => Mnemonic;

    private static IEnumerable<MemoryAccess> Scalars()
    {
        (string Mnemonic, byte Code, int Width, byte Type)[] loads =
        [
            ("i32.load", I32Load, 4, TypeI32), ("i64.load", I64Load, 8, TypeI64),
            ("f32.load", F32Load, 4, TypeF32), ("f64.load", F64Load, 8, TypeF64),
            ("i32.load8_s", I32Load8S, 1, TypeI32), ("i32.load8_u", I32Load8U, 1, TypeI32),
            ("i32.load16_s", I32Load16S, 2, TypeI32), ("i32.load16_u", I32Load16U, 2, TypeI32),
            ("i64.load8_s", I64Load8S, 1, TypeI64), ("i64.load8_u", I64Load8U, 1, TypeI64),
            ("i64.load16_s", I64Load16S, 2, TypeI64), ("i64.load16_u", I64Load16U, 2, TypeI64),
            ("i64.load32_s", I64Load32S, 4, TypeI64), ("i64.load32_u", I64Load32U, 4, TypeI64),
        ];
        (string Mnemonic, byte Code, int Width, byte Type)[] stores =
        [
            ("i32.store", I32Store, 4, TypeI32), ("i64.store", I64Store, 8, TypeI64),
            ("f32.store", F32Store, 4, TypeF32), ("f64.store", F64Store, 8, TypeF64),
            ("i32.store8", I32Store8, 1, TypeI32), ("i32.store16", I32Store16, 2, TypeI32),
            ("i64.store8", I64Store8, 1, TypeI64), ("i64.store16", I64Store16, 2, TypeI64),
            ("i64.store32", I64Store32, 4, TypeI64),
        ];
        return loads.Select(load => new MemoryAccess(load.Mnemonic, [load.Code], load.Width, load.Type, IsStore: false))
            .Concat(stores.Select(store => new MemoryAccess(store.Mnemonic, [store.Code], store.Width, store.Type, IsStore: true)));
    }

    private static IEnumerable<MemoryAccess> Vectors()
    {
        yield return Vector("v128.load", V128Load, 16);
        string[] extending = ["8x8_s", "8x8_u", "16x4_s", "16x4_u", "32x2_s", "32x2_u"];
        for (int i = 0; i < extending.Length; i++)
            yield return Vector($"v128.load{extending[i]}", (byte)(V128Load + 1 + i), 8);
        for (int i = 0; i < 4; i++)
            yield return Vector($"v128.load{8 << i}_splat", (byte)(V128Load + 7 + i), 1 << i);
        yield return Vector("v128.load32_zero", V128Load32Zero, 4);
        yield return Vector("v128.load64_zero", V128Load64Zero, 8);
        yield return Vector("v128.store", V128Store, 16, isStore: true);
        for (int i = 0; i < 4; i++)
        {
            yield return Vector($"v128.load{8 << i}_lane", (byte)(V128Load8Lane + i), 1 << i, lane: true);
            yield return Vector($"v128.store{8 << i}_lane", (byte)(V128Store8Lane + i), 1 << i, isStore: true, lane: true);
        }
    }

    private static MemoryAccess Vector(string mnemonic, byte code, int width, bool isStore = false, bool lane = false) =>
        new(mnemonic, [PrefixFD, code], width, TypeV128, isStore, lane);
}
