using System.Reflection;
using System.Reflection.Emit;
using Wasil.Execution;
using Wasil.Instructions;

namespace Wasil.Compilation;

/// <content>
/// Structures, arrays and i31 references. Where they lie is src/Wasil/Execution's to say. The JIT compiler does not verify what
/// class an operand has, so references stay <c>object</c> throughout.
/// </content>
internal sealed partial class FunctionEmitter
{
    public void StructNew(in Instruction instruction) => NewStruct(instruction, null);

    public void StructNewDesc(in Instruction instruction) => NewStruct(instruction, PopDescriptor(instruction));

    private void NewStruct(in Instruction instruction, Expression? descriptor)
    {
        StructLayout layout = LayoutOf(instruction.Index);
        var values = new Expression[((StructType)_types.Types[instruction.Index].Composite).Fields.Length];
        for (int i = values.Length - 1; i >= 0; i--)
            values[i] = Pop();
        Temporary made = EmitAllocation(instruction, layout);
        var structure = new TemporaryValue(made, isOwned: true);
        for (int i = 0; i < values.Length; i++)
        {
            // A new object is zero already.
            if (values[i] is not Constant { Bits: 0, High: 0 })
                EmitFieldStore(structure, layout[i], values[i]);
        }

        if (descriptor is not null)
            EmitFieldStore(structure, layout.Descriptor, descriptor);
        Push(structure);
    }

    /// <summary>Pops the descriptor of a structure that is about to be made, and emits its check.</summary>
    private Expression PopDescriptor(in Instruction instruction)
    {
        Expression descriptor = PopDuplicable();
        EmitNullCheck(descriptor, nameof(Traps.NullDescriptorReference), instruction.Offset);
        return descriptor;
    }

    public void StructNewDefaultDesc(in Instruction instruction)
    {
        Expression descriptor = PopDescriptor(instruction);
        StructLayout layout = LayoutOf(instruction.Index);
        var structure = new TemporaryValue(EmitAllocation(instruction, layout), isOwned: true);
        EmitFieldStore(structure, layout.Descriptor, descriptor);
        Push(structure);
    }

    public void RefGetDesc(in Instruction instruction)
    {
        Expression structure = PopDuplicable();
        FieldPlace descriptor = LayoutOf(instruction.Index).Descriptor;
        EmitNullCheck(structure, nameof(Traps.NullReference), instruction.Offset);
        // An object keeps its descriptor, so nothing that happens later matters.
        Push(new DerivedValue(
            ValKind.Ref, structure, readsState: false, (emitter, operand) => emitter.EmitFieldLoad(operand, descriptor, signExtends: false)));
    }

    public void StructNewDefault(in Instruction instruction) =>
        Push(new TemporaryValue(EmitAllocation(instruction, LayoutOf(instruction.Index)), isOwned: true));

    public void StructGet(in Instruction instruction) => PushField(instruction, signExtends: false);

    public void StructGetS(in Instruction instruction) => PushField(instruction, signExtends: true);

    public void StructGetU(in Instruction instruction) => PushField(instruction, signExtends: false);

    public void StructSet(in Instruction instruction)
    {
        Expression value = Pop();
        Expression structure = PopDuplicable();
        EmitNullCheck(structure, nameof(Traps.NullStructureReference), instruction.Offset);
        SettleReadersOfState();
        EmitFieldStore(structure, LayoutOf(instruction.Index)[(int)instruction.Index2], value);
        structure.Free(this);
    }

    public void ArrayNew(in Instruction instruction)
    {
        Expression length = PopDuplicable();
        Expression value = Pop();
        Temporary made = EmitNewArray(instruction, length);
        if (value is Constant { Bits: 0, High: 0 })
        {
            value.Free(this);
            length.Free(this);
        }
        else
        {
            EmitLoad(made);
            _il.Emit(OpCodes.Ldc_I4_0);
            Use(value);
            Use(length);
            _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
            _il.Emit(OpCodes.Call, Members.Aggregate($"ArrayFill{value.Kind}"));
        }

        Push(new TemporaryValue(made, isOwned: true));
    }

    public void ArrayNewDefault(in Instruction instruction)
    {
        Expression length = Pop();
        Temporary made = EmitNewArray(instruction, length);
        length.Free(this);
        Push(new TemporaryValue(made, isOwned: true));
    }

    public void ArrayNewFixed(in Instruction instruction)
    {
        StorageType element = ElementOf(instruction.Index);
        var values = new Expression[instruction.Index2];
        for (int i = values.Length - 1; i >= 0; i--)
            values[i] = Pop();
        Temporary made = EmitNewArray(instruction, new Constant(ValKind.I32, instruction.Index2));
        Temporary elements = Take(ValKind.Ref);
        EmitLoad(made);
        _il.Emit(OpCodes.Ldfld, Members.ArrayElements);
        _il.Emit(OpCodes.Stloc, elements.Local);
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is not Constant { Bits: 0, High: 0 })
                EmitElementStore(elements, new Constant(ValKind.I32, (uint)i), element, values[i]);
        }

        Release(elements);
        Push(new TemporaryValue(made, isOwned: true));
    }

    public void ArrayNewData(in Instruction instruction) => NewFromSegment(instruction, nameof(ModuleInstance.ArrayNewData));

    public void ArrayNewElem(in Instruction instruction) => NewFromSegment(instruction, nameof(ModuleInstance.ArrayNewElem));

    public void ArrayGet(in Instruction instruction) => PushElement(instruction, signExtends: false);

    public void ArrayGetS(in Instruction instruction) => PushElement(instruction, signExtends: true);

    public void ArrayGetU(in Instruction instruction) => PushElement(instruction, signExtends: false);

    public void ArraySet(in Instruction instruction)
    {
        Expression value = Pop();
        (Temporary elements, Expression index) = CheckedElement(instruction.Offset);
        SettleReadersOfState();
        EmitElementStore(elements, index, ElementOf(instruction.Index), value);
        index.Free(this);
        Release(elements);
    }

    public void ArrayLen(in Instruction instruction)
    {
        Expression array = PopDuplicable();
        EmitNullCheck(array, nameof(Traps.NullArrayReference), instruction.Offset);
        // An array's length does not change, so nothing that happens later matters.
        Push(new DerivedValue(ValKind.I32, array, readsState: false, (emitter, operand) =>
        {
            operand.Emit(emitter);
            emitter._il.Emit(OpCodes.Ldfld, Members.ArrayElements);
            emitter._il.Emit(OpCodes.Ldlen);
            emitter._il.Emit(OpCodes.Conv_I4);
        }));
    }

    public void ArrayFill(in Instruction instruction)
    {
        Expression count = Pop(), value = Pop(), start = Pop(), array = Pop();
        SettleReadersOfState();
        Use(array);
        Use(start);
        Use(value);
        Use(count);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.Aggregate($"ArrayFill{value.Kind}"));
    }

    public void ArrayCopy(in Instruction instruction)
    {
        Expression count = Pop(), fromStart = Pop(), from = Pop(), start = Pop(), array = Pop();
        SettleReadersOfState();
        foreach (Expression operand in (ReadOnlySpan<Expression>)[array, start, from, fromStart, count])
            Use(operand);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.Aggregate(nameof(ModuleInstance.ArrayCopy)));
    }

    public void ArrayInitData(in Instruction instruction)
    {
        EmitInitOperands();
        _il.Emit(OpCodes.Ldc_I4, (int)instruction.Index);
        _il.Emit(OpCodes.Ldc_I4, (int)instruction.Index2);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.Aggregate(nameof(ModuleInstance.ArrayInitData)));
    }

    public void ArrayInitElem(in Instruction instruction)
    {
        EmitInitOperands();
        _il.Emit(OpCodes.Ldc_I4, (int)instruction.Index2);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.Aggregate(nameof(ModuleInstance.ArrayInitElem)));
    }

    public void RefI31(in Instruction instruction)
    {
        _il.Emit(OpCodes.Ldarg_0);
        Use(Pop());
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.Aggregate(nameof(ModuleInstance.NewI31)));
        PushEmitted(ValKind.Ref);
    }

    public void I31GetS(in Instruction instruction) => PushI31(instruction.Offset, isSigned: true);

    public void I31GetU(in Instruction instruction) => PushI31(instruction.Offset, isSigned: false);

    /// <summary>Emits the load of a field of a structure that was found not to be null.</summary>
    public void EmitFieldLoad(Expression structure, FieldPlace field, bool signExtends)
    {
        EmitFieldAddress(structure, field);
        StorageType storage = field.Storage;
        if (storage.IsPacked)
            _il.Emit(storage.PackedBits == 8
                ? signExtends ? OpCodes.Ldind_I1 : OpCodes.Ldind_U1
                : signExtends ? OpCodes.Ldind_I2 : OpCodes.Ldind_U2);
        else if (storage.Unpacked.IsReference)
            _il.Emit(OpCodes.Ldind_Ref);
        else
            EmitSlotAccess(storage.Unpacked.Kind, EmitIndirectLoad);
    }

    /// <summary>Emits the load of an element whose index was checked.</summary>
    public void EmitElementLoad(Temporary elements, Expression index, StorageType element, bool signExtends)
    {
        EmitLoad(elements);
        index.Emit(this);
        switch (element.PackedBits, element.Unpacked.Kind)
        {
            case (8, _):
                _il.Emit(signExtends ? OpCodes.Ldelem_I1 : OpCodes.Ldelem_U1);
                break;
            case (16, _):
                _il.Emit(signExtends ? OpCodes.Ldelem_I2 : OpCodes.Ldelem_U2);
                break;
            case (_, ValKind.I32):
                _il.Emit(OpCodes.Ldelem_I4);
                break;
            case (_, ValKind.I64):
                _il.Emit(OpCodes.Ldelem_I8);
                break;
            case (_, ValKind.F32):
                _il.Emit(OpCodes.Ldelem_R4);
                break;
            case (_, ValKind.F64):
                _il.Emit(OpCodes.Ldelem_R8);
                break;
            case (_, ValKind.V128):
                _il.Emit(OpCodes.Ldelem, Signature.ClrType(ValKind.V128));
                break;
            default:
                _il.Emit(OpCodes.Ldelema, typeof(ReferenceSlot));
                _il.Emit(OpCodes.Ldfld, Members.SlotReference);
                break;
        }
    }

    private StructLayout LayoutOf(uint type) => StructLayout.Of(_types.Types[type]);

    private StorageType ElementOf(uint type) => ((ArrayType)_types.Types[type].Composite).Element.Storage;

    /// <summary>Emits the check that a reference is not null. It is there even where .NET would notice by itself: a
    /// NullReferenceException means something else.</summary>
    private void EmitNullCheck(Expression reference, string trap, int offset)
    {
        reference.Emit(this);
        _il.Emit(OpCodes.Brfalse, TrapLabel(trap, offset));
    }

    /// <summary>Emits what makes a structure of zeros and nulls.</summary>
    private Temporary EmitAllocation(in Instruction instruction, StructLayout layout)
    {
        int type = (int)instruction.Index, offset = instruction.Offset;
        Temporary made = Take(ValKind.Ref);
        if (layout.HasOverflow)
        {
            EmitCall(nameof(ModuleInstance.NewStruct));
            return made;
        }

        Label watched = _il.DefineLabel(), done = _il.DefineLabel();
        Temporary left = Take(ValKind.I64);
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldfld, Members.HeapAllowance);
        _il.Emit(OpCodes.Ldc_I8, (long)layout.Bytes);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Stloc, left.Local);
        _il.Emit(OpCodes.Ldarg_0);
        EmitLoad(left);
        _il.Emit(OpCodes.Stfld, Members.HeapAllowance);
        EmitLoad(left);
        _il.Emit(OpCodes.Ldc_I8, 0L);
        _il.Emit(OpCodes.Blt, watched);
        Release(left);
        EmitDefinition(type);
        _il.Emit(OpCodes.Newobj, layout.Shape.Constructor);
        _il.Emit(OpCodes.Stloc, made.Local);
        _il.MarkLabel(done);
        _cold.Add(new ColdCode(watched, () =>
        {
            EmitCall(nameof(ModuleInstance.NewWatchedStruct));
            _il.Emit(OpCodes.Br, done);
        }
        ));
        return made;

        void EmitCall(string method)
        {
            _il.Emit(OpCodes.Ldarg_0);
            _il.Emit(OpCodes.Ldc_I4, type);
            _il.Emit(OpCodes.Ldc_I4, offset);
            _il.Emit(OpCodes.Call, Members.Aggregate(method));
            _il.Emit(OpCodes.Stloc, made.Local);
        }
    }

    private void EmitDefinition(int type)
    {
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldfld, Members.Definitions);
        EmitItem(type);
    }

    /// <summary>Emits what makes an array of zeros or nulls; the length stays taken.</summary>
    private Temporary EmitNewArray(in Instruction instruction, Expression length)
    {
        Temporary made = Take(ValKind.Ref);
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldc_I4, (int)instruction.Index);
        length.Emit(this);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.Aggregate(nameof(ModuleInstance.NewArray)));
        _il.Emit(OpCodes.Stloc, made.Local);
        return made;
    }

    private void NewFromSegment(in Instruction instruction, string method)
    {
        Expression length = Pop(), segmentStart = Pop();
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldc_I4, (int)instruction.Index);
        _il.Emit(OpCodes.Ldc_I4, (int)instruction.Index2);
        Use(segmentStart);
        Use(length);
        _il.Emit(OpCodes.Ldc_I4, instruction.Offset);
        _il.Emit(OpCodes.Call, Members.Aggregate(method));
        PushEmitted(ValKind.Ref);
    }

    private void EmitInitOperands()
    {
        Expression count = Pop(), segmentStart = Pop(), start = Pop(), array = Pop();
        SettleReadersOfState();
        _il.Emit(OpCodes.Ldarg_0);
        foreach (Expression operand in (ReadOnlySpan<Expression>)[array, start, segmentStart, count])
            Use(operand);
    }

    private void PushField(in Instruction instruction, bool signExtends)
    {
        Expression structure = PopDuplicable();
        FieldPlace field = LayoutOf(instruction.Index)[(int)instruction.Index2];
        bool isMutable = ((StructType)_types.Types[instruction.Index].Composite).Fields[(int)instruction.Index2].IsMutable;
        EmitNullCheck(structure, nameof(Traps.NullStructureReference), instruction.Offset);
        Push(new DerivedValue(
            field.Storage.Unpacked.Kind, structure, isMutable,
            (emitter, operand) => emitter.EmitFieldLoad(operand, field, signExtends)));
    }

    private void PushElement(in Instruction instruction, bool signExtends)
    {
        StorageType element = ElementOf(instruction.Index);
        (Temporary elements, Expression index) = CheckedElement(instruction.Offset);
        Push(new ElementValue(elements, index, element, signExtends));
    }

    private void PushI31(int offset, bool isSigned)
    {
        Expression reference = PopDuplicable();
        EmitNullCheck(reference, nameof(Traps.NullI31Reference), offset);
        Push(new DerivedValue(ValKind.I32, reference, readsState: false, (emitter, operand) =>
        {
            operand.Emit(emitter);
            emitter._il.Emit(OpCodes.Ldfld, Members.I31Value);
            if (isSigned)
                return;
            emitter._il.Emit(OpCodes.Ldc_I4, int.MaxValue);
            emitter._il.Emit(OpCodes.And);
        }));
    }

    /// <summary>Pops an index and an array, and emits their checks. In this form the JIT compiler sees that its own check of the
    /// index is superfluous.</summary>
    private (Temporary Elements, Expression Index) CheckedElement(int offset)
    {
        Expression index = PopDuplicable();
        Expression array = PopDuplicable();
        EmitNullCheck(array, nameof(Traps.NullArrayReference), offset);
        Temporary elements = Take(ValKind.Ref);
        array.Emit(this);
        array.Free(this);
        _il.Emit(OpCodes.Ldfld, Members.ArrayElements);
        _il.Emit(OpCodes.Stloc, elements.Local);
        index.Emit(this);
        EmitLoad(elements);
        _il.Emit(OpCodes.Ldlen);
        _il.Emit(OpCodes.Conv_I4);
        _il.Emit(OpCodes.Bge_Un, TrapLabel(nameof(Traps.ArrayOutOfBounds), offset));
        return (elements, index);
    }

    private void EmitFieldStore(Expression structure, FieldPlace field, Expression value)
    {
        EmitFieldAddress(structure, field);
        Use(value);
        switch (field.Storage.PackedBits)
        {
            case 8:
                _il.Emit(OpCodes.Stind_I1);
                break;
            case 16:
                _il.Emit(OpCodes.Stind_I2);
                break;
            default:
                if (value.Kind == ValKind.Ref)
                    _il.Emit(OpCodes.Stind_Ref);
                else
                    EmitSlotAccess(value.Kind, EmitIndirectStore);
                break;
        }
    }

    private void EmitFieldAddress(Expression structure, FieldPlace field)
    {
        structure.Emit(this);
        _il.Emit(OpCodes.Ldflda, Members.StructSlots);
        if (!field.IsOverflow)
        {
            EmitOffset(field.Offset);
            return;
        }

        EmitOffset(StructShape.MaximumSlots * StructLayout.SlotBytes);
        _il.Emit(OpCodes.Ldind_Ref);
        bool isReference = field.Storage.Unpacked.IsReference;
        _il.Emit(OpCodes.Ldfld, isReference ? Members.OverflowReferences : Members.OverflowNumbers);
        _il.Emit(OpCodes.Ldc_I4, field.Offset / StructLayout.SlotBytes);
        _il.Emit(OpCodes.Ldelema, isReference ? typeof(ReferenceSlot) : typeof(long));
        EmitOffset(field.Offset % StructLayout.SlotBytes);
    }

    private void EmitOffset(int offset)
    {
        if (offset == 0)
            return;
        _il.Emit(OpCodes.Ldc_I4, offset);
        _il.Emit(OpCodes.Add);
    }

    // Slots are aligned to eight bytes; a vector needs more.
    private void EmitSlotAccess(ValKind kind, Action<ValKind> emit)
    {
        if (kind == ValKind.V128)
            _il.Emit(OpCodes.Unaligned, (byte)1);
        emit(kind);
    }

    private void EmitElementStore(Temporary elements, Expression index, StorageType element, Expression value)
    {
        EmitLoad(elements);
        index.Emit(this);
        if (element.Unpacked.IsReference)
        {
            _il.Emit(OpCodes.Ldelema, typeof(ReferenceSlot));
            Use(value);
            _il.Emit(OpCodes.Stfld, Members.SlotReference);
            return;
        }

        Use(value);
        switch (element.PackedBits, element.Unpacked.Kind)
        {
            case (8, _):
                _il.Emit(OpCodes.Stelem_I1);
                break;
            case (16, _):
                _il.Emit(OpCodes.Stelem_I2);
                break;
            case (_, ValKind.I32):
                _il.Emit(OpCodes.Stelem_I4);
                break;
            case (_, ValKind.I64):
                _il.Emit(OpCodes.Stelem_I8);
                break;
            case (_, ValKind.F32):
                _il.Emit(OpCodes.Stelem_R4);
                break;
            case (_, ValKind.F64):
                _il.Emit(OpCodes.Stelem_R8);
                break;
            default:
                _il.Emit(OpCodes.Stelem, Signature.ClrType(ValKind.V128));
                break;
        }
    }
}
