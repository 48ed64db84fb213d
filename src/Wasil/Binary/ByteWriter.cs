using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Wasil.Binary;

/// <summary>
/// Writes the values of the binary format into memory that grows: bytes, LEB128 numbers in their shortest form, names,
/// and contents with their size before them.
/// </summary>
internal sealed partial class ByteWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _bytes;

    public ByteWriter(int capacity = 256) => _bytes = new byte[capacity];

    /// <summary>How many bytes have been written, which is the offset of the next one.</summary>
    public int Length { get; private set; }

    /// <summary>What has been written, until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    /// <summary>Forgets what was written from an offset on.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        Length = length;
    }

    public void WriteByte(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    public void WriteU32(uint value) => WriteU64(value);

    public void WriteU64(ulong value)
    {
        var target = Reserve(10);
        int count = 0;
        while (value >= 0x80)
        {
            target[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[count++] = (byte)value;
        Length += count;
    }

    public void WriteS32(int value) => WriteS64(value);

    /// <summary>Writes a heap or block type: an index, or below zero the code of an abstract type.</summary>
    public void WriteS33(long value) => WriteS64(value);

    public void WriteS64(long value)
    {
        var target = Reserve(10);
        int count = 0;
        while (value is < -0x40 or >= 0x40)
        {
            target[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[count++] = (byte)(value & 0x7f);
        Length += count;
    }

    /// <summary>Writes an <c>f32</c> by its bits, so that a signalling NaN stays what it is.</summary>
    public void WriteF32(uint bits)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Reserve(4), bits);
        Length += 4;
    }

    /// <summary>Writes an <c>f64</c> by its bits.</summary>
    public void WriteF64(ulong bits)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Reserve(8), bits);
        Length += 8;
    }

    /// <summary>Writes a name: its size in bytes and its UTF-8. A lone surrogate has none and throws.</summary>
    public void WriteName(string name)
    {
        int length = Utf8.GetByteCount(name);
        WriteU32((uint)length);
        Utf8.GetBytes(name, Reserve(length));
        Length += length;
    }

    /// <summary>
    /// Puts the size of what was written since <paramref name="start"/> before it, as sections and function bodies have
    /// it. Sized contents nest: write the inner ones, with their sizes, between.
    /// </summary>
    public void InsertSize(int start)
    {
        int size = Length - start;
        int width = LengthOfU64((uint)size);
        Reserve(width);
        _bytes.AsSpan(start, size).CopyTo(_bytes.AsSpan(start + width));
        Length = start;
        WriteU32((uint)size);
        Length = start + width + size;
    }

    /// <summary>How many bytes <see cref="WriteU64"/> writes for a value.</summary>
    public static int LengthOfU64(ulong value) => (BitOperations.Log2(value | 1) / 7) + 1;

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
            Array.Resize(ref _bytes, (int)Math.Clamp(_bytes.Length * 2L, Math.Max(16L, (long)Length + count), Array.MaxLength));
        return _bytes.AsSpan(Length);
    }
}
