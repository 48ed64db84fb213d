using System.Runtime.CompilerServices;

namespace Wasil.Execution;

/// <summary>The fields of a structure that lie in the object itself: slots of eight bytes, one after the other.</summary>
internal interface ISlots
{
    /// <summary>Whether .NET has laid them out in their order and without gaps.</summary>
    bool AreInOrder();
}

/// <summary>Eight bytes of numbers: one number, or several that fit into it.</summary>
internal struct NumberSlot
{
    public long Bits;
}

/// <summary>A reference. Being a structure, it can be an array's element that is stored without a check of its type.</summary>
internal struct ReferenceSlot
{
    public object? Value;
}

/// <summary>No slots at all.</summary>
internal struct NoSlots : ISlots
{
    public readonly bool AreInOrder() => true;
}

/// <summary>The last slot.</summary>
internal struct Slots<TFirst> : ISlots
    where TFirst : struct
{
    public TFirst First;

    public readonly bool AreInOrder() => Unsafe.SizeOf<TFirst>() == StructLayout.SlotBytes;
}

/// <summary>A slot and those behind it.</summary>
internal struct Slots<TFirst, TRest> : ISlots
    where TFirst : struct
    where TRest : struct, ISlots
{
    public TFirst First;
    public TRest Rest;

    public bool AreInOrder() =>
        Unsafe.SizeOf<TFirst>() == StructLayout.SlotBytes
        && Unsafe.SizeOf<Slots<TFirst, TRest>>() == StructLayout.SlotBytes + Unsafe.SizeOf<TRest>()
        && Unsafe.ByteOffset(ref Unsafe.As<TFirst, byte>(ref First), ref Unsafe.As<TRest, byte>(ref Rest)) == StructLayout.SlotBytes
        && Rest.AreInOrder();
}
