using System.Runtime.CompilerServices;
using Wasil.Syntax;

namespace Wasil.Tests.Validation;

public class TypeCanonicalizerTests
{
    private static readonly FieldType s_i32 = new(StorageType.Of(ValType.I32), IsMutable: false);

    private static SubType Struct(params FieldType[] fields) => new(IsFinal: true, Supertype: null, new StructType(fields));

    private static SubType Func(ValType[] parameters, ValType[] results) =>
        new(IsFinal: true, Supertype: null, new FuncType(parameters, results));

    private static FieldType Ref(uint type) => new(StorageType.Of(ModuleSketch.RefTo(type, nullable: true)), IsMutable: false);

    private static DefType[] Close(params SubType[][] groups)
    {
        var types = new List<SubType>();
        var ranges = new List<RecType>();
        foreach (var group in groups)
        {
            ranges.Add(new RecType(types.Count, group.Length));
            types.AddRange(group);
        }
        return TypeCanonicalizer.Close([.. types], [.. ranges]);
    }

    private static string Problem(params SubType[][] groups) =>
        Assert.Throws<InvalidModuleException>(() => Close(groups)).Message;

    [Fact]
    public void NumericFunctionsAreEqualAcrossModules()
    {
        var one = Close([Func([ValType.I32, ValType.F64], [ValType.I64])]);
        var other = Close([Func([], [])], [Func([ValType.I32, ValType.F64], [ValType.I64])]);
        Assert.Same(one[0], other[1]);
        Assert.NotSame(other[0], other[1]);
    }

    [Fact]
    public void ParametersAreNotResults()
    {
        var types = Close([Func([ValType.I32], [])], [Func([], [ValType.I32])], [Func([ValType.I32, ValType.I32], [])]);
        Assert.Equal(3, types.Distinct().Count());
    }

    [Fact]
    public void LongNumericFunctionsAreEqualToo()
    {
        ValType[] many = [.. Enumerable.Repeat(ValType.I64, 100)];
        Assert.Same(Close([Func(many, many)])[0], Close([Func(many, many)])[0]);
        Assert.NotSame(Close([Func(many, many)])[0], Close([Func(many, many[1..])])[0]);
    }

    [Fact]
    public void ReferencesInsideAGroupAreRelative()
    {
        var at0 = Close([Struct(Ref(0))]);
        var at1 = Close([Struct(s_i32)], [Struct(Ref(1))]);
        Assert.Same(at0[0], at1[1]);
    }

    [Fact]
    public void ReferencesOutOfAGroupAreByType()
    {
        var one = Close([Struct(s_i32)], [Struct(Ref(0))]);
        var other = Close([Func([], [])], [Struct(s_i32)], [Struct(Ref(1))]);
        var different = Close([Struct()], [Struct(Ref(0))]);
        Assert.Same(one[1], other[2]);
        Assert.NotSame(one[1], different[1]);
    }

    [Fact]
    public void UnrolledTypesAreNotEqual()
    {
        // (rec (type $a (struct (ref $a)))) and (type $b (struct (ref $a))): equal if equality were equi-recursive.
        var types = Close([Struct(Ref(0))], [Struct(Ref(0))]);
        Assert.NotSame(types[0], types[1]);
    }

    [Fact]
    public void MembersAreToldApartByTheirGroup()
    {
        var alone = Close([Struct(s_i32)]);
        var pair = Close([Struct(s_i32), Struct(s_i32)]);
        Assert.NotSame(alone[0], pair[0]);
        Assert.NotSame(pair[0], pair[1]);
        Assert.Same(pair[1], Close([Struct(s_i32), Struct(s_i32)])[1]);
    }

    [Fact]
    public void FinalityMutabilityAndPackingCount()
    {
        var structure = new StructType([s_i32]);
        var types = Close(
            [new SubType(true, null, structure)],
            [new SubType(false, null, structure)],
            [Struct(new FieldType(StorageType.Of(ValType.I32), IsMutable: true))],
            [Struct(new FieldType(StorageType.I8, IsMutable: false))],
            [Struct(new FieldType(StorageType.I16, IsMutable: false))],
            [new SubType(true, null, new ArrayType(s_i32))]);
        Assert.Equal(types.Length, types.Distinct().Count());
    }

    [Fact]
    public void GroupsThatNothingUsesAreForgotten()
    {
        var (id, weak) = CloseAndForget();
        for (var i = 0; i < 10 && weak.IsAlive; i++) GC.Collect();
        Assert.False(weak.IsAlive);
        Assert.NotEqual(id, Close([Struct(Ref(0), Ref(0), s_i32, Ref(0))])[0].Id);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (long Id, WeakReference Type) CloseAndForget()
    {
        var type = Close([Struct(Ref(0), Ref(0), s_i32, Ref(0))])[0];
        return (type.Id, new WeakReference(type));
    }

    [Fact]
    public void OneMemberKeepsItsGroupKnown()
    {
        var second = KeepSecond();
        GC.Collect();
        Assert.Same(second, Close([Struct(s_i32, Ref(1)), Struct(s_i32, s_i32, Ref(0))])[1]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DefType KeepSecond() => Close([Struct(s_i32, Ref(1)), Struct(s_i32, s_i32, Ref(0))])[1];

    [Fact]
    public void ThreadsAgree()
    {
        var results = new DefType[8][];
        Parallel.For(0, results.Length, i => results[i] =
            Close([.. Enumerable.Range(0, 200).Select(n => new[] { Struct([.. Enumerable.Repeat(Ref((uint)n), n)]) })]));
        foreach (var result in results) Assert.Equal(results[0], result);
    }

    [Fact]
    public void SupertypesMustMatch()
    {
        SubType Open(CompositeType composite, uint? supertype = null) => new(IsFinal: false, supertype, composite);
        var i32Struct = new StructType([s_i32]);
        var wider = new StructType([s_i32, s_i32]);

        var types = Close([Open(i32Struct)], [Open(wider, 0)]);
        Assert.True(types[1].IsSubtypeOf(types[0]));
        Assert.False(types[0].IsSubtypeOf(types[1]));

        Assert.StartsWith("sub type 1 does not match super type 0", Problem([Open(wider)], [Open(i32Struct, 0)]),
            StringComparison.Ordinal);
        Assert.StartsWith("sub type 1 has final super type 0", Problem([Struct(s_i32)], [Open(wider, 0)]),
            StringComparison.Ordinal);
        Assert.StartsWith("sub type 0: forward use of type 1", Problem([Open(wider, 1), Open(i32Struct)]),
            StringComparison.Ordinal);
        Assert.StartsWith("sub type 0: forward use of type 0", Problem([Open(wider, 0)]), StringComparison.Ordinal);
        Assert.StartsWith(
            "sub type 1 does not match",
            Problem([Open(new FuncType(new[] { ValType.I32 }, []))], [Open(i32Struct, 0)]), StringComparison.Ordinal);
    }

    [Fact]
    public void FunctionsVaryAgainstTheirParameters()
    {
        SubType Open(ValType parameter, ValType result, uint? supertype = null) =>
            new(IsFinal: false, supertype, new FuncType(new[] { parameter }, new[] { result }));
        var eq = ValType.Ref(HeapType.Eq, true);
        Close([Open(eq, ValType.AnyRef)], [Open(ValType.AnyRef, eq, 0)]);
        Assert.StartsWith("sub type 1", Problem([Open(ValType.AnyRef, eq)], [Open(eq, eq, 0)]), StringComparison.Ordinal);
        Assert.StartsWith("sub type 1", Problem([Open(eq, eq)], [Open(eq, ValType.AnyRef, 0)]), StringComparison.Ordinal);
    }

    [Fact]
    public void InvalidGroupsAreNotRemembered()
    {
        SubType[][] groups =
        [
            [new SubType(false, null, new StructType([s_i32, s_i32, s_i32]))],
            [new SubType(false, 0, new StructType([]))],
        ];
        Problem(groups);
        Problem(groups);
    }

    [Fact]
    public void ReferencesEndWithTheGroup()
    {
        Assert.StartsWith("unknown type 1", Problem([Struct(Ref(1))], [Struct()]), StringComparison.Ordinal);
        Assert.StartsWith("unknown type 7", Problem([Func([ModuleSketch.RefTo(7)], [])]), StringComparison.Ordinal);
        Close([Struct(Ref(1)), Struct(Ref(0))]);
    }

    [Fact]
    public void ChainsOfSupertypesAreBounded()
    {
        SubType[][] Chain(int length) =>
            [.. Enumerable.Range(0, length).Select(i =>
                new[] { new SubType(false, i == 0 ? null : (uint)(i - 1), new StructType([])) })];
        Assert.Equal(63, Close(Chain(64))[^1].Depth);
        Assert.StartsWith("sub type 64 has more than 63 types above it", Problem(Chain(65)), StringComparison.Ordinal);
    }
}
