using Wasil.Syntax;

namespace Wasil.Tests.Validation;

public class SubtypingTests
{
    private static readonly HeapType s_function = Defined(new FuncType(new[] { ValType.AnyRef }, []));
    private static readonly HeapType s_structure = Defined(new StructType([]));
    private static readonly HeapType s_array = Defined(new ArrayType(new FieldType(StorageType.I8, IsMutable: true)));

    private static readonly Dictionary<string, HeapType> s_types = new()
    {
        ["any"] = HeapType.Any,
        ["eq"] = HeapType.Eq,
        ["i31"] = HeapType.I31,
        ["struct"] = HeapType.Struct,
        ["array"] = HeapType.Array,
        ["none"] = HeapType.None,
        ["$struct"] = s_structure,
        ["$array"] = s_array,
        ["func"] = HeapType.Func,
        ["nofunc"] = HeapType.NoFunc,
        ["$func"] = s_function,
        ["extern"] = HeapType.Extern,
        ["noextern"] = HeapType.NoExtern,
        ["exn"] = HeapType.Exn,
        ["noexn"] = HeapType.NoExn,
    };

    private static HeapType Defined(CompositeType composite) =>
        HeapType.OfDefinition(TypeCanonicalizer.Close([new SubType(true, null, composite)], [new RecType(0, 1)])[0]);

    [Fact]
    public void HeapTypesMatchAsTheSpecificationSays()
    {
        var above = new Dictionary<string, string[]>
        {
            ["any"] = [],
            ["eq"] = ["any"],
            ["i31"] = ["eq", "any"],
            ["struct"] = ["eq", "any"],
            ["array"] = ["eq", "any"],
            ["$struct"] = ["struct", "eq", "any"],
            ["$array"] = ["array", "eq", "any"],
            ["none"] = ["i31", "struct", "array", "$struct", "$array", "eq", "any"],
            ["func"] = [],
            ["$func"] = ["func"],
            ["nofunc"] = ["$func", "func"],
            ["extern"] = [],
            ["noextern"] = ["extern"],
            ["exn"] = [],
            ["noexn"] = ["exn"],
        };
        foreach (var (sub, subType) in s_types)
        {
            foreach (var (super, superType) in s_types)
            {
                bool expected = sub == super || above[sub].Contains(super);
                Assert.True(Subtyping.Matches(subType, superType) == expected, $"{sub} <= {super}: {!expected}");
            }
        }
    }

    [Theory]
    [InlineData("none", "any")]
    [InlineData("$struct", "any")]
    [InlineData("i31", "any")]
    [InlineData("$func", "func")]
    [InlineData("nofunc", "func")]
    [InlineData("noextern", "extern")]
    [InlineData("noexn", "exn")]
    public void EveryTypeHasATop(string type, string top) => Assert.Equal(s_types[top], Subtyping.Top(s_types[type]));

    [Fact]
    public void NullDecides()
    {
        var nullable = ValType.Ref(HeapType.Eq, nullable: true);
        var strict = ValType.Ref(HeapType.Eq, nullable: false);
        Assert.True(Subtyping.Matches(strict, nullable));
        Assert.False(Subtyping.Matches(nullable, strict));
        Assert.True(Subtyping.Matches(strict, ValType.AnyRef));
        Assert.False(Subtyping.Matches(ValType.I32, ValType.I64));
        Assert.False(Subtyping.Matches(ValType.I32, ValType.AnyRef));
        Assert.True(Subtyping.Matches(ValType.V128, ValType.V128));
    }

    [Fact]
    public void MutableFieldsDoNotVary()
    {
        FieldType Field(ValType type, bool isMutable) => new(StorageType.Of(type), isMutable);
        var eq = ValType.Ref(HeapType.Eq, true);
        Assert.True(Subtyping.Matches(Field(eq, false), Field(ValType.AnyRef, false)));
        Assert.False(Subtyping.Matches(Field(eq, true), Field(ValType.AnyRef, true)));
        Assert.False(Subtyping.Matches(Field(eq, true), Field(eq, false)));
        Assert.False(Subtyping.Matches(new FieldType(StorageType.I8, false), new FieldType(StorageType.I16, false)));
        Assert.False(Subtyping.Matches(new FieldType(StorageType.I8, false), Field(ValType.I32, false)));
    }

    [Fact]
    public void ImportsMatchByTheirLimits()
    {
        MemoryType Memory(ulong minimum, ulong? maximum, bool is64 = false, bool isShared = false) =>
            new(new Limits(minimum, maximum), is64, isShared);
        Assert.True(Subtyping.Matches(Memory(2, 3), Memory(1, 4)));
        Assert.True(Subtyping.Matches(Memory(2, 3), Memory(1, null)));
        Assert.False(Subtyping.Matches(Memory(2, null), Memory(1, 4)));
        Assert.False(Subtyping.Matches(Memory(1, 4), Memory(2, 4)));
        Assert.False(Subtyping.Matches(Memory(1, 5), Memory(1, 4)));
        Assert.False(Subtyping.Matches(Memory(1, 4, is64: true), Memory(1, 4)));
        Assert.False(Subtyping.Matches(Memory(1, 4, isShared: true), Memory(1, 4)));

        var table = new TableType(ValType.FuncRef, new Limits(1, null));
        Assert.True(Subtyping.Matches(table, new TableType(ValType.FuncRef, new Limits(0, null))));
        Assert.False(Subtyping.Matches(table, new TableType(ValType.ExternRef, new Limits(0, null))));
        Assert.False(Subtyping.Matches(
            new TableType(ValType.Ref(HeapType.Func, false), new Limits(1, null)),
            new TableType(ValType.FuncRef, new Limits(1, null))));
        Assert.False(Subtyping.Matches(table, Memory(1, null)));

        var eq = ValType.Ref(HeapType.Eq, true);
        Assert.True(Subtyping.Matches(new GlobalType(eq, false), new GlobalType(ValType.AnyRef, false)));
        Assert.False(Subtyping.Matches(new GlobalType(eq, true), new GlobalType(ValType.AnyRef, true)));
        Assert.False(Subtyping.Matches(new GlobalType(eq, true), new GlobalType(eq, false)));
    }
}
