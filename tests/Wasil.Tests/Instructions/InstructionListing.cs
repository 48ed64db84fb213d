using System.Globalization;
using Wasil.Instructions;

namespace Wasil.Tests.Instructions;

/// <summary>
/// The instructions once more, taken from the specification's index of instructions and the proposals instead of from
/// instructions.tsv. A line is a run of neighbouring opcodes: the version of the specification they came with or the
/// proposal, the code of the first in hex; their immediates; their type or *; their mnemonics, the part up to the dot once.
/// </summary>
internal static class InstructionListing
{
    public sealed record Entry(string Origin, int Prefix, int Code, string Immediates, string Type, string Mnemonic)
    {
        public Opcode Opcode => (Opcode)(Prefix == 0 ? Code : ((Prefix & 0xF) << 12) + Code);

        public override string ToString() => $"{Mnemonic} ({Prefix:X} {Code:X})";
    }

    public static IReadOnlyList<Entry> Entries { get; } = Read();

    private static List<Entry> Read()
    {
        var entries = new List<Entry>();
        string text = Listing.Replace("\n      ", "", StringComparison.Ordinal);
        foreach (string line in text.Split('\n'))
        {
            string[] fields = line.Split("; ");
            string[] place = fields[0].Split(' ');
            int[] codes = [.. place[1..].Select(word => int.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
            string[] names = fields[3].Split(' ');
            string family = names[0].EndsWith('.') ? names[0] : "";
            int code = codes[^1];
            foreach (string name in family.Length == 0 ? names : names[1..])
                entries.Add(new(place[0], codes.Length == 1 ? 0 : codes[0], code++, fields[1], fields[2], family + name));
        }

        return entries;
    }

    private const string Listing = """
        1 00; -; *; unreachable
        1 01; -; ->; nop
        1 02; blocktype; *; block loop if
        1 05; -; *; else
        3 08; tag; *; throw
        3 0A; -; *; throw_ref
        1 0B; -; *; end
        1 0C; label; *; br br_if
        1 0E; labels; *; br_table
        1 0F; -; *; return
        1 10; func; *; call
        1 11; type table; *; call_indirect
        3 12; func; *; return_call
        3 13; type table; *; return_call_indirect
        3 14; type; *; call_ref return_call_ref
        1 1A; -; *; drop select
        2 1C; types; *; select
        3 1F; blocktype catches; *; try_table
        1 20; local; *; local. get set tee
        1 23; global; *; global. get set
        2 25; table; *; table. get set
        1 28; memarg; addr -> i32; i32. load
        1 29; memarg; addr -> i64; i64. load
        1 2A; memarg; addr -> f32; f32. load
        1 2B; memarg; addr -> f64; f64. load
        1 2C; memarg; addr -> i32; i32. load8_s load8_u load16_s load16_u
        1 30; memarg; addr -> i64; i64. load8_s load8_u load16_s load16_u load32_s load32_u
        1 36; memarg; addr i32 ->; i32. store
        1 37; memarg; addr i64 ->; i64. store
        1 38; memarg; addr f32 ->; f32. store
        1 39; memarg; addr f64 ->; f64. store
        1 3A; memarg; addr i32 ->; i32. store8 store16
        1 3C; memarg; addr i64 ->; i64. store8 store16 store32
        1 3F; memory; -> addr; memory. size
        1 40; memory; addr -> addr; memory. grow
        1 41; i32; -> i32; i32. const
        1 42; i64; -> i64; i64. const
        1 43; f32; -> f32; f32. const
        1 44; f64; -> f64; f64. const
        1 45; -; i32 -> i32; i32. eqz
        1 46; -; i32 i32 -> i32; i32. eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
        1 50; -; i64 -> i32; i64. eqz
        1 51; -; i64 i64 -> i32; i64. eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
        1 5B; -; f32 f32 -> i32; f32. eq ne lt gt le ge
        1 61; -; f64 f64 -> i32; f64. eq ne lt gt le ge
        1 67; -; i32 -> i32; i32. clz ctz popcnt
        1 6A; -; i32 i32 -> i32; i32. add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr
        1 79; -; i64 -> i64; i64. clz ctz popcnt
        1 7C; -; i64 i64 -> i64; i64. add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr
        1 8B; -; f32 -> f32; f32. abs neg ceil floor trunc nearest sqrt
        1 92; -; f32 f32 -> f32; f32. add sub mul div min max copysign
        1 99; -; f64 -> f64; f64. abs neg ceil floor trunc nearest sqrt
        1 A0; -; f64 f64 -> f64; f64. add sub mul div min max copysign
        1 A7; -; i64 -> i32; i32. wrap_i64
        1 A8; -; f32 -> i32; i32. trunc_f32_s trunc_f32_u
        1 AA; -; f64 -> i32; i32. trunc_f64_s trunc_f64_u
        1 AC; -; i32 -> i64; i64. extend_i32_s extend_i32_u
        1 AE; -; f32 -> i64; i64. trunc_f32_s trunc_f32_u
        1 B0; -; f64 -> i64; i64. trunc_f64_s trunc_f64_u
        1 B2; -; i32 -> f32; f32. convert_i32_s convert_i32_u
        1 B4; -; i64 -> f32; f32. convert_i64_s convert_i64_u
        1 B6; -; f64 -> f32; f32. demote_f64
        1 B7; -; i32 -> f64; f64. convert_i32_s convert_i32_u
        1 B9; -; i64 -> f64; f64. convert_i64_s convert_i64_u
        1 BB; -; f32 -> f64; f64. promote_f32
        1 BC; -; f32 -> i32; i32. reinterpret_f32
        1 BD; -; f64 -> i64; i64. reinterpret_f64
        1 BE; -; i32 -> f32; f32. reinterpret_i32
        1 BF; -; i64 -> f64; f64. reinterpret_i64
        2 C0; -; i32 -> i32; i32. extend8_s extend16_s
        2 C2; -; i64 -> i64; i64. extend8_s extend16_s extend32_s
        2 D0; heaptype; *; ref. null
        2 D1; -; *; ref. is_null
        2 D2; func; *; ref. func
        3 D3; -; *; ref. eq as_non_null
        3 D5; label; *; br_on_null br_on_non_null
        3 FB 00; type; *; struct. new new_default
        3 FB 02; type field; *; struct. get get_s get_u set
        3 FB 06; type; *; array. new new_default
        3 FB 08; type length; *; array. new_fixed
        3 FB 09; type data; *; array. new_data
        3 FB 0A; type elem; *; array. new_elem
        3 FB 0B; type; *; array. get get_s get_u set
        3 FB 0F; -; *; array. len
        3 FB 10; type; *; array. fill
        3 FB 11; type type; *; array. copy
        3 FB 12; type data; *; array. init_data
        3 FB 13; type elem; *; array. init_elem
        3 FB 14; heaptype; *; ref. test test cast cast
        3 FB 18; cast; *; br_on_cast br_on_cast_fail
        3 FB 1A; -; *; any. convert_extern
        3 FB 1B; -; *; extern. convert_any
        3 FB 1C; -; *; ref. i31
        3 FB 1D; -; *; i31. get_s get_u
        2 FC 00; -; f32 -> i32; i32. trunc_sat_f32_s trunc_sat_f32_u
        2 FC 02; -; f64 -> i32; i32. trunc_sat_f64_s trunc_sat_f64_u
        2 FC 04; -; f32 -> i64; i64. trunc_sat_f32_s trunc_sat_f32_u
        2 FC 06; -; f64 -> i64; i64. trunc_sat_f64_s trunc_sat_f64_u
        2 FC 08; data memory; addr i32 i32 ->; memory. init
        2 FC 09; data; ->; data. drop
        2 FC 0A; memory memory; *; memory. copy
        2 FC 0B; memory; addr i32 addr ->; memory. fill
        2 FC 0C; elem table; addr i32 i32 ->; table. init
        2 FC 0D; elem; ->; elem. drop
        2 FC 0E; table table; *; table. copy
        2 FC 0F; table; *; table. grow
        2 FC 10; table; -> addr; table. size
        2 FC 11; table; *; table. fill
        2 FD 00; memarg; addr -> v128; v128. load load8x8_s load8x8_u load16x4_s load16x4_u load32x2_s load32x2_u load8_splat
               load16_splat load32_splat load64_splat
        2 FD 0B; memarg; addr v128 ->; v128. store
        2 FD 0C; v128; -> v128; v128. const
        2 FD 0D; lanes; v128 v128 -> v128; i8x16. shuffle
        2 FD 0E; -; v128 v128 -> v128; i8x16. swizzle
        2 FD 0F; -; i32 -> v128; i8x16. splat
        2 FD 10; -; i32 -> v128; i16x8. splat
        2 FD 11; -; i32 -> v128; i32x4. splat
        2 FD 12; -; i64 -> v128; i64x2. splat
        2 FD 13; -; f32 -> v128; f32x4. splat
        2 FD 14; -; f64 -> v128; f64x2. splat
        2 FD 15; lane; v128 -> i32; i8x16. extract_lane_s extract_lane_u
        2 FD 17; lane; v128 i32 -> v128; i8x16. replace_lane
        2 FD 18; lane; v128 -> i32; i16x8. extract_lane_s extract_lane_u
        2 FD 1A; lane; v128 i32 -> v128; i16x8. replace_lane
        2 FD 1B; lane; v128 -> i32; i32x4. extract_lane
        2 FD 1C; lane; v128 i32 -> v128; i32x4. replace_lane
        2 FD 1D; lane; v128 -> i64; i64x2. extract_lane
        2 FD 1E; lane; v128 i64 -> v128; i64x2. replace_lane
        2 FD 1F; lane; v128 -> f32; f32x4. extract_lane
        2 FD 20; lane; v128 f32 -> v128; f32x4. replace_lane
        2 FD 21; lane; v128 -> f64; f64x2. extract_lane
        2 FD 22; lane; v128 f64 -> v128; f64x2. replace_lane
        2 FD 23; -; v128 v128 -> v128; i8x16. eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
        2 FD 2D; -; v128 v128 -> v128; i16x8. eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
        2 FD 37; -; v128 v128 -> v128; i32x4. eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
        2 FD 41; -; v128 v128 -> v128; f32x4. eq ne lt gt le ge
        2 FD 47; -; v128 v128 -> v128; f64x2. eq ne lt gt le ge
        2 FD 4D; -; v128 -> v128; v128. not
        2 FD 4E; -; v128 v128 -> v128; v128. and andnot or xor
        2 FD 52; -; v128 v128 v128 -> v128; v128. bitselect
        2 FD 53; -; v128 -> i32; v128. any_true
        2 FD 54; memarg lane; addr v128 -> v128; v128. load8_lane load16_lane load32_lane load64_lane
        2 FD 58; memarg lane; addr v128 ->; v128. store8_lane store16_lane store32_lane store64_lane
        2 FD 5C; memarg; addr -> v128; v128. load32_zero load64_zero
        2 FD 5E; -; v128 -> v128; f32x4. demote_f64x2_zero
        2 FD 5F; -; v128 -> v128; f64x2. promote_low_f32x4
        2 FD 60; -; v128 -> v128; i8x16. abs neg popcnt
        2 FD 63; -; v128 -> i32; i8x16. all_true bitmask
        2 FD 65; -; v128 v128 -> v128; i8x16. narrow_i16x8_s narrow_i16x8_u
        2 FD 67; -; v128 -> v128; f32x4. ceil floor trunc nearest
        2 FD 6B; -; v128 i32 -> v128; i8x16. shl shr_s shr_u
        2 FD 6E; -; v128 v128 -> v128; i8x16. add add_sat_s add_sat_u sub sub_sat_s sub_sat_u
        2 FD 74; -; v128 -> v128; f64x2. ceil floor
        2 FD 76; -; v128 v128 -> v128; i8x16. min_s min_u max_s max_u
        2 FD 7A; -; v128 -> v128; f64x2. trunc
        2 FD 7B; -; v128 v128 -> v128; i8x16. avgr_u
        2 FD 7C; -; v128 -> v128; i16x8. extadd_pairwise_i8x16_s extadd_pairwise_i8x16_u
        2 FD 7E; -; v128 -> v128; i32x4. extadd_pairwise_i16x8_s extadd_pairwise_i16x8_u
        2 FD 80; -; v128 -> v128; i16x8. abs neg
        2 FD 82; -; v128 v128 -> v128; i16x8. q15mulr_sat_s
        2 FD 83; -; v128 -> i32; i16x8. all_true bitmask
        2 FD 85; -; v128 v128 -> v128; i16x8. narrow_i32x4_s narrow_i32x4_u
        2 FD 87; -; v128 -> v128; i16x8. extend_low_i8x16_s extend_high_i8x16_s extend_low_i8x16_u extend_high_i8x16_u
        2 FD 8B; -; v128 i32 -> v128; i16x8. shl shr_s shr_u
        2 FD 8E; -; v128 v128 -> v128; i16x8. add add_sat_s add_sat_u sub sub_sat_s sub_sat_u
        2 FD 94; -; v128 -> v128; f64x2. nearest
        2 FD 95; -; v128 v128 -> v128; i16x8. mul min_s min_u max_s max_u
        2 FD 9B; -; v128 v128 -> v128; i16x8. avgr_u extmul_low_i8x16_s extmul_high_i8x16_s extmul_low_i8x16_u
               extmul_high_i8x16_u
        2 FD A0; -; v128 -> v128; i32x4. abs neg
        2 FD A3; -; v128 -> i32; i32x4. all_true bitmask
        2 FD A7; -; v128 -> v128; i32x4. extend_low_i16x8_s extend_high_i16x8_s extend_low_i16x8_u extend_high_i16x8_u
        2 FD AB; -; v128 i32 -> v128; i32x4. shl shr_s shr_u
        2 FD AE; -; v128 v128 -> v128; i32x4. add
        2 FD B1; -; v128 v128 -> v128; i32x4. sub
        2 FD B5; -; v128 v128 -> v128; i32x4. mul min_s min_u max_s max_u dot_i16x8_s
        2 FD BC; -; v128 v128 -> v128; i32x4. extmul_low_i16x8_s extmul_high_i16x8_s extmul_low_i16x8_u extmul_high_i16x8_u
        2 FD C0; -; v128 -> v128; i64x2. abs neg
        2 FD C3; -; v128 -> i32; i64x2. all_true bitmask
        2 FD C7; -; v128 -> v128; i64x2. extend_low_i32x4_s extend_high_i32x4_s extend_low_i32x4_u extend_high_i32x4_u
        2 FD CB; -; v128 i32 -> v128; i64x2. shl shr_s shr_u
        2 FD CE; -; v128 v128 -> v128; i64x2. add
        2 FD D1; -; v128 v128 -> v128; i64x2. sub
        2 FD D5; -; v128 v128 -> v128; i64x2. mul eq ne lt_s gt_s le_s ge_s extmul_low_i32x4_s extmul_high_i32x4_s
               extmul_low_i32x4_u extmul_high_i32x4_u
        2 FD E0; -; v128 -> v128; f32x4. abs neg
        2 FD E3; -; v128 -> v128; f32x4. sqrt
        2 FD E4; -; v128 v128 -> v128; f32x4. add sub mul div min max pmin pmax
        2 FD EC; -; v128 -> v128; f64x2. abs neg
        2 FD EF; -; v128 -> v128; f64x2. sqrt
        2 FD F0; -; v128 v128 -> v128; f64x2. add sub mul div min max pmin pmax
        2 FD F8; -; v128 -> v128; i32x4. trunc_sat_f32x4_s trunc_sat_f32x4_u
        2 FD FA; -; v128 -> v128; f32x4. convert_i32x4_s convert_i32x4_u
        2 FD FC; -; v128 -> v128; i32x4. trunc_sat_f64x2_s_zero trunc_sat_f64x2_u_zero
        2 FD FE; -; v128 -> v128; f64x2. convert_low_i32x4_s convert_low_i32x4_u
        3 FD 100; -; v128 v128 -> v128; i8x16. relaxed_swizzle
        3 FD 101; -; v128 -> v128; i32x4. relaxed_trunc_f32x4_s relaxed_trunc_f32x4_u relaxed_trunc_f64x2_s_zero
               relaxed_trunc_f64x2_u_zero
        3 FD 105; -; v128 v128 v128 -> v128; f32x4. relaxed_madd relaxed_nmadd
        3 FD 107; -; v128 v128 v128 -> v128; f64x2. relaxed_madd relaxed_nmadd
        3 FD 109; -; v128 v128 v128 -> v128; i8x16. relaxed_laneselect
        3 FD 10A; -; v128 v128 v128 -> v128; i16x8. relaxed_laneselect
        3 FD 10B; -; v128 v128 v128 -> v128; i32x4. relaxed_laneselect
        3 FD 10C; -; v128 v128 v128 -> v128; i64x2. relaxed_laneselect
        3 FD 10D; -; v128 v128 -> v128; f32x4. relaxed_min relaxed_max
        3 FD 10F; -; v128 v128 -> v128; f64x2. relaxed_min relaxed_max
        3 FD 111; -; v128 v128 -> v128; i16x8. relaxed_q15mulr_s relaxed_dot_i8x16_i7x16_s
        3 FD 113; -; v128 v128 v128 -> v128; i32x4. relaxed_dot_i8x16_i7x16_add_s
        legacy 06; blocktype; *; try
        legacy 07; tag; *; catch
        legacy 09; label; *; rethrow
        legacy 18; label; *; delegate
        legacy 19; -; *; catch_all
        wide FC 13; -; i64 i64 i64 i64 -> i64 i64; i64. add128 sub128
        wide FC 15; -; i64 i64 -> i64 i64; i64. mul_wide_s mul_wide_u
        descriptors FB 20; type; *; struct. new_desc new_default_desc
        descriptors FB 22; type; *; ref. get_desc
        descriptors FB 23; heaptype; *; ref. cast_desc_eq cast_desc_eq
        descriptors FB 25; cast; *; br_on_cast_desc_eq br_on_cast_desc_eq_fail
        threads FE 00; memarg; addr i32 -> i32; memory. atomic.notify
        threads FE 01; memarg; addr i32 i64 -> i32; memory. atomic.wait32
        threads FE 02; memarg; addr i64 i64 -> i32; memory. atomic.wait64
        threads FE 03; zero; ->; atomic. fence
        threads FE 10; memarg; addr -> i32; i32. atomic.load
        threads FE 11; memarg; addr -> i64; i64. atomic.load
        threads FE 12; memarg; addr -> i32; i32. atomic.load8_u atomic.load16_u
        threads FE 14; memarg; addr -> i64; i64. atomic.load8_u atomic.load16_u atomic.load32_u
        threads FE 17; memarg; addr i32 ->; i32. atomic.store
        threads FE 18; memarg; addr i64 ->; i64. atomic.store
        threads FE 19; memarg; addr i32 ->; i32. atomic.store8 atomic.store16
        threads FE 1B; memarg; addr i64 ->; i64. atomic.store8 atomic.store16 atomic.store32
        threads FE 1E; memarg; addr i32 -> i32; i32. atomic.rmw.add
        threads FE 1F; memarg; addr i64 -> i64; i64. atomic.rmw.add
        threads FE 20; memarg; addr i32 -> i32; i32. atomic.rmw8.add_u atomic.rmw16.add_u
        threads FE 22; memarg; addr i64 -> i64; i64. atomic.rmw8.add_u atomic.rmw16.add_u atomic.rmw32.add_u
        threads FE 25; memarg; addr i32 -> i32; i32. atomic.rmw.sub
        threads FE 26; memarg; addr i64 -> i64; i64. atomic.rmw.sub
        threads FE 27; memarg; addr i32 -> i32; i32. atomic.rmw8.sub_u atomic.rmw16.sub_u
        threads FE 29; memarg; addr i64 -> i64; i64. atomic.rmw8.sub_u atomic.rmw16.sub_u atomic.rmw32.sub_u
        threads FE 2C; memarg; addr i32 -> i32; i32. atomic.rmw.and
        threads FE 2D; memarg; addr i64 -> i64; i64. atomic.rmw.and
        threads FE 2E; memarg; addr i32 -> i32; i32. atomic.rmw8.and_u atomic.rmw16.and_u
        threads FE 30; memarg; addr i64 -> i64; i64. atomic.rmw8.and_u atomic.rmw16.and_u atomic.rmw32.and_u
        threads FE 33; memarg; addr i32 -> i32; i32. atomic.rmw.or
        threads FE 34; memarg; addr i64 -> i64; i64. atomic.rmw.or
        threads FE 35; memarg; addr i32 -> i32; i32. atomic.rmw8.or_u atomic.rmw16.or_u
        threads FE 37; memarg; addr i64 -> i64; i64. atomic.rmw8.or_u atomic.rmw16.or_u atomic.rmw32.or_u
        threads FE 3A; memarg; addr i32 -> i32; i32. atomic.rmw.xor
        threads FE 3B; memarg; addr i64 -> i64; i64. atomic.rmw.xor
        threads FE 3C; memarg; addr i32 -> i32; i32. atomic.rmw8.xor_u atomic.rmw16.xor_u
        threads FE 3E; memarg; addr i64 -> i64; i64. atomic.rmw8.xor_u atomic.rmw16.xor_u atomic.rmw32.xor_u
        threads FE 41; memarg; addr i32 -> i32; i32. atomic.rmw.xchg
        threads FE 42; memarg; addr i64 -> i64; i64. atomic.rmw.xchg
        threads FE 43; memarg; addr i32 -> i32; i32. atomic.rmw8.xchg_u atomic.rmw16.xchg_u
        threads FE 45; memarg; addr i64 -> i64; i64. atomic.rmw8.xchg_u atomic.rmw16.xchg_u atomic.rmw32.xchg_u
        threads FE 48; memarg; addr i32 i32 -> i32; i32. atomic.rmw.cmpxchg
        threads FE 49; memarg; addr i64 i64 -> i64; i64. atomic.rmw.cmpxchg
        threads FE 4A; memarg; addr i32 i32 -> i32; i32. atomic.rmw8.cmpxchg_u atomic.rmw16.cmpxchg_u
        threads FE 4C; memarg; addr i64 i64 -> i64; i64. atomic.rmw8.cmpxchg_u atomic.rmw16.cmpxchg_u atomic.rmw32.cmpxchg_u
        """;
}
