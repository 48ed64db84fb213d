using Wasil.Wasi.Layouts;

namespace Wasil.Wasi;

/// <summary>
/// A list of buffers in the guest's memory, all of which lie in it. They are looked at where they are, so a list of any length
/// costs the host no memory; another thread of the guest may change the list meanwhile, so each is checked again when it is used.
/// </summary>
internal readonly ref struct IoVectors
{
    private const int VectorBytes = 8;

    private readonly GuestMemory _memory;
    private readonly uint _address;

    private IoVectors(GuestMemory memory, uint address, uint count)
    {
        _memory = memory;
        _address = address;
        Count = count;
    }

    public uint Count { get; }

    /// <summary>Checks a list.</summary>
    /// <param name="memory">The guest's memory.</param>
    /// <param name="address">Where the list starts.</param>
    /// <param name="count">How many buffers it names.</param>
    /// <param name="vectors">The list.</param>
    /// <returns><see cref="Errno.Fault"/> where the list or a buffer does not lie in memory; <see cref="Errno.Invalid"/> where
    /// the buffers have more bytes together than the result could tell.</returns>
    public static Errno Read(GuestMemory memory, uint address, uint count, out IoVectors vectors)
    {
        vectors = new IoVectors(memory, address, count);
        if (!memory.Contains(address, (ulong)count * VectorBytes))
            return Errno.Fault;
        ulong total = 0;
        for (uint i = 0; i < count; i++)
        {
            if (!memory.TryRead(vectors.AddressOf(i), out IoVector vector) || !memory.Contains(vector.Buffer, vector.Length))
                return Errno.Fault;
            total += vector.Length;
            if (total > uint.MaxValue)
                return Errno.Invalid;
        }

        return Errno.Success;
    }

    /// <summary>A part of a buffer.</summary>
    /// <param name="index">Which buffer.</param>
    /// <param name="start">How much of it was dealt with already.</param>
    /// <param name="most">How much to take at most.</param>
    /// <param name="part">The part; empty once the whole buffer was dealt with.</param>
    public bool TryGetPart(uint index, uint start, int most, out Span<byte> part)
    {
        part = default;
        if (!_memory.TryRead(AddressOf(index), out IoVector vector))
            return false;
        if (vector.Length <= start)
            return true;
        ulong address = (ulong)vector.Buffer + start;
        int length = (int)Math.Min(vector.Length - start, (uint)most);
        return address <= uint.MaxValue && _memory.TrySlice((uint)address, length, out part);
    }

    private ulong AddressOf(uint index) => _address + ((ulong)index * VectorBytes);
}
