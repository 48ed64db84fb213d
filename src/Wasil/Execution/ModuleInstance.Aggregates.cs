using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Wasil.Execution;

/// <content>
/// The guest's heap: structures and arrays. Engines make small objects themselves as long as <see cref="HeapAllowance"/> lasts,
/// and call these methods for the rest. Offsets are those of instructions, for traps.
/// </content>
internal sealed unsafe partial class ModuleInstance
{
    // Compiled code takes the bytes of each object that it makes off this; where it falls below zero, the object is made here.
    internal long HeapAllowance;

    // Compiled code takes the types of the objects that it makes from here: the type index space.
    internal readonly DefType[] Definitions;

    private readonly long _heapBytes;

    private HeapGauge Heap => field ??= new HeapGauge(_heapBytes);

    /// <summary>A structure of zeros and nulls: <c>struct.new_default</c>, and the first half of <c>struct.new</c>.</summary>
    public WasmStruct NewStruct(int type, int offset)
    {
        StructLayout layout = StructLayout.Of(Definitions[type]);
        HeapAllowance -= layout.Bytes;
        return HeapAllowance < 0 ? NewWatchedStruct(type, offset) : layout.Allocate();
    }

    /// <summary>As <see cref="NewStruct"/>, where the allowance has been used up by the structure.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public WasmStruct NewWatchedStruct(int type, int offset)
    {
        StructLayout layout = StructLayout.Of(Definitions[type]);
        HeapAllowance = Heap.NextDistance();
        WasmStruct made = layout.Allocate();
        Heap.Record(made, layout.Bytes, offset);
        return made;
    }

    /// <summary><c>ref.i31</c>.</summary>
    public WasmI31 NewI31(int value, int offset) => WasmI31.OfKept(value) ?? Counted(WasmI31.Of(value), offset);

    /// <summary><c>any.convert_extern</c>.</summary>
    public object? Internalize(object? reference, int offset)
    {
        object? converted = HostReference.Internalize(reference);
        return ReferenceEquals(converted, reference) ? converted : Counted(converted!, offset);
    }

    /// <summary>The exception that <c>throw</c> throws, which a guest may keep as an <c>exnref</c>.</summary>
    public ExceptionInstance NewException(WasmValue[] payload, TagInstance tag, int offset) =>
        Counted(new ExceptionInstance(payload, tag, offset), offset, ExceptionInstance.Bytes(payload.Length));

    /// <summary>An array of zeros or nulls: <c>array.new_default</c>, and the first half of all that make arrays.</summary>
    /// <param name="type">The index of its type.</param>
    /// <param name="length">How many elements it has, an unsigned number.</param>
    /// <param name="offset">The instruction's offset.</param>
    public WasmArray NewArray(int type, int length, int offset)
    {
        DefType definition = Definitions[type];
        long bytes = ArrayLayout.Bytes(((ArrayType)definition.Composite).Element.Storage, (uint)length);
        bool isLarge = Heap.IsLarge(bytes);
        if (isLarge)
            Heap.CheckSize(bytes, offset);
        else
            HeapAllowance -= bytes;
        if (length < 0)
            throw Traps.HeapExhausted(offset);
        WasmArray made;
        try
        {
            made = ArrayLayout.Allocate(definition, length);
        }
        catch (OutOfMemoryException)
        {
            throw Traps.HeapExhausted(offset);
        }

        if (HeapAllowance < 0)
            HeapAllowance = Heap.NextDistance();
        else if (!isLarge)
            return made;
        Heap.Record(made, bytes, offset);
        return made;
    }

    /// <summary><c>array.new_data</c>.</summary>
    public WasmArray ArrayNewData(int type, int segment, int segmentStart, int length, int offset)
    {
        ReadOnlySpan<byte> bytes = DataOf(type, segment, segmentStart, length, offset);
        WasmArray made = NewArray(type, length, offset);
        ArrayLayout.CopyFrom(made, 0, bytes);
        return made;
    }

    /// <summary><c>array.new_elem</c>.</summary>
    public WasmArray ArrayNewElem(int type, int segment, int segmentStart, int length, int offset)
    {
        ReadOnlySpan<object?> items = ElementsOf(segment, segmentStart, length, offset);
        WasmArray made = NewArray(type, length, offset);
        items.CopyTo(ArrayLayout.ReferencesOf(made));
        return made;
    }

    /// <summary><c>array.init_data</c>.</summary>
    public void ArrayInitData(object? array, int start, int segmentStart, int count, int type, int segment, int offset)
    {
        WasmArray target = CheckedRange(array, start, count, offset);
        ArrayLayout.CopyFrom(target, start, DataOf(type, segment, segmentStart, count, offset));
    }

    /// <summary><c>array.init_elem</c>.</summary>
    public void ArrayInitElem(object? array, int start, int segmentStart, int count, int segment, int offset)
    {
        WasmArray target = CheckedRange(array, start, count, offset);
        ElementsOf(segment, segmentStart, count, offset).CopyTo(ArrayLayout.ReferencesOf(target)[start..]);
    }

    /// <summary><c>array.fill</c>, of packed integers too.</summary>
    public static void ArrayFillI32(object? array, int start, int value, int count, int offset)
    {
        Array elements = CheckedRange(array, start, count, offset).Elements;
        if (elements is int[] integers)
            integers.AsSpan(start, count).Fill(value);
        else if (elements is byte[] bytes)
            bytes.AsSpan(start, count).Fill((byte)value);
        else
            Unsafe.As<ushort[]>(elements).AsSpan(start, count).Fill((ushort)value);
    }

    /// <summary><c>array.fill</c>.</summary>
    public static void ArrayFillI64(object? array, int start, long value, int count, int offset) =>
        Unsafe.As<long[]>(CheckedRange(array, start, count, offset).Elements).AsSpan(start, count).Fill(value);

    /// <summary><c>array.fill</c>.</summary>
    public static void ArrayFillF32(object? array, int start, float value, int count, int offset) =>
        Unsafe.As<float[]>(CheckedRange(array, start, count, offset).Elements).AsSpan(start, count).Fill(value);

    /// <summary><c>array.fill</c>.</summary>
    public static void ArrayFillF64(object? array, int start, double value, int count, int offset) =>
        Unsafe.As<double[]>(CheckedRange(array, start, count, offset).Elements).AsSpan(start, count).Fill(value);

    /// <summary><c>array.fill</c>.</summary>
    public static void ArrayFillV128(object? array, int start, Vector128<byte> value, int count, int offset) =>
        Unsafe.As<Vector128<byte>[]>(CheckedRange(array, start, count, offset).Elements).AsSpan(start, count).Fill(value);

    /// <summary><c>array.fill</c>.</summary>
    public static void ArrayFillRef(object? array, int start, object? value, int count, int offset) =>
        ArrayLayout.ReferencesOf(CheckedRange(array, start, count, offset)).Slice(start, count).Fill(value);

    /// <summary><c>array.copy</c>.</summary>
    public static void ArrayCopy(object? array, int start, object? from, int fromStart, int count, int offset)
    {
        if (array is null || from is null)
            throw Traps.NullArrayReference(offset);
        WasmArray target = CheckedRange(array, start, count, offset), source = CheckedRange(from, fromStart, count, offset);
        // Both are arrays of one kind of element, and references are kept untyped.
        Array.Copy(source.Elements, fromStart, target.Elements, start, count);
    }

    /// <summary>The array that a bulk instruction works on.</summary>
    /// <exception cref="TrapException">There is none, or the range is not within it.</exception>
    public static WasmArray CheckedRange(object? array, int start, int count, int offset)
    {
        if (array is null)
            throw Traps.NullArrayReference(offset);
        WasmArray target = Unsafe.As<WasmArray>(array);
        if ((ulong)(uint)start + (uint)count > (ulong)target.Elements.Length)
            throw Traps.ArrayOutOfBounds(offset);
        return target;
    }

    /// <summary>Takes an object that was made off the allowance.</summary>
    private T Counted<T>(T made, int offset, int bytes = StructLayout.SmallestBytes)
        where T : class
    {
        HeapAllowance -= bytes;
        if (HeapAllowance < 0)
            Watch(made, offset, bytes);
        return made;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Watch(object made, int offset, int bytes)
    {
        HeapAllowance = Heap.NextDistance();
        Heap.Record(made, bytes, offset);
    }

    private ReadOnlySpan<byte> DataOf(int type, int segment, int start, int count, int offset)
    {
        ReadOnlySpan<byte> bytes = DataSegment(segment);
        ulong length = (ulong)(uint)count * (uint)StructLayout.BytesOf(((ArrayType)Definitions[type].Composite).Element.Storage);
        if ((uint)start + length > (ulong)bytes.Length)
            throw Traps.MemoryOutOfBounds(offset);
        return bytes.Slice(start, (int)length);
    }

    private ReadOnlySpan<object?> ElementsOf(int segment, int start, int count, int offset)
    {
        ReadOnlySpan<object?> items = ElementSegments[segment];
        if ((ulong)(uint)start + (uint)count > (ulong)items.Length)
            throw Traps.TableOutOfBounds(offset);
        return items.Slice(start, count);
    }
}
