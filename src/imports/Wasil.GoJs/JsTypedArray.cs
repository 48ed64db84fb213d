using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs;

/// <summary>A view of an array buffer as numbers of one width: <c>Uint8Array</c> and its relatives.</summary>
/// <threadsafety>One thread at a time, which includes the guest that uses it.</threadsafety>
public sealed class JsTypedArray : JsObject
{
    private readonly int _start;

    internal JsTypedArray(JsObject? prototype, JsElementType elementType, JsArrayBuffer buffer, int start, int length)
        : base(prototype)
    {
        ElementType = elementType;
        Buffer = buffer;
        _start = start;
        Length = length;
    }

    /// <summary>What the elements are.</summary>
    public JsElementType ElementType { get; }

    /// <summary>How many elements it has.</summary>
    public int Length { get; }

    /// <summary>The buffer that it looks at.</summary>
    public JsArrayBuffer Buffer { get; }

    /// <summary>The bytes that it looks at.</summary>
    public Span<byte> Bytes => Buffer.Bytes.AsSpan(_start, Length * ElementBytes);

    internal Memory<byte> Memory => Buffer.Bytes.AsMemory(_start, Length * ElementBytes);

    internal int Start => _start;

    internal int ElementBytes => BytesOf(ElementType);

    internal override string ClassName => $"{ElementType}Array";

    internal static int BytesOf(JsElementType type) => type switch
    {
        JsElementType.Int8 or JsElementType.Uint8 or JsElementType.Uint8Clamped => 1,
        JsElementType.Int16 or JsElementType.Uint16 => 2,
        JsElementType.Float64 => 8,
        _ => 4,
    };

    internal override JsValue GetIndex(long index) => (ulong)index < (ulong)Length ? Read((int)index) : JsValue.Undefined;

    internal override bool SetIndex(long index, JsValue value)
    {
        double number = Conversions.ToNumber(value);
        if ((ulong)index < (ulong)Length)
            Write((int)index, number);
        return true;
    }

    internal override Property? GetOwn(object key) => key switch
    {
        _ when PropertyKeys.IsIndex(key, out long index) =>
            index < Length ? new Property(Read((int)index), PropertyFlags.All) : null,
        "length" => new Property(Length, PropertyFlags.None),
        "byteLength" => new Property(Length * ElementBytes, PropertyFlags.None),
        "byteOffset" => new Property(_start, PropertyFlags.None),
        "buffer" => new Property(Buffer, PropertyFlags.None),
        _ => base.GetOwn(key),
    };

    internal override bool Set(object key, JsValue value, JsValue receiver) =>
        PropertyKeys.IsIndex(key, out long index) ? SetIndex(index, value) : base.Set(key, value, receiver);

    internal override IEnumerable<object> OwnKeys() =>
        Enumerable.Range(0, Length).Select(index => (object)PropertyKeys.OfIndex(index)).Concat(base.OwnKeys());

    // Numbers in a buffer stay what they are: writable.
    internal override void Restrict(PropertyFlags flags)
    {
        if (flags != PropertyFlags.None && Length > 0)
            throw Errors.Type("Cannot freeze or seal array buffer views with elements");
        base.Restrict(flags);
    }

    internal override bool IsRestricted(PropertyFlags flags) =>
        (flags == PropertyFlags.None || Length == 0) && base.IsRestricted(flags);

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.Add(Buffer);
    }

    internal double Read(int index)
    {
        ReadOnlySpan<byte> bytes = Bytes[(index * ElementBytes)..];
        return ElementType switch
        {
            JsElementType.Int8 => (sbyte)bytes[0],
            JsElementType.Uint8 or JsElementType.Uint8Clamped => bytes[0],
            JsElementType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
            JsElementType.Uint16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            JsElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            JsElementType.Uint32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            JsElementType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        };
    }

    internal void Write(int index, double number)
    {
        Span<byte> bytes = Bytes[(index * ElementBytes)..];
        switch (ElementType)
        {
            case JsElementType.Uint8Clamped:
                bytes[0] = double.IsNaN(number) ? (byte)0 : (byte)Math.Round(Math.Clamp(number, 0, 255), MidpointRounding.ToEven);
                break;
            case JsElementType.Float32:
                BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)number);
                break;
            case JsElementType.Float64:
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
                break;
            default:
                // The low bytes of the integer, whatever the sign.
                uint integer = Conversions.ToUInt32(number);
                MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(ref integer))[..ElementBytes].CopyTo(bytes);
                break;
        }
    }
}
