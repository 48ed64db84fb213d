using System.Globalization;
using System.Text;

namespace Wasil.Tests.Compilation;

/// <summary>Accesses to structures and arrays where the JIT compiler might think that different things are the same, or the
/// same thing different ones; and types with more fields, and more supertypes, than the common ones.</summary>
public class AggregateTests
{
    [Fact]
    public void A_field_is_one_place_whatever_type_it_is_reached_by()
    {
        using WasmInstance instance = Instantiate("""
            (type $a (sub (struct (field $n (mut i32)) (field $r (mut anyref)))))
            (type $b (sub $a (struct (field $n (mut i32)) (field $r (mut anyref)) (field $m (mut i32)) (field $l (mut i64)))))
            (func (export "f") (param $n i32) (result i64)
              (local $b (ref $b)) (local $a (ref $a)) (local $sum i64)
              (local.set $b (struct.new $b (i32.const 1) (ref.null any) (i32.const 2) (i64.const 3)))
              (local.set $a (local.get $b))
              (struct.set $a $n (local.get $a) (local.get $n))
              (local.set $sum (i64.extend_i32_s (struct.get $b $n (local.get $b))))
              (struct.set $b $n (local.get $b) (i32.const 1000))
              (local.set $sum (i64.add (local.get $sum) (i64.extend_i32_s (struct.get $a $n (local.get $a)))))
              (struct.set $b $m (local.get $b) (i32.const 20000))
              (struct.set $b $l (local.get $b) (i64.const 300000))
              (struct.set $a $r (local.get $a) (ref.i31 (i32.const 4000000)))
              (i64.add
                (i64.add (local.get $sum) (i64.extend_i32_s (struct.get $a $n (local.get $a))))
                (i64.add
                  (i64.add (i64.extend_i32_s (struct.get $b $m (local.get $b))) (struct.get $b $l (local.get $b)))
                  (i64.extend_i32_s (i31.get_s (ref.cast (ref i31) (struct.get $b $r (local.get $b))))))))
            """);
        Assert.Equal(5L + 1000 + 1000 + 20000 + 300000 + 4000000, instance.GetFunction<Func<int, long>>("f")(5));
    }

    [Fact]
    public void Small_fields_keep_out_of_their_neighbours()
    {
        using WasmInstance instance = Instantiate("""
            (type $s (struct (field (mut i8)) (field (mut i8)) (field (mut i16)) (field (mut i32)) (field (mut i8)) (field (mut i16))))
            (func (export "f") (param $n i32) (result i32 i32 i32 i32 i32 i32)
              (local $s (ref $s))
              (local.set $s (struct.new $s (i32.const -1) (i32.const -1) (i32.const -1) (i32.const -1) (i32.const -1) (i32.const -1)))
              (struct.set $s 1 (local.get $s) (local.get $n))
              (struct.set $s 3 (local.get $s) (i32.const 7))
              (struct.set $s 4 (local.get $s) (i32.add (local.get $n) (i32.const 1)))
              (struct.get_s $s 0 (local.get $s)) (struct.get_s $s 1 (local.get $s)) (struct.get_u $s 2 (local.get $s))
              (struct.get $s 3 (local.get $s)) (struct.get_u $s 4 (local.get $s)) (struct.get_s $s 5 (local.get $s)))
            """);
        Assert.Equal((-1, -128, 65535, 7, 129, -1), instance.GetFunction<Func<int, (int, int, int, int, int, int)>>("f")(0x180));
    }

    // Values wait as trees until something changes what they read.
    [Fact]
    public void A_value_that_was_read_before_a_change_is_the_old_one()
    {
        using WasmInstance instance = Instantiate("""
            (type $s (struct (field (mut i32))))
            (type $a (array (mut i32)))
            (func (export "f") (result i32 i32 i32)
              (local $s (ref $s)) (local $a (ref $a)) (local $i i32)
              (local.set $s (struct.new $s (i32.const 1)))
              (local.set $a (array.new $a (i32.const 1) (i32.const 2)))
              (struct.get $s 0 (local.get $s))
              (struct.set $s 0 (local.get $s) (i32.const 2))
              (array.get $a (local.get $a) (local.get $i))
              (array.set $a (local.get $a) (i32.const 0) (i32.const 2))
              (array.get $a (local.get $a) (local.get $i))
              (local.set $i (i32.const 1))
              (array.fill $a (local.get $a) (i32.const 0) (i32.const 3) (i32.const 2)))
            """);
        Assert.Equal((1, 1, 2), instance.GetFunction<Func<(int, int, int)>>("f")());
    }

    // More fields than slots, of every width, and in a subtype more of them.
    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(40)]
    public void Many_fields_keep_their_values(int count)
    {
        string[] types = ["i32", "i64", "f32", "f64", "v128", "i8", "i16", "(ref null i31)"];
        string Fields(int n) => string.Concat(Enumerable.Range(0, n).Select(i => $"(field (mut {types[i % types.Length]}))"));
        string Value(int i) => types[i % types.Length] switch
        {
            "i32" or "i8" or "i16" => $"(i32.const {i})",
            "i64" => $"(i64.const {i})",
            "f32" => $"(f32.const {i})",
            "f64" => $"(f64.const {i})",
            "v128" => $"(v128.const i32x4 {i} {i} {i} {i})",
            _ => $"(ref.i31 (i32.const {i}))",
        };
        string Sum(string type, int n)
        {
            var sum = new StringBuilder("(i32.const 0)");
            for (int i = 0; i < n; i++)
            {
                string get = types[i % types.Length] is "i8" or "i16" ? "struct.get_u" : "struct.get";
                string value = $"({get} ${type} {i} (local.get $s))";
                value = types[i % types.Length] switch
                {
                    "i64" => $"(i32.wrap_i64 {value})",
                    "f32" => $"(i32.trunc_f32_s {value})",
                    "f64" => $"(i32.trunc_f64_s {value})",
                    "v128" => $"(i32x4.extract_lane 3 {value})",
                    "(ref null i31)" => $"(i31.get_s {value})",
                    _ => value,
                };
                sum.Append(CultureInfo.InvariantCulture, $" {value} i32.add");
            }

            return sum.ToString();
        }

        using WasmInstance instance = Instantiate($"""
            (type $t (sub (struct {Fields(count)})))
            (type $u (sub $t (struct {Fields(count + 12)})))
            (func (export "t") (result i32) (local $s (ref $t))
              (local.set $s (struct.new $t {string.Concat(Enumerable.Range(0, count).Select(Value))}))
              {Sum("t", count)})
            (func (export "u") (result i32) (local $s (ref $u))
              (local.set $s (struct.new_default $u))
              {string.Concat(Enumerable.Range(0, count).Select(i => $"(struct.set $t {i} (local.get $s) {Value(i)})"))}
              {string.Concat(Enumerable.Range(count, 12).Select(i => $"(struct.set $u {i} (local.get $s) {Value(i)})"))}
              {Sum("u", count + 12)})
            """);
        Assert.Equal(count * (count - 1) / 2, instance.GetFunction<Func<int>>("t")());
        Assert.Equal((count + 12) * (count + 11) / 2, instance.GetFunction<Func<int>>("u")());
    }

    [Fact]
    public void Casts_hold_at_every_depth()
    {
        const int depth = 64;
        var text = new StringBuilder("(type $0 (sub (struct)))\n");
        for (int i = 1; i < depth; i++)
            text.Append(CultureInfo.InvariantCulture, $"(type ${i} (sub ${i - 1} (struct)))\n");
        text.Append("(type $other (sub $6 (struct (field i32))))\n(type $deep (sub $40 (struct (field i32))))\n(table $made 66 66 anyref)\n");
        string[] names = [.. Enumerable.Range(0, depth).Select(i => $"${i}"), "$other", "$deep"];
        text.Append("(func (export \"make\")\n");
        for (int i = 0; i < names.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"(table.set (i32.const {i}) (struct.new_default {names[i]}))\n");
        text.Append(")\n");
        for (int i = 0; i < names.Length; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"(func (export \"is{i}\") (param i32) (result i32) (ref.test (ref {names[i]}) (table.get (local.get 0))))\n");
        using WasmInstance instance = Instantiate(text.ToString());
        instance.GetFunction<Action>("make")();
        for (int type = 0; type < names.Length; type++)
        {
            var test = instance.GetFunction<Func<int, int>>($"is{type}");
            for (int made = 0; made < names.Length; made++)
                Assert.Equal(type == made || type <= SupertypeDepth(made) ? 1 : 0, test(made));
        }

        static int SupertypeDepth(int made) => made switch { depth => 6, depth + 1 => 40, _ => made };
    }

    [Fact]
    public void A_fresh_object_survives_collections_with_all_that_it_refers_to()
    {
        using WasmInstance instance = Instantiate("""
            (rec
              (type $node (struct (field $n i64) (field $left (ref null $node)) (field $m i32)
                (field $right (ref null $node)) (field $a (ref null $list))))
              (type $list (array (mut (ref null $node)))))
            (func $make (export "make") (param $depth i32) (result (ref $node))
              (if (result (ref $node)) (i32.eqz (local.get $depth))
                (then (struct.new $node (i64.const -1) (ref.null $node) (i32.const -1) (ref.null $node)
                  (array.new $list (ref.null $node) (i32.const 3))))
                (else (struct.new $node (i64.const -1)
                  (call $make (i32.sub (local.get $depth) (i32.const 1))) (i32.const -1)
                  (call $make (i32.sub (local.get $depth) (i32.const 1)))
                  (array.new $list (struct.new_default $node) (i32.const 5))))))
            (func $count (export "count") (param $at (ref null $node)) (result i32)
              (if (result i32) (ref.is_null (local.get $at)) (then (i32.const 0)) (else
                (i32.add (i32.add (i32.const 1) (array.len (struct.get $node $a (local.get $at))))
                  (i32.add (call $count (struct.get $node $left (local.get $at)))
                    (call $count (struct.get $node $right (local.get $at))))))))
            """);
        var make = instance.GetFunction<Func<int, WasmStruct>>("make");
        var count = instance.GetFunction<Func<WasmStruct, int>>("count");
        using var stop = new CancellationTokenSource();
        var collecting = new Thread(() =>
        {
            while (!stop.Token.WaitHandle.WaitOne(1))
                GC.Collect(0);
        });
        collecting.Start();
        try
        {
            for (int i = 0; i < 5; i++)
                Assert.Equal((4095 * 6) + (4096 * 4), count(make(12)));
        }
        finally
        {
            stop.Cancel();
            collecting.Join();
        }
    }

    private static WasmInstance Instantiate(string text) => WasmEngine.Default.Compile(text).Instantiate();
}
