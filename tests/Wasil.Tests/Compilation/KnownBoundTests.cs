namespace Wasil.Tests.Compilation;

/// <summary>Addresses of which the compiler knows how large they can be: it drops checks that cannot fail, and no others.</summary>
public class KnownBoundTests
{
    private const uint PageBytes = 65_536;

    private static readonly WasmEngine Explicit = new(new WasmEngineOptions { GuardPages = false });

    // The address as text, computed from $x and $y; what it is; and the largest that it can be.
    private static readonly (string Text, Func<uint, uint, uint> Address, uint Largest)[] Addresses =
    [
        ("(i32.and (local.get $x) (i32.const 0xff00))", (x, _) => x & 0xff00, 0xff00),
        ("(i32.add (i32.and (local.get $x) (i32.const 63)) (i32.const 0x400))", (x, _) => (x & 63) + 0x400, 0x43f),
        ("(i32.add (i32.and (local.get $x) (i32.const 63)) (i32.const -32))", (x, _) => (x & 63) - 32, uint.MaxValue),
        ("(i32.shr_u (local.get $x) (i32.const 17))", (x, _) => x >> 17, 0x7fff),
        ("(i32.shr_u (local.get $x) (i32.const 32))", (x, _) => x, uint.MaxValue),
        ("(i32.shl (i32.and (local.get $x) (i32.const 0xfff)) (i32.const 4))", (x, _) => (x & 0xfff) << 4, 0xfff0),
        ("(i32.shl (i32.and (local.get $x) (i32.const 0xfff)) (i32.const 24))", (x, _) => (x & 0xfff) << 24, uint.MaxValue),
        ("(i32.mul (i32.and (local.get $x) (i32.const 255)) (i32.const 257))", (x, _) => (x & 255) * 257, 65_535),
        ("(i32.mul (i32.and (local.get $x) (i32.const 0xffffff)) (i32.const 257))", (x, _) => (x & 0xffffff) * 257, uint.MaxValue),
        ("(i32.or (i32.and (local.get $x) (i32.const 0x1234)) (i32.and (local.get $y) (i32.const 0x4321)))",
            (x, y) => (x & 0x1234) | (y & 0x4321), 0x7fff),
        ("(i32.xor (i32.and (local.get $x) (i32.const 0x8000)) (i32.const 0x7fff))", (x, _) => (x & 0x8000) ^ 0x7fff, 0xffff),
        ("(i32.rem_u (local.get $x) (i32.const 1000))", (x, _) => x % 1000, 999),
        ("(i32.div_u (local.get $x) (i32.const 65537))", (x, _) => x / 65537, 65_535),
        ("(i32.wrap_i64 (i64.shr_u (i64.extend_i32_u (local.get $x)) (i64.const 20)))", (x, _) => x >> 20, 0xfff),
        ("(i32.wrap_i64 (i64.extend_i32_s (local.get $x)))", (x, _) => x, uint.MaxValue),
        ("(i32.sub (i32.and (local.get $x) (i32.const 15)) (i32.const 1))", (x, _) => (x & 15) - 1, uint.MaxValue),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Checks_that_can_fail_stay(bool guardPages)
    {
        WasmEngine engine = guardPages ? WasmEngine.Default : Explicit;
        foreach ((string text, Func<uint, uint, uint> address, uint largest) in Addresses)
        {
            foreach (uint offset in Offsets(largest))
            {
                using WasmInstance instance = engine.Compile($"""
                    (module (memory 1) (func (export "load") (param $x i32) (param $y i32) (result i32)
                      (i32.load8_u offset={offset} {text})))
                    """).Instantiate();
                var load = instance.GetFunction<Func<uint, uint, int>>("load");
                foreach (uint x in (ReadOnlySpan<uint>)[0, 1, 63, 0xff00, 0x1234, 65_535, 65_536, 0x7fff_ffff, 0x8000_0000, uint.MaxValue])
                {
                    foreach (uint y in (ReadOnlySpan<uint>)[0, uint.MaxValue])
                    {
                        if ((ulong)address(x, y) + offset < PageBytes)
                            Assert.Equal(0, load(x, y));
                        else
                            Assert.Equal(TrapKind.MemoryOutOfBounds, Assert.Throws<TrapException>(() => { load(x, y); }).Kind);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_known_of_a_local_holds_for_sums_and_copies(bool guardPages)
    {
        WasmEngine engine = guardPages ? WasmEngine.Default : Explicit;
        uint[] starts = [0, 1, 7, 65_471, 65_472, 65_473, 65_527, 65_528, 65_529, 65_535, 65_536, 0x7fff_fff8, 0xffff_ffc0, 0xffff_fff8, uint.MaxValue];
        foreach (int addend in (int[])[1, 8, 55, 56, 57, 60, 63, 64, 65, -1, -8, int.MaxValue])
        {
            using WasmInstance instance = engine.Compile($"""
                (module (memory 1) (data (i32.const 0) "\01")
                  (func (export "sum") (param $x i32) (result i64)
                    (i64.add (i64.load offset=56 (local.get $x)) (i64.load (i32.add (local.get $x) (i32.const {addend})))))
                  (func (export "store") (param $x i32) (result i64)
                    (drop (i64.load offset=56 (local.get $x)))
                    (i64.store (i32.add (local.get $x) (i32.const {addend})) (i64.const 0))
                    (i64.const 0))
                  (func (export "wide") (param $x i32) (result i64)
                    (drop (i64.load offset=56 (local.get $x)))
                    (i64.load (i32.wrap_i64 (i64.add (i64.extend_i32_u (local.get $x)) (i64.const {addend})))))
                  (func (export "wider") (param $x i32) (result i64) (local $y i32)
                    (drop (i64.load offset=56 (local.get $x)))
                    (local.set $y (i32.wrap_i64 (i64.add (i64.extend_i32_s (local.get $x)) (i64.const {addend + (7L << 32)}))))
                    (i64.load (local.get $y)))
                  (func (export "moved") (param $x i32) (result i64) (local $y i32)
                    (drop (i64.load offset=56 (local.get $x)))
                    (local.set $y (i32.add (local.get $x) (i32.const {addend})))
                    (i64.load (local.get $y)))
                  (func (export "again") (param $x i32) (result i64)
                    (drop (i64.load offset=56 (local.get $x)))
                    (local.set $x (i32.add (local.get $x) (i32.const {addend})))
                    (i64.load (local.get $x)))
                  (func (export "copied") (param $x i32) (result i64) (local $y i32)
                    (drop (i64.load offset=56 (local.get $x)))
                    (local.set $y (local.get $x))
                    (local.set $x (i32.const -64))
                    (i64.add (i64.load (i32.add (local.get $y) (i32.const {addend}))) (i64.load (i32.add (local.get $x) (i32.const 64)))))
                  (func (export "joined") (param $x i32) (result i64)
                    (if (i32.lt_u (local.get $x) (i32.const 100))
                      (then (drop (i64.load offset=56 (local.get $x)))))
                    (i64.load (i32.add (local.get $x) (i32.const {addend})))))
                """).Instantiate();
            foreach (string name in (string[])["sum", "store", "wide", "wider", "moved", "again", "copied", "joined"])
            {
                var run = instance.GetFunction<Func<uint, long>>(name);
                foreach (uint x in starts)
                {
                    bool isWithin = ((ulong)x + 64 <= PageBytes || name == "joined") && (ulong)unchecked(x + (uint)addend) + 8 <= PageBytes;
                    Exception? trap = Record.Exception(() => { run(x); });
                    Assert.True(
                        isWithin ? trap is null : trap is TrapException { Kind: TrapKind.MemoryOutOfBounds }, $"{name} {addend} {x}: {trap}");
                }
            }
        }
    }

    [Fact]
    public void A_memory_that_is_larger_than_its_type_says_is_not_taken_to_be()
    {
        foreach (WasmEngine engine in (WasmEngine[])[WasmEngine.Default, Explicit])
        {
            using WasmInstance owner = engine.Compile("(module (memory (export \"memory\") 2 4))").Instantiate();
            using WasmInstance user = engine.Compile("""
                (module (import "env" "memory" (memory 1 8)) (import "env" "memory" (memory 1 8))
                  (func (export "load") (param i32) (result i32) (i32.load8_u (local.get 0)))
                  (func (export "grow") (param i32) (result i32)
                    (drop (i32.load8_u (local.get 0)))
                    (drop (memory.grow 1 (i32.const 1)))
                    (i32.load8_u offset=65536 (local.get 0))))
                """).Instantiate(new WasmImports().Define("env", owner));
            Assert.Equal(0, user.GetFunction<Func<uint, int>>("load")(2 * PageBytes - 1));
            Assert.Throws<TrapException>(() => { user.GetFunction<Func<uint, int>>("load")(2 * PageBytes); });
            Assert.Equal(0, user.GetFunction<Func<uint, int>>("grow")(2 * PageBytes - 1));
        }
    }

    private static IEnumerable<uint> Offsets(uint largest)
    {
        yield return 0;
        if (largest >= PageBytes)
            yield break;
        yield return PageBytes - 1 - largest;
        yield return PageBytes - largest;
    }
}
