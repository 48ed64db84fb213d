namespace Wasil.Execution;

/// <summary>
/// Checks what the host hands over against the type that the guest expects. A function is a <see cref="WasmFunction"/> to the
/// host and a <see cref="FunctionInstance"/> to the guest, also where it travels as an <c>externref</c>; an exception is a
/// <see cref="TaggedException"/> and an <see cref="ExceptionInstance"/>.
/// </summary>
internal static class Conversion
{
    /// <summary>What the guest gets for a value of the host.</summary>
    /// <exception cref="ArgumentException">It does not have the type that is expected.</exception>
    public static WasmValue FromHost(in WasmValue value, ValType type, string parameterName)
    {
        if (value.Kind != type.Kind)
            throw new ArgumentException($"A value of type {type} is expected, and one of kind {value.Kind} was given.", parameterName);
        if (!type.IsReference)
            return value;
        if (!TryFromHost(value.Reference, type, out object? reference))
            throw new ArgumentException($"The reference is not of type {type}.", parameterName);
        return WasmValue.FromReference(type, reference);
    }

    /// <summary>What the guest gets for a reference of the host, if that is of the reference type.</summary>
    public static bool TryFromHost(object? reference, ValType type, out object? converted)
    {
        converted = FromHost(reference);
        // As the specification's interface for JavaScript has it: every value of the host is one of anyref.
        if (type.HeapType == HeapType.Any)
            converted = HostReference.Internalize(converted);
        return References.Matches(converted, type);
    }

    /// <summary>What the guest gets for a reference of the host that nothing is known about.</summary>
    public static object? FromHost(object? reference) => reference switch
    {
        WasmFunction function => function.Instance,
        TaggedException exception => exception.Instance,
        _ => reference,
    };

    /// <summary>What the host gets for a reference of the guest.</summary>
    public static object? ToHost(object? reference) => reference switch
    {
        FunctionInstance function => WasmFunction.Of(function),
        ExceptionInstance exception => TaggedException.Of(exception),
        HostReference host => ToHost(host.Value),
        _ => reference,
    };

    /// <summary>What the host gets for a <c>funcref</c>.</summary>
    public static WasmFunction? ToFunction(object? reference) => reference is FunctionInstance function ? WasmFunction.Of(function) : null;
}
