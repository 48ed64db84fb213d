using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Wasil.Tests.Api;

/// <summary>What the host sees of the guest's heap.</summary>
public class WasmObjectTests
{
    private const string Points = """
        (type $point (sub (struct (field $x (mut i32)) (field $y i32))))
        (type $named (sub final $point (struct (field $x (mut i32)) (field $y i32) (field $name (mut externref)) (field $tag (mut i8)))))
        (func (export "point") (param i32 i32) (result (ref $point)) (struct.new $point (local.get 0) (local.get 1)))
        (func (export "named") (param i32 i32 externref) (result (ref $named))
          (struct.new $named (local.get 0) (local.get 1) (local.get 2) (i32.const 300)))
        (func (export "x") (param (ref null $point)) (result i32) (struct.get $point $x (local.get 0)))
        (func (export "name") (param (ref null $point)) (result externref)
          (struct.get $named $name (ref.cast (ref $named) (local.get 0))))
        """;

    [Fact]
    public void A_structure_is_the_guests_own()
    {
        using WasmInstance instance = Wat.Instantiate(Points);
        WasmStruct point = instance.GetFunction<Func<int, int, WasmStruct>>("point")(3, 4);
        var x = instance.GetFunction<Func<WasmStruct?, int>>("x");
        Assert.Equal(3, point[0].AsInt32());
        Assert.Equal(4, point[1].AsInt32());
        point[0] = 30;
        Assert.Equal(30, x(point));
        Assert.Equal(2, point.Fields.Length);
        Assert.True(point.Fields[0].IsMutable);
        Assert.Throws<InvalidOperationException>(() => point[1] = 1);
        Assert.Throws<ArgumentException>(() => point[0] = 1L);
        Assert.Throws<ArgumentOutOfRangeException>(() => point[2]);
        Assert.Equal(TrapKind.NullReference, Assert.Throws<TrapException>(() => x(null)).Kind);
        Assert.True(point.IsOfType(ValType.AnyRef));
        Assert.False(point.IsOfType(ValType.I32));
    }

    [Fact]
    public void A_structure_carries_any_object_of_the_host()
    {
        using WasmInstance instance = Wat.Instantiate(Points);
        object thing = new();
        WasmStruct named = instance.GetFunction<Func<int, int, object?, WasmStruct>>("named")(1, 2, thing);
        var name = instance.GetFunction<Func<WasmStruct?, object?>>("name");
        Assert.Same(thing, named[2].AsExtern());
        Assert.Same(thing, name(named));
        Assert.Equal(300 & 255, named[3].AsInt32());
        named[2] = WasmValue.FromExtern("text");
        Assert.Equal("text", name(named));
        Assert.Equal(1, instance.GetFunction<Func<WasmStruct?, int>>("x")(named));
        WasmStruct point = instance.GetFunction<Func<int, int, WasmStruct>>("point")(3, 4);
        Assert.Equal(TrapKind.CastFailure, Assert.Throws<TrapException>(() => name(point)).Kind);
        Assert.Throws<ArgumentException>(() => instance.GetFunction("x").Invoke(WasmI31.Of(1)));
    }

    [Fact]
    public void The_host_makes_structures()
    {
        using WasmInstance instance = Wat.Instantiate(Points);
        DefType named = instance.GetFunction("named").Signature.Results[0].HeapType.Definition!;
        WasmStruct made = WasmStruct.Create(named, 7, 8, WasmValue.FromExtern("x"), 9);
        Assert.Equal(7, instance.GetFunction<Func<WasmStruct?, int>>("x")(made));
        Assert.Equal("x", instance.GetFunction<Func<WasmStruct?, object?>>("name")(made));
        Assert.Same(named, made.Type);
        Assert.Same(named.Supertype, instance.GetFunction("point").Signature.Results[0].HeapType.Definition);
        Assert.True(WasmStruct.Create(named)[2].IsNull);
        Assert.Throws<ArgumentException>(() => WasmStruct.Create(named, 1));
        Assert.Throws<ArgumentException>(() => WasmStruct.Create(named, 1, 2, 3, 4));
        Assert.Throws<ArgumentException>(() => WasmStruct.Create(DefType.OfSignature(new FuncType([], []))));
    }

    [Fact]
    public void Numbers_in_arrays_are_spans()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (type $bytes (array (mut i8)))
            (type $shorts (array (mut i16)))
            (type $doubles (array (mut f64)))
            (type $vectors (array (mut v128)))
            (type $fixed (array i32))
            (func (export "bytes") (param i32) (result (ref $bytes)) (array.new $bytes (i32.const -1) (local.get 0)))
            (func (export "shorts") (result (ref $shorts)) (array.new_fixed $shorts 2 (i32.const 104) (i32.const 105)))
            (func (export "doubles") (result (ref $doubles)) (array.new_default $doubles (i32.const 3)))
            (func (export "vectors") (result (ref $vectors)) (array.new_default $vectors (i32.const 1)))
            (func (export "fixed") (result (ref $fixed)) (array.new_fixed $fixed 3 (i32.const 1) (i32.const 2) (i32.const 3)))
            (func (export "sum") (param (ref $doubles)) (result f64)
              (f64.add (array.get $doubles (local.get 0) (i32.const 0)) (array.get $doubles (local.get 0) (i32.const 2))))
            """);
        WasmArray bytes = instance.GetFunction<Func<int, WasmArray>>("bytes")(4);
        Assert.Equal(4, bytes.Length);
        Assert.Equal([255, 255, 255, 255], bytes.AsSpan<byte>().ToArray());
        Assert.Equal(-1, bytes.AsSpan<sbyte>()[0]);
        Assert.Equal(255, bytes[0].AsInt32());
        Assert.Throws<InvalidOperationException>(() => bytes.AsSpan<int>().Length);

        WasmArray shorts = instance.GetFunction<Func<WasmArray>>("shorts")();
        Assert.Equal("hi", new string(shorts.AsReadOnlySpan<char>()));
        shorts[1] = 111;
        Assert.Equal("ho", new string(shorts.AsSpan<char>()));

        WasmArray doubles = instance.GetFunction<Func<WasmArray>>("doubles")();
        doubles.AsSpan<double>()[2] = 1.5;
        doubles[0] = 1.0;
        Assert.Equal(2.5, instance.GetFunction<Func<WasmArray, double>>("sum")(doubles));

        WasmArray vectors = instance.GetFunction<Func<WasmArray>>("vectors")();
        vectors.AsSpan<Vector128<byte>>()[0] = Vector128.Create((byte)7);
        Assert.Equal(Vector128.Create((byte)7), vectors[0].AsVector128());

        WasmArray immutable = instance.GetFunction<Func<WasmArray>>("fixed")();
        Assert.Equal([1, 2, 3], immutable.AsReadOnlySpan<int>().ToArray());
        Assert.Throws<InvalidOperationException>(() => immutable.AsSpan<int>().Length);
        Assert.Throws<InvalidOperationException>(() => immutable[0] = 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => immutable[3]);
    }

    [Fact]
    public void The_host_makes_arrays()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (type $words (array (mut (ref null extern))))
            (type $certain (array (ref extern)))
            (func (export "second") (param (ref $words)) (result externref) (array.get $words (local.get 0) (i32.const 1)))
            (func (export "certain") (param (ref $certain)))
            """);
        DefType words = instance.GetFunction("second").Signature.Parameters[0].HeapType.Definition!;
        DefType certain = instance.GetFunction("certain").Signature.Parameters[0].HeapType.Definition!;
        WasmArray made = WasmArray.Create(words, 2, WasmValue.FromExtern("a"));
        var second = instance.GetFunction<Func<WasmArray, object?>>("second");
        Assert.Equal("a", second(made));
        made[1] = WasmValue.FromExtern("b");
        Assert.Equal("b", second(made));
        Assert.Throws<ArgumentException>(() => WasmArray.Create(certain, 1));
        Assert.Throws<ArgumentException>(() => WasmArray.Create(certain, 1, WasmValue.Null));
        Assert.Throws<ArgumentException>(() => second(WasmArray.Create(certain, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => WasmArray.Create(words, -1));
        Assert.Throws<InvalidOperationException>(() => made.AsSpan<long>().Length);
    }

    [Fact]
    public void Small_integers_are_equal_by_their_value()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (func (export "make") (param i32) (result (ref i31)) (ref.i31 (local.get 0)))
            (func (export "signed") (param i31ref) (result i32) (i31.get_s (local.get 0)))
            (func (export "unsigned") (param i31ref) (result i32) (i31.get_u (local.get 0)))
            (func (export "same") (param eqref eqref) (result i32) (ref.eq (local.get 0) (local.get 1)))
            """);
        var make = instance.GetFunction<Func<int, WasmI31>>("make");
        foreach (int number in (int[])[0, 1, -1, -1024, -1025, 4095, 4096, (1 << 30) - 1, -1 << 30])
        {
            WasmI31 made = make(number);
            Assert.Equal(number, made.Value);
            Assert.Equal(WasmI31.Of(number), made);
            Assert.Equal((WasmValue)WasmI31.Of(number), made);
            Assert.Equal(number, instance.GetFunction<Func<WasmI31?, int>>("signed")(made));
            Assert.Equal(number & int.MaxValue, instance.GetFunction<Func<WasmI31?, int>>("unsigned")(made));
            Assert.Equal(1, instance.GetFunction<Func<WasmObject?, WasmObject?, int>>("same")(made, WasmI31.Of(number)));
            Assert.Equal(0, instance.GetFunction<Func<WasmObject?, WasmObject?, int>>("same")(made, WasmI31.Of(number ^ 1)));
            Assert.Equal(number, instance.GetFunction("make").Invoke(number)[0].AsI31());
        }

        Assert.Equal(-1, make(int.MaxValue).Value);
    }

    [Fact]
    public void Values_of_the_host_pass_through_anyref()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (global $kept (mut anyref) (ref.null any))
            (func (export "keep") (param anyref) (global.set $kept (local.get 0)))
            (func (export "kept") (result anyref) (global.get $kept))
            (func (export "in") (param externref) (result anyref) (any.convert_extern (local.get 0)))
            (func (export "out") (param anyref) (result externref) (extern.convert_any (local.get 0)))
            (func (export "is") (param anyref) (result i32 i32 i32)
              (ref.test (ref eq) (local.get 0)) (ref.test (ref i31) (local.get 0)) (ref.test (ref struct) (local.get 0)))
            (func (export "null") (param anyref) (result i32) (ref.is_null (local.get 0)))
            """);
        WasmFunction f = instance.GetFunction("kept");
        foreach (object? thing in (object?[])["text", new object(), 7, f, WasmI31.Of(5), null])
        {
            instance.GetFunction<Action<object?>>("keep")(thing);
            Assert.Equal(thing, instance.GetFunction<Func<object?>>("kept")());
            Assert.Equal(thing, instance.GetFunction<Func<object?, object?>>("in")(thing));
            Assert.Equal(thing, instance.GetFunction<Func<object?, object?>>("out")(thing));
            instance.GetFunction("keep").Invoke(WasmValue.FromExtern(thing));
            Assert.Equal(thing, f.Invoke()[0].AsExtern());
            int number = thing is WasmI31 ? 1 : 0;
            Assert.Equal((number, number, 0), instance.GetFunction<Func<object?, (int, int, int)>>("is")(thing));
            Assert.Equal(thing is null ? 1 : 0, instance.GetFunction<Func<object?, int>>("null")(thing));
        }
    }

    [Fact]
    public void Host_functions_take_and_give_objects()
    {
        WasmStruct? seen = null;
        var imports = Wat.Env("f", (WasmStruct? structure, WasmArray array, object? any) =>
        {
            seen = structure;
            return (structure, array.Length, any);
        });
        using WasmInstance instance = Wat.Instantiate("""
            (type $box (struct (field (mut i64))))
            (type $list (array i32))
            (import "env" "f" (func $f (param (ref $box) (ref $list) anyref) (result (ref null $box) i32 anyref)))
            (func (export "run") (param anyref) (result i64 i32 anyref)
              (local $box (ref null $box)) (local $n i32) (local $any anyref)
              (call $f (struct.new $box (i64.const 42)) (array.new_default $list (i32.const 3)) (local.get 0))
              (local.set $any) (local.set $n) (local.set $box)
              (struct.get $box 0 (local.get $box)) (local.get $n) (local.get $any))
            """, imports);
        var run = instance.GetFunction<Func<object?, (long, int, object?)>>("run");
        Assert.Equal((42L, 3, "text"), run("text"));
        Assert.Equal(42, seen![0].AsInt64());
    }

    [Fact]
    public void What_a_host_function_gives_is_checked()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (type $box (struct (field i64)))
            (type $crate (struct (field i64 i64)))
            (import "env" "f" (func $f (result (ref $box))))
            (func (export "run") (result i64) (struct.get $box 0 (call $f)))
            (func (export "crate") (result (ref $crate)) (struct.new_default $crate))
            """, Wat.Env("f", () => WasmStruct.Create(CrateType())));
        Assert.Throws<InvalidOperationException>(() => instance.GetFunction<Func<long>>("run")());
        // A delegate that wants a structure is not given what may be something else.
        Assert.Throws<LinkException>(() => Wat.Instantiate("""
            (import "env" "f" (func (param anyref)))
            """, Wat.Env("f", (WasmStruct? _) => { })));
        Assert.Throws<LinkException>(() => Wat.Instantiate("""
            (import "env" "f" (func (result funcref)))
            """, Wat.Env("f", () => WasmI31.Of(1))));
        Assert.Throws<ArgumentException>(() => instance.GetFunction<Func<WasmArray>>("crate"));

        static DefType CrateType()
        {
            using WasmInstance other = Wat.Instantiate("""
                (type $crate (struct (field i64 i64)))
                (func (export "crate") (result (ref $crate)) (struct.new_default $crate))
                """);
            return other.GetFunction("crate").Signature.Results[0].HeapType.Definition!;
        }
    }

    [Fact]
    public void Types_are_the_same_in_every_module_that_writes_them()
    {
        const string text = """
            (rec (type $list (sub (struct (field i32) (field (ref null $list))))) (type $other (struct)))
            (func (export "make") (param i32 (ref null $list)) (result (ref $list)) (struct.new $list (local.get 0) (local.get 1)))
            (func (export "sum") (param (ref null $list)) (result i32)
              (if (result i32) (ref.is_null (local.get 0)) (then (i32.const 0)) (else
                (i32.add (struct.get $list 0 (local.get 0)) (call 1 (struct.get $list 1 (local.get 0)))))))
            """;
        using WasmInstance one = Wat.Instantiate(text), two = Wat.Instantiate(text);
        WasmStruct? list = null;
        for (int i = 1; i <= 4; i++)
            list = (i % 2 == 0 ? one : two).GetFunction<Func<int, WasmStruct?, WasmStruct>>("make")(i, list);
        Assert.Equal(10, one.GetFunction<Func<WasmStruct?, int>>("sum")(list));
        Assert.Equal(10, two.GetFunction<Func<WasmStruct?, int>>("sum")(list));
    }

    [Fact]
    public void Objects_live_while_somebody_refers_to_them()
    {
        using WasmInstance instance = Wat.Instantiate("""
            (type $box (struct (field (mut externref))))
            (global $kept (mut (ref null $box)) (ref.null $box))
            (func (export "make") (param externref) (result (ref $box)) (struct.new $box (local.get 0)))
            (func (export "keep") (param externref) (global.set $kept (struct.new $box (local.get 0))))
            (func (export "drop") (global.set $kept (ref.null $box)))
            """);
        WeakReference guests = Keep(instance), hosts = Make(instance, out WasmStruct? box);
        GC.Collect();
        Assert.True(guests.IsAlive);
        Assert.True(hosts.IsAlive);
        instance.GetFunction<Action>("drop")();
        GC.KeepAlive(box);
        box = null;
        GC.Collect();
        Assert.False(guests.IsAlive);
        Assert.False(hosts.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Keep(WasmInstance instance)
        {
            object thing = new();
            instance.GetFunction<Action<object>>("keep")(thing);
            return new WeakReference(thing);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Make(WasmInstance instance, out WasmStruct? box)
        {
            object thing = new();
            box = instance.GetFunction<Func<object, WasmStruct>>("make")(thing);
            return new WeakReference(thing);
        }
    }

    [Fact]
    public void An_object_outlives_its_instance()
    {
        WasmStruct point;
        using (WasmInstance instance = Wat.Instantiate(Points))
            point = instance.GetFunction<Func<int, int, WasmStruct>>("point")(3, 4);
        GC.Collect();
        Assert.Equal(4, point[1].AsInt32());
    }
}
