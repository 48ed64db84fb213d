using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wasil.Execution;

/// <summary>
/// How the elements of arrays are kept: numbers and vectors in a .NET array of their width, references in one of
/// <see cref="ReferenceSlot"/>. Indices are checked by the callers.
/// </summary>
internal static class ArrayLayout
{
    // The object, and the header of the .NET array.
    private const int ObjectBytes = 32 + 24;

    /// <summary>What an array takes of .NET's heap.</summary>
    public static long Bytes(StorageType element, uint length) =>
        ObjectBytes + (((long)length * StructLayout.BytesOf(element)) + 7 & ~7);

    /// <summary>The .NET type of an element.</summary>
    public static Type ElementOf(StorageType element) => (element.PackedBits, element.Unpacked.Kind) switch
    {
        (8, _) => typeof(byte),
        (16, _) => typeof(ushort),
        (_, ValKind.I32) => typeof(int),
        (_, ValKind.I64) => typeof(long),
        (_, ValKind.F32) => typeof(float),
        (_, ValKind.F64) => typeof(double),
        (_, ValKind.V128) => typeof(Vector128<byte>),
        _ => typeof(ReferenceSlot),
    };

    /// <summary>An array of zeros or nulls.</summary>
    public static WasmArray Allocate(DefType type, int length)
    {
        StorageType element = ((ArrayType)type.Composite).Element.Storage;
        return new WasmArray(type, (element.PackedBits, element.Unpacked.Kind) switch
        {
            (8, _) => new byte[length],
            (16, _) => new ushort[length],
            (_, ValKind.I32) => new int[length],
            (_, ValKind.I64) => new long[length],
            (_, ValKind.F32) => new float[length],
            (_, ValKind.F64) => new double[length],
            (_, ValKind.V128) => new Vector128<byte>[length],
            _ => new ReferenceSlot[length],
        });
    }

    /// <summary>An element; a packed one as an unsigned number.</summary>
    public static WasmValue Get(WasmArray array, int index) => array.Elements switch
    {
        byte[] elements => (int)elements[index],
        ushort[] elements => (int)elements[index],
        int[] elements => elements[index],
        long[] elements => elements[index],
        float[] elements => elements[index],
        double[] elements => elements[index],
        Vector128<byte>[] elements => elements[index],
        _ => WasmValue.FromReference(
            array.ElementType.Storage.Unpacked, Unsafe.As<ReferenceSlot[]>(array.Elements)[index].Value),
    };

    /// <summary>Sets an element to a value of its type.</summary>
    public static void Set(WasmArray array, int index, in WasmValue value) => Fill(array, index, 1, value);

    /// <summary>Sets a range of elements to a value of their type.</summary>
    public static void Fill(WasmArray array, int start, int count, in WasmValue value)
    {
        Debug.Assert(value.Kind == array.ElementType.Storage.Unpacked.Kind, "The value is of another kind.");
        switch (array.Elements)
        {
            case byte[] elements:
                elements.AsSpan(start, count).Fill((byte)value.LowBits);
                break;
            case ushort[] elements:
                elements.AsSpan(start, count).Fill((ushort)value.LowBits);
                break;
            case int[] elements:
                elements.AsSpan(start, count).Fill((int)value.LowBits);
                break;
            case long[] elements:
                elements.AsSpan(start, count).Fill((long)value.LowBits);
                break;
            case float[] elements:
                elements.AsSpan(start, count).Fill(BitConverter.UInt32BitsToSingle((uint)value.LowBits));
                break;
            case double[] elements:
                elements.AsSpan(start, count).Fill(BitConverter.UInt64BitsToDouble(value.LowBits));
                break;
            case Vector128<byte>[] elements:
                elements.AsSpan(start, count).Fill(value.AsVector128());
                break;
            default:
                ReferencesOf(array).Slice(start, count).Fill(value.Reference);
                break;
        }
    }

    /// <summary>Copies numbers or vectors from bytes as they stand in a module, for as many elements as there are bytes.</summary>
    public static void CopyFrom(WasmArray array, int start, ReadOnlySpan<byte> bytes)
    {
        int width = StructLayout.BytesOf(array.ElementType.Storage);
        // SAFETY: the elements are numbers or vectors, as wide as that, and the caller has checked the range. A module is
        // little-endian, as every machine is that Wasil runs on.
        ref byte first = ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(array.Elements), (nint)start * width);
        bytes.CopyTo(MemoryMarshal.CreateSpan(ref first, bytes.Length));
    }

    /// <summary>The elements of an array of references.</summary>
    public static Span<object?> ReferencesOf(WasmArray array)
    {
        ReferenceSlot[] slots = Unsafe.As<ReferenceSlot[]>(array.Elements);
        // SAFETY: a ReferenceSlot is a reference and nothing else.
        return MemoryMarshal.CreateSpan(ref Unsafe.As<ReferenceSlot, object?>(ref MemoryMarshal.GetArrayDataReference(slots)), slots.Length);
    }
}
