using System.Runtime.CompilerServices;

namespace Wasil.Execution;

/// <summary>
/// What accesses to fields take every structure for, whatever its shape: there is no such object. All of them go through this
/// one field, since the JIT compiler takes for granted that what lies in different fields is different memory.
/// </summary>
internal abstract class StructView(DefType type) : WasmStruct(type)
{
    internal AllSlots Slots;

    /// <summary>As many bytes as any shape has.</summary>
    // One more slot than the longest sequence of fields is the reference to the others.
    [InlineArray(11)]
    internal struct AllSlots
    {
        private long _first;
    }
}
