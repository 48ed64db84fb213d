namespace Wasil.Execution;

/// <summary>
/// Makes the exceptions that traps are. Compiled code calls these where a check has failed and throws what they return, so
/// that the call stays out of the way of the code that goes on. The argument is the instruction's offset in the module.
/// </summary>
internal static class Traps
{
    public static Exception Unreachable(int offset) => new TrapException(TrapKind.Unreachable, offset);

    public static Exception MemoryOutOfBounds(int offset) => new TrapException(TrapKind.MemoryOutOfBounds, offset);

    public static Exception TableOutOfBounds(int offset) => new TrapException(TrapKind.TableOutOfBounds, offset);

    public static Exception IntegerDivideByZero(int offset) => new TrapException(TrapKind.IntegerDivideByZero, offset);

    public static Exception IntegerOverflow(int offset) => new TrapException(TrapKind.IntegerOverflow, offset);

    public static Exception InvalidConversion(int offset) => new TrapException(TrapKind.InvalidConversionToInteger, offset);

    public static Exception IndirectCallToNull(int offset) => new TrapException(TrapKind.UninitializedElement, offset);

    public static Exception IndirectCallOutOfBounds(int offset) => new TrapException(TrapKind.UndefinedElement, offset);

    public static Exception IndirectCallTypeMismatch(int offset) => new TrapException(TrapKind.IndirectCallTypeMismatch, offset);

    public static Exception NullReference(int offset) => new TrapException(TrapKind.NullReference, offset);

    public static Exception CallStackExhausted(int offset) => new TrapException(TrapKind.CallStackExhausted, offset);
}
