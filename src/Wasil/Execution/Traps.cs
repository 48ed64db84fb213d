using System.Runtime.CompilerServices;

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

    public static Exception NullFunctionReference(int offset) => TrapException.OfNull("function", offset);

    public static Exception NullExceptionReference(int offset) => TrapException.OfNull("exception", offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe Exception CallStackExhausted(int offset)
    {
        byte here;
        t_exhaustedAt = (nint)(&here);
        return new TrapException(TrapKind.CallStackExhausted, offset);
    }

    /// <summary>How much stack a function takes: the distance from here to where it finds that there is none.</summary>
    /// <param name="function">Calls the function with an instance that has no stack left.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe long MeasureFrame(Action function)
    {
        byte here;
        try
        {
            function();
        }
        catch (TrapException)
        {
            return (nint)(&here) - t_exhaustedAt;
        }

        throw new InvalidOperationException("A function ran although there was no stack for it.");
    }

    [ThreadStatic]
    private static nint t_exhaustedAt;
}
