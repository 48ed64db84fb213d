namespace Wasil.Execution;

/// <summary>The fields of a structure that has more than fit into the object itself.</summary>
/// <param name="references">How many references there are.</param>
/// <param name="numbers">How many slots of numbers there are.</param>
internal sealed class StructOverflow(int references, int numbers)
{
    internal readonly ReferenceSlot[] References = references == 0 ? [] : new ReferenceSlot[references];
    internal readonly long[] Numbers = numbers == 0 ? [] : new long[numbers];
}
