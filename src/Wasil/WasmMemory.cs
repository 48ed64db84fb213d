using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Wasil.Execution;
using Wasil.Validation;

namespace Wasil;

/// <summary>
/// A linear memory. Every access is checked: an address from a guest may be anything. Accesses outside the memory are the
/// guest's fault wherever its pointers are used, so they throw <see cref="TrapException"/> as the guest's own would.
/// </summary>
/// <remarks>
/// The memory never moves. A span over it covers what it covered even when the memory grows, and is valid until the memory is
/// given back; it must not be used after that. This happens when every instance that uses the memory has ended, and when nothing
/// refers to the memory or to such an instance any more, which a span alone does not do. Within a host function neither can
/// happen to the memories of its caller.
/// </remarks>
/// <threadsafety>Any threads at once. What several write without <see cref="Cell{T}(ulong)"/>, or <see cref="Interlocked"/> on
/// what it gives, may be seen in any order, and torn.</threadsafety>
public sealed class WasmMemory : WasmExtern, IDisposable
{
    private readonly MemoryInstance _memory;
    private int _isHeld;

    private WasmMemory(MemoryInstance memory) => _memory = memory;

    /// <summary>Makes a memory that no module defined, to be imported by several.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="limits">What it may use; <see cref="InstanceLimits.MemoryPages"/> counts.</param>
    /// <exception cref="ArgumentException">No module could define a memory of the type.</exception>
    /// <exception cref="ResourceLimitException">The minimal size is over the limit, or the system has no memory of it.</exception>
    public WasmMemory(MemoryType type, InstanceLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        ModuleValidator.CheckHostType(type, nameof(type));
        _memory = MemoryInstance.Create(type, (limits ?? new InstanceLimits()).MemoryBudget(type));
        _memory.Publish(this);
        _isHeld = 1;
    }

    /// <summary>The memory's type, its present size as the minimum.</summary>
    public override MemoryType Type => _memory.CurrentType;

    /// <summary>Whether the memory is addressed with <c>i64</c>.</summary>
    public bool Is64 => _memory.Type.Is64;

    /// <summary>How many bytes an address takes where one lies in the memory, as C's pointers and <c>size_t</c> do: 4, or 8 where
    /// <see cref="Is64"/>.</summary>
    public int AddressBytes => Is64 ? sizeof(ulong) : sizeof(uint);

    /// <summary>The size in bytes.</summary>
    public long Length => (long)Volatile.Read(ref _memory.Length);

    /// <summary>The size in pages of <see cref="MemoryType.PageSize"/> bytes.</summary>
    public long Pages => (long)_memory.Pages;

    internal override object Address => _memory;

    /// <summary>Grows the memory, as <c>memory.grow</c> does.</summary>
    /// <param name="pages">By how many pages.</param>
    /// <returns>The former size in pages, or -1 if it cannot grow so far.</returns>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public long Grow(long pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        long former = _memory.Grow((ulong)pages);
        ObjectDisposedException.ThrowIf(_memory.IsReleased, typeof(WasmMemory));
        return former;
    }

    /// <summary>
    /// Ends the host's own hold on a memory that it has made: it is given back once no instance uses it any more, at once
    /// where none does. A memory that a module defines belongs to its instance, and this does nothing to it.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isHeld, 0) == 1)
            _memory.Release();
    }

    /// <summary>Whether a range of any length lies in the memory; an empty one does anywhere up to the memory's end.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public bool Contains(ulong start, ulong length)
    {
        ObjectDisposedException.ThrowIf(_memory.IsReleased, typeof(WasmMemory));
        ulong end = Volatile.Read(ref _memory.Length);
        return start <= end && length <= end - start;
    }

    /// <summary>Whether a range lies in the memory; its 64-bit address and length are taken as unsigned.</summary>
    /// <inheritdoc cref="Contains(ulong, ulong)"/>
    public bool Contains(long start, long length) => Contains((ulong)start, (ulong)length);

    /// <summary>Whether a range lies in the memory; its 32-bit address and length are taken as unsigned.</summary>
    /// <inheritdoc cref="Contains(ulong, ulong)"/>
    public bool Contains(int start, int length) => Contains((ulong)(uint)start, (uint)length);

    /// <summary>A part of the memory.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <exception cref="TrapException">The range does not lie in the memory, or its length is below zero.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public Span<byte> Slice(ulong start, int length) =>
        TrySlice(start, length, out Span<byte> slice) ? slice : throw OutOfBounds(start, length);

    /// <summary>A part of the memory at a 64-bit address, which guests hand over as an <c>i64</c>: it is taken as unsigned.</summary>
    /// <inheritdoc cref="Slice(ulong, int)"/>
    public Span<byte> Slice(long start, int length) => Slice((ulong)start, length);

    /// <summary>A part of the memory at a 32-bit address, which guests hand over as an <c>i32</c>: it is taken as unsigned.</summary>
    /// <inheritdoc cref="Slice(ulong, int)"/>
    public Span<byte> Slice(int start, int length) => Slice((ulong)(uint)start, length);

    /// <summary>A part of the memory, or false where the range does not lie in it.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="slice">The part.</param>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public bool TrySlice(ulong start, int length, out Span<byte> slice) => _memory.TrySlice(start, length, out slice);

    /// <summary>A part of the memory at a 64-bit address, taken as unsigned, or false where the range does not lie in it.</summary>
    /// <inheritdoc cref="TrySlice(ulong, int, out Span{byte})"/>
    public bool TrySlice(long start, int length, out Span<byte> slice) => TrySlice((ulong)start, length, out slice);

    /// <summary>A part of the memory at a 32-bit address, taken as unsigned, or false where the range does not lie in it.</summary>
    /// <inheritdoc cref="TrySlice(ulong, int, out Span{byte})"/>
    public bool TrySlice(int start, int length, out Span<byte> slice) => TrySlice((ulong)(uint)start, length, out slice);

    /// <summary>Reads a number or structure, in little-endian order as WebAssembly's loads do.</summary>
    /// <param name="address">Where it starts.</param>
    /// <exception cref="TrapException">It does not lie in the memory.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public T Read<T>(ulong address)
        where T : unmanaged
    {
        T value = MemoryMarshal.Read<T>(Slice(address, Unsafe.SizeOf<T>()));
        GC.KeepAlive(this);
        return value;
    }

    /// <summary>Reads a number or structure at a 64-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="Read{T}(ulong)"/>
    public T Read<T>(long address)
        where T : unmanaged => Read<T>((ulong)address);

    /// <summary>Reads a number or structure at a 32-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="Read{T}(ulong)"/>
    public T Read<T>(int address)
        where T : unmanaged => Read<T>((ulong)(uint)address);

    /// <summary>Writes a number or structure, in little-endian order as WebAssembly's stores do.</summary>
    /// <param name="address">Where it starts.</param>
    /// <param name="value">What to write.</param>
    /// <exception cref="TrapException">It does not lie in the memory; then nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public void Write<T>(ulong address, T value)
        where T : unmanaged
    {
        MemoryMarshal.Write(Slice(address, Unsafe.SizeOf<T>()), in value);
        GC.KeepAlive(this);
    }

    /// <summary>Writes a number or structure at a 64-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="Write{T}(ulong, T)"/>
    public void Write<T>(long address, T value)
        where T : unmanaged => Write((ulong)address, value);

    /// <summary>Writes a number or structure at a 32-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="Write{T}(ulong, T)"/>
    public void Write<T>(int address, T value)
        where T : unmanaged => Write((ulong)(uint)address, value);

    /// <summary>Reads an address or a size of <see cref="AddressBytes"/> bytes, in little-endian order.</summary>
    /// <param name="address">Where it lies.</param>
    /// <exception cref="TrapException">It does not lie in the memory.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public ulong ReadAddress(ulong address) =>
        TryReadAddress(address, out ulong value) ? value : throw OutOfBounds(address, AddressBytes);

    /// <summary>Reads an address or a size that lies at a 64-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="ReadAddress(ulong)"/>
    public ulong ReadAddress(long address) => ReadAddress((ulong)address);

    /// <summary>Reads an address or a size that lies at a 32-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="ReadAddress(ulong)"/>
    public ulong ReadAddress(int address) => ReadAddress((ulong)(uint)address);

    /// <summary>Reads an address or a size of <see cref="AddressBytes"/> bytes, or gives false where it does not lie in the memory.</summary>
    /// <param name="address">Where it lies.</param>
    /// <param name="value">The address or size.</param>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public bool TryReadAddress(ulong address, out ulong value)
    {
        bool isThere = TrySlice(address, AddressBytes, out Span<byte> bytes);
        value = !isThere ? 0 : bytes.Length == sizeof(ulong) ? MemoryMarshal.Read<ulong>(bytes) : MemoryMarshal.Read<uint>(bytes);
        GC.KeepAlive(this);
        return isThere;
    }

    /// <summary>Reads an address or a size that lies at a 64-bit address, taken as unsigned, or gives false where that is not in the memory.</summary>
    /// <inheritdoc cref="TryReadAddress(ulong, out ulong)"/>
    public bool TryReadAddress(long address, out ulong value) => TryReadAddress((ulong)address, out value);

    /// <summary>Reads an address or a size that lies at a 32-bit address, taken as unsigned, or gives false where that is not in the memory.</summary>
    /// <inheritdoc cref="TryReadAddress(ulong, out ulong)"/>
    public bool TryReadAddress(int address, out ulong value) => TryReadAddress((ulong)(uint)address, out value);

    /// <summary>Writes an address or a size of <see cref="AddressBytes"/> bytes, in little-endian order.</summary>
    /// <param name="address">Where it goes.</param>
    /// <param name="value">The address or size; of one that is too large for 4 bytes, the lower half.</param>
    /// <exception cref="TrapException">That does not lie in the memory; then nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public void WriteAddress(ulong address, ulong value)
    {
        if (Is64)
            Write(address, value);
        else
            Write(address, (uint)value);
    }

    /// <summary>Writes an address or a size at a 64-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="WriteAddress(ulong, ulong)"/>
    public void WriteAddress(long address, ulong value) => WriteAddress((ulong)address, value);

    /// <summary>Writes an address or a size at a 32-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="WriteAddress(ulong, ulong)"/>
    public void WriteAddress(int address, ulong value) => WriteAddress((ulong)(uint)address, value);

    /// <summary>Reads UTF-8 text; bytes that are not UTF-8 become U+FFFD.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <exception cref="TrapException">It does not lie in the memory.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public string ReadString(ulong start, int length)
    {
        string text = Decode(Slice(start, length));
        GC.KeepAlive(this);
        return text;
    }

    /// <summary>Reads UTF-8 text at a 64-bit address, taken as unsigned; bytes that are not UTF-8 become U+FFFD.</summary>
    /// <inheritdoc cref="ReadString(ulong, int)"/>
    public string ReadString(long start, int length) => ReadString((ulong)start, length);

    /// <summary>Reads UTF-8 text at a 32-bit address, taken as unsigned; bytes that are not UTF-8 become U+FFFD.</summary>
    /// <inheritdoc cref="ReadString(ulong, int)"/>
    public string ReadString(int start, int length) => ReadString((ulong)(uint)start, length);

    /// <summary>Reads UTF-8 text that ends before a zero byte, as C has it; bytes that are not UTF-8 become U+FFFD.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <exception cref="TrapException">No zero byte follows in the memory, or none within 2 GiB.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public string ReadCString(ulong start)
    {
        ulong end = (ulong)Length;
        Span<byte> rest = Slice(start, start < end ? (int)Math.Min(end - start, int.MaxValue) : 1);
        int length = rest.IndexOf((byte)0);
        string text = length >= 0 ? Decode(rest[..length]) : throw new TrapException(
            TrapKind.MemoryOutOfBounds, -1, $"no zero byte ends the text at 0x{start:x} in a memory of {end} bytes, in a host function");
        GC.KeepAlive(this);
        return text;
    }

    /// <summary>Reads UTF-8 text that ends before a zero byte, at a 64-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="ReadCString(ulong)"/>
    public string ReadCString(long start) => ReadCString((ulong)start);

    /// <summary>Reads UTF-8 text that ends before a zero byte, at a 32-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="ReadCString(ulong)"/>
    public string ReadCString(int start) => ReadCString((ulong)(uint)start);

    /// <summary>Writes text as UTF-8, without a zero byte behind it; what is not text becomes U+FFFD.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <param name="text">The text.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="TrapException">It does not fit into the memory; then nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public int WriteString(ulong start, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int written = Encoding.UTF8.GetBytes(text, Slice(start, Encoding.UTF8.GetByteCount(text)));
        GC.KeepAlive(this);
        return written;
    }

    /// <summary>Writes text as UTF-8 at a 64-bit address, taken as unsigned, without a zero byte behind it.</summary>
    /// <inheritdoc cref="WriteString(ulong, string)"/>
    public int WriteString(long start, string text) => WriteString((ulong)start, text);

    /// <summary>Writes text as UTF-8 at a 32-bit address, taken as unsigned, without a zero byte behind it.</summary>
    /// <inheritdoc cref="WriteString(ulong, string)"/>
    public int WriteString(int start, string text) => WriteString((ulong)(uint)start, text);

    /// <summary>
    /// The place of a number, for the atomic operations of <see cref="Interlocked"/> and <see cref="Volatile"/>, which are those
    /// of WebAssembly's atomic instructions. It is valid for as long as a span over the memory is.
    /// </summary>
    /// <typeparam name="T">An integer of 1, 2, 4 or 8 bytes.</typeparam>
    /// <param name="address">The address, aligned to the number's size.</param>
    /// <exception cref="TrapException">It does not lie in the memory, or is not aligned.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public ref T Cell<T>(ulong address)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<byte> bytes = Slice(address, Unsafe.SizeOf<T>());
        if (!BitOperations.IsPow2(Unsafe.SizeOf<T>()) || Unsafe.SizeOf<T>() > sizeof(ulong))
            throw new NotSupportedException($"There are no atomic operations on {typeof(T)}.");
        if (address % (uint)Unsafe.SizeOf<T>() != 0)
            throw new TrapException(TrapKind.UnalignedAtomic, -1, $"{Unsafe.SizeOf<T>()} bytes at 0x{address:x}, in a host function");
        return ref MemoryMarshal.AsRef<T>(bytes);
    }

    /// <summary>The place of a number at a 64-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="Cell{T}(ulong)"/>
    public ref T Cell<T>(long address)
        where T : unmanaged, IBinaryInteger<T> => ref Cell<T>((ulong)address);

    /// <summary>The place of a number at a 32-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="Cell{T}(ulong)"/>
    public ref T Cell<T>(int address)
        where T : unmanaged, IBinaryInteger<T> => ref Cell<T>((ulong)(uint)address);

    /// <summary>
    /// Waits until somebody notifies an address of this shared memory, as <c>memory.atomic.wait32</c> and
    /// <c>memory.atomic.wait64</c> do. Guests and the host wait in the same queues.
    /// </summary>
    /// <typeparam name="T">An integer of 4 or 8 bytes.</typeparam>
    /// <param name="address">The address, aligned to the number's size.</param>
    /// <param name="expected">What it should hold; otherwise there is no wait.</param>
    /// <param name="timeout">For how long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TrapException">The number does not lie in the memory, or is not aligned.</exception>
    /// <exception cref="InvalidOperationException">The memory is not shared, so nobody else could notify.</exception>
    /// <exception cref="OperationCanceledException">The token asked for an end.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public WasmWaitResult Wait<T>(ulong address, T expected, TimeSpan timeout, CancellationToken cancellationToken = default)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (timeout < TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The time to wait is below zero.");
        if (Unsafe.SizeOf<T>() is not (sizeof(uint) or sizeof(ulong)))
            throw new NotSupportedException($"There is no wait on {typeof(T)}.");
        if (!_memory.Type.IsShared)
            throw new InvalidOperationException("The memory is not shared: nobody could notify.");
        _ = Cell<T>(address);
        long nanoseconds = timeout < TimeSpan.Zero ? -1 : (long)Math.Min(timeout.Ticks * 100m, long.MaxValue);
        var waiter = new ParkingLot.Waiter(cancellationToken.ThrowIfCancellationRequested);
        using CancellationTokenRegistration registration =
            cancellationToken.UnsafeRegister(static waiter => ((ParkingLot.Waiter)waiter!).Wake(), waiter);
        return Unsafe.SizeOf<T>() == sizeof(uint)
            ? _memory.WaitFromHost(address, Unsafe.BitCast<T, uint>(expected), nanoseconds, waiter)
            : _memory.WaitFromHost(address, Unsafe.BitCast<T, ulong>(expected), nanoseconds, waiter);
    }

    /// <summary>Waits at a 64-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="Wait{T}(ulong, T, TimeSpan, CancellationToken)"/>
    public WasmWaitResult Wait<T>(long address, T expected, TimeSpan timeout, CancellationToken cancellationToken = default)
        where T : unmanaged, IBinaryInteger<T> => Wait((ulong)address, expected, timeout, cancellationToken);

    /// <summary>Waits at a 32-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="Wait{T}(ulong, T, TimeSpan, CancellationToken)"/>
    public WasmWaitResult Wait<T>(int address, T expected, TimeSpan timeout, CancellationToken cancellationToken = default)
        where T : unmanaged, IBinaryInteger<T> => Wait((ulong)(uint)address, expected, timeout, cancellationToken);

    /// <summary>Wakes those that have waited longest on an address, as <c>memory.atomic.notify</c> does.</summary>
    /// <param name="address">The address, aligned to 4 bytes.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>How many were woken.</returns>
    /// <exception cref="TrapException">Four bytes there do not lie in the memory, or are not aligned.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public int Notify(ulong address, int count = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _ = Cell<uint>(address);
        return _memory.Notify(address, 0, count, -1);
    }

    /// <summary>Wakes those that wait on a 64-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="Notify(ulong, int)"/>
    public int Notify(long address, int count = int.MaxValue) => Notify((ulong)address, count);

    /// <summary>Wakes those that wait on a 32-bit address, taken as unsigned.</summary>
    /// <inheritdoc cref="Notify(ulong, int)"/>
    public int Notify(int address, int count = int.MaxValue) => Notify((ulong)(uint)address, count);

    internal static WasmMemory Of(MemoryInstance memory) => memory.Facade ?? memory.Publish(new WasmMemory(memory));

    // What another thread writes meanwhile would be counted as one text and decoded as another.
    private string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(_memory.Type.IsShared ? bytes.ToArray() : bytes);

    private TrapException OutOfBounds(ulong start, int length) => new(
        TrapKind.MemoryOutOfBounds, -1, $"{length} bytes at 0x{start:x} of a memory of {Length} bytes, in a host function");
}
