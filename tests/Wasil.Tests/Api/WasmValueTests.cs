using System.Runtime.Intrinsics;

namespace Wasil.Tests.Api;

public class WasmValueTests
{
    [Fact]
    public void Values_come_back_as_they_went_in()
    {
        Assert.Equal(-1, ((WasmValue)(-1)).AsInt32());
        Assert.Equal(uint.MaxValue, ((WasmValue)uint.MaxValue).AsUInt32());
        Assert.Equal(-1, ((WasmValue)uint.MaxValue).AsInt32());
        Assert.Equal(long.MinValue, ((WasmValue)long.MinValue).AsInt64());
        Assert.Equal(ulong.MaxValue, ((WasmValue)ulong.MaxValue).AsUInt64());
        Assert.Equal(0.1f, ((WasmValue)0.1f).AsSingle());
        Assert.Equal(0.1, ((WasmValue)0.1).AsDouble());
        Vector128<byte> vector = Vector128.Create(1UL, 2UL).AsByte();
        Assert.Equal(vector, ((WasmValue)vector).AsVector128());
        Assert.Equal("x", WasmValue.FromExtern("x").AsExtern());
        Assert.Null(WasmValue.Null.AsExtern());
        Assert.Null(WasmValue.Null.AsFunction());
        Assert.True(WasmValue.Null.IsNull);
        Assert.False(((WasmValue)0).IsNull);
        Assert.True(((WasmValue)(WasmFunction?)null).IsNull);
        Assert.Equal(ValKind.I32, default(WasmValue).Kind);
    }

    [Fact]
    public void Another_kind_is_not_given()
    {
        WasmValue[] values = [1, 1L, 1f, 1.0, Vector128<byte>.Zero, WasmValue.Null];
        Action<WasmValue>[] accesses =
        [
            value => value.AsInt32(), value => value.AsInt64(), value => value.AsSingle(), value => value.AsDouble(),
            value => value.AsVector128(), value => value.AsExtern(),
        ];
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal((ValKind)i, values[i].Kind);
            for (int j = 0; j < accesses.Length; j++)
            {
                if (i == j)
                    accesses[j](values[i]);
                else
                    Assert.Throws<InvalidOperationException>(() => accesses[j](values[i]));
            }
        }

        Assert.Throws<InvalidOperationException>(() => values[1].AsUInt32());
        Assert.Throws<InvalidOperationException>(() => values[0].AsUInt64());
        Assert.Throws<InvalidOperationException>(() => values[0].AsFunction());
        Assert.Throws<InvalidOperationException>(() => WasmValue.FromExtern("x").AsFunction());
    }

    [Fact]
    public void Equality_is_of_kind_and_bits_and_identity()
    {
        Assert.Equal((WasmValue)1, (WasmValue)1u);
        Assert.NotEqual((WasmValue)1, (WasmValue)1L);
        Assert.NotEqual((WasmValue)0.0, (WasmValue)(-0.0));
        Assert.Equal((WasmValue)double.NaN, (WasmValue)double.NaN);
        Assert.True((WasmValue)1 == 1);
        Assert.True((WasmValue)1 != 2);
        List<int> one = [1], other = [1];
        Assert.Equal(WasmValue.FromExtern(one), WasmValue.FromExtern(one));
        Assert.NotEqual(WasmValue.FromExtern(one), WasmValue.FromExtern(other));
        Assert.NotEqual(WasmValue.FromExtern(new string('x', 2)), WasmValue.FromExtern(new string('x', 2)));
        Assert.Equal(WasmValue.FromExtern(one).GetHashCode(), WasmValue.FromExtern(one).GetHashCode());
        Assert.False(((WasmValue)1).Equals((object)"1"));
        using WasmInstance instance = Wat.Echo("i32");
        WasmFunction f = instance.GetFunction("f");
        Assert.Equal((WasmValue)f, WasmValue.FromExtern(f));
    }

    [Fact]
    public void Values_print_as_a_person_writes_them()
    {
        Assert.Equal("-1", ((WasmValue)(-1)).ToString());
        Assert.Equal("1099511627776", ((WasmValue)(1L << 40)).ToString());
        Assert.Equal("0.5", ((WasmValue)0.5f).ToString());
        Assert.Equal("0.1", ((WasmValue)0.1).ToString());
        Assert.Equal("0x00000000000000020000000000000001", ((WasmValue)Vector128.Create(1UL, 2UL).AsByte()).ToString());
        Assert.Equal("null", WasmValue.Null.ToString());
        Assert.Equal("x", WasmValue.FromExtern("x").ToString());
        using WasmInstance instance = Wat.Echo("i32");
        Assert.Equal("func 0 [i32] -> [i32]", ((WasmValue)instance.GetFunction("f")).ToString());
    }
}
