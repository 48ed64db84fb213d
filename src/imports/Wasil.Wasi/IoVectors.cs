using Wasil.Wasi.Layouts;

namespace Wasil.Wasi;

/// <summary>
/// A list of buffers in the guest's memory, all of which lie in it. They are looked at where they are, so a list of any length
/// costs the host no memory; another thread of the guest may change the list meanwhile, so each is checked again when it is used.
/// </summary>
internal readonly ref struct IoVectors
{
    private readonly GuestMemory _memory;
    private readonly ulong _address;

    private IoVectors(GuestMemory memory, ulong address, ulong count)
    {
        _memory = memory;
        _address = address;
        Count = count;
    }

    public ulong Count { get; }

    private int VectorBytes => 2 * _memory.AddressBytes;

    /// <summary>Checks a list.</summary>
    /// <param name="memory">The guest's memory.</param>
    /// <param name="address">Where the list starts.</param>
    /// <param name="count">How many buffers it names.</param>
    /// <param name="vectors">The list.</param>
    /// <returns><see cref="Errno.Fault"/> where the list or a buffer does not lie in memory; <see cref="Errno.Invalid"/> where
    /// the buffers have more bytes together than the result could tell.</returns>
    public static Errno Read(GuestMemory memory, ulong address, ulong count, out IoVectors vectors)
    {
        vectors = new IoVectors(memory, address, count);
        if (!memory.Contains(address, count, vectors.VectorBytes))
            return Errno.Fault;
        ulong total = 0, most = memory.Is64 ? (ulong)long.MaxValue : uint.MaxValue;
        for (ulong i = 0; i < count; i++)
        {
            if (!vectors.TryRead(i, out IoVector vector) || !memory.Contains(vector.Buffer, vector.Length))
                return Errno.Fault;
            total += vector.Length;
            if (total > most)
                return Errno.Invalid;
        }

        return Errno.Success;
    }

    /// <summary>A part of a buffer.</summary>
    /// <param name="index">Which buffer.</param>
    /// <param name="start">How much of it was dealt with already.</param>
    /// <param name="most">How much to take at most.</param>
    /// <param name="part">The part; empty once the whole buffer was dealt with.</param>
    public bool TryGetPart(ulong index, ulong start, int most, out Span<byte> part)
    {
        part = default;
        if (!TryRead(index, out IoVector vector))
            return false;
        if (vector.Length <= start)
            return true;
        // A sum that overflows belongs to a buffer that does not lie in memory; where it comes out may.
        return _memory.Contains(vector.Buffer, vector.Length)
            && _memory.TrySlice(vector.Buffer + start, (int)Math.Min(vector.Length - start, (uint)most), out part);
    }

    private bool TryRead(ulong index, out IoVector vector)
    {
        // As many as memory has room for, and all may be empty.
        _memory.ThrowIfCancelled(index);
        ulong address = _address + (index * (ulong)VectorBytes);
        bool isRead = _memory.TryReadAddress(address, out ulong buffer) & _memory.TryReadAddress(address + (ulong)_memory.AddressBytes, out ulong length);
        vector = new IoVector(buffer, length);
        return isRead;
    }
}
