using Wasil.Instructions;

namespace Wasil.Syntax;

/// <summary>
/// From the codes that <see cref="ByteReader"/> and <see cref="Instruction"/> give to types, and what types require.
/// </summary>
internal static class TypeCodes
{
    /// <summary>The heap type of a code of <see cref="ByteReader.ReadHeapType"/>.</summary>
    public static HeapType HeapTypeOf(long heap)
    {
        // The format writes indices up to 2^32 - 1. None past the limit names a type, so they need not be told apart.
        if (heap >= 0)
            return HeapType.OfIndex((uint)Math.Min(IndexOf(heap), int.MaxValue), IsExact(heap));
        return HeapType.TryFromCode((int)heap, out var type) ? type : throw new ArgumentOutOfRangeException(nameof(heap));
    }

    /// <summary>Whether a code of <see cref="ByteReader.ReadHeapType"/> is of an exact type.</summary>
    public static bool IsExact(long heap) => heap >= ByteReader.ExactHeap;

    /// <summary>The type index in a code of <see cref="ByteReader.ReadHeapType"/> that is not below zero.</summary>
    public static long IndexOf(long heap) => heap & (ByteReader.ExactHeap - 1);

    /// <summary>The value type of a code and heap type of <see cref="ByteReader.ReadValueType"/>.</summary>
    public static ValType ValTypeOf(int code, long heap) => code switch
    {
        -0x01 => ValType.I32,
        -0x02 => ValType.I64,
        -0x03 => ValType.F32,
        -0x04 => ValType.F64,
        -0x05 => ValType.V128,
        ByteReader.RefCode => ValType.Ref(HeapTypeOf(heap), nullable: false),
        ByteReader.RefNullCode => ValType.Ref(HeapTypeOf(heap), nullable: true),
        _ => ValType.Ref(HeapTypeOf(code), nullable: true),
    };

    /// <summary>What must be on for a heap type to be written.</summary>
    public static WasmFeatures FeaturesOf(HeapType type)
    {
        if (!type.IsAbstract)
            return type.IsExact ? WasmFeatures.FunctionReferences | WasmFeatures.CustomDescriptors : WasmFeatures.FunctionReferences;
        if (type == HeapType.Func || type == HeapType.Extern)
            return WasmFeatures.ReferenceTypes;
        return type == HeapType.Exn || type == HeapType.NoExn ? WasmFeatures.Exceptions : WasmFeatures.Gc;
    }

    /// <summary>What must be on for a value type to be written: all of these.</summary>
    public static WasmFeatures FeaturesOf(ValType type) => type.Kind switch
    {
        ValKind.V128 => WasmFeatures.Simd,
        ValKind.Ref => FeaturesOf(type.HeapType) | (type.IsNullable ? WasmFeatures.None : WasmFeatures.FunctionReferences),
        _ => WasmFeatures.None,
    };
}
