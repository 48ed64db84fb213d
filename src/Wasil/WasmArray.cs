using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Wasil.Execution;

namespace Wasil;

/// <summary>An array of a guest's heap. See "Array Instances" in the specification.</summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public sealed class WasmArray : WasmObject
{
    // Compiled code reads this, and takes it for the array of the width that ArrayLayout says; it is a ReferenceSlot[] where
    // elements are references.
    internal readonly Array Elements;

    internal WasmArray(DefType type, Array elements)
        : base(type) => Elements = elements;

    /// <summary>The type that the array was made with.</summary>
    public DefType Type => RuntimeType;

    /// <summary>What the elements are.</summary>
    public FieldType ElementType => ((ArrayType)RuntimeType.Composite).Element;

    /// <summary>How many elements there are.</summary>
    public int Length => Elements.Length;

    /// <summary>An element; a packed one as an unsigned number.</summary>
    /// <param name="index">Which one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such element.</exception>
    /// <exception cref="InvalidOperationException">The elements are immutable and one was set.</exception>
    /// <exception cref="ArgumentException">The value is not of the elements' type.</exception>
    public WasmValue this[int index]
    {
        get
        {
            CheckIndex(index);
            return ArrayLayout.Get(this, index);
        }

        set
        {
            CheckIndex(index);
            if (!ElementType.IsMutable)
                throw new InvalidOperationException("The array's elements are immutable.");
            ArrayLayout.Set(this, index, Conversion.FromHost(value, ElementType.Storage.Unpacked, nameof(value)));
        }
    }

    /// <summary>Makes an array. It counts against no instance's limits.</summary>
    /// <param name="type">An array type, as the types of functions, globals and fields name it.</param>
    /// <param name="length">How many elements it has.</param>
    /// <param name="value">What they are at first.</param>
    /// <exception cref="ArgumentException">The type is no array, or the value is not of its elements' type.</exception>
    public static WasmArray Create(DefType type, int length, WasmValue value)
    {
        WasmArray made = Allocate(type, length);
        WasmValue element = Conversion.FromHost(value, made.ElementType.Storage.Unpacked, nameof(value));
        ArrayLayout.Fill(made, 0, length, element);
        return made;
    }

    /// <summary>Makes an array of zeros or nulls. It counts against no instance's limits.</summary>
    /// <param name="type">An array type, as the types of functions, globals and fields name it.</param>
    /// <param name="length">How many elements it has.</param>
    /// <exception cref="ArgumentException">The type is no array, or its elements cannot be null.</exception>
    public static WasmArray Create(DefType type, int length)
    {
        WasmArray made = Allocate(type, length);
        if (length > 0 && !made.ElementType.Storage.Unpacked.IsDefaultable)
            throw new ArgumentException($"The elements need a value: {made.ElementType}.", nameof(type));
        return made;
    }

    /// <summary>The elements themselves, where they are numbers or vectors: what is written is there for the guest.</summary>
    /// <typeparam name="T">A number type of the elements' width: <c>byte</c>, <c>sbyte</c> for <c>i8</c>; <c>short</c>,
    /// <c>ushort</c>, <c>char</c> for <c>i16</c>; <c>int</c>, <c>uint</c>; <c>long</c>, <c>ulong</c>; <c>float</c>;
    /// <c>double</c>; <c>Vector128&lt;byte&gt;</c>.</typeparam>
    /// <exception cref="InvalidOperationException">The elements are of another kind, or immutable.</exception>
    public Span<T> AsSpan<T>()
        where T : unmanaged
    {
        if (!ElementType.IsMutable)
            throw new InvalidOperationException($"The array's elements are immutable: use {nameof(AsReadOnlySpan)}.");
        return View<T>();
    }

    /// <summary>The elements themselves, as <see cref="AsSpan{T}"/> gives them, also where they are immutable.</summary>
    /// <typeparam name="T">A number type of the elements' width.</typeparam>
    /// <exception cref="InvalidOperationException">The elements are of another kind.</exception>
    public ReadOnlySpan<T> AsReadOnlySpan<T>()
        where T : unmanaged => View<T>();

    /// <summary>The type as the text format writes it, and the length.</summary>
    public override string ToString() => $"{RuntimeType} of {Length}";

    private static WasmArray Allocate(DefType type, int length)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (type.Composite is not ArrayType)
            throw new ArgumentException($"The type is no array: {type}.", nameof(type));
        return ArrayLayout.Allocate(type, length);
    }

    private Span<T> View<T>()
        where T : unmanaged
    {
        Type stored = Elements.GetType().GetElementType()!;
        bool fits = typeof(T) == stored
            || (typeof(T) == typeof(sbyte) && stored == typeof(byte))
            || ((typeof(T) == typeof(short) || typeof(T) == typeof(char)) && stored == typeof(ushort))
            || (typeof(T) == typeof(uint) && stored == typeof(int))
            || (typeof(T) == typeof(ulong) && stored == typeof(long));
        if (!fits)
            throw new InvalidOperationException($"The elements are {ElementType.Storage}, and no {typeof(T).Name}.");
        // SAFETY: the array's elements are of T, or of the integer of the same width, as was just seen.
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(Elements)), Length);
    }

    private void CheckIndex(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
    }
}
