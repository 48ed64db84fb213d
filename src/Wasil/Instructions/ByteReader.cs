using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Wasil.Instructions;

/// <summary>
/// Reads the primitives of the binary format
/// (<see href="https://webassembly.github.io/spec/core/binary/values.html">spec</see>): bytes, LEB128 integers no longer than
/// their type needs and with their unused bits in order, IEEE 754 bits. Failures are <see cref="MalformedModuleException"/>s.
/// </summary>
internal ref struct ByteReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _baseOffset;
    private readonly string? _section;
    private int _position;

    /// <param name="bytes">What to read.</param>
    /// <param name="baseOffset">Where in the module <paramref name="bytes"/> start.</param>
    /// <param name="section">The section they are in, for error messages.</param>
    public ByteReader(ReadOnlySpan<byte> bytes, int baseOffset, string? section = null)
    {
        _bytes = bytes;
        _baseOffset = baseOffset;
        _section = section;
    }

    public readonly ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Where the next byte is, counted from the start of <see cref="Bytes"/>.</summary>
    public int Position
    {
        readonly get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)value, (uint)_bytes.Length);
            _position = value;
        }
    }

    /// <summary>Where the next byte is, counted from the start of the module.</summary>
    public readonly int Offset => _baseOffset + _position;

    public readonly int Remaining => _bytes.Length - _position;

    public readonly bool AtEnd => _position >= _bytes.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        int position = _position;
        if ((uint)position >= (uint)_bytes.Length)
            FailEnd();
        _position = position + 1;
        return _bytes[position];
    }

    /// <summary>The next byte, which stays the next byte.</summary>
    public readonly byte PeekByte()
    {
        if ((uint)_position >= (uint)_bytes.Length)
            FailEnd();
        return _bytes[_position];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ReadU32()
    {
        int position = _position;
        if ((uint)position < (uint)_bytes.Length && _bytes[position] < 0x80)
        {
            _position = position + 1;
            return _bytes[position];
        }

        return (uint)ReadUnsigned(32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ReadU64()
    {
        int position = _position;
        if ((uint)position < (uint)_bytes.Length && _bytes[position] < 0x80)
        {
            _position = position + 1;
            return _bytes[position];
        }

        return ReadUnsigned(64);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadS32()
    {
        int position = _position;
        if ((uint)position < (uint)_bytes.Length && _bytes[position] < 0x80)
        {
            _position = position + 1;
            return (sbyte)(_bytes[position] << 1) >> 1;
        }

        return (int)ReadSigned(32);
    }

    /// <summary>A signed integer of 33 bits: a type index, or a negative code.</summary>
    public long ReadS33() => ReadSigned(33);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadS64()
    {
        int position = _position;
        if ((uint)position < (uint)_bytes.Length && _bytes[position] < 0x80)
        {
            _position = position + 1;
            return (sbyte)(_bytes[position] << 1) >> 1;
        }

        return ReadSigned(64);
    }

    public uint ReadF32Bits() => BinaryPrimitives.ReadUInt32LittleEndian(ReadBytes(4));

    public ulong ReadF64Bits() => BinaryPrimitives.ReadUInt64LittleEndian(ReadBytes(8));

    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if ((uint)count > (uint)Remaining)
            FailEnd();
        ReadOnlySpan<byte> bytes = _bytes.Slice(_position, count);
        _position += count;
        return bytes;
    }

    /// <summary>
    /// The length of a list whose items take <paramref name="itemBytes"/> bytes at least: a length that the remaining bytes
    /// cannot hold is refused here, so callers may allocate as much.
    /// </summary>
    public int ReadCount(int itemBytes = 1)
    {
        int start = _position;
        uint count = ReadU32();
        if (count > (uint)(Remaining / itemBytes))
            Fail("length out of bounds", start);
        return (int)count;
    }

    /// <summary>
    /// A heap type: a type index, with <see cref="ExactHeap"/> added for an exact type, or the code of an abstract heap type as a
    /// negative number (`func`: -0x10).
    /// </summary>
    public long ReadHeapType()
    {
        int start = _position;
        byte code = PeekByte();
        if (code == ExactCode)
        {
            _position = start + 1;
            return ExactHeap + ReadU32();
        }

        if (code is >= 0x40 and < 0x80)
        {
            if (!IsAbstractHeapType(code))
                Fail("malformed reference type", start);
            _position = start + 1;
            return code - 0x80;
        }

        long index = ReadS33();
        if (index < 0)
            Fail("malformed reference type", start);
        return index;
    }

    /// <summary>
    /// A value type: its code as a negative number (i32: -1) and, where the code is <see cref="RefCode"/> or
    /// <see cref="RefNullCode"/>, its heap type, else 0.
    /// </summary>
    public int ReadValueType(out long heap)
    {
        byte code = ReadByte();
        heap = 0;
        if (code is 0x63 or 0x64)
            heap = ReadHeapType();
        else if (code is not (>= 0x7b and <= 0x7f) && !IsAbstractHeapType(code))
            Fail("malformed value type", _position - 1);
        return code - 0x80;
    }

    /// <summary>What an exact type's code is above its index: more than indices have bits.</summary>
    public const long ExactHeap = 1L << 32;

    private const byte ExactCode = 0x62;

    /// <summary>The code of `(ref null ht)`, as a negative number.</summary>
    public const int RefNullCode = 0x63 - 0x80;

    /// <summary>The code of `(ref ht)`, as a negative number.</summary>
    public const int RefCode = 0x64 - 0x80;

    /// <summary>Throws; <paramref name="problem"/> lies at the next byte.</summary>
    [DoesNotReturn]
    public readonly void Fail(string problem) => Fail(problem, _position);

    /// <summary>Throws; <paramref name="problem"/> lies at <paramref name="position"/> in <see cref="Bytes"/>.</summary>
    [DoesNotReturn]
    public readonly void Fail(string problem, int position) =>
        throw new MalformedModuleException(problem, (long)_baseOffset + position, _section);

    [DoesNotReturn]
    private readonly void FailEnd() => Fail(_section is null ? "unexpected end" : "unexpected end of section or function", _bytes.Length);

    // exn, array, struct, i31, eq, any, extern, func, none, noextern, nofunc, noexn.
    private static bool IsAbstractHeapType(byte code) => code is >= 0x69 and <= 0x74;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ReadUnsigned(int bits)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte b = ReadByte();
            int left = bits - shift;
            if (left <= 7)
            {
                if (b >= 0x80)
                    Fail("integer representation too long", _position - 1);
                if (b >> left != 0)
                    Fail("integer too large", _position - 1);
            }

            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
                return value;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long ReadSigned(int bits)
    {
        long value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte b = ReadByte();
            int left = bits - shift;
            if (left <= 7)
            {
                if (b >= 0x80)
                    Fail("integer representation too long", _position - 1);
                // The bits beyond the type repeat its sign bit.
                int sign = (sbyte)(b << 1) >> left;
                if (sign is not (0 or -1))
                    Fail("integer too large", _position - 1);
            }

            value |= (long)(b & 0x7f) << shift;
            if (b < 0x80)
            {
                int unused = 64 - (shift + 7);
                return unused > 0 ? value << unused >> unused : value;
            }
        }
    }
}
