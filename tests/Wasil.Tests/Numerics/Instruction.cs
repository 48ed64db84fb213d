using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Wasil.Numerics;

namespace Wasil.Tests.Numerics;

/// <summary>
/// A method of <see cref="Numeric"/> found by the instruction's mnemonic and called with bit patterns, so that one model serves
/// an instruction whatever CIL types its method has. <see cref="Portable"/>'s form, if there is one, must agree.
/// </summary>
internal sealed class Instruction
{
    private readonly string _mnemonic;
    private readonly List<(Type[] Operands, Type Result, MethodInvoker Invoker, string Class)> _methods = [];

    public Instruction(string mnemonic)
    {
        _mnemonic = mnemonic;
        var name = MethodName(mnemonic);
        foreach (var type in new[] { typeof(Numeric), typeof(Portable) })
        {
            var method = type.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            if (method is null) continue;
            var operands = method.GetParameters().Select(p => p.ParameterType).ToArray();
            _methods.Add((operands, method.ReturnType, MethodInvoker.Create(method), type.Name));
        }

        Assert.True(_methods.Count > 0 && _methods[0].Class == nameof(Numeric), $"{mnemonic} has no method {name}");
    }

    public static string MethodName(string mnemonic) =>
        string.Concat(mnemonic.Split('.', '_').Select(piece => char.ToUpperInvariant(piece[0]) + piece[1..]));

    /// <summary>Calls every form and hands each result to <paramref name="isRight"/>.</summary>
    public void Check(Func<UInt128, bool> isRight, Func<string> expected, params UInt128[] operands)
    {
        foreach (var (types, result, invoker, origin) in _methods)
        {
            var arguments = operands.Select(object? (operand, i) => Box(operand, types[i])).ToArray();
            var actual = Unbox(invoker.Invoke(null, arguments.AsSpan())!, result);
            if (isRight(actual)) continue;
            var shown = string.Join(", ", operands.Select(o => $"0x{o:x}"));
            Assert.Fail($"{origin}: {_mnemonic}({shown}) gave 0x{actual:x}, expected {expected()}");
        }
    }

    public void Check(UInt128 expected, params UInt128[] operands) =>
        Check(actual => actual == expected, () => $"0x{expected:x}", operands);

    public UInt128 Call(params UInt128[] operands)
    {
        var (types, result, invoker, _) = _methods[0];
        var arguments = operands.Select(object? (operand, i) => Box(operand, types[i])).ToArray();
        return Unbox(invoker.Invoke(null, arguments.AsSpan())!, result);
    }

    // Floats are boxed by copying their bits: a conversion would quiet a signalling NaN.
    private static object Box(UInt128 bits, Type type) => type == typeof(int) ? (int)(uint)bits
        : type == typeof(long) ? (long)(ulong)bits
        : type == typeof(float) ? Unsafe.BitCast<uint, float>((uint)bits)
        : type == typeof(double) ? Unsafe.BitCast<ulong, double>((ulong)bits)
        : type == typeof(Vector128<byte>) ? Unsafe.BitCast<UInt128, Vector128<byte>>(bits)
        : throw new ArgumentException($"no operand type: {type}");

    private static UInt128 Unbox(object value, Type type) => type == typeof(int) ? (uint)(int)value
        : type == typeof(bool) ? (bool)value ? UInt128.One : UInt128.Zero
        : type == typeof(long) ? (ulong)(long)value
        : type == typeof(float) ? Unsafe.BitCast<float, uint>((float)value)
        : type == typeof(double) ? Unsafe.BitCast<double, ulong>((double)value)
        : type == typeof(Vector128<byte>) ? Unsafe.BitCast<Vector128<byte>, UInt128>((Vector128<byte>)value)
        : throw new ArgumentException($"no result type: {type}");
}
