using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Wasil.Wasi.Layouts;

namespace Wasil.Wasi;

/// <summary>The memory of the calling guest, at addresses that may be anything: what does not lie in it is
/// <see cref="Errno.Fault"/>.</summary>
internal readonly ref struct GuestMemory(Caller caller)
{
    // A guest without a memory has no address that is good for anything.
    private readonly WasmMemory? _memory = caller.HasMemory ? caller.Memory : null;

    private readonly Caller _caller = caller;

    /// <summary>Asks for an end of the call that led here.</summary>
    public CancellationToken CancellationToken => _caller.CancellationToken;

    /// <summary>Whether a range lies in the memory; an empty one lies anywhere up to its end.</summary>
    public bool Contains(uint address, ulong length) =>
        _memory is not null && length <= (ulong)_memory.Length && address <= (ulong)_memory.Length - length;

    public bool TrySlice(uint address, int length, out Span<byte> bytes)
    {
        bytes = default;
        return _memory is not null && _memory.TrySlice(address, length, out bytes);
    }

    /// <summary>Where a result goes. It is looked up before anything is done, so that nothing is done where it cannot be
    /// told.</summary>
    public bool TryPlace<T>(uint address, out Place<T> place)
        where T : unmanaged
    {
        bool found = TrySlice(address, Unsafe.SizeOf<T>(), out Span<byte> bytes);
        place = new Place<T>(bytes);
        return found;
    }

    public bool TryRead<T>(ulong address, out T value)
        where T : unmanaged
    {
        value = default;
        if (address > uint.MaxValue || !TrySlice((uint)address, Unsafe.SizeOf<T>(), out Span<byte> bytes))
            return false;
        value = MemoryMarshal.Read<T>(bytes);
        return true;
    }

    public bool TryWrite(ulong address, ReadOnlySpan<byte> value)
    {
        if (address > uint.MaxValue || !TrySlice((uint)address, value.Length, out Span<byte> bytes))
            return false;
        value.CopyTo(bytes);
        return true;
    }

    /// <summary>Room for one value.</summary>
    internal readonly ref struct Place<T>(Span<byte> bytes)
        where T : unmanaged
    {
        private readonly Span<byte> _bytes = bytes;

        public void Set(in T value) => MemoryMarshal.Write(_bytes, in value);
    }
}
