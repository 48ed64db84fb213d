namespace Wasil.Emscripten;

/// <summary>
/// JavaScript had no 64-bit integers, so Emscripten before 4.0 gives its functions each as two of 32 bits, the lower first, and
/// takes the upper half of a result from <c>getTempRet0</c>.
/// </summary>
internal static class Legalized
{
    /// <summary>A host function of the type that a module expects, whichever of the two it is.</summary>
    /// <param name="type">The type with 64-bit integers.</param>
    /// <param name="function">What it does.</param>
    /// <param name="expected">The type that the module imports.</param>
    /// <param name="setHigh">Takes the upper half of a result.</param>
    public static HostFunction Adapt(FuncType type, WasmCallback function, FuncType expected, Action<int> setHigh)
    {
        FuncType legal = Legalize(type);
        if (!IsSame(legal, expected) || IsSame(type, expected))
            return HostFunction.From(type, function);
        ValType[] parameters = type.Parameters.ToArray();
        return HostFunction.From(legal, (caller, arguments, results) =>
        {
            function(caller, Join(parameters, arguments), results);
            if (type.Results is [var result] && result == ValType.I64)
                results[0] = Split(results[0].AsInt64(), setHigh);
        });
    }

    /// <summary>Whether a type is another one with its 64-bit integers taken apart.</summary>
    public static bool Is(FuncType legal, FuncType type) => IsSame(Legalize(type), legal);

    /// <summary>Puts arguments together again.</summary>
    /// <param name="parameters">The types with 64-bit integers.</param>
    /// <param name="arguments">The arguments, which fit those types taken apart.</param>
    public static WasmValue[] Join(ReadOnlySpan<ValType> parameters, ReadOnlySpan<WasmValue> arguments)
    {
        var whole = new WasmValue[parameters.Length];
        int next = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] == ValType.I64)
            {
                whole[i] = (long)(arguments[next].AsUInt32() | ((ulong)arguments[next + 1].AsUInt32() << 32));
                next += 2;
            }
            else
            {
                whole[i] = arguments[next++];
            }
        }

        return whole;
    }

    /// <summary>Takes a result apart.</summary>
    public static int Split(long value, Action<int> setHigh)
    {
        setHigh((int)(value >> 32));
        return (int)value;
    }

    private static FuncType Legalize(FuncType type)
    {
        var parameters = new List<ValType>();
        foreach (ValType parameter in type.Parameters)
        {
            if (parameter == ValType.I64)
                parameters.AddRange([ValType.I32, ValType.I32]);
            else
                parameters.Add(parameter);
        }

        return new FuncType(parameters, type.Results.ToArray().Select(result => result == ValType.I64 ? ValType.I32 : result));
    }

    private static bool IsSame(FuncType left, FuncType right) =>
        left.Parameters.SequenceEqual(right.Parameters) && left.Results.SequenceEqual(right.Results);
}
