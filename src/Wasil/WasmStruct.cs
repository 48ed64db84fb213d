using System.Runtime.CompilerServices;
using Wasil.Execution;

namespace Wasil;

/// <summary>A structure of a guest's heap. See "Structure Instances" in the specification.</summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public abstract class WasmStruct : WasmObject
{
    internal WasmStruct(DefType type)
        : base(type)
    {
    }

    /// <summary>The type that the structure was made with.</summary>
    public DefType Type => RuntimeType;

    /// <summary>The type's fields.</summary>
    public ReadOnlySpan<FieldType> Fields => ((StructType)RuntimeType.Composite).Fields;

    /// <summary>A field's value; a packed one as an unsigned number.</summary>
    /// <param name="field">Which one, counted from zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The type has no such field.</exception>
    /// <exception cref="InvalidOperationException">The field is immutable and was set.</exception>
    /// <exception cref="ArgumentException">The value is not of the field's type.</exception>
    public WasmValue this[int field]
    {
        get
        {
            CheckField(field);
            return Layout[field].Get(this);
        }

        set
        {
            FieldType type = CheckField(field);
            if (!type.IsMutable)
                throw new InvalidOperationException($"Field {field} is immutable: {type}.");
            Layout[field].Set(this, Conversion.FromHost(value, type.Storage.Unpacked, nameof(value)));
        }
    }

    /// <summary>The descriptor that the structure was made with, or null where its type has none. See the proposal for custom
    /// descriptors.</summary>
    public WasmStruct? Descriptor =>
        RuntimeType.Descriptor is null ? null : (WasmStruct?)Layout.Descriptor.In<ReferenceSlot>(this).Value;

    /// <summary>Makes a structure. It counts against no instance's limits.</summary>
    /// <param name="type">A structure type, as the types of functions, globals and fields name it.</param>
    /// <param name="fields">A value for each field; none for a structure of zeros and nulls.</param>
    /// <exception cref="ArgumentException">The type is no structure or needs a descriptor, the number of values is wrong, a value is
    /// not of its field's type, or no value was given for a field that cannot be null.</exception>
    public static WasmStruct Create(DefType type, params ReadOnlySpan<WasmValue> fields)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Descriptor is not null)
            throw new ArgumentException($"The type needs a descriptor: {type}.", nameof(type));
        return Make(type, fields);
    }

    /// <summary>Makes a structure that carries a descriptor. It counts against no instance's limits.</summary>
    /// <param name="type">A structure type with a descriptor.</param>
    /// <param name="descriptor">A structure of exactly <see cref="DefType.Descriptor"/>.</param>
    /// <param name="fields">As for <see cref="Create"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="Create"/>; or the descriptor is of another type.</exception>
    public static WasmStruct CreateDescribed(DefType type, WasmStruct descriptor, params ReadOnlySpan<WasmValue> fields)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(descriptor);
        if (type.Descriptor is not { } expected)
            throw new ArgumentException($"The type has no descriptor: {type}.", nameof(type));
        if (!ReferenceEquals(descriptor.RuntimeType, expected))
            throw new ArgumentException($"The descriptor has to be of exactly this type: {expected}.", nameof(descriptor));
        WasmStruct made = Make(type, fields);
        made.Layout.Descriptor.In<ReferenceSlot>(made).Value = descriptor;
        return made;
    }

    private static WasmStruct Make(DefType type, ReadOnlySpan<WasmValue> fields)
    {
        if (type.Composite is not StructType structure)
            throw new ArgumentException($"The type is no structure: {type}.", nameof(type));
        if (fields.Length != 0 && fields.Length != structure.Fields.Length)
            throw new ArgumentException(
                $"The structure has {structure.Fields.Length} fields, and {fields.Length} values were given.", nameof(fields));
        StructLayout layout = StructLayout.Of(type);
        WasmStruct made = layout.Allocate();
        for (int i = 0; i < structure.Fields.Length; i++)
        {
            ValType content = structure.Fields[i].Storage.Unpacked;
            if (fields.Length > 0)
                layout[i].Set(made, Conversion.FromHost(fields[i], content, nameof(fields)));
            else if (!content.IsDefaultable)
                throw new ArgumentException($"Field {i} needs a value: {content}.", nameof(fields));
        }

        return made;
    }

    /// <summary>The type as the text format writes it.</summary>
    public override string ToString() => RuntimeType.ToString();

    internal StructLayout Layout => StructLayout.Of(RuntimeType);

    /// <summary>What lies at a place among the slots.</summary>
    /// <typeparam name="T">What the layout says is there.</typeparam>
    /// <param name="offset">Counted in bytes from the first slot, within what the layout gives the structure.</param>
    internal ref T At<T>(int offset) =>
        // SAFETY: every shape starts with its first slot at the same place (StructShape checks it), and the layout of the object's
        // own type, or of a supertype, whose slots are the same ones, tells what is there.
        ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(
            ref Unsafe.As<StructView.AllSlots, byte>(ref Unsafe.As<StructView>(this).Slots), offset));

    private FieldType CheckField(int field)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(field);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(field, Fields.Length);
        return Fields[field];
    }
}
