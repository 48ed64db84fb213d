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

    /// <summary>Ends a long way through a list of the guest's where that is asked for.</summary>
    /// <param name="index">How far it has come; now and then is often enough.</param>
    /// <exception cref="OperationCanceledException">The call that led here was cancelled.</exception>
    public void ThrowIfCancelled(ulong index)
    {
        const ulong often = 4096;
        if (index % often == often - 1)
            CancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Whether addresses and sizes take 64 bits in the structures that lie in the memory.</summary>
    public bool Is64 => _memory is { Is64: true };

    /// <summary>How many bytes an address or a size takes in the memory: WASI's <c>size</c>, and its pointers.</summary>
    public int AddressBytes => _memory?.AddressBytes ?? sizeof(uint);

    /// <summary>Whether a range lies in the memory; an empty one lies anywhere up to its end.</summary>
    public bool Contains(ulong address, ulong length) =>
        _memory is not null && length <= (ulong)_memory.Length && address <= (ulong)_memory.Length - length;

    /// <summary>Whether a list lies in the memory.</summary>
    public bool Contains(ulong address, ulong count, int size) =>
        _memory is not null && count <= (ulong)_memory.Length / (ulong)size && Contains(address, count * (ulong)size);

    public bool TrySlice(ulong address, int length, out Span<byte> bytes)
    {
        bytes = default;
        return _memory is not null && _memory.TrySlice(address, length, out bytes);
    }

    /// <summary>Where a result goes. It is looked up before anything is done, so that nothing is done where it cannot be
    /// told.</summary>
    public bool TryPlace<T>(ulong address, out Place<T> place)
        where T : unmanaged
    {
        bool found = TrySlice(address, Unsafe.SizeOf<T>(), out Span<byte> bytes);
        place = new Place<T>(bytes);
        return found;
    }

    /// <summary>The same for an address or a size.</summary>
    public bool TryPlaceAddress(ulong address, out AddressPlace place)
    {
        place = new AddressPlace(_memory, address);
        return Contains(address, (ulong)AddressBytes);
    }

    public bool TryRead<T>(ulong address, out T value)
        where T : unmanaged
    {
        value = default;
        if (!TrySlice(address, Unsafe.SizeOf<T>(), out Span<byte> bytes))
            return false;
        value = MemoryMarshal.Read<T>(bytes);
        return true;
    }

    /// <summary>Reads an address or a size.</summary>
    public bool TryReadAddress(ulong address, out ulong value)
    {
        value = 0;
        return _memory is not null && _memory.TryReadAddress(address, out value);
    }

    public bool TryWrite(ulong address, ReadOnlySpan<byte> value)
    {
        if (!TrySlice(address, value.Length, out Span<byte> bytes))
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

    /// <summary>Room for one address or size, as wide as the guest's are.</summary>
    internal readonly struct AddressPlace(WasmMemory? memory, ulong address)
    {
        public void Set(ulong value) => memory!.WriteAddress(address, value);
    }
}
