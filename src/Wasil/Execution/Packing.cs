using System.Runtime.Intrinsics;

namespace Wasil.Execution;

/// <summary>Moves values between the types they have in compiled code and <see cref="WasmValue"/>. Emitted code calls these;
/// the kinds were checked before.</summary>
internal static class Packing
{
    public static int ToI32(in WasmValue value) => (int)value.LowBits;

    public static long ToI64(in WasmValue value) => (long)value.LowBits;

    public static float ToF32(in WasmValue value) => BitConverter.UInt32BitsToSingle((uint)value.LowBits);

    public static double ToF64(in WasmValue value) => BitConverter.UInt64BitsToDouble(value.LowBits);

    public static Vector128<byte> ToV128(in WasmValue value) => Vector128.Create(value.LowBits, value.HighBits).AsByte();

    public static object? ToRef(in WasmValue value) => value.Reference;

    public static void SetI32(ref WasmValue place, int value) => place = value;

    public static void SetI64(ref WasmValue place, long value) => place = value;

    public static void SetF32(ref WasmValue place, float value) => place = value;

    public static void SetF64(ref WasmValue place, double value) => place = value;

    public static void SetV128(ref WasmValue place, Vector128<byte> value) => place = value;

    public static void SetRef(ref WasmValue place, object? value) => place = WasmValue.FromReference(ValType.AnyRef, value);

    public static ulong ToNumber(WasmAddress address) => address.Value;

    /// <summary>A reference that the host hands over as an argument, checked against the parameter's type.</summary>
    /// <exception cref="ArgumentException">It is not of that type.</exception>
    public static object? CheckArgument(object? reference, FunctionInstance function, int index)
    {
        ValType type = function.Signature.Parameters[index];
        return Conversion.TryFromHost(reference, type, out object? value)
            ? value
            : throw new ArgumentException($"Argument {index} is not of type {type}.");
    }

    /// <summary>A reference that a host function returned, checked against the result's type.</summary>
    /// <exception cref="InvalidOperationException">It is not of that type.</exception>
    public static object? CheckResult(object? reference, FunctionInstance function, int index)
    {
        ValType type = function.Signature.Results[index];
        return Conversion.TryFromHost(reference, type, out object? value)
            ? value
            : throw new InvalidOperationException($"The host function's result {index} is not of type {type}.");
    }

    /// <summary>Calls a function that takes its arguments in slots, from within its instance.</summary>
    public static unsafe void CallSlots(FunctionInstance function, ulong* slots, object?[] references) =>
        function.Instance.SlotsOf(function)(slots, references, 0);

    /// <summary>Calls a host function that takes untyped values.</summary>
    public static void CallHost(FunctionInstance function, WasmValue[] arguments, WasmValue[] results)
    {
        ((WasmCallback)function.Host!)(new Caller(function.Instance), arguments, results);
        FuncType type = function.Signature;
        for (int i = 0; i < results.Length; i++)
        {
            if (results[i].Kind != type.Results[i].Kind)
                throw new InvalidOperationException(
                    $"The host function's result {i} has kind {results[i].Kind} and is expected to be {type.Results[i]}.");
            if (type.Results[i].IsReference)
                results[i] = WasmValue.FromReference(type.Results[i], CheckResult(results[i].Reference, function, i));
        }
    }
}
