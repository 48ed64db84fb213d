namespace Wasil.Validation;

// See "Aggregate Instructions" in the validation chapter.
internal sealed partial class FunctionValidator<TSink>
{
    // From the implementation limits in the WebAssembly JavaScript interface.
    private const uint MaximumFixedElements = 10_000;

    /// <summary>The type of a field once it is read.</summary>
    private StackType Unpacked(FieldType field) => _context.Pack(field.Storage.Unpacked);

    private StackType Reference(uint type, bool nullable) => StackType.OfCode(Type(type), nullable);

    /// <summary>What an instruction makes of the type that it names.</summary>
    private StackType Made() => StackType.OfCode(Type(_instruction.Index), nullable: false, _context.MakesExact);

    private void StructNew(bool described = false)
    {
        var fields = StructFields(_instruction.Index);
        ChargeWide(fields.Length);
        PopDescriptor(described);
        for (int i = fields.Length - 1; i >= 0; i--) PopOperand(Unpacked(fields[i]));
        PushOperand(Made());
    }

    private void PopDescriptor(bool described)
    {
        int type = Type(_instruction.Index);
        bool hasDescriptor = _context.Types[type].Descriptor is not null;
        if (hasDescriptor && !described) Fail($"type with descriptor requires descriptor allocation: {_instruction.Index}");
        if (!hasDescriptor && described) Fail($"type without descriptor requires non-descriptor allocation: {_instruction.Index}");
        if (described) PopOperand(Descriptor(type, nullable: true, exact: true));
    }

    private void StructNewDefault(bool described = false)
    {
        var fields = StructFields(_instruction.Index);
        ChargeWide(fields.Length);
        PopDescriptor(described);
        for (var i = 0; i < fields.Length; i++)
        {
            if (!fields[i].Storage.Unpacked.IsDefaultable) FailDefault($"field {i}");
        }
        PushOperand(Made());
    }

    private void FailDefault(string what) =>
        Fail($"type mismatch: {what} of type {_instruction.Index} has no default value");

    private FieldType Field()
    {
        var fields = StructFields(_instruction.Index);
        if (_instruction.Index2 >= (uint)fields.Length)
            Fail($"unknown field {_instruction.Index2} of type {_instruction.Index}");
        return fields[(int)_instruction.Index2];
    }

    private void RequirePacked(FieldType field, bool packed)
    {
        if (field.Storage.IsPacked != packed)
            Fail($"type mismatch: {(packed ? "unpacked" : "packed")} {field.Storage} in type {_instruction.Index}");
    }

    private void StructGet(bool packed)
    {
        var field = Field();
        RequirePacked(field, packed);
        PopOperand(Reference(_instruction.Index, nullable: true));
        PushOperand(Unpacked(field));
    }

    private void StructSet()
    {
        var field = Field();
        if (!field.IsMutable) Fail($"immutable field {_instruction.Index2} of type {_instruction.Index}");
        PopOperand(Unpacked(field));
        PopOperand(Reference(_instruction.Index, nullable: true));
    }

    private FieldType MutableElement(uint type)
    {
        var element = ArrayElement(type);
        if (!element.IsMutable) Fail($"immutable array type {type}");
        return element;
    }

    private void ArrayNew()
    {
        var element = ArrayElement(_instruction.Index);
        PopOperand(StackType.I32);
        PopOperand(Unpacked(element));
        PushOperand(Made());
    }

    private void ArrayNewDefault()
    {
        if (!ArrayElement(_instruction.Index).Storage.Unpacked.IsDefaultable) FailDefault("element");
        PopOperand(StackType.I32);
        PushOperand(Made());
    }

    private void ArrayNewFixed()
    {
        var element = Unpacked(ArrayElement(_instruction.Index));
        uint count = _instruction.Index2;
        if (count > MaximumFixedElements) Fail($"too many operands: {count}, and at most {MaximumFixedElements} are supported");
        ChargeWide((int)count);
        for (uint i = 0; i < count; i++) PopOperand(element);
        PushOperand(Made());
    }

    private void RequireBits(FieldType element)
    {
        if (element.Storage.Unpacked.IsReference)
            Fail($"array type is not numeric or vector: type {_instruction.Index} holds {element.Storage}");
    }

    private void RequireElement(FieldType element)
    {
        var segment = Element(_instruction.Index2);
        if (element.Storage.IsPacked || !_context.Matches(segment, Unpacked(element)))
            Fail($"type mismatch: element segment's type {segment} does not match array's element type {element.Storage}");
    }

    private void ArrayNewData()
    {
        RequireBits(ArrayElement(_instruction.Index));
        RequireData(_instruction.Index2);
        ArrayNewFromSegment();
    }

    private void ArrayNewElem()
    {
        RequireElement(ArrayElement(_instruction.Index));
        ArrayNewFromSegment();
    }

    private void ArrayNewFromSegment()
    {
        PopOperand(StackType.I32);
        PopOperand(StackType.I32);
        PushOperand(Made());
    }

    private void ArrayGet(bool packed)
    {
        var element = ArrayElement(_instruction.Index);
        RequirePacked(element, packed);
        PopOperand(StackType.I32);
        PopOperand(Reference(_instruction.Index, nullable: true));
        PushOperand(Unpacked(element));
    }

    private void ArraySet()
    {
        var element = MutableElement(_instruction.Index);
        PopOperand(Unpacked(element));
        PopOperand(StackType.I32);
        PopOperand(Reference(_instruction.Index, nullable: true));
    }

    private void ArrayLen()
    {
        PopOperand(StackType.OfAbstract(HeapType.Array, nullable: true));
        PushOperand(StackType.I32);
    }

    private void ArrayFill()
    {
        var element = MutableElement(_instruction.Index);
        PopOperand(StackType.I32);
        PopOperand(Unpacked(element));
        PopOperand(StackType.I32);
        PopOperand(Reference(_instruction.Index, nullable: true));
    }

    private void ArrayCopy()
    {
        var destination = MutableElement(_instruction.Index);
        var source = ArrayElement(_instruction.Index2);
        if (destination.Storage.PackedBits != source.Storage.PackedBits
            || !_context.Matches(Unpacked(source), Unpacked(destination)))
        {
            Fail($"array types do not match: {source.Storage} is copied to {destination.Storage}");
        }
        PopOperand(StackType.I32);
        PopOperand(StackType.I32);
        PopOperand(Reference(_instruction.Index2, nullable: true));
        PopOperand(StackType.I32);
        PopOperand(Reference(_instruction.Index, nullable: true));
    }

    private void ArrayInitData()
    {
        RequireBits(MutableElement(_instruction.Index));
        RequireData(_instruction.Index2);
        ArrayInit();
    }

    private void ArrayInitElem()
    {
        RequireElement(MutableElement(_instruction.Index));
        ArrayInit();
    }

    private void ArrayInit()
    {
        PopOperand(StackType.I32);
        PopOperand(StackType.I32);
        PopOperand(StackType.I32);
        PopOperand(Reference(_instruction.Index, nullable: true));
    }
}
