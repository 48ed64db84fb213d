using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wasil.Execution;

/// <summary>Where a field of a structure is.</summary>
/// <param name="Storage">What it holds.</param>
/// <param name="IsOverflow">Whether it lies in the <see cref="StructOverflow"/>, or else among the object's slots.</param>
/// <param name="Offset">In bytes, from the first slot, or from the first of the overflow's references or numbers.</param>
internal readonly record struct FieldPlace(StorageType Storage, bool IsOverflow, int Offset)
{
    /// <summary>The field itself.</summary>
    /// <typeparam name="T">An integer of the storage's width, <c>float</c>, <c>double</c>, <c>Vector128&lt;byte&gt;</c>, or
    /// <see cref="ReferenceSlot"/>.</typeparam>
    public ref T In<T>(WasmStruct structure)
    {
        if (!IsOverflow)
            return ref structure.At<T>(Offset);
        StructOverflow overflow = Unsafe.As<object?, StructOverflow>(
            ref structure.At<object?>(StructShape.MaximumSlots * StructLayout.SlotBytes));
        // SAFETY: the layout of the structure's type, or of a supertype, has made room for the field here.
        ref byte first = ref Storage.Unpacked.IsReference
            ? ref Unsafe.As<ReferenceSlot, byte>(ref MemoryMarshal.GetArrayDataReference(overflow.References))
            : ref Unsafe.As<long, byte>(ref MemoryMarshal.GetArrayDataReference(overflow.Numbers));
        return ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref first, Offset));
    }

    /// <summary>The field's value; a packed one as an unsigned number.</summary>
    public WasmValue Get(WasmStruct structure) => (Storage.PackedBits, Storage.Unpacked.Kind) switch
    {
        (8, _) => (int)In<byte>(structure),
        (16, _) => (int)In<ushort>(structure),
        (_, ValKind.I32) => In<int>(structure),
        (_, ValKind.I64) => In<long>(structure),
        (_, ValKind.F32) => In<float>(structure),
        (_, ValKind.F64) => In<double>(structure),
        (_, ValKind.V128) => Unsafe.ReadUnaligned<Vector128<byte>>(ref In<byte>(structure)),
        _ => WasmValue.FromReference(Storage.Unpacked, In<ReferenceSlot>(structure).Value),
    };

    /// <summary>Sets the field to a value of its type.</summary>
    public void Set(WasmStruct structure, in WasmValue value)
    {
        Debug.Assert(value.Kind == Storage.Unpacked.Kind, "The value is of another kind.");
        switch (Storage.PackedBits, Storage.Unpacked.Kind)
        {
            case (8, _):
                In<byte>(structure) = (byte)value.LowBits;
                break;
            case (16, _):
                In<ushort>(structure) = (ushort)value.LowBits;
                break;
            case (_, ValKind.I32 or ValKind.F32):
                In<uint>(structure) = (uint)value.LowBits;
                break;
            case (_, ValKind.I64 or ValKind.F64):
                In<ulong>(structure) = value.LowBits;
                break;
            case (_, ValKind.V128):
                Unsafe.WriteUnaligned(ref In<byte>(structure), value.AsVector128());
                break;
            default:
                In<ReferenceSlot>(structure).Value = value.Reference;
                break;
        }
    }
}
