namespace Wasil.Execution;

/// <summary>A structure. What <see cref="Slots"/> is follows from the type's <see cref="StructLayout"/>.</summary>
internal sealed class StructInstance<TSlots>(DefType type) : WasmStruct(type)
    where TSlots : struct, ISlots
{
    internal TSlots Slots;
}
