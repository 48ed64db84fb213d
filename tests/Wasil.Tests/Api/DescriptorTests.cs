namespace Wasil.Tests.Api;

/// <summary>The proposal for custom descriptors, as embedders meet it; the suite's scripts say what guests see.</summary>
public class DescriptorTests
{
    private const string Shapes = """
        (rec
          (type $shape (sub (descriptor $shape.desc) (struct (field i32))))
          (type $shape.desc (sub (describes $shape) (struct (field $name i32)))))
        (rec
          (type $circle (sub $shape (descriptor $circle.desc) (struct (field i32) (field f64))))
          (type $circle.desc (sub $shape.desc (describes $circle) (struct (field i32)))))
        (global $desc (ref (exact $shape.desc)) (struct.new $shape.desc (i32.const 7)))
        (global $circle.desc (ref (exact $circle.desc)) (struct.new $circle.desc (i32.const 8)))
        (func (export "shape") (param i32) (result (ref (exact $shape)))
          (struct.new_desc $shape (local.get 0) (global.get $desc)))
        (func (export "circle") (result (ref $shape)) (struct.new_default_desc $circle (global.get $circle.desc)))
        (func (export "name") (param (ref null $shape)) (result i32)
          (struct.get $shape.desc $name (ref.get_desc $shape (local.get 0))))
        (func (export "is_circle") (param (ref null $shape)) (result i32)
          (block $yes (result (ref $circle))
            (br_on_cast_desc_eq $yes (ref null $shape) (ref $circle) (local.get 0) (global.get $circle.desc))
            (return (i32.const 0)))
          (drop)
          (i32.const 1))
        (func (export "describer") (result (ref (exact $shape.desc))) (global.get $desc))
        (func (export "cast") (param anyref anyref)
          (drop (ref.cast_desc_eq (ref $shape) (local.get 0) (ref.cast (ref null $shape.desc) (local.get 1)))))
        """;

    public static TheoryData<WasmEngineMode> Modes => [WasmEngineMode.Compiled, WasmEngineMode.Interpreted];

    [Fact]
    public void They_are_off_by_default()
    {
        Assert.Contains("needs CustomDescriptors", Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile(Shapes)).Message, StringComparison.Ordinal);
        Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile("(type $t (struct)) (global (ref null (exact $t)) (ref.null none))"));
        Assert.Throws<MalformedModuleException>(() => WasmEngine.Default.Compile("(type $t (func)) (import \"m\" \"f\" (func (exact (type $t))))"));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_host_sees_and_gives_descriptors(WasmEngineMode mode)
    {
        using WasmInstance instance = Instantiate(Shapes, mode);
        WasmStruct shape = instance.GetFunction<Func<int, WasmStruct>>("shape")(3), circle = instance.GetFunction<Func<WasmStruct>>("circle")();
        var name = instance.GetFunction<Func<WasmStruct?, int>>("name");
        var isCircle = instance.GetFunction<Func<WasmStruct?, int>>("is_circle");
        Assert.Equal(7, shape.Descriptor![0].AsInt32());
        Assert.Equal(8, circle.Descriptor![0].AsInt32());
        Assert.Null(shape.Descriptor.Descriptor);
        Assert.Same(shape.Type.Descriptor, shape.Descriptor.Type);
        Assert.Same(shape.Type, shape.Descriptor.Type.Describes);
        Assert.Equal((3, 1), (shape[0].AsInt32(), shape.Fields.Length));
        Assert.Equal((7, 8), (name(shape), name(circle)));
        Assert.Equal((0, 1, 0), (isCircle(shape), isCircle(circle), isCircle(null)));

        WasmStruct own = WasmStruct.CreateDescribed(shape.Type, WasmStruct.Create(shape.Descriptor.Type, 9), 4);
        Assert.Equal((4, 9), (own[0].AsInt32(), name(own)));
        Assert.Throws<ArgumentException>(() => WasmStruct.Create(shape.Type, 4));
        Assert.Throws<ArgumentException>(() => WasmStruct.CreateDescribed(shape.Type, circle.Descriptor, 4));
        Assert.Throws<ArgumentException>(() => WasmStruct.CreateDescribed(shape.Descriptor.Type, shape.Descriptor, 4));
        // The function returns an exact reference: a guest relies on it.
        FuncType signature = instance.GetFunction("shape").Signature;
        Assert.True(signature.Results[0].HeapType.IsExact);
        Assert.True(shape.IsOfType(signature.Results[0]));
        Assert.False(circle.IsOfType(signature.Results[0]));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Casts_by_a_foreign_descriptor_trap(WasmEngineMode mode)
    {
        using WasmInstance instance = Instantiate(Shapes, mode);
        WasmStruct shape = instance.GetFunction<Func<int, WasmStruct>>("shape")(3), circle = instance.GetFunction<Func<WasmStruct>>("circle")();
        var cast = instance.GetFunction<Action<object?, object?>>("cast");
        cast(shape, shape.Descriptor);
        cast(circle, circle.Descriptor);
        Assert.Equal(TrapKind.CastFailure, Assert.Throws<TrapException>(() => cast(shape, circle.Descriptor)).Kind);
        Assert.Equal(TrapKind.CastFailure, Assert.Throws<TrapException>(() => cast(WasmI31.Of(1), shape.Descriptor)).Kind);
        Assert.Equal(TrapKind.NullReference, Assert.Throws<TrapException>(() => cast(shape, null)).Kind);
    }

    // A supertype without a descriptor keeps its fields where they are, and what does not fit among the slots lies elsewhere.
    [Theory]
    [MemberData(nameof(Modes))]
    public void The_descriptor_comes_behind_what_is_inherited(WasmEngineMode mode)
    {
        foreach (int inherited in (int[])[0, 1, 7, 8, 9, 40])
        {
            string fields = string.Concat(Enumerable.Range(0, inherited).Select(i => i % 3 == 0 ? "(field (mut anyref))" : "(field (mut i64))"));
            string values = string.Concat(Enumerable.Range(0, inherited).Select(i => i % 3 == 0 ? "(ref.i31 (i32.const 1))" : $"(i64.const {i})"));
            using WasmInstance instance = Instantiate($"""
                (type $top (sub (struct {fields})))
                (rec
                  (type $t (sub $top (descriptor $d) (struct {fields} (field $own (mut i64)))))
                  (type $d (sub (describes $t) (struct (field i32)))))
                (rec
                  (type $u (sub $t (descriptor $e) (struct {fields} (field $own (mut i64)) (field $last (mut externref)))))
                  (type $e (sub $d (describes $u) (struct (field i32)))))
                (func (export "make") (param externref) (result (ref $top))
                  (struct.new_desc $u {values} (i64.const -5) (local.get 0) (struct.new $e (i32.const 11))))
                (func (export "own") (param (ref $top)) (result i64) (struct.get $t $own (ref.cast (ref $t) (local.get 0))))
                (func (export "last") (param (ref $top)) (result externref)
                  (struct.get $u $last (ref.cast (ref (exact $u)) (local.get 0))))
                (func (export "described") (param (ref $top)) (result i32)
                  (struct.get $d 0 (ref.get_desc $t (ref.cast (ref $t) (local.get 0)))))
                """, mode);
            object mark = new();
            WasmStruct made = instance.GetFunction<Func<object?, WasmStruct>>("make")(mark);
            GC.Collect();
            Assert.Equal(-5, instance.GetFunction<Func<WasmStruct, long>>("own")(made));
            Assert.Same(mark, instance.GetFunction<Func<WasmStruct, object?>>("last")(made));
            Assert.Equal(11, instance.GetFunction<Func<WasmStruct, int>>("described")(made));
            Assert.Equal(inherited + 2, made.Fields.Length);
            for (int i = 0; i < inherited; i++)
            {
                if (i % 3 != 0)
                    Assert.Equal(i, made[i].AsInt64());
            }
        }
    }

    private static WasmInstance Instantiate(string text, WasmEngineMode mode) =>
        new WasmEngine(new WasmEngineOptions { Features = WasmFeatures.All, Mode = mode }).Compile(text).Instantiate();
}
