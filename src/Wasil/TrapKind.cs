namespace Wasil;

/// <summary>Why a guest trapped.</summary>
public enum TrapKind
{
    /// <summary>The guest executed <c>unreachable</c>.</summary>
    Unreachable,

    /// <summary>A memory access lay outside the memory.</summary>
    MemoryOutOfBounds,

    /// <summary>A table access lay outside the table.</summary>
    TableOutOfBounds,

    /// <summary>An integer was divided by zero.</summary>
    IntegerDivideByZero,

    /// <summary>An integer result does not fit its type.</summary>
    IntegerOverflow,

    /// <summary>A float that is not a number was converted to an integer.</summary>
    InvalidConversionToInteger,

    /// <summary>An indirect call named an element past the end of its table.</summary>
    UndefinedElement,

    /// <summary>An indirect call named an element that is null.</summary>
    UninitializedElement,

    /// <summary>An indirect call met a function of another type.</summary>
    IndirectCallTypeMismatch,

    /// <summary>A reference was null where it may not be.</summary>
    NullReference,

    /// <summary>An array access lay outside the array.</summary>
    ArrayOutOfBounds,

    /// <summary>A reference was cast to a type that it does not have.</summary>
    CastFailure,

    /// <summary>The guest's structures, arrays and exceptions take more than <see cref="InstanceLimits.HeapBytes"/>.</summary>
    HeapExhausted,

    /// <summary>The calls were nested too deeply for the stack.</summary>
    CallStackExhausted,

    /// <summary>An atomic access was not aligned to its own size. Proposal: threads.</summary>
    UnalignedAtomic,

    /// <summary>A wait on a memory that is not shared, where nobody could end it. Proposal: threads.</summary>
    ExpectedSharedMemory,

    /// <summary>A host function refused what the guest asked for.</summary>
    HostFunction,
}
