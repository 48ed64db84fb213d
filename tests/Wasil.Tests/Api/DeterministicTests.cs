using System.Runtime.Intrinsics;

namespace Wasil.Tests.Api;

/// <summary>Relaxed vector instructions: the same result everywhere where that is asked for, and else the same on all engines.</summary>
public class DeterministicTests
{
    private static readonly (string Name, int Operands)[] Relaxed =
    [
        ("i8x16.relaxed_swizzle", 2), ("i32x4.relaxed_trunc_f32x4_s", 1), ("i32x4.relaxed_trunc_f32x4_u", 1),
        ("i32x4.relaxed_trunc_f64x2_s_zero", 1), ("i32x4.relaxed_trunc_f64x2_u_zero", 1), ("f32x4.relaxed_madd", 3),
        ("f32x4.relaxed_nmadd", 3), ("f64x2.relaxed_madd", 3), ("f64x2.relaxed_nmadd", 3), ("i8x16.relaxed_laneselect", 3),
        ("i16x8.relaxed_laneselect", 3), ("i32x4.relaxed_laneselect", 3), ("i64x2.relaxed_laneselect", 3),
        ("f32x4.relaxed_min", 2), ("f32x4.relaxed_max", 2), ("f64x2.relaxed_min", 2), ("f64x2.relaxed_max", 2),
        ("i16x8.relaxed_q15mulr_s", 2), ("i16x8.relaxed_dot_i8x16_i7x16_s", 2), ("i32x4.relaxed_dot_i8x16_i7x16_add_s", 3),
    ];

    private static WasmInstance Instantiate(bool deterministic, WasmEngineMode mode)
    {
        string functions = string.Concat(Relaxed.Select(row => $"""
            (func (export "{row.Name}") (param{string.Concat(Enumerable.Repeat(" v128", row.Operands))}) (result v128)
              {string.Concat(Enumerable.Range(0, row.Operands).Select(i => $"local.get {i} "))} {row.Name})

            """));
        return new WasmEngine(new WasmEngineOptions { Deterministic = deterministic, Mode = mode }).Compile(functions).Instantiate();
    }

    private static WasmValue[] Call(WasmInstance guest, string name, params Vector128<byte>[] operands) =>
        guest.GetFunction(name).Invoke(Array.ConvertAll(operands, operand => (WasmValue)operand));

    [Theory]
    [InlineData(WasmEngineMode.Compiled)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void Deterministic_results_are_those_of_the_profile(WasmEngineMode mode)
    {
        using WasmInstance guest = Instantiate(deterministic: true, mode);
        // (1 + 2^-12)^2 - 1 needs more than 24 bits on its way.
        var a = Vector128.Create(1 + (1 / 4096f)).AsByte();
        var c = Vector128.Create(-1f).AsByte();
        Assert.Equal(Vector128.Create(1 / 2048f), Call(guest, "f32x4.relaxed_madd", a, a, c)[0].AsVector128().AsSingle());
        var nan = Vector128.Create(float.NaN).AsByte();
        Assert.Equal(Vector128<int>.Zero, Call(guest, "i32x4.relaxed_trunc_f32x4_s", nan)[0].AsVector128().AsInt32());
        Assert.Equal(
            Vector128.Create(int.MaxValue),
            Call(guest, "i32x4.relaxed_trunc_f32x4_s", Vector128.Create(1e20f).AsByte())[0].AsVector128().AsInt32());
        Assert.Equal(
            Vector128<byte>.Zero,
            Call(guest, "i8x16.relaxed_swizzle", Vector128.Create((byte)9), Vector128.Create((byte)16))[0].AsVector128());
        Assert.Equal(
            Vector128.Create(short.MaxValue),
            Call(guest, "i16x8.relaxed_q15mulr_s", Vector128.Create(short.MinValue).AsByte(), Vector128.Create(short.MinValue).AsByte())[0]
                .AsVector128().AsInt16());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Engines_agree(bool deterministic)
    {
        using WasmInstance compiled = Instantiate(deterministic, WasmEngineMode.Compiled);
        using WasmInstance interpreted = Instantiate(deterministic, WasmEngineMode.Interpreted);
        var random = new Random(7);
        byte[] bytes = new byte[16];
        for (int round = 0; round < 300; round++)
        {
            foreach ((string name, int count) in Relaxed)
            {
                var operands = new Vector128<byte>[count];
                for (int i = 0; i < count; i++)
                {
                    random.NextBytes(bytes);
                    operands[i] = (round % 3) switch
                    {
                        0 => Vector128.Create(bytes),
                        1 => Vector128.Create((float)random.NextDouble(), float.NegativeInfinity, -0f, random.Next(-100, 100)).AsByte(),
                        _ => Vector128.Create(random.NextDouble() * 1e10, random.Next(3) - 1).AsByte(),
                    };
                }

                Assert.Equal(Call(compiled, name, operands), Call(interpreted, name, operands));
            }
        }
    }

    [Fact]
    public void Relaxed_results_are_near()
    {
        using WasmInstance guest = Instantiate(deterministic: false, WasmEngineMode.Auto);
        Vector128<byte> Of(float value) => Vector128.Create(value).AsByte();
        float First(string name, params Vector128<byte>[] operands) => Call(guest, name, operands)[0].AsVector128().AsSingle()[0];
        Assert.Equal(10f, First("f32x4.relaxed_madd", Of(2), Of(3), Of(4)));
        Assert.Equal(-2f, First("f32x4.relaxed_nmadd", Of(2), Of(3), Of(4)));
        Assert.Equal(2f, First("f32x4.relaxed_min", Of(2), Of(3)));
        Assert.Equal(3f, First("f32x4.relaxed_max", Of(2), Of(3)));
        Assert.Equal(-7, Call(guest, "i32x4.relaxed_trunc_f32x4_s", Of(-7.9f))[0].AsVector128().AsInt32()[1]);
        var two = Vector128.Create((byte)2);
        Assert.Equal(Vector128.Create((short)8), Call(guest, "i16x8.relaxed_dot_i8x16_i7x16_s", two, two)[0].AsVector128().AsInt16());
    }
}
