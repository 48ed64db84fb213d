namespace Wasil.Execution;

/// <summary>
/// Where the fields of a structure type are. A subtype adds fields at the end, so the fields are laid out one after the other,
/// each by those before it alone: a supertype's field is at the same place in each of its subtypes.
/// </summary>
internal sealed class StructLayout
{
    public const int SlotBytes = 8;

    /// <summary>Where the first slot is, counted from the reference to the type that every object begins with.</summary>
    public const int FirstSlotOffset = 8;

    /// <summary>What an object with one slot takes of .NET's heap.</summary>
    public const int SmallestBytes = ObjectBytes + SlotBytes;

    // The header and the method table of a .NET object; the type; of an array also its length.
    private const int ObjectBytes = 24;

    private static readonly StorageType s_reference = StorageType.Of(ValType.Ref(HeapType.Struct, nullable: true));

    private readonly DefType _type;
    private readonly FieldPlace[] _fields;
    private int _overflowReferences;
    private readonly int _overflowNumbers;

    private StructLayout(DefType type)
    {
        _type = type;
        var structure = (StructType)type.Composite;
        _fields = new FieldPlace[structure.Fields.Length];
        var slots = new NumberPlaces(StructShape.MaximumSlots);
        var overflow = new NumberPlaces(int.MaxValue);
        uint references = 0;
        int descriptor = DescriptorPosition(type);
        for (int i = 0; i < _fields.Length; i++)
        {
            if (i == descriptor)
                Descriptor = PlaceReference(ref slots, ref references);
            StorageType storage = structure.Fields[i].Storage;
            if (storage.Unpacked.IsReference)
            {
                References++;
                _fields[i] = PlaceReference(ref slots, ref references) with { Storage = storage };
                continue;
            }

            int offset = slots.Take(BytesOf(storage));
            _fields[i] = offset < 0
                ? new FieldPlace(storage, IsOverflow: true, overflow.Take(BytesOf(storage)))
                : new FieldPlace(storage, IsOverflow: false, offset);
        }

        if (descriptor == _fields.Length)
            Descriptor = PlaceReference(ref slots, ref references);

        _overflowNumbers = overflow.Slots;
        HasOverflow = _overflowReferences > 0 || _overflowNumbers > 0;
        // The reference to the overflow has the same place in all types.
        int count = HasOverflow ? StructShape.MaximumSlots + 1 : slots.Slots;
        Shape = StructShape.Of(count, HasOverflow ? references | 1u << StructShape.MaximumSlots : references);
        Bytes = ObjectBytes + (SlotBytes * count)
            + (HasOverflow ? (3 * ObjectBytes) + SlotBytes + (SlotBytes * (_overflowReferences + _overflowNumbers)) : 0);
    }

    public StructShape Shape { get; }

    /// <summary>The place of the descriptor, where the type has one.</summary>
    public FieldPlace Descriptor { get; }

    /// <summary>Whether the object has a <see cref="StructOverflow"/>.</summary>
    public bool HasOverflow { get; }

    /// <summary>What an object takes of .NET's heap.</summary>
    public int Bytes { get; }

    /// <summary>How many of the fields are references.</summary>
    public int References { get; }

    /// <summary>The place of a field.</summary>
    public FieldPlace this[int field] => _fields[field];

    /// <summary>The layout of a structure type.</summary>
    public static StructLayout Of(DefType type) =>
        (StructLayout)(Volatile.Read(ref type.Layout) ?? (type.Layout = new StructLayout(type)));

    /// <summary>
    /// The field that the descriptor lies before. Supertypes need not have a descriptor, so it comes behind the fields of the
    /// last one that has none, and lies there in all types below; -1 where there is no descriptor.
    /// </summary>
    private static int DescriptorPosition(DefType type)
    {
        if (type.Descriptor is null)
            return -1;
        DefType? above = type.Supertype;
        while (above is { Descriptor: not null })
            above = above.Supertype;
        return above is null ? 0 : ((StructType)above.Composite).Fields.Length;
    }

    private FieldPlace PlaceReference(ref NumberPlaces slots, ref uint references)
    {
        int offset = slots.TakeSlot();
        if (offset < 0)
            return new FieldPlace(s_reference, IsOverflow: true, _overflowReferences++ * SlotBytes);
        references |= 1u << (offset / SlotBytes);
        return new FieldPlace(s_reference, IsOverflow: false, offset);
    }

    /// <summary>An object of the type whose fields are zero and null.</summary>
    public WasmStruct Allocate()
    {
        WasmStruct made = Shape.Allocate(_type);
        if (HasOverflow)
            made.At<object?>(StructShape.MaximumSlots * SlotBytes) = new StructOverflow(_overflowReferences, _overflowNumbers);
        return made;
    }

    /// <summary>How many bytes a number or vector takes.</summary>
    public static int BytesOf(StorageType storage) => storage.PackedBits != 0 ? storage.PackedBits / 8 : storage.Unpacked.Kind switch
    {
        ValKind.I32 or ValKind.F32 => 4,
        ValKind.V128 => 16,
        _ => 8,
    };

    /// <summary>Gives out slots, and parts of slots to numbers that need less than one.</summary>
    private struct NumberPlaces(int maximum)
    {
        private int _offset;
        private int _left;

        public int Slots { get; private set; }

        /// <summary>The offset of a slot of its own, or a number below zero where there is none.</summary>
        public int TakeSlot() => Slots < maximum ? Slots++ * SlotBytes : -1;

        /// <summary>The offset of so many bytes, a power of two, or a number below zero where there are none.</summary>
        public int Take(int bytes)
        {
            if (bytes >= SlotBytes)
            {
                int needed = bytes / SlotBytes;
                if (Slots > maximum - needed)
                    return -1;
                Slots += needed;
                return (Slots - needed) * SlotBytes;
            }

            // What was left of the last slot of small numbers, aligned.
            int start = (_offset + bytes - 1) & -bytes;
            int end = _offset + _left;
            if (start + bytes > end)
            {
                start = TakeSlot();
                if (start < 0)
                    return -1;
                end = start + SlotBytes;
            }

            _offset = start + bytes;
            _left = end - _offset;
            return start;
        }
    }
}
