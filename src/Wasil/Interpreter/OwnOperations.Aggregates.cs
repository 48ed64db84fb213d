using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Wasil.Execution;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Interpreter;

/// <content>Structures, arrays and casts.</content>
internal static unsafe partial class OwnOperations
{
    private static void ExecuteAggregate(ModuleInstance instance, Operation* at, ulong* fp, Span<object?> references)
    {
        int index = at[1].Low, index2 = at[1].High;
        const int offset = Traps.Pending;
        // SAFETY: the slots lie in the frame, as the lowering has laid it out and the call has checked it.
        switch ((Opcode)at->D)
        {
            case Opcode.StructNew or Opcode.StructNewDesc:
                references[at->A] = NewStruct(instance, index, fp + at->B, references[at->C..]);
                break;
            case Opcode.StructNewDefault:
                references[at->A] = instance.NewStruct(index, offset);
                break;
            case Opcode.StructNewDefaultDesc:
            {
                object descriptor = DescriptorAt(references, at->B);
                references[at->A] = Describe(instance.NewStruct(index, offset), instance, index, descriptor);
                break;
            }

            case Opcode.RefGetDesc:
            {
                object structure = references[at->B] ?? throw Traps.NullReference(offset);
                references[at->A] = DescriptorPlace(instance, index).In<ReferenceSlot>(Unsafe.As<WasmStruct>(structure)).Value;
                break;
            }

            case Opcode.RefCastDescEq or Opcode.RefCastDescEqNull:
            {
                object descriptor = DescriptorAt(references, at->C);
                bool nullable = (Opcode)at->D == Opcode.RefCastDescEqNull;
                if (!HasDescriptor(instance, references[at->B], index, nullable, descriptor))
                    throw Traps.DescriptorCastFailure(offset);
                break;
            }

            case Opcode.BrOnCastDescEq:
            {
                object descriptor = DescriptorAt(references, at->C);
                fp[at->A] = HasDescriptor(instance, references[at->B], index, index2 != 0, descriptor) ? 1UL : 0UL;
                break;
            }

            case Opcode.StructGet or Opcode.StructGetU:
                Get(StructAt(references, at->B), FieldOf(instance, index, index2), fp, references, at->A, signExtends: false);
                break;
            case Opcode.StructGetS:
                Get(StructAt(references, at->B), FieldOf(instance, index, index2), fp, references, at->A, signExtends: true);
                break;
            case Opcode.StructSet:
            {
                FieldPlace field = FieldOf(instance, index, index2);
                Set(StructAt(references, at->B), field, fp + at->C, field.Storage.Unpacked.IsReference ? references[at->C] : null);
                break;
            }

            case Opcode.ArrayNew:
            {
                WasmArray made = instance.NewArray(index, (int)fp[at->C], offset);
                Fill(made, 0, made.Length, fp, references, at->B);
                references[at->A] = made;
                break;
            }

            case Opcode.ArrayNewDefault:
                references[at->A] = instance.NewArray(index, (int)fp[at->B], offset);
                break;
            case Opcode.ArrayNewFixed:
                references[at->A] = NewFixed(instance, index, index2, fp + at->B, references[at->C..]);
                break;
            case Opcode.ArrayNewData:
                references[at->A] = instance.ArrayNewData(index, index2, (int)fp[at->B], (int)fp[at->C], offset);
                break;
            case Opcode.ArrayNewElem:
                references[at->A] = instance.ArrayNewElem(index, index2, (int)fp[at->B], (int)fp[at->C], offset);
                break;
            case Opcode.ArrayGet or Opcode.ArrayGetU:
                GetElement(ElementAt(references, fp, at), (int)fp[at->C], fp, references, at->A, signExtends: false);
                break;
            case Opcode.ArrayGetS:
                GetElement(ElementAt(references, fp, at), (int)fp[at->C], fp, references, at->A, signExtends: true);
                break;
            case Opcode.ArraySet:
            {
                WasmArray array = ElementAt(references, fp, at);
                bool isReference = array.Elements is ReferenceSlot[];
                SetElement(array, (int)fp[at->C], fp + at->E, isReference ? references[at->E] : null);
                break;
            }

            case Opcode.ArrayLen:
                fp[at->A] = (uint)ArrayAt(references, at->B).Length;
                break;
            case Opcode.ArrayFill:
            {
                WasmArray array = ModuleInstance.CheckedRange(references[at->B], (int)fp[at->C], (int)fp[at[1].A], offset);
                Fill(array, (int)fp[at->C], (int)fp[at[1].A], fp, references, at->E);
                break;
            }

            case Opcode.ArrayCopy:
                ModuleInstance.ArrayCopy(
                    references[at->B], (int)fp[at->C], references[at->E], (int)fp[at[1].A], (int)fp[at[1].B], offset);
                break;
            case Opcode.ArrayInitData:
                instance.ArrayInitData(
                    references[at->B], (int)fp[at->C], (int)fp[at->E], (int)fp[at[1].A], index, index2, offset);
                break;
            case Opcode.ArrayInitElem:
                instance.ArrayInitElem(references[at->B], (int)fp[at->C], (int)fp[at->E], (int)fp[at[1].A], index2, offset);
                break;
            case Opcode.RefI31:
                references[at->A] = instance.NewI31((int)fp[at->B], offset);
                break;
            case Opcode.I31GetS:
                fp[at->A] = (uint)I31At(references, at->B).Signed;
                break;
            case Opcode.I31GetU:
                fp[at->A] = (uint)I31At(references, at->B).Signed & int.MaxValue;
                break;
            case Opcode.RefEq:
                fp[at->A] = References.AreEqual(references[at->B], references[at->C]) ? 1UL : 0UL;
                break;
            case Opcode.AnyConvertExtern:
                references[at->A] = instance.Internalize(references[at->B], offset);
                break;
            case Opcode.ExternConvertAny:
                references[at->A] = HostReference.Externalize(references[at->B]);
                break;
            case Opcode.RefTest:
                fp[at->A] = Matches(instance, references[at->B], index, nullable: false) ? 1UL : 0UL;
                break;
            case Opcode.RefTestNull:
                fp[at->A] = Matches(instance, references[at->B], index, nullable: true) ? 1UL : 0UL;
                break;
            case Opcode.RefCast:
                if (!Matches(instance, references[at->B], index, nullable: false))
                    throw Traps.CastFailure(offset);
                break;
            case Opcode.RefCastNull:
                if (!Matches(instance, references[at->B], index, nullable: true))
                    throw Traps.CastFailure(offset);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Whether a reference has a heap type, as the binary format has that.</summary>
    private static bool Matches(ModuleInstance instance, object? reference, int heap, bool nullable)
    {
        if (reference is null)
            return nullable;
        if ((heap & ExactType) != 0 && heap >= 0)
        {
            DefType type = instance.Definitions[heap & ~ExactType];
            return reference is WasmObject aggregate
                ? ReferenceEquals(aggregate.RuntimeType, type)
                : References.IsFunctionOfExactly(reference, type);
        }

        if (heap >= 0)
        {
            DefType type = instance.Definitions[heap];
            return reference is WasmObject aggregate
                ? ReferenceEquals(aggregate.RuntimeType, type) || References.Matches(reference, HeapType.OfDefinition(type))
                : References.IsFunctionOf(reference, type);
        }

        // What is not one of its values is a value of the type's hierarchy, for the operand is.
        HeapType.TryFromCode(heap, out HeapType abstractType);
        return abstractType == Subtyping.Top(abstractType) || References.Matches(reference, abstractType);
    }

    // Above all type indices.
    private const int ExactType = 1 << 30;

    /// <summary>A heap type as the binary format has it, in the form that operations keep it.</summary>
    public static int HeapCode(long heap) =>
        heap >= 0 && TypeCodes.IsExact(heap) ? (int)TypeCodes.IndexOf(heap) | ExactType : (int)heap;

    private static object DescriptorAt(Span<object?> references, int slot) =>
        references[slot] ?? throw Traps.NullDescriptorReference(Traps.Pending);

    private static FieldPlace DescriptorPlace(ModuleInstance instance, int type) => StructLayout.Of(instance.Definitions[type]).Descriptor;

    private static WasmStruct Describe(WasmStruct made, ModuleInstance instance, int type, object descriptor)
    {
        DescriptorPlace(instance, type).In<ReferenceSlot>(made).Value = descriptor;
        return made;
    }

    /// <summary>Whether a reference has a heap type by having a descriptor of it.</summary>
    private static bool HasDescriptor(ModuleInstance instance, object? reference, int heap, bool nullable, object descriptor)
    {
        if (reference is null)
            return nullable;
        int type = heap & ~ExactType;
        // Only then is it known where the descriptor lies. One of an exact type is no other type's.
        return Matches(instance, reference, type, nullable)
            && ReferenceEquals(DescriptorPlace(instance, type).In<ReferenceSlot>(Unsafe.As<WasmStruct>(reference)).Value, descriptor);
    }

    private static FieldPlace FieldOf(ModuleInstance instance, int type, int field) => StructLayout.Of(instance.Definitions[type])[field];

    // The validator has seen that the operand is a structure of the type, or null; likewise below.
    private static WasmStruct StructAt(Span<object?> references, int slot) =>
        references[slot] is { } reference ? Unsafe.As<WasmStruct>(reference) : throw Traps.NullStructureReference(Traps.Pending);

    private static WasmArray ArrayAt(Span<object?> references, int slot) =>
        references[slot] is { } reference ? Unsafe.As<WasmArray>(reference) : throw Traps.NullArrayReference(Traps.Pending);

    private static WasmI31 I31At(Span<object?> references, int slot) =>
        references[slot] is { } reference ? Unsafe.As<WasmI31>(reference) : throw Traps.NullI31Reference(Traps.Pending);

    private static WasmArray ElementAt(Span<object?> references, ulong* fp, Operation* at)
    {
        WasmArray array = ArrayAt(references, at->B);
        if ((uint)fp[at->C] >= (uint)array.Length)
            throw Traps.ArrayOutOfBounds(Traps.Pending);
        return array;
    }

    private static WasmStruct NewStruct(ModuleInstance instance, int type, ulong* slots, Span<object?> references)
    {
        StructLayout layout = StructLayout.Of(instance.Definitions[type]);
        object? descriptor = null;
        if (instance.Definitions[type].Descriptor is not null)
            descriptor = DescriptorAt(references, layout.References);
        WasmStruct made = instance.NewStruct(type, Traps.Pending);
        int fields = made.Fields.Length, reference = 0;
        for (int i = 0; i < fields; i++)
        {
            FieldPlace field = layout[i];
            bool isReference = field.Storage.Unpacked.IsReference;
            Set(made, field, slots, isReference ? references[reference++] : null);
            slots += SlotLayout.SlotsOf(field.Storage.Unpacked.Kind);
        }

        return descriptor is null ? made : Describe(made, instance, type, descriptor);
    }

    private static WasmArray NewFixed(ModuleInstance instance, int type, int length, ulong* slots, Span<object?> references)
    {
        WasmArray made = instance.NewArray(type, length, Traps.Pending);
        ValKind kind = ((ArrayType)instance.Definitions[type].Composite).Element.Storage.Unpacked.Kind;
        for (int i = 0; i < length; i++)
        {
            SetElement(made, i, slots, kind == ValKind.Ref ? references[i] : null);
            slots += SlotLayout.SlotsOf(kind);
        }

        return made;
    }

    private static void Get(
        WasmStruct structure, FieldPlace field, ulong* fp, Span<object?> references, int result, bool signExtends)
    {
        switch (field.Storage.PackedBits, field.Storage.Unpacked.Kind)
        {
            case (8, _):
                fp[result] = signExtends ? (uint)(int)field.In<sbyte>(structure) : field.In<byte>(structure);
                break;
            case (16, _):
                fp[result] = signExtends ? (uint)(int)field.In<short>(structure) : field.In<ushort>(structure);
                break;
            case (_, ValKind.I32 or ValKind.F32):
                fp[result] = field.In<uint>(structure);
                break;
            case (_, ValKind.I64 or ValKind.F64):
                fp[result] = field.In<ulong>(structure);
                break;
            case (_, ValKind.V128):
                *(Vector128<byte>*)(fp + result) = Unsafe.ReadUnaligned<Vector128<byte>>(ref field.In<byte>(structure));
                break;
            default:
                references[result] = field.In<ReferenceSlot>(structure).Value;
                break;
        }
    }

    private static void Set(WasmStruct structure, FieldPlace field, ulong* value, object? reference)
    {
        switch (field.Storage.PackedBits, field.Storage.Unpacked.Kind)
        {
            case (8, _):
                field.In<byte>(structure) = (byte)*value;
                break;
            case (16, _):
                field.In<ushort>(structure) = (ushort)*value;
                break;
            case (_, ValKind.I32 or ValKind.F32):
                field.In<uint>(structure) = (uint)*value;
                break;
            case (_, ValKind.I64 or ValKind.F64):
                field.In<ulong>(structure) = *value;
                break;
            case (_, ValKind.V128):
                Unsafe.WriteUnaligned(ref field.In<byte>(structure), *(Vector128<byte>*)value);
                break;
            default:
                field.In<ReferenceSlot>(structure).Value = reference;
                break;
        }
    }

    private static void GetElement(WasmArray array, int index, ulong* fp, Span<object?> references, int result, bool signExtends)
    {
        switch (array.Elements)
        {
            case byte[] bytes:
                fp[result] = signExtends ? (uint)(int)(sbyte)bytes[index] : bytes[index];
                break;
            case ushort[] shorts:
                fp[result] = signExtends ? (uint)(int)(short)shorts[index] : shorts[index];
                break;
            case int[] integers:
                fp[result] = (uint)integers[index];
                break;
            case long[] longs:
                fp[result] = (ulong)longs[index];
                break;
            case float[] floats:
                *(float*)(fp + result) = floats[index];
                break;
            case double[] doubles:
                *(double*)(fp + result) = doubles[index];
                break;
            case Vector128<byte>[] vectors:
                *(Vector128<byte>*)(fp + result) = vectors[index];
                break;
            default:
                references[result] = ((ReferenceSlot[])array.Elements)[index].Value;
                break;
        }
    }

    private static void SetElement(WasmArray array, int index, ulong* value, object? reference)
    {
        switch (array.Elements)
        {
            case byte[] bytes:
                bytes[index] = (byte)*value;
                break;
            case ushort[] shorts:
                shorts[index] = (ushort)*value;
                break;
            case int[] integers:
                integers[index] = (int)*value;
                break;
            case long[] longs:
                longs[index] = (long)*value;
                break;
            case float[] floats:
                floats[index] = *(float*)value;
                break;
            case double[] doubles:
                doubles[index] = *(double*)value;
                break;
            case Vector128<byte>[] vectors:
                vectors[index] = *(Vector128<byte>*)value;
                break;
            default:
                ((ReferenceSlot[])array.Elements)[index].Value = reference;
                break;
        }
    }

    private static void Fill(WasmArray array, int start, int count, ulong* fp, Span<object?> references, int value)
    {
        switch (array.Elements)
        {
            case int[] or byte[] or ushort[]:
                ModuleInstance.ArrayFillI32(array, start, (int)fp[value], count, Traps.Pending);
                break;
            case long[]:
                ModuleInstance.ArrayFillI64(array, start, (long)fp[value], count, Traps.Pending);
                break;
            case float[]:
                ModuleInstance.ArrayFillF32(array, start, *(float*)(fp + value), count, Traps.Pending);
                break;
            case double[]:
                ModuleInstance.ArrayFillF64(array, start, *(double*)(fp + value), count, Traps.Pending);
                break;
            case Vector128<byte>[]:
                ModuleInstance.ArrayFillV128(array, start, *(Vector128<byte>*)(fp + value), count, Traps.Pending);
                break;
            default:
                ModuleInstance.ArrayFillRef(array, start, references[value], count, Traps.Pending);
                break;
        }
    }
}
