namespace Wasil.Tests.Api;

/// <summary>Memories with 64-bit addresses behind 4 GiB, where 32 bits of an address are not enough.</summary>
public class LargeMemoryTests
{
    private const ulong FourGiB = 1UL << 32;

    private const string Guest = """
        (memory (export "memory") i64 65537)
        (memory $other i64 1)
        (data $bytes "\01\02\03\04\05\06\07\08")
        (func (export "store") (param i64 i64) (i64.store (local.get 0) (local.get 1)))
        (func (export "load") (param i64) (result i64) (i64.load (local.get 0)))
        (func (export "load8") (param i64) (result i32) (i32.load8_u offset=0x100000000 (local.get 0)))
        (func (export "fill") (param i64 i32 i64) (memory.fill (local.get 0) (local.get 1) (local.get 2)))
        (func (export "copy") (param i64 i64 i64) (memory.copy (local.get 0) (local.get 1) (local.get 2)))
        (func (export "to_other") (param i64 i64 i64) (memory.copy $other 0 (local.get 0) (local.get 1) (local.get 2)))
        (func (export "other") (param i64) (result i64) (i64.load $other (local.get 0)))
        (func (export "init") (param i64) (memory.init $bytes (local.get 0) (i32.const 0) (i32.const 8)))
        (func (export "size") (result i64) (memory.size))
        (func (export "grow") (param i64) (result i64) (memory.grow (local.get 0)))
        """;

    [Theory]
    [InlineData(WasmEngineMode.Compiled)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void Everything_works_behind_4_GiB(WasmEngineMode mode)
    {
        using WasmInstance guest = new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(Guest).Instantiate();
        var store = guest.GetFunction<Action<long, long>>("store");
        var load = guest.GetFunction<Func<long, long>>("load");
        long end = (long)FourGiB + 65_536;

        // Would hit the same place if an address lost its upper half.
        store(16, 1);
        store((long)FourGiB + 16, 2);
        store(end - 8, 3);
        Assert.Equal((1, 2, 3), (load(16), load((long)FourGiB + 16), load(end - 8)));
        Assert.Equal(2, guest.GetFunction<Func<long, int>>("load8")(16));
        Assert.Throws<TrapException>(() => load(end - 7));
        Assert.Throws<TrapException>(() => load(-8));
        Assert.Throws<TrapException>(() => guest.GetFunction<Func<long, int>>("load8")(-1));

        guest.GetFunction<Action<long, int, long>>("fill")((long)FourGiB - 4, 0x11, 8);
        Assert.Equal(0x1111_1111, load((long)FourGiB) & 0xffff_ffff);
        Assert.Equal(0, load(0));
        guest.GetFunction<Action<long, long, long>>("copy")(32, (long)FourGiB + 16, 8);
        Assert.Equal(2, load(32));
        guest.GetFunction<Action<long, long, long>>("copy")(end - 16, 16, 8);
        Assert.Equal(1, load(end - 16));
        Assert.Throws<TrapException>(() => guest.GetFunction<Action<long, long, long>>("copy")(end - 16, 16, 17));
        Assert.Throws<TrapException>(() => guest.GetFunction<Action<long, long, long>>("copy")(0, 0, (long)FourGiB * 2));
        guest.GetFunction<Action<long, long, long>>("to_other")(8, (long)FourGiB + 16, 8);
        Assert.Equal(2, guest.GetFunction<Func<long, long>>("other")(8));
        guest.GetFunction<Action<long>>("init")((long)FourGiB + 24);
        Assert.Equal(0x0807060504030201, load((long)FourGiB + 24));

        Assert.Equal(65_537, guest.GetFunction<Func<long>>("size")());
        Assert.Equal(65_537, guest.GetFunction<Func<long, long>>("grow")(65_536));
        store(2 * (long)FourGiB, 4);
        Assert.Equal((4, 1), (load(2 * (long)FourGiB), load(16)));
        Assert.Equal(-1, guest.GetFunction<Func<long, long>>("grow")(1L << 48));

        // The host reaches it as well.
        WasmMemory memory = guest.GetMemory("memory");
        Assert.Equal(4, memory.Slice(2 * FourGiB, 8)[0]);
        Assert.Throws<TrapException>(() => memory.Slice(3 * FourGiB, 8));
    }
}
