using System.Text;

namespace Wasil.Tests.Api;

public class WasmMemoryTests
{
    private const int Page = 65536;

    private static WasmMemory Make(ulong pages = 1, ulong? maximum = null) => new(new MemoryType(new Limits(pages, maximum)));

    [Fact]
    public void A_memory_of_the_host_is_given_back_when_host_and_instances_have_let_go()
    {
        var alone = new WasmMemory(new MemoryType(new Limits(1)));
        alone.Dispose();
        alone.Dispose();
        Assert.Throws<ObjectDisposedException>(() => alone.Read<int>(0));
        var memory = new WasmMemory(new MemoryType(new Limits(1)));
        WasmInstance instance = Wat.Instantiate("""(import "a" "m" (memory 1)) (memory (export "own") 1)""", new WasmImports().Define("a", "m", memory));
        memory.Dispose();
        Assert.Equal(0, memory.Read<int>(0));
        instance.GetMemory("own").Dispose();
        Assert.Equal(0, instance.GetMemory("own").Read<int>(0));
        instance.Dispose();
        Assert.Throws<ObjectDisposedException>(() => memory.Read<int>(0));
        Assert.Throws<ObjectDisposedException>(() => Wat.Instantiate("""(import "a" "m" (memory 0))""", new WasmImports().Define("a", "m", memory)));
    }

    [Fact]
    public void Slices_reach_up_to_the_end()
    {
        WasmMemory memory = Make();
        Assert.Equal(Page, memory.Slice(0, Page).Length);
        Assert.Equal(0, memory.Slice(Page, 0).Length);
        Assert.Equal(1, memory.Slice(Page - 1, 1).Length);
        memory.Slice(10, 2)[1] = 7;
        Assert.Equal(7, memory.Slice(11L, 1)[0]);
        Assert.Equal(7, memory.Slice(11UL, 1)[0]);
        GC.KeepAlive(memory);
    }

    [Theory]
    [InlineData(0, Page + 1)]
    [InlineData(1, Page)]
    [InlineData(Page, 1)]
    [InlineData(Page + 1, 0)]
    [InlineData(-1, 0)]
    [InlineData(-1, 1)]
    [InlineData(-1, 2)]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(0, -1)]
    [InlineData(Page, -1)]
    [InlineData(0, int.MinValue)]
    public void A_range_outside_is_the_guests_fault(int start, int length)
    {
        WasmMemory memory = Make();
        var trap = Assert.Throws<TrapException>(() => memory.Slice(start, length));
        Assert.Equal(TrapKind.MemoryOutOfBounds, trap.Kind);
        Assert.Null(trap.Offset);
        Assert.Throws<TrapException>(() => memory.Slice((uint)start, length));
        Assert.Throws<TrapException>(() => memory.Slice((long)start, length));
        Assert.Throws<TrapException>(() => memory.Slice((ulong)start, length));
        Assert.False(memory.TrySlice(start, length, out Span<byte> slice));
        Assert.True(slice.IsEmpty);
        Assert.False(memory.TrySlice((long)start, length, out _));
        Assert.Throws<TrapException>(() => memory.ReadString(start, length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Addresses_in_memory_are_as_wide_as_the_memorys(bool is64)
    {
        var memory = new WasmMemory(new MemoryType(new Limits(1, 1), is64: is64));
        int size = is64 ? 8 : 4;
        Assert.Equal(size, memory.AddressBytes);
        memory.Write(16, -1L);
        memory.WriteAddress(16, 0x1234_5678_9abc);
        Assert.Equal(is64 ? 0x1234_5678_9abcu : 0x5678_9abcu, memory.ReadAddress(16));
        Assert.Equal(is64 ? 0x1234_5678_9abc : unchecked((long)0xffff_ffff_5678_9abc), memory.Read<long>(16));
        Assert.True(memory.TryReadAddress(16, out ulong value));
        Assert.Equal(memory.ReadAddress(16L), value);
        memory.WriteAddress(Page - size, ulong.MaxValue);
        memory.WriteAddress((long)Page - size, is64 ? ulong.MaxValue : uint.MaxValue);
        Assert.Equal(is64 ? ulong.MaxValue : uint.MaxValue, memory.ReadAddress((ulong)(Page - size)));
        foreach (int outside in (int[])[Page - size + 1, Page, -size, -1])
        {
            Assert.Equal(TrapKind.MemoryOutOfBounds, Assert.Throws<TrapException>(() => memory.ReadAddress(outside)).Kind);
            Assert.Throws<TrapException>(() => memory.ReadAddress((long)outside));
            Assert.Throws<TrapException>(() => memory.WriteAddress(outside, 0));
            Assert.False(memory.TryReadAddress((ulong)outside, out value));
            Assert.False(memory.TryReadAddress((long)outside, out value));
            Assert.False(memory.TryReadAddress(outside, out value));
            Assert.Equal(0u, value);
        }

        Assert.Equal(0xff, memory.Read<byte>(Page - size));
        memory.Dispose();
        Assert.Throws<ObjectDisposedException>(() => memory.TryReadAddress(0, out _));
    }

    [Fact]
    public void Ranges_of_any_length_can_be_asked_for()
    {
        WasmMemory memory = Make();
        Assert.True(memory.Contains(0, Page));
        Assert.True(memory.Contains(Page, 0));
        Assert.True(memory.Contains(1, Page - 1));
        Assert.False(memory.Contains(1, Page));
        Assert.False(memory.Contains(Page + 1, 0));
        Assert.False(memory.Contains(ulong.MaxValue, 1));
        Assert.False(memory.Contains(1, ulong.MaxValue));
        Assert.False(memory.Contains(ulong.MaxValue, ulong.MaxValue));
        Assert.False(memory.Contains(-1, 1));
        Assert.False(memory.Contains(1, -1));
        Assert.False(memory.Contains(-1, -1));
        Assert.False(memory.Contains(-1L, 1L));
        Assert.False(memory.Contains(1L, -1L));
        Assert.True(memory.Contains((long)Page, 0L));
        WasmMemory large = Make(40_000);
        Assert.True(large.Contains(0, 40_000UL * Page));
        Assert.True(large.Contains(1UL << 30, 1UL << 30));
        Assert.False(large.Contains(1, 40_000UL * Page));
        Assert.Equal(int.MaxValue, large.Slice(473_956_353, int.MaxValue).Length);
        Assert.Equal(10, large.Slice(unchecked((int)2_600_000_000), 10).Length);
        GC.KeepAlive(large);
    }

    [Fact]
    public void Numbers_are_little_endian_and_checked()
    {
        WasmMemory memory = Make();
        memory.Write(Page - 4, 0x01020304);
        Assert.Equal([4, 3, 2, 1], memory.Slice(Page - 4, 4).ToArray());
        Assert.Equal(0x0102, memory.Read<short>(Page - 2));
        Assert.Equal(0x01020304, memory.Read<int>(Page - 4L));
        Assert.Equal(0x01020304u, memory.Read<uint>(Page - 4UL));
        Assert.Throws<TrapException>(() => memory.Write(Page - 3, -1));
        Assert.Equal([4, 3, 2, 1], memory.Slice(Page - 4, 4).ToArray());
        Assert.Throws<TrapException>(() => memory.Write(-1, (byte)1));
        Assert.Throws<TrapException>(() => memory.Write(-1L, (byte)1));
        Assert.Throws<TrapException>(() => memory.Write(ulong.MaxValue, (byte)1));
        Assert.Throws<TrapException>(() => memory.Read<long>(Page - 7));
        Assert.Throws<TrapException>(() => memory.Read<Guid>(Page - 15));
        Assert.Equal(default, memory.Read<Guid>(0));
        memory.Write(8L, (Half)1);
        Assert.Equal((Half)1, memory.Read<Half>(8));
        GC.KeepAlive(memory);
    }

    [Fact]
    public void Strings_are_utf8()
    {
        WasmMemory memory = Make();
        Assert.Equal(6, memory.WriteString(0, "añ€"));
        Assert.Equal("añ€", memory.ReadString(0, 6));
        Assert.Equal("añ€", memory.ReadString(0L, 6));
        Assert.Equal("añ€", memory.ReadCString(0));
        Assert.Equal("", memory.ReadCString(6L));
        Assert.Equal("", memory.ReadString(Page, 0));
        Assert.Equal("a\uFFFD", memory.ReadString(0, 2));
        Assert.Equal(3, memory.WriteString(0UL, "\uD800"));
        Assert.Equal("\uFFFD", memory.ReadString(0UL, 3));
        Assert.Equal(0, memory.WriteString(Page, ""));
        Assert.Throws<TrapException>(() => memory.WriteString(Page - 2, "€"));
        Assert.Equal(0, memory.Read<short>(Page - 2));
        Assert.Throws<TrapException>(() => memory.WriteString(Page + 1, ""));
        Assert.Throws<ArgumentNullException>(() => memory.WriteString(0, null!));
        Assert.Equal(3, memory.WriteString(Page - 3L, "end"));
        Assert.Throws<TrapException>(() => memory.ReadCString(Page - 3));
        Assert.Throws<TrapException>(() => memory.ReadCString(Page));
        Assert.Throws<TrapException>(() => memory.ReadCString(-1));
        memory.Write(Page - 1, (byte)0);
        Assert.Equal("en", memory.ReadCString(Page - 3UL));
    }

    [Fact]
    public void Growing_keeps_slices_and_stops_at_the_limits()
    {
        WasmMemory memory = Make(1, 3);
        Span<byte> before = memory.Slice(0, Page);
        Assert.Equal(1, memory.Grow(1));
        Assert.Equal((2, 2 * Page), (memory.Pages, memory.Length));
        Assert.Equal("memory 2 3", memory.Type.ToString());
        before[5] = 9;
        Assert.Equal(9, memory.Read<byte>(5));
        Assert.Equal(0, memory.Read<byte>(Page));
        Assert.Equal(2, memory.Grow(0));
        Assert.Equal(-1, memory.Grow(2));
        Assert.Equal(-1, memory.Grow(long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.Grow(-1));
        Assert.Equal(2, memory.Pages);
        Assert.Equal(-1, new WasmMemory(new MemoryType(new Limits(1)), new InstanceLimits { MemoryPages = 1 }).Grow(1));
        GC.KeepAlive(memory);
    }

    [Fact]
    public void After_the_end_nothing_is_there()
    {
        WasmInstance instance = Wat.Instantiate("""(memory (export "memory") 1 9)""");
        WasmMemory memory = instance.Memory;
        instance.Dispose();
        Assert.Throws<ObjectDisposedException>(() => memory.Slice(0, 1));
        Assert.Throws<ObjectDisposedException>(() => memory.TrySlice(0, 0, out _));
        Assert.Throws<ObjectDisposedException>(() => memory.Contains(0, 0));
        Assert.Throws<ObjectDisposedException>(() => memory.Grow(1));
        Assert.Throws<ObjectDisposedException>(() => memory.Grow(0));
        Assert.Throws<ObjectDisposedException>(() => memory.Read<int>(0));
        Assert.Throws<ObjectDisposedException>(() => memory.Write(0, 1));
        Assert.Throws<ObjectDisposedException>(() => memory.ReadCString(0));
        Assert.Throws<ObjectDisposedException>(() => memory.WriteString(0, ""));
        Assert.Equal(0, memory.Length);
        Assert.Throws<ObjectDisposedException>(() => Wat.Instantiate(
            """(import "env" "memory" (memory 0))""", new WasmImports().Define("env", "memory", memory)));
    }

    [Fact]
    public void An_imported_memory_outlives_its_owner()
    {
        WasmInstance owner = Wat.Instantiate("""(memory (export "memory") 1) (data (i32.const 3) "x")""");
        WasmInstance user = Wat.Instantiate("""
            (import "env" "memory" (memory 1))
            (func (export "load") (result i32) (i32.load8_u (i32.const 3)))
            """, new WasmImports().Define("env", owner));
        WasmMemory memory = owner.Memory;
        owner.Dispose();
        owner.Dispose();
        Assert.Equal('x', user.GetFunction<Func<int>>("load")());
        Assert.Equal("x", memory.ReadString(3, 1));
        user.Dispose();
        Assert.Throws<ObjectDisposedException>(() => memory.ReadString(3, 1));
    }

    [Fact]
    public void A_memory_of_the_host_is_shared_by_instances()
    {
        WasmMemory memory = Make();
        WasmImports imports = new WasmImports().Define("env", "memory", memory);
        const string text = """
            (import "env" "memory" (memory 1))
            (export "memory" (memory 0))
            (func (export "store") (param i32) (i32.store (i32.const 0) (local.get 0)))
            """;
        using (WasmInstance one = Wat.Instantiate(text, imports))
        {
            one.GetFunction<Action<int>>("store")(42);
            Assert.Same(memory, one.Memory);
        }

        using WasmInstance other = Wat.Instantiate(text, imports);
        Assert.Equal(42, other.Memory.Read<int>(0));
        Assert.Equal(42, memory.Read<int>(0));
    }

    [Fact]
    public void Types_that_no_module_could_have_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new WasmMemory(new MemoryType(new Limits(2, 1))));
        Assert.Throws<ArgumentException>(() => new WasmMemory(new MemoryType(new Limits(65537))));
        Assert.Throws<ArgumentException>(() => new WasmMemory(new MemoryType(new Limits(1), pageSizeLog2: 70)));
        Assert.Throws<ArgumentException>(() => new WasmMemory(new MemoryType(new Limits(1), pageSizeLog2: 12)));
        Assert.Throws<ArgumentException>(() => new WasmMemory(new MemoryType(new Limits(1), isShared: true)));
        Assert.Throws<ArgumentNullException>(() => new WasmMemory(null!));
        Assert.Throws<ResourceLimitException>(() => new WasmMemory(new MemoryType(new Limits(2)), new InstanceLimits { MemoryPages = 1 }));
        Assert.Equal(5, new WasmMemory(new MemoryType(new Limits(5), pageSizeLog2: 0)).Length);
    }

    [Fact]
    public void A_missing_memory_is_told_with_what_there_is()
    {
        using WasmInstance instance = Wat.Instantiate("""(func (export "add"))""");
        Assert.Contains("add", Assert.Throws<InvalidOperationException>(() => instance.Memory).Message, StringComparison.Ordinal);
        using WasmInstance other = Wat.Instantiate("""(memory (export "heap") 2)""");
        Assert.Equal(2, other.Memory.Pages);
    }

    [Fact]
    public void Text_of_a_guest_is_read_by_a_host_function()
    {
        var log = new StringBuilder();
        using WasmInstance guest = Wat.Instantiate("""
            (import "env" "log" (func $log (param i32 i32)))
            (memory 1)
            (data (i32.const 8) "hello")
            (func (export "good") (call $log (i32.const 8) (i32.const 5)))
            (func (export "bad") (call $log (i32.const -8) (i32.const 16)))
            """, Wat.Env("log", (Caller caller, int start, int length) => { log.Append(caller.Memory.ReadString(start, length)); }));
        guest.GetFunction<Action>("good")();
        Assert.Equal("hello", log.ToString());
        var trap = Assert.Throws<TrapException>(() => guest.GetFunction<Action>("bad")());
        Assert.Equal(2, Assert.Single(trap.WasmStack).FunctionIndex);
    }
}
