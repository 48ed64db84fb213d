using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Wasil.Execution;

/// <summary>
/// A linear memory. The address space that it may ever use is reserved when it is made, so its base never moves, and what it
/// has grown to is committed. See "Memory Instances" in the specification.
/// </summary>
internal sealed unsafe class MemoryInstance
{
    /// <summary>The largest static offset of an access that guard pages bound: the widest access behind it is bounded too.</summary>
    public const ulong LargestGuardedOffset = GuardPages.GuardBytes - 16;

    private const ulong FourGiB = 1UL << 32;

    // Compiled code reads these two; they are fields for that reason and are written only here.
    internal byte* Base;
    internal ulong Length;

    private readonly Lock _growing = new();
    private ParkingLot? _parking;
    private WasmMemory? _facade;
    private readonly Reservation _reservation;
    private readonly ulong _maximumBytes;
    private readonly ResourceBudget _budget;
    private int _owners = 1;

    private MemoryInstance(MemoryType type, Reservation reservation, ulong maximumBytes, ResourceBudget budget)
    {
        _budget = budget;
        Type = type;
        _reservation = reservation;
        _maximumBytes = maximumBytes;
        Base = reservation.Start;
    }

    public MemoryType Type { get; }

    /// <summary>Whether memories of a type can have guard pages: their addresses have 32 bits, and they end at the end of a
    /// page of the system's.</summary>
    public static bool CanBeGuarded(MemoryType type) => type is { Is64: false, PageSizeLog2: 16 };

    /// <summary>Whether accesses with a 32-bit address and a small offset need no check.</summary>
    public bool IsGuarded => _reservation.IsGuarded;

    /// <summary>Whether the range was given back.</summary>
    public bool IsReleased => Base == null;

    /// <summary>The size now, in pages.</summary>
    public ulong Pages => Length >> Type.PageSizeLog2;

    /// <summary>The type with the present size as its minimum, which is what an import is matched against.</summary>
    public MemoryType CurrentType =>
        new(Type.Limits with { Minimum = Pages }, Type.Is64, Type.IsShared, Type.PageSizeLog2);

    /// <summary>The public view of this memory, made when somebody first asks.</summary>
    public WasmMemory? Facade => Volatile.Read(ref _facade);

    /// <summary>Where threads wait for places of this memory.</summary>
    public ParkingLot Parking => Volatile.Read(ref _parking) ?? Interlocked.CompareExchange(ref _parking, new ParkingLot(), null) ?? _parking;

    /// <summary>Makes a memory of its type's minimal size, all zero.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="budget">The bytes that it may take, even where the type would allow more.</param>
    /// <exception cref="ResourceLimitException">The minimal size is over the limit, or the system has no memory of it.</exception>
    public static MemoryInstance Create(MemoryType type, ResourceBudget budget)
    {
        ulong minimum = Bytes(type, type.Limits.Minimum);
        ulong maximum = Math.Min(type.Limits.Maximum is { } pages ? Bytes(type, pages) : ulong.MaxValue, budget.Limit);
        if (!type.Is64)
            maximum = Math.Min(maximum, FourGiB);
        if (minimum > maximum)
            throw OverLimit(type, minimum, budget);

        Reservation? reservation = CanBeGuarded(type) ? Reservation.TryRent(minimum) : null;
        // Where no range of the full size is left, a smaller one serves: growing past it then fails, as it may.
        ulong wanted = Math.Max(maximum, 1);
        while (reservation is null)
        {
            reservation = Reservation.TryCreate(RoundUp(wanted, 1 << 16));
            if (reservation is not null)
                break;
            if (wanted <= minimum || wanted <= 1)
                throw new ResourceLimitException($"No {minimum:N0} bytes of address space are left for a {type}.");
            wanted = Math.Max(wanted / 2, Math.Max(minimum, 1));
        }

        var memory = new MemoryInstance(type, reservation, wanted == 1 ? 0 : wanted, budget);
        if (memory.Grow(type.Limits.Minimum) < 0)
        {
            reservation.Dispose();
            throw !budget.TryTake(minimum)
                ? OverLimit(type, minimum, budget)
                : new ResourceLimitException($"The system has no {minimum:N0} bytes for a {type}.");
        }

        return memory;
    }

    /// <summary><c>memory.grow</c>: the former size in pages, or -1.</summary>
    public long Grow(ulong pages)
    {
        lock (_growing)
        {
            if (IsReleased)
                return -1;
            ulong length = Length;
            ulong former = length >> Type.PageSizeLog2;
            if (pages == 0)
                return (long)former;
            if (pages > _maximumBytes >> Type.PageSizeLog2)
                return -1;
            ulong grown = length + (pages << Type.PageSizeLog2);
            if (grown > _maximumBytes)
                return -1;
            if (!_budget.TryTake(grown - length))
                return -1;
            // The system commits whole pages of its own; a wasm page may be a single byte. That is at most
            // RoundUp(_maximumBytes), which lies inside the reservation.
            if (!_reservation.TryCommit(RoundUp(grown, SystemPage)))
            {
                _budget.Return(grown - length);
                return -1;
            }

            Volatile.Write(ref Length, grown);
            return (long)former;
        }
    }

    /// <summary><c>memory.grow</c> of a 32-bit memory.</summary>
    public int Grow32(int pages) => (int)Grow((uint)pages);

    /// <summary><c>memory.grow</c> of a 64-bit memory.</summary>
    public long Grow64(long pages) => Grow((ulong)pages);

    /// <summary>Checks an access to a 64-bit memory.</summary>
    /// <param name="address">The dynamic part of the address.</param>
    /// <param name="reach">The static offset and the access's size together.</param>
    /// <param name="offset">Where the instruction is.</param>
    public void Check64(ulong address, ulong reach, int offset)
    {
        ulong length = Length;
        if (reach > length || address > length - reach)
            throw Traps.MemoryOutOfBounds(offset);
    }

    /// <summary>Makes a view the public one, unless there is one already.</summary>
    /// <returns>The one that it is.</returns>
    public WasmMemory Publish(WasmMemory facade) => Interlocked.CompareExchange(ref _facade, facade, null) ?? facade;

    /// <summary>The place of an atomic access, checked.</summary>
    /// <param name="address">The dynamic part of the address.</param>
    /// <param name="staticOffset">The static part.</param>
    /// <param name="size">How many bytes, a power of two.</param>
    /// <param name="offset">Where the instruction is.</param>
    public byte* AtomicPlace(ulong address, ulong staticOffset, uint size, int offset)
    {
        ulong effective = unchecked(address + staticOffset);
        if ((effective & (size - 1)) != 0)
            throw Traps.UnalignedAtomic(offset);
        return effective < address ? throw Traps.MemoryOutOfBounds(offset) : Checked(effective, size, offset);
    }

    /// <summary><c>memory.atomic.wait32</c>, on behalf of an instance.</summary>
    public int Wait32(ulong address, ulong staticOffset, int expected, long nanoseconds, ModuleInstance instance, int offset) =>
        Wait(address, staticOffset, (uint)expected, nanoseconds, instance, offset);

    /// <summary><c>memory.atomic.wait64</c>, on behalf of an instance.</summary>
    public int Wait64(ulong address, ulong staticOffset, long expected, long nanoseconds, ModuleInstance instance, int offset) =>
        Wait(address, staticOffset, (ulong)expected, nanoseconds, instance, offset);

    /// <summary><c>memory.atomic.notify</c>: how many were woken.</summary>
    public int Notify(ulong address, ulong staticOffset, int count, int offset)
    {
        AtomicPlace(address, staticOffset, sizeof(uint), offset);
        if (!Type.IsShared)
            return 0;
        // Who waits is there to be seen before it looks at its place; what this thread has written to the place must be there before
        // it looks for those who wait.
        Interlocked.MemoryBarrier();
        return Volatile.Read(ref _parking) is { } parking ? (int)parking.Notify(address + staticOffset, (uint)count) : 0;
    }

    /// <summary>Waits on behalf of the host, at an address that was checked.</summary>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public WasmWaitResult WaitFromHost<T>(ulong address, T expected, long nanoseconds, ParkingLot.Waiter waiter)
        where T : unmanaged, IBinaryInteger<T>
    {
        AddOwner();
        try
        {
            // SAFETY: memories do not shrink, and this call is an owner until it returns.
            return Parking.Wait(address, Base + address, expected, nanoseconds, waiter);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Traps where a range does not lie in the memory.</summary>
    public void Require(ulong start, ulong count, int offset) => Checked(start, count, offset);

    /// <summary><c>memory.fill</c>.</summary>
    public void Fill(ulong start, int value, ulong count, int offset)
    {
        byte* target = Checked(start, count, offset);
        while (count > 0)
        {
            uint part = (uint)Math.Min(count, int.MaxValue);
            Unsafe.InitBlockUnaligned(target, (byte)value, part);
            target += part;
            count -= part;
        }
    }

    /// <summary><c>memory.copy</c> into this memory.</summary>
    public void Copy(ulong start, MemoryInstance source, ulong sourceStart, ulong count, int offset)
    {
        byte* from = source.Checked(sourceStart, count, offset);
        byte* to = Checked(start, count, offset);
        Buffer.MemoryCopy(from, to, count, count);
    }

    /// <summary><c>memory.init</c>: copies a part of a data segment, which is empty once it was dropped.</summary>
    public void Init(ulong start, ReadOnlySpan<byte> segment, uint segmentStart, uint count, int offset)
    {
        if ((ulong)segmentStart + count > (ulong)segment.Length)
            throw Traps.MemoryOutOfBounds(offset);
        byte* to = Checked(start, count, offset);
        segment.Slice((int)segmentStart, (int)count).CopyTo(new Span<byte>(to, (int)count));
    }

    /// <summary>A checked range for the host, or false where it does not lie in the memory.</summary>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public bool TrySlice(ulong start, int count, out Span<byte> slice)
    {
        ObjectDisposedException.ThrowIf(IsReleased, typeof(WasmMemory));
        ulong length = Volatile.Read(ref Length);
        if (count < 0 || start > length || (ulong)count > length - start)
        {
            slice = default;
            return false;
        }

        // SAFETY: the range was checked against Length, which never shrinks, and the base never moves.
        slice = new Span<byte>(Base + start, count);
        return true;
    }

    /// <summary>Another instance uses this memory as well: it stays until each of them has released it.</summary>
    /// <exception cref="ObjectDisposedException">The last one has released it already.</exception>
    public void AddOwner()
    {
        for (int owners = Volatile.Read(ref _owners); ;)
        {
            ObjectDisposedException.ThrowIf(owners == 0, typeof(WasmMemory));
            int found = Interlocked.CompareExchange(ref _owners, owners + 1, owners);
            if (found == owners)
                return;
            owners = found;
        }
    }

    /// <summary>Gives the range back once nobody uses the memory any more.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _owners) != 0)
            return;
        lock (_growing)
        {
            Length = 0;
            Base = null;
            _reservation.Dispose();
        }
    }

    private static readonly ulong SystemPage = (ulong)Environment.SystemPageSize;

    private static ResourceLimitException OverLimit(MemoryType type, ulong minimum, ResourceBudget budget) => new(
        $"A {type} needs {minimum:N0} bytes at once, and the limit for all memories of the instance is {budget.Limit:N0}.");

    private static ulong Bytes(MemoryType type, ulong pages) =>
        pages > ulong.MaxValue >> type.PageSizeLog2 ? ulong.MaxValue : pages << type.PageSizeLog2;

    private static ulong RoundUp(ulong value, ulong unit) =>
        value > ulong.MaxValue - unit ? value / unit * unit : (value + unit - 1) / unit * unit;

    private int Wait<T>(ulong address, ulong staticOffset, T expected, long nanoseconds, ModuleInstance instance, int offset)
        where T : unmanaged, IBinaryInteger<T>
    {
        byte* place = AtomicPlace(address, staticOffset, (uint)sizeof(T), offset);
        if (!Type.IsShared)
            throw Traps.ExpectedSharedMemory(offset);
        // SAFETY: the instance is entered and owns a part of this memory, which therefore stays.
        return (int)Parking.Wait(address + staticOffset, place, expected, nanoseconds, instance.Waiter);
    }

    private byte* Checked(ulong start, ulong count, int offset)
    {
        ulong length = Length;
        if (start > length || count > length - start)
            throw Traps.MemoryOutOfBounds(offset);
        // SAFETY: the range was just checked against Length, and the base never moves.
        return Base + start;
    }
}
