using Wasil.Tests.Api;

namespace Wasil.Tests.Hostile;

/// <summary>What guests can do to the heap that they share with their host.</summary>
public class HeapLimitTests
{
    private const string Lists = """
        (type $node (struct (field (ref null $node)) (field i64)))
        (type $bytes (array (mut i8)))
        (type $refs (array (mut anyref)))
        (type $wide (struct (field i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 (ref null $wide))))
        (global $kept (mut anyref) (ref.null any))
        (func (export "keep_structs")
          (loop $again
            (global.set $kept (struct.new $node (ref.cast (ref null $node) (global.get $kept)) (i64.const 1)))
            (br $again)))
        (func (export "keep_wide_structs") (local $w (ref null $wide))
          (loop $again
            (local.set $w (struct.new $wide (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1)
              (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1)
              (i64.const 1) (i64.const 1) (i64.const 1) (i64.const 1) (local.get $w)))
            (br $again)))
        (func (export "keep_numbers") (local $a (ref $refs)) (local $i i32)
          (local.set $a (array.new_default $refs (i32.const 2000000)))
          (loop $again
            (array.set $refs (local.get $a) (local.get $i) (ref.i31 (i32.add (local.get $i) (i32.const 100000))))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br $again)))
        (type $caught (struct (field exnref) (field (ref null $caught))))
        (tag $tag (param i64 i64))
        (func (export "keep_exceptions") (local $kept (ref null $caught))
          (loop $again
            (block $caught (result exnref)
              (try_table (catch_all_ref $caught) (throw $tag (i64.const 1) (i64.const 2)))
              (unreachable))
            (local.set $kept (struct.new $caught (local.get $kept)))
            (br $again)))
        (table $thrown 2000000 exnref)
        (func (export "keep_exceptions_alone") (local $i i32)
          (loop $again
            (table.set $thrown (local.get $i)
              (block $caught (result exnref)
                (try_table (catch_all_ref $caught) (throw $tag (i64.const 1) (i64.const 2)))
                (unreachable)))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br $again)))
        (func (export "keep_arrays") (param $size i32) (local $a (ref $refs)) (local $i i32)
          (local.set $a (array.new_default $refs (i32.const 1000000)))
          (loop $again
            (array.set $refs (local.get $a) (local.get $i) (array.new_default $bytes (local.get $size)))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br $again)))
        (func (export "one") (param $size i32) (result anyref) (array.new_default $bytes (local.get $size)))
        (func (export "drop") (global.set $kept (ref.null any)))
        (func (export "churn") (param $rounds i32) (result i32)
          (local $live (ref $refs)) (local $i i32)
          (local.set $live (array.new_default $refs (i32.const 1000)))
          (loop $again
            (array.set $refs (local.get $live) (i32.rem_u (local.get $i) (i32.const 1000))
              (array.new_default $bytes (i32.const 1000)))
            (drop (struct.new $node (ref.null $node) (i64.const 1)))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br_if $again (i32.lt_u (local.get $i) (local.get $rounds))))
          (local.get $i))
        """;

    private const long Limit = 32 << 20;

    [Theory]
    [InlineData("keep_structs")]
    [InlineData("keep_wide_structs")]
    [InlineData("keep_numbers")]
    [InlineData("keep_exceptions")]
    [InlineData("keep_exceptions_alone")]
    [InlineData("keep_arrays", 100)]
    [InlineData("keep_arrays", 5_000)]
    [InlineData("keep_arrays", 100_000)]
    [InlineData("keep_arrays", 10_000_000)]
    public void A_guest_that_keeps_everything_traps_at_its_limit(string name, int? size = null)
    {
        using WasmInstance instance = Instantiate(Limit);
        WasmFunction keep = instance.GetFunction(name);
        GC.Collect();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        TrapException trap = Assert.Throws<TrapException>(() => keep.Invoke(size is { } bytes ? [bytes] : []));
        long used = GC.GetTotalMemory(forceFullCollection: false) - before;
        Assert.Equal(TrapKind.HeapExhausted, trap.Kind);
        // Other tests allocate as well; what counts is that it is nowhere near what the guest would like to have.
        Assert.True(used < 20 * Limit, $"{used:N0} bytes");
    }

    // What the guest does not keep does not count, however much it is: four times the limit here.
    [Fact]
    public void A_guest_that_drops_what_it_makes_goes_on()
    {
        using WasmInstance instance = Instantiate(8 << 20);
        Assert.Equal(30_000, instance.GetFunction<Func<int, int>>("churn")(30_000));
    }

    [Fact]
    public void After_a_trap_there_is_room_again()
    {
        using WasmInstance instance = Instantiate(Limit);
        for (int i = 0; i < 3; i++)
        {
            Assert.Throws<TrapException>(() => instance.GetFunction<Action>("keep_structs")());
            instance.GetFunction<Action>("drop")();
            Assert.Equal(1_000, instance.GetFunction<Func<int, int>>("churn")(1_000));
        }
    }

    [Theory]
    [InlineData(Limit + 1)]
    [InlineData(int.MaxValue)]
    [InlineData(uint.MaxValue)]
    public void An_array_that_cannot_fit_is_not_tried(long size)
    {
        using WasmInstance instance = Instantiate(Limit);
        TrapException trap = Assert.Throws<TrapException>(() => instance.GetFunction<Func<int, object?>>("one")((int)size));
        Assert.Equal(TrapKind.HeapExhausted, trap.Kind);
    }

    [Fact]
    public void No_limit_makes_an_array_that_NET_does_not_have()
    {
        using WasmInstance instance = Instantiate(long.MaxValue);
        TrapException trap = Assert.Throws<TrapException>(() => instance.GetFunction<Func<int, object?>>("one")(-1));
        Assert.Equal(TrapKind.HeapExhausted, trap.Kind);
    }

    [Fact]
    public void Initializers_count_as_well()
    {
        WasmModule module = WasmEngine.Default.Compile("""
            (type $bytes (array i8))
            (global (ref $bytes) (array.new_default $bytes (i32.const 100000)))
            """);
        var options = new InstanceOptions { Limits = { HeapBytes = 50_000 } };
        Assert.Equal(TrapKind.HeapExhausted, Assert.Throws<TrapException>(() => module.Instantiate(options: options)).Kind);
        module.Instantiate().Dispose();
    }

    private static WasmInstance Instantiate(long heapBytes) =>
        Wat.Instantiate(Lists, options: new InstanceOptions { Limits = { HeapBytes = heapBytes } });
}
