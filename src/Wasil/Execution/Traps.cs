using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Wasil.Execution;

/// <summary>
/// Makes the exceptions that traps are. Compiled code calls these where a check has failed and throws what they return, so
/// that the call stays out of the way of the code that goes on, and none of it is inlined into what runs seldom. The argument is the instruction's offset in the module.
/// </summary>
internal static class Traps
{
    /// <summary>The offset of a trap in the interpreter, which finds out where it was only when it was thrown.</summary>
    public const int Pending = int.MinValue;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception Unreachable(int offset) => new TrapException(TrapKind.Unreachable, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception MemoryOutOfBounds(int offset) => new TrapException(TrapKind.MemoryOutOfBounds, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception TableOutOfBounds(int offset) => new TrapException(TrapKind.TableOutOfBounds, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception IntegerDivideByZero(int offset) => new TrapException(TrapKind.IntegerDivideByZero, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception IntegerOverflow(int offset) => new TrapException(TrapKind.IntegerOverflow, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception InvalidConversion(int offset) => new TrapException(TrapKind.InvalidConversionToInteger, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception IndirectCallToNull(int offset) => new TrapException(TrapKind.UninitializedElement, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception IndirectCallOutOfBounds(int offset) => new TrapException(TrapKind.UndefinedElement, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception IndirectCallTypeMismatch(int offset) => new TrapException(TrapKind.IndirectCallTypeMismatch, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception NullReference(int offset) => new TrapException(TrapKind.NullReference, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception NullStructureReference(int offset) => TrapException.OfNull("structure", offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception NullDescriptorReference(int offset) => TrapException.OfNull("descriptor", offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception DescriptorCastFailure(int offset) => TrapException.OfForeignDescriptor(offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception NullArrayReference(int offset) => TrapException.OfNull("array", offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception NullI31Reference(int offset) => TrapException.OfNull("i31", offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception ArrayOutOfBounds(int offset) => new TrapException(TrapKind.ArrayOutOfBounds, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception CastFailure(int offset) => new TrapException(TrapKind.CastFailure, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception HeapExhausted(int offset) => new TrapException(TrapKind.HeapExhausted, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception NullFunctionReference(int offset) => TrapException.OfNull("function", offset);

    /// <summary>
    /// What a <see cref="NullReferenceException"/> means that leaves a guest: where the guest's own code threw it, an access hit a
    /// guard page, for that code dereferences no reference that may be null. Else it is a host function's, and this gives null.
    /// </summary>
    public static Exception? OfFault(NullReferenceException fault) =>
        GuestFrames.IsGuest(new StackTrace(fault, fNeedFileInfo: false).GetFrame(0)) ? new TrapException(fault) : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception UnalignedAtomic(int offset) => new TrapException(TrapKind.UnalignedAtomic, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception ExpectedSharedMemory(int offset) => new TrapException(TrapKind.ExpectedSharedMemory, offset);

    [MethodImpl(MethodImplOptions.NoInlining)]
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
