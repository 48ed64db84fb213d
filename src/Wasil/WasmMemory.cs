using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Wasil.Execution;

namespace Wasil;

/// <summary>
/// A linear memory. Every access is checked: an address from a guest may be anything. Accesses outside the memory are the
/// guest's fault wherever its pointers are used, so they throw <see cref="TrapException"/> as the guest's own would.
/// </summary>
/// <remarks>The memory never moves. A span over it stays valid until the instance that made it is disposed, and covers what it
/// covered even when the memory grows; it must not be used after that.</remarks>
public sealed class WasmMemory : WasmExtern
{
    private readonly MemoryInstance _memory;

    private WasmMemory(MemoryInstance memory) => _memory = memory;

    /// <summary>Makes a memory that no module defined, to be imported by several.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="limits">What it may use; <see cref="InstanceLimits.MemoryPages"/> counts.</param>
    /// <exception cref="ResourceLimitException">The system has no memory of the minimal size.</exception>
    public WasmMemory(MemoryType type, InstanceLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        _memory = MemoryInstance.Create(type, (limits ?? new InstanceLimits()).MemoryBytes(type));
        _memory.Facade = this;
    }

    /// <summary>The memory's type, its present size as the minimum.</summary>
    public override ExternType Type => _memory.CurrentType;

    /// <summary>The size in bytes.</summary>
    public long Length => (long)Volatile.Read(ref _memory.Length);

    /// <summary>The size in pages of <see cref="MemoryType.PageSize"/> bytes.</summary>
    public long Pages => (long)_memory.Pages;

    internal override object Address => _memory;

    /// <summary>Grows the memory, as <c>memory.grow</c> does.</summary>
    /// <param name="pages">By how many pages.</param>
    /// <returns>The former size in pages, or -1 if it cannot grow so far.</returns>
    public long Grow(long pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        return _memory.Grow((ulong)pages);
    }

    /// <summary>A part of the memory.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <exception cref="TrapException">The range does not lie in the memory.</exception>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public Span<byte> Slice(ulong start, int length) =>
        TrySlice(start, length, out Span<byte> slice) ? slice : throw OutOfBounds(start, length);

    /// <summary>A part of the memory at a 32-bit address, which guests hand over as an <c>i32</c>: it is taken as unsigned.</summary>
    /// <inheritdoc cref="Slice(ulong, int)"/>
    public Span<byte> Slice(int start, int length) => Slice((uint)start, length);

    /// <summary>A part of the memory, or false where the range does not lie in it.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="slice">The part.</param>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public bool TrySlice(ulong start, int length, out Span<byte> slice) => _memory.TrySlice(start, length, out slice);

    /// <summary>Reads a number or structure, in little-endian order as WebAssembly's loads do.</summary>
    /// <param name="address">Where it starts.</param>
    /// <exception cref="TrapException">It does not lie in the memory.</exception>
    public T Read<T>(ulong address)
        where T : unmanaged => MemoryMarshal.Read<T>(Slice(address, Unsafe.SizeOf<T>()));

    /// <summary>Reads a number or structure at a 32-bit address.</summary>
    /// <inheritdoc cref="Read{T}(ulong)"/>
    public T Read<T>(int address)
        where T : unmanaged => Read<T>((uint)address);

    /// <summary>Writes a number or structure, in little-endian order as WebAssembly's stores do.</summary>
    /// <param name="address">Where it starts.</param>
    /// <param name="value">What to write.</param>
    /// <exception cref="TrapException">It does not lie in the memory.</exception>
    public void Write<T>(ulong address, T value)
        where T : unmanaged => MemoryMarshal.Write(Slice(address, Unsafe.SizeOf<T>()), in value);

    /// <summary>Writes a number or structure at a 32-bit address.</summary>
    /// <inheritdoc cref="Write{T}(ulong, T)"/>
    public void Write<T>(int address, T value)
        where T : unmanaged => Write((uint)address, value);

    /// <summary>Reads UTF-8 text; bytes that are not UTF-8 become U+FFFD.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <exception cref="TrapException">It does not lie in the memory.</exception>
    public string ReadString(int start, int length) => Encoding.UTF8.GetString(Slice(start, length));

    /// <summary>Reads UTF-8 text that ends before a zero byte, as C has it.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <exception cref="TrapException">No zero byte follows in the memory.</exception>
    public string ReadCString(int start)
    {
        ulong address = (uint)start;
        ulong end = (ulong)Length;
        if (address < end)
        {
            Span<byte> rest = Slice(address, (int)Math.Min(end - address, int.MaxValue));
            int length = rest.IndexOf((byte)0);
            if (length >= 0)
                return Encoding.UTF8.GetString(rest[..length]);
        }

        throw OutOfBounds(address, 1);
    }

    /// <summary>Writes text as UTF-8, without a zero byte behind it.</summary>
    /// <param name="start">The address of its first byte.</param>
    /// <param name="text">The text.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="TrapException">It does not fit into the memory; then nothing was written.</exception>
    public int WriteString(int start, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Encoding.UTF8.GetBytes(text, Slice(start, Encoding.UTF8.GetByteCount(text)));
    }

    internal static WasmMemory Of(MemoryInstance memory) => memory.Facade ??= new WasmMemory(memory);

    private TrapException OutOfBounds(ulong start, int length) => new(
        TrapKind.MemoryOutOfBounds, -1, $"{length} bytes at 0x{start:x} of a memory of {Length} bytes, in a host function");
}
