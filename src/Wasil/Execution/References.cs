using Wasil.Syntax;

namespace Wasil.Execution;

/// <summary>What reference instructions ask about references. See "Reference Instructions" in the specification.</summary>
internal static class References
{
    /// <summary>Whether a reference that is not null is one to a closed heap type, whatever hierarchy that is in.</summary>
    public static bool Matches(object reference, HeapType type) => reference switch
    {
        _ when type == HeapType.Extern => true,
        WasmI31 => Subtyping.Matches(HeapType.I31, type),
        HostReference => type == HeapType.Any,
        WasmObject aggregate => Subtyping.Matches(HeapType.OfDefinition(aggregate.RuntimeType, isExact: true), type),
        FunctionInstance function => Subtyping.Matches(HeapType.OfDefinition(function.Type, isExact: true), type),
        ExceptionInstance => type == HeapType.Exn,
        _ => false,
    };

    /// <summary>Whether a reference is one to a closed reference type.</summary>
    public static bool Matches(object? reference, ValType type) =>
        reference is null ? type.IsNullable : Matches(reference, type.HeapType);

    /// <summary><c>ref.test</c> of a function type, whose operand is a function or null.</summary>
    public static bool IsFunctionOf(object? reference, DefType type) =>
        reference is FunctionInstance function && function.Type.IsSubtypeOf(type);

    /// <summary>The same of an exact function type.</summary>
    public static bool IsFunctionOfExactly(object? reference, DefType type) =>
        reference is FunctionInstance function && ReferenceEquals(function.Type, type);

    /// <summary><c>ref.eq</c>.</summary>
    public static bool AreEqual(object? left, object? right) =>
        ReferenceEquals(left, right) || (left is WasmI31 number && right is WasmI31 other && number.Signed == other.Signed);
}
