using System.Buffers.Binary;
using System.Text;

namespace Wasil.Tests.Hostile;

/// <summary>
/// A growing buffer with the primitive values of the wasm binary format. It is written by hand and shares nothing with
/// the product's encoder, so that a misunderstanding there cannot agree with itself here.
/// </summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[64];

    /// <summary>The number of bytes written so far.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    public ByteWriter Byte(byte value)
    {
        if (Length == _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        _bytes[Length++] = value;
        return this;
    }

    public ByteWriter Bytes(ReadOnlySpan<byte> values)
    {
        while (_bytes.Length - Length < values.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        values.CopyTo(_bytes.AsSpan(Length));
        Length += values.Length;
        return this;
    }

    /// <summary>An unsigned LEB128 number in its shortest form.</summary>
    public ByteWriter Unsigned(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        return Byte((byte)value);
    }

    /// <summary>A signed LEB128 number in its shortest form.</summary>
    public ByteWriter Signed(long value)
    {
        while (value is < -64 or > 63)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        return Byte((byte)(value & 0x7F));
    }

    /// <summary>A name: the number of its UTF-8 bytes and the bytes.</summary>
    public ByteWriter Name(string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        return Unsigned((ulong)utf8.Length).Bytes(utf8);
    }

    // What follows are instructions with one immediate, because every body needs them.

    public ByteWriter Op(byte opcode) => Byte(opcode);

    /// <summary>An instruction with one index: <c>local.get 3</c>, <c>br 1</c>, <c>call 0</c>.</summary>
    public ByteWriter Op(byte opcode, uint index) => Byte(opcode).Unsigned(index);

    /// <summary>An instruction with two indices, or with an alignment (a power of two) and an offset.</summary>
    public ByteWriter Op(byte opcode, uint first, ulong second) => Byte(opcode).Unsigned(first).Unsigned(second);

    public ByteWriter Get(int local) => Op(Opcodes.LocalGet, (uint)local);

    public ByteWriter Set(int local) => Op(Opcodes.LocalSet, (uint)local);

    public ByteWriter Tee(int local) => Op(Opcodes.LocalTee, (uint)local);

    public ByteWriter I32(int value) => Byte(Opcodes.I32Const).Signed(value);

    public ByteWriter I64(long value) => Byte(Opcodes.I64Const).Signed(value);

    public ByteWriter F32(float value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        return Byte(Opcodes.F32Const).Bytes(bytes);
    }

    public ByteWriter F64(double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return Byte(Opcodes.F64Const).Bytes(bytes);
    }
}
