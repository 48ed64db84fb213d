using Wasil.Syntax;

namespace Wasil.Execution;

/// <summary>
/// Checks what the host hands over against the type that the guest expects. A function is a <see cref="WasmFunction"/> to the
/// host and a <see cref="FunctionInstance"/> to the guest, also where it travels as an <c>externref</c>; an exception is a
/// <see cref="TaggedException"/> and an <see cref="ExceptionInstance"/>.
/// </summary>
internal static class Conversion
{
    /// <summary>Throws where a value does not have a type.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void Check(in WasmValue value, ValType type, string parameterName)
    {
        if (value.Kind != type.Kind)
            throw new ArgumentException($"A value of type {type} is expected, and one of kind {value.Kind} was given.", parameterName);
        if (type.IsReference && !Fits(value.Reference, type))
            throw new ArgumentException($"The reference is not of type {type}.", parameterName);
    }

    /// <summary>The reference in a value, if it has the type.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static object? ToReference(in WasmValue value, ValType type, string parameterName)
    {
        Check(value, type, parameterName);
        return value.Reference;
    }

    /// <summary>Whether an object is a value of a reference type.</summary>
    public static bool Fits(object? reference, ValType type)
    {
        if (reference is null)
            return type.IsNullable;
        HeapType heapType = type.HeapType;
        if (heapType == HeapType.Extern)
            return true;
        return reference switch
        {
            FunctionInstance function => Subtyping.Matches(HeapType.OfDefinition(function.Type), heapType),
            ExceptionInstance => heapType == HeapType.Exn,
            _ => false,
        };
    }

    /// <summary>What the guest gets for a reference of the host.</summary>
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
        _ => reference,
    };

    /// <summary>What the host gets for a <c>funcref</c>.</summary>
    public static WasmFunction? ToFunction(object? reference) => reference is FunctionInstance function ? WasmFunction.Of(function) : null;
}
